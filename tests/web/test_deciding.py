"""Deciding on the page: every form keeps one decision, leads back with a way to take it back, and explains what cannot be."""

import html
import re
import time

import pytest
from tests.web.visiting import page_of, visitor

from firsthand.dossier import Dossier, remember


@pytest.fixture(autouse=True)
def heron(monkeypatch, tmp_path):
    monkeypatch.delenv("FIRSTHAND_REVIEWER", raising=False)
    monkeypatch.setenv("FIRSTHAND_SETTINGS", str(tmp_path / "settings"))
    remember("Heron")


class Page:
    """A copy of the demo as somebody decides about it."""

    def __init__(self, path):
        self.path, self.guard = path, page_of(path)
        self.client = visitor(self.guard)

    def get(self, address):
        return self.client.get(address)

    def post(self, **fields):
        fields = {"form_key": self.guard.keys.form, "back": "/review", **fields}
        return self.client.post("/decide", data=fields)

    def settled(self):
        work = self.guard.app.state.desk.work
        for _ in range(600):
            if work.current() is None:
                return
            time.sleep(0.05)
        raise AssertionError("the work does not end")

    def claim(self, number):
        with Dossier.open(self.path, writable=False) as dossier:
            return next(claim for claim in dossier.claims() if claim.quantity_text == number)

    def close(self):
        self.guard.app.state.desk.close()


@pytest.fixture
def visited(demo_path, tmp_path):
    import shutil

    shutil.copy(demo_path, tmp_path / "own.dossier")
    made = Page(tmp_path / "own.dossier")
    yield made
    made.close()


def test_a_claim_is_accepted_and_that_can_be_taken_back_at_once(visited):
    claim = visited.claim("as young as 11")
    assert claim.id in visited.get("/review").text
    answer = visited.post(do="accept", subject=claim.id, reason="seen in print")
    assert answer.status_code == 303
    back = visited.get(answer.headers["location"]).text
    assert "Kept: accepted." in back
    assert f'id="claim-{claim.id}"' not in back
    done = re.search(r"done=(\w+)", answer.headers["location"])[1]
    assert (
        "Kept: taken back: accepted."
        in visited.get(visited.post(do="undo", subject=done, whole="1").headers["location"]).text
    )
    assert visited.claim("as young as 11").reviewed is None
    history = visited.get("/history").text
    assert "seen in print" in history
    assert "Heron" in history


def test_what_was_changed_in_the_form_is_kept_and_nothing_else(visited):
    claim = visited.claim("as young as 11")
    form = visited.get(f"/claims/{claim.id}").text
    assert 'name="low" value="11"' in form
    found = re.findall(r'<input id="\w+" name="(\w+)" value="([^"]*)"', form)
    fields = {name: html.unescape(value) for name, value in found}
    fields |= {"low": "14", "reason": "a misprint", "hedge": claim.quantity.hedge}
    answer = visited.post(do="correct", subject=claim.id, **fields)
    assert answer.status_code == 303
    visited.settled()
    assert visited.claim("as young as 11").reviewed.corrected == ("value",)
    assert "set right: the number" in visited.get(f"/claims/{claim.id}").text
    assert "the number is 14" in visited.get(f"/history?about={claim.id}").text


def test_a_value_that_cannot_be_is_explained_and_what_was_typed_stays(visited):
    claim = visited.claim("as young as 11")
    answer = visited.post(
        do="correct", subject=claim.id, low="a few", high="", population="girls", reason="why not"
    )
    assert answer.status_code == 400
    assert "is not a number; write 41" in answer.text
    assert 'value="a few"' in answer.text
    assert 'value="why not"' in answer.text
    assert visited.claim("as young as 11").reviewed is None
    assert "nothing was changed" in visited.post(do="correct", subject=claim.id).text


