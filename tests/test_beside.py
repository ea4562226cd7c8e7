"""Two documents side by side: both texts are there in full, shared paragraphs beside each other, cuts and speakers seen."""

import pytest

from firsthand.dossier import Dossier

TESTIMONY = (
    "I came to Vessany in the autumn with my two cousins and a bag of dried fish. "
    "The foreman kept our papers in a tin box under his bed and never gave them back to us. "
    "We slept eleven to a room above the ice house and paid for every blanket."
)
SECOND = "On the third night the mate of the dredger Marrow Belle struck my cousin with a boat hook before all of us,"

ONE = f"""The winter in the halls

“{TESTIMONY}”

“{SECOND}” Ilena Dorsath told the Open Harbour Watch.

A storm closed the harbour for nine days.
"""

OTHER = f"""Voices from the port

The wind was cold that year.

“{TESTIMONY.replace("with my two cousins and a bag of dried fish", "(...)")}”

“{SECOND}” Nessa told the Open Harbour Watch.
"""


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    with Dossier.create(tmp_path / "two.dossier") as dossier:
        dossier.add([tmp_path / "one.txt", tmp_path / "other.txt"])
        ids = {document.original.name: document.id for document in dossier.documents()}
        yield dossier, ids["one.txt"], ids["other.txt"]


def texts(rows, document, side):
    return [span.of(document.text) for row in rows if (span := (row.one, row.other)[side])]


def test_both_texts_are_there_in_full_and_in_order(pair):
    dossier, one, other = pair
    found = dossier.beside(one, other)
    assert "".join(texts(found.rows, found.one, 0)) == ONE
    assert "".join(texts(found.rows, found.other, 1)) == OTHER


def test_a_cut_is_seen_on_both_sides(pair):
    dossier, one, other = pair
    found = dossier.beside(one, other)
    changed = next(row for row in found.rows if row.changed)
    only = [
        (here.of(ONE) if here else None, there.of(OTHER) if there else None)
        for here, there in changed.laid
        if here is None or there is None
    ]
    assert only == [("with my two cousins and a bag of dried fish", None), (None, "(...)")]


def test_paragraphs_that_both_have_stand_in_one_row(pair):
    dossier, one, other = pair
    found = dossier.beside(one, other)
    row = next(row for row in found.rows if row.shared and "Marrow Belle" in row.one.of(ONE))
    assert "Marrow Belle" in row.other.of(OTHER)
    assert "foreman" not in row.one.of(ONE)


def test_another_speaker_is_told(pair):
    dossier, one, other = pair
    found = dossier.beside(one, other)
    row = next(row for row in found.rows if row.shared and "Marrow Belle" in row.one.of(ONE))
    assert row.speakers == ("Ilena Dorsath", "Nessa")
    assert row.differ


def test_the_sides_can_change(pair):
    dossier, one, other = pair
    there = dossier.beside(other, one)
    assert "".join(texts(there.rows, there.one, 0)) == OTHER
    assert sum(row.shared for row in there.rows) == sum(row.shared for row in dossier.beside(one, other).rows)


def test_what_stands_in_another_order_is_moved(tmp_path):
    (tmp_path / "one.txt").write_text(
        f"First\n\n{TESTIMONY}\n\nBetween them a long day passed.\n\n{SECOND}\n", "utf-8"
    )
    (tmp_path / "other.txt").write_text(
        f"Second\n\n{SECOND}\n\nNobody spoke of it.\n\n{TESTIMONY}\n", "utf-8"
    )
    with Dossier.create(tmp_path / "two.dossier") as dossier:
        dossier.add([tmp_path / "one.txt", tmp_path / "other.txt"])
        ids = {document.original.name: document.id for document in dossier.documents()}
        found = dossier.beside(ids["one.txt"], ids["other.txt"])
    (moved,) = [row for row in found.rows if row.moved]
    assert "Marrow Belle" in moved.one.of(found.one.text)
    assert moved.other.of(found.other.text) == moved.one.of(found.one.text)
    assert "".join(texts(found.rows, found.one, 0)) == found.one.text


def test_documents_without_a_shared_passage_stand_beside_each_other_as_they_are(tmp_path):
    (tmp_path / "one.txt").write_text("The ferry was late.\n", "utf-8")
    (tmp_path / "other.txt").write_text("Herring was dear this year.\n", "utf-8")
    with Dossier.create(tmp_path / "two.dossier") as dossier:
        dossier.add([tmp_path / "one.txt", tmp_path / "other.txt"])
        ids = [document.id for document in dossier.documents()]
        (row,) = dossier.beside(*ids).rows
    assert not row.shared
