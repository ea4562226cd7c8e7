"""Facts of documents, by plain-word cases: who published them, when, who wrote them, what they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.readers.facts.language import language_of
from firsthand.readers.zoning.imprint import body_of, is_imprint, is_letterhead
from firsthand.readers.zoning.lines import line_of
from firsthand.records import Document

from .builders import docx, docx_bytes, pdf, read, write_column

Case = tuple[dict[str, str], str]


def cases() -> dict[str, Case]:
    found: dict[str, Case] = {}
    rows = Path(__file__).with_name("facts.txt").read_text("utf-8")
    for piece in rows.split("\n== ")[1:]:
        head, _, text = piece.partition("\n\n")
        name, *facts = head.splitlines()
        found[name] = (
            {key: value for key, _, value in (fact.partition(": ") for fact in facts)},
            text.strip() + "\n",
        )
    return found


CASES = cases()


def as_text(text: str, _: str = "") -> Document:
    return read("a.txt", text.encode()).document


def as_word_file(text: str, _: str = "") -> Document:
    made = docx()
    for line in filter(None, text.splitlines()):
        made.add_paragraph(line)
    return read("a.docx", docx_bytes(made)).document


def as_pdf(text: str, title: str) -> Document:
    made = pdf()
    made.add_page()
    top = 20.0
    for block in filter(None, text.translate(str.maketrans("’“”€", '\'""e')).splitlines()):
        top = write_column(made, 20, 170, top, block, 16 if block == title else 10) + 4
    return read("a.pdf", bytes(made.output())).document


def told(document: Document) -> dict[str, str]:
    return {
        "title": document.title or "-",
        "publisher": document.publisher or "-",
        "authors": "; ".join(document.authors) or "-",
        "published": document.published or "-",
        "kind": document.kind,
    }


def readings() -> list[tuple[Callable[[str, str], Document], str]]:
    """Every case in every format; a page with menus is copied as text and not printed."""
    return [
        (made, name)
        for name, (facts, _) in CASES.items()
        for made in (as_text, as_word_file, as_pdf)
        if made is not as_pdf or facts["kind"] != "press article"
    ]


@pytest.mark.parametrize(("made", "name"), readings())
def test_the_facts_of_a_document_are_those_that_it_prints(made, name):
    facts, text = CASES[name]
    found = told(made(text, facts["title"]))
    assert {key: found[key] for key in facts} == facts


BODIES = [
    ("BRENNE METALS JSC", "Brenne Metals JSC"),
    ("Joint Relief Office (JRO)", "Joint Relief Office"),
    ("MINISTRY OF TRADE AND MINES", "Ministry of Trade and Mines"),
    ("The Strait Fishers Union", "The Strait Fishers Union"),
    ("A study by the Centre for Border Research", "Centre for Border Research"),
    ("Report of the Sundmark Network", "Sundmark Network"),
    ("Issued by: Office of the Harbour Ombudsman", "Office of the Harbour Ombudsman"),
    ("Regional Health Office Vessany", "Regional Health Office Vessany"),
    ("ORRA LINES S.A.", "Orra Lines S.A"),
    ("Orra Lines plc", "Orra Lines plc"),
]

NO_BODIES = [
    "Republic of Karvelia",
    "Report on the Sundmark Network",
    "Mara Lind",
    "The office",
    "Nobody watched the harbour watch",
    "Harbour Office Director",
    "Women of the Fish Halls",
    "Vessany, 3 May 2019",
    "9 Court Road",
]


@pytest.mark.parametrize(("line", "name"), BODIES)
def test_a_name_of_a_body_is_told_by_the_word_that_says_what_it_is(line, name):
    assert body_of(line) == name


@pytest.mark.parametrize("line", NO_BODIES)
def test_other_names_are_none_of_bodies(line):
    assert body_of(line) is None


LETTERHEADS = [
    "REPUBLIC OF KARVELIA",
    "Ministry of Trade and Mines, Halden",
    "Joint Relief Office (JRO) | Vessany | Bulletin No. 3",
]
NO_LETTERHEADS = [
    "The Ministry of Trade was warned twice",
    "Who runs the Joint Relief Office?",
    "Joint Relief Office asks for help",
]


@pytest.mark.parametrize("line", LETTERHEADS)
def test_a_letterhead_names_a_body_or_a_state_and_nothing_told(line):
    assert is_letterhead(line_of(line))


@pytest.mark.parametrize("line", NO_LETTERHEADS)
def test_a_headline_about_a_body_is_no_letterhead(line):
    assert not is_letterhead(line_of(line))


IMPRINTS = [
    "Halden, 3 June 2019. No. 2019/44",
    "Strait Fishers Union, Lindhavn. Author: Nils Orre. 14 September 2020",
    "Sundmark Asylum Clinic | 5 October 2022 | Interviewer: T. Amaro",
]
NO_IMPRINTS = [
    "Vessany fell on 11 March 2024.",
    "The report, published in Lindhavn on 3 May 2019, names nobody",
    "Strait Fishers Union, Lindhavn",
    "Open from 3 May 2019 to 4 June 2019",
]


@pytest.mark.parametrize("line", IMPRINTS)
def test_an_imprint_says_when_where_and_by_whom(line):
    assert is_imprint(line_of(line))


@pytest.mark.parametrize("line", NO_IMPRINTS)
def test_a_sentence_with_a_date_is_no_imprint(line):
    assert not is_imprint(line_of(line))


@given(st.text(max_size=300))
def test_any_line_has_or_has_no_issuer(text):
    line = line_of(text)
    assert body_of(text) is None or len(body_of(text).split()) <= 9
    assert is_letterhead(line) in (True, False)
    assert is_imprint(line) in (True, False)


NUMBERS = "Place | Shelters | People\nVessany | 3 | 1,240\nLow Quay | 2 | 640\nMarrin | 1 | 88\nOrra | 12 | 4,419\nSele | 7 | 3,300\nTalm | 9 | 12,800"


def test_a_table_of_numbers_is_in_the_declared_language_or_in_english():
    assert language_of(NUMBERS) == "en"
    assert language_of(NUMBERS, "de") == "de"
    assert language_of("Vessany Orlu Halden Brenn Osmere Lindhavn Sundmark Karvelia Torvane Marrin") not in (
        "vo",
        "eo",
        "la",
    )


def test_a_few_english_lines_on_a_page_do_not_make_it_english():
    english = (
        "The news of the day and the weather from the harbour, with the views of all that were there. " * 3
    )
    french = "Le ministre a dit que dix personnes avaient perdu la vie dans le port pendant la tempête. " * 30
    assert language_of(english + french) == language_of(french) == "fr"
    assert language_of(english * 12) == "en"
