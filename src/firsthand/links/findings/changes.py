"""What happened to a figure on its way."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.credited import credited_elsewhere
from firsthand.links.findings.departures import TELLING, are_dated, departures, kinds_of
from firsthand.links.findings.end_of_range import end_told_as_number
from firsthand.links.findings.established import told_as_established
from firsthand.links.findings.other_unit import told_in_another_unit
from firsthand.links.findings.per_thousand import told_as_per_cent
from firsthand.links.findings.shown import shown
from firsthand.links.findings.taken_for_all import told_of_all
from firsthand.links.findings.turned import turned
from firsthand.links.said import label_of
from firsthand.records import Finding, Link

Group = tuple[str, tuple[str, ...], list[Link]]
"""A claim, in which aspects others depart from it, and the links to those that do so in one way."""

HEAVY = frozenset({"value", "population", "whole", "measure", "period", "hedge"})
ALIKE = frozenset({"value", "hedge", "unit", "measure", "source"})
"""Changes that several documents may share: whom, where and when it is about may differ in each its own way."""

WORDED = frozenset({"measure", "hedge", "period", "source"})
"""Changes beside another measure with which several of one number are told together."""

MOVED = frozenset({"period", "hedge"})
"""Changes of a number that only was carried on to another time."""

MANY = 4
"""Figures of two documents that were carried on to another time from which they are told at once."""

CAREFUL = 0.25
"""How much lighter it weighs that a figure is told more carefully than before."""

SHOWN = 6


def drift(case: Case) -> Iterator[Finding]:
    """Say for each claim that departs from the figure that it takes over what changed.

    A claim that repeats the same from a third document is no change of its own; of
    several earlier claims the one with the nearest number is taken for its model. Where several
    tell one claim with the same number of the same people otherwise, it is said once.
    """
    told: dict[tuple[str, tuple[str, ...], str], list[Link]] = defaultdict(list)
    for link, kinds in departures(case):
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
                groups.append((earlier, kinds_of(case, links[0]), links))
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


def _told(case: Case, earlier: str, kinds: tuple[str, ...], links: list[Link]) -> Finding:
    """What changed from one claim, told of the first of the later ones that say the same."""
    links = sorted(links, key=lambda link: (-link.weight, link.earlier, link.later))
    link, later = links[0], [each.later for each in links]
    between = "became" if all(are_dated(case, each) for each in links) else "in one document,"
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
