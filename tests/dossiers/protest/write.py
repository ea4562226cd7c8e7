"""Write the finished files of the protest dossier and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
MAIL = {
    "From": "Lantern International Press <press@lantern-international.example>",
    "To": "region-list@lantern-international.example",
    "Subject": "Maressia: at least 140 killed as police “aimed high” at fuel protests",
    "Date": "Mon, 12 May 2025 06:30:00 +0000",
    "Message-ID": "<20250512063000.aimed-high@lantern-international.example>",
}

FILES: Mapping[str, Make] = {
    "interior-communique.docx": OURS.word(
        "interior-communique.txt", "Directorate of Public Communication", day(2025, 2, 11)
    ),
    "pnn-bulletin-4.pdf": OURS.pdf(
        "pnn-bulletin-4.txt", "Bulletin 4", "Physicians' Night Network", day(2025, 2, 3)
    ),
    "lantern-report.pdf": OURS.pdf(
        "lantern-report.txt", "Aimed High", "Lantern International", day(2025, 5, 12)
    ),
    "lantern-release.eml": OURS.mail("lantern-release.txt", MAIL),
    "ruling-sennet-bridge.docx": OURS.word(
        "ruling-sennet-bridge.txt", "Registry, Second Criminal Chamber", day(2025, 9, 2)
    ),
    "inquiry-report.pdf": OURS.pdf(
        "inquiry-report.txt", "Report of the Committee of Inquiry", "National Assembly", day(2025, 10, 14)
    ),
    **OURS.as_they_are(
        "commission-interim.html",
        "ilven-courier.html",
        "northern-standard.html",
        "radio-harbour-transcript.txt",
        "counting-litres.md",
        "openleaf-fuel-protests.html",
    ),
}


def gold() -> dict[str, str]:
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