def test_a_document_is_set_right_and_read_again(visited):
    claim = visited.claim("as young as 11")
    address = f"/documents/{claim.document}/correct"
    form = visited.get(address).text
    (zone,) = {
        name
        for name, words in re.findall(r'name="(zone-\d+-\d+)">(.*?)</select>', form, re.DOTALL)
        if int(name.split("-")[1]) <= claim.span.start < int(name.split("-")[2])
    }
    fields = {zone: "comments", "published": "2024-03-18"}
    assert visited.post(do="correct", subject=claim.document, back=address, **fields).status_code == 303
    visited.settled()
    with Dossier.open(visited.path, writable=False) as dossier:
        assert dossier.document(claim.document).published == "2024-03-18"
        assert claim.id not in {each.id for each in dossier.claims()}
    assert "the date is 2024-03-18" in visited.get(address).text
    wrong = visited.post(do="correct", subject=claim.document, back=address, published="last week")
    assert wrong.status_code == 400
    assert "is not a date" in wrong.text


def test_figures_and_names_are_put_together_and_taken_apart(visited):
    with Dossier.open(visited.path, writable=False) as dossier:
        figure = next(f for f in dossier.figures() if len(f.claims) > 4)
        two = next(f for f in dossier.figures() if len(f.origins) == 2)
    assert visited.post(do="split", subject=figure.claims[0]).status_code == 303
    names = {"subject": two.origins[0].name, "other": two.origins[1].name}
    assert visited.post(do="together", back=f"/figures/{two.id}", **names).status_code == 303
    visited.settled()
    with Dossier.open(visited.path, writable=False) as dossier:
        assert len(dossier.figure_of(figure.claims[0]).claims) == 1
        assert len(dossier.figure_of(two.claims[0]).origins) == 1
    assert visited.post(do="apart", subject="Nobody", other="At all").status_code == 400
    assert visited.post(do="together", subject="", other="").status_code == 400


def test_a_finding_is_rejected(visited):
    with Dossier.open(visited.path, writable=False) as dossier:
        row = dossier.browse.findings(0, 1).rows[0]
    assert row.id in visited.get("/").text
    visited.post(do="reject", subject=row.id, back="/")
    assert f"finding-{row.id}" not in visited.get("/").text
    assert visited.post(do="undo", back="/").status_code == 303
    assert f"finding-{row.id}" in visited.get("/").text


def test_who_decides_is_asked_once_and_the_decision_is_not_lost(visited, monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTHAND_SETTINGS", str(tmp_path / "nobody"))
    claim = visited.claim("as young as 11")
    asked = visited.post(do="accept", subject=claim.id, reason="seen")
    assert asked.status_code == 200
    carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    assert carried["reason"] == "seen"
    del carried["form_key"]
    assert visited.post(**carried, reviewer="Ibis").status_code == 303
    assert visited.claim("as young as 11").reviewed.standing == "accepted"
    assert "Ibis" in visited.get("/reviewer").text


def test_what_two_copies_disagree_about_is_listed_and_one_is_let_hold(visited, tmp_path):
    import shutil

    shutil.copy(visited.path, tmp_path / "other.dossier")
    claim = visited.claim("as young as 11")
    visited.post(do="correct", subject=claim.id, period="2019")
    visited.settled()
    with Dossier.open(tmp_path / "other.dossier") as other:
        other.reviewer = "Ibis"
        other.correct(claim.id, period="2020", later=True)
        theirs = other.decisions().rows[0].judgement.id
    with Dossier.open(visited.path) as dossier:
        dossier.merge(tmp_path / "other.dossier")
    history = visited.get("/history").text
    assert "two copies disagree" in history
    assert visited.post(do="choose", subject=theirs, back="/history").status_code == 303
    visited.settled()
    assert visited.claim("as young as 11").period == "2020"
    assert "two copies disagree" not in visited.get("/history").text


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:1"]
)
def test_no_form_leads_elsewhere(visited, back):
    claim = visited.claim("as young as 11")
    answer = visited.post(do="accept", subject=claim.id, back=back)
    assert answer.headers["location"].startswith("/?done=")


def test_history_is_filtered_and_told_as_json(visited):
    claim = visited.claim("as young as 11")
    visited.post(do="accept", subject=claim.id)
    assert "accepted" in visited.get("/history?reviewer=Heron").text
    assert "0 decisions" in visited.get("/history?reviewer=Nobody").text
    (line,) = visited.get(f"/api/decisions?about={claim.id}").json()
    assert (line["says"], line["state"], line["reviewer"]) == ("accepted", "holds", "Heron")
