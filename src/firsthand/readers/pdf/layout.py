"""Runs of characters on a page -> blocks of text in the order in which a person reads them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from firsthand.readers.pdf.glyphs import RAISED, Run

LEAST_LINES = 4
"""Lines that a column has at least on each side."""

MOST_RUNS = 5_000
"""Runs of a page in which columns are looked for; a page of a newspaper has a thousand."""

LEAST_LETTERS = 13
"""Letters that a line of running text has on average at least; the cells of a table have fewer."""

CELL_LETTERS = 24
"""Letters between two wide spaces from which on they part columns of text and not the cells of a table."""

FILLED = 0.55
"""How much of a column's width its middle line fills at least, when it is running text."""

CELL = 2.5
"""Space inside a line, in heights of the type, that separates the cells of a table."""

ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\d{0,3}$")
MARK = re.compile(r"\d{1,3}(?:\s*[,;]\s*\d{1,3})*")
UNIT = re.compile(r"(?:^|[\d\s])(?:k|c|m)?m$")
NUMBERED = re.compile(r"\[?(\d{1,3})\]?\s?(?=[A-Z“‘\"'])")
OPENS_ITEM = re.compile(
    r"(?:[•●▪■◦‣*–—-]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxlc]{1,5}[.)]|[QA][.:]|¶\s*\d+|§\s*\d+)\s+\S"
)


ALONE, WIDE = 0.25, 1.7
"""Share of the column's width that a line of a heading leaves free, and the step below it, in sizes of its letters."""


@dataclass(slots=True)
class Line:
    """A printed line of one column."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """The height at which the line stands."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Block:
    """The lines of one paragraph, heading or row of a table; ``page`` counts from 0."""

    lines: list[Line]
    page: int

    @property
    def size(self) -> float:
        """The height of its type in points."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is in heavy type."""
        return all(line.bold for line in self.lines)

    @property
    def top(self) -> float:
        """Where it begins, in points from the upper edge."""
        return self.lines[0].top

    @property
    def opens(self) -> str:
        """Its first line."""
        return self.lines[0].text

    @property
    def letters(self) -> int:
        """How many characters it has."""
        return sum(len(line.text) for line in self.lines)


def blocks(runs: list[Run], page: int) -> list[Block]:
    """Return the blocks of a page in reading order: column after column between what spans them."""
    return [block for region in _regions(runs) for block in _paragraphs(_lines(region), page)]


def _regions(runs: list[Run], depth: int = 0) -> Iterator[list[Run]]:
    """Cut a page into stretches that are read straight down."""
    edge = _gutter(runs) if depth < 4 else None
    if edge is None:
        yield runs
        return
    single: list[Run] = []
    for band in _bands(runs, edge):
        left, right = _sides(band, edge)
        if _reads_as_columns(left, right, band):
            if single:
                yield single
                single = []
            yield from _regions(left, depth + 1)
            yield from _regions(right, depth + 1)
        else:
            single = single + band
    if single:
        yield single


def _gutter(runs: list[Run]) -> float | None:
    """The left edge of a column that has another one to its left; None when the page has one column.

    Left edges at which many lines begin are tried; the one that leaves most
    lines in columns is taken.
    """
    if not 2 * LEAST_LINES <= len(runs) <= MOST_RUNS:
        return None
    edges = Counter(round(run.left / 3) for run in runs)
    leftmost = min(run.left for run in runs)
    best, won = None, 0
    for edge, count in edges.most_common(12):
        place = edge * 3 - 2.0
        if count < LEAST_LINES or place < leftmost + 40:
            continue
        held = sum(
            len(band)
            for band in _bands(runs, place)
            if len(band) >= 2 * LEAST_LINES and _reads_as_columns(*_sides(band, place), band)
        )
        if held > won:
            best, won = place, held
    return best


def _bands(runs: list[Run], edge: float) -> list[list[Run]]:
    """The runs from top to bottom, cut at those that cross the edge; each of these is a band of its own."""
    found: list[list[Run]] = []
    crossing = sorted((run for run in runs if _crosses(run, edge)), key=lambda run: run.middle)
    beside = sorted((run for run in runs if not _crosses(run, edge)), key=lambda run: run.middle)
    place = 0
    for spanning in crossing:
        above = place
        while place < len(beside) and beside[place].middle < spanning.middle:
            place += 1
        if place > above:
            found.append(beside[above:place])
        found.append([spanning])
    if place < len(beside):
        found.append(beside[place:])
    return found


def _crosses(run: Run, edge: float) -> bool:
    return run.left < edge - 1 and run.right > edge + 1


def _sides(band: list[Run], edge: float) -> tuple[list[Run], list[Run]]:
    left = [run for run in band if run.left < edge - 1]
    return left, [run for run in band if run.left >= edge - 1]


def _reads_as_columns(left: list[Run], right: list[Run], band: list[Run]) -> bool:
    """Whether both sides are running text beside each other, and not the cells of a table."""
    if len(left) < LEAST_LINES or len(right) < LEAST_LINES:
        return False
    beside = min(max(r.bottom for r in left), max(r.bottom for r in right)) - max(
        min(r.top for r in left), min(r.top for r in right)
    )
    if beside < LEAST_LINES * median(run.size for run in band):
        return False
    return all(map(_is_running_text, (left, right)))


def _is_running_text(runs: list[Run]) -> bool:
    lines = _lines(runs)
    if len(lines) < LEAST_LINES or mean(len(line.text) for line in lines) < LEAST_LETTERS:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    if (
        sum("\t" in line.text for line in lines) > 0.25 * len(lines)
        and mean(len(run.text) for run in runs) < CELL_LETTERS
    ):
        return False
    text = "".join(line.text for line in lines)
    if sum(map(str.isdigit, text)) > 0.3 * len(text):
        return False
    return median(line.right - line.left for line in lines) >= FILLED * width


