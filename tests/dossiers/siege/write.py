"""Write the finished files of the siege dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
RCO, PAL = "Relief Coordination Office", "Physicians Across Lines"
MAIL = {
    "From": "PAL Press Office <press@pal.example>",
    "To": "news@pal.example",
    "Subject": "Kessaly: almost four in ten patients are children, says medical charity",
    "Date": "Tue, 16 Apr 2024 08:00:00 +0000",
    "Message-ID": "<20240416080000.stairs@pal.example>",
}

FILES: Mapping[str, Make] = {
    "rco-sitrep-07.pdf": OURS.pdf("rco-sitrep-07.txt", "Situation Report No. 7", RCO, day(2024, 3, 14)),
    "rco-sitrep-10.pdf": OURS.pdf("rco-sitrep-10.txt", "Situation Report No. 10", RCO, day(2024, 4, 11)),
    "pal-under-the-stairs.pdf": OURS.pdf(
        "pal-under-the-stairs.txt", "Under the Stairs", PAL, day(2024, 4, 16)
    ),
    "pal-release.eml": OURS.mail("pal-release.txt", MAIL),
    "khd-statement.docx": OURS.word("khd-statement.txt", "Kessaly Health Directorate", day(2024, 3, 20)),
    **OURS.as_they_are(
        "moh-statement-0322.txt",
        "harbour-tribune-market.html",
        "northern-ledger-market.txt",
        "casualty-record-q1.html",
        "surgeon-diary.md",
        "lantern-review.html",
        "commonpage-siege.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
