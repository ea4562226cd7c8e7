"""Marks that nest and overlap, as flat pieces of text: each with the marks that cover it.

HTML cannot cross its elements, so nothing is ever wrapped around two pieces; a piece says itself what it is part of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.records import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks: their numbers, and of these the ones that begin with it."""

    span: Span
    marks: tuple[int, ...]
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with the ends of line behind it, in pieces."""

    span: Span
    segments: tuple[Segment, ...]


def segments(within: Span, marks: Sequence[Span]) -> Iterator[Segment]:
    """Yield the pieces of a stretch in order; together they are the stretch, and no piece is empty.

    The numbers are places in ``marks``, in their order. A mark that begins before the stretch begins with no piece.
    """
    edges: dict[int, tuple[list[int], list[int]]] = {within.start: ([], []), within.end: ([], [])}
    for number, mark in enumerate(marks):
        start, end = max(mark.start, within.start), min(mark.end, within.end)
        if start < end:
            edges.setdefault(start, ([], []))[0].append(number)
            edges.setdefault(end, ([], []))[1].append(number)
    places = sorted(edges)
    open_: set[int] = set()
    for place, following in pairwise(places):
        opened, closed = edges[place]
        open_.difference_update(closed)
        open_.update(opened)
        begins = tuple(number for number in opened if marks[number].start >= within.start)
        yield Segment(Span(place, following), tuple(sorted(open_)), begins)


def lines(text: str, within: Span, marks: Sequence[Span]) -> Iterator[Line]:
    """Yield the lines of a stretch in order, each in pieces; together they are the stretch."""
    bounds = _lines(text, within)
    bound = next(bounds, None)
    gathered: list[Segment] = []
    for segment in segments(within, marks):
        left = segment
        while bound is not None and left.span.end > bound.end:
            head, left = _cut(left, bound.end)
            gathered.append(head)
            yield Line(bound, tuple(gathered))
            gathered, bound = [], next(bounds, None)
        gathered.append(left)
        if bound is not None and left.span.end == bound.end:
            yield Line(bound, tuple(gathered))
            gathered, bound = [], next(bounds, None)


def _lines(text: str, within: Span) -> Iterator[Span]:
    """The lines of a stretch with the empty ones behind them."""
    start = place = within.start
    while place < within.end:
        stop = text.find("\n", place, within.end)
        if stop < 0:
            break
        place = stop + 1
        while place < within.end and text[place] in "\r\n":
            place += 1
        yield Span(start, place)
        start = place
    if start < within.end:
        yield Span(start, within.end)


def _cut(segment: Segment, place: int) -> tuple[Segment, Segment]:
    """A piece in two; only the first of them begins anything."""
    span = segment.span
    return (
        Segment(Span(span.start, place), segment.marks, segment.begins),
        Segment(Span(place, span.end), segment.marks),
    )
