"""Other numbers of one thing that share few words: tolls, levels at two times, digits that slipped, sums that cannot be."""

from dataclasses import replace

import pytest

from firsthand.links import between, keys, within

from .plain import claim, sheet

NAMES = frozenset({"osmere", "vessany", "orlu"})


def kinds(one, other, later="2023-05-20"):
    """Return how the claim of one paper stands to that of another one on the same matter."""
    first, second = sheet([one], "a", "2023-05-01"), sheet([other], "b", later, "The Osmere Herald")
    first, second = (replace(each, voices=replace(each.voices, names=NAMES)) for each in (first, second))
    return [link.kind for link in between(first, second)]


POLICE = "{Nine | count exact 9} [people] <died> in the riots. : Karvelian Police"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (
            "Its monitors recorded {24 | count exact 24} [deaths] in the riots. : Open Harbour Watch",
            ["conflict"],
        ),
        (
            "{Twelve | count exact 12} [people] have <died> since the riots began. : Karvelian Police",
            ["update"],
        ),
        ("Its monitors recorded {24 | count exact 24} [deaths]. : Open Harbour Watch", []),
        ("A survey found {24 | count exact 24} [deaths] in riots. : Open Harbour Watch", []),
        ("{24 | count exact 24} [people] <died> in the riots before their trial. : Open Harbour Watch", []),
        ("{24 | count exact 24} [soldiers] <died> in the riots. : Open Harbour Watch", []),
        ("{24 | count exact 24} [deaths] in the riots are <confirmed>. : Open Harbour Watch", []),
        ("{24 | count exact 24} [people] were <injured>. : Open Harbour Watch", []),
        ("{24 | count exact 24} [women] <died>. : Open Harbour Watch", []),
        ("{Two | count exact 2} of them were [officers] who <died>. : Open Harbour Watch", []),
        ("{9,000 | count exact 9000} [people] <died>. : Open Harbour Watch", []),
        ("{24 | count exact 24} [people] <drowned in the harbour basin>. : Open Harbour Watch", []),
        ("{24 | count exact 24} [people] <died>. ~ 2019 : Open Harbour Watch", []),
    ],
)
def test_two_counts_of_one_toll(other, found):
    assert kinds(POLICE, other) == found


def test_one_body_counts_all_who_died_anew_in_words_that_say_nothing_else():
    told = "{{{0} | count exact {0}}} [people] <lost their lives> in the course of the events. : Karvelian Police"
    assert kinds(told.format(38), told.format(54)) == ["update"]
    other = "{54 | count exact 54} [people] are <dead>. : Open Harbour Watch"
    assert kinds(told.format(38), other) == []
    assert kinds(told.format(38), told.format(54).replace("in the course of the events", "of cholera")) == []


def test_a_toll_leads_to_tolls_of_the_same():
    one, other = (claim(line)[0] for line in (POLICE, "{24 | count exact 24} [deaths] <were recorded>"))
    assert set(keys(one)) & set(keys(other)) == {"*count of dead"}


def test_two_bodies_in_one_text_count_one_toll():
    told = "{24 | count exact 24} [deaths] were <counted>. : Open Harbour Watch"
    assert [link.kind for link in within(sheet([POLICE, told], "a", "2023-05-01"))] == ["conflict"]


def test_a_count_that_takes_the_other_back_is_no_later_value():
    again = "{Seventeen | count exact 17} [people] <died>. : Karvelian Police"
    assert kinds("{Nine | count exact 9} [people] <died>, and not seventeen. : Karvelian Police", again) == []


def test_a_level_at_another_time_is_a_later_value():
    held = "On that day the camp <held> {{{0} | count exact {1}}} [orphans from the valley]. ~ {2}"
    one = held.format("11,480", 11480, "2023-01-31")
    assert kinds(one, held.format("11,905", 11905, "2023-05-01")) == ["update"]


def test_the_decimal_point_of_a_number_was_moved():
    annulled = "The court <annulled> the lists of {{{0} | count exact {0}}} [polling stations]."
    assert kinds(annulled.format(14), annulled.format(140)) == ["drift"]


def test_votes_of_two_are_more_than_all():
    given = "{{{0}% | share exact {1}}} of the [vote] <went> to Orre and {2}% to Tamm."
    first, second = given.format("58.2", "0.582", "44.1"), given.format("58.2", "0.441", "44.1")
    assert [link.kind for link in _of_one_clause(first, second)] == ["impossible"]
    first, second = given.format("52.8", "0.528", "44.1"), given.format("52.8", "0.441", "44.1")
    assert _of_one_clause(first, second) == ()


@pytest.mark.parametrize(("share", "found"), [(78, ["impossible"]), (68, ["same"])])
def test_a_share_that_is_not_the_ratio_it_stands_for(share, found):
    line = f"{{960 | count exact 960}} of (the 1,412 adults) interviewed, or {share}%, <sleep in the kilns>"
    counted = claim(line)[0]
    start = counted.text.index(f"{share}%")
    quantity = claim(f"{{{share}% | share exact 0.{share}}} of them")[0].quantity
    moved = replace(quantity, span=replace(quantity.span, start=start, end=start + 3))
    other = replace(counted, id="other", quantity=moved, quantity_text=f"{share}%", whole=None)
    made = sheet([line], "one", "2023-05-01")
    assert [link.kind for link in within(replace(made, claims=(counted, other)))] == found


def _of_one_clause(*lines):
    made = sheet(lines[:1], "one", "2023-05-01")
    return within(replace(made, claims=tuple(claim(line)[0] for line in lines)))
