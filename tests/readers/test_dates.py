"""The dates that a text gives for itself, and the one that is used."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.readers.facts.dates import in_text
from firsthand.readers.facts.written_dates import iso_day, written_dates
from firsthand.records import Span, Zone

DATED = [
    ("Published: 2019-05-20\n\nThe port closed.", "2019-05-20"),
    ("Port closed\n\nMay 20, 2019, 3:45 PM\n\nThe port was closed.", "2019-05-20"),
    ("Port closed\n\nBy Mara Lind | 20 May 2019\n\nThe port was closed.", "2019-05-20"),
    ("First published 3 May 2019, last updated 5 May 2019", "2019-05-03"),
    ("Last updated: 5 May 2019", "2019-05-05"),
    ("VESSANY, 20 May 2019 (MPA) - The port of Vessany was closed on 3 May 2018.", "2019-05-20"),
    ("Date: Mon, 20 May 2019 10:00:12 +0100\nSubject: Port", "2019-05-20"),
    ("Date of interview: 14 March 2019\n\nQ. Where were you?", "2019-03-14"),
    ("Situation report no. 4\nJune 2019\n\nThe flood went on.", "2019-06"),
    ("20.05.2019\n\nThe port closed.", "2019-05-20"),
    ("# The port\n\n*Hill Road, a blog on walking. 20 May 2019*\n\nThe port closed.", "2019-05-20"),
    ("20/05/2019\n\nThe port closed.", "2019-05-20"),
]

UNDATED = [
    "The port was closed on 20 May 2019.",
    "As of 20 May 2019\n",
    "The report, published on 12 May 2019, says that nobody was asked.",
    "Version 5 was released on 5 November 2019. It has no manual.",
    "Copyright 20 May 2019 Open Harbour Watch",
    "Retrieved 20 May 2019",
    "60% of 2,060 households",
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_date_line_dates_the_text(text, day):
    dating = in_text(text)
    assert dating.published == day
    assert all(found.span and found.span.of(text) for found in dating.dates)


@pytest.mark.parametrize("text", UNDATED)
def test_a_date_that_is_told_does_not_date_the_text(text):
    assert in_text(text).published is None


def test_a_date_in_the_title_beats_what_a_crawler_noted_and_the_disagreement_is_said():
    text = " date 2018-04-28  Port closed: report | News | The Halden Courier | 20.05.2019\n\nNews\n"
    dating = in_text(text, where="id")
    assert dating.published == "2019-05-20"
    assert [(found.date, found.origin, found.span.of(text)) for found in dating.dates] == [
        ("2018-04-28", "metadata", "2018-04-28"),
        ("2019-05-20", "text", "20.05.2019"),
    ]
    assert [problem.says for problem in dating.problems] == [
        "the document gives two dates for itself: 2018-04-28 (metadata) and 2019-05-20 (text); "
        "the second is used because it stands in the title line"
    ]


def test_an_update_is_kept_and_does_not_disagree():
    dating = in_text("Published 3 May 2019, updated 5 June 2019")
    assert [found.event for found in dating.dates] == ["published", "updated"]
    assert not dating.problems


def test_neighbouring_days_do_not_disagree():
    assert not in_text("Published: 2019-05-20\n\nMay 21, 2019\n").problems


def test_a_day_that_can_be_read_in_two_ways_is_a_problem():
    (problem,) = in_text("Published: 05/06/2019").problems
    assert "2019-06-05 or as 2019-05-06" in problem.says


def test_the_other_dates_settle_how_a_day_is_read():
    dating = in_text("Published: 05/06/2019\n\nMay 6, 2019\n")
    assert dating.published == "2019-05-06"
    assert not dating.problems


def test_zones_of_other_texts_are_left_out():
    text = "Port closed\n\nThe port was closed.\n\n20 May 2019"
    assert in_text(text).published == "2019-05-20"
    related = Zone(Span(text.index("20 May"), len(text)), "related")
    assert in_text(text, (related,)).published is None


def test_months_of_other_languages():
    text = "8. Juli 2020; 19 de mayo de 2019; 1er mars 2019"
    assert [found.date for found in written_dates(text)] == ["2020-07-08", "2019-05-19", "2019-03-01"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y"):
        assert [found.date for found in written_dates(day.strftime(form))] == [day.isoformat()]
    assert iso_day(day.isoformat() + "T10:00:00Z") == day.isoformat()


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    dating = in_text(text)
    assert all(0 <= found.span.start < found.span.end <= len(text) for found in dating.dates if found.span)
