"""An end of a range that another document tells as the number."""

import pytest

from .plain import sheet
from .test_findings import told

RANGE = "The Centre puts the number of [dockers in Vessany] <who fell ill> at {between 9,000 and 11,500 | count range 9000..11500}."
PAY = "The fund <needs> {between 240 and 310 million crowns | money range 240000000..310000000 crown}."
HOURS = "[A shift] <lasts> {between 14 and 17 hours | duration range 14..17 hour}."


def ends(line, given=RANGE, day="2024-03-20", more=()):
    papers = [
        sheet([given], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([line, *more], "b", day, "The Halden Courier"),
    ]
    return [each for each in told(papers, "drift") if "end of a range" in each.says]


@pytest.mark.parametrize(
    ("line", "given", "found"),
    [
        ("A staggering {11,500 | count exact 11500} [men] <coughed their lungs out>.", RANGE, 1),
        ("{More than 9,000 | count more than 9000} [families] <mourn somebody>.", RANGE, 0),
        ("{10,500 | count exact 10500} [men] <coughed their lungs out>.", RANGE, 0),
        ("{11,500 tonnes | mass exact 11500 t} of [herring] <were landed>.", RANGE, 0),
        ("{11,500 | count exact 11500} [men] <are the upper limit of what it holds possible>.", RANGE, 0),
        ("[Politicians] <wanted> {310 million | count exact 310000000}.", PAY, 1),
        ("[Politicians] <wanted> {310 million crowns | money exact 310000000 crown}.", PAY, 1),
        ("[Politicians] <wanted> {310 million lenn | money exact 310000000 lenn}.", PAY, 0),
        ("Everybody there <sits> for {17 hours a day | rate exact 17 hour day}.", HOURS, 1),
        ("Everybody there <sits> for {17 days | duration exact 17 day}.", HOURS, 0),
        ("[Boats] of every kind are {17 | count exact 17}.", HOURS, 0),
    ],
    ids=["the upper end", "a round end of few digits", "a number within", "another kind", "named as the limit",
         "a sum without its currency", "a sum", "another currency", "for each day", "another unit", "a bare small number"],
)  # fmt: skip
def test_an_end_that_becomes_the_number(line, given, found):
    findings = ends(line, given)
    assert len(findings) == found
    assert all({piece.passage.document for piece in each.evidence} == {"a", "b"} for each in findings)


def test_what_was_told_before_the_range_is_not_taken_from_it():
    line = "A staggering {11,500 | count exact 11500} [men] <coughed their lungs out>."
    assert ends(line) and not ends(line, day="2024-02-01")


def test_who_tells_the_whole_range_may_name_its_end():
    line = "A staggering {11,500 | count exact 11500} [men] <coughed their lungs out>."
    whole = "[Doctors] <speak of> {9,000 to 11,500 | count range 9000..11500}."
    assert ends(line) and not ends(line, more=[whole])


def test_a_change_that_a_link_tells_is_not_told_again():
    line = (
        "The Centre puts the number of [dockers in Vessany] <who fell ill> at {11,500 | count exact 11500}."
    )
    shorter = "{11,500 | count exact 11500} [men] <coughed their lungs out>."
    assert ends(shorter) and not ends(shorter, more=[line])
