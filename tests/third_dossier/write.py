"""Write the finished files of the third dossier and its gold, from source/ and annotation.toml.

    python tests/third_dossier/write.py

It has the forms of the demo dossier and is written with the demo's own scripts.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE, DOCS, GOLD = HERE / "source", HERE / "docs", HERE / "gold"
sys.path.insert(0, str(HERE.parent.parent / "demo"))

import pdf_pages  # noqa: E402
import write_demo  # noqa: E402
import write_gold  # noqa: E402
from sources import blocks, source, unmarked  # noqa: E402


def main() -> None:
    """Write every file of the dossier and of its gold."""
    DOCS.mkdir(exist_ok=True)
    GOLD.mkdir(exist_ok=True)
    for name, make in FILES.items():
        (DOCS / name).write_bytes(make())
    for name, text in gold().items():
        (GOLD / f"{name}.json").write_text(text, encoding="utf-8")


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    annotation = tomllib.loads((HERE / "annotation.toml").read_text(encoding="utf-8"))
    return write_gold.finished(write_gold.gold_of(annotation, SOURCE))


def _text(name: str) -> bytes:
    return unmarked(source(name, SOURCE)).encode()


def _pdf(name: str, title: str, author: str, day: datetime) -> bytes:
    return pdf_pages.in_one_column(blocks(source(name, SOURCE)), pdf_pages.About(title, author, day))


def _word(name: str, author: str, day: datetime) -> bytes:
    return write_demo.word_file(blocks(source(name, SOURCE)), author, day)


def _mail() -> bytes:
    message = EmailMessage()
    message["From"] = "OSPH Press Office <press@osph.example>"
    message["To"] = "press-list@osph.example"
    message["Subject"] = "Lead found in the blood of two in five children tested on the Teld"
    message["Date"] = "Tue, 09 Sep 2025 07:00:00 +0000"
    message["Message-ID"] = "<20250909070000.lead@osph.example>"
    message.set_content(unmarked(source("osph-release.txt", SOURCE)), cte="quoted-printable")
    return message.as_bytes(policy=SMTP)


def _day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 8, 0, tzinfo=UTC)


SCHOOL, OFFICE = "Oberwick School of Public Health", "District Health Office Oberwick"
AS_THEY_ARE = (
    "teld-valley-post.txt",
    "corvane-echo.html",
    "corvane-echo-correction.html",
    "nso-households.html",
    "written-answer-418.txt",
    "prosecutor-release.txt",
    "radio-teld-transcript.txt",
    "clean-teld-factsheet.html",
    "column-river.md",
    "openpage-grey-hollow.html",
)

FILES: Mapping[str, Callable[[], bytes]] = {
    "osph-survey.pdf": lambda: _pdf("osph-survey.txt", "Lead in the Valley", SCHOOL, _day(2025, 9, 9)),
    "osph-release.eml": _mail,
    "halvane-statement.docx": lambda: _word("halvane-statement.txt", "Helena Strand", _day(2025, 9, 12)),
    "health-bulletin-4.pdf": lambda: _pdf(
        "health-bulletin-4.txt", "Weekly bulletin No. 4", OFFICE, _day(2025, 5, 2)
    ),
    "health-bulletin-9.pdf": lambda: _pdf(
        "health-bulletin-9.txt", "Weekly bulletin No. 9", OFFICE, _day(2025, 6, 6)
    ),
    "judgment-grey-hollow.docx": lambda: _word(
        "judgment-grey-hollow.txt", "Registry of the Court", _day(2025, 11, 14)
    ),
    **{name: lambda name=name: _text(name) for name in AS_THEY_ARE},  # type: ignore[misc]
}
"""Every file of the dossier and what makes it."""


if __name__ == "__main__":
    main()
