"""Write the finished files of the school dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
INSTITUTE = "Institute of Archaeology, University of Sandrow"
COMMISSION = "Commission of Inquiry into the Residential Schools for Orrin Children"
MAIL = {
    "From": "Those Who Came Home <press@those-who-came-home.example>",
    "To": "newsrooms@those-who-came-home.example",
    "Subject": "The list is longer: former pupils on the report of the Commission",
    "Date": "Wed, 22 May 2024 08:30:00 +0000",
    "Message-ID": "<20240522083000.list@those-who-came-home.example>",
}

FILES: Mapping[str, Make] = {
    "greyholm-survey.pdf": OURS.pdf(
        "greyholm-survey.txt", "Ground survey at Greyholm", INSTITUTE, day(2023, 10, 9)
    ),
    "final-summary.pdf": OURS.pdf(
        "final-summary.txt", "What Was Done to the Children", COMMISSION, day(2024, 5, 21)
    ),
    "association-release.eml": OURS.mail("association-release.txt", MAIL),
    "congregation-statement.docx": OURS.word(
        "congregation-statement.txt", "Mother House of the Congregation of the Lamp", day(2024, 5, 24)
    ),
    "radio-varn-interview.docx": OURS.word("radio-varn-interview.txt", "Radio Varn", day(2024, 6, 14)),
    **OURS.as_they_are(
        "communique-3.txt",
        "varn-herald.html",
        "northern-post.html",
        "ministry-notes.txt",
        "sandrow-courier.html",
        "shoreline-notes.md",
        "opus-encyclopedia.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
