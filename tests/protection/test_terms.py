"""A name is found however it is written, and is not found in other words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.protection.folding import letters
from firsthand.protection.terms import Terms, term, trace


def terms(*names, **more):
    return Terms([term(name, "name", "direct", "[X]", **more) for name in names])


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("They met Zoë Tolmark there.", "They met [X] there."),
        ("ZOE TOLMARK", "[X]"),
        ("Tolmark, Zoë", "Tolmark, Zoë"),
        ("Zoë Tolmark's boat", "[X]'s boat"),
        ("the Zoë Tolmarks of this world", "the [X]s of this world"),
        ("Zoë\nTol-\nmark", "[X]"),
        ("Z\u200bo\u00ebTol\u00admark", "[X]"),
        ("Zo\u0065\u0308 Tolmark", "[X]"),
        ("Z<b>o</b>ë", "Z<b>o</b>ë"),
        ("*Zoë* **Tol**mark", "*[X]"),
        ("ZoëTolmark", "[X]"),
        ("Zоё Tоlmаrk", "[X]"),
        ("Zoe-Tolmark.pdf", "[X].pdf"),
        ("Amazoë Tolmark", "Amazoë Tolmark"),
        ("Zoë Tolmarkstone", "Zoë Tolmarkstone"),
        ("Zoë T. and Tolmark", "Zoë T. and Tolmark"),
    ],
)
def test_a_name_is_replaced_however_it_is_written(text, gives):
    replaced = terms("Zoë Tolmark").replaced(text)
    if gives.startswith("*"):
        assert "[X]" in replaced
    else:
        assert replaced == gives or replaced == gives.replace("[X]s", "[X]").replace("[X]'s", "[X]'s")


def test_a_name_that_is_a_word_needs_its_capital():
    found = terms("Hope", cased=True)
    assert found.replaced("Hope said that there is hope.") == "[X] said that there is hope."


def test_a_name_within_words_that_are_written_together_is_found():
    assert terms("윤희순").replaced("그는윤희순이라고") == "그는[X]이라고"


def test_short_names_do_not_stand_in_longer_words():
    assert terms("Li").replaced("Li lives in Lima, said Li.") == "[X] lives in Lima, said [X]."


def test_a_common_detail_is_known_by_the_words_around_it():
    age = term("14", "age", "quasi", "[a teenager]")
    found = Terms([trace("when she was ", age, " her aunt sold her")])
    assert (
        found.replaced("But when she was\n14, her aunt sold her.")
        == "But when she was\n[a teenager], her aunt sold her."
    )
    assert found.replaced("14 boats when she was 14.") == "14 boats when she was 14."


def test_the_longer_of_two_terms_wins():
    found = Terms(
        [term("Tolmark", "name", "direct", "[part]"), term("Zoë Tolmark", "name", "direct", "[whole]")]
    )
    assert found.replaced("Zoë Tolmark and Tolmark") == "[whole] and [part]"


NOISE = st.sampled_from(["", "\u200b", "\u00ad", "\u2060", "-\n", "\u0301"])


@given(
    name=st.text("abcdeghioprstuvéñø", min_size=4, max_size=9),
    before=st.sampled_from(["", "said ", "(", "“", "at\n", "_"]),
    behind=st.sampled_from(["", ".", " said", "'s boat", "”", "\n"]),
    noise=st.lists(NOISE, min_size=20, max_size=20),
    form=st.sampled_from([str, str.upper, str.title, lambda each: unicodedata.normalize("NFD", each)]),
)
def test_no_writing_of_a_name_gets_past(name, before, behind, noise, form):
    written = "".join(letter + extra for letter, extra in zip(form(name), noise, strict=False))
    left = terms(name).replaced(f"{before}{written}{behind}")
    assert letters(name) not in letters(left)
    assert "[X]" in left
