"""Shares that look like a confirmation or a contradiction of each other and are neither."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise, product

from firsthand.links.aspects import Aspects, aspects
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.terms import overlap, weight
from firsthand.records import Finding

CROWD = 40
"""Shares with the same two words beyond which they are the subject of the dossier and not a trap."""

ALIKE = Decimal("0.05")
"""How far two shares may lie apart to be taken for one another."""

FEW = 12
"""Shares of the same thing up to which those of nearly one number are told."""

SHOWN = 6


def not_comparable(case: Case) -> Iterator[Finding]:
    """Say which shares measure the same of different people, so that they neither agree nor conflict."""
    together = {claim: number for number, figure in enumerate(case.figures) for claim in figure.claims}
    shares: dict[tuple[str, str], list[str]] = defaultdict(list)
    taken_apart: dict[str, Aspects] = {}
    for brief in sorted(case.known.claims.values(), key=lambda brief: brief.id):
        if brief.kind == "share":
            taken_apart[brief.id] = found = aspects(case.claim(brief.id))
            for pair in product(sorted(found.what), sorted(found.who)):
                shares[pair].append(brief.id)
    groups: list[set[str]] = []
    for pair in sorted(shares, key=lambda pair: (-weight(pair[0]) - weight(pair[1]), pair)):
        if 2 <= len(shares[pair]) <= CROWD:
            groups.append(_alike(case, [(claim, taken_apart[claim]) for claim in shares[pair]], together))
    groups += _near(case, taken_apart, together)
    for group in _joined(groups, together):
        if len(case.documents_of(group)) >= 2:
            first = sorted(group, key=lambda claim: (case.brief(claim).point or 0, claim))[:SHOWN]
            numbers = listed(dict.fromkeys(f"“{case.brief(claim).shown}”" for claim in first))
            says = f"{several(len(group), 'share').capitalize()} that look alike ({numbers}) are of different groups of people: they neither confirm nor contradict each other."
            yield Finding("not comparable", says, 0.55, case.clauses(first))


def _near(case: Case, taken_apart: dict[str, Aspects], together: dict[str, int]) -> list[set[str]]:
    """Shares of nearly one number that say one and the same thing, such as the part of women, of different groups."""
    measured: dict[frozenset[str], list[str]] = defaultdict(list)
    for claim, found in taken_apart.items():
        if found.what and found.whole and case.brief(claim).point is not None:
            measured[found.what].append(claim)
    groups: list[set[str]] = []
    for claims in measured.values():
        claims.sort(key=lambda claim: (case.brief(claim).point or 0, claim))
        for one, other in pairwise(claims):
            a, b = taken_apart[one], taken_apart[other]
            apart = (case.brief(other).point or 0) - (case.brief(one).point or 0)
            if (
                0 < apart <= ALIKE
                and len(claims) <= FEW
                and _of_others(a, b)
                and together[one] != together[other]
            ):
                groups.append({one, other})
    return groups


def _of_others(a: Aspects, b: Aspects) -> bool:
    """Whether two shares are of groups that have nothing in common but that they are people."""
    return a.whole != b.whole and overlap(a.whole, b.whole).containment < 0.5


def _joined(groups: list[set[str]], together: dict[str, int]) -> list[list[str]]:
    """Groups that have a figure in common made one, so that it is told once, with one claim of each document."""
    joined: list[tuple[set[int], set[str]]] = []
    for group in groups:
        figures = {together[claim] for claim in group}
        apart = [known for known in joined if not known[0] & figures]
        for known in joined:
            if known[0] & figures:
                figures |= known[0]
                group = group | known[1]
        joined = [*apart, (figures, group)] if figures else apart
    return sorted(
        sorted({together[claim]: claim for claim in sorted(group, reverse=True)}.values())
        for _, group in joined
    )


def _alike(case: Case, shares: list[tuple[str, Aspects]], together: dict[str, int]) -> set[str]:
    """The shares that measure the same of a different whole in another document."""
    found: set[str] = set()
    for (one, a), (other, b) in combinations(shares, 2):
        if case.brief(one).document == case.brief(other).document or together[one] == together[other]:
            continue
        if case.brief(one).point == case.brief(other).point:  # rather one figure on its way
            continue
        if a.who == b.who or (a.names == b.names and a.of("status") == b.of("status")):
            continue
        people = overlap(a.who, b.who)
        if people.containment >= 0.3 and people.shared >= 2 and overlap(a.what, b.what).likeness >= 0.6:
            found |= {one, other}
    return found
