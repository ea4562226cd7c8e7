"""One number before two units of one kind."""

import pytest

from .plain import sheet
from .test_findings import told

METRES = "[The clinic] <stands> {300 metres | length exact 300 m} from the barracks."


def in_another_unit(line, day="2024-03-20", more=()):
    papers = [
        sheet([METRES], "a", "2024-03-01", "Open Harbour Watch"),
        sheet([line, *more], "b", day, "The Halden Courier"),
    ]
    return [each for each in told(papers, "drift") if "another unit" in each.says]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[A wall] <lay> {300 feet | length exact 300 foot} from where soldiers slept.", 1),
        ("[A wall] <lay> {301 feet | length exact 301 foot} from where soldiers slept.", 0),
        ("[A wall] <lay> {300 metres | length exact 300 m} from where soldiers slept.", 0),
        ("[A wall] <weighed> {300 tonnes | mass exact 300 t}.", 0),
        ("[Somebody] <waited> {300 days | duration exact 300 day}.", 0),
    ],
    ids=["metres become feet", "another number", "the same unit", "another kind", "a time is no length"],
)
def test_a_number_whose_unit_changed(line, found):
    assert len(in_another_unit(line)) == found


def test_who_gives_both_units_has_converted_nothing_wrongly():
    feet = "[A wall] <lay> {300 feet | length exact 300 foot} from where soldiers slept."
    metres = "[A trench] <began> {300 metres | length exact 300 m} farther on."
    assert in_another_unit(feet) and not in_another_unit(feet, more=[metres])


def test_the_earlier_number_is_the_one_that_was_changed():
    [finding] = in_another_unit("[A wall] <lay> {300 feet | length exact 300 foot} away.", day="2024-02-01")
    assert finding.says.index("feet") < finding.says.index("metres")
