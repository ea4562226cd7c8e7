"""Quantities: the plain-word cases of quantities.txt, and what must hold for every text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.marks.quantities_in_words import cases, check, marks


@pytest.mark.parametrize("case", cases("quantities.txt"))
def test_a_case_is_read_as_it_says(case: str) -> None:
    check(case)


def test_an_interval_is_open_where_the_words_leave_it_open() -> None:
    most, least = marks("Up to 500 men and at least 20 women were taken.")
    assert (most.low, most.high) == (None, Decimal(500))
    assert (least.low, least.high) == (Decimal(20), None)


def test_a_conversion_is_no_quantity_of_its_own() -> None:
    text = "He paid 24,000 Chinese yuan ($3500) and 1,000 yuan (about US$146) more."
    found = marks(text)
    assert [one.span.of(text) for one in found] == ["24,000 Chinese yuan", "1,000 yuan"]
    assert [one.converted and one.converted.span.of(text) for one in found] == ["$3500", "about US$146"]


def test_the_hedge_and_the_unit_belong_to_the_span() -> None:
    text = "It makes profits of at least $18 million dollars each year."
    (only,) = marks(text)
    assert only.span.of(text) == "at least $18 million dollars each year"
    assert only.counted is not None
    assert only.counted.of(text) == "profits"


def test_a_document_that_writes_thousands_with_points_is_read_so() -> None:
    values = [one.low for one in marks("They counted 1.234.567 people and 24.500 houses.")]
    assert values == [Decimal(1234567), Decimal(24500)]
    assert [one.low for one in marks("The index is 24.5 points.")] == [Decimal("24.5")]


def test_the_document_may_state_its_dollar() -> None:
    (only,) = marks("All amounts are in Canadian dollars. It cost $40.")
    assert only.unit == "CAD"


@pytest.mark.parametrize(
    "text",
    [
        "Torvane, 14 March 2024. No. 2024/117",
        "Call +49 30 1234567 or (020) 7946 0958 for more.",
        "14 Ropewalk, Lindhavn",
        "Situation Report No. 5",
    ],
)
def test_numbers_of_papers_houses_and_telephones_are_no_quantities(text: str) -> None:
    assert marks(text) == ()


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        (
            "No official data exist on the number of the sailors, more than two-thirds of whom are women.",
            0,
            "the sailors",
        ),
        ("The ship, which carried 300 migrants, half of whom were children, sank.", 1, "300 migrants"),
        (
            "About 60% of female defectors from North Sundmark to South Sundmark were asked.",
            0,
            "female defectors from North Sundmark to South Sundmark",
        ),
    ],
)
def test_the_whole_of_a_share_is_all_of_the_people_meant(text: str, number: int, whole: str) -> None:
    found = marks(text)[number].whole
    assert found is not None
    assert found.of(text) == whole


def test_amounts_beside_each_other_do_not_count_each_other() -> None:
    text = "Eight were rescued, six bodies have been recovered and 17 people are missing."
    assert [each.counted.of(text) if each.counted else None for each in marks(text)] == [
        None, "bodies", "people",
    ]  # fmt: skip
    text = "Girls are sold for as little as 30 Karvelian crowns ($4) or up to 1000 Chinese Yuan ($140)."
    assert [each.counted for each in marks(text)[1:]] == [None, None]


def test_cells_of_a_table_are_numbers_of_their_own() -> None:
    text = "Ferry hall\t396\t271\t41"
    assert [str(each.low) for each in marks(text)] == ["396", "271", "41"]
