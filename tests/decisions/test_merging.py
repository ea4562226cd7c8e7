"""Two copies merged: the same in either order and again, nothing lost, nothing chosen, what was forgotten is gone."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.dossier import Dossier, deciding
from firsthand.errors import DossierError
from firsthand.ledger import open_dossier

from .copies import ACTS, add, copied, history, made, merge, run, state

FEW = settings(max_examples=12, deadline=None)


@FEW
@given(ACTS, ACTS, ACTS)
def test_either_order_and_again_give_the_same_and_nothing_is_lost(shared, mine, theirs):
    with TemporaryDirectory() as folder:
        start = run(made(Path(folder, "start.dossier")), shared, "R0")
        one, other = run(copied(start, "one"), mine, "R1"), run(copied(start, "other"), theirs, "R2")
        before = {each.judgement.id for path in (one, other) for each in state(path)["decisions"]}
        both, back = merge(copied(one, "both"), other), merge(copied(other, "back"), one)
        found, ids = state(both), [entry.id for entry in history(both)]
        assert found == state(back)
        assert ids == [entry.id for entry in history(back)]
        assert {each.judgement.id for each in found["decisions"]} == before
        for path in (back, one, other):
            merge(both, path)
        assert state(both) == found
        assert [entry.id for entry in history(both)] == ids
        for path in (one, other):
            merge(path, both)
            assert state(path) == found


@FEW
@given(ACTS, ACTS, st.integers(0, 1))
def test_what_one_copy_forgot_is_gone_from_both(mine, theirs, which):
    with TemporaryDirectory() as folder:
        start = made(Path(folder, "start.dossier"))
        one, other = run(copied(start, "one"), mine, "R1"), run(copied(start, "other"), theirs, "R2")
        with open_dossier(one) as store:
            gone = sorted(document.id for document in store.documents())[which]
            store.forget(gone, "withdrawn", "R1")
        both, back = merge(copied(one, "both"), other), merge(copied(other, "back"), one)
        assert state(both) == state(back)
        assert [entry.id for entry in history(both)] == [entry.id for entry in history(back)]
        for path in (both, back):
            assert gone.encode() not in path.read_bytes()
            with open_dossier(path) as store:
                assert store.is_forgotten(gone)


def test_what_two_people_decided_differently_is_a_conflict_until_somebody_decides(tmp_path):
    start = made(tmp_path / "start.dossier")
    one, other = copied(start, "one.dossier"), copied(start, "other.dossier")
    run(one, [("period", 0, "2019"), ("accept", 1), ("value", 2, "41")], "R1")
    run(other, [("period", 0, "2020"), ("accept", 2), ("value", 2, "41")], "R2")
    with Dossier.open(one) as dossier:
        done = dossier.merge(other, later=True)
        assert (done.documents, done.judgements, done.forgotten) == (0, 3, 0)
        claims = sorted(dossier.claims(), key=lambda claim: (claim.document, claim.span))
        assert [claim.period for claim in claims[:1]] == [None]
        assert claims[2].reviewed.corrected == ("value",)
        (group,) = dossier.disputed()
        assert {each.judgement.reviewer for each in group} == {"R1", "R2"}
        dossier.correct(claims[0].id, period="2020", later=True)
        assert dossier.claim(claims[0].id).period == "2020"
        assert not dossier.disputed()
        entry = [each for each in dossier.history() if each.action == "merge"][-1]
        assert len(entry.parents) == 2
        assert not dossier.merge(other, later=True).is_news


def test_documents_of_the_other_copy_come_with_all_that_was_found_in_them(tmp_path):
    start = made(tmp_path / "start.dossier")
    other = run(copied(start, "other.dossier"), [("add", 2), ("accept", 7)], "R2")
    with Dossier.open(start) as dossier:
        assert dossier.merge(other, later=True).documents == 1
        (document,) = (d for d in dossier.documents() if dossier.name_of(d.id) == "herald.txt")
        assert next(hit for hit in dossier.search("Vessany") if hit.document == document.id)
        assert document.id in dossier._ledger.waiting()
        assert not list(dossier.verify())


def test_what_was_given_out_from_the_other_copy_is_known(tmp_path):
    start = made(tmp_path / "start.dossier")
    other = copied(start, "other.dossier")
    with open_dossier(other) as store:
        document = min(document.id for document in store.documents())
        entry = store.record("release", {"profile": "public"}, "R2")
        store._connection.execute(
            "INSERT INTO release VALUES (?, ?, 'public', 'csv', 'aa', x'00')", (entry.id, entry.at)
        )
        store._connection.execute(
            "INSERT INTO pseudonym VALUES (?, 'Person 1', 'p', '[]', ?)", (entry.id, f'["{document}"]')
        )
    count = "SELECT (SELECT count(*) FROM release), (SELECT count(*) FROM pseudonym)"
    with open_dossier(merge(copied(start, "both.dossier"), other)) as store:
        assert store._connection.execute(count).fetchone() == (1, 1)
    with open_dossier(start) as store:
        store.forget(document, "withdrawn", "R1")
    with open_dossier(merge(start, other)) as store:
        assert store._connection.execute(count).fetchone() == (1, 0)


def test_a_decision_about_a_name_goes_with_the_last_document_that_has_the_name(tmp_path):
    path = made(tmp_path / "a.dossier")
    with Dossier.open(path) as dossier:
        act = deciding.Act(dossier._ledger, "R1")
        value = (
            '{"with": "the halden courier", "together": true, "words": ["Iven Marrow", "The Halden Courier"]}'
        )
        act.say("iven marrow", "origin", value)
        act.keep()
        first, second = sorted(document.id for document in dossier.documents())
        dossier._ledger.forget(first, "withdrawn", "R1")
        assert len(dossier.decisions().rows) == 1
        dossier._ledger.forget(second, "withdrawn", "R1")
        assert not dossier.decisions().rows
        assert not list(dossier.verify())
    assert b"Iven Marrow" not in path.read_bytes()


def test_a_dossier_of_its_own_is_no_copy(tmp_path):
    one, other = made(tmp_path / "one.dossier"), made(tmp_path / "other.dossier")
    with Dossier.open(one) as dossier, pytest.raises(DossierError, match="not copies"):
        dossier.merge(other)
    assert history(one)


def test_a_merge_that_fails_changes_nothing(tmp_path, monkeypatch):
    from firsthand.ledger import merging

    start = made(tmp_path / "start.dossier")
    other = run(copied(start, "other.dossier"), [("accept", 1), ("add", 3)], "R2")
    shutil.copy(start, tmp_path / "before")
    monkeypatch.setattr(merging, "_join", lambda *_: 1 / 0)
    with (
        open_dossier(start) as store,
        open_dossier(other, writable=False) as copy,
        pytest.raises(ZeroDivisionError),
    ):
        store.merge(copy)
    monkeypatch.undo()
    assert state(start) == state(tmp_path / "before")
    assert [e.id for e in history(start)] == [e.id for e in history(tmp_path / "before")]


def test_a_decision_is_found_again_after_another_extraction_or_waits(tmp_path):
    path = made(tmp_path / "a.dossier")
    with Dossier.open(path) as dossier:
        claims = sorted(dossier.claims(), key=lambda claim: (claim.document, claim.span))
        number = sorted({claim.document for claim in claims}).index(_of(dossier, "courier.txt"))
        mine = [claim for claim in claims if claim.document == sorted({c.document for c in claims})[number]]
        dossier.correct(mine[1].id, period="2020", reason="the month is named above", later=True)
        dossier.reject(mine[2].id, later=True)
        add(dossier, 0, shift=4)
        again = sorted(dossier._ledger.claims(mine[0].document), key=lambda claim: claim.span)
        assert not {claim.id for claim in again} & {claim.id for claim in mine}
        assert [claim.period for claim in again] == [None, "2020", None]
        assert [claim.rejected for claim in again] == [False, False, True]
        assert {each.state for each in dossier.decisions().rows} == {"holds"}
        dossier.correct(again[1].id, period="2021", later=True)
        assert [each.state for each in dossier.decisions(again[1].id).rows] == ["holds", "replaced"]
        dossier.undo(again[1].id, later=True)
        assert dossier.claim(again[1].id).period == "2020"
        add(dossier, 0)
        assert dossier.claim(mine[1].id).period == "2020"


def _of(dossier, name):
    return next(document.id for document in dossier.documents() if dossier.name_of(document.id) == name)
