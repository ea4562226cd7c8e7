"""Write the finished files of the prisons dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Ministry of Justice, Press office <press@justice.gov.halmeria.example>",
    "To": "media@justice.gov.halmeria.example",
    "Subject": "Statement on recent publications about the prison service",
    "Date": "Fri, 06 Jun 2025 13:30:00 +0000",
    "Message-ID": "<20250606133000.prisons@justice.gov.halmeria.example>",
}

FILES: Mapping[str, Make] = {
    "nvc-annual-report.pdf": OURS.pdf(
        "nvc-annual-report.txt", "Annual report for 2024", "National Visiting Commission", day(2025, 5, 14)
    ),
    "open-cell-waiting-years.pdf": OURS.pdf(
        "open-cell-waiting-years.txt", "Waiting Years", "Open Cell", day(2025, 6, 3)
    ),
    "moj-statement.eml": OURS.mail("moj-statement.txt", MAIL),
    "assembly-answer.docx": OURS.word("assembly-answer.txt", "National Assembly", day(2025, 6, 26)),
    **OURS.as_they_are(
        "moj-prison-statistics.html",
        "stavrin-courier.html",
        "northern-herald.html",
        "halmerian-ledger.html",
        "radio-ossen-transcript.txt",
        "lamp-post-column.md",
        "allknow-prisons.html",
        "market-day.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
