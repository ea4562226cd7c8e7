"""Shares that look like a confirmation or a contradiction of each other and are neither."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby, pairwise, product

from firsthand.links.aspects import Aspects
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.terms import overlap, weight
from firsthand.records import Finding

CROWD = 40
"""Shares with the same two words beyond which they are the subject of the dossier and not a trap."""

ALIKE = Decimal("0.05")
"""How far two shares may lie apart to be taken for one another."""

TELLING = 2.0
"""Distinction of a share from which two bodies seldom come to it by chance, and readers take it for one."""

FEW = 12
"""Shares of the same thing up to which those of nearly one number are told."""

SHOWN = 6


def not_comparable(case: Case) -> Iterator[Finding]:
    """Say which shares measure the same of different people, so that they neither agree nor conflict."""
    measured: dict[frozenset[str], list[str]] = defaultdict(list)
    equal: dict[Decimal, list[str]] = defaultdict(list)
    said = _Said()
    for brief in case.known.claims.values():
        if brief.kind == "share" and not brief.change:
            found = case.aspects(brief.id)
            if not found.who:
                continue  # "two thirds of them"
            said.add(brief.id, found)
            if found.what and found.whole and brief.point is not None:
                measured[found.what].append(brief.id)
                if brief.distinction >= TELLING:
                    equal[brief.point].append(brief.id)
    shares = {pair: claims for pair, claims in said.together() if 2 <= len(claims) <= CROWD}
    groups = [
        _alike(case, sorted(shares[pair]))
        for pair in sorted(shares, key=lambda pair: (-weight(pair[0]) - weight(pair[1]), pair))
    ]
    groups += _near(case, measured)
    groups += _coinciding(case, equal)
    for group in _joined(case, groups):
        if len(case.documents_of(group)) >= 2:
            first = sorted(group, key=lambda claim: (case.brief(claim).point or 0, claim))[:SHOWN]
            first = [_earliest(case, claim) for claim in first]
            numbers = listed(dict.fromkeys(f"“{case.brief(claim).shown}”" for claim in first))
            says = f"{several(len(group), 'share').capitalize()} that look alike ({numbers}) are of different groups of people: they neither confirm nor contradict each other."
            yield Finding("not comparable", says, 0.55, case.clauses(first))


def _earliest(case: Case, claim: str) -> str:
    """The first claim with the same number in the same figure."""
    value, order = case.brief(claim).value, case.known.papers
    alike = (other for other in case.figures[case.place(claim)].claims if case.brief(other).value == value)
    return min(alike, key=lambda other: (order[case.brief(other).document].order, case.brief(other).span))


class _Said:
    """The pairs of words, one of what is measured and one of whom, that shares have in common: two numbers of each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._pairs = array("Q")
        self._claims = array("I")
        self._ids: list[str] = []

    def add(self, claim: str, found: Aspects) -> None:
        """Take a share with what it says."""
        for what, who in product(found.what, found.who):
            self._pairs.append(self._number(what) << 32 | self._number(who))
            self._claims.append(len(self._ids))
        self._ids.append(claim)

    def together(self) -> Iterator[tuple[tuple[str, str], list[str]]]:
        """Yield each pair of words with the shares that have it."""
        words = list(self._numbers)
        order = sorted(range(len(self._pairs)), key=self._pairs.__getitem__)
        for pair, places in groupby(order, key=self._pairs.__getitem__):
            claims = [self._ids[self._claims[place]] for place in places]
            yield (words[pair >> 32], words[pair & 0xFFFFFFFF]), claims

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))


def _near(case: Case, measured: dict[frozenset[str], list[str]]) -> list[set[str]]:
    """Shares of nearly one number that say one and the same thing, such as the part of women, of different groups."""
    groups: list[set[str]] = []
    for claims in measured.values():
        if not 2 <= len(claims) <= FEW:
            continue
        claims.sort(key=lambda claim: (case.brief(claim).point or 0, claim))
        for one, other in pairwise(claims):
            apart = (case.brief(other).point or 0) - (case.brief(one).point or 0)
            if (
                0 < apart <= ALIKE
                and _of_others(case.aspects(one), case.aspects(other))
                and case.place(one) != case.place(other)
            ):
                groups.append({one, other})
    return groups


def _coinciding(case: Case, equal: dict[Decimal, list[str]]) -> list[set[str]]:
    """Shares of one number that two bodies give of different groups: "68% of the workers", "68% of our members"."""
    groups: list[set[str]] = []
    for claims in equal.values():
        for one, other in combinations(claims, 2) if len(claims) <= FEW else ():
            makers = case.producer(one), case.producer(other)
            if None in makers or makers[0] == makers[1] or case.document_of(one) == case.document_of(other):
                continue
            a, b = case.aspects(one), case.aspects(other)
            if case.place(one) != case.place(other) and not (a.whole & b.whole or a.who & b.who):
                groups.append({one, other})
    return groups


def _of_others(a: Aspects, b: Aspects) -> bool:
    """Whether two shares are of groups that have nothing in common but that they are people."""
    return a.whole != b.whole and overlap(a.whole, b.whole).containment < 0.5


def _joined(case: Case, groups: list[set[str]]) -> list[list[str]]:
    """Groups that have a figure in common made one, so that it is told once, with one claim of each document."""
    joined: list[tuple[set[int], set[str]]] = []
    for group in groups:
        figures = {case.place(claim) for claim in group}
        apart = [known for known in joined if not known[0] & figures]
        for known in joined:
            if known[0] & figures:
                figures |= known[0]
                group = group | known[1]
        joined = [*apart, (figures, group)] if figures else apart
    return sorted(
        sorted({case.place(claim): claim for claim in sorted(group, reverse=True)}.values())
        for _, group in joined
    )


def _alike(case: Case, claims: list[str]) -> set[str]:
    """The shares that measure the same of a different whole in another document."""
    found: set[str] = set()
    if len({case.place(claim) for claim in claims}) < 2:
        return found
    for one, other in combinations(claims, 2):
        if case.document_of(one) == case.document_of(other) or case.place(one) == case.place(other):
            continue
        if case.brief(one).point == case.brief(other).point:  # rather one figure on its way
            continue
        a, b = case.aspects(one), case.aspects(other)
        x, y = case.brief(one).point or Decimal(0), case.brief(other).point or Decimal(0)
        near = abs(x - y) <= ALIKE
        if near and (a.who <= b.who or b.who <= a.who):
            continue  # "two in five of the children tested", "43% of the children tested in the valley"
        if a.who == b.who or (a.names == b.names and a.of("status") == b.of("status")):
            continue
        people = overlap(a.who, b.who)
        if people.containment >= 0.3 and people.shared >= 2 and overlap(a.what, b.what).likeness >= 0.6:
            found |= {one, other}
    return found
