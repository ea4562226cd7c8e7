"""A long text in stretches, each of which fits on one page and ends with a paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from firsthand.records import Span

LONGEST = 10_000
"""Characters of a stretch: two screens short of tiring, and with all its marks well below half a megabyte of HTML."""

CROWDED = 1_200
"""Marks that begin in a stretch at most: in a table of numbers they are many times longer than its text."""

LITTLE = 2_000
"""What is left at the end and shorter than this goes with the stretch before."""


def stretches(text: str, longest: int = LONGEST, marked: Sequence[int] = ()) -> tuple[Span, ...]:
    """Return the stretches of a text in order; together they are the whole text.

    A stretch ends behind an empty line where it can, else behind a line, a word, or anywhere. ``marked`` holds the
    places where marks begin, in order; where they crowd, stretches are shorter. An empty text has one empty stretch.

    >>> stretches("one\\n\\ntwo", 5)
    (Span(start=0, end=5), Span(start=5, end=8))
    """
    found, start = [], 0
    rest = min(LITTLE, longest // 4)
    while (latest := _latest(text, start, (longest, rest), marked)) < len(text):
        end = _end(text, start, latest)
        found.append(Span(start, end))
        start = end
    found.append(Span(start, len(text)))
    return tuple(found)


def number_of(parts: Sequence[Span], place: int) -> int:
    """Return the number of the stretch, counted from 0, in which a character stands; of a place beyond the text the last."""
    return max(0, bisect_right(parts, place, key=lambda part: part.start) - 1)


def _latest(text: str, start: int, sizes: tuple[int, int], marked: Sequence[int]) -> int:
    """Where a stretch ends at the latest; the end of the text where what is left is little."""
    longest, rest = sizes
    place = len(text) if len(text) - start <= longest + rest else start + longest
    crowd = bisect_left(marked, start) + CROWDED
    if crowd < len(marked) and marked[crowd] < place:
        return max(start + 1, marked[crowd])
    return place


def _end(text: str, start: int, latest: int) -> int:
    earliest = start + (latest - start) // 2
    for stop in ("\n\n", "\n", " "):
        place = text.rfind(stop, earliest, latest)
        if place >= 0:
            return place + len(stop)
    return latest
