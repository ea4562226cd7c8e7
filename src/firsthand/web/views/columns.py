"""Two documents side by side, as a template writes them: rows of two cells, each in pieces that both or only one has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from firsthand.dossier.beside import Beside, Row
from firsthand.records import Document, Span, Stretch
from firsthand.web.views.segments import segments
from firsthand.web.views.visible import Piece, pieces

ROWS = 40
"""Rows on one page."""

HEAD = 320
"""Characters at either end of what only one document has that are shown; the rest is read in the document itself."""

NEAR = 40
"""Characters behind a place in which the end of a word is looked for."""

Whose = Literal["both", "alone", "cut"]


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a cell: of both documents, of this one alone, or ``cut``: left out here, ``left`` characters long."""

    whose: Whose
    words: tuple[Piece, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: the cell of each document, empty where it has nothing there."""

    row: Row
    one: tuple[Bit, ...]
    other: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two documents with some rows of them; the counts are those of all rows."""

    one: Document
    other: Document
    rows: Stretch[Pair]
    shared: int
    changed: int
    differ: int
    moved: int


def columns(beside: Beside, first: int) -> Columns:
    """Return the rows from a place on, the first being 0."""
    some = beside.rows[first : first + ROWS]
    found = tuple(Pair(row, _cell(beside.one, row, 0), _cell(beside.other, row, 1)) for row in some)
    shared = [row for row in beside.rows if row.shared]
    return Columns(
        beside.one,
        beside.other,
        Stretch(found, first, len(beside.rows)),
        sum(not row.goes_on for row in shared),
        sum(row.changed for row in shared),
        sum(row.differ for row in shared),
        sum(row.moved and not row.goes_on for row in shared),
    )


def row_at(beside: Beside, place: int) -> int | None:
    """Return the number of the row in which a character of the first document stands, None where there is none."""
    return next(
        (n for n, row in enumerate(beside.rows) if row.one and row.one.start <= place < row.one.end), None
    )


def _cell(document: Document, row: Row, side: Literal[0, 1]) -> tuple[Bit, ...]:
    whole = (row.one, row.other)[side]
    span = _trimmed(document.text, whole) if whole else None
    if span is None:
        return ()
    return tuple(_shared(document, span, row, side) if row.shared else _between(document, span))


def _trimmed(text: str, span: Span) -> Span | None:
    """A stretch without the white space at its ends, which a cell need not show; None where nothing else is in it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _shared(document: Document, span: Span, row: Row, side: Literal[0, 1]) -> Iterator[Bit]:
    """The passage in pieces; what is only here says so."""
    alone = [pair[side] for pair in row.laid if pair[1 - side] is None]
    marks = [place for place in alone if place is not None]
    for segment in segments(span, marks):
        whose: Whose = "alone" if segment.marks else "both"
        yield Bit(whose, tuple(pieces(segment.span.of(document.text))))


def _between(document: Document, span: Span) -> Iterator[Bit]:
    """The words between two passages, of many only the first and the last."""
    text = span.of(document.text)
    if len(text) <= 2 * HEAD + HEAD // 2:
        yield Bit("both", tuple(pieces(text)))
        return
    first, last = _behind_a_word(text, HEAD), _behind_a_word(text, len(text) - HEAD)
    yield Bit("both", tuple(pieces(text[:first])))
    yield Bit("cut", left=last - first)
    yield Bit("both", tuple(pieces(text[last:])))


def _behind_a_word(text: str, place: int) -> int:
    """A place near to the given one at which no word is cut; the place itself in a script without spaces."""
    match = re.compile(r"\s").search(text, place, place + NEAR)
    return match.end() if match else place
