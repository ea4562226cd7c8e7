"""What arithmetic rules out, or holds together, in the words of one text: shares, ratios, parts, answers, balances, tables."""

from dataclasses import replace

import pytest

from .plain import sheet
from .test_findings import added, told
from .test_sums import numbers, of_one_text


def impossible(lines, *others):
    sheets = [sheet(lines, "a", "2024-03-20")] + [
        sheet([line], name, "2024-03-10", f"Paper {name}") for name, line in zip("bcd", others, strict=False)
    ]
    return [finding.says for finding in told(sheets, "impossible")]


@pytest.mark.parametrize(
    ("said", "shown", "found"),
    [
        (", a rate of 96%", "96%", True),
        (", a rate of 90%", "90%", False),
        (", that is 96%", "96%", True),
        (", that is 90%, at a rate of 96% confidence", "96%", False),
        (", and of those a rate of 96% were new", "96%", False),
        (" and 96% of parcels", "96%", False),
        (". Put differently, 96% of people have their answer", "96%", True),
        (". In the valley 96% of people have their answer", "96%", False),
    ],
)
def test_a_share_that_two_counts_do_not_make(said, shown, found):
    [part] = numbers(f"Of the letters, 731 (812 letters) were <answered>{said}.", ("731", "count", "731"))
    [share] = numbers(
        f"Of the letters, 731 812 letters were <answered>{said}.", (shown, "share", f"0.{shown[:-1]}")
    )
    assert bool(told([of_one_text(part, share)], "impossible")) is found


@pytest.mark.parametrize(
    ("said", "share", "found"),
    [
        ("The price of salt rose from 310 to 480 a sack, or by 65%", "65%", 1),
        ("The price of salt rose from 310 to 480 a sack, an increase of 55%", "55%", 0),
        ("The price of salt fell from 480 to 310 a sack, or by 35%", "35%", 0),
        ("Ships went from 310 to 480 miles, and 65% came back", "65%", 0),
    ],
    ids=["too much", "right", "a fall", "of something else"],
)
def test_a_rise_that_two_numbers_do_not_make(said, share, found):
    [made] = numbers(f"{said}.", (share, "share", f"0.{share[:-1]}"))
    says = [each.says for each in told([of_one_text(made)], "impossible")]
    assert len(says) == found
    assert all("From 310 to 480 is 55 %" in each for each in says)


@pytest.mark.parametrize(
    ("every", "prisoners", "found"),
    [(200, 11480, 1), (360, 11480, 0), (200, 6500, 0)],
    ids=["far", "fits", "nearly"],
)
def test_one_for_so_many_where_there_are_more(every, prisoners, found):
    ratio = f"one doctor for every {every} prisoners"
    lines = [
        "There are {32 | count exact 32} [doctors] <>.",
        f"That is {{{ratio} | ratio exact 0.005}} <>.",
    ]
    whole = f"There are {{{prisoners} | count exact {prisoners}}} [prisoners] <>."
    assert len(impossible(lines, whole)) == found


@pytest.mark.parametrize(
    ("many", "found"), [("182", 1), ("128", 0), ("120", 0)], ids=["turned", "right", "nearly"]
)
def test_one_for_so_many_beside_both_counts(many, found):
    said = f"There are 18 of them in Tarn and 2,300 mills: one for every {many}."
    value = f"{1 / int(many):.8f}"
    made = numbers(
        said, ("18", "count", "18"), ("2,300", "count", "2300"), (f"one for every {many}", "ratio", value)
    )
    assert len(told([of_one_text(*made)], "impossible")) == found


CARDS = ["It has {2917 | count exact 2917} [cards]."]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("On {3330 | count exact 3330} of the [cards] a word is <typed>.", 1),
        ("On {2330 | count exact 2330} of the [cards] a word is <typed>.", 0),
        ("On {3330 | count exact 3330} of the [pages] a word is <typed>.", 0),
        ("Since then {3330 | count exact 3330} of the [cards] were <lent>.", 0),
        ("On {about 2950 | count about 2950} of the [cards] a word is <typed>.", 0),
    ],
)
def test_some_of_the_cards_that_are_more_than_there_are(line, found):
    assert len(impossible([*CARDS, line])) == found


