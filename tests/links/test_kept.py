"""Registers, censuses and other books of an office by which numbers are given."""

from dataclasses import replace

import pytest

from firsthand.links.kept import kept
from firsthand.records import Span

from .plain import sheet
from .test_findings import told


def names(text, own=False):
    return [name for name, _ in kept(text, Span(0, len(text)), own=own)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("According to the labour register of the Zone, 6,200 people work there.", ["labour register of the Zone"]),
        ("At the census of 2021 the three villages had 3,900 inhabitants.", ["census of 2021"]),
        ("The Health Yearbook gives 9 per 1,000 for the country.", ["Health Yearbook"]),
        ("The death register of the home, which lies in the town hall, holds 162 entries.", ["death register of the home"]),
        ("In the valley the census of 1997 had registered 640 women.", ["census of 1997"]),
        ("Our mortality register shows seven deaths.", ["mortality register"]),
        ("It shows what the register of deaths had only hinted at.", []),
        ("The register is long.", []),
        ("There are 5,200 women on the state register.", []),
    ],
)  # fmt: skip
def test_what_an_office_keeps(text, found):
    assert names(text) == found


def test_what_a_report_says_of_its_own_register_is_no_other_source():
    assert names("Our mortality register shows seven deaths.", own=True) == []


TOLD = "According to the labour register of the Zone Authority {6,200 | count exact 6200} [foreigners] <work there>."


@pytest.mark.parametrize(
    ("title", "missing"), [("A walk along the quay", True), ("The labour register of the Zone", False)]
)
def test_a_register_that_is_not_here_is_a_missing_primary_source(title, missing):
    made = sheet([TOLD], "a", "2024-03-20")
    other = sheet(["{40 | count exact 40} [boats] <lay in the harbour>."], "b", "2024-03-21")
    other = replace(other, document=replace(other.document, title=title))
    findings = [each for each in told([made, other], "missing primary source") if "register" in each.says]
    assert bool(findings) is missing
    assert all("labour register of the Zone Authority" in each.says for each in findings)


def test_a_body_and_a_register_that_are_missing_are_told_in_one_finding():
    bodies = "{212 | count exact 212} [crates] <were seized on the quay>. : Board of Inquiry"
    [finding] = told([sheet([TOLD, bodies], "a", "2024-03-20")], "missing primary source")
    assert "Board of Inquiry" in finding.says
    assert "labour register" in finding.says
    assert len(finding.evidence) == 2
