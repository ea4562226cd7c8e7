"""A PDF's page -> runs of characters with their places, as a person sees the page."""

import ctypes
from dataclasses import dataclass
from math import pi

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from firsthand.readers.pdf.covered import NOTHING, Covered

MOST_GLYPHS = 200_000
"""Characters of one page that are read; a printed page has some 5,000."""

HYPHENS = {2, 0xAD, 0x2010, 0xFFFE}
"""What PDFium or a font gives for the hyphen at the end of a line."""

SPACES = {9, 11, 12, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000}
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
HEAVY = 600
"""Weight from which on type is bold; ordinary type has 400."""

TINY = 4.0
"""Height of type in points below which two letters may well lie within a point."""

RAISED = 0.8
"""Height of type, as a share of that beside it, below which it is a raised or lowered sign, or small capitals."""

AGO = 1_000
"""Characters after which a letter at the same place is no second print of the first."""

APART = 1.0
"""Space between two characters, in heights of the type, that separates two runs."""


@dataclass(slots=True)
class Run:
    """Characters that stand side by side; points from the upper left corner, ``size`` the height of the type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    first: int
    last: int
    bold: bool = False

    @property
    def middle(self) -> float:
        """The height at which the run stands."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Sheet:
    """The runs of one page; ``aside`` are those that run in another direction than the page.

    ``notes`` are the comments and filled fields that lie over it, ``under`` what lies under something.
    """

    width: float
    height: float
    runs: list[Run]
    aside: list[Run]
    cut: bool = False
    notes: tuple[str, ...] = ()
    under: Covered = NOTHING


def sheet(page: pdfium.PdfPage, under: Covered = NOTHING) -> Sheet:
    """Return what stands on a page but for what lies under something; ``cut`` says that it holds more than ``MOST_GLYPHS``."""
    text = page.get_textpage()
    try:
        count = max(raw.FPDFText_CountChars(text), 0)
        turned = _direction(text, count)
        frame = _Frame.of(page, turned)
        found = _runs(text, min(count, MOST_GLYPHS), frame, under.characters)
        straight: list[Run] = []
        aside: list[Run] = []
        for run in found:
            ends = (run.first, run.last)
            run.bold = all(raw.FPDFText_GetFontWeight(text, end) >= HEAVY for end in ends)
            (straight if _quarter(text, run.first) == turned else aside).append(run)
        return Sheet(frame.width, frame.height, straight, aside, count > MOST_GLYPHS, under=under)
    finally:
        text.close()


@dataclass(frozen=True, slots=True)
class _Frame:
    """How PDF points become points of the page as it is read: turned by quarters, y downwards."""

    left: float
    bottom: float
    width: float
    height: float
    quarters: int

    @classmethod
    def of(cls, page: pdfium.PdfPage, quarters: int) -> "_Frame":
        """Return the frame of a page that is turned by some quarters."""
        left, bottom, right, top = page.get_cropbox()
        width, height = abs(right - left) or 612.0, abs(top - bottom) or 792.0
        if quarters % 2:
            width, height = height, width
        return cls(min(left, right), min(bottom, top), width, height, quarters)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a box as it is read."""
        west, east = left - self.left, right - self.left
        south, north = bottom - self.bottom, top - self.bottom
        if self.quarters == 0:
            return west, self.height - north, east, self.height - south
        if self.quarters == 1:
            return south, west, north, east
        if self.quarters == 2:
            return self.width - east, south, self.width - west, north
        return self.width - north, self.height - east, self.width - south, self.height - west


def _quarter(text: pdfium.PdfTextPage, index: int) -> int:
    """The direction in which a character is written, in quarter turns against the clock."""
    angle: float = raw.FPDFText_GetCharAngle(text, index)
    return round(-angle / (pi / 2)) % 4


def _direction(text: pdfium.PdfTextPage, count: int) -> int:
    """The direction of most of the page, by every fiftieth character."""
    votes = [0, 0, 0, 0]
    for index in range(0, min(count, MOST_GLYPHS), 50):
        votes[_quarter(text, index)] += 1
    return votes.index(max(votes))


def _runs(text: pdfium.PdfTextPage, count: int, frame: _Frame, hidden: frozenset[int]) -> list[Run]:
    """Join characters to runs. The loop is written for speed: it sees every character of a document."""
    found: list[Run] = []
    rect = raw.FS_RECTF()
    place = ctypes.byref(rect)
    letter_at, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    handle, box = text.raw, frame.box
    letters: list[str] = []
    run: Run | None = None
    spaced = False
    seen: dict[tuple[int, int, int], int] = {}
    for index in range(count):
        code = letter_at(handle, index)
        if code in SPACES or code in {10, 13}:
            spaced = True
            continue
        letter = _letter(code)
        if index in hidden or not letter or not box_of(handle, index, place):
            continue
        left, top, right, bottom = box(rect.left, rect.bottom, rect.right, rect.top)
        spot = (code, round(left), round(top))
        near = max(seen.get(spot, -AGO), seen.get((code, spot[1] - 1, spot[2]), -AGO))
        if near > index - AGO and bottom - top > TINY:
            continue  # the same letter printed twice at one place is how some programs make bold type
        seen[spot] = index
        if run is not None and _joins(run, left, top, bottom):
            if spaced or left - run.right > 0.25 * run.size:
                letters.append(" ")
            letters.append(letter)
            run.right, run.last = max(run.right, right), index
            if bottom - top > run.size:
                run.top, run.bottom, run.size = top, bottom, bottom - top
        else:
            if run is not None:
                run.text = "".join(letters)
            run = Run("", left, top, right, bottom, max(bottom - top, 0.1), index, index)
            found.append(run)
            letters = [letter]
        spaced = False
    if run is not None:
        run.text = "".join(letters)
    return found


def _letter(code: int) -> str:
    if code in HYPHENS:
        return "-"
    if code in LIGATURES:
        return LIGATURES[code]
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or 0x7F <= code < 0xA0:
        return ""
    return chr(code)


def _joins(run: Run, left: float, top: float, bottom: float) -> bool:
    """Whether a character goes on a run: at its height, of its size, and next to its end."""
    overlap = min(run.bottom, bottom) - max(run.top, top)
    if overlap < 0.5 * min(run.size, bottom - top) or not RAISED < (bottom - top) / run.size < 1 / RAISED:
        return False
    return -0.5 * run.size <= left - run.right <= APART * run.size
