"""Figures that have been overtaken: an old value given as of now, a withdrawn one that is still repeated."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.shown import shown
from firsthand.links.findings.stale import AS_OF, carried_on, replaced
from firsthand.links.looks import phrases
from firsthand.links.sentences import paragraph, sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import content, overlap
from firsthand.records import Finding, Link, Passage, Quantity, Span

SHOWN = 6

THAT_NUMBER = re.compile(
    r"\b(?:[Tt]hat|[Tt]his|[Tt]he|[Oo]ur) (?:(?:first|early|earlier|old) )?(?:number|figure|total|count|toll|estimate)\b"
)
"""Words for a number that stands before."""

TENSE = re.compile(r"\b(?:is|are|has|have)\b")

REACH = 45
"""Characters between the words that withdraw a number and the number."""

LONGEST = 1_200
"""Characters of a text that corrects, below the title that says so."""

ON_TOPIC = 3.0
"""Rarity of the words that a claim shares with the correction, below which its number is the same by chance."""


def old_as_new(case: Case) -> Iterator[Finding]:
    """Say which claims give as of now a value that a later count of the same series has replaced before."""
    withdrawn = taken_back(case)
    for claim, (old, new) in overtaken(case).items():
        if (case.brief(claim).kind, case.brief(claim).point) in withdrawn:
            continue  # that is told of a withdrawn figure
        says = f"{shown(case, claim)} is given as of now, but it is an earlier value of the series: {shown(case, new)} was known before."
        yield Finding("old as new", says, 0.68, case.clauses((old, new, claim)))
    for claim, old in carried(case).items():
        if claim not in overtaken(case):
            says = f"{shown(case, claim)} is given as of now, but in its maker's own paper it is a value of {(case.brief(old).period or '')[:4]}."
            yield Finding("old as new", says, 0.66, case.clauses((old, claim)))


def carried(case: Case) -> dict[str, str]:
    """Return the claims that give as of now a value that in its maker's own paper is one of an earlier year, with that claim."""
    if case.carried is None:
        case.carried = dict(carried_on(case, lambda brief: _is_of_now(case, brief, plainly=True)))
    return case.carried


def overtaken(case: Case) -> dict[str, tuple[str, str]]:
    """Return the claims that give an earlier value as of now, each with that value's claim and the one that replaced it."""
    if case.overtaken is None:
        case.overtaken = dict(_given_as_of_now(case))
        for claim, found in replaced(case, lambda brief: _is_of_now(case, brief)):
            case.overtaken.setdefault(claim, found)
    return case.overtaken


def _given_as_of_now(case: Case) -> Iterator[tuple[str, tuple[str, str]]]:
    later: dict[str, list[Link]] = defaultdict(list)
    for link in case.linked("update"):
        later[link.earlier].append(link)
    repeating: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        if link.kind not in ("same", "drift") or not (link.earlier in later or link.later in later):
            continue
        if case.brief(link.earlier).value == case.brief(link.later).value:
            for old, new in ((link.earlier, link.later), (link.later, link.earlier)):
                if old in later:
                    repeating[new].append(old)
    for claim in sorted(repeating):
        pairs = [
            (old, link.later)
            for old in repeating[claim]
            for link in later[old]
            if _overtaken(case, old, link.later, claim)
        ]
        if pairs and (_as_of_now(case, case.brief(claim)) or _as_of(case, claim)):
            old, new = min(pairs)
            yield claim, (case.in_words(old), case.in_words(new))


def _is_of_now(case: Case, brief: Brief, *, plainly: bool = False) -> bool:
    """Whether a claim is said as of now, or as of a stated time, and of a document that has a date."""
    if case.takes_back(brief.id):
        return False
    around = _around(case, brief)
    if (brief.period and AS_OF.search(around)) or phrases("present").search(around):
        return True
    return not plainly and _as_of_now(case, brief)


def _overtaken(case: Case, old: str, new: str, claim: str) -> bool:
    """Whether a value was replaced before a document of another house repeated it."""
    first, second, third = (_date(case, each) for each in (old, new, claim))
    if not first or not second or not third or case.brief(new).value == case.brief(claim).value:
        return False
    houses = [case.known.papers[case.brief(each).document].outlet for each in (old, claim)]
    return (
        first < second <= third
        and case.brief(old).document != case.brief(claim).document
        and houses[0] != houses[1]
    )


def _date(case: Case, claim: str) -> str | None:
    """When a claim was published, or of what time it is said to be "as of" where its document has no date."""
    return case.known.papers[case.brief(claim).document].published or _as_of(case, claim)


def _as_of(case: Case, claim: str) -> str | None:
    """The time of a claim that is said "as of" that time."""
    brief = case.brief(claim)
    return brief.period if brief.period and AS_OF.search(case.words(brief)) else None


