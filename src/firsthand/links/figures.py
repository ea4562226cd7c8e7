"""Claims that state the same thing, gathered: connected by links, and checked so that nothing is chained together."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice

from firsthand.links.columns import KINDS, LinkColumns, root
from firsthand.links.ratios import AS_SHARE, CONVERTED_APART
from firsthand.records import LinkKind

JOINING = {"same": 0, "drift": 1, "conflict": 2, "update": 2, "impossible": 2}
"""Kinds of link that make one figure, the firmest first."""

LAST = 3
"""When a share and its count are set together: after all else."""

LEAST = 0.5
"""Weight below which a link does not make two claims one figure."""

SURE = 0.7
"""Weight from which one link that tells one number again joins two groups."""

Pair = tuple[int, int]


def groups(claims: int, links: LinkColumns, apart: Collection[Pair] = ()) -> "array[int]":
    """Return for each of so many claims the leader of its group: the smallest of the claims that are one figure.

    Groups grow from the surest link to the weakest, one number in two claims before two numbers. Two groups of several claims are
    joined only when a link of the same kind of certainty holds more than one pair of
    them together, or the link itself is near certain: a chain of doubtful steps is
    not one figure. A claim without a link is a group of its own.
    """
    leader = array("I", range(claims))
    joining = [place for place, kind in enumerate(links.kinds) if _joins(KINDS[kind], links.weights[place])]
    for places in _connected(claims, links, joining):
        _gather(links, places, leader, apart)
    return leader


def _joins(kind: LinkKind, weight: float) -> bool:
    """Whether a link may make two claims one figure."""
    if kind == "impossible":
        return weight == CONVERTED_APART
    return weight >= LEAST or weight == AS_SHARE


def _connected(claims: int, links: LinkColumns, joining: Iterable[int]) -> Iterator[list[int]]:
    """The links that hang together, the surest first: what is not connected at all can be gathered by itself."""
    parent = array("I", range(claims))
    for place in joining:
        a, b = root(parent, links.earlier[place]), root(parent, links.later[place])
        parent[max(a, b)] = min(a, b)

    def part(place: int) -> int:
        """Return the figure in which both ends of a link are by now."""
        return root(parent, links.earlier[place])

    def sure(place: int) -> tuple[int, bool, float, int, int]:
        """Return how early a link joins: by its kind, whether it repeats, and its weight."""
        kind = LAST if links.weights[place] == AS_SHARE else JOINING[KINDS[links.kinds[place]]]
        return kind, not links.repeats(place), -links.weights[place], links.earlier[place], links.later[place]

    for _, places in groupby(sorted(joining, key=part), key=part):
        yield sorted(places, key=sure)


def _gather(links: LinkColumns, places: list[int], leader: "array[int]", apart: Collection[Pair]) -> None:
    members: dict[int, set[int]] = {}
    linked: dict[int, set[int]] = defaultdict(set)
    for place in places:
        earlier, later = links.earlier[place], links.later[place]
        linked[earlier].add(later)
        linked[later].add(earlier)
        members[earlier], members[later] = {earlier}, {later}
    for place in places:
        a, b = leader[links.earlier[place]], leader[links.later[place]]
        same = links.weights[place] if links.repeats(place) else 0.0
        if a == b or not _coherent(same, members[a], members[b], linked) or _kept_apart(a, b, leader, apart):
            continue
        low, high = min(a, b), max(a, b)
        for claim in members[high]:
            leader[claim] = low
        members[low] |= members.pop(high)


def _coherent(same: float, one: set[int], other: set[int], linked: dict[int, set[int]]) -> bool:
    """Whether two groups may become one figure through a link that is so sure that both tell one number."""
    if same == AS_SHARE:
        return len(one) == len(other) == 1
    if same >= SURE or min(len(one), len(other)) == 1:
        return True
    few, many = sorted((one, other), key=len)
    bridges = (bridge for claim in few for bridge in linked[claim] & many)
    return len(list(islice(bridges, 2))) == 2


def _kept_apart(a: int, b: int, leader: "array[int]", apart: Collection[Pair]) -> bool:
    """Whether two groups hold claims that a person put apart."""
    return any({leader[one], leader[other]} == {a, b} for one, other in apart)
