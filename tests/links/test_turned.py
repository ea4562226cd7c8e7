"""Numbers that were turned on their way: the bound, the order of digits, the place of the point."""

import pytest

from .plain import sheet
from .test_findings import told

NORM = "[A picker] <delivered> {up to 80 kilograms | mass at most 80 kg}."
MONTHS = "[The inspectors] <came> {26 months | duration exact 26 month} before."
CATCH = "[The fleet] <landed> {46,300 tonnes | mass exact 46300 t}."
RATIO = "There <is> {one for every 128 | ratio exact 0.0078125}."
CARDS = "It <has> {2,917 | count exact 2917} [cards]."
FINES = "[The owners] <paid> {1.29 million crowns | money exact 1290000 crown}."


def turns(given, line, day="2024-03-20", more=()):
    papers = [
        sheet([given], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([line, *more], "b", day, "The Halden Courier"),
    ]
    return [each for each in told(papers, "drift") if "turned on its way" in each.says]


@pytest.mark.parametrize(
    ("given", "line", "found"),
    [
        (NORM, "Sacks of {more than 80 kilos | mass more than 80 kg} <were filled>.", 1),
        (NORM, "Sacks of {80 kilos | mass exact 80 kg} <were filled>.", 0),
        (NORM, "Sacks of {more than 80 tonnes | mass more than 80 t} <were filled>.", 0),
        (MONTHS, "Nobody <looked> for {62 months | duration exact 62 month}.", 1),
        (MONTHS, "Nobody <looked> for {62 days | duration exact 62 day}.", 0),
        (MONTHS, "Nobody <looked> for {27 months | duration exact 27 month}.", 0),
        (CATCH, "Half a year <brought> {463,000 tonnes | mass exact 463000 t}.", 1),
        (CATCH, "Half a year <brought> {436,000 tonnes | mass exact 436000 t}.", 0),
        (CARDS, "An index <held> {29,170 | count exact 29170} [cards].", 1),
        (CARDS, "An index <held> {29,170 | count exact 29170} [tickets].", 0),
        (RATIO, "[An inspector] <has> {one for every 182 | ratio exact 0.00549451}.", 1),
        (RATIO, "[An inspector] <has> {one for every 129 | ratio exact 0.00775194}.", 0),
        (FINES, "Justice <cost> {12.9 million crowns | money exact 12900000 crown}.", 1),
        ("[He] <paid> {12 crowns | money exact 12 crown}.", "Justice <cost> {120 crowns | money exact 120 crown}.", 0),
    ],
    ids=["the other bound", "no bound", "another unit", "digits in another order", "in days", "another number", "ten times as many",
         "turned and ten times as many", "cards", "other things",
         "so many for one", "nearly so many for one", "a sum", "a sum of two digits"],
)  # fmt: skip
def test_a_number_that_was_turned(given, line, found):
    findings = turns(given, line)
    assert len(findings) == found
    assert all({piece.passage.document for piece in each.evidence} == {"a", "b"} for each in findings)


def test_who_gives_both_numbers_has_turned_none():
    line = "Nobody <looked> for {62 months | duration exact 62 month}."
    assert turns(MONTHS, line) and not turns(MONTHS, line, more=[MONTHS])


def test_the_later_one_is_the_one_that_was_turned():
    line = "Nobody <looked> for {62 months | duration exact 62 month}."
    [finding] = turns(MONTHS, line, day="2024-02-01")
    assert finding.says.index("62") < finding.says.index("26")
