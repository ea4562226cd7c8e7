"""Write the finished files of the brickworks dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Free Hands Kesharra <media@freehands.example>",
    "To": "press-list@freehands.example",
    "Subject": "Two in three kiln workers cannot leave because of a debt, two-year study shows",
    "Date": "Tue, 04 Mar 2025 06:00:00 +0000",
    "Message-ID": "<20250304060000.bricks@freehands.example>",
}

FILES: Mapping[str, Make] = {
    "fhk-report.pdf": OURS.pdf("fhk-report.txt", "Paid in Bricks", "Free Hands Kesharra", day(2025, 3, 4)),
    "fhk-release.eml": OURS.mail("fhk-release.txt", MAIL),
    "judge-letter.docx": OURS.word("judge-letter.txt", "Samina Darvesh", day(2024, 12, 2)),
    "federation-statement.docx": OURS.word(
        "federation-statement.txt", "General Secretariat", day(2025, 3, 6)
    ),
    "committee-report.pdf": OURS.pdf(
        "committee-report.txt",
        "Bonded labour in brick kilns: the state of enforcement",
        "Standing Committee on Labour",
        day(2025, 5, 28),
    ),
    **OURS.as_they_are(
        "wlo-brief.html",
        "testimony-razia.txt",
        "dovane-herald.html",
        "coast-chronicle.html",
        "kiln-and-clay.html",
        "campaign-page.md",
        "openleaf-brick-kilns.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
