"""The number of a story told again in words that say little: what stands around it says what it is of."""

from dataclasses import replace

import pytest

from firsthand.links import Look, between, outline, within
from firsthand.links.retold import around, numbers_of
from firsthand.links.themes import of_one_theme
from firsthand.records import Sheet, Span

from .plain import sheet

FULL = "The commission <counted> {73 | count exact 73} [deaths in custody]."
STORY = [
    "{64.2% | share exact 0.642} of [migrant women in the fish halls] <work off a recruitment debt>.",
    "{1,912 | count exact 1912} [people] <live in the shelters on the south quay of Vessany>.",
    "{18,472 tonnes | mass exact 18472 t} of [herring] <were landed at the auction of Lindhavn>.",
]


def look_at(*made: Sheet) -> Look:
    """How a second look sees some documents."""
    sheets = {each.document.id: each for each in made}
    return Look(
        lambda document: list(map(outline, sheets[document].claims)),
        lambda document, places: [sheets[document].claims[place] for place in places],
        lambda document: sheets[document].document.text,
    )


def placed(made: Sheet, text: str) -> Sheet:
    """The last claim of a sheet as it stands in a text; the others stand where they are."""
    last = made.claims[-1]
    start = text.index(last.text)
    span = Span(start, start + len(last.text))
    claims = (*made.claims[:-1], replace(last, span=span))
    return replace(made, document=replace(made.document, text=text), claims=claims)


def linked(again: str, text: str, story: list[str] = STORY) -> bool:
    one = sheet([*STORY, FULL], "a", "2025-05-14")
    other = placed(sheet([*story, again], "b", "2025-05-20", "The Osmere Herald"), text)
    found = between(one, other, look=look_at(one, other))
    assert found == between(other, one, look=look_at(one, other))
    return (one.claims[-1].id, other.claims[-1].id) in {(link.earlier, link.later) for link in found}


AGAIN = "It <was> {73 | count exact 73}."


@pytest.mark.parametrize(
    ("again", "text", "expected"),
    [
        (AGAIN, "And the deaths behind the walls? It was 73. Nobody was charged.", True),
        (AGAIN, "Deaths behind the walls\n\nIt was 73. Nobody was charged.", True),
        (AGAIN, "The bus had a number. It was 73. Nobody was charged.", False),
        (
            AGAIN,
            "Nobody counted the deaths.\n\nThe bus had a number.\n\nIt was 73. Nobody was charged.",
            False,
        ),
    ],
)
def test_a_bare_number_is_that_of_which_the_words_around_it_speak(again, text, expected):
    assert linked(again, text) is expected


def test_a_bare_number_is_not_looked_for_in_a_document_of_another_story():
    assert not linked(AGAIN, "And the deaths behind the walls? It was 73.", story=[])


def test_a_number_that_is_in_every_text_is_not_looked_for():
    one = sheet(["{20 | count exact 20} [deaths] <were known>."], "a", "2025-05-14")
    assert not numbers_of(map(outline, one.claims))
    one = sheet(["{60,000 | count exact 60000} [voters] <were turned away>."], "a", "2025-05-14")
    assert list(numbers_of(map(outline, one.claims)).values()) == [[0]]


def test_what_stands_around_a_claim_is_of_its_paragraph():
    made = sheet([AGAIN], "a", "2025-05-14")
    text = "The herring was landed.\n\nThe auction closed. The quay was empty. It was 73. They left. Nobody was charged."
    made = placed(made, text)
    words = around(made.document.text, made.claims[-1])
    assert {"quay", "empt"} <= words
    assert not {"herr", "auction", "charg"} & words


def test_a_number_in_a_sentence_and_in_a_row_of_one_document_is_one_figure():
    told = "{204 | count exact 204} of [detained persons] <were on remand>."
    cell = "{204 | count exact 204} of [group] <counted>."
    made = sheet([told, cell], "a", "2025-05-14")
    row = replace(
        made.claims[1], text="On remand\t204\t83", population="On remand", measure="count", terms=("remand",)
    )
    made = replace(made, claims=(made.claims[0], row))
    found = within(made, look=look_at(made))
    assert [(link.earlier, link.later, link.kind) for link in found] == [(made.claims[0].id, row.id, "same")]


