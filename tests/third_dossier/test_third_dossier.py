"""A third invented dossier, whose annotation was written before anybody saw what the program makes of it: what is found in it."""

import json
from pathlib import Path

import pytest
from tests.third_dossier.write import gold

from firsthand.dossier import Dossier

HERE = Path(__file__).parent

FOUND = [
    ("drift", "became “1.4 million tonnes” (sludge)"),
    ("drift", "became “5,600 children were left to drink"),
    ("drift", "(2010/2019) became “In 2025 there were 31 stillbirths"),
    ("drift", "(households in the Teld district) became “35%” (people in the Teld district)"),
    ("drift", "became “2.2 million francs”"),
    ("drift", "eighteen months old"),
    ("conflict", "“40 minutes” and “a quarter of an hour”"),
    ("impossible", "Two conversions of the same amount"),
    ("shares", "107 %"),
    ("withdrawn figure", "withdrawn or corrected"),
    ("two speakers", "Tomas Wey"),
    ("same witness", "It is one account"),
    ("copied text", "The Teld Valley Post prints"),
    ("rejected word", "epidemic"),
    ("missing primary source", "National Birth Register"),
    ("independent account", "at first hand"),
    ("dates disagree", "2025-03-25 and 2025-09-25"),
]
"""Kinds of findings and what they must say; not all that is planted is found."""


@pytest.fixture(scope="module")
def third(tmp_path_factory):
    with Dossier.create(tmp_path_factory.mktemp("third") / "third.dossier") as opened:
        opened.add([HERE / "docs"])
        yield opened


def test_the_gold_is_what_the_annotation_says():
    committed = {path.stem: path.read_text("utf-8") for path in (HERE / "gold").glob("*.json")}
    assert committed == gold()


@pytest.mark.parametrize(("kind", "says"), FOUND, ids=[says for _, says in FOUND])
def test_what_is_planted_is_found(third, kind, says):
    assert any(finding.kind == kind and says in finding.says for finding in third.findings())


def test_offices_schools_and_courts_speak_for_themselves(third):
    first = {claim.chain[0].name: claim.chain[0].role for claim in third.claims()}
    assert first["Oberwick District Court"] == first["National Statistics Office"] == "organisation"
    assert first["The Corvane Echo"] == "outlet"


def test_what_only_looks_alike_is_not_linked(third):
    rows = json.loads((HERE / "gold" / "claims.json").read_text("utf-8"))["claims"]
    shown = {row["id"]: row["span"]["text"] for row in rows}
    apart = [
        {shown["prosecutor-witnesses"].split()[0], shown["judgment-witnesses"].split()[0]},
        {"38", "463"},
        {"4%", "71%"},
    ]
    for link in third.links():
        told = {third.claim(claim).quantity_text for claim in (link.earlier, link.later)}
        assert told not in apart
