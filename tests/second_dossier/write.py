"""Write the finished files of the second dossier and its gold, from source/ and annotation.toml.

    python tests/second_dossier/write.py

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
    copied = write_gold.with_copies(annotation, {"messenger": "wire"})
    return write_gold.finished(write_gold.gold_of(copied, SOURCE))


def _text(name: str) -> bytes:
    return unmarked(source(name, SOURCE)).encode()


def _pdf(name: str, title: str, author: str, day: datetime) -> bytes:
    return pdf_pages.in_one_column(blocks(source(name, SOURCE)), pdf_pages.About(title, author, day))


def _word(name: str, author: str, day: datetime) -> bytes:
    return write_demo.word_file(blocks(source(name, SOURCE)), author, day)


def _mail() -> bytes:
    message = EmailMessage()
    message["From"] = "CFT Press Desk <press@fairtrials.example>"
    message["To"] = "newsdesks@lists.fairtrials.example"
    message["Subject"] = "New report: boys of 13 among those locked into an ice rink"
    message["Date"] = "Wed, 03 Dec 2025 05:00:00 +0000"
    message["Message-ID"] = "<20251203050000.boards@fairtrials.example>"
    message.set_content(unmarked(source("cft-press-release.txt", SOURCE)), cte="quoted-printable")
    return message.as_bytes(policy=SMTP)


def _day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 8, 0, tzinfo=UTC)


CFT, RELIEF = "Committee for Fair Trials", "Velmoran Bar Relief"

FILES: Mapping[str, Callable[[], bytes]] = {
    "behind-the-boards-cft-report.pdf": lambda: _pdf(
        "behind-the-rink-cft-report.txt", "Behind the Boards", CFT, _day(2025, 12, 3)
    ),
    "cft-press-release.eml": _mail,
    "nna-wire.html": lambda: _text("nna-wire.html"),
    "ondra-messenger.txt": lambda: _text("ondra-messenger.txt"),
    "daily-lantern.txt": lambda: _text("daily-lantern.txt"),
    "interior-ministry-statement.docx": lambda: _word(
        "interior-ministry-statement.txt", "Office of the Spokesman", _day(2025, 12, 6)
    ),
    "tive-review.html": lambda: _text("tive-review.html"),
    "tive-review-correction.html": lambda: _text("tive-review-correction.html"),
    "bar-relief-bulletin-2.pdf": lambda: _pdf(
        "bar-relief-bulletin-2.txt", "Bulletin No. 2", RELIEF, _day(2025, 10, 20)
    ),
    "bar-relief-bulletin-5.pdf": lambda: _pdf(
        "bar-relief-bulletin-5.txt", "Bulletin No. 5", RELIEF, _day(2025, 11, 17)
    ),
    "streetlight-blog.md": lambda: _text("streetlight-blog.md"),
    "freeleaf-october-arrests.html": lambda: _text("freeleaf-october-arrests.html"),
    "interview-12.docx": lambda: _word("interview-12.txt", "Jonna Breck", _day(2025, 11, 4)),
}
"""Every file of the dossier and what makes it."""


if __name__ == "__main__":
    main()
