"""What happened to a figure on its way."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.credited import credited_elsewhere
from firsthand.links.findings.end_of_range import end_told_as_number
from firsthand.links.findings.established import told_as_established
from firsthand.links.findings.later import carried, overtaken, taken_back
from firsthand.links.findings.other_unit import told_in_another_unit
from firsthand.links.findings.per_thousand import told_as_per_cent
from firsthand.links.findings.shown import shown
from firsthand.links.findings.taken_for_all import told_of_all
from firsthand.links.findings.turned import turned
from firsthand.links.ratios import CONVERTED_APART
from firsthand.links.said import label_of
from firsthand.links.sentences import sentence
from firsthand.links.values import figures, stand
from firsthand.records import Finding, Link

Group = tuple[str, tuple[str, ...], list[Link]]
"""A claim, in which aspects others depart from it, and the links to those that do so in one way."""

TELLING = {
    "value": "the number",
    "hedge": "how firmly it is said",
    "population": "whom it is about",
    "whole": "what it is a share of",
    "measure": "what is measured",
    "period": "the time",
    "place": "the place",
    "unit": "the unit",
    "source": "the source",
}
HEAVY = frozenset({"value", "population", "whole", "measure", "period", "hedge"})
ALIKE = frozenset({"value", "hedge", "unit", "measure", "source"})
"""Changes that several documents may share: whom, where and when it is about may differ in each its own way."""

WORDED = frozenset({"measure", "hedge", "period", "source"})
"""Changes beside another measure with which several of one number are told together."""

AS_OLD = frozenset({"period", "population", "measure"})
"""Changes of a value that is given as of now and is an old one."""

MOVED = frozenset({"period", "hedge"})
"""Changes of a number that only was carried on to another time."""

OF_WHOM = frozenset({"population", "whole"})
"""Changes by which also a small number is told of others than those of whom it was."""

ROUNDED, NEAR = frozenset({"value", "hedge"}), 0.12
"""Changes of a number that was rounded, and the distance up to which it was."""

NEARLY_SURE = 0.6
"""Weight up to which a link rests on numbers that lie near each other more than on the words."""

DOZEN = 12
"""Number up to which it is in every text of many things."""

MANY = 4
"""Figures of two documents that were carried on to another time from which they are told at once."""

TELLING_NUMBER = 0.6
"""Distinction below which a number is too small to be told by itself: one, two, three."""

CAREFUL = 0.25
"""How much lighter it weighs that a figure is told more carefully than before."""

REFERENCE = "encyclopedia article"
"""The kind of documents that have all their figures from others, whatever their date."""

MODELS = 12
"""Claims that say the same as a later one among which it is looked for who changed it first."""

FAR = 0.67
"""Distance from which two numbers of other digits are hardly one figure on its way, whatever their bounds allow."""

SHOWN = 6


def drift(case: Case) -> Iterator[Finding]:
    """Say for each claim that departs from the figure that it takes over what changed.

    A claim that repeats the same from a third document is no change of its own; of
    several earlier claims the one with the nearest number is taken for its model. Where several
    tell one claim with the same number of the same people otherwise, it is said once.
    """
    told: dict[tuple[str, tuple[str, ...], str], list[Link]] = defaultdict(list)
    for link, kinds in _changes(case):
        number = _number(case, link.later) if set(kinds) <= ALIKE else link.later
        told[case.in_words(link.earlier), kinds, number].append(link)
    moved: dict[tuple[str, str], list[tuple[str, list[Link]]]] = defaultdict(list)
    groups: list[Group] = []
    for (earlier, kinds, _), links in told.items():
        if set(kinds) <= MOVED and "period" in kinds:
            pair = case.document_of(earlier), case.document_of(links[0].later)
            moved[min(pair), max(pair)].append((earlier, links))
        else:
            groups.append((earlier, kinds, links))
    for those in moved.values():
        if len(those) >= MANY:
            yield _all_moved(case, those)
            continue
        for earlier, links in those:
            if not (_is_of_list(case, earlier) and _is_of_list(case, links[0].later)):
                groups.append((earlier, _kinds(case, links[0]), links))
    for first, further, beside in _side_by_side(case, _chained(case, groups)):
        yield _told_on(case, first, further, beside)
    yield from credited_elsewhere(case)
    yield from told_as_established(case)
    yield from told_as_per_cent(case)
    yield from told_of_all(case)
    yield from end_told_as_number(case)
    yield from told_in_another_unit(case)
    yield from turned(case)


def _number(case: Case, claim: str) -> str:
    """The number of a claim without what is said of how firm it is: that of "at least 4,200" and of "4,200"."""
    ends = [end for end in case.brief(claim).value or () if end is not None]
    return f"{max(ends).normalize():f}" if ends else (case.brief(claim).shown or claim).casefold()


def _chained(case: Case, groups: list[Group]) -> Iterator[tuple[Group, list[Group]]]:
    """Each change that takes up no other one, with those that take it up further on in the same way."""
    made: dict[str, int] = {}
    for place, (_, _, links) in enumerate(groups):
        for link in links:
            made.setdefault(case.in_words(link.later), place)
    after: dict[int, list[int]] = defaultdict(list)
    for place, (earlier, kinds, _) in enumerate(groups):
        before = made.get(earlier)
        if before is None or before == place or "value" in (*kinds, *groups[before][1]):
            continue  # another number is a change of its own
        if set(groups[before][1]) & set(kinds) - {"source"}:
            after[before].append(place)
    taken = {place for places in after.values() for place in places}
    roots = [place for place in range(len(groups)) if place not in taken]
    seen: set[int] = set()
    for place in (*roots, *range(len(groups))):  # those that go round in a ring have no root
        if place in seen:
            continue
        chain = [place]
        seen.add(place)
        for each in chain:
            chain += [further for further in after[each] if further not in seen]
            seen.update(after[each])
        yield groups[place], [groups[each] for each in chain[1:]]


def _side_by_side(
    case: Case, chains: Iterable[tuple[Group, list[Group]]]
) -> Iterator[tuple[Group, list[Group], list[Group]]]:
    """Each change with those that take it up, and where another measure is told of its number elsewhere.

    Where more changed than how it is worded, each is a change of its own.
    """
    alike: dict[object, list[tuple[Group, list[Group]]]] = defaultdict(list)
    for place, (first, further) in enumerate(chains):
        earlier, kinds, _ = first
        worded = "measure" in kinds and set(kinds) <= WORDED
        one = (case.place(earlier), _number(case, earlier)) if worded else place
        alike[one].append((first, further))
    for those in alike.values():
        (first, further), *beside = sorted(those, key=lambda each: -max(link.weight for link in each[0][2]))
        yield first, further, [group for other, more in beside for group in (other, *more)]


def _told_on(case: Case, first: Group, further: list[Group], beside: list[Group]) -> Finding:
    """What changed from one claim, how it went on, and what else is measured by it elsewhere."""
    finding = _told(case, *first)
    if not further and not beside:
        return finding
    says, later = finding.says, list[str]()
    for groups, how in ((further, "Further on"), (beside, "Elsewhere")):
        claims = [links[0].later for _, _, links in groups]
        if claims:
            says = f"{says} {how} it became {listed(dict.fromkeys(shown(case, claim) for claim in claims[:SHOWN]))}."
        later += claims
    model, _, links = first
    evidence = case.clauses([model, *(link.later for link in links[:SHOWN]), *later[:SHOWN]])
    return replace(finding, says=says, evidence=evidence)


def _is_of_list(case: Case, claim: str) -> bool:
    """Whether a claim is a value in a list of values with their years, which has its own for each year."""
    return label_of(case.claim(claim)) is not None


def _all_moved(case: Case, groups: list[tuple[str, list[Link]]]) -> Finding:
    """What two documents say with the same numbers of different times, as editions of one work do."""
    earlier, links = max(groups, key=lambda group: group[1][0].weight)
    before, after = _told_apart(case, earlier, links[0].later, ("period",))
    says = f"{several(len(groups), 'figure').capitalize()} have the same number in two documents and are said of different times, such as {before} and {after}: they were carried on, or one time is wrong."
    first = [claim for one, links in groups for claim in (one, links[0].later)]
    return Finding("drift", says, 0.5, case.clauses(first[:SHOWN]))


def _changes(case: Case) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """The link from each claim that departs from its figure to its model, and in which aspects it departs."""
    repeated: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        if (
            link.kind == "same"
            and link.weight > NEARLY_SURE
            and _two_documents(case, link)
            and case.known.claims.same_value(link.earlier, link.later)
            and len(repeated[link.later]) < MODELS
        ):
            repeated[link.later].append(link.earlier)
    changed: dict[str, list[Link]] = defaultdict(list)
    told_elsewhere = _told_elsewhere(case)
    for link in case.nearby("drift"):
        if (
            _two_documents(case, link)
            and not any(_changed_before(case, link, other) for other in repeated.get(link.later, ()))
            and set(link.drift) - {"source"}
            and _is_telling(case, link)
            and not _two_figures(case, link)
            and not _far_apart(case, link)
            and not case.takes_back(link.later)
        ):
            changed[link.later].append(link)
    for links in changed.values():
        link = min(
            links, key=lambda link: (_distance(case, link), _says_little(case, link), *_model(case, link))
        )
        kinds = _kinds(case, link)
        ordered = set(kinds) <= {"hedge", "period"} and not _is_of_standing(case, link)
        if not kinds or (ordered and not _in_order(case, link)):
            continue
        if _reworded(case, link, kinds):
            continue
        if told_elsewhere(link, kinds) or (kinds == ("period",) and _goes_on(case, link.later)):
            continue
        yield link, kinds


def _is_telling(case: Case, link: Link) -> bool:
    """Whether the number of a link is no small one, or it is told of other people or of another whole: "nine women", "nine prisoners"."""
    return case.brief(link.later).distinction >= TELLING_NUMBER or bool(OF_WHOM & set(_kinds(case, link)))


def _told_elsewhere(case: Case) -> Callable[[Link, tuple[str, ...]], bool]:
    """A test whether another finding says more of a change: an old value given as of now, a number taken back, a sum converted at two rates."""
    withdrawn = taken_back(case)
    converted = {
        claim
        for link in case.linked("impossible")
        if link.weight == CONVERTED_APART
        for claim in (link.earlier, link.later)
    }

    def told(link: Link, kinds: tuple[str, ...]) -> bool:
        """Return whether another finding tells of a link's change already."""
        if "period" in kinds and set(kinds) <= AS_OLD:
            return link.later in overtaken(case) or link.later in carried(case)
        later = case.brief(link.later)
        return kinds == ("measure",) and (
            {link.earlier, link.later} <= converted or (later.kind, later.point) in withdrawn
        )

    return told


