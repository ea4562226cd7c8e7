"""A testimony laid side by side: cuts, brackets and what stands between are shown, chance words are not."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.links import collated

FULL = "My uncle signed the paper for me at the mill. My father keeps bees. I could not read it, it was in Karvelian."


def test_a_cut_is_shown_where_it_was_made():
    cut = "My uncle signed the paper for me (...) I could not read it, it was in Karvelian."
    assert list(collated(FULL, cut)) == [
        ("both", "My uncle signed the paper for me"),
        ("first", "at the mill. My father keeps bees"),
        ("second", "(...)"),
        ("both", "I could not read it, it was in Karvelian"),
    ]


def test_brackets_are_kept_and_spelling_is_one():
    laid = list(collated("He wrote 1,000 names in his book [of boats]", "[He] wrote 1000 names in his book"))
    assert laid == [("both", "He wrote 1,000 names in his book"), ("first", "[of boats]")]


def test_words_that_are_the_same_by_chance_are_not_shared():
    assert all(
        whose != "both" for whose, _ in collated(FULL, "The price of the herring is a matter for me alone.")
    )


@given(
    st.lists(st.sampled_from(["the", "mill", "(...)", "1,000", "bees", "[He]", "was"]), max_size=12),
    st.lists(st.sampled_from(["the", "mill", "…", "1000", "cold"]), max_size=12),
)
def test_nothing_of_either_is_lost(one, other):
    laid = list(collated(" ".join(one), " ".join(other)))
    assert " ".join(phrase for whose, phrase in laid if whose != "second").split() == one
    mine = [phrase for whose, phrase in laid if whose == "second"]
    assert set(" ".join(mine).split()) <= set(other)
