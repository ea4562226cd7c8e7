"""A second invented dossier, on another subject than the demo: what is planted in it is found, and nothing else is linked."""

import json
from pathlib import Path

import pytest
from tests.second_dossier.write import gold

from firsthand.dossier import Dossier

HERE = Path(__file__).parent

PLANTED = [
    ("conflict", "“742” and “An estimated 1,300”"),
    ("impossible", "“Up to 450” (people at a time) and “Some 600 women"),
    ("impossible", "Two conversions of the same amount"),
    ("drift", "became “1,300 people were detained"),
    ("drift", "“Up to 450” (people at a time) became “More than 450”"),
    ("drift", "became “At least 92 people"),
    ("drift", "(2019/2024) became “46 people died in police custody in Velmora” (2025)"),
    ("drift", "whom it is about and what it is a share of"),
    ("shares", "109 %"),
    ("old as new", "is given as of now"),
    ("withdrawn figure", "“Seventeen” was withdrawn or corrected"),
    ("same witness", "It is one account"),
    ("copied text", "The Ondra Messenger prints"),
    ("copied text", "Daily Lantern prints"),
    ("no method", "Ministry of the Interior does not say"),
    ("independent account", "at first hand"),
    ("rejected word", "massacre"),
    ("missing primary source", "Velmoran Court Statistics Office and Ondra School of Public Law"),
    ("arithmetic agrees", "312 of 780 is 40.0 %"),
]


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    with Dossier.create(tmp_path_factory.mktemp("second") / "second.dossier") as opened:
        opened.add([HERE / "docs"])
        yield opened


def test_the_gold_is_what_the_annotation_says():
    committed = {path.stem: path.read_text("utf-8") for path in (HERE / "gold").glob("*.json")}
    assert committed == gold()


@pytest.mark.parametrize(("kind", "says"), PLANTED, ids=[says for _, says in PLANTED])
def test_what_is_planted_is_found(second, kind, says):
    assert any(finding.kind == kind and says in finding.says for finding in second.findings())


def test_what_only_looks_alike_is_not_linked(second):
    apart = {
        row["id"]: row for row in json.loads((HERE / "gold" / "claims.json").read_text("utf-8"))["claims"]
    }
    shares = {apart[name]["span"]["text"] for name in ("ministry-students", "review-peace")}
    for link in second.links():
        one, other = second.claim(link.earlier), second.claim(link.later)
        if one.document != other.document:
            assert not {one.quantity_text, other.quantity_text} >= shares
