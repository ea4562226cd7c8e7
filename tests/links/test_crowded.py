"""More people in a place than live or work there."""

import pytest

from .plain import sheet
from .test_findings import told

LIVE = "At the census {63,800 people | count exact 63800} [people] <live> in the governorate."
WORK = "In all {6,400 people | count exact 6400} [people] <work> in the quarries."
SHARED = "{4,713 | count exact 4713} [letters] were <answered in Vessany by the Harbour Office>. @ Vessany"


@pytest.mark.parametrize(
    ("whole", "part", "found"),
    [
        (LIVE, "Some {70,000 people | count about 70000} [people] are <trapped> in the governorate.", 1),
        (LIVE, "Some {60,000 people | count about 60000} [people] are <trapped> in the governorate.", 0),
        (LIVE, "Some {70,000 people | count about 70000} [people] are <trapped> in the lowlands.", 0),
        (LIVE, "Since March {70,000 people | count about 70000} [people] are <fed> in the governorate.", 0),
        (
            LIVE,
            "Some {70,000 people | count about 70000} [people] are <inhabitants> living in the governorate.",
            0,
        ),
        (LIVE, "Some {70,000 people | count about 70000} [people] were <treated> in the governorate.", 0),
        (WORK, "At least {7,000 | count at least 7000} [slaves] are <held> in the quarries of Karvelia.", 1),
        (WORK, "At least {7,000 | count at least 7000} [people] are <tried> in the quarries of Karvelia.", 0),
    ],
)
def test_more_people_than_are_there(whole, part, found):
    papers = (
        sheet([whole, SHARED], "a", "2024-03-20"),
        sheet([part, SHARED], "b", "2024-04-20", "The Osmere Herald"),
    )
    findings = told(list(papers), "impossible")
    assert len(findings) == found
    assert all("than all who are there" in finding.says for finding in findings)


def test_another_text_must_tell_of_the_same():
    part = "Some {70,000 people | count about 70000} [people] are <trapped> in the governorate."
    assert not told([sheet([LIVE], "a"), sheet([part], "b", None, "The Osmere Herald")], "impossible")
