"""Write the finished files of the cotton dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
OFFICE = "World Work Office"
MAIL = {
    "From": "Fair Thread Pact <desk@fairthread.example>",
    "To": "trade-and-labour-desks@fairthread.example",
    "Subject": "The pledge on Belmaran cotton stays, and what would end it",
    "Date": "Fri, 17 Mar 2023 09:05:00 +0000",
    "Message-ID": "<20230317090500.pledge@fairthread.example>",
}

FILES: Mapping[str, Make] = {
    "by-order-of-the-field.pdf": OURS.pdf(
        "by-order-of-the-field.txt", "By Order of the Field", "Open Rows", day(2023, 2, 22)
    ),
    "wwo-survey-2022.pdf": OURS.pdf(
        "wwo-survey-2022.txt", "Recruitment and Pay in the Cotton Harvest", OFFICE, day(2023, 3, 15)
    ),
    "pact-release.eml": OURS.mail("pact-release.txt", MAIL),
    "labour-reply.docx": OURS.word("labour-reply.txt", "Ministry of Labour", day(2023, 3, 20)),
    "trade-committee.docx": OURS.word("trade-committee.txt", "Assembly of Norwen", day(2023, 4, 20)),
    **OURS.as_they_are(
        "field-notice-4.txt",
        "cna-wire.html",
        "sundholm-world.html",
        "daily-beacon.html",
        "cotton-bulletin-13.txt",
        "selvedge.md",
        "omnia.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