def _as_of_now(case: Case, brief: Brief) -> bool:
    """Whether the words tell of the present and name no time of the count."""
    if phrases("present").search(_around(case, brief)):
        return True
    return brief.period is None and TENSE.search(case.words(brief)) is not None


def _around(case: Case, brief: Brief) -> str:
    """The sentence in which a claim stands."""
    text = case.document(brief.document).text
    return sentence(text, brief.span).of(text)


def taken_back(case: Case) -> frozenset[tuple[str, Decimal | None]]:
    """Return the kinds and numbers of all figures that some document of the dossier withdraws."""
    return frozenset(_key(quantity) for _, _, quantity in _all_withdrawn(case))


def _all_withdrawn(case: Case) -> list[tuple[Paper, Span, Quantity]]:
    """Every number that a document takes back, with the sentence that says so; those who say it plainest first."""
    return [
        (paper, where, quantity)
        for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order)
        for where in paper.looks.corrections
        for quantity in _withdrawn(case, paper.id, where)
    ]


def withdrawn_figure(case: Case) -> Iterator[Finding]:
    """Say which figures were withdrawn or corrected in one document and are still stated in others."""
    withdrawn = _all_withdrawn(case)
    stating = _stating(case, {_key(quantity) for _, _, quantity in withdrawn}) if withdrawn else {}
    told: set[tuple[str, Span]] = set()
    together: dict[tuple[str, Span], list[tuple[Span, list[str]]]] = defaultdict(list)
    for paper, where, quantity in withdrawn:
        if (paper.id, quantity.span) in told:  # several sentences announce one correction
            continue
        again = _still_stated(case, paper.id, where, stating.get(_key(quantity), ()))
        if again:
            told.add((paper.id, quantity.span))
            text = case.document(paper.id).text
            said = where if where.holds(quantity.span) else sentence(text, quantity.span)
            together[paper.id, _corrected(case, paper.id, where)].append((said, again))
    for (document, _), numbers in together.items():
        repeating = [claim for _, again in numbers for claim in again]
        figures = listed(dict.fromkeys(shown(case, again[0]) for _, again in numbers))
        since = case.known.papers[document].published
        says = f"{figures} {'was' if len(numbers) == 1 else 'were'} withdrawn or corrected. {_where(case, repeating, since)}"
        places = [case.passage(claim) for claim in _latest(case, repeating, since)[:SHOWN]]
        announced = [Passage(document, where) for where, _ in numbers]
        yield Finding("withdrawn figure", says, 0.8, case.evidence([*announced, *places]))


def _latest(case: Case, claims: list[str], since: str | None) -> list[str]:
    """Claims of which those come first that still state what was taken back before, and then the earliest."""
    papers = case.known.papers

    def before(claim: str) -> tuple[bool, tuple[str, str], Span]:
        """Return the order of a claim: what was published after the day, then by paper and place."""
        paper = papers[case.document_of(claim)]
        return (
            bool(paper.published and since and paper.published < since),
            paper.order,
            case.brief(claim).span,
        )

    return sorted(dict.fromkeys(claims), key=before)


def _where(case: Case, again: list[str], since: str | None) -> str:
    """How many documents state a figure still, and how many did so before."""
    dates = [case.known.papers[document].published for document in case.documents_of(again)]
    before = sum(bool(date and since and date < since) for date in dates)
    still = len(dates) - before
    told = (
        [f"{several(still, 'document').capitalize()} still {'states' if still == 1 else 'state'} it."]
        if still
        else []
    )
    told += (
        [
            f"{several(before, 'earlier document').capitalize()} {'has' if before == 1 else 'have'} it{' too' if still else ''}."
        ]
        if before
        else []
    )
    return " ".join(told)


def _stating(case: Case, wanted: set[tuple[str, Decimal]]) -> dict[tuple[str, Decimal], list[str]]:
    """The claims of some kinds and numbers."""
    found: dict[tuple[str, Decimal], list[str]] = defaultdict(list)
    for brief in case.known.claims.values():
        if brief.point is not None and not brief.change and (brief.kind, brief.point) in wanted:
            found[brief.kind, brief.point].append(brief.id)
    return {key: sorted(claims) for key, claims in found.items()}


def _key(quantity: Quantity) -> tuple[str, Decimal]:
    value = quantity.low if quantity.low is not None else quantity.high
    return quantity.kind, value or Decimal(0)


