"""The marks of each paragraph, so that a claim looks only at what stands near it, however long the document is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from firsthand.language import Paragraph, Parse
from firsthand.records import Marks, Span


class Placed(Protocol):
    """A mark with one place."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Mark = TypeVar("Mark", bound=Placed)


class Around:
    """Finds the paragraph of a place and the quantities, times, places and citations in it.

    Times and places that belong to the name of a source ("a report released in
    May by ...") are left out: they do not date or place what it says. So are
    vague quantities ("many"): nothing checkable is stated by them.
    """

    def __init__(self, parse: Parse, marks: Marks) -> None:
        self.parse = parse
        named = sorted(span for each in marks.attributions if each.source for span in each.source.spans)
        self.marks = replace(
            marks,
            times=_outside(marks.times, named),
            places=_outside(marks.places, named),
            quantities=tuple(each for each in marks.quantities if not each.vague),
        )
        self.kept: dict[int, Marks] = {}

    def paragraph(self, place: int) -> Paragraph | None:
        """Return the paragraph in which a character stands, None where nothing was parsed."""
        return self.parse.paragraph_at(place)

    def within(self, paragraph: Paragraph) -> Marks:
        """Return the marks of a paragraph."""
        if paragraph.start not in self.kept:
            span = paragraph.span
            self.kept[paragraph.start] = Marks(
                times=_in(self.marks.times, span),
                places=_in(self.marks.places, span),
                citations=_in(self.marks.citations, span),
                quantities=_in(self.marks.quantities, span),
            )
        return self.kept[paragraph.start]


def _in(marks: Sequence[Mark], span: Span) -> tuple[Mark, ...]:
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return tuple(marks[first:last])


def _outside(marks: Sequence[Mark], named: Sequence[Span]) -> tuple[Mark, ...]:
    kept = []
    for mark in marks:
        index = bisect_right(named, mark.span.start, key=lambda span: span.start)
        if not any(span.holds(mark.span) for span in named[max(0, index - 3) : index]):
            kept.append(mark)
    return tuple(kept)
