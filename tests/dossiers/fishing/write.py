"""Write the finished files of the fishing dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Maravel Longline Association <press@maravel-longline.example>",
    "To": "fish-desks@maravel-longline.example",
    "Subject": "Owners answer Saltwatch: look at the contracts, not at the headlines",
    "Date": "Wed, 16 Nov 2022 10:20:00 +0000",
    "Message-ID": "<20221116102000.owners@maravel-longline.example>",
}

FILES: Mapping[str, Make] = {
    "union-survey.pdf": OURS.pdf(
        "union-survey.txt", "Eleven Months Without Land", "Sulayan Fishers' Union", day(2022, 6, 14)
    ),
    "sea-keeps-the-book.pdf": OURS.pdf(
        "sea-keeps-the-book.txt", "The Sea Keeps the Book", "Saltwatch", day(2022, 11, 8)
    ),
    "longline-release.eml": OURS.mail("longline-release.txt", MAIL),
    "fisheries-statement.docx": OURS.word(
        "fisheries-statement.txt", "Ministry of Fisheries", day(2022, 11, 14)
    ),
    "committee-hearing.docx": OURS.word("committee-hearing.txt", "Assembly of Maravel", day(2023, 4, 19)),
    **OURS.as_they_are(
        "register-bulletin.txt",
        "meridian-wire.html",
        "norhaven-world.html",
        "evening-hook.html",
        "judgment-bright-harvest.txt",
        "below-the-waterline.md",
        "commonbook.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
