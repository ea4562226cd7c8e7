"""Write the finished files of the maids dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "The Homeward Centre <press@homeward.example>",
    "To": "media-list@homeward.example",
    "Subject": "More than eight in ten returned domestic workers had their passports kept from them",
    "Date": "Tue, 11 Mar 2025 06:00:00 +0000",
    "Message-ID": "<20250311060000.servicedoor@homeward.example>",
}

FILES: Mapping[str, Make] = {
    "homeward-report.pdf": OURS.pdf(
        "homeward-report.txt", "Behind the Service Door", "The Homeward Centre", day(2025, 3, 11)
    ),
    "homeward-release.eml": OURS.mail("homeward-release.txt", MAIL),
    "ministry-statement.docx": OURS.word(
        "ministry-statement.txt", "Office of the Spokesman", day(2025, 3, 14)
    ),
    **OURS.as_they_are(
        "ibw-brief.html",
        "embassy-note.txt",
        "velanda-standard.html",
        "morning-tide.txt",
        "isra-dispatch.html",
        "dispatch-budget.html",
        "radio-interview.txt",
        "union-page.md",
        "freepage-maids.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
