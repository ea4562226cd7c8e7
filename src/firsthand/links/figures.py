"""Claims that state the same thing, gathered: connected by links, and checked so that nothing is chained together."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from firsthand.records import Link

JOINING = {"same": 0, "drift": 1, "conflict": 2, "update": 2}
"""Kinds of link that make one figure, the firmest first."""

LEAST = 0.5
"""Weight below which a link does not make two claims one figure."""


def groups(
    claims: Iterable[str], links: Iterable[Link], apart: Collection[frozenset[str]] = ()
) -> list[tuple[str, ...]]:
    """Return the claims that are one figure, each group sorted, the groups by their smallest id.

    Groups grow from the surest link to the weakest. Two groups of several claims are
    joined only when a link of the same kind of certainty holds more than one pair of
    them together, or the link itself is near certain: a chain of doubtful steps is
    not one figure. A claim without a link is a group of its own.
    """
    leader: dict[str, str] = {claim: claim for claim in sorted(claims)}
    members: dict[str, set[str]] = {claim: {claim} for claim in leader}
    ordered = sorted(
        (link for link in links if link.kind in JOINING and link.weight >= LEAST),
        key=lambda link: (JOINING[link.kind], -link.weight, link.earlier, link.later),
    )
    linked: dict[str, set[str]] = defaultdict(set)
    for link in ordered:
        linked[link.earlier].add(link.later)
        linked[link.later].add(link.earlier)
    for link in ordered:
        if link.earlier not in leader or link.later not in leader:
            continue
        a, b = leader[link.earlier], leader[link.later]
        if a == b or not _coherent(link, members[a], members[b], linked) or _kept_apart(a, b, leader, apart):
            continue
        low, high = min(a, b), max(a, b)
        for claim in members[high]:
            leader[claim] = low
        members[low] |= members.pop(high)
    return sorted(tuple(sorted(group)) for group in members.values())


def _coherent(link: Link, one: set[str], other: set[str], linked: dict[str, set[str]]) -> bool:
    """Whether two groups may become one figure through a link."""
    if min(len(one), len(other)) == 1 or (link.kind == "same" and link.weight >= 0.8):
        return True
    bridges = sum(len(linked[claim] & other) for claim in one)
    return bridges >= 2 or (link.kind == "same" and link.weight >= 0.7)


def _kept_apart(a: str, b: str, leader: dict[str, str], apart: Collection[frozenset[str]]) -> bool:
    """Whether two groups hold claims that a person put apart."""
    return any({leader.get(claim) for claim in pair} == {a, b} for pair in apart)
