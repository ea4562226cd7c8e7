"""Write the finished files of the adoption dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
COMMISSION = "Commission of Inquiry into Overseas Adoptions"
MAIL = {
    "From": "Roots Unsealed <media@roots-unsealed.example>",
    "To": "desks@roots-unsealed.example",
    "Subject": "Eighty-seven is where it starts: adoptees on the Morvan report",
    "Date": "Wed, 27 Mar 2024 07:45:00 +0000",
    "Message-ID": "<20240327074500.morvan@roots-unsealed.example>",
}

FILES: Mapping[str, Make] = {
    "who-signed.pdf": OURS.pdf("who-signed.txt", "Who Signed?", "Roots Unsealed", day(2022, 11, 14)),
    "orphans-on-paper.pdf": OURS.pdf(
        "orphans-on-paper.txt", "Orphans on Paper", COMMISSION, day(2024, 3, 26)
    ),
    "roots-release.eml": OURS.mail("roots-release.txt", MAIL),
    "harbour-statement.docx": OURS.word(
        "harbour-statement.txt", "Bright Harbour Child Mission", day(2024, 3, 29)
    ),
    "kanal-osmer.docx": OURS.word("kanal-osmer.txt", "Kanal Osmer", day(2024, 4, 18)),
    **OURS.as_they_are(
        "bulletin-2.txt",
        "osmer-daily.html",
        "evening-siren.html",
        "hro-world.html",
        "written-answers.txt",
        "second-drawer.md",
        "omnibook.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
