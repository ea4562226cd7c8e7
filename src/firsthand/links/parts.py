"""How many things are worked through: by this process alone, or by several of which each does a part."""

from collections.abc import Callable, Iterable, Iterator

AT_ONCE = 100
"""Things of which one process makes something at a time."""

Parts = Callable[[int, Callable[[range], bytes]], Iterable[bytes]]
"""What is told how many things there are, and given what makes something of some of them by their places; it returns what
was made of all of them, in their order, some at a time. What is made must be the same whoever makes it."""


def one_by_one(count: int, work: Callable[[range], bytes]) -> Iterator[bytes]:
    """Yield what is made of so many things, some at a time."""
    yield from map(work, pieces(count))


def pieces(count: int) -> list[range]:
    """Return the places of so many things, some at a time."""
    return [range(first, min(first + AT_ONCE, count)) for first in range(0, count, AT_ONCE)]
