"""Values given as of now that their maker had replaced, or that its own paper gives for an earlier year."""

from dataclasses import replace

import pytest

from firsthand.links import voices

from .plain import sheet
from .test_findings import told
from .test_repeating import released

HOUSE = "Open Harbour Watch"
FIRST = (
    "{74 | count exact 74} [persons] <are reported missing after the flood on the Orlu>. : Open Harbour Watch"
)
NEXT = "{23 | count exact 23} [persons] <are still missing after the flood on the Orlu>. : Open Harbour Watch"
AGAIN = "{74 | count exact 74} [people] <are still missing after the flood on the Orlu>. : Open Harbour Watch"


def old_as_new(*papers):
    return told(list(papers), "old as new")


def bulletin(line, name, day, house=HOUSE):
    return released(line, name, day, house, "report")


@pytest.mark.parametrize(
    ("following", "day", "again", "found"),
    [
        (NEXT, "2024-04-02", AGAIN, 1),
        (NEXT, "2024-09-02", AGAIN, 0),
        (NEXT.replace("missing", "injured"), "2024-04-02", AGAIN, 0),
        (NEXT.replace("[persons]", "[women]"), "2024-04-02", AGAIN, 0),
        (NEXT, "2024-04-02", AGAIN.replace("are still", "were at first"), 0),
    ],
    ids=["replaced", "later", "other people", "women", "not as of now"],
)
def test_a_number_that_its_maker_had_replaced_is_given_as_of_now(following, day, again, found):
    papers = bulletin(FIRST, "a", "2024-03-21"), bulletin(following, "b", day)
    findings = old_as_new(*papers, sheet([again], "c", "2024-06-20"))
    assert len(findings) == found
    for finding in findings:
        assert {piece.passage.document for piece in finding.evidence} == {"a", "b", "c"}


COUNTED = "{64,300 people | count exact 64300} [people] <work in the fish halls of Karvelia>"


@pytest.mark.parametrize(
    ("words", "period", "found"),
    [("As of 2025, ", "2025", 1), ("Some say that ", None, 0), ("As of 2021, ", "2021", 0)],
)
def test_a_number_of_an_earlier_year_is_given_as_of_now(words, period, found):
    own = bulletin(f"{COUNTED}. ~ 2021 : {HOUSE}", "a", "2022-03-21")
    later = sheet([f"{words}{COUNTED}.{f' ~ {period}' if period else ''}"], "b", "2025-06-20")
    assert len(old_as_new(own, later)) == found


def test_an_old_value_given_as_of_now_is_no_drift_besides():
    own = bulletin(f"{COUNTED}. ~ 2021 : {HOUSE}", "a", "2022-03-21")
    later = sheet([f"As of 2025, {COUNTED}. ~ 2025"], "b", "2025-06-20")
    assert not told([own, later], "drift")
    past = sheet([f"In 2020 {COUNTED.replace('work', 'worked')}. ~ 2020"], "b", "2025-06-20")
    assert told([own, past], "drift")


SHARE = "{11.4% | share exact 0.114} of [(the dockers)] <were recruited against their will>"


@pytest.mark.parametrize(
    ("newer", "again", "found"),
    [
        ("{6.8% | share exact 0.068} of [(the dockers)] <were recruited against their will>", SHARE, 1),
        ("{62% | share exact 0.62} of [(the dockers)] <were women>", SHARE, 0),
        ("{6.8% | share exact 0.068} of [(the dockers)] <were recruited against their will>", SHARE.replace("were", "had been"), 0),
    ],
    ids=["replaced", "another share of them", "not as of now"],
)  # fmt: skip
def test_an_old_share_is_given_as_of_now(newer, again, found):
    made = sheet(
        [f"{SHARE} in 2021. ~ 2021 : {HOUSE}", f"{newer} last year. : {HOUSE}"], "a", "2023-03-15", HOUSE
    )
    issued = replace(made.document, kind="report")
    own = replace(made, document=issued, voices=voices(issued))
    line = f"According to {HOUSE} {again.replace('were recruited', 'are recruited')}. : {HOUSE}"
    assert len(old_as_new(own, sheet([line], "c", "2023-03-28"))) == found
