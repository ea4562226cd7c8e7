"""The demo dossier, whole: every format is read, every planted trap that this version knows is found."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand import interface
from firsthand.dossier import Dossier

DEMO = Path(__file__).parent.parent / "demo" / "docs"


@pytest.fixture(scope="module")
def demo(demo_path):
    with Dossier.open(demo_path, writable=False) as opened:
        yield opened


def test_nothing_is_wrong_with_it(demo):
    assert not list(demo.verify())


def test_every_file_gives_a_document_or_a_problem(demo):
    names = {demo.name_of(document.id) for document in demo.documents()}
    assert len(names) >= 12
    assert any("another language" in problem.says for problem in demo.problems())
    assert any("picture" in problem.says for problem in demo.problems())


def test_every_claim_quotes_its_document(demo):
    texts = {document.id: demo.document(document.id).text for document in demo.documents()}
    claims = list(demo.claims())
    assert len(claims) > 40
    for claim in claims:
        assert texts[claim.document][claim.span.start : claim.span.end] == claim.text


def test_the_order_of_arrival_does_not_matter(demo, tmp_path):
    paths = sorted(path for path in DEMO.rglob("*") if path.is_file())
    with Dossier.create(tmp_path / "backwards.dossier") as backwards:
        for path in reversed(paths):
            backwards.add([path])
        assert {link_of(demo, link) for link in demo.links()} == {
            link_of(backwards, link) for link in backwards.links()
        }
        assert {finding.says for finding in demo.findings()} == {
            finding.says for finding in backwards.findings()
        }


def link_of(opened, link):
    ends = [opened.claim(name) for name in (link.earlier, link.later)]
    return (
        *((opened.name_of(claim.document).rsplit("/", 1)[-1], claim.span) for claim in ends),
        link.kind,
        link.drift,
    )


def test_its_json_is_one_object(demo, tmp_path):
    lists = (("findings", (interface.finding_line(finding) for finding in demo.findings())),)
    assert json.loads("".join(interface.stream(lists)))["findings"]


def test_a_run_that_is_killed_loses_nothing_that_was_reported(tmp_path):
    import os

    from bench import crashes

    reported, lost = crashes.survive(int(os.environ.get("FIRSTHAND_KILLS", "10")), tmp_path)
    assert reported
    assert not lost


def test_memory_does_not_grow_with_the_number_of_documents():
    command = [sys.executable, "-m", "bench.memory", "200", "500"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    small, large = (float(line.split("peak ")[1].split(" MB")[0]) for line in lines)
    assert large < 1000
    assert large < small * 1.25
