"""Text of a PDF's page that lies under something: bars drawn over words that were never taken out.

A bar hides words from the eye only; whoever selects them can copy them. That they are hidden is seen
as an eye sees it: the page is drawn as it is, and once more without filled shapes and notes. A character whose ink
is in the second picture and not in the first one lies under something. Type without ink (the text behind a
scan) is in neither, white type on a dark field not in the second one, and words seen through a tint in both.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from firsthand.readers.pdf.notes import LINKS

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    Picture = NDArray[floating]

SCALE = 2.0
"""Pixels for a point: a letter of ten points has some hundred."""

INK = 60
"""Difference of grey, of 255, between the paper and a letter that can be seen."""

TRACE = 24
"""Difference of grey below which a place is one plain colour."""

ALIKE = 0.5
"""Correlation of the two pictures of a letter from which it is the same letter."""

ALIKE_ALL = 0.3
"""The same for a whole passage: a stamp that crosses letters leaves more of them."""

APART = 20.0
"""Points between two characters of one line that are under two bars."""

GAP = 3
"""Characters between two covered ones that still belong to one passage (the spaces)."""

STAMPED = 3
"""Bars of one page with the same words under them: these are a stamp of the program that drew the bars."""

LEAST = 2
"""Letters and digits of a passage that is told of."""

BAR_WIDE, BAR_HIGH = 5.0, 4.0
"""Points of the smallest shape that could hide words; rules and underlines are thinner."""

DARK = 110
"""Of 255, the lightest colour of a field on which black words are not seen; grey fields of tables are lighter."""

INKLESS = {0, 9, 10, 13, 32, 0xA0, 0xAD, 0xFFFE}


Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page as it lies in the file."""


@dataclass(frozen=True, slots=True)
class Covered:
    """The characters of a page under bars, by their numbers, and the passages that they make.

    ``down`` says for each passage how far from the upper edge of the page it stands, in points.
    """

    characters: frozenset[int] = frozenset()
    passages: tuple[str, ...] = ()
    down: tuple[float, ...] = ()


NOTHING = Covered()


def covered(pdf: pdfium.PdfDocument, number: int, labels: frozenset[str]) -> Covered:
    """Return what lies under something on a page; ``labels`` are words that say why something was taken out."""
    bare = pdf[number]
    try:
        if not _may_cover(bare):
            return NOTHING
        as_it_is = _drawn(bare, notes=True)
        text = bare.get_textpage()
        try:
            _take_away(bare)
            without = _drawn(bare, notes=False)
            passages = _passages(bare, text, without, as_it_is)
            told = [
                (at, _words(text, at), _place(bare, text.get_charbox(at[0]), as_it_is)[0].start / SCALE)
                for at in passages
            ]
        finally:
            text.close()
    finally:
        bare.close()
    times = Counter(word for _, words, _ in told for word in words.split())
    found = [
        (at, words, down)
        for at, words, down in told
        if not _is_stamp(words.split(), times)
        and sum(map(str.isalnum, words)) >= LEAST
        and words.casefold().strip(" .[]()") not in labels
    ]
    return Covered(
        frozenset(index for at, _, _ in found for index in range(at[0], at[-1] + 1)),
        tuple(words for _, words, _ in found),
        tuple(down for _, _, down in found),
    )


def _is_stamp(words: Sequence[str], times: Counter[str]) -> bool:
    return len(set(words)) == 1 and times[words[0]] >= STAMPED


def _may_cover(page: pdfium.PdfPage) -> bool:
    """Whether there is a note, or a filled shape on which words lie and that was painted after them or is dark.

    Most pages are told by that, without drawing them.
    """
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, place)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in LINKS and kind != raw.FPDF_ANNOT_WIDGET:
            return True
    written: list[float] = []
    dark: list[tuple[float, float]] = []
    for item in _items(page):
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            _, bottom, _, top = _box(item)
            written.append((bottom + top) / 2)
            if any(low <= written[-1] <= high for low, high in dark):
                return True
        elif kind == raw.FPDF_PAGEOBJ_FORM and any(_is_bar(part) for part in _parts(item)):
            return True
        elif _is_bar(item):
            _, bottom, _, top = _box(item)
            if any(bottom <= y <= top for y in written):
                return True
            if _is_dark(item):
                dark.append((bottom, top))
    return False


def _is_dark(item: raw.FPDF_PAGEOBJECT) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *parts)
    return max(part.value for part in parts[:3]) < DARK


