"""Write the finished files of the third dossier and its gold, from source/ and annotation.toml.

    python -m tests.third_dossier.write

It has the forms of the demo dossier and is written with the demo's own scripts.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.invented import Invented, Make, day

OURS = Invented(Path(__file__).resolve().parent)
SCHOOL, OFFICE = "Oberwick School of Public Health", "District Health Office Oberwick"
MAIL = {
    "From": "OSPH Press Office <press@osph.example>",
    "To": "press-list@osph.example",
    "Subject": "Lead found in the blood of two in five children tested on the Teld",
    "Date": "Tue, 09 Sep 2025 07:00:00 +0000",
    "Message-ID": "<20250909070000.lead@osph.example>",
}

FILES: Mapping[str, Make] = {
    "osph-survey.pdf": OURS.pdf("osph-survey.txt", "Lead in the Valley", SCHOOL, day(2025, 9, 9)),
    "osph-release.eml": OURS.mail("osph-release.txt", MAIL),
    "halvane-statement.docx": OURS.word("halvane-statement.txt", "Helena Strand", day(2025, 9, 12)),
    "health-bulletin-4.pdf": OURS.pdf(
        "health-bulletin-4.txt", "Weekly bulletin No. 4", OFFICE, day(2025, 5, 2)
    ),
    "health-bulletin-9.pdf": OURS.pdf(
        "health-bulletin-9.txt", "Weekly bulletin No. 9", OFFICE, day(2025, 6, 6)
    ),
    "judgment-grey-hollow.docx": OURS.word(
        "judgment-grey-hollow.txt", "Registry of the Court", day(2025, 11, 14)
    ),
    **OURS.as_they_are(
        "teld-valley-post.txt",
        "corvane-echo.html",
        "corvane-echo-correction.html",
        "nso-households.html",
        "written-answer-418.txt",
        "prosecutor-release.txt",
        "radio-teld-transcript.txt",
        "clean-teld-factsheet.html",
        "column-river.md",
        "openpage-grey-hollow.html",
    ),
}
"""Every file of the dossier and what makes it."""


def gold() -> dict[str, str]:
    """Return the gold's files: name to JSON text."""
    return OURS.gold()


if __name__ == "__main__":
    OURS.write(FILES, gold())
