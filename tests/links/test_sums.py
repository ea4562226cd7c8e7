"""Numbers that make each other, and figures that a text takes back without naming them again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from firsthand.records import Conversion, Marks, Span

from .plain import claim, quantity, sheet
from .test_findings import COUNTED, added, told


def of_one_text(*lines):
    """One document whose claims share one sentence of text, given once for each number."""
    made = sheet(lines[:1], "a", "2024-03-20")
    return replace(made, claims=tuple(replace(claim(line)[0], document="a") for line in lines))


def numbers(sentence, *marked):
    """The sentence once for each number, that number marked."""
    return [
        sentence.replace(shown, f"{{{shown} | {kind} exact {value}}}", 1) for shown, kind, value in marked
    ]


COMPLAINTS = "Of the 412 <complaints>, 388 were closed, 15 are pending and 9 led to a trial."


@pytest.mark.parametrize(("whole", "found"), [("412", 1), ("413", 0)])
def test_parts_that_make_their_whole(whole, found):
    text = COMPLAINTS.replace("412", whole)
    marked = [(shown, "count", shown) for shown in (whole, "388", "15", "9")]
    assert len(told([of_one_text(*numbers(text, *marked))], "arithmetic agrees")) == found


@pytest.mark.parametrize(("total", "found"), [(1410000, 1), (1510000, 0)])
def test_what_each_paid_and_what_that_makes(total, found):
    text = f"The 47 <owners> were fined 30,000 crowns each, or {total} crowns in all."
    marked = [
        ("47", "count", "47"),
        ("30,000 crowns", "money", "30000 KAC"),
        (f"{total} crowns", "money", f"{total} KAC"),
    ]
    assert len(told([of_one_text(*numbers(text, *marked))], "arithmetic agrees")) == found


@pytest.mark.parametrize(("share", "found"), [("38", 1), ("41", 0)])
def test_a_share_of_those_of_whom_the_sentence_before_tells(share, found):
    lines = ["Two doctors <examined> {312 | count exact 312} [detained persons]."]
    part = f"In {{118 | count exact 118}} [cases], {share}%, they <found injuries>."
    made = sheet([*lines, part], "a", "2024-03-20")
    told_of = made.claims[1]
    at = made.document.text.index(f"{share}%")
    other = replace(
        told_of,
        id="share",
        quantity=quantity(["share", "exact", f"0.{share}"], Span(at, at + 3)),
        quantity_text=f"{share}%",
    )
    found_ones = told([replace(made, claims=(*made.claims, other))], "arithmetic agrees")
    assert len(found_ones) == found


@pytest.mark.parametrize(
    "note",
    [
        "The agency said that 73 foreign workers died at the port of Vessany. On Friday it withdrew that number.",
        "The figure of 73 foreign workers who died at the port of Vessany is not ours.",
    ],
)
def test_a_number_that_stands_before_the_words_that_withdraw_it(note):
    made = added(sheet(["The port of Vessany was <closed>."], "a", "2024-03-20"), f"\n\n{note}")
    at = made.document.text.index("73")
    marks = {"a": Marks(quantities=(quantity(["count", "exact", "73"], Span(at, at + 2)),))}
    again = sheet([COUNTED], "b", "2024-03-22", "The Osmere Herald")
    [finding] = told([made, again], "withdrawn figure", marks)
    assert {piece.passage.document for piece in finding.evidence} == {"a", "b"}


def test_an_occupancy_may_be_more_than_the_whole():
    full = "The [occupancy of the prisons] <was> {129% | share exact 1.29}."
    assert not told([sheet([full], "a")], "impossible")
    assert told([sheet(["{129% | share exact 1.29} of the [miners] <fell ill>."], "a")], "impossible")


@pytest.mark.parametrize(("feet", "found"), [("7", 1), ("23", 0)])
def test_a_bracket_that_is_not_what_stands_before_it(feet, found):
    made = sheet(["In the cells a [man] <has> {2.1 square metres | area exact 2.1 m²} to himself."], "a")
    converted = Conversion(Span(0, 1), Decimal(feet), Decimal(feet), "square foot")
    (claimed,) = made.claims
    wrong = replace(claimed, quantity=replace(claimed.quantity, converted=converted))
    assert len(told([replace(made, claims=(wrong,))], "impossible")) == found
