"""Times: what is marked, and the value that it gets from the text and the document's date."""

from __future__ import annotations

import pytest

from firsthand.language import parse
from firsthand.marks import times
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
        ("It was common in the 1990s.", "the 1990s", "199X"),
        ("It was common in the 19th century.", "the 19th century", "18"),
        ("They walked for two days.", "two days", "P2D"),
        ("It was a two-year period.", "two-year", "P2Y"),
        ("They met at 9:30 a.m. there.", "9:30 a.m.", "2019-05-20T09:30"),
        ("She came in the summer of 2017.", "the summer of 2017", "2017-SU"),
        ("He will come in August.", "August", "2019-08"),
        ("He left last November.", "last November", "2018-11"),
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