def _take_away(page: pdfium.PdfPage) -> None:
    """Remove the filled shapes of a page that was opened for this alone; the file is not changed."""
    for item in list(_items(page)):
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM:
            for part in [part for part in _parts(item) if _is_bar(part)]:
                raw.FPDFFormObj_RemoveObject(item, part)
        elif _is_bar(item):
            raw.FPDFPage_RemoveObject(page, item)


def _items(page: pdfium.PdfPage) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for place in range(raw.FPDFPage_CountObjects(page)):
        yield raw.FPDFPage_GetObject(page, place)


def _parts(form: raw.FPDF_PAGEOBJECT) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for place in range(max(raw.FPDFFormObj_CountObjects(form), 0)):
        yield raw.FPDFFormObj_GetObject(form, place)


def _is_bar(item: raw.FPDF_PAGEOBJECT) -> bool:
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    left, bottom, right, top = _box(item)
    return bool(fill.value) and right - left >= BAR_WIDE and top - bottom >= BAR_HIGH


def _box(item: raw.FPDF_PAGEOBJECT) -> Box:
    ends = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *ends)
    left, bottom, right, top = (end.value for end in ends)
    return left, bottom, right, top


def _drawn(page: pdfium.PdfPage, *, notes: bool) -> Picture:
    bitmap = page.render(scale=SCALE, grayscale=True, draw_annots=notes)
    try:
        picture: Picture = bitmap.to_numpy().squeeze().astype("float32")
        return picture
    finally:
        bitmap.close()


def _passages(
    page: pdfium.PdfPage, text: pdfium.PdfTextPage, without: Picture, as_it_is: Picture
) -> Iterator[list[int]]:
    """Yield the numbers of the characters of each passage that something lies over."""
    gathered: list[int] = []
    likeness: list[float] = []
    last = (0.0, 0.0, 0.0, 0.0)
    icons = list(_icons(page))
    for index in range(max(raw.FPDFText_CountChars(text), 0)):
        if raw.FPDFText_GetUnicode(text, index) in INKLESS:
            continue
        box = text.get_charbox(index)
        if any(
            left <= box[2] and box[0] <= right and low <= box[3] and box[1] <= high
            for left, low, right, high in icons
        ):
            continue
        place = _place(page, box, as_it_is)
        alike = _alike(without[place], as_it_is[place])
        if alike is None or alike >= ALIKE:
            continue
        apart = gathered and (index - gathered[-1] > GAP or _breaks(last, box))
        if apart:
            yield from _whole(gathered, likeness)
            gathered, likeness = [], []
        last = box
        gathered.append(index)
        likeness.append(alike)
    yield from _whole(gathered, likeness)


def _breaks(last: Box, box: Box) -> bool:
    """Whether a character stands on another line than the one before it, or far behind it."""
    return box[3] <= last[1] or max(box[0] - last[2], last[0] - box[2]) > APART


def _icons(page: pdfium.PdfPage) -> Iterator[Box]:
    """Yield where the signs of comments stand: they lie over words and hide nothing, for they can be moved."""
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, place)
        rect = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_TEXT and raw.FPDFAnnot_GetRect(note, rect):
            yield rect.left, rect.bottom, rect.right, rect.top
        raw.FPDFPage_CloseAnnot(note)


def _whole(gathered: list[int], likeness: Sequence[float]) -> Iterator[list[int]]:
    if likeness and sum(likeness) / len(likeness) < ALIKE_ALL:
        yield gathered


def _place(page: pdfium.PdfPage, box: Box, picture: Picture) -> tuple[slice, slice]:
    """The pixels of a character and one round it; the page may be turned, and its corner need not be the origin."""
    left, bottom, right, top = box
    height, width = picture.shape
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for corner in ((left, bottom), (right, top)):
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, *corner, x, y)
        corners.append((x.value, y.value))
    (west, east), (north, south) = (sorted(ends) for ends in zip(*corners, strict=True))
    return slice(max(north - 1, 0), max(south + 2, 0)), slice(max(west - 1, 0), max(east + 2, 0))


def _alike(without: Picture, as_it_is: Picture) -> float | None:
    """How alike two pictures of a character are, 1 for the same; None when there is no ink to be seen in the first."""
    if without.size == 0 or without.shape != as_it_is.shape or without.max() - without.min() < INK:
        return None
    if as_it_is.max() - as_it_is.min() < TRACE:
        return 0.0
    one, other = without - without.mean(), as_it_is - as_it_is.mean()
    return float((one * other).sum() / ((one**2).sum() * (other**2).sum()) ** 0.5)


def _words(text: pdfium.PdfTextPage, at: Sequence[int]) -> str:
    return " ".join(str(text.get_text_range(at[0], at[-1] - at[0] + 1)).split())
