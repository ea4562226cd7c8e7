"""Files in all formats, made when a test runs: invented texts of the Republic of Karvelia."""

import hashlib
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from typing import Any

from docx import Document as WordDocument
from fpdf import FPDF

from firsthand.readers import read as read_any
from firsthand.readers.sniff import media_type
from firsthand.records import Document, Original, Reading

STORY = (
    "The port of Vessany has been closed since the flood of the river Orlu, said Mara Lind of the Open Harbour Watch "
    "on Monday. About 4,200 people left the lower town, and 310 families still sleep in the sheds of the old market. "
    "The government of Karvelia says that the water took nobody by surprise. Fishermen who were there tell another "
    "story: nobody rang the bell before the dam at Halden opened."
)
OTHER = (
    "In the north the road to Sundmark is open again. Lorries wait for two days at the border, where customs officers "
    "count every sack of grain by hand. Traders in the town of Brenn pay 40 crowns for a bag that cost 15 in spring."
)


def original(name: str, content: bytes) -> Original:
    return Original(name, hashlib.sha256(content).hexdigest(), media_type(name, content), len(content))


def read(name: str, content: bytes) -> Reading:
    """Read a file as the corridor does, and check what every reading promises."""
    reading = read_any(original(name, content), content)
    check(reading.document)
    return reading


def check(document: Document) -> None:
    """Zones are in order, do not overlap, and hold every visible character; pages are in order."""
    end = 0
    for zone in document.zones:
        assert end <= zone.span.start < zone.span.end <= len(document.text)
        assert not document.text[end : zone.span.start].strip()
        end = zone.span.end
    assert not document.text[end:].strip()
    assert list(document.pages) == sorted(document.pages)
    assert all(0 <= page <= len(document.text) for page in document.pages)
    for date in document.dates:
        assert date.span is None or date.span.end <= len(document.text)
    document.text.encode("utf-8")


def zone_texts(document: Document, kind: str) -> list[str]:
    return [document.words(zone.span) for zone in document.zones if zone.kind == kind]


def pdf() -> FPDF:
    made = FPDF(format="A4")
    made.set_creation_date(datetime(2019, 5, 20, tzinfo=UTC))
    made.set_auto_page_break(False)
    return made


def write_column(made: FPDF, left: float, width: float, top: float, text: str, size: float = 10) -> float:
    """Set a text in one column, left aligned; return where it ends, in millimetres."""
    made.set_font("Helvetica", size=size)
    made.set_xy(left, top)
    made.multi_cell(width, 5 * size / 10, text, align="L")
    return made.get_y()


def pdf_of(*pages: str, title: str = "") -> bytes:
    """A PDF with one column of text on each page."""
    made = pdf()
    for text in pages:
        made.add_page()
        top = 20.0
        if title:
            made.set_font("Helvetica", "B", 20)
            made.set_xy(20, top)
            made.multi_cell(170, 9, title)
            top, title = made.get_y() + 5, ""
        write_column(made, 20, 170, top, text)
    return bytes(made.output())


def two_columns(left: str, right: str, headline: str) -> bytes:
    """A page with a headline over two columns, the right one set first in the file."""
    made = pdf()
    made.add_page()
    made.set_font("Helvetica", "B", 18)
    made.set_xy(20, 20)
    made.cell(170, 9, headline)
    write_column(made, 110, 80, 40, right)
    write_column(made, 20, 80, 40, left)
    return bytes(made.output())


def docx() -> Any:
    return WordDocument()


def docx_bytes(made: Any) -> bytes:
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def docx_with(content: bytes, parts: dict[str, bytes]) -> bytes:
    """A DOCX with some of its parts replaced or added."""
    wanted = dict(parts)
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, wanted.pop(info.filename, None) or old.read(info))
        for name, part in wanted.items():
            new.writestr(name, part)
    return held.getvalue()


def zip_of(members: list[tuple[str, bytes]]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def message(text: str = STORY, subject: str = "Port of Vessany closed") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Mara Lind <mara@ohw.example>"
    made["To"] = "desk@halden-courier.example"
    made["Subject"] = subject
    made["Date"] = "Mon, 20 May 2019 07:12:00 +0100"
    made["Message-ID"] = "<1@ohw.example>"
    made.set_content(text)
    return made
