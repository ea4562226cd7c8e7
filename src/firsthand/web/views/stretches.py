"""A long text in stretches, each of which fits on one page and ends with a paragraph."""

from bisect import bisect_right
from collections.abc import Sequence

from firsthand.records import Span

LONGEST = 10_000
"""Characters of a stretch: two screens short of tiring, and with all its marks well below half a megabyte of HTML."""

LITTLE = 2_000
"""What is left at the end and shorter than this goes with the stretch before."""


def stretches(text: str, longest: int = LONGEST) -> tuple[Span, ...]:
    """Return the stretches of a text in order; together they are the whole text.

    A stretch ends behind an empty line where it can, else behind a line, a word, or anywhere. An empty text has
    one empty stretch.

    >>> stretches("one\\n\\ntwo", 5)
    (Span(start=0, end=5), Span(start=5, end=8))
    """
    found, start = [], 0
    rest = min(LITTLE, longest // 4)
    while len(text) - start > longest + rest:
        end = _end(text, start, start + longest)
        found.append(Span(start, end))
        start = end
    found.append(Span(start, len(text)))
    return tuple(found)


def number_of(parts: Sequence[Span], place: int) -> int:
    """Return the number of the stretch, counted from 0, in which a character stands; of a place beyond the text the last."""
    return max(0, bisect_right(parts, place, key=lambda part: part.start) - 1)


def _end(text: str, start: int, latest: int) -> int:
    earliest = start + (latest - start) // 2
    for stop in ("\n\n", "\n", " "):
        place = text.rfind(stop, earliest, latest)
        if place >= 0:
            return place + len(stop)
    return latest
