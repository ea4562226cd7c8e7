"""The words that a decision is about are found again, or it is said that they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Anchor, Span, anchors_of, anchors_text, quote

TEXT = "On Monday 41 people died in Vessany.\n\nOn Tuesday 41 people died in Halden. Nobody else did."


def placed(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("what", "later", "found"),
    [
        ("the text as it was", TEXT, "41"),
        ("words put before it", "A new headline\n\n" + TEXT, "41"),
        ("a page's lines broken elsewhere", TEXT.replace(" ", "\n"), "41"),
        ("its neighbour gone", TEXT.split("\n\n")[1], "41"),
        ("the number gone", TEXT.replace("41", "43"), None),
    ],
)
def test_a_number_that_stands_twice_is_told_by_what_is_beside_it(what, later, found):
    place = quote(TEXT, placed("41", 1)).place_in(later)
    assert (place and place.of(later)) == found
    if place:
        assert "Tuesday" in later[: place.start][-12:]
        assert "Halden" in later[place.start : place.end + 30]


def test_what_stands_in_two_places_alike_is_not_guessed():
    assert quote("a 41 b", Span(2, 4)).place_in("xx a 41 b, a 41 b") is None


def test_long_words_are_kept_by_both_ends():
    text = "Before. " + "word " * 300 + "behind."
    kept = quote(text, Span(8, 8 + 1500))
    assert len(kept.exact) + len(kept.end) < 500
    assert kept.place_in(text) == kept.span
    assert kept.place_in("Some more words stand here. " + text) == Span(8 + 28, 8 + 28 + 1500)


@given(st.text(min_size=1, max_size=900), st.data())
def test_an_anchor_is_kept_whole_and_finds_itself(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    anchor = Anchor("a" * 16, "b" * 16, quote(text, span), quote(text, Span(start, start + 1)))
    assert anchors_of(anchors_text([anchor])) == (anchor,)
    assert anchor.words.place_in(text) == span
