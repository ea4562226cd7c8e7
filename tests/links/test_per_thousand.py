"""Rates per thousand that another document tells as per cent."""

import pytest

from .plain import sheet
from .test_findings import told

RATE = "The clinics of Vessany noted [complications] <after operations> at {22 per 1,000 | rate exact 22 1 1000}."


def as_per_cent(line, day="2024-03-20"):
    papers = [
        sheet([RATE], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([line], "b", day, "The Halden Courier"),
    ]
    return [each for each in told(papers, "drift") if "per thousand" in each.says]


@pytest.mark.parametrize(
    ("line", "day", "found"),
    [
        ("In Vessany {22 per cent | share exact 0.22} of (the operations) <led to complications>.", "2024-03-20", 1),
        ("In Vessany {23 per cent | share exact 0.23} of (the operations) <led to complications>.", "2024-03-20", 0),
        ("In Vessany {22 per cent | share exact 0.22} of (the operations) <led to complications>.", "2024-02-01", 0),
        ("Of the ships {22 per cent | share exact 0.22} <left the harbour>.", "2024-03-20", 0),
    ],
    ids=["the same number", "another number", "told before", "of something else"],
)  # fmt: skip
def test_a_rate_per_thousand_that_becomes_per_cent(line, day, found):
    findings = as_per_cent(line, day)
    assert len(findings) == found
    assert all({piece.passage.document for piece in each.evidence} == {"a", "b"} for each in findings)
