"""In whose books a number is that a text tells without a source."""

from dataclasses import replace

import pytest

from firsthand.links.keeping import keeper
from firsthand.records import Span

from .dossier import settled
from .plain import sheet


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("The Harbour Fund has so far received 2,310 applications.", "2,310", "Harbour Fund"),
        ("The Council on Friday adopted a budget of 2.3 billion.", "2.3", "Council"),
        ("The prosecution has named 172 witnesses.", "172", "prosecution"),
        ("The city council said that a new mole would cost 640 million.", "640", "city council"),
        ("The Harbour Fund was founded in May. It has paid out 75 million to date.", "75", "Harbour Fund"),
        ("The Harbour Fund was founded in May.\n\nIt has paid out 75 million to date.", "75", None),
        ("The police killed 40 dockers on the quay.", "40", None),
        ("The Halden Courier has listed 40 cases.", "40", None),
        ("The ferry has received 40 guests.", "40", None),
        ("Some 20,000 people are believed to have fled.", "20,000", None),
    ],
)
def test_who_did_what_a_number_counts(text, number, name):
    start = text.index(number)
    assert keeper(text, Span(start, start + len(number))) == name


GRANTED = "The Harbour Fund has <granted> {1,260 | count exact 1260} [applications]."


@pytest.mark.parametrize(
    ("source", "origins"), [("", ["Harbour Fund"]), (" : Open Harbour Watch", ["Open Harbour Watch"])]
)
def test_a_body_is_the_origin_of_what_it_did_where_nobody_is_named(source, origins):
    figures, _ = settled([sheet([GRANTED + source], "a", "2024-03-11")])
    assert [origin.name for origin in figures[0].origins] == origins


def test_of_two_bodies_none_is_the_origin():
    first = sheet([GRANTED], "a", "2024-03-11")
    second = sheet([GRANTED.replace("Harbour Fund", "Ministry of Ports")], "b", "2024-03-12")
    figures, _ = settled([first, second])
    assert all(len(figure.origins) < 2 for figure in figures)


def test_a_report_is_not_asked_for_the_books_of_others():
    made = sheet([GRANTED], "a", "2024-03-11", "Open Harbour Watch")
    made = replace(made, document=replace(made.document, kind="report"))
    [figure], _ = settled([made])
    assert [origin.name for origin in figure.origins] == ["Open Harbour Watch"]


@pytest.mark.parametrize(("words", "origins"), [("statutory rate", 0), ("rate", 1)])
def test_what_a_law_sets_is_nobodys_figure(words, origins):
    line = f"We paid the [{words} of fees] of {{3% | share exact 0.03}}. : Open Harbour Watch"
    figures, _ = settled([sheet([line], "a", "2024-03-11", "Open Harbour Watch")])
    assert len(figures[0].origins) == origins
