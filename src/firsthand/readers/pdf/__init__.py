"""PDF -> document: the text layer in reading order, page by page.

``glyphs`` takes the runs of letters of a page, ``notes`` what lies over it, ``covered`` what lies under a bar;
``margins`` parts the running heads and page numbers from the body; ``layout``
makes lines and blocks of the body's runs, column by column; ``flow`` makes the
pieces of one text of the blocks of all pages. Zones come from their places, else
from ``zoning``; the text is put together here.
"""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from firsthand.errors import UnreadableOriginal
from firsthand.lexicon import words
from firsthand.readers import document_id
from firsthand.readers.assembly import Assembly
from firsthand.readers.facts import Stated, composed, dates
from firsthand.readers.facts.properties import declared
from firsthand.readers.facts.written_dates import iso_day
from firsthand.readers.pdf.covered import covered
from firsthand.readers.pdf.flow import Flow, Piece, titles
from firsthand.readers.pdf.glyphs import MOST_GLYPHS, Run, Sheet, sheet
from firsthand.readers.pdf.layout import blocks
from firsthand.readers.pdf.margins import part
from firsthand.readers.pdf.notes import notes
from firsthand.readers.zoning import kinds_of
from firsthand.records import FoundDate, Original, Problem, Reading

MOST_PAGES = 5_000
FEW_LETTERS = 100
"""A page with fewer letters that is mostly a picture is a scan, perhaps with a stamp of the court on it."""

METADATA = ("Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate", "Creator", "Producer")
DATED_PAGES = 2
"""Pages at the beginning on which a document dates itself; later ones tell of other days."""

MOST_TOLD = 50
"""Passages under bars of which each gets its own sentence."""

POINTS_OF_A_CM = 72 / 2.54

METADATA_WEIGHT = 40
"""A file is often made on the day that it came out, often later: any date line on the page is better support."""


def read(original: Original, content: bytes) -> Reading:
    """Read the text layer of a PDF.

    ``Document.pages`` holds the start of each page. Pages that are pictures,
    and pages that are damaged, are problems.

    Raises UnreadableOriginal when the file is encrypted or damaged, or when no
    page has text.
    """
    where = document_id(original)
    with _open(content) as pdf:
        sheets, problems = _sheets(pdf, where)
        properties = {key: value for key, value in pdf.get_metadata_dict().items() if value and value.strip()}
    if b"%%EOF" not in content[-4096:]:
        problems.append(Problem(where, "the end of the file is missing; pages may be missing too"))
    if not any(page.runs or page.aside for page in sheets):
        raise UnreadableOriginal(_nothing(problems))
    return _compose(original, sheets, properties, problems)


