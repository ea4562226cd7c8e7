"""Write the finished files of the dossier on an election and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MISSION, COALITION = "Joint Regional Observation Mission", "Ballot and Rights Coalition"
MAIL = {
    "From": "Civic Alliance Press Office <press@civicalliance.example>",
    "To": "media-list@civicalliance.example",
    "Subject": "Civic Alliance appeals against a result that nobody can believe",
    "Date": "Thu, 25 Jun 2026 10:40:00 +0000",
    "Message-ID": "<20260625104000.appeal@civicalliance.example>",
}

FILES: Mapping[str, Make] = {
    "jrom-preliminary-statement.pdf": OURS.pdf(
        "mission-preliminary.txt", "Preliminary Statement", MISSION, day(2026, 6, 16)
    ),
    "police-statement.docx": OURS.word(
        "police-statement.txt", "Directorate of Information", day(2026, 6, 17)
    ),
    "st-odile-count.docx": OURS.word("st-odile-count.txt", "Ines Tarrow", day(2026, 6, 24)),
    "civic-alliance.eml": OURS.mail("civic-alliance.txt", MAIL),
    "brc-bulletin-5.pdf": OURS.pdf(
        "brc-bulletin-5.txt", "Monitoring bulletin No. 5", COALITION, day(2026, 7, 10)
    ),
    **OURS.as_they_are(
        "commission-results.txt",
        "quessa-monitor.html",
        "port-ilmar-chronicle.html",
        "fortnight-letter.html",
        "plumbline-factcheck.md",
        "radio-sorrel.txt",
        "commonpage.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