@pytest.mark.parametrize(
    ("before", "line", "found"),
    [
        (
            "There were {412 | count exact 412} [confirmed cases].",
            "Some {450 | count about 450} of these [complaints] were <shelved>.",
            1,
        ),
        (
            "There were {412 | count exact 412} [confirmed cases].",
            "Some {400 | count about 400} of these [complaints] were <shelved>.",
            0,
        ),
        ("There were {12 | count exact 12} [villages].", "Some {450 | count about 450} of them <left>.", 0),
        (
            "There were {412 | count exact 412} [women].",
            "In six months {450 | count exact 450} of them were <brought home>.",
            0,
        ),
    ],
)
def test_some_of_these_that_are_more_than_these(before, line, found):
    together = sheet([before, line], "a", "2024-03-20")
    text = together.document.text.replace("\n\n", "  ")
    made = replace(together, document=replace(together.document, text=text))
    assert len(told([made], "impossible")) == found


@pytest.mark.parametrize(("number", "found"), [(90000, 1), (60000, 0)])
def test_more_women_there_than_women_are_there(number, found):
    lines = [
        "There are {81000 | count exact 81000} [Ruvenian women in the mills of Vessany].",
        f"Some {{{number} | count about {number}}} [Ruvenian women there] <have no papers>.",
    ]
    assert len(impossible(lines)) == found


@pytest.mark.parametrize(
    ("period", "most", "found"), [("2024-01", 900, 1), ("2023-01", 900, 0), ("2024-01", 1500, 0)]
)
def test_some_of_those_who_lived_there_in_another_document(period, most, found):
    part = "In the camp at Orsel {1200 | count exact 1200} of the [people who were living there in January] were <beaten in the camp at Orsel>. ~ 2024-01"
    whole = f"In the camp at Orsel {{no more than {most} | count at most {most}}} [people] were <living in January in the camp at Orsel>. @ Orsel ~ {period}"
    assert len(impossible([part], whole)) == found


ANSWERS = "Asked where they had served last, 52% named Vessany, 33% Kerat and {} somewhere else."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ANSWERS.format("21%"), 1),
        (ANSWERS.format("15%"), 0),
        (ANSWERS.format("21%") + " They could give more than one answer.", 0),
        ("Of the homes 52% are of wood, 33% of those of pine, and 21% of them of something else.", 0),
        ("In the north 52% have a well, 33% in the south, 41% in the east.", 0),
    ],
)
def test_answers_to_one_question_that_are_more_than_all(text, found):
    made = added(sheet(["{52% | share exact 0.52} of [members] <named Vessany>."], "a", "2024-03-20"), text)
    assert len(told([made], "shares")) == found


STAYED = "The house <began> the year with {69 | count exact 69} [residents]."
CAME = "In its course {512 | count exact 512} [women] <were admitted>."


@pytest.mark.parametrize(
    ("left", "how", "found"),
    [(438, "went home or returned to their villages", 1), (437, "returned", 0), (438, "cooked", 0)],
)
def test_who_was_there_came_and_left(left, how, found):
    lines = [
        "On the last day {143 | count exact 143} [women] were <there>.",
        STAYED,
        CAME,
        f"In the same year {{{left} | count exact {left}}} [women] <{how}>.",
    ]
    findings = told([sheet(lines, "a", "2024-03-20")], "arithmetic agrees")
    assert [finding.says for finding in findings] == [
        "69 and 512 less 438 are 143, as the text says."
    ] * found


@pytest.mark.parametrize(("families", "found"), [("3415", 1), ("3445", 0), ("3400", 0)])
def test_what_each_family_got_and_what_that_makes_far_away(families, found):
    lines = [
        "The Act grants {150000 crowns | money exact 150000 KAC} to the family of every [person] <lost>.",
        "A commission sat for two years in Vessany and heard all who came. " * 8
        + f"It <paid> {{{families} | count exact {families}}} of the [families].",
        "The state has <paid out> {512 million crowns | money exact 512000000 KAC}.",
    ]
    assert len(told([sheet(lines, "a", "2024-03-20")], "arithmetic agrees")) == found


ROWS = "\n\nHarbour\t410\t40\nSchool\t300\t31\nHall\t290\t12\nTotal\t{}\t{}\n"


@pytest.mark.parametrize(
    ("totals", "found"),
    [((1000, 83), 0), ((1000, 38), 1), ((1100, 38), 0)],
    ids=["both", "one does not", "none: no sums"],
)
def test_a_table_whose_last_row_is_made_by_its_rows_but_for_one_column(totals, found):
    lines = ["In the harbour {410 | count exact 410} [people] <slept>."] * 4
    made = added(sheet(lines, "a", "2024-03-20"), ROWS.format(*totals))
    assert len(told([made], "impossible")) == found
