"""Claims: the cases of claims.txt, ids, chains of several steps, and what makes no claim."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand import claims, marks
from firsthand.language import parse
from firsthand.records import Claim, Document, DocumentKind, Original, Span, Step, Zone

CASES = Path(__file__).with_name("claims.txt").read_text("utf-8")
OUTLET = "The Halden Courier"


def document(text: str, *zones: Zone) -> Document:
    return Document(
        id="d",
        original=Original("d.txt", "0" * 64, "text/plain", len(text)),
        text=text,
        zones=zones or (Zone(Span(0, len(text)), "main"),),
        publisher=OUTLET,
        kind="press article",
        published="2022-05-20",
    )


def made(one: Document) -> tuple[Claim, ...]:
    parsed = parse(one)
    return claims.make(one, parsed, marks.find(one, parsed))


def told(claim: Claim) -> list[str]:
    steps = ", ".join(f"{step.name or '-'} ({step.role})" for step in claim.chain[1:])
    return [
        claim.quantity_text or "-",
        claim.text,
        f"measure: {claim.measure}",
        f"of: {claim.population or '-'}",
        f"in: {claim.place or '-'}",
        f"when: {claim.period or '-'}",
        f"by: {steps}".strip(),
        claim.basis,
    ]


def cases() -> list[tuple[str, list[str]]]:
    blocks = re.split(r"\n(?=text: )", re.sub(r"^#.*\n", "", CASES, flags=re.MULTILINE))
    lines = [[line for line in block.splitlines() if line.strip()] for block in blocks if "text: " in block]
    return [(block[0].removeprefix("text: "), block[1:]) for block in lines]


@pytest.mark.parametrize(
    ("text", "lines"), cases(), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_case(text: str, lines: list[str]) -> None:
    found = [told(claim) for claim in made(document(text)) if claim.quantity]
    for line in lines:
        wanted = [
            re.escape(part.strip()).replace(r"\*", ".*") for part in line.removeprefix("- ").split(" | ")
        ]
        assert any(
            all(re.fullmatch(pattern, part) for pattern, part in zip(wanted, claim, strict=True))
            for claim in found
        ), found


def test_the_chain_begins_with_the_outlet() -> None:
    (claim,) = made(document("In 2019, 300 sailors died."))
    assert claim.chain == (Step(OUTLET, "outlet"),)
    assert claim.because
    assert "sailors" not in claim.because


def test_a_report_speaks_in_its_own_name() -> None:
    text = "We surveyed 800 sailors in Vessany. Of these, 300 sailors were never paid."
    report = replace(document(text), kind="report", publisher="Open Harbour Watch")
    claim = made(report)[-1]
    assert claim.chain[0] == Step("Open Harbour Watch", "report")
    assert claim.basis == "made"


def test_a_witness_heard_through_a_report_is_three_steps() -> None:
    text = (
        "A report by Open Harbour Watch says that 600 sailors were held.\n\n"
        "“They sold me for 9,000 dollars,” said a survivor identified as Ms. Tamm in the report."
    )
    claim = next(each for each in made(document(text)) if each.quantity and each.spoken)
    assert [step.role for step in claim.chain] == ["outlet", "report", "witness"]
    assert [step.name for step in claim.chain] == [OUTLET, "Open Harbour Watch report", "Ms. Tamm"]


def test_the_words_of_a_witness_are_a_claim_without_a_quantity() -> None:
    text = "“They took me to the pier and tied my hands,” said Lena Tamm, a survivor."
    (claim,) = made(document(text))
    assert claim.quantity is None
    assert claim.spoken
    assert claim.text == "“They took me to the pier and tied my hands,”"
    assert (claim.first_hand, claim.basis) == (True, "witnessed")


def test_each_figure_of_a_sentence_has_its_claim_and_ids_differ() -> None:
    text = "Sailors are hired for as little as 30 dollars, sold to fleets for 9,000 dollars, and beaten."
    found = [claim for claim in made(document(text)) if claim.quantity]
    assert len(found) == 2
    assert len({claim.id for claim in found}) == 2
    assert all(claim.quantity and claim.span.holds(claim.quantity.span) for claim in found)


def test_citation_markers_behind_a_clause_are_kept() -> None:
    text = "In 2019, 300 sailors died.[4][5] The harbour was closed.[6]"
    (claim,) = made(document(text))
    assert claim.citations == ("[4]", "[5]")


def test_only_main_and_title_make_claims() -> None:
    text = "In 2019, 300 sailors died.\n\nIn 2020, 400 sailors died."
    zones = Zone(Span(0, 26), "main"), Zone(Span(28, len(text)), "caption")
    assert [claim.quantity_text for claim in made(document(text, *zones))] == ["300"]


def test_the_same_document_gives_the_same_claims() -> None:
    one = document("Open Harbour Watch found that 600 sailors were held in Vessany in 2021.")
    assert made(one) == made(one)


def test_terms_hold_no_numbers_and_no_repeats() -> None:
    (claim,) = made(document("In 2019, 300 sailors of the port died and sailors of the port fled."))
    assert len(set(claim.terms)) == len(claim.terms)
    assert not any(re.search(r"\d", term) for term in claim.terms)
    assert claim.terms[0] == "sailor"


def test_a_language_that_is_not_analysed_makes_no_claims() -> None:
    one = replace(document("300 Seeleute starben im Jahr 2019."), language="de")
    parsed = parse(one)
    assert claims.make(one, parsed, marks.Marks()) == ()


def test_a_turn_of_a_witness_is_the_word_of_a_witness() -> None:
    text = (
        "Interviewer: Were there 40 men on board?\n\nLena Tamm: There were 31 men on board. It was dark.\n\n"
        "Interviewer: Who told you?\n\nLena Tamm: The list. It said that 32 men were on board."
    )
    one = replace(document(text), kind="testimony", publisher=None, authors=("M. Osk",))
    found = [claim for claim in made(one) if claim.quantity]
    assert [claim.quantity_text for claim in found] == ["31", "32"]
    assert {claim.chain[-1] for claim in found} == {Step("Lena Tamm", "witness")}
    assert all(claim.first_hand and claim.basis == "witnessed" and claim.spoken for claim in found)
    assert len([claim for claim in made(one) if claim.quantity is None]) == 2


def test_a_testimony_stands_by_the_word_of_the_witness_not_of_the_typist() -> None:
    text = "I, Lena Tamm, was a cook on the ferry. There were 31 men on board."
    (claim,) = made(replace(document(text), kind="testimony", publisher=None, authors=("T. Clerk",)))
    assert claim.chain == (Step("Lena Tamm", "witness"),)
    assert claim.basis == "witnessed"


def test_a_statement_stands_by_the_word_of_the_body_that_issues_it() -> None:
    text = (
        "Ministry of Ports and Fisheries\n\nThe Ministry rejects the charge. "
        "41 foreign workers died at the port of Vessany in 2021."
    )
    one = replace(document(text), kind="other", title="Statement on the port", publisher="Press Office")
    claim = made(one)[-1]
    assert claim.chain == (Step("Ministry of Ports and Fisheries", "organisation"),)
    assert (claim.basis, claim.first_hand) == ("repeated", False)


def test_a_situation_report_that_counts_has_made_its_figures() -> None:
    text = "1,912 people live in the shelters.\n\nSource: JRO, head count at the evening meal."
    one = replace(document(text), kind="report", publisher="Joint Relief Office")
    claim = made(one)[0]
    assert (claim.chain[0].name, claim.basis) == ("Joint Relief Office", "made")


def test_cells_of_a_table_take_the_head_of_their_column_and_the_label_of_their_row() -> None:
    text = (
        "People in the shelters, 22 April 2022\n\nSite\tPeople\tof whom women\nFerry hall\t396\t271\n"
        "Total\t1,912\t1,274\n\nNeeds"
    )
    found = [claim for claim in made(document(text)) if claim.quantity and "\t" in claim.text]
    assert [(claim.quantity_text, claim.population) for claim in found] == [
        ("396", "People, Ferry hall"),
        ("271", "women, Ferry hall"),
        ("1,912", "People"),
        ("1,274", "women"),
    ]
    assert {claim.period for claim in found} == {"2022-04-22"}
    assert {claim.measure for claim in found} == {"people shelter"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Between January 2019 and December 2020, 40 sailors died.", "2019/2020"),
        ("Between March 2019 and May 2020, 40 sailors died.", "2019-03/2020-05"),
        ("From 2019 to 2021, 40 sailors died.", "2019/2021"),
        ("Last year 40 sailors died.", "2021"),
        ("As of 2021, there are 40 sailors on the pier.", "2021"),
        ("There are 40 sailors on the pier today.", None),
    ],
)
def test_periods(text: str, period: str | None) -> None:
    claim = next(claim for claim in made(document(text)) if claim.quantity_text == "40")
    assert claim.period == period


def test_a_language_is_no_place() -> None:
    (claim,) = made(document("The 40 papers were written in French."))
    assert claim.place is None


def test_a_population_holds_no_marks_of_the_page() -> None:
    text = "Some 600 members of the “Free\nHarbour” board[7] died in 2020."
    (claim,) = made(document(text))
    assert claim.population is not None
    assert not set(claim.population) & set("[]“”\n")


def test_verbs_that_only_report_are_no_measure() -> None:
    plain = made(document("600 sailors are held on the ships."))[0]
    reported = made(document("600 sailors are said to be held on the ships."))[0]
    assert plain.measure.split()[0] == reported.measure.split()[0] == "hold"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that 300 sailors were held.",
        "The owner did not say that 300 sailors were held.",
        "Nobody said that 300 sailors were held.",
        "The office has never confirmed that 300 sailors were held.",
        "It is not true that 300 sailors were held.",
    ],
)
def test_what_is_denied_is_nobodys_claim(text: str) -> None:
    assert made(document(text)) == ()


def test_a_denial_that_is_denied_and_a_fact_not_known_stay_claims() -> None:
    assert made(document("The ministry did not deny that 300 sailors were held."))
    assert made(document("The owners do not know that 300 sailors were held."))


TITLED = (
    "Karvelia\n\nAirports, with paved runways: 12\n\nSome 40 ferries run in Sundmark.\n\nSome 300 boats fish."
)


def test_a_title_that_is_a_place_places_what_names_none_itself() -> None:
    zones = (Zone(Span(0, 8), "title"), Zone(Span(10, len(TITLED)), "main"))
    found = {claim.quantity_text: claim.place for claim in made(document(TITLED, *zones)) if claim.quantity}
    assert found["12"] is not None
    assert found["12"] == found["Some 300"]
    assert found["Some 40"] != found["12"]


def test_a_number_that_does_not_hold_is_no_claim() -> None:
    found = made(document("Three sailors were killed on the pier, and not seventeen, as we printed."))
    assert [claim.quantity_text for claim in found] == ["Three"]


def test_whole_of_a_part() -> None:
    found = made(
        document("In 2019 60 sailors died in Vessany, 19 of them at sea. Of these, 12 were foreigners.")
    )
    assert [claim.whole for claim in found] == [None, "60 sailors", "60 sailors"]


def test_the_year_of_a_titled_report() -> None:
    text = "Harbour statistics 2019\n\nThe guard was founded in 1950. Sixty sailors died during the year."
    zones = (Zone(Span(0, 23), "title"), Zone(Span(25, len(text)), "main"))
    assert [claim.period for claim in made(document(text, *zones)) if claim.quantity] == ["2019"]


@pytest.mark.parametrize(("kind", "place"), [("press article", None), ("encyclopedia article", "Vessany")])
def test_a_titled_place_is_the_subject_of_reference_works_only(kind: DocumentKind, place: str | None) -> None:
    text = "The house in Vessany\n\nSixty sailors died."
    one = document(text, Zone(Span(0, 20), "title"), Zone(Span(22, len(text)), "main"))
    assert made(replace(one, kind=kind))[0].place == place


def test_a_part_that_opens_a_paragraph_is_of_the_one_before() -> None:
    text = "The guard spoke with 1,412 sailors at 118 piers.\n\nNine hundred of them, or 64%, owed money."
    found = {claim.quantity_text: claim for claim in made(document(text)) if claim.quantity}
    assert (found["Nine hundred"].population, found["64%"].whole) == ("sailors", "1,412 sailors")


def cells(text: str, title: str = "Harbour statistics 2019") -> dict[str, Claim]:
    text = f"{title}\n\n{text}"
    zones = (Zone(Span(0, len(title)), "title"), Zone(Span(len(title) + 2, len(text)), "main"))
    found = [claim for claim in made(document(text, *zones)) if claim.quantity and "\t" in claim.text]
    return {f"{claim.text.partition(chr(9))[0]} {claim.quantity_text}": claim for claim in found}


def test_a_table_by_cause_counts_what_its_caption_says() -> None:
    found = cells("Wrecks.\n\nTable 3. Deaths by cause\n\nIllness\t44\n\nStorm\t11\n\nAll causes\t55")
    assert [(claim.measure, claim.population, claim.period) for claim in found.values()] == [
        ("death", "Illness", "2019"),
        ("death", "Storm", "2019"),
        ("death", None, "2019"),
    ]


def test_a_row_has_its_own_year_and_the_sum_that_of_the_caption() -> None:
    caption = "Between January 2015 and December 2018 the court freed 400 sailors, as the table shows."
    found = cells(f"{caption}\n\nPeriod\tSailors freed\n2015 to 2017\t300\n2018\t100\nTotal\t400")
    assert [claim.period for claim in found.values()] == ["2015/2017", "2018", "2015/2018"]


def test_heads_that_ran_together_are_parted() -> None:
    found = cells("Doctors came.\n\nGroup\tExamined Slight wounds\nCrew\t204\t83\nOfficers\t108\t35")
    assert [found[key].population for key in ("Crew 204", "Crew 83")] == [
        "Examined, Crew",
        "Slight wounds, Crew",
    ]


def test_a_report_speaks_of_its_own_body_by_what_it_is() -> None:
    report = replace(
        document("The Commission has identified 137 places where sailors were held."),
        kind="report",
        publisher="Commission on the Fate of the Drowned",
    )
    (claim,) = made(report)
    assert {step.name for step in claim.chain} == {"Commission on the Fate of the Drowned"}
    assert claim.basis == "made"


def test_the_date_of_a_row_does_not_reach_into_the_next_cell() -> None:
    table = "Table 1. Development\n\nDate\tDead\tMissing\n21 October\t31\t74\n31 October\t49\t38\n"
    told = {(claim.quantity_text, claim.period, claim.population) for claim in made(document(table))}
    assert ("31", "2021-10-21", "Dead, 21 October") in told
    assert ("74", "2021-10-21", "Missing, 21 October") in told
    assert not any(text == "21" for text, _, _ in told)


def test_a_body_of_a_place_is_no_other_voice_in_its_own_paper() -> None:
    paper = replace(
        document("The Commission has verified the deaths of 96 people."),
        kind="other",
        publisher="National Rights Commission of Karvelia",
    )
    (claim,) = made(paper)
    assert [step.name for step in claim.chain] == ["National Rights Commission of Karvelia"]


def test_a_reference_stands_before_the_one_who_is_named() -> None:
    text = (
        "Open Harbour Watch counted 73 deaths at sea.[1]\n\n"
        "[1] Statement on the drowned. Ministry of Ports. 9 May 2022."
    )
    split = text.index("[1] S")
    zones = (Zone(Span(0, split - 2), "main"), Zone(Span(split, len(text)), "references"))
    claim = next(each for each in made(document(text, *zones)) if each.quantity_text == "73")
    assert [step.name for step in claim.chain] == [
        OUTLET,
        "Statement on the drowned. Ministry of Ports. 9 May 2022.",
        "Open Harbour Watch",
    ]


def test_what_a_diary_tells_has_the_day_of_its_entry() -> None:
    diary = (
        "11 March. Seventeen operations since yesterday evening.\n\n19 March. The dust was thick. Nine dead.\n\n"
        "Four more came.\n\n28 March. Yesterday 12 boats came."
    )
    found = {claim.quantity_text: claim.period for claim in made(document(diary))}
    assert found == {
        "Seventeen": "2022-03-11",
        "Nine": "2022-03-19",
        "Four": "2022-03-19",
        "12": "2022-03-27",
    }
