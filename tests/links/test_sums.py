"""Numbers that make each other, and figures that a text takes back without naming them again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from firsthand.links.findings.agreement import once
from firsthand.records import Conversion, Finding, Marks, Span

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


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "It handed out 1,200,000 litres of water. It went to 800 <households>, each of which got 1,500 litres.",
            [("1,200,000 litres", "volume", "1200000 litre"), ("800", "count", "800"), ("1,500 litres", "volume", "1500 litre")],
        ),
        (
            "The State shall pay 2,500,000 crowns to each of the 9 <families>, 22,500,000 crowns in all.",
            [("2,500,000 crowns", "money", "2500000 KAC"), ("9", "count", "9"), ("22,500,000 crowns", "money", "22500000 KAC")],
        ),
    ],
    ids=["litres", "a count of one digit"],
)  # fmt: skip
def test_what_each_got_of_what_was_handed_out(text, marked):
    [finding] = told([of_one_text(*numbers(text, *marked))], "arithmetic agrees")
    assert " times " in finding.says


def test_the_order_of_parts_and_whole_is_that_of_their_ends():
    """A clause on some of them may begin with all: "Of the 412 complaints, 388 were closed"."""
    made = of_one_text(
        *numbers(COMPLAINTS, *((shown, "count", shown) for shown in ("412", "388", "15", "9")))
    )
    ends = [COMPLAINTS.index(shown) + len(shown) for shown in ("412", "388", "15", "9")]
    claims = tuple(
        replace(each, span=Span(1 if place == 0 else 0, end))
        for place, (each, end) in enumerate(zip(made.claims, ends, strict=True))
    )
    assert len(told([replace(made, claims=claims)], "arithmetic agrees")) == 1


def test_each_at_the_beginning_of_a_sentence():
    text = "There are 47 <owners>. Each will pay 30,000 crowns. The whole fine is 1,410,000 crowns."
    marked = [
        ("47", "count", "47"),
        ("30,000 crowns", "money", "30000 KAC"),
        ("1,410,000 crowns", "money", "1410000 KAC"),
    ]
    assert len(told([of_one_text(*numbers(text, *marked))], "arithmetic agrees")) == 1


def test_what_a_second_document_multiplies_is_told_once():
    text = "The 47 <owners> were fined 30,000 crowns each, or 1,410,000 crowns in all."
    marked = [
        ("47", "count", "47"),
        ("30,000 crowns", "money", "30000 KAC"),
        ("1,410,000 crowns", "money", "1410000 KAC"),
    ]
    papers = []
    for name in "ab":
        made = sheet(numbers(text, *marked)[:1], name, "2024-03-20")
        lines = [replace(claim(line, name)[0]) for line in numbers(text, *marked)]
        papers.append(replace(made, claims=tuple(lines)))
    assert len(told(papers, "arithmetic agrees")) == 1


def test_two_counts_that_make_two_shares_are_told_once():
    says = (
        "43 of 68 is 63.2 %, which fits 63%.",
        "43 of 68 is 63.2 %, which fits six in ten.",
        "21 of 84 is 25.0 %, which fits 25%.",
    )
    made = [Finding("arithmetic agrees", each, 0.35, ()) for each in says]
    assert once(made) == [made[0], made[2]]


BOAT = "{{{0} | {1} exact {2}}} [persons] <were told of>."


def stated(*marked):
    """One document that states numbers of one kind one after another."""
    return sheet([BOAT.format(*each) for each in marked], "a", "2024-03-20")


@pytest.mark.parametrize(("lost", "made"), [(29, "25 and 29 are 54 and 11 and 18 are 29 together"), (31, "")])
def test_two_parts_behind_their_whole(lost, made):
    found = told([stated(*((n, "count", n) for n in (54, 25, lost, 11, 18)))], "arithmetic agrees")
    assert [finding.says.startswith(made) for finding in found] == [True] * bool(made)


@pytest.mark.parametrize(
    "counts",
    [(20, 18, 2), (31, 38, 14, 17), (60, 30, 30)],
    ids=["a small part", "neither the next two nor of one sentence", "halves"],
)
def test_numbers_that_make_another_by_chance(counts):
    assert not told([stated(*((n, "count", n) for n in counts))], "arithmetic agrees")


@pytest.mark.parametrize(("loans", "found"), [("85000000 KAC", 1), ("85000000 EUR", 0), ("86000000 KAC", 0)])
def test_grants_and_loans_of_one_sum(loans, found):
    marked = [
        ("240 million crowns", "money", "240000000 KAC"),
        ("155 million crowns", "money", "155000000 KAC"),
        ("as much", "money", loans),
    ]
    assert len(told([stated(*marked)], "arithmetic agrees")) == found


def test_shares_that_fit_their_counts_are_told_once_but_for_those_that_many_give():
    lines = [
        f"{{{part} | count exact {part}}} of the {whole} [{people}] or {share}% <were paid> in vouchers."
        for part, whole, people, share in ((43, 68, "packers", 63), (118, 312, "drivers", 38))
    ]
    made = [sheet([line], name) for name, line in zip("ab", lines, strict=True)]
    shares = [share_of(each, share) for each, share in zip(made, ("63", "38"), strict=True)]
    findings = told(shares, "arithmetic agrees")
    assert len(findings) == 1
    assert findings[0].says.endswith("So does one further share.")


def share_of(made, percent):
    """A document with the share behind its count, and the whole that its words name, as claims of their own."""
    text, known = made.document.text, made.claims[0]
    at, whole = text.index(f"{percent}%"), text.split()[3]
    share = quantity(["share", "exact", f"0.{percent}"], Span(at, at + 3))
    share = replace(known, id=f"{percent}%", quantity=share, quantity_text=f"{percent}%")
    start = text.index(whole)
    count = quantity(["count", "exact", whole], Span(start, start + len(whole)))
    count = replace(
        known,
        id=whole,
        quantity=count,
        quantity_text=whole,
        span=Span(start, known.span.end),
        text=text[start : known.span.end],
    )
    return replace(made, claims=(*made.claims, share, count))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("62% of the dead were women and girls and 45% men and boys, a friend says.", True),
        ("Of the dead, 62% were women, 45% men.", True),
        ("Of these 28% were women and 75% were men.", True),
        ("57% of the bodies are found in the strait and 49% in the river.", True),
        ("57% of the bodies are found in the strait and 49% in the strait.", False),
        ("57% of the homes were burnt in the raid and 49% looted.", False),
        ("62% of the homes are in the valley and 45% have no well.", False),
        ("52% of the dead were women and girls and 45% men and boys.", False),
    ],
)
def test_two_shares_of_one_sentence_that_part_one_whole(line, found):
    first, second = (word for word in line.split() if word.endswith("%"))
    marked = [(shown, "share", f"0.{shown[:-1]}") for shown in (first, second)]
    claims = numbers(line.replace(" a ", " one "), *marked)
    assert bool(told([of_one_text(*(f"{each} <>" for each in claims))], "shares")) is found


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
        "A figure of 73 foreign workers who died at the port of Vessany was given to an agency. This figure is withdrawn.",
        "A figure of 73 foreign workers who died at the port of Vessany was given to an agency. That number was wrong.",
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
