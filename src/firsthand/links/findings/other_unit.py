"""One number before two units of one kind, in documents of one matter: "300 metres from the barracks", "300 feet from a barracks"."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.findings.shown import shown
from firsthand.links.shelf import Brief
from firsthand.links.values import PHYSICAL
from firsthand.records import Finding, Link

TELLING = 1.0
"""Distinction of a number that is not in every text."""

WEIGHT = 0.68


def told_in_another_unit(case: Case) -> Iterator[Finding]:
    """Say which lengths, areas, volumes and masses a later document gives with the same number in another unit."""
    measured: dict[tuple[str, Decimal], list[Brief]] = defaultdict(list)
    for brief in case.known.claims.values():
        if brief.kind in PHYSICAL and brief.point and brief.distinction >= TELLING and not brief.change:
            measured[brief.kind, brief.point.normalize()].append(brief)
    for briefs in measured.values():
        units = {brief.id: case.unit(brief.id) for brief in briefs} if len(briefs) > 1 else {}
        if len(set(units.values())) > 1:
            yield from _changed(case, briefs, units)


def _changed(case: Case, briefs: list[Brief], units: dict[str, str]) -> Iterator[Finding]:
    """The findings of one number: each claim in another unit, with the earliest one from which it may come."""
    given: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        given[brief.document].append(brief)
    order = sorted(given, key=lambda document: case.known.papers[document].order)
    place = {document: number for number, document in enumerate(order)}
    for document in order:
        known = {units[each.id] for each in given[document]}
        before = (other for other in case.around(document) & given.keys() if place[other] < place[document])
        models = [each for other in sorted(before, key=place.__getitem__) for each in given[other]]
        for later in given[document]:
            changed = (each for each in models if units[each.id] not in known and _is_new(case, each, later))
            if (earlier := next(changed, None)) is not None:
                says = f"The same number stands before another unit: {shown(case, earlier.id)} became {shown(case, later.id)}."
                yield Finding("drift", says, WEIGHT, case.clauses((earlier.id, later.id)))


def _is_new(case: Case, earlier: Brief, later: Brief) -> bool:
    """Whether no link of either claim says already that the unit changed."""
    if case.place(earlier.id) == case.place(later.id):
        return False
    return not any("unit" in link.drift for each in (earlier, later) for link in _links(case, each))


def _links(case: Case, brief: Brief) -> Iterator[Link]:
    """The links of a claim."""
    claims = case.known.claims
    for other in case.links.beside(claims.number(brief.id)):
        yield from case.links.between(brief.id, claims.ids[other])
