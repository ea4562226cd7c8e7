"""Write the finished files of the scam dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Until the Gate Opens <press@until-the-gate-opens.example>",
    "To": "desks@until-the-gate-opens.example",
    "Subject": "They are not all out: the families on the raid at Blue Heron Park",
    "Date": "Mon, 26 Feb 2024 09:10:00 +0000",
    "Message-ID": "<20240226091000.gate@until-the-gate-opens.example>",
}

FILES: Mapping[str, Make] = {
    "office-estimate.pdf": OURS.pdf(
        "office-estimate.txt", "Held to Deceive", "Regional Office for Human Security", day(2023, 3, 14)
    ),
    "gate-report.pdf": OURS.pdf("gate-report.txt", "Paid For Twice", "Open Gate Watch", day(2023, 11, 6)),
    "families-release.eml": OURS.mail("families-release.txt", MAIL),
    "ministry-statement.docx": OURS.word(
        "ministry-statement.txt", "Ministry of the Interior", day(2024, 3, 4)
    ),
    "river-radio.docx": OURS.word("river-radio.txt", "Corvian Radio Two", day(2024, 3, 20)),
    **OURS.as_they_are(
        "paperlight-ledger.md",
        "police-bulletin.txt",
        "ithe-tribune.html",
        "porthaven-mail.html",
        "daily-comet.html",
        "cold-wire.md",
        "commonpedia.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