def _withdrawn(case: Case, document: str, where: Span) -> list[Quantity]:
    """The numbers of a correction that do not hold: those behind words that take them back."""
    text = case.document(document).text
    around = _corrected(case, document, where)
    titled = (
        _is_title(case, document, where)
        or _is_heading(text, where)
        or phrases("confessing").search(text, around.start, around.end) is not None
    )
    numbers = [
        quantity
        for quantity in case.view.marks(document, "quantities").quantities
        if around.holds(quantity.span) and not quantity.vague and quantity.direction is None
    ]
    back = [
        quantity
        for quantity in numbers
        if _taken_back(
            text, where if where.holds(quantity.span) else sentence(text, quantity.span), quantity, titled
        )
        or (where.holds(quantity.span) and phrases("disowned").search(text, quantity.span.end, where.end))
    ]
    back += _named_before(text, where, numbers)
    values = {_key(quantity) for quantity in numbers if quantity not in back}
    return [quantity for quantity in back if _key(quantity) not in values]


def _named_before(text: str, where: Span, numbers: list[Quantity]) -> list[Quantity]:
    """The number before a sentence that withdraws "that number", or says that it does not hold, and names none before it."""
    match = THAT_NUMBER.search(text, where.start, where.end)
    if match is None:
        return []
    behind = match.end(), min(where.end, match.end() + REACH)
    withdrawn = phrases("withdrawn").search(text, where.start, match.end()) or any(
        phrases(group).search(text, *behind) for group in ("fallen", "disowned")
    )
    before = [quantity for quantity in numbers if quantity.span.end <= match.start()]
    return before[-1:] if withdrawn and before and before[-1].kind == "count" else []


def _is_title(case: Case, document: str, where: Span) -> bool:
    """Whether a correction is announced by the title, so that all below it corrects."""
    titles = [zone.span for zone in case.document(document).zones if zone.kind == "title"]
    said = case.document(document).text[where.start : where.end]
    return any(title.meets(where) for title in titles) and phrases("correcting").match(said) is not None


def _taken_back(text: str, where: Span, quantity: Quantity, titled: bool) -> bool:
    """Whether of all the words before a number those that take back stand nearest to it."""
    before = text[where.start : quantity.span.start]
    ends = {
        group: max((match.end() for match in phrases(group).finditer(before)), default=-1)
        for group in ("withdrawn", "corrected", "misreported")
    }
    if titled and ends["misreported"] >= 0:
        return len(before) - ends["misreported"] <= REACH
    near = len(before) - ends["withdrawn"] <= REACH
    return (
        ends["withdrawn"] >= 0
        and near
        and (ends["corrected"] < ends["withdrawn"] or _gave(before, ends["withdrawn"]))
    )


def _gave(before: str, end: int) -> bool:
    """Whether between the words that take back and the number no other number and no clause stands."""
    return not re.search(r"[\d;:]|\b(?:to|should|now|instead)\b", before[end:])


def _corrected(case: Case, document: str, where: Span) -> Span:
    """The text that corrects: what a title that says so stands above, the paragraph below a heading, else that of the words."""
    text = case.document(document).text
    if _is_title(case, document, where):
        return Span(where.end, where.end + LONGEST)
    if _is_heading(text, where):
        below = where.end + len(text[where.end :]) - len(text[where.end :].lstrip())
        return paragraph(text, Span(below, below + 1))
    return paragraph(text, where)


def _is_heading(text: str, where: Span) -> bool:
    """Whether a correction is announced by a heading: a line of its own that says nothing else."""
    before = text[text.rfind("\n", 0, where.start) + 1 : where.start]
    alone = not before.strip(" #*") and not text[where.end : where.end + 2].strip()
    return alone and phrases("correcting").fullmatch(where.of(text).strip(" #*:.")) is not None


def _is_on_topic(case: Case, claim: str, topic: frozenset[str]) -> bool:
    """Whether a claim shares as many words with a correction as its number is common."""
    seldom = case.brief(claim).distinction
    enough = ON_TOPIC + (2.0 if seldom < 2 else -2.0 if seldom > 3 else 0.0)
    return overlap(case.aspects(claim).topic, topic).shared >= enough


def _still_stated(case: Case, document: str, where: Span, claims: Iterable[str]) -> list[str]:
    """The claims of other documents that say what was taken back: in the words of the correction, or in one figure with those that do."""
    text, around = case.document(document).text, _corrected(case, document, where)
    around = Span(min(where.start, around.start), around.end)
    topic = content(text[around.start : around.end]) | content(case.known.papers[document].title or "")
    own, stated = [], []
    for claim in claims:
        if case.document_of(claim) == document:
            own.append(claim)
        elif not case.takes_back(claim):
            stated.append(claim)
    known = {case.place(claim) for claim in own if around.meets(case.brief(claim).span)}
    known |= {case.place(claim) for claim in stated if _is_on_topic(case, claim, topic)}
    found = [claim for claim in stated if case.place(claim) in known]
    order = case.known.papers
    first = {
        case.brief(claim).document: claim
        for claim in sorted(found, key=lambda claim: case.brief(claim).span, reverse=True)
    }
    return sorted(first.values(), key=lambda claim: order[case.brief(claim).document].order)
