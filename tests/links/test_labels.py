"""Labels of figures: words of the text in its order, short."""

from dataclasses import replace

import pytest

from firsthand.links.labels import LONGEST, label

from .plain import claim

CASES = [
    (
        "[Girls] {as young as 14 | age at least 14 year} <work on the night shift in the halls>.",
        "Girls as young as 14 work on the night shift in the halls",
    ),
    (
        "With that caution, an {estimated 64% | share about 0.64} of [migrant women in Vessany] <work off a debt>.",
        "estimated 64% of migrant women in Vessany work off a debt",
    ),
    (
        "<Profits> from [salt barges] came to {$238 million | money exact 238000000 USD year} a year.",
        "Profits from salt barges came to $238 million a year",
    ),
    (
        "In the season {up to 9,000 | count at most 9000} [migrants] <work in them>.",
        "up to 9,000 migrants work in them",
    ),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_label_is_the_clause_in_its_own_order(line, expected):
    made, _ = claim(line)
    assert label(made) == expected


def test_of_a_long_clause_the_middle_is_left_out():
    made, _ = claim(
        "{An estimated 64% | share about 0.64} of [migrant women in the fish halls of Vessany] <are working off a recruitment debt>."
    )
    assert label(made) == "An estimated 64% of migrant women … working off a recruitment debt"


def test_a_label_stays_short():
    made, _ = claim(
        "{73 | count exact 73} [foreign workers] <died " + "on the dredgers and in the halls " * 9 + ">."
    )
    assert label(made).startswith("73 foreign workers died")
    assert len(label(made)) <= LONGEST + 4


def test_the_people_of_a_clause_with_who_come_first():
    made, _ = claim("who <had not been ashore> for {nine months | duration exact 9 month}.")
    assert (
        label(replace(made, measure="duration", population="crews"))
        == "crews who had not been ashore for nine months"
    )


def test_people_that_the_clause_names_are_not_told_twice():
    made, _ = claim("which <went down> with {31 | count exact 31} [people] on board.")
    assert (
        label(replace(made, measure="went", population="people on board"))
        == "which went down with 31 people on board"
    )


def test_a_number_at_the_end_of_a_long_clause_is_shown():
    made, _ = claim(
        "[Fish landed at the auction of Lindhavn by boats of all ports of Karvelia since the harbour was deepened] <came to> {18,472 tonnes | mass exact 18472 t}."
    )
    assert label(made) == "Fish landed at the auction … 18,472 tonnes"
