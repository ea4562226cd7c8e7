"""Write the finished files of the garment dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Halvard & Finch <media@halvard-finch.example>",
    "To": "newsdesks@halvard-finch.example",
    "Subject": "Halvard & Finch responds to Behind the Gate",
    "Date": "Tue, 20 Sep 2022 07:15:00 +0000",
    "Message-ID": "<20220920071500.gate@halvard-finch.example>",
}

FILES: Mapping[str, Make] = {
    "behind-the-gate.pdf": OURS.pdf("behind-the-gate.txt", "Behind the Gate", "Loom & Law", day(2022, 9, 14)),
    "inquiry-findings.pdf": OURS.pdf(
        "inquiry-findings.txt",
        "In the matter of the fire at Orchid House",
        "High Court of Velmara",
        day(2023, 5, 12),
    ),
    "halvard-release.eml": OURS.mail("halvard-release.txt", MAIL),
    "listening-evening.docx": OURS.word("listening-evening.txt", "Garment Workers' League", day(2022, 10, 8)),
    "ministry-statement.docx": OURS.word(
        "ministry-statement.txt", "Ministry of Labour and Industry", day(2023, 6, 2)
    ),
    **OURS.as_they_are(
        "tna-wire.html",
        "tessore-spark.html",
        "directorate-report-4.txt",
        "rnb-world.html",
        "casten-review.html",
        "thread-count.md",
        "compendia.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