def _goes_on(case: Case, claim: str) -> bool:
    """Whether a sentence tells since when a claim is counted, and not of what time it is."""
    brief = case.brief(claim)
    text = case.document(brief.document).text
    return re.search(r"\b[Ss]ince\b", sentence(text, brief.span).of(text)) is not None


def _changed_before(case: Case, link: Link, other: str) -> bool:
    """Whether a claim that says the same as the later one of a link changed it first, or is the maker's own that both may have."""
    if not case.known.claims.same_value(link.earlier, link.later):
        return True
    kinds = {each.kind for each in case.links.between(link.earlier, other)}
    return "drift" in kinds or ("same" not in kinds and case.own(other))


def _is_only_rounded(case: Case, link: Link) -> bool:
    """Whether other words give an exact number roundly and say so: 3,415, "about 3,400"; 412, "more than 400"."""
    one, other = (case.claim(claim).quantity for claim in (link.earlier, link.later))
    if one is None or other is None or link.weight > NEARLY_SURE or stand(one, other) != "fits":
        return False
    return (one.hedge == "exact") != (other.hedge == "exact") and _distance(case, link) <= NEAR


def _reworded(case: Case, link: Link, kinds: tuple[str, ...]) -> bool:
    """Whether the same number is only told in other words: a small one of something else, or by its own maker again."""
    if _says_little(case, link):
        return True
    if case.brief(link.earlier).value != case.brief(link.later).value:
        return set(kinds) <= ROUNDED and _is_only_rounded(case, link)
    later = case.brief(link.later)
    if kinds == ("measure",) and later.kind == "count" and (later.point or 0) <= DOZEN:
        return True
    claims = (link.earlier, link.later)
    houses = {case.known.papers[case.document_of(claim)].outlet for claim in claims}
    return len(houses) == 1 and all(map(case.own, claims)) and kinds == ("population",)


