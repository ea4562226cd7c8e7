"""Write the finished files of the clinic dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Mothers of Ilmar <desk@mothers-of-ilmar.example>",
    "To": "press-list@mothers-of-ilmar.example",
    "Subject": "After the judgment: what we won on Tuesday and what we did not",
    "Date": "Wed, 9 Oct 2024 07:10:00 +0000",
    "Message-ID": "<20241009071000.judgment@mothers-of-ilmar.example>",
}

FILES: Mapping[str, Make] = {
    "bureau-report.pdf": OURS.pdf(
        "bureau-report.txt", "Signed with a Thumb", "Women's Legal Bureau", day(2021, 11, 18)
    ),
    "operation-books.pdf": OURS.pdf(
        "operation-books.txt", "Reading the operation books", "Centre for Medical History", day(2022, 9, 5)
    ),
    "commission-report.docx": OURS.word(
        "commission-report.txt", "Truth Commission on the Family Wellbeing Programme", day(2024, 3, 12)
    ),
    "mothers-release.eml": OURS.mail("mothers-release.txt", MAIL),
    "ministry-statement.docx": OURS.word("ministry-statement.txt", "Ministry of Health", day(2024, 10, 11)),
    **OURS.as_they_are(
        "tribune.html",
        "ilmar-daily.html",
        "evening-bell.html",
        "world-service.txt",
        "judgment.txt",
        "blog-hill-road.md",
        "lexika.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
