"""What several bodies count for themselves, each in a paper of its own, with numbers that exclude each other.

Two such papers often share no word but "died": it is the dossier, and no sentence, that says that they tell of one thing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from firsthand.lexicon import words
from firsthand.links.aspects import DAY, STATUS
from firsthand.links.case import Case
from firsthand.links.comparison import Comparison, dated, side_by_side
from firsthand.links.findings.credited import REPORTING
from firsthand.links.outline import Outline, unpacked
from firsthand.links.rare_names import rare_names
from firsthand.links.ratios import NUMBER
from firsthand.links.rivals import BEYOND, is_running, of_one_crowd, own_words, within
from firsthand.links.said import Said
from firsthand.links.sentences import paragraph
from firsthand.links.shelf import Brief
from firsthand.links.terms import any_of, content, weight
from firsthand.records import Claim, Span

TELLING = 1.0
"""Distinction of a number from which it counts more than a few."""

COUNTED = ("count", "money", "share")
"""Kinds of numbers of which a bound says how many there are."""

BACK = 700
"""Characters before a claim within which the day and the place are named of which it tells."""

RARE = 1.0
"""Rarity of a word that says of what a count is."""

CROWD = 40
"""Claims that say one word, or count the dead of one day, beyond which these are the subject of the dossier."""

LIKE, ALL, MEASURED, SHARED = 0.6, 0.95, 0.6, 2.5
"""Likeness of two counts of one thing, how much of what one says the other says, or how much the same is measured, and the
rarity of the words that they share."""

Judge = Callable[[Comparison], bool]


def counted_apart(case: Case) -> tuple[tuple[str, ...], ...]:
    """Return claims that count the same and exclude each other, one of each of two bodies or more."""
    if case.apart is None:
        case.apart = tuple(_counted_apart(case))
    return case.apart


def _counted_apart(case: Case) -> Iterator[tuple[str, ...]]:
    makers = _Makers(case)
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in makers.pairs():
        beside[one].add(other)
        beside[other].add(one)
    told: set[str] = set()
    for first in sorted(beside, key=makers.order):
        if first not in told:
            together = _reached(first, beside)
            told |= together
            yield makers.one_of_each(sorted(together, key=makers.order))


def _reached(first: str, beside: Mapping[str, Collection[str]]) -> set[str]:
    """All claims to which pairs lead from one, and itself."""
    found, left = {first}, [first]
    while left:
        new = set(beside[left.pop()]) - found
        found |= new
        left += new
    return found


class _Makers:
    """The numbers that bodies give in papers of their own, by what may bring two of them together."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._said: dict[str, Said] = {}
        self._of_all: dict[str, list[Brief]] = defaultdict(list)
        self._of_days: dict[str, list[Brief]] = defaultdict(list)
        self._of_things: dict[str, list[Brief]] = defaultdict(list)
        for document, briefs in case.known.claims.by_document():
            if case.known.papers[document].kind not in REPORTING:
                own = [brief for brief in briefs if brief.point and not brief.change and case.own(brief.id)]
                kept = dict(case.view.outlined(document)) if own else {}
                for brief in own:
                    self._keep(brief, unpacked(kept.get(brief.id)))

    def _keep(self, brief: Brief, found: Outline | None) -> None:
        """Put a claim beside those with which it may count the same; by its outline, so that few claims are read."""
        if found is None or self._case.takes_back(brief.id):
            return
        if "dead" in found.toll:
            if not self._tells(brief):
                return
            if self._counts_all(brief):
                self._of_all[brief.document].append(brief)
            day = self._day(self._case.claim(brief.id))
            if day is not None:
                self._of_days[day].append(brief)
        elif not found.toll and not found.outcome:
            for word in found.who.words | found.what.words:
                if weight(word) >= RARE:
                    self._of_things[word].append(brief)

    def _tells(self, brief: Brief) -> bool:
        """Whether a claim is told in a sentence that holds of it: no row of a table, no denial, no number that was given before."""
        text = self._case.claim(brief.id).text
        return not (
            "\t" in text or self._case.aspects(brief.id).denies or any_of("given_before").search(text)
        )

    def _counts_all(self, brief: Brief) -> bool:
        """Whether a claim counts all the dead of whom its text tells: it says no more of them than the title does."""
        found, claim = self._case.aspects(brief.id), self._case.claim(brief.id)
        if found.of("outcome") - STATUS != {"dead"} or found.of("status") or found.places:
            return False
        if brief.distinction < TELLING or any_of("pointing").search(claim.text):
            return False
        title = content(self._case.known.papers[brief.document].title or "")
        return own_words(claim, found) & content(_up_to().sub(" ", claim.text)) <= title

    def _day(self, claim: Claim) -> str | None:
        """The day on which those died whom a claim counts: its own, or the last one that is named before it."""
        if dated(claim.period):
            return claim.period if len(claim.period or "") == DAY else None
        times = self._case.view.marks(claim.document, "times").times
        near = [time for time in times if claim.span.start - BACK <= time.span.start < claim.span.end]
        days = [time for time in near if len(time.value) == DAY and dated(time.value)]
        return max(days, key=lambda time: time.span).value if days else None

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield two claims each of two bodies that count one thing and exclude each other."""
        case, seen = self._case, set[tuple[str, str]]()
        for document, tolls in sorted(self._of_all.items()):
            for other in sorted(case.around(document)):
                both = product(tolls, self._of_all.get(other, ())) if other > document else ()
                yield from ((a.id, b.id) for a, b in both if self._are_apart(a, b, _of_all))
        kinds = (self._of_days, self._of_one_scene), (self._of_things, _of_one_thing)
        for by_key, judge in kinds:
            for _, briefs in sorted(by_key.items()):
                for a, b in combinations(briefs if len(briefs) <= CROWD else (), 2):
                    if (a.id, b.id) not in seen and b.document in case.around(a.document):
                        seen.add((a.id, b.id))
                        if self._are_apart(a, b, judge):
                            yield a.id, b.id

    def _are_apart(self, one: Brief, other: Brief, judge: Judge) -> bool:
        """Whether two bodies count one thing, which a ``judge`` tells, and no number fits both."""
        papers = self._case.known.papers
        if papers[one.document].outlet == papers[other.document].outlet or one.kind != other.kind:
            return False
        if one.point == other.point:
            return False
        if self._case.producer(one.id) == self._case.producer(other.id):
            return False
        if not (self._tells(one) and self._tells(other)):
            return False
        laid = side_by_side(self._of(one), self._of(other), related=True, one_story=True)
        return laid is not None and laid.stand == "apart" and within(laid, BEYOND) and judge(laid)

    def _of(self, brief: Brief) -> Said:
        said = self._said.get(brief.id)
        if said is None:
            paper = self._case.known.papers[brief.document]
            said = self._said[brief.id] = Said(
                self._case.claim(brief.id),
                paper.published,
                brief.bodies,
                paper.outlet,
                title=content(paper.title or ""),
                around=frozenset({""}),  # what is laid side by side need not share a word
            )
        return said

    def _of_one_scene(self, laid: Comparison) -> bool:
        """Whether both count all whom one day killed in one place that few texts name."""
        if laid.open & {"sex", "age", "status"} or laid.a.sample or laid.b.sample:
            return False
        alone = not any(map(_gives_two_numbers, (laid.earlier.claim, laid.later.claim)))
        if not alone and laid.a.of("outcome") != laid.b.of("outcome"):
            return False
        told = laid.telling or of_one_crowd(laid)
        return told and bool(self._named(laid.earlier.claim) & self._named(laid.later.claim))

    def _named(self, claim: Claim) -> frozenset[str]:
        """The rare names in the paragraph of a claim, a little before it and in the title."""
        document = self._case.document(claim.document)
        until = paragraph(document.text, claim.span).end
        near = document.text[max(0, claim.span.start - BACK) : until]
        told = f"the {document.title or ''}. {near}"
        return rare_names(told, [Span(0, len(told))])

    def order(self, claim: str) -> tuple[tuple[str, str], Span, str]:
        """Return by what claims are ordered: their documents, then their places."""
        brief = self._case.brief(claim)
        return self._case.known.papers[brief.document].order, brief.span, claim

    def one_of_each(self, claims: Sequence[str]) -> tuple[str, ...]:
        """Return the first claim of each body."""
        first: dict[str | None, str] = {}
        for claim in claims:
            first.setdefault(self._case.known.papers[self._case.document_of(claim)].outlet, claim)
        return tuple(first.values())


def _of_all(laid: Comparison) -> bool:
    """Whether two claims count all the dead of one dossier, over one time or both up to some day."""
    if laid.against - {"period"} or laid.open & {"extra", "sex", "age", "names", "status", "place"}:
        return False
    running = is_running(laid.earlier.claim) and is_running(laid.later.claim)
    if "period" in laid.against | laid.open and not running:
        return False
    return laid.a.sample == laid.b.sample and of_one_crowd(laid)


def _of_one_thing(laid: Comparison) -> bool:
    """Whether two numbers are given of the same people or things in the same words, as parts of one whole if of any."""
    one, other = laid.earlier.claim, laid.later.claim
    if laid.against or laid.open & {"extra", "sex", "age", "names", "outcome"} or not laid.telling:
        return False
    if any(
        each.quantity and each.quantity.kind not in COUNTED and each.quantity.low != each.quantity.high
        for each in (one, other)
    ):
        return False  # a limit of what is measured: "above 20 micrograms"
    if NUMBER.findall(one.whole or "") != NUMBER.findall(other.whole or ""):
        return False
    if bool(one.whole) != bool(other.whole) or _up_to().search(one.text) or _up_to().search(other.text):
        return False
    if dated(one.period) and dated(other.period) and one.period != other.period:
        return False
    alike = laid.measure >= MEASURED or laid.topic.containment >= ALL
    return alike and laid.like >= LIKE and laid.topic.shared >= SHARED


@cache
def _up_to() -> re.Pattern[str]:
    """A pattern for words that only tell since when or up to when was counted, with what follows them."""
    return re.compile(rf"(?:{any_of('counted_up', 'lasting').pattern}|\bup to\b)[^,;.]*", re.IGNORECASE)


def _gives_two_numbers(claim: Claim) -> bool:
    """Whether a clause gives another number than that of the claim; days of a month aside."""
    number = re.escape(claim.number or "")
    months = "|".join(sorted(words("en", "voices", "calendar")))
    said = re.sub(rf"{number}|\d+ (?:{months})\b|\b(?:{months}) \d+", " ", claim.text, flags=re.IGNORECASE)
    return re.search(r"\d", said) is not None