def _says_little(case: Case, link: Link) -> bool:
    """Whether a number is only more or less firm, and where it stands says more than the words that both are one thing."""
    return link.weight <= NEARLY_SURE and _kinds(case, link) == ("hedge",)


def _kinds(case: Case, link: Link) -> tuple[str, ...]:
    """In which aspects the later claim of a link departs; only a share has a whole that can change."""
    share = case.brief(link.later).kind == "share"
    return tuple(kind for kind in TELLING if kind in link.drift and (share or kind != "whole"))


def _told(case: Case, earlier: str, kinds: tuple[str, ...], links: list[Link]) -> Finding:
    """What changed from one claim, told of the first of the later ones that say the same."""
    links = sorted(links, key=lambda link: (-link.weight, link.earlier, link.later))
    link, later = links[0], [each.later for each in links]
    between = "became" if all(_dated(case, each) for each in links) else "in one document,"
    before, after = _told_apart(case, earlier, link.later, kinds)
    documents = len({case.brief(claim).document for claim in later})
    where = f" in {several(documents, 'document')}" if documents > 1 else ""
    if where:
        after = f"“{case.brief(link.later).shown}”"  # of what, differs from one to the other
    if between != "became":
        where = where or " in another"
    says = (
        f"A figure changed on its way: {before} {between} {after}{where}."
        f" What differs: {listed(TELLING[kind] for kind in kinds)}."
    )
    heavy = 0.08 * bool(HEAVY & set(kinds)) + 0.03 * min(len(kinds), 3)
    gained = kinds == ("hedge",) and case.brief(link.earlier).firm and not case.brief(link.later).firm
    weight = round(0.3 + heavy + 0.35 * max(each.weight for each in links) - CAREFUL * gained, 3)
    return Finding("drift", says, weight, case.clauses((earlier, *later)))


