"""Write the finished files of the dossier famine and its gold, from source/ and annotation.toml."""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
IRCO = "International Relief Coordination Office"
MAIL = {
    "From": "Ministry of Foreign Affairs of Ellmark, Press Service <presse@mfa-ellmark.example>",
    "To": "accredited-media@mfa-ellmark.example",
    "Subject": "Castrel conference pledges 240 million dollars for Adura",
    "Date": "Thu, 22 May 2025 17:40:00 +0000",
    "Message-ID": "<20250522174000.adura@mfa-ellmark.example>",
}

FILES: Mapping[str, Make] = {
    "irco-sitrep-11.pdf": OURS.pdf(
        "irco-sitrep-11.txt", "Adura: Situation Report No. 11", IRCO, day(2025, 3, 25)
    ),
    "irco-sitrep-14.pdf": OURS.pdf(
        "irco-sitrep-14.txt", "Adura: Situation Report No. 14", IRCO, day(2025, 4, 15)
    ),
    "irco-sitrep-19.pdf": OURS.pdf(
        "irco-sitrep-19.txt", "Adura: Situation Report No. 19", IRCO, day(2025, 5, 20)
    ),
    "vin-survey.pdf": OURS.pdf(
        "vin-survey.txt",
        "Nutrition and Mortality Survey, Adura",
        "Veldane Institute of Nutrition",
        day(2025, 5, 6),
    ),
    "ministry-statement.docx": OURS.word("ministry-statement.txt", "Press Department", day(2025, 5, 9)),
    "nurse-testimony.docx": OURS.word("nurse-testimony.txt", "Kessara Witness Archive", day(2025, 6, 2)),
    "castrel-communique.eml": OURS.mail("castrel-communique.txt", MAIL),
    **OURS.as_they_are(
        "imbaro-mercury.html",
        "skarholm-daily.txt",
        "grain-freight-courier.html",
        "dry-wells-blog.md",
        "openleaf-adura.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
