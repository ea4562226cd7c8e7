"""Files of an invented dossier, finished from sources with marks by the demo's own scripts; and its gold."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "demo"))

import pdf_pages
import write_demo
import write_gold
from sources import blocks, source, unmarked

Make = Callable[[], bytes]


def day(year: int, month: int, number: int) -> datetime:
    """Return the morning of a day on which a file was made."""
    return datetime(year, month, number, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Invented:
    """A folder with ``source/`` and ``annotation.toml``, and what makes ``docs/`` and ``gold/`` of them."""

    here: Path

    def write(self, files: Mapping[str, Make], gold: Mapping[str, str]) -> None:
        """Write every file of the dossier and of its gold."""
        docs, kept = self.here / "docs", self.here / "gold"
        docs.mkdir(exist_ok=True)
        kept.mkdir(exist_ok=True)
        for name, make in files.items():
            (docs / name).write_bytes(make())
        for name, text in gold.items():
            (kept / f"{name}.json").write_text(text, encoding="utf-8")

    def gold(self, copies: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the gold's files: name to JSON text. ``copies`` says which document prints which other one."""
        annotation = tomllib.loads((self.here / "annotation.toml").read_text(encoding="utf-8"))
        if copies:
            annotation = write_gold.with_copies(annotation, copies)
        return write_gold.finished(write_gold.gold_of(annotation, self.here / "source"))

    def as_they_are(self, *names: str) -> dict[str, Make]:
        """Return what makes the files that are their source without its marks."""
        return {name: lambda name=name: self._unmarked(name).encode() for name in names}  # type: ignore[misc]

    def pdf(self, name: str, title: str, author: str, made: datetime) -> Make:
        """Return what makes a PDF in one column of a source."""
        about = pdf_pages.About(title, author, made)
        return lambda: pdf_pages.in_one_column(blocks(source(name, self.here / "source")), about)

    def word(self, name: str, author: str, made: datetime) -> Make:
        """Return what makes a DOCX of a source."""
        return lambda: write_demo.word_file(blocks(source(name, self.here / "source")), author, made)

    def mail(self, name: str, heads: Mapping[str, str]) -> Make:
        """Return what makes an e-mail of a source, with these lines in its head."""
        message = EmailMessage()
        for head, value in heads.items():
            message[head] = value
        message.set_content(self._unmarked(name), cte="quoted-printable")
        return lambda: message.as_bytes(policy=SMTP)

    def _unmarked(self, name: str) -> str:
        return str(unmarked(source(name, self.here / "source")))
