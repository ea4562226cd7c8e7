"""What must hold of the quantities of every text, also of one written to break the program."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.marks.quantities_in_words import marks
from tests.timing import quickest

from firsthand.marks.amounts.ages import age_words, decades_of_life
from firsthand.marks.amounts.bounded import amounts, grammar
from firsthand.marks.amounts.currencies import moneys_of
from firsthand.marks.amounts.ratios import ratios
from firsthand.marks.amounts.unparsed import calendar_words, without_dates
from firsthand.marks.amounts.vague import vague_amounts, vague_words
from firsthand.marks.numerals.digits import writing_of
from firsthand.marks.numerals.lexemes import lexemes

PIECES = {
    "en": "12 1,978 2019 24.000 2.5 0 .5 1/2 ½ 1.5×10^6 -5 +3% $ € % yuan at least more than to - – between and half of a "
    "third one twenty four million hundred women in China ( ) [4] years old aged up km miles per year dozens half-a fell rose by "
    "twice as many 20s mid- thirties or , but fewer for every each pesos pounds",
    "es": "12 1.978 2019 24.000 2,5 0 ½ -5 $ € % yuanes al menos más de a - entre y mitad media un tercio una veinte cuatro mil "
    "millones cien mujeres en ( ) [4] años edad km millas por cada año decenas cayó aumentó doble veces o , pero menos pesos mayo",
}
MANY = 300
HOSTILE = [
    "9", "1,", "1.", "1 000 ", "[", "(4", "$", "-", "\u202e7\u202c ", "one ", "mil ", "twenty-", "million ", "half a ", "10 to ",
    "thousands of ", "one thousand ", "as many as ", "hundred and ", "between ", "5 or ", "more than 5 but ", "1×10", "1.1e", "per ",
    "a few ", "c$ ", "12 miles, ", "3 (",
]  # fmt: skip


def texts(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES[language].split(" ")), min_size=1, max_size=14).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(sorted(PIECES)))
def test_no_interval_is_upside_down_and_no_two_quantities_share_a_letter(data, language) -> None:
    text = data.draw(texts(language))
    found = marks(text, language)
    for one in found:
        assert one.low is None or one.high is None or one.low <= one.high
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text).strip() == one.span.of(text)
        assert one.converted is None or one.span.end <= one.converted.span.start
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(sorted(PIECES)), st.integers(1, 9))
def test_moving_a_text_moves_its_spans_and_nothing_else(data, language, lines) -> None:
    text = data.draw(texts(language))
    before = "Vessany.\n\n" * lines
    moved, found = marks(before + text, language), marks(text, language)
    assert [one.span.start - len(before) for one in moved] == [one.span.start for one in found]
    assert [said(one, before + text) for one in moved] == [said(one, text) for one in found]


@pytest.mark.parametrize("language", sorted(PIECES))
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_takes_time_in_proportion(unit: str, language: str) -> None:
    read_without_a_parse(unit * 10, language)
    short = quickest(lambda: read_without_a_parse(unit * MANY, language))
    long = quickest(lambda: read_without_a_parse(unit * 4 * MANY, language))
    assert long < 8 * short + 0.2


def test_a_hundred_thousand_digits_are_no_quantity() -> None:
    line = lexemes("9" * 100_000)
    assert list(amounts(line, "9" * 100_000, grammar())) == []


def said(one, text: str) -> tuple[object, ...]:
    phrases = [span.of(text) if span else None for span in (one.span, one.counted, one.whole)]
    return (*phrases, one.kind, one.low, one.high, one.hedge, one.unit, one.per, one.direction)


def read_without_a_parse(text: str, language: str) -> None:
    """The whole reading of a text as far as it needs no parse."""
    writing = writing_of(text, language)
    known = grammar(language, moneys_of(text, language), writing)
    line = lexemes(text, language, writing)
    if language != "en":
        line = without_dates(line, calendar_words(language), "\u2020")
    list(amounts(line, text, known))
    list(ratios(line, known))
    list(decades_of_life(line, age_words(language)))
    list(vague_amounts(line, (), vague_words(language)))
