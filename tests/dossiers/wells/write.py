"""Write the finished files of the wells dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
UNIVERSITY = "School of Public Health, University of Ardell"
COMMISSION = "Commission of Inquiry into the Mesk Wells"
MAIL = {
    "From": "Wells Committee <wells-committee@mesk.example>",
    "To": "press@mesk.example",
    "Subject": "Fifteen years of letters have been read at last",
    "Date": "Wed, 22 Sep 2021 19:20:00 +0000",
    "Message-ID": "<20210922192000.letters@mesk.example>",
}

FILES: Mapping[str, Make] = {
    "blood-study.pdf": OURS.pdf(
        "blood-study.txt", "Blood lead in young children of the Mesk valley", UNIVERSITY, day(2019, 3, 14)
    ),
    "bitter-wells.pdf": OURS.pdf("bitter-wells.txt", "Bitter Wells", "Clear Water Watch", day(2020, 6, 2)),
    "brenna-statement.docx": OURS.word("brenna-statement.txt", "Brenna Metals", day(2020, 6, 5)),
    "commission-report.pdf": OURS.pdf(
        "commission-report.txt",
        "Report of the Commission of Inquiry into the Mesk Wells",
        COMMISSION,
        day(2021, 9, 20),
    ),
    "committee-release.eml": OURS.mail("committee-release.txt", MAIL),
    "ministry-statement.docx": OURS.word(
        "ministry-statement.txt", "Ministry of Settlements", day(2021, 9, 28)
    ),
    "court-hearing.docx": OURS.word("court-hearing.txt", "Regional Court of Ardell", day(2021, 11, 9)),
    **OURS.as_they_are(
        "sns-wire.txt",
        "daily-torch.html",
        "westmark-longread.html",
        "slag-blog.md",
        "fount-encyclopedia.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