def _open(content: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(content)
        if len(pdf) > 0:
            return pdf
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableOriginal(
                "the PDF is encrypted; save a copy without its password and add that"
            ) from error
        raise UnreadableOriginal(
            "the PDF is damaged or cut off and cannot be opened; get the file again"
        ) from error
    pdf.close()
    raise UnreadableOriginal("the PDF has no pages; get the file again")


def _sheets(pdf: pdfium.PdfDocument, where: str) -> tuple[list[Sheet], list[Problem]]:
    found: list[Sheet] = []
    scans, damaged, cut = [], [], []
    for number in range(min(len(pdf), MOST_PAGES)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            damaged.append(number + 1)
            found.append(Sheet(612.0, 792.0, [], []))
            continue
        try:
            under = covered(pdf, number, words("en", "redactions", "labels"))
            seen = sheet(page, under)
            seen.notes = tuple(notes(page))
            if sum(len(run.text) for run in seen.runs) < FEW_LETTERS and _is_picture(page):
                scans.append(number + 1)
        except pdfium.PdfiumError:
            seen = Sheet(612.0, 792.0, [], [])
            damaged.append(number + 1)
        finally:
            page.close()
        if seen.cut:
            cut.append(number + 1)
        found.append(seen)
    return found, [*_unread(scans, damaged, cut, where), *_doubtful(found, len(pdf), where)]


def _unread(scans: list[int], damaged: list[int], cut: list[int], where: str) -> Iterator[Problem]:
    """What is said of pages that were not read, or not to their end."""
    told = [
        (
            scans,
            "a picture without text",
            "pictures without text",
            "was not read; OCR the file first, for example with ocrmypdf",
        ),
        (damaged, "damaged", "damaged", "was not read; get the file again"),
        (cut, "overfull", "overfull", f"was read to {MOST_GLYPHS:,} characters"),
    ]
    for pages, one, several, what in told:
        if pages:
            yield Problem(where, _told_of(pages, one, several, what))


def _doubtful(found: list[Sheet], pages: int, where: str) -> Iterator[Problem]:
    """What is said of words under black bars, and of a file with too many pages."""
    for told in _uncovered(found):
        yield Problem(where, told)
    if pages > MOST_PAGES:
        says = f"the PDF has {pages:,} pages; the first {MOST_PAGES:,} were read, cut the file"
        yield Problem(where, says)


def _is_picture(page: pdfium.PdfPage) -> bool:
    """Whether a picture covers most of a page."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > 0.4 * width * height:
            return True
    return False


def _told_of(numbers: list[int], one: str, many: str, was: str) -> str:
    """A sentence about some pages: "pages 1-3, 7 are damaged and were not read; get the file again"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    more = f" and {len(told) - 20} more" if len(told) > 20 else ""
    listed = ", ".join(told[:20]) + more
    if len(numbers) == 1:
        return f"page {listed} is {one} and {was}"
    return f"pages {listed} are {many} and {was.replace('was', 'were', 1)}"


def _uncovered(sheets: list[Sheet]) -> Iterator[str]:
    """Yield a sentence for each passage under a bar; it says where that is and nothing of what it says."""
    told = [
        f"page {number}, {down / POINTS_OF_A_CM:.1f} cm from the top: words under a bar can still be copied by everybody who has "
        "the file; they are kept apart from the story; do not pass the file on, and tell who made it"
        for number, page in enumerate(sheets, 1)
        for down in page.under.down
    ]
    yield from told[:MOST_TOLD]
    if len(told) > MOST_TOLD:
        yield f"words under {len(told) - MOST_TOLD} more bars can be copied as well"


def _nothing(problems: list[Problem]) -> str:
    if any("without text" in problem.says for problem in problems):
        return "the PDF holds pictures of pages and no text; OCR it first (for example with ocrmypdf)"
    if any("damaged" in problem.says for problem in problems):
        return "the pages of the PDF are damaged and cannot be read; get the file again"
    return "the PDF holds no text; if its letters are drawn, OCR it first (for example with ocrmypdf)"


def _compose(
    original: Original, sheets: list[Sheet], properties: dict[str, str], problems: list[Problem]
) -> Reading:
    parted = part(sheets)
    pages = []
    for number, page in enumerate(parted):
        pages.append(blocks(page.body, number))
        page.body.clear()  # a long document has a million runs; they are not needed twice
        sheets[number].runs.clear()
    flow = Flow(pages)
    names = declared(properties.get("Title", ""), properties.get("Author", ""))
    first = next((page for page in pages if page), [])
    title = titles(first, flow.body, names.title)
    for number, (blocked, margins) in enumerate(zip(pages, parted, strict=True)):
        foot = "\n".join(filter(None, map(_told, (margins.foot, margins.numbers, sheets[number].aside))))
        flow.add_page(number, blocked, (_told(margins.head), foot), title)
    _zone(flow.pieces, bool(title))
    assembly, starts = _assembled(flow.pieces, len(pages))
    laid_over = [f"Page {number}: {told}" for number, page in enumerate(sheets, 1) for told in page.notes]
    laid_over += [
        f"Page {number}, under a bar: {told}"
        for number, page in enumerate(sheets, 1)
        for told in page.under.passages
    ]
    told = [f"{key}: {properties[key]}" for key in METADATA if key in properties]
    stated = Stated(
        last=names,
        dates=tuple(_dates(properties)),
        dated=starts[DATED_PAGES] if len(starts) > DATED_PAGES else None,
        pages=starts,
        marked=True,
    )
    return composed(original, assembly, stated, "\n".join((*laid_over, *told)), problems)


def _zone(pieces: list[Piece], has_title: bool) -> None:
    """Tell the furniture from the story by its words too: a page that was printed to PDF has the buttons of the page."""
    story = [piece for piece in pieces if piece.kind in ("main", "title")]
    for piece, kind in zip(story, kinds_of(piece.text for piece in story), strict=True):
        if piece.kind == "main" and (kind != "title" or not (has_title or "\t" in piece.text)):
            piece.kind = kind


def _told(runs: list[Run]) -> str:
    return " ".join(run.text for run in runs)


def _assembled(pieces: list[Piece], count: int) -> tuple[Assembly, tuple[int, ...]]:
    """The text of all pieces, and where each page starts in it; an empty page starts where the next one does."""
    assembly = Assembly()
    starts: dict[int, int] = {}
    for piece in pieces:
        span = assembly.add(piece.text, piece.kind)
        starts.setdefault(piece.page, span.start)
        for page, place in piece.starts:
            starts.setdefault(page, span.start + place)
    following = assembly.length
    filled = []
    for page in reversed(range(count)):
        following = min(starts.get(page, following), following)
        filled.append(following)
    return assembly, tuple(reversed(filled))


def _dates(properties: dict[str, str]) -> Iterator[dates.Candidate]:
    """The day on which the file was made (ISO 32000, 7.9.4)."""
    made = re.match(r"\s*(?:D:)?(\d{4})(\d{2})(\d{2})", properties.get("CreationDate", ""))
    day = iso_day("-".join(made.groups())) if made else None
    if day:
        found = FoundDate(day, "metadata")
        yield dates.Candidate(found, METADATA_WEIGHT, "the file was made on that day")
