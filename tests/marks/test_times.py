"""Times: what is marked, and the value that it gets from the text and the document's date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.language import parse
from firsthand.marks import times
from firsthand.marks.calendar.moments import RESOLVERS, anchor_of, feast, value_of
from firsthand.marks.calendar.time_patterns import Form, forms, forms_in
from firsthand.records import Document, Marks, Original, Span, Zone


def found(text: str, published: str | None = "2019-05-20") -> list[tuple[str, str]]:
    original = Original("case.txt", "", "text/plain", len(text))
    document = Document("case", original, text, (Zone(Span(0, len(text)), "main"),), published=published)
    return [(one.span.of(text), one.value) for one in times.find(document, parse(document), Marks())]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The report came on 20 May 2019.", "20 May 2019", "2019-05-20"),
        ("The report came on May 3, 2018.", "May 3, 2018", "2018-05-03"),
        ("They left Vessany in March 2018.", "March 2018", "2018-03"),
        ("They left Vessany in 2018.", "2018", "2018"),
        ("The file is dated 2018-04-28.", "2018-04-28", "2018-04-28"),
        ("The file is dated 28.04.2018.", "28.04.2018", "2018-04-28"),
        ("He spoke on Friday.", "Friday", "2019-05-17"),
        ("The report will be released on Friday.", "Friday", "2019-05-24"),
        ("He spoke on Monday.", "Monday", "2019-05-20"),
        ("It happened yesterday.", "yesterday", "2019-05-19"),
        ("It happened last year.", "last year", "2018"),
        ("It happened last week.", "last week", "2019-W20"),
        ("It happened last month.", "last month", "2019-04"),
        ("It happened ten years ago.", "ten years ago", "2009"),
        ("It happened two days ago.", "two days ago", "2019-05-18"),
        ("It grew in the third quarter of 2018.", "the third quarter of 2018", "2018-Q3"),
        ("It was common in the 1990s.", "the 1990s", "199"),
        ("It was common in the 19th century.", "the 19th century", "18"),
        ("They walked for two days.", "two days", "P2D"),
        ("It was a two-year period.", "two-year", "P2Y"),
        ("They met at 9:30 a.m. there.", "9:30 a.m.", "2019-05-20T09:30"),
        ("She came in the summer of 2017.", "the summer of 2017", "2017-SU"),
        ("He will come in August.", "August", "2019-08"),
        ("He left last November.", "last November", "2018-11"),
        ("It was signed on Monday, Oct. 26.", "Monday, Oct. 26", "2018-10-26"),
        ("It was signed on March eighth.", "March eighth", "2019-03-08"),
        ("He left last Oct. 23.", "last Oct. 23", "2018-10-23"),
        ("He left in June last year.", "June last year", "2018-06"),
        ("The court will meet in February.", "February", "2020-02"),
        ("The port is to open on Friday.", "Friday", "2019-05-24"),
        ("The port is expected to open on Friday.", "Friday", "2019-05-24"),
        ("They met on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
        ("They met on Sunday night.", "Sunday night", "2019-05-19TNI"),
        ("They met at noon on Friday.", "noon on Friday", "2019-05-17T12:00"),
        ("They met at 5 p.m. on Nov. 9.", "5 p.m. on Nov. 9", "2018-11-09T17:00"),
        ("It grew in the 2018 third quarter.", "the 2018 third quarter", "2018-Q3"),
        ("It grew in the last half of 2018.", "the last half of 2018", "2018-H2"),
        ("They fled a few years ago.", "a few years ago", "PAST_REF"),
        ("It took two to three weeks.", "two to three weeks", "PXW"),
        ("It grew in last year's third quarter.", "last year's third quarter", "2018-Q3"),
        ("He comes later this afternoon.", "later this afternoon", "2019-05-20TAF"),
        ("It began in the year two thousand.", "the year two thousand", "2000"),
        ("They waited for months.", "months", "PXM"),
        ("He spoke for a minute and a half.", "a minute and a half", "PT1M30S"),
        ("They stayed another year.", "another year", "P1Y"),
        ("It lasted two decades.", "two decades", "P20Y"),
        ("It lasted three quarters.", "three quarters", "P9M"),
        ("It was the two-year plan.", "two-year", "P2Y"),
        ("They came two weeks after the flood.", "two weeks", "P2W"),
        ("It happened in the nineteenth century.", "the nineteenth century", "18"),
        ("It happened in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("It happened in the winter.", "the winter", "2019-WI"),
        ("It happened in the summer of last year.", "the summer of last year", "2018-SU"),
        ("It happened on Easter Sunday.", "Easter Sunday", "2019-04-21"),
        ("It happened before Thanksgiving 2018.", "Thanksgiving 2018", "2018-11-22"),
        ("It fell in 493 BC.", "493 BC", "BC0493"),
        ("It was rebuilt in fiscal 2018.", "fiscal 2018", "2018"),
        ("They met every other week.", "every other week", "P2W"),
    ],
)
def test_a_time_has_its_words_and_value(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the border.",
        "There were 1978 women in the camp.",
        "The second source agreed.",
        "It cost $2000 in all.",
        "He ran 1,900 metres.",
        "Three quarters of the women agreed.",
    ],
)
def test_these_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_relative_day_without_a_date_to_count_from_stays_open() -> None:
    assert found("He spoke on Friday.", published=None) == [("Friday", "XXXX-WXX-5")]


def test_the_anchor_keeps_its_granularity() -> None:
    assert found("It happened last year.", published="2019") == [("last year", "2018")]
    assert found("It happened last month.", published="2019-01") == [("last month", "2018-12")]
    assert found("It happened last month.", published="2019") == [("last month", "XXXX-XX")]


def test_a_text_that_tells_the_past_gives_a_bare_day_its_year() -> None:
    text = (
        "The war began on 3 May 1911. In June 1911 the port fell. On 2 July 1912 the king fled. "
        "By 4 August 1912 it was over. On 9 September the treaty was signed."
    )
    assert found(text)[-1] == ("9 September", "1912-09-09")


def test_spans_hold_in_a_later_paragraph() -> None:
    text = "One.\n\nThe report came on 20 May 2019."
    assert found(text) == [("20 May 2019", "2019-05-20")]


def test_a_year_earlier_is_the_same_quarter_of_the_year_before() -> None:
    text = "Landings fell in the third quarter of 2018. They had risen a year earlier."
    assert found(text) == [("the third quarter of 2018", "2018-Q3"), ("a year earlier", "2017-Q3")]


@pytest.mark.parametrize("form", forms("en"), ids=lambda form: form.name)
def test_every_form_has_a_resolver_and_needs_a_word(form: Form) -> None:
    assert form.name in RESOLVERS
    assert form.needs
    assert not form.pattern.fullmatch("")


@given(st.integers(1900, 2100))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = feast("easter 0", year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.text(alphabet="19 of-last year.MayJune,th'’s3\n", max_size=80))
def test_a_value_is_never_empty(text: str) -> None:
    for form in forms_in(text):
        for match in form.pattern.finditer(text):
            for anchor in (anchor_of(None), anchor_of("2019"), anchor_of("2019-05-20")):
                assert value_of(form.name, match, anchor) != ""


TOLD = ("On", "Monday", "May 3,", "1990", "1990-05", "1990s", "the 80s", "7.30", "5.6.2018", "7 p.m.", "7:30", "o'clock", "480 BC", "B.C.",
    "two days", "a few years", "ago", "from now", "second half of", "fiscal", "early", "quarter", "noon", "winter", "2015/16")  # fmt: skip


@given(st.lists(st.sampled_from(TOLD), max_size=6), st.sampled_from([" ", "\n", ""]))
def test_no_form_is_passed_over_that_a_text_has(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert {form.name for form in forms("en") if form.pattern.search(text)} <= {
        form.name for form in forms_in(text)
    }


def test_two_days_of_one_month_are_two_dates():
    said = found("They met between 14 and 16 October 2017, and from the 3rd to the 5th of May 2018.")
    assert said == [
        ("14", "2017-10-14"),
        ("16 October 2017", "2017-10-16"),
        ("3rd", "2018-05-03"),
        ("the 5th of May 2018", "2018-05-05"),
    ]
