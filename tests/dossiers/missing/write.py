"""Write the finished files of the dossier "missing" and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
NIFA = "National Institute of Forensic Anthropology"
MAIL = {
    "From": "Mothers of the Ferry Stairs <press@ferrystairs.example>",
    "To": "press@ferrystairs.example",
    "Subject": "“Give us an address”: the Mothers of the Ferry Stairs before the Tannery trial",
    "Date": "Fri, 29 Aug 2025 15:20:00 +0000",
    "Message-ID": "<20250829152000.address@ferrystairs.example>",
}

FILES: Mapping[str, Make] = {
    "cfd-report-1986.pdf": OURS.pdf(
        "cfd-report-1986.txt",
        "What Became of Them",
        "Commission on the Fate of the Disappeared",
        day(1986, 11, 14),
    ),
    "nifa-report-2023.pdf": OURS.pdf("nifa-report-2023.txt", "Annual Report 2023", NIFA, day(2024, 3, 12)),
    "nifa-report-2024.pdf": OURS.pdf("nifa-report-2024.txt", "Annual Report 2024", NIFA, day(2025, 3, 11)),
    "mothers-release.eml": OURS.mail("mothers-release.txt", MAIL),
    "joint-staff-statement.docx": OURS.word("joint-staff-statement.txt", "Joint Staff", day(2025, 9, 9)),
    "memory-archive-204.docx": OURS.word("memory-archive-204.txt", "Noa Pell", day(2018, 6, 20)),
    **OURS.as_they_are(
        "almara-courier.html",
        "highland-tribune.txt",
        "ministry-reparations.html",
        "oriel-observer.html",
        "unlit-window.md",
        "wideknow-disappeared.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
