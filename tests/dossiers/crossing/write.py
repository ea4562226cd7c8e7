"""Write the finished files of the dossier "crossing" and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Harbour Doctors Press Office <press@harbourdoctors.example>",
    "To": "editors@lists.harbourdoctors.example",
    "Subject": "“Back to the Water”: survivors describe push-backs in the Ilva Sound and on the Marsk",
    "Date": "Tue, 11 Mar 2025 06:30:00 +0000",
    "Message-ID": "<20250311063000.back-to-the-water@harbourdoctors.example>",
}

FILES: Mapping[str, Make] = {
    "coast-guard-sar-2024.pdf": OURS.pdf(
        "coast-guard-sar-2024.txt",
        "Search and rescue in the Ilva Sound 2024",
        "Orvenian Coast Guard",
        day(2025, 1, 20),
    ),
    "back-to-the-water.pdf": OURS.pdf(
        "back-to-the-water.txt", "Back to the Water", "Harbour Doctors", day(2025, 3, 11)
    ),
    "harbour-doctors-release.eml": OURS.mail("harbour-doctors-release.txt", MAIL),
    "nba-annual-report-2024.pdf": OURS.pdf(
        "nba-annual-report-2024.txt", "Annual Report 2024", "Northern Border Agency", day(2025, 4, 2)
    ),
    "ombudsman-cape-orrin.docx": OURS.word(
        "ombudsman-cape-orrin.txt", "Office of the Ombudsman", day(2025, 6, 18)
    ),
    **OURS.as_they_are(
        "lost-at-the-border-2024.html",
        "orvenian-mail-wire.html",
        "kessary-today-wire.txt",
        "hallen-tribune.html",
        "voices-derwish.txt",
        "salt-line-column.md",
        "commonpage-ilva-route.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
