"""Write the finished files of the mine dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Aurelane Media <media@aurelane.example>",
    "To": "press-list@aurelane.example",
    "Subject": "Aurelane Resources responds to recent reports on Tolma Ridge",
    "Date": "Mon, 14 Jul 2025 09:30:00 +0000",
    "Message-ID": "<20250714093000.tolma@aurelane.example>",
}

FILES: Mapping[str, Make] = {
    "aurelane-sustainability-2024.pdf": OURS.pdf(
        "aurelane-sustainability-2024.txt",
        "Sustainability Report 2024",
        "Aurelane Resources plc",
        day(2025, 3, 31),
    ),
    "ministry-note.docx": OURS.word("ministry-note.txt", "Ministry of Mines and Lands", day(2025, 5, 14)),
    "whu-blood-lead.pdf": OURS.pdf(
        "whu-blood-lead.txt",
        "Lead and mercury downstream of Tolma Ridge",
        "Western Highlands University",
        day(2025, 6, 17),
    ),
    "rla-moved-by-night.pdf": OURS.pdf(
        "rla-moved-by-night.txt", "Moved by Night", "Riverbank Legal Action", day(2025, 7, 8)
    ),
    "aurelane-statement.eml": OURS.mail("aurelane-statement.txt", MAIL),
    **OURS.as_they_are(
        "ensign-wire.html",
        "sabel-courier.html",
        "tribune-dust.html",
        "radio-kesha.txt",
        "high-court-summary.txt",
        "blog-gold-and-dust.md",
        "commonleaf-tolma.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
