"""Quantities: the plain-word cases of quantities.txt, and what must hold for every text."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.marks.quantities_in_words import cases, check, marks

from firsthand.marks.lexemes import lexemes
from firsthand.records import Span


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
    "hostile",
    ["9" * 100_000, "1," * 20_000, "1 000 " * 8_000, "[" * 20_000 + "4" + "]" * 20_000, "twenty-" * 8_000, "$" * 20_000,
     "10 to " * 8_000, "\u202e7\u202c " * 20_000, "as many as " * 6_000, "hundred and " * 5_000],
)  # fmt: skip
def test_hostile_input_stays_linear(hostile: str) -> None:
    from firsthand.marks.amounts import amounts, grammar
    from firsthand.marks.time_patterns import forms

    text = hostile
    started = time.process_time()
    line = lexemes(text)
    list(amounts(line, text, grammar()))
    for form in forms("en"):
        list(form.pattern.finditer(text[:40_000]))
    assert time.process_time() - started < 6


WORDS = st.sampled_from(
    [
        "12",
        "1,978",
        "2019",
        "$",
        "%",
        "yuan",
        "at",
        "least",
        "more",
        "than",
        "to",
        "-",
        "between",
        "and",
        "half",
        "of",
        "a",
        "third",
        "one",
        "twenty",
        "four",
        "million",
        "women",
        "in",
        "China",
        "(",
        ")",
        "[4]",
        "years",
        "old",
        "aged",
        "up",
        "km",
        "per",
        "year",
        "dozens",
        "0",
        "half-a",
        ".5",
        "1/2",
        "½",
        "€",
        "fell",
        "rose",
        "by",
        "twice",
        "as",
        "many",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_whatever_is_written_the_intervals_and_spans_hold(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = marks(text)
    for one in found:
        assert one.low is None or one.high is None or one.low <= one.high
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text).strip() == one.span.of(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


def test_moving_a_text_moves_its_spans_and_nothing_else() -> None:
    text = "Up to 500 men were sold for 30 yuan ($4) in Vessany."
    before = "Nothing is counted here.\n\n"
    moved = [Span(one.span.start - len(before), one.span.end - len(before)) for one in marks(before + text)]
    assert moved == [one.span for one in marks(text)]


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
