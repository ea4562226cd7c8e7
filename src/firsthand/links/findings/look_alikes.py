"""Shares that look like a confirmation or a contradiction of each other and are neither."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from firsthand.links.aspects import Aspects, aspects
from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.terms import overlap, weight
from firsthand.records import Finding

CROWD = 40
"""Shares with the same two words beyond which they are the subject of the dossier and not a trap."""

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
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    for pair in sorted(shares, key=lambda pair: (-weight(pair[0]) - weight(pair[1]), pair)):
        if not 2 <= len(shares[pair]) <= CROWD:
            continue
        group = _alike(case, [(claim, taken_apart[claim]) for claim in shares[pair]], together)
        if len(case.documents_of(group)) < 2 or any(known.issuperset(group) for known in told[group[0]]):
            continue
        for claim in group:
            told[claim].append(frozenset(group))
        says = f"{several(len(group), 'share').capitalize()} that look alike are of different groups of people: they neither confirm nor contradict each other."
        yield Finding("not comparable", says, 0.55, case.clauses(group[:SHOWN]))


def _alike(case: Case, shares: list[tuple[str, Aspects]], together: dict[str, int]) -> list[str]:
    """The shares that measure the same of a different whole in another document."""
    found: set[str] = set()
    for (one, a), (other, b) in combinations(shares, 2):
        if case.brief(one).document == case.brief(other).document or together[one] == together[other]:
            continue
        if a.who == b.who or (a.names == b.names and a.of("status") == b.of("status")):
            continue
        people = overlap(a.who, b.who)
        if people.containment >= 0.3 and people.shared >= 2 and overlap(a.what, b.what).likeness >= 0.6:
            found |= {one, other}
    return sorted(found)
