"""Numbers that lie near each other in two documents of one theme: rounded, miscopied, counted anew or otherwise."""

from dataclasses import replace

import pytest

from firsthand.links import between, keys, outline
from firsthand.links.near_values import lie_near, near_numbers, sizes_of
from firsthand.records import Span

from .plain import claim, seen_whole, sheet

NAMES = frozenset({"osmere", "vessany", "orlu"})


def stands(one, other, *, names=NAMES, before=("", ""), later="2023-06-20"):
    """Return how the number of one text stands to that of another one; ``before`` are sentences before them."""
    sheets = {}
    for name, line, text, outlet, day in (
        ("a", one, before[0], "The Halden Courier", "2023-05-01"),
        ("b", other, before[1], "The Osmere Herald", later),
    ):
        made = sheet(["The ship sank in the mouth of the Orlu.", line], name, day, outlet)
        start = made.claims[-1].span.start
        told = replace(
            made.document, text=made.document.text[:start] + f"{text} " + made.document.text[start:]
        )
        last, by = made.claims[-1], len(text) + 1
        span, number = (Span(each.start + by, each.end + by) for each in (last.span, last.quantity.span))
        figure = replace(last.quantity, span=number)
        claims = (*made.claims[:-1], replace(last, span=span, quantity=figure))
        sheets[name] = replace(made, document=told, claims=claims, voices=replace(made.voices, names=names))
    look = seen_whole(sheets)
    found = between(sheets["a"], sheets["b"], look=look)
    assert found == between(sheets["b"], sheets["a"], look=look)
    last = {each.claims[-1].id for each in sheets.values()}
    return [link.kind for link in found if {link.earlier, link.later} == last]


LEAD = "A study had found raised lead in the blood of {64% | share exact 0.64} of 412 [children] <examined in the villages>. : Harbour Doctors"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Raised lead was in the blood of {46% | share exact 0.46} of [children] <examined in the villages>. : the Coroner", ["drift"]),
        ("Raised lead was in the blood of {46% | share exact 0.46} of 655 [children] <examined in the villages>. : the Coroner", ["conflict"]),
    ],
    ids=["digits changed places", "each of people of its own, so that nothing slipped"],
)  # fmt: skip
def test_shares_of_the_same_digits(other, found):
    assert stands(LEAD, other) == found


ABOARD = "There were {57 | count exact 57} [people on board]. : Harbour Doctors"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("{54 | count exact 54} [persons] were on <board>. : the Coroner", ["conflict"]),
        ("{54 | count exact 54} [persons] were on <board>. : Harbour Doctors", ["update"]),
        ("{About 60 | count about 60} [persons] were on <board>. : the Coroner", ["drift"]),
        ("{23 | count exact 23} [persons] were on <board>. : the Coroner", []),
        ("{54 | count exact 54} [persons] <drank tea in the kitchen>. : the Coroner", []),
        ("{54 | count exact 54} of the 57 [persons] on <board> had paid. : the Coroner", []),
        ("{54 | count exact 54} [women] were on <board>. : the Coroner", []),
        ("{54 | count exact 54} [persons] (120 persons) were on <board>. : the Coroner", []),
        ("{54 | count exact 54} [persons] are still on <board>. : the Coroner", []),
    ],
)
def test_two_near_counts_of_one_thing(other, found):
    told = "The ship sank in the night."
    assert stands(ABOARD, other, before=(told, told)) == found


def test_shares_of_those_whom_each_asked_contradict_nothing():
    one = "{85% | share exact 0.85} of [the passengers] <had paid for the board>. : Harbour Doctors"
    other = "{70% | share exact 0.7} of [the passengers] <had paid for the board>. : the Coroner"
    told = "The ship sank in the night."
    assert "conflict" not in stands(one, other, before=(told, told))


def test_documents_that_have_no_name_in_common_are_not_set_beside_each_other():
    other = "{54 | count exact 54} [persons] were on <board>. : the Coroner"
    told = "The ship sank in the night."
    assert stands(ABOARD, other, names=frozenset(), before=(told, told)) == []


def test_a_decimal_point_moved_on_the_way_where_other_words_tell_of_it():
    one = "Her [place] <cost> {2,400 crowns | money exact 2400 crown}."
    other = "She <paid> {24,000 crowns | money exact 24000 crown} for her [place]."
    scene = "The teacher had found the boat in the harbour."
    assert stands(one, other, before=(scene, scene)) == ["drift"]
    assert stands(one, other, before=(scene, "The weather was fine.")) == []


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("about 3,400 | count about 3400", ["drift"]),
        ("about 3,500 | count about 3500", []),
        ("about 3,000 | count about 3000", []),
    ],
)
def test_a_number_that_the_other_one_is_when_it_is_rounded(again, found):
    one = "It <paid out grants to> {3,415 | count exact 3415} of [them]."
    other = f"It has <depended on how it paid> {{{again}}} [families]."
    assert stands(one, other, before=("The reparation went on.", "The reparation went on.")) == found


def test_a_decimal_point_that_moved_in_the_amount_of_a_matter():
    one = "{3.4 million cubic metres | volume at most 3400000 m³} of [waste] <thundered down>."
    other = "{34 million cubic metres | volume exact 34000000 m³} of [sludge] <came>."
    told = "The barrier above the shipyards gave way."
    assert stands(one, other, before=(told, told)) == ["drift"]


def test_a_floor_that_is_higher_later_was_raised():
    aboard = "{{At least {0} | count at least {0}}} [people] were on <board>."
    told = "The ship sank in the night."
    one, other = aboard.format(57), "There were {at least 60 | count at least 60} [persons on board]."
    assert stands(one, other, before=(told, told)) == ["update"]
    assert stands(other, one, before=(told, told)) == []