def _lines(runs: list[Run]) -> list[Line]:
    """Put runs at one height together; a wide space inside becomes a tab."""
    rows: list[tuple[list[Run], Run]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        for place in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            row, tallest = rows[place]
            if _same_height(tallest, run):
                row.append(run)
                rows[place] = (row, max(tallest, run, key=lambda other: other.size))
                break
        else:
            rows.append(([run], run))
    return [_line(sorted(row, key=lambda run: run.left)) for row, _ in rows]


def _same_height(tallest: Run, run: Run) -> bool:
    overlap = min(tallest.bottom, run.bottom) - max(tallest.top, run.top)
    return overlap > 0.5 * min(tallest.size, run.size)


def _line(row: list[Run]) -> Line:
    longest = max(row, key=lambda run: len(run.text))
    pieces = [_mark(row[0].text, "") if _is_raised(row[0], longest) else row[0].text]
    for before, run in pairwise(row):
        gap = (run.left - before.right) / max(before.size, run.size)
        said = _mark(run.text, before.text) if _is_raised(run, longest) else run.text
        spaced = gap > 0.12 or (before is row[0] and _is_raised(before, longest))
        pieces.append(("\t" if gap > CELL else " " if spaced else "") + said)
    heavy = sum(len(run.text) for run in row if run.bold)
    return Line(
        "".join(pieces),
        row[0].left,
        min(run.top for run in row),
        max(run.right for run in row),
        max(run.bottom for run in row),
        longest.size,
        2 * heavy > sum(len(run.text) for run in row),
    )


def _is_raised(run: Run, longest: Run) -> bool:
    """Whether a run is the mark of a footnote: small figures that stand above the middle of their line."""
    small = run.size < RAISED * longest.size and run.middle < longest.middle - 0.05 * longest.size
    return small and MARK.fullmatch(run.text) is not None


def _mark(figures: str, before: str) -> str:
    """The mark of a footnote as "[1]", so that it is no part of a number before it; the power of a unit as "²"."""
    if UNIT.search(before[-8:]) and figures in "23":
        return {"2": "²", "3": "³"}[figures]
    return "".join(f"[{figure}]" for figure in re.split(r"\s*[,;]\s*", figures))


def _paragraphs(lines: list[Line], page: int) -> Iterator[Block]:
    if not lines:
        return
    column = _Column.of(lines)
    held = [lines[0]]
    for line in lines[1:]:
        if column.parts(held[-1], line, held):
            yield Block(held, page)
            held = []
        held.append(line)
    yield Block(held, page)


@dataclass(frozen=True, slots=True)
class _Column:
    """The edges of a column and the usual step from line to line."""

    left: float
    right: float
    step: float

    @classmethod
    def of(cls, lines: list[Line]) -> "_Column":
        """Return the column that some lines make: its edges and the usual step between lines."""
        steps = [low.middle - high.middle for high, low in pairwise(lines)]
        usual = [step for step in steps if 0 < step < 4 * lines[0].size]
        edges = Counter(round(line.left) for line in lines)
        left = min(edge for edge, count in edges.items() if count >= max(edges.values()) / 2)
        rights = sorted(line.right for line in lines)
        return cls(left, rights[int(0.9 * (len(rights) - 1))], median(usual) if usual else 12.0)

    def parts(self, above: Line, below: Line, held: list[Line]) -> bool:
        """Whether a new block begins with the lower of two lines."""
        size = max(above.size, below.size)
        if below.middle - above.middle > max(1.35 * min(self.step, 2.2 * size), 0.9 * size):
            return True
        if not 0.87 < above.size / below.size < 1.15 and min(len(above.text), len(below.text)) > 3:
            return True
        if "\t" in below.text or "\t" in above.text:
            return True
        if above.bold != below.bold and (
            above.right < self.right - 2 * size or ENDS_SENTENCE.search(above.text)
        ):
            return True
        if OPENS_ITEM.match(below.text) and (
            below.left <= held[0].left + size or ENDS_SENTENCE.search(above.text)
        ):
            return True
        if _next_note(held[0].text, below.text):
            return True
        return (
            self._indented(above, below, held, size)
            or self._after_end(above, below, size)
            or self._alone(above, below, size)
        )

    def _indented(self, above: Line, below: Line, held: list[Line], size: float) -> bool:
        """A first line that stands in, below a line that stood at the edge."""
        if len(held) == 1 and OPENS_ITEM.match(above.text):
            return False
        inwards = below.left - above.left
        return 0.6 * size < inwards < 6 * size and above.left < self.left + 0.6 * size and len(held) > 1

    def _alone(self, above: Line, below: Line, size: float) -> bool:
        """A line that ends well before the edge, with more than the room between two lines below it, ends there."""
        short = above.right < self.right - ALONE * (self.right - self.left)
        wide = below.middle - above.middle > WIDE * size
        return short and wide and not below.text[:1].islower()

    def _after_end(self, above: Line, below: Line, size: float) -> bool:
        """A line that ends a sentence well before the edge ends the paragraph."""
        short = above.right < self.right - max(4 * size, 0.15 * (self.right - self.left))
        return short and bool(ENDS_SENTENCE.search(above.text)) and not below.text[:1].islower()


def _next_note(first: str, line: str) -> bool:
    """Whether a line begins the footnote after the one that a block began with."""
    one, two = NUMBERED.match(first), NUMBERED.match(line)
    return one is not None and two is not None and int(two[1]) == int(one[1]) + 1
