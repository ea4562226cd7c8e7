"""Write the finished files of the dam dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Association of the Residents of the Ouvela <press@ouvela.example>",
    "To": "newsdesks@ouvela.example",
    "Subject": "Five months on, six in ten families have been offered nothing",
    "Date": "Tue, 18 Mar 2025 08:00:00 +0000",
    "Message-ID": "<20250318080000.survey@ouvela.example>",
}
CIVIL = "National Service for Civil Protection"

FILES: Mapping[str, Make] = {
    "bulletin-6.pdf": OURS.pdf("bulletin-6.txt", "Operational bulletin No. 6", CIVIL, day(2024, 10, 21)),
    "bulletin-19.pdf": OURS.pdf("bulletin-19.txt", "Operational bulletin No. 19", CIVIL, day(2024, 11, 14)),
    "inspectorate-report.pdf": OURS.pdf(
        "inspectorate-report.txt",
        "Failure of Dam No. 2 at Alto Carvo",
        "Inspectorate of Mines and Dams",
        day(2025, 2, 10),
    ),
    "carvo-statement.docx": OURS.word("carvo-statement.txt", "Corporate Affairs", day(2025, 2, 13)),
    "testimony-0173.docx": OURS.word("testimony-0173.txt", "Joana Velt", day(2024, 12, 7)),
    "residents-release.eml": OURS.mail("residents-release.txt", MAIL),
    **OURS.as_they_are(
        "semaphore-wire.html",
        "lameira-weirside.html",
        "prosecutor-notice.html",
        "weekly-compass.html",
        "quillpedia-alto-carvo.html",
        "slow-wheels.md",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
