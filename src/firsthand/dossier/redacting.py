"""Originals as a release may hold them: pages as pictures with bars burnt in, and texts written anew.

A bar that is drawn over words leaves the words in the file. So a page of a PDF becomes a picture, black where something is
withheld, in a new file that has no text, no metadata and no attachments. A DOCX is written anew from the released text:
nothing of comments, tracked changes, properties or hidden runs can be left in it. The original in the dossier stays as it is.
"""

import ctypes
import io
import zipfile
import zlib
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape

from firsthand import ledger
from firsthand.protection import Made, Terms
from firsthand.records import Document

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SCALE = 2.0
"""Pixels for a point, 144 to the inch: small print can be read."""

PICTURE = 3
"""PDFium's type of an object on a page that is a picture."""

MARGIN = 2.0
"""Points by which a bar is wider than the letters under it: their outline tells nothing."""

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of the parts of an archive: when they were written is nobody's business."""

EMPTY_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
}


def archive(store: ledger.Ledger, made: Made) -> bytes:
    """Return a ZIP archive with each document of a release as it may be seen: PDF, DOCX, or else its released text.

    Of a PDF with a page on which no words can be found (a scan), or with pictures inside of drawings, only the
    released text is in it.
    """
    parts = {"README.txt": _said(made).encode()}
    for document in made.release.documents:
        name = made.release.names[document.id]
        real = made.documents[document.id]
        redacted = None
        if document.original.media_type == PDF:
            redacted = _pages(store.content(store.document(real).original.sha256), _terms(made, real))
        if redacted is not None:
            parts[f"{name}.pdf"] = redacted
        elif document.original.media_type == DOCX:
            parts[f"{name}.docx"] = _document(document)
        else:
            parts[f"{name}.txt"] = document.text.encode("utf-8", "replace")
    return _zipped(parts)


def _terms(made: Made, real: str) -> Terms:
    """Everything that is withheld, and the common details of this document wherever they stand in it."""
    own = (replace(each, stands_for="") for _, each in made.mask.common.get(real, ()))
    return Terms((*made.mask.terms.terms, *own))


def _said(made: Made) -> str:
    release = made.release
    withheld = "\n".join(f"- {line}" for line in release.withheld)
    return f"Release profile: {release.profile}\n{release.says}\n\nWithheld:\n{withheld}\n\nMade: {release.made}\n"


def _pages(content: bytes, terms: Terms) -> bytes | None:
    """Return a PDF as pictures of its pages with bars over what is withheld, None when a page has no words to be found."""
    import pikepdf
    import pypdfium2 as pdfium

    made = pikepdf.new()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return None
    try:
        for page in document:
            picture = _picture(page, terms)
            if picture is None:
                return None
            _add_page(made, *picture, page.get_size())
    finally:
        document.close()
    out = io.BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


def _picture(page: Any, terms: Terms) -> tuple[bytes, int, int] | None:
    """Return the grey pixels of a page with bars burnt in, its width and height; None when its words cannot be found.

    Pictures on it are barred too: nobody looked for a face or for words in them.
    """
    textpage = page.get_textpage()
    text = _characters(textpage)
    pictures = [_bounds(item) for item in page.get_objects(max_depth=1) if item.type == PICTURE]
    deeper = sum(item.type == PICTURE for item in page.get_objects()) > len(pictures)
    if deeper or (pictures and not text.strip()):
        return None
    bitmap = page.render(scale=SCALE, grayscale=True, draw_annots=False, may_draw_forms=False)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytearray(bytes(bitmap.buffer))
    for match in terms.all(text):
        boxes = [
            textpage.get_charbox(n, loose=True)
            for n in range(match.start, match.end)
            if not text[n].isspace()
        ]
        for box in boxes:
            _bar(pixels, _on_picture(page, box, width, height), (width, height, stride))
    for box in pictures:
        _bar(pixels, _on_picture(page, box, width, height), (width, height, stride))
    rows = (bytes(pixels[row * stride : row * stride + width]) for row in range(height))
    return b"".join(rows), width, height


def _characters(textpage: Any) -> str:
    """Return the text of a page with one character for each box; PDFium's own text leaves some out."""
    import pypdfium2.raw as raw

    codes = (raw.FPDFText_GetUnicode(textpage.raw, n) for n in range(textpage.count_chars()))
    return "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes
    )


def _bounds(item: Any) -> tuple[float, ...]:
    """Return left, bottom, right and top of something on a page, in points."""
    import pypdfium2.raw as raw

    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item.raw, *sides)
    return tuple(side.value for side in sides)


def _on_picture(page: Any, box: tuple[float, ...], width: int, height: int) -> tuple[int, int, int, int]:
    """Return where a box of a page stands on its picture, whichever way the page is turned."""
    import pypdfium2.raw as raw

    xs, ys = [], []
    left, bottom, right, top = box
    for x, y in ((left - MARGIN, bottom - MARGIN), (right + MARGIN, top + MARGIN)):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, across, down)
        xs.append(across.value)
        ys.append(down.value)
    return min(xs), min(ys), max(xs), max(ys)


def _bar(pixels: bytearray, box: tuple[int, int, int, int], size: tuple[int, int, int]) -> None:
    width, height, stride = size
    left, top, right, bottom = box
    left, right = max(0, left), min(width, right + 1)
    for row in range(max(0, top), min(height, bottom + 1)):
        if right > left:
            pixels[row * stride + left : row * stride + right] = bytes(right - left)


def _add_page(made: Any, pixels: bytes, width: int, height: int, size: tuple[float, float]) -> None:
    import pikepdf

    made.add_blank_page(page_size=size)
    page = made.pages[-1]
    image = pikepdf.Stream(made, zlib.compress(pixels))
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = width, height, 8
    image.ColorSpace, image.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.FlateDecode
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=made.make_indirect(image)))
    page.Contents = made.make_stream(f"q {size[0]} 0 0 {size[1]} 0 0 cm /Page Do Q".encode())


def _document(document: Document) -> bytes:
    """Return the released text of a document as a DOCX of nothing but paragraphs."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_allowed(line))}</w:t></w:r></w:p>'
        for line in document.text.splitlines()
        if line.strip()
    )
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return _zipped(
        {name: (head + part).encode() for name, part in (EMPTY_PARTS | {"word/document.xml": body}).items()}
    )


def _allowed(line: str) -> str:
    """Return a line without what XML cannot hold."""
    return "".join(letter for letter in line if letter == "\t" or letter.isprintable())


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
