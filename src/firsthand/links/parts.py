"""How many things are worked through: by this process alone, or by several of which each does a part."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

AT_ONCE = 100
"""Things of which one process makes something at a time."""

LEAST = 8
"""Pieces in which they are given out at least, where there are as many things."""

ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(list[bytes])

Parts = Callable[[int, Callable[[range], bytes]], Iterable[bytes]]
"""What is told how many things there are, and given what makes something of some of them by their places; it returns what
was made of all of them, in their order, some at a time. What is made must be the same whoever makes it."""


def one_by_one(count: int, work: Callable[[range], bytes]) -> Iterator[bytes]:
    """Yield what is made of so many things, some at a time."""
    yield from map(work, pieces(count))


def pieces(count: int) -> list[range]:
    """Return the places of so many things, some at a time."""
    size = min(AT_ONCE, max(1, count // LEAST))
    return [range(first, min(first + size, count)) for first in range(0, count, size)]


def steps(parts: Parts, work: Sequence[Callable[[], bytes]]) -> list[bytes]:
    """Return what some steps make that need nothing of each other, each done by one of several processes."""

    def done(places: range) -> bytes:
        """Return what the steps at some places make."""
        return ENCODER.encode([work[place]() for place in places])

    return [made for part in parts(len(work), done) for made in DECODER.decode(part)]
