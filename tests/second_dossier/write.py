"""Write the finished files of the second dossier and its gold, from source/ and annotation.toml.

    python -m tests.second_dossier.write

It has the forms of the demo dossier and is written with the demo's own scripts.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
CFT, RELIEF = "Committee for Fair Trials", "Velmoran Bar Relief"
MAIL = {
    "From": "CFT Press Desk <press@fairtrials.example>",
    "To": "newsdesks@lists.fairtrials.example",
    "Subject": "New report: boys of 13 among those locked into an ice rink",
    "Date": "Wed, 03 Dec 2025 05:00:00 +0000",
    "Message-ID": "<20251203050000.boards@fairtrials.example>",
}

FILES: Mapping[str, Make] = {
    "behind-the-boards-cft-report.pdf": OURS.pdf(
        "behind-the-rink-cft-report.txt", "Behind the Boards", CFT, day(2025, 12, 3)
    ),
    "cft-press-release.eml": OURS.mail("cft-press-release.txt", MAIL),
    "interior-ministry-statement.docx": OURS.word(
        "interior-ministry-statement.txt", "Office of the Spokesman", day(2025, 12, 6)
    ),
    "bar-relief-bulletin-2.pdf": OURS.pdf(
        "bar-relief-bulletin-2.txt", "Bulletin No. 2", RELIEF, day(2025, 10, 20)
    ),
    "bar-relief-bulletin-5.pdf": OURS.pdf(
        "bar-relief-bulletin-5.txt", "Bulletin No. 5", RELIEF, day(2025, 11, 17)
    ),
    "interview-12.docx": OURS.word("interview-12.txt", "Jonna Breck", day(2025, 11, 4)),
    **OURS.as_they_are(
        "nna-wire.html",
        "ondra-messenger.txt",
        "daily-lantern.txt",
        "tive-review.html",
        "tive-review-correction.html",
        "streetlight-blog.md",
        "freeleaf-october-arrests.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold({"messenger": "wire"})


if __name__ == "__main__":
    OURS.write(FILES, gold())
