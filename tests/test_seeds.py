"""The five real documents: what the program must find in them. Left out where the shared data are not there."""

import json
import os
import re
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def found(shared, tmp_path_factory):
    place = tmp_path_factory.mktemp("seeds")
    # Where the program is installed, Python keeps what it has compiled; what is timed here is reading, not compiling.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(place / "compiled")

    def run(*arguments):
        started = time.perf_counter()
        printed = subprocess.run(
            [sys.executable, *arguments], cwd=place, check=True, stdout=subprocess.PIPE, env=kept
        )
        return printed.stdout, time.perf_counter() - started

    run("-c", "import firsthand.cli.asking, firsthand.dossier")
    read = ["-m", "firsthand.cli", "read", str(shared / "corpus" / "seeds"), "--dossier", "seeds.dossier"]
    _, first = run(*read)
    _, again = run(*read)
    run("-m", "firsthand.cli", "verify", "seeds.dossier")
    printed, _ = run("-m", "firsthand.cli", "findings", "seeds.dossier", "--json")
    return {**json.loads(printed), "seconds": first, "again": again}


def where(found, item):
    names = {document["id"]: document["name"][:3] for document in found["documents"]}
    return names[item["document"]]


def of_kind(found, kind):
    return [finding for finding in found["findings"] if finding["kind"] == kind]


def test_one_command_takes_under_twenty_seconds(found):
    assert found["seconds"] < 20


def test_a_second_run_takes_little(found):
    assert (
        found["again"] < found["seconds"] / 4
    )  # a tenth at larger sizes; here starting Python is most of it


def test_every_span_quotes_exactly(found, shared):
    texts = {
        path.name[:3]: path.read_bytes().decode() for path in (shared / "corpus" / "seeds").glob("*.txt")
    }
    pieces = [*found["claims"], *(piece for finding in found["findings"] for piece in finding["evidence"])]
    assert pieces
    for piece in pieces:
        assert texts[where(found, piece)][piece["start"] : piece["end"]] == piece["text"]


def test_the_testimony_and_the_price_quotation_are_shared_by_001_and_002(found):
    pairs = [
        (where(found, reuse["a"]), where(found, reuse["b"]), reuse["a"], reuse["b"])
        for reuse in found["reuse"]
    ]
    starts = {
        min(a, b, key=lambda passage: where(found, passage))["start"] // 400
        for x, y, a, b in pairs
        if {x, y} == {"001", "002"}
    }
    assert {1266 // 400, 1861 // 400} <= starts | {s + 1 for s in starts} | {s - 1 for s in starts}


def test_the_price_quotation_has_two_speakers(found):
    assert any(
        {where(found, piece) for piece in finding["evidence"]} == {"001", "002"}
        and any("30" in piece["text"] or "prostituted" in piece["text"] for piece in finding["evidence"])
        for finding in of_kind(found, "two speakers")
    )


def test_four_articles_have_one_origin(found):
    assert any(
        {where(found, piece) for piece in finding["evidence"]} >= {"000", "001", "002", "003"}
        for finding in of_kind(found, "one origin")
    )


def test_the_two_dates_of_000_are_a_finding(found):
    assert any(
        "000" in {where(found, piece) for piece in finding["evidence"]}
        for finding in of_kind(found, "dates disagree")
    )


def test_three_shares_of_women_are_neither_the_same_nor_in_conflict(found):
    looks = {
        claim["id"]: claim
        for claim in found["claims"]
        if claim["quantity"]
        and any(words in claim["quantity"]["text"] for words in ("68.7", "two-thirds", "80%"))
    }
    assert len(looks) >= 3
    documents = {name: claim["document"] for name, claim in looks.items()}
    for link in found["links"]:
        assert (
            not {link["earlier"], link["later"]} <= looks.keys()
            or documents[link["earlier"]] == documents[link["later"]]
        )
    for figure in found["figures"]:
        assert len({documents[claim["claim"]] for claim in figure["claims"] if claim["claim"] in looks}) <= 1


def test_no_citation_marker_of_the_encyclopedia_is_read_as_a_number(shared):
    (path,) = (shared / "corpus" / "seeds").glob("004*.txt")
    command = [sys.executable, "-m", "firsthand.cli", "inspect", "--json", str(path)]
    printed = subprocess.run(command, check=True, capture_output=True)
    marks = json.loads(printed.stdout)
    text = marks["document"]["text"]
    markers = [(match.start(), match.end()) for match in re.finditer(r"\[\d+\]", text)]
    assert len(markers) == 96
    assert {(each["start"], each["end"]) for each in marks["citations"]} == set(markers)
    numbers = [part for each in marks["quantities"] for part in (each, each["converted"]) if part]
    for start, end in markers:
        assert not any(part["start"] < end and start < part["end"] for part in numbers)
