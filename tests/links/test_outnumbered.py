"""More of something in a place than another document's table has there."""

from dataclasses import replace

import pytest

from firsthand.records import Document, Original, Sheet, Span, Zone

from .plain import claim, sheet
from .test_findings import told

HEADS = "Village\tWells in use\tClosed\n"
ROW = "Sant\t8\t3\n"


def table(heads=HEADS, row=ROW, note="", name="a"):
    """A document with a table of one row, of which the first two cells are counts."""
    text = f"The position in June.\n\n{heads}{row}\n{note}\n"
    start, claims = text.index(row), []
    for number, cell in enumerate(row.strip().split("\t")[1:]):
        made, _ = claim(f"{{{cell} | count exact {cell}}} [in a cell] {number}", name, "Open Harbour Watch")
        at = text.index(cell, start)
        claims.append(
            replace(
                made,
                span=Span(start, start + len(row) - 1),
                text=row.strip(),
                quantity=replace(made.quantity, span=Span(at, at + len(cell))),
            )
        )
    document = Document(
        name, Original(name, name, "text/plain", len(text)), text, (Zone(Span(0, len(text)), "main"),),
        publisher="Open Harbour Watch", published="2024-03-01", kind="report",
    )  # fmt: skip
    return Sheet(document, tuple(claims))


def above(line, before=(), **parts):
    papers = [table(**parts), sheet([*before, line], "b", "2024-03-20", "The Halden Courier")]
    return [each for each in told(papers, "impossible") if "a table of another document" in each.says]


CLOSED = "In Sant {eleven | count exact 11} [wells] have been <closed>."
SENT = "From Sant {some 800 | count about 800} [teachers] were <sent>."


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (CLOSED, 1),
        (CLOSED.replace("eleven", "seven").replace("11", "7"), 0),
        (CLOSED.replace("Sant", "Pirra"), 0),
        (CLOSED.replace("wells", "shops"), 0),
        (CLOSED.replace("[wells]", "[people]"), 0),
    ],
    ids=["more wells", "fewer", "another village", "of something else", "people at large"],
)
def test_more_than_a_column_has(line, found):
    assert len(above(line)) == found


def test_a_column_of_those_who_were_examined_has_not_all():
    assert above(CLOSED, heads="Village\tWells tested\tClosed\n") == []


@pytest.mark.parametrize(
    ("note", "found"),
    [("The list of teachers leaves nobody out.", 1), ("Teachers only.", 0), ("", 0)],
    ids=["all of them", "not said", "no note"],
)
def test_a_note_says_that_the_table_has_them_all(note, found):
    heads, row = "District\tEmployed\tSent\n", "Sant\t640\t410\n"
    assert len(above(SENT, heads=heads, row=row, note=note)) == found


@pytest.mark.parametrize(("before", "found"), [("In Sant", 1), ("In Pirra", 0)])
def test_a_place_that_was_named_in_the_sentence_before(before, found):
    told_of = sheet(
        [f"{before} we met {{two | count exact 2}} [beekeepers].", "{Eleven | count exact 11} [wells] <closed> in this village."],
        "b", "2024-03-20", "The Halden Courier",
    )  # fmt: skip
    told_of = replace(
        told_of, document=replace(told_of.document, text=told_of.document.text.replace(".\n\n", ". \n", 1))
    )
    findings = [each for each in told([table(), told_of], "impossible") if "a table of another" in each.says]
    assert len(findings) == found