def test_one_sum_of_two_people_in_one_document_is_no_figure():
    made = sheet(
        ["The [court] <fined> Joren {2,400 crowns | money exact 2400 crown}.",
         "The [clerk] said that Marra was <fined> {2,400 crowns | money exact 2400 crown}."],
        "a", "2025-05-14",
    )  # fmt: skip
    assert not within(made, look=look_at(made))


def test_people_of_whom_one_is_not_told_to_be_one_person_are_no_private_matter():
    one = "{68% | share exact 0.68} of [the brick workers] <cannot leave because they owe their employer money>."
    again = "{68% | share exact 0.68} of [workers] <are held at a kiln by their employer, who says that they owe him>."
    first, second = sheet([*STORY, one], "a", "2025-05-14"), sheet([*STORY, again], "b", "2025-05-20")
    assert (first.claims[-1].id, second.claims[-1].id) in {
        (link.earlier, link.later) for link in between(first, second)
    }


def test_wholes_with_one_number_are_one_whole():
    one = "{63% | share exact 0.63} of [the 68 people whom its authors interviewed] (the 68 people whom its authors interviewed) <had been beaten>."
    again = "{63% | share exact 0.63} of [68 former detainees] (68 former detainees) <had been beaten>."
    for last, drift in ((again, False), (again.replace("68 former", "412 former"), True)):
        first, second = sheet([*STORY, one], "a", "2025-05-14"), sheet([*STORY, last], "b", "2025-05-20")
        links = {(link.earlier, link.later): link for link in between(first, second)}
        found = links.get((first.claims[-1].id, second.claims[-1].id))
        assert (found is None or "whole" in found.drift) is drift


def told(first: str, second: str) -> list[tuple[str, tuple[str, ...]]]:
    """The links between two claims of two documents of one story."""
    one, other = (
        sheet([*STORY, first], "a", "2025-05-14"),
        sheet([*STORY, second], "b", "2025-05-20", "The Osmere Herald"),
    )
    ends = one.claims[-1].id, other.claims[-1].id
    return [
        (link.kind, link.drift)
        for link in between(one, other, look=look_at(one, other))
        if (link.earlier, link.later) == ends
    ]


ASKED = "{64% | share exact 0.64} of [the 186 boatmen whom we met] (of the 186 boatmen whom we met) <had been fined>."


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("{64% | share exact 0.64} of [all who ply the river] (of all who ply the river) <are fined>.", True),
        (
            "{64% | share exact 0.64} of [all who ply the river] (of all who ply the river) <own a radio>.",
            False,
        ),
    ],
)
def test_a_share_of_those_asked_is_told_of_all_where_the_same_is_said_of_them(second, expected):
    assert told(ASKED, second) == ([("drift", ("whole",))] if expected else [])


def test_a_claim_whose_like_went_to_another_number_keeps_its_own_link():
    first = "The board <fined> {312 | count exact 312} [boatmen of the river Orlu]."
    corrected = "The board <fined> {321 | count exact 321} [boatmen of the river Orlu]."
    one = sheet([*STORY, first], "a", "2025-05-14")
    other = sheet([*STORY, corrected, first], "b", "2025-05-20", "The Osmere Herald")
    found = {(link.earlier, link.later): link.kind for link in between(one, other)}
    assert found[one.claims[-1].id, other.claims[-1].id] == "same"
    assert (one.claims[-1].id, other.claims[-2].id) in found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # an unmistakable number of people, each with words of its own
        (
            "{2,318 | count exact 2318} [passengers] <were carried to safety>.",
            "{2,318 | count exact 2318} [cases] <were heard>.",
            True,
        ),
        (
            "{318 | count exact 318} [passengers] <were carried to safety>.",
            "{318 | count exact 318} [crates] <were heard>.",
            False,
        ),
        # of four figures, whatever is counted
        (
            "{2,318 | count exact 2318} [detainees] <are named in the index>.",
            "There <are> {2,318 | count exact 2318} [crates] in the cellar.",
            True,
        ),
        # a measure of space
        (
            "[The flood] <went> {41 km | length exact 41 km} down the valley.",
            "{41 kilometres | length exact 41 km} below the dam [it] <came to rest>.",
            True,
        ),
        (
            "[The flood] <went> on for {41 days | duration exact 41 day}.",
            "{41 days | duration exact 41 day} <were lost> in the courts.",
            False,
        ),
        # a figure that does not say of what it is
        (
            "{2,318 | count exact 2318} [passengers] <were carried to safety>.",
            "For that year [our minimum] <is> {2,318 | count exact 2318}.",
            True,
        ),
        (
            "{2,000 | count exact 2000} [passengers] <were carried to safety>.",
            "For that year [our minimum] <is> {2,000 | count exact 2000}.",
            False,
        ),
    ],
)
def test_an_unmistakable_number_needs_no_shared_word_in_one_story(first, second, expected):
    assert bool(told(first, second)) is expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("{Nine people | count exact 9} [people including two firemen] <died in the quay riots>.", True),
        ("{Nine people | count exact 9} [firemen] <died in the quay riots>.", True),
        ("{Nine people | count exact 9} [people] <were injured in the quay riots>.", False),
        ("{Nine people | count exact 9} [people] <died of typhus>.", False),
    ],
)
def test_the_dead_of_a_headline_are_those_of_the_text_below_it(second, expected):
    made = sheet(["{Nine | count exact 9} <dead in quay riots>.", second], "a", "2025-05-14")
    assert bool(within(made)) is expected