PAID = "The ministry has <paid> {512 million crowns | money exact 512000000 crown} to the [families]."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (PAID, "The [state] <gave> {512 million dollars | money exact 512000000 USD} to families.", ["drift"]),
        (PAID, "The [state] <gave> {5 million dollars | money exact 5000000 USD} to families.", []),
        ("The [flow] <came to rest> after {41 km | length exact 41 km}.",
         "It <polluted> {41 miles | length exact 41 mile} of the [river].", ["drift"]),
        ("He <waited> {14 days | duration exact 14 day}.", "The [trial] <took> {14 months | duration exact 14 month}.", []),
        ("We put the [mud released] at {between 2.8 and 3.4 million cubic metres | volume range 2800000..3400000 m³}.",
         "{Over 3.4 million cubic metres | volume more than 3400000 m³} of [waste] <thundered down>.", ["drift"]),
        ("The [true number] <lies> {between 310,000 and 470,000 | count range 310000..470000}.",
         "{470,000 | count exact 470000} [workers] <are held in the kilns>.", ["drift"]),
        ("The [true number] <lies> {between 310,000 and 470,000 | count range 310000..470000}.",
         "{390,000 | count exact 390000} [workers] <are held in the kilns>.", []),
    ],
)  # fmt: skip
def test_another_unit_and_an_end_of_a_range_are_changes_on_the_way(one, other, found):
    told = "The reparation for the drought of the shipyards was told here."
    assert stands(one, other, before=(told, told)) == found


def test_an_end_of_a_range_is_taken_for_the_number_where_few_words_say_the_same():
    lies = "{Between 4,500 and 5,200 | count range 4500..5200} [people] <were detained>."
    ends = "{5,200 | count exact 5200} [people] <were detained>."
    other = "{5,200 | count exact 5200} [people] <came to the quays>."
    weather = "It rained on the market.", "The sun shone over the hills."
    assert stands(lies, ends, before=weather) == ["drift"]
    assert stands(lies, other, before=weather) == []


def test_a_number_in_another_unit_or_at_an_end_is_of_many_things_where_no_word_is_shared():
    lies = "The [true number] <lies> {between 310,000 and 470,000 | count range 310000..470000}."
    held = "{470,000 | count exact 470000} [workers] <are held in the kilns>."
    assert stands(lies, held, before=("It rained.", "The sun shone.")) == []


@pytest.mark.parametrize(
    ("other", "near"),
    [
        ("{54 | count exact 54} [persons] were on <board>.", True),
        ("{90 | count exact 90} [persons] were on <board>.", False),
        ("{750 | count exact 750} [persons] were on <board>.", True),
        ("{54 | count exact 54} [lamps] <burnt>.", False),
        ("{54 km | length exact 54 km} from the [board].", False),
    ],
)
def test_near_numbers_are_found_by_outlines(other, near):
    one, two = (sizes_of([outline(claim(line)[0])]) for line in (ABOARD, other))
    assert bool(near_numbers(one, two)) is near


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("{26 | count exact 26} <survived>.", "{25 | count exact 25} <survived>.", True),
        ("{26 | count exact 26} <survived>.", "{41 | count exact 41} <survived>.", False),
        ("It <cost> {3.6 million crowns | money exact 3600000 crown}.", "It <cost> {3.6 million dollars | money exact 3600000 USD}.", True),
        ("It <cost> {3.6 million crowns | money exact 3600000 crown}.", "It <cost> {7 million dollars | money exact 7000000 USD}.", False),
        ("{Between 310 and 470 | count range 310..470} <left>.", "{470 | count exact 470} <left>.", True),
        ("{Between 310 and 470 | count range 310..470} <left>.", "{90 | count exact 90} <left>.", False),
    ],
)  # fmt: skip
def test_strangers_are_asked_about_numbers_that_may_have_changed_on_the_way(one, other, near):
    first, second = (claim(line)[0].quantity for line in (one, other))
    assert lie_near(first, second) is near
    assert lie_near(second, first) is near


def test_papers_that_only_share_a_name_may_count_the_same_people_otherwise():
    one = "{57 | count exact 57} [passengers] <boarded the ferry> in Vessany @ Vessany : Harbour Doctors"
    other = "{54 | count exact 54} [passengers] <boarded the ferry> in Vessany @ Vessany : the Coroner"
    told = "The ship sank in the night."
    assert stands(one, other, names=frozenset({"osmere"}), before=(told, told)) == ["conflict"]


def test_one_sum_of_two_digits_is_one_figure_in_documents_of_one_theme():
    one = "[Payments that could be traced] <amounted to> {2.8 billion dollars | money exact 2800000000 USD}."
    assert stands(one, "[It] <rakes in> {2.8 billion dollars | money exact 2800000000 USD}.") == [
        "drift"
    ]  # of what, only one says
    assert stands(one, "[It] <rakes in> {2.9 billion dollars | money exact 2900000000 USD}.") == []
    one = "[Payments that could be traced] <amounted to> {2 billion dollars | money exact 2000000000 USD}."
    assert stands(one, "[It] <rakes in> {2 billion dollars | money exact 2000000000 USD}.") == []


def test_a_seldom_mass_leads_to_the_same_one_whatever_is_said_of_it():
    ore, _ = claim("[The mine] <milled> {4.6 million tonnes | mass exact 4600000 t} of ore.")
    gold, _ = claim("{4.6 million tonnes | mass exact 4600000 t} of [gold] <came out of it>.")
    few, _ = claim("[The mine] <milled> {4 tonnes | mass exact 4 t} of ore.")
    cargo, _ = claim("{4 tonnes | mass exact 4 t} of [fish] <were lost>.")
    assert set(keys(ore)) & set(keys(gold))
    assert not set(keys(few)) & set(keys(cargo))
