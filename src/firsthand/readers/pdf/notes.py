"""What lies over a PDF's page and not in it: comments, and what was filled into a form."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_NOTES = 1_000
"""Notes of one page that are read."""

LONGEST = 20_000
"""Characters of one note that are kept."""

LINKS = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}


def notes(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield each comment and each filled field of a page as a line that says what it is."""
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        try:
            told = _told(note)
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if told:
            yield told


def _told(note: raw.FPDF_ANNOTATION) -> str:
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind in LINKS:
        return ""
    if kind == raw.FPDF_ANNOT_WIDGET:
        name, value = _value(note, b"T"), _value(note, b"V")
        return f"Field {name}: {value}" if value else ""
    said, author = _value(note, b"Contents"), _value(note, b"T")
    if not said:
        return ""
    return f"Comment ({author}): {said}" if author else f"Comment: {said}"


def _value(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    """The text under a key of the note, "" when there is none."""
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= 2 * LONGEST:
        return ""
    held = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return " ".join(held.raw.decode("utf-16-le", "replace").rstrip("\0").split())
