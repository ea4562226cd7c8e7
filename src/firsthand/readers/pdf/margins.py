"""What stands in the margins of a PDF's pages: running heads, page numbers, the line numbers of transcripts."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from firsthand.readers.pdf.glyphs import Run, Sheet

MARGIN, FAR = 0.12, 0.3
"""Share of a page's height at its upper and at its lower edge where page numbers stand, and where running heads may."""

REPEATED, AT_ONE_HEIGHT = 3, 2
"""Pages on which the same words stand near the edge, so that they are a running head; outermost and at one height."""

ROWS = 4
"""Rows from the edge that are looked at."""

PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|p\.?|pg\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
LEAST_NUMBERED = 8
"""Lines of a page that are numbered at least, so that the numbers are line numbers."""


@dataclass(slots=True)
class Parted:
    """A page's runs by where they stand."""

    head: list[Run]
    body: list[Run]
    foot: list[Run]
    numbers: list[Run]


def part(sheets: list[Sheet]) -> list[Parted]:
    """Return for every page what is body and what is margin."""
    found = [_margins(sheet) for sheet in sheets]
    keys = Counter(
        key
        for rows in found
        for key in {(edge, *_key(row)) for edge, edge_rows in rows.items() for row in edge_rows}
    )
    outermost = Counter(
        (edge, *_key(rows[edge][0]), _height(rows[edge][0])) for rows in found for edge in rows if rows[edge]
    )
    running = {key for key, count in keys.items() if count >= REPEATED and len(key[1]) > 3}
    running |= {key[:3] for key, count in outermost.items() if count >= AT_ONE_HEIGHT and len(key[1]) > 3}
    return [_part(sheet, rows, running) for sheet, rows in zip(sheets, found, strict=True)]


def _height(row: list[Run]) -> int:
    """Where a row stands, in steps of three points."""
    return round(row[0].middle / 3)


def _margins(sheet: Sheet) -> dict[str, list[list[Run]]]:
    """The outermost rows of a page at its upper and lower edge, the outermost first."""
    height = sheet.height
    ordered = sorted(sheet.runs, key=lambda run: run.middle)
    head = [run for run in ordered if run.middle < FAR * height]
    foot = [run for run in reversed(ordered) if run.middle > (1 - FAR) * height]
    return {"head": _rows(head), "foot": _rows(foot)}


def _rows(runs: list[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in runs:
        if rows and abs(rows[-1][0].middle - run.middle) < 0.5 * run.size:
            rows[-1].append(run)
        elif len(rows) < ROWS:
            rows.append([run])
        else:
            break
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _key(row: list[Run]) -> tuple[str, int]:
    """The words of a row without its numbers, which change from page to page, and about how big they are.

    The size keeps a title apart from the running head that repeats it.
    """
    words = re.sub(r"\b(?=[ivxlc])[ivxlc]{1,6}\b|\d+", "#", " ".join(run.text for run in row).lower())
    return re.sub(r"\W+", " ", words.replace("#", " ")).strip(), round(max(run.size for run in row) / 4)


def _part(sheet: Sheet, rows: dict[str, list[list[Run]]], running: set[tuple[str, str, int]]) -> Parted:
    taken: dict[str, list[Run]] = {"head": [], "foot": []}
    for edge, edge_rows in rows.items():
        for place, row in enumerate(edge_rows):
            whole = " ".join(run.text for run in row)
            near = min(row[0].middle, sheet.height - row[0].middle) < MARGIN * sheet.height
            numbered = near and place <= len(taken[edge]) and PAGE_NUMBER.fullmatch(whole.strip())
            if (edge, *_key(row)) in running or numbered:
                taken[edge].extend(row)
    margin = {id(run) for row in taken.values() for run in row}
    numbers = _line_numbers([run for run in sheet.runs if id(run) not in margin])
    margin |= {id(run) for run in numbers}
    body = [run for run in sheet.runs if id(run) not in margin]
    head = sorted(taken["head"], key=lambda run: (round(run.middle), run.left))
    foot = sorted(taken["foot"], key=lambda run: (round(run.middle), run.left))
    return Parted(head, body, foot, numbers)


def _line_numbers(runs: list[Run]) -> list[Run]:
    """The numbers of the lines of a transcript: one under the other at the left, each one more than the last."""
    if not runs:
        return []
    leftmost = min(run.left for run in runs)
    column = [run for run in runs if re.fullmatch(r"\d{1,3}", run.text) and run.right < leftmost + 40]
    column.sort(key=lambda run: run.middle)
    steps = sum(int(below.text) - int(above.text) == 1 for above, below in pairwise(column))
    return column if len(column) >= LEAST_NUMBERED and steps >= 0.9 * (len(column) - 1) else []