def _told_apart(case: Case, one: str, other: str, kinds: Collection[str]) -> tuple[str, str]:
    """Two claims in a few words that show what differs: more of the clause where the numbers and people are the same."""
    told = [shown(case, one), shown(case, other)]
    if (
        told[0].casefold() == told[1].casefold()
        and not case.brief(one).witness
        and not case.brief(other).witness
    ):
        told = [f"“{case.brief(claim).label}”" for claim in (one, other)]
    if "period" in kinds:
        periods = [case.brief(claim).period for claim in (one, other)]
        told = [f"{words} ({period or 'no time said'})" for words, period in zip(told, periods, strict=True)]
    return told[0], told[1]


def _distance(case: Case, link: Link) -> float:
    """How far apart the two numbers are, as a part of the larger; 0 where they are equal or none is named."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    return round(float(abs(a - b) / max(abs(a), abs(b))), 3) if a and b else 0.0


def _two_figures(case: Case, link: Link) -> bool:
    """Whether the later claim is its maker's own or another maker's: not the same figure on its way.

    A number whose digits slipped is one on its way all the same, unless only the later one is its maker's own.
    """
    own = case.own(link.earlier), case.own(link.later)
    if "value" in link.drift and _has_slipped(case, link):
        return own[1] and not own[0]
    makers = case.producer(link.earlier), case.producer(link.later)
    return (None not in makers and makers[0] != makers[1]) or (own[1] and makers[0] != makers[1])


def _has_slipped(case: Case, link: Link) -> bool:
    """Whether two numbers have the same digits, in another order or with the decimal point at another place."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    return bool(a and b) and a != b and figures(a or Decimal(0)) == figures(b or Decimal(0))


def _far_apart(case: Case, link: Link) -> bool:
    """Whether two numbers only fit because one is a bound, and nothing but that speaks for a change on the way."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    if not a or not b or _distance(case, link) < FAR:
        return False
    copied = case.shared_words(case.brief(link.earlier).document, case.brief(link.later).document) > 0
    return not copied and a.normalize().as_tuple().digits != b.normalize().as_tuple().digits


def _model(case: Case, link: Link) -> tuple[int, bool, float, tuple[str, str], str]:
    """How likely a claim is the model of another one: whose words it copies first, then the maker's own."""
    earlier, later = case.brief(link.earlier), case.brief(link.later)
    shared = case.shared_words(earlier.document, later.document)
    return (
        -shared,
        not case.own(link.earlier),
        -link.weight,
        case.known.papers[earlier.document].order,
        link.earlier,
    )


def _two_documents(case: Case, link: Link) -> bool:
    return case.document_of(link.earlier) != case.document_of(link.later)


def _is_of_standing(case: Case, link: Link) -> bool:
    """Whether the same number is hedged alike in both, and what differs is whether it is known: "may be", "have been proved"."""
    one, other = (case.claim(claim).quantity for claim in (link.earlier, link.later))
    return "hedge" in link.drift and one is not None and other is not None and one.hedge == other.hedge


def _in_order(case: Case, link: Link) -> bool:
    """Whether it can be told which of two documents has it from the other: by their dates, by copied text, or as a reference work has it."""
    documents = (case.brief(link.earlier).document, case.brief(link.later).document)
    kinds = [case.known.papers[document].kind for document in documents]
    refers = kinds[1] == REFERENCE and kinds[0] != REFERENCE
    return refers or _dated(case, link) or case.shared_words(*documents) > 0


def _dated(case: Case, link: Link) -> bool:
    """Whether it is known which of two documents came first."""
    papers = [case.known.papers[case.document_of(claim)] for claim in (link.earlier, link.later)]
    return all(paper.published for paper in papers) and papers[0].published != papers[1].published
