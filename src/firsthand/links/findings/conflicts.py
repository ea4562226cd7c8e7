"""Claims about the same thing of which no number fits all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.counted_apart import counted_apart
from firsthand.links.findings.later import taken_back
from firsthand.links.findings.shown import shown
from firsthand.records import Finding, Link, LinkKind

Stated = tuple[tuple[Decimal | None, Decimal | None] | None, str | None]
"""A number and who produced it."""

SHOWN = 6

APART = 0.76
"""Weight of what several bodies count for themselves, which no link joins."""


def conflict(case: Case) -> Iterator[Finding]:
    """Say which claims about the same thing cannot both be right: one for each number, by preference its maker's own.

    A number that only came about on the way from another one is told as drift.
    """
    miscopied = {
        link.later
        for link in case.linked("drift")
        if "value" in link.drift
        and not case.own(link.later)
        and case.producer(link.earlier) == case.producer(link.later)
    }
    withdrawn = taken_back(case)
    apart = [(group, {case.place(claim) for claim in group}) for group in counted_apart(case)]
    linked = {case.place(link.earlier) for link in case.linked("conflict")}
    apart = [(group, places) for group, places in apart if len(places) > 1 or not places <= linked]
    told = {place for _, places in apart for place in places}
    for group, _ in apart:
        yield _counted_apart(case, group)
    for place, links in _by_figure(case, "conflict").items():
        links = [
            link
            for link in links
            if not any(
                case.takes_back(claim) or _value(case, claim) in withdrawn
                for claim in (link.earlier, link.later)
            )
        ]
        if not links or place in told:
            continue
        claims = sorted(_claims(links), key=lambda claim: not case.own(claim))
        makers = _of_makers(case, place)
        claims = [_by_its_maker(case, claim, makers) for claim in claims]
        by_value: dict[object, str] = {}
        for claim in claims:
            fits = any(_agree(case, claim, other) for other in by_value.values())
            if claim not in miscopied and not fits:
                by_value.setdefault(case.brief(claim).value, claim)
        if len(by_value) < 2:
            by_value = {case.brief(claim).value: claim for claim in reversed(claims)}
        numbers = listed(
            dict.fromkeys(f"“{case.brief(claim).shown}”" for claim in list(by_value.values())[:SHOWN])
        )
        says = f"No number fits {numbers} at once, said of the same thing: {case.brief(next(iter(by_value.values()))).label}."
        weight = round(0.6 + 0.3 * max(link.weight for link in links), 3)
        yield Finding("conflict", says, weight, case.clauses(list(by_value.values())[:SHOWN]))


def _counted_apart(case: Case, group: Sequence[str]) -> Finding:
    """What several bodies count for themselves, without a link between their claims."""
    numbers = listed(shown(case, claim) for claim in group[:SHOWN])
    of_them = several(len(group), "body").capitalize()
    says = f"{of_them} count the same for themselves and come to numbers that exclude each other: {numbers}."
    return Finding("conflict", says, APART, case.clauses(group[:SHOWN]))


def _by_its_maker(case: Case, claim: str, makers: Mapping[Stated, str]) -> str:
    """The claim of the same figure that gives the same number in its maker's own paper; the claim itself where none does."""
    if case.own(claim):
        return claim
    return makers.get((case.brief(claim).value, case.producer(claim)), claim)


def _of_makers(case: Case, place: int) -> dict[Stated, str]:
    """The first claim of a figure that gives a number in its maker's own paper, by the number and the maker."""
    found: dict[Stated, str] = {}
    for claim in case.figures[place].claims:
        if case.own(claim):
            found.setdefault((case.brief(claim).value, case.producer(claim)), claim)
    return found


def _value(case: Case, claim: str) -> tuple[str, Decimal | None]:
    brief = case.brief(claim)
    return brief.kind, brief.point


def _agree(case: Case, one: str, other: str) -> bool:
    """Whether a link says that two claims are the same or that one came from the other."""
    return any(link.kind in ("same", "drift") for link in case.links.between(one, other))


def _by_figure(case: Case, kind: LinkKind) -> dict[int, list[Link]]:
    """The links of one kind, gathered by the figure in which both their claims are."""
    gathered: dict[int, list[Link]] = defaultdict(list)
    for link in case.linked(kind):
        if case.place(link.earlier) == case.place(link.later):
            gathered[case.place(link.earlier)].append(link)
    return gathered


def _claims(links: list[Link]) -> list[str]:
    """The claims of some links, those of the surest first."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.earlier, link.later))
    return list(dict.fromkeys(claim for link in ordered for claim in (link.earlier, link.later)))
