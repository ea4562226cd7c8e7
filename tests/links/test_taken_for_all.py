"""What a document tells of some of those whom it counts, and another one of all."""

import pytest

from .plain import sheet
from .test_findings import told

ALL = "The surgeons of Vessany performed {112 | count exact 112} [amputations],"
SOME = "{31 | count exact 31} of them on <dockers>."


def of_all(line, some=SOME, day="2024-03-20"):
    papers = [
        joined([ALL, some], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([line], "b", day, "The Halden Courier"),
    ]
    return [each for each in told(papers, "drift") if "further on of all" in each.says]


def joined(lines, name, day, house):
    """A document whose lines are one sentence."""
    from dataclasses import replace

    made = sheet(lines, name, day, house)
    return replace(made, document=replace(made.document, text=made.document.text.replace(",\n\n", ", \n", 1)))


@pytest.mark.parametrize(
    ("line", "some", "day", "found"),
    [
        ("{112 | count exact 112} [dockers] <lost> an arm.", SOME, "2024-03-20", 1),
        ("{112 | count exact 112} [people] <lost> an arm.", SOME, "2024-03-20", 0),
        ("{112 | count exact 112} [dockers] <lost> an arm.", SOME, "2024-02-20", 0),
        ("{113 | count exact 113} [dockers] <lost> an arm.", SOME, "2024-03-20", 0),
        ("Of {112 | count exact 112} [people] 31 <were dockers>.", SOME, "2024-03-20", 0),
        ("{112 | count exact 112} [dockers] <lost> an arm.", "{31 | count exact 31} <dockers> looked on.", "2024-03-20", 0),
    ],
    ids=["of all", "not of them", "told before", "another number", "tells of some as well", "others"],
)  # fmt: skip
def test_what_is_told_of_some_and_further_on_of_all(line, some, day, found):
    assert len(of_all(line, some, day)) == found
