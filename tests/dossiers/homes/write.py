"""Write the finished files of the homes dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
COMMISSION = "Commission of Inquiry into Children’s Homes"
MAIL = {
    "From": "Network of Former Home Children <press@formerhomechildren.example>",
    "To": "press-list@formerhomechildren.example",
    "Subject": "Survivors’ network: the report is a beginning, the archives are the test",
    "Date": "Thu, 13 Jun 2024 09:30:00 +0000",
    "Message-ID": "<20240613093000.archives@formerhomechildren.example>",
}

FILES: Mapping[str, Make] = {
    "interim-report.pdf": OURS.pdf(
        "interim-report.txt", "The Children of the Homes: Interim Report", COMMISSION, day(2022, 3, 15)
    ),
    "final-report.pdf": OURS.pdf(
        "final-report.txt", "The Children of the Homes: Final Report", COMMISSION, day(2024, 6, 12)
    ),
    "network-release.eml": OURS.mail("network-release.txt", MAIL),
    "bishops-statement.docx": OURS.word("bishops-statement.txt", "Emil Sarto", day(2024, 6, 14)),
    "lindow-survey.pdf": OURS.pdf(
        "lindow-survey.txt", "Carrow Hill", "University of Lindow, Department of Archaeology", day(2024, 9, 3)
    ),
    **OURS.as_they_are(
        "lindow-courier.html",
        "coast-daily.txt",
        "standard-field.html",
        "radio-transcript.txt",
        "standard-budget.html",
        "column-drawers.md",
        "commonbook-homes.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