def test_a_number_of_four_figures_makes_one_story_of_two_documents_that_share_a_name():
    index = "[The index] <names> {2,318 | count exact 2318} [detainees]."
    cellar = "There <are> {2,318 | count exact 2318} [crates] in the cellar."
    one = sheet([index], "a", "2025-05-14")
    other = sheet([cellar], "b", "2025-05-20", "The Osmere Herald")
    assert not between(one, other, look=look_at(one, other))
    one, other = (
        replace(each, voices=replace(each.voices, names=frozenset({"Orlu"}))) for each in (one, other)
    )
    assert [link.kind for link in between(one, other, look=look_at(one, other))] == ["drift"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # three figures, and people in both: what became of them is what changed on the way
        (
            "{318 | count exact 318} [passengers] <were carried to safety>.",
            "{318 | count exact 318} [women] <had drowned>.",
            True,
        ),
        # things, of which no word says that they are the same ones
        (
            "{318 | count exact 318} [wells] <were dug>.",
            "{318 | count exact 318} [schools] <were closed>.",
            False,
        ),
    ],
)
def test_a_seldom_number_is_one_figure_where_both_count_people(first, second, expected):
    assert bool(told(first, second)) is expected


def test_a_count_of_many_people_is_no_private_matter_whoever_met_them():
    met = "We <spoke> with {318 | count exact 318} [women]."
    again = "{318 | count exact 318} [women] with whom she <sat>."
    assert told(met, again)


def test_the_dead_of_another_year_are_not_those_of_a_text_without_one():
    lately = "{38 | count exact 38} [people] <lost their lives> in the course of these events."
    then = "{38 | count exact 38} [people] were <killed>. ~ 2019"
    assert not told(lately, then)
    assert told(lately, then.replace("2019", "2025"))


def test_a_publisher_is_named_by_the_rare_words_of_its_name():
    one, other = sheet([FULL], "a", "2025-05-14"), sheet([FULL], "b", "2025-05-20")
    body = one.subject._replace(publisher="Vessany Institute of Orthopaedics")
    paper = other.subject._replace(
        publisher="The Osmere Herald",
        voices=replace(other.subject.voices, names=frozenset({"vessany", "orthopaedic", "lindhavn"})),
    )
    assert of_one_theme(body, paper) and of_one_theme(paper, body)
    assert not of_one_theme(body, paper._replace(publisher=body.publisher))


def test_a_share_of_those_examined_in_some_parts_is_told_of_all():
    seen = "{21.4% | share exact 0.214} of [the 871 boatmen in the dry parts of Orlu] (of the 871 boatmen in the dry parts of Orlu) <are ill>."
    told_of_all = "{21.4% | share exact 0.214} of [boatmen in Orlu] (of boatmen in Orlu) <are ill>."
    assert told(seen, told_of_all) == [("drift", ("whole",))]


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("In 19 hospitals {83 | count exact 83} [boatmen] had <died of fever>.", ("place",)),
        ("By then {83 | count exact 83} [boatmen] had <died of fever>.", ("place",)),
        ("By then {83 | count exact 83} [boatmen of the country] had <died of fever>.", ()),
    ],
)
def test_what_was_counted_in_so_many_places_or_nobody_says_where_is_told_of_a_country(counted, expected):
    everywhere = "{83 | count exact 83} [boatmen] <died of fever> across the country."
    [(_, drift)] = told(counted, everywhere)
    assert drift == expected
