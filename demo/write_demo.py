"""Write the finished files of the demo dossier from demo/source into demo/docs.

    python demo/write_demo.py

The same sources give the same bytes: times, names of makers and boundaries are fixed. (Another build of
zlib may pack the members of an archive otherwise; their content stays the same.) Needs fpdf2 (a tool of development) and python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import docx

import pdf_pages
from sources import HERE, SOURCE, Block, blocks, source, unmarked

DOCS = HERE / "docs"
STAMP = (2024, 3, 11, 12, 0, 0)
"""The time that every member of an archive bears; archives have no time zone."""


def main() -> None:
    """Write every file and say which."""
    DOCS.mkdir(exist_ok=True)
    for name, content in finished().items():
        (DOCS / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


def finished() -> dict[str, bytes]:
    """Return the finished files: name to bytes."""
    return {name: make() for name, make in FILES.items()}


def as_text(name: str) -> bytes:
    """Return a source without its marks."""
    return unmarked(source(name)).encode()


def report() -> bytes:
    """Return the report of Open Harbour Watch: PDF, two columns, three pages, footnotes."""
    about = pdf_pages.About("Cold Hands", "Open Harbour Watch", datetime(2024, 3, 11, 5, 0, tzinfo=UTC))
    return pdf_pages.in_two_columns(blocks(source("cold-hands-ohw-report.txt")), about)


def situation_report(number: int, made: datetime) -> bytes:
    """Return an edition of the situation report: PDF, one column, a table."""
    about = pdf_pages.About(f"Situation Report No. {number}", "Joint Relief Office", made)
    return pdf_pages.in_one_column(blocks(source(f"jro-situation-report-{number}.txt")), about)


def word_file(told: Sequence[Block], author: str, made: datetime) -> bytes:
    """Return the blocks of a source as DOCX."""
    document = docx.Document()
    for kind, words in told:
        if kind == "title":
            document.add_heading(words, level=1)
        elif kind in {"q", "a"}:
            speaker, _, said = words.partition(":")
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{speaker}:").bold = True
            paragraph.add_run(said)
        else:
            document.add_paragraph(words).paragraph_format.space_after = docx.shared.Pt(8)
    properties = document.core_properties
    properties.author = properties.last_modified_by = author
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.title, properties.comments, properties.revision = "", "", 1
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as packed:
        return archive({member: packed.read(member) for member in packed.namelist()})


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of the members in the order given."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return written.getvalue()


def press_release() -> bytes:
    """Return the press release as an e-mail with the note to editors attached."""
    message = EmailMessage()
    message["From"] = "Open Harbour Watch Press Desk <press@openharbourwatch.example>"
    message["To"] = "newsdesks@lists.openharbourwatch.example"
    message["Subject"] = "New report: Women in Vessany's fish halls begin their working life in debt"
    message["Date"] = "Mon, 11 Mar 2024 06:00:00 +0000"
    message["Message-ID"] = "<20240311060000.cold-hands@openharbourwatch.example>"
    message["List-Unsubscribe"] = "<https://lists.openharbourwatch.example/leave>"
    message.set_content(unmarked(source("press-release.txt")), cte="quoted-printable")
    message.add_attachment(
        source("note-to-editors.txt"), filename="note-to-editors.txt", cte="quoted-printable"
    )
    message.set_boundary("=_cold-hands-2024-03-11")
    return message.as_bytes(policy=SMTP)


def mission_archive() -> bytes:
    """Return what the seamen's mission sent: a letter in French and a scan without a text layer."""
    made = datetime(2024, 3, 6, 9, 0, tzinfo=UTC)
    scan = pdf_pages.scan(Path(SOURCE / "harbour-master-letter.jpg"), pdf_pages.About("scan0007", "", made))
    return archive(
        {"lettre-de-la-mission.txt": as_text("lettre-de-la-mission.txt"), "harbour-master-letter.pdf": scan}
    )


FILES: Mapping[str, Callable[[], bytes]] = {
    "cold-hands-ohw-report.pdf": report,
    "ohw-press-release.eml": press_release,
    "mpa-wire.html": lambda: as_text("mpa-wire.html"),
    "quay-gazette.txt": lambda: as_text("quay-gazette.txt"),
    "osmere-herald.txt": lambda: as_text("osmere-herald.txt"),
    "ministry-statement.docx": lambda: word_file(
        blocks(source("ministry-statement.txt")),
        "Office of the Spokesman",
        datetime(2024, 3, 14, 8, 30, tzinfo=UTC),
    ),
    "torvane-courier.html": lambda: as_text("torvane-courier.html"),
    "jro-situation-report-3.pdf": lambda: situation_report(3, datetime(2024, 3, 18, 18, 0, tzinfo=UTC)),
    "jro-situation-report-5.pdf": lambda: situation_report(5, datetime(2024, 4, 22, 18, 0, tzinfo=UTC)),
    "brackish-blog.md": lambda: as_text("brackish-blog.md"),
    "commonleaf-fish-halls.html": lambda: as_text("commonleaf-fish-halls.html"),
    "interview-47.docx": lambda: word_file(
        blocks(source("interview-47.txt")), "Edda Corlin", datetime(2023, 2, 15, 10, 0, tzinfo=UTC)
    ),
    "seamens-mission.zip": mission_archive,
}
"""Every file of the dossier and what makes it."""


if __name__ == "__main__":
    main()
