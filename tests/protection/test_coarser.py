"""A detail is said less exactly, never repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.protection import profile
from firsthand.protection.coarser import coarser, coarser_period
from firsthand.protection.folding import letters
from firsthand.protection.profiles import CATEGORIES

PUBLIC, PARTNERS, COURT = (profile(name) for name in ("public", "partners", "court"))


def wider(words):
    return {"Zelmarish": ("Lower Marrin", "Karvelia"), "Lower Marrin": ("Lower Marrin", "Karvelia")}.get(
        words, (None, None)
    )


@pytest.mark.parametrize(
    ("words", "category", "audience", "gives"),
    [
        ("Zelmarish", "place", PUBLIC, "[a place in Karvelia]"),
        ("Zelmarish", "place", PARTNERS, "[a place in Lower Marrin]"),
        ("Lower Marrin", "place", PARTNERS, "[a place in Karvelia]"),
        ("Nowhere", "place", PUBLIC, "[a place]"),
        ("14 years old", "age", PUBLIC, "[a teenager]"),
        ("a 9-year-old", "age", PUBLIC, "[a child]"),
        ("thirty-four", "age", PUBLIC, "[an adult]"),
        ("in her forties", "age", PUBLIC, "[an age]"),
        ("3 February 2019", "date", PUBLIC, "[2019]"),
        ("3 February 2019", "date", PARTNERS, "[winter 2019]"),
        ("3 February 2019", "date", COURT, "[2019-02]"),
        ("last Tuesday", "date", PUBLIC, "[a date]"),
        ("2019", "date", PUBLIC, "[a date]"),
        ("a garment factory in Vessany", "occupation", PUBLIC, "[work in industry]"),
        ("soothsayer", "occupation", PUBLIC, "[an occupation]"),
        ("her mother's cousin", "relative", PUBLIC, "[a relative]"),
    ],
)
def test_a_detail_is_said_less_exactly(words, category, audience, gives):
    assert coarser(words, category, audience, wider) == gives


@given(
    st.text("abcdefgh 0123456789", min_size=3, max_size=20).filter(lambda t: len(letters(t)) > 2),
    st.sampled_from(CATEGORIES),
)
def test_what_stands_for_a_detail_does_not_hold_it(words, category):
    said = coarser(words, category, PUBLIC, lambda words: (None, words))
    assert letters(words) not in letters(said) or letters(words) in letters(
        coarser("zzzz", category, PUBLIC, lambda _: (None, None))
    )


@pytest.mark.parametrize(
    ("period", "grain", "gives"),
    [
        ("2019-02-03", "year", "2019"),
        ("2019-02-03", "month", "2019-02"),
        ("2019", "month", "2019"),
        ("P3M", "year", None),
    ],
)
def test_a_period_is_told_no_finer_than_the_profile_says(period, grain, gives):
    assert coarser_period(period, grain) == gives
