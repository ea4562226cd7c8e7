"""Several processes find the same links as one, in an encrypted dossier too, and one that breaks down costs time only."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.ledger.made import every, never

from firsthand import ledger
from firsthand.dossier import comparing, linking, processes

PASSPHRASE = "four words nobody joins"


@pytest.fixture
def waiting(demo_path, tmp_path) -> Path:
    """A copy of the demo dossier whose documents all wait to be compared again."""
    place = tmp_path / "waiting.dossier"
    shutil.copy(demo_path, place)
    with closing(sqlite3.connect(place)) as database, database:
        database.execute("INSERT INTO unlinked (document_number) SELECT number FROM document")
    return place


@pytest.fixture
def several(monkeypatch) -> None:
    """Two processes compare, however few documents wait."""
    monkeypatch.setattr(comparing, "MANY", 1)
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 2)


def linked(place: Path, key: ledger.Key | None = None):
    """Compare what waits; return the links and the shared passages that are then kept."""
    with ledger.open_dossier(place, key=key) as store:
        linking.compare(store, lambda _: None)
        assert store.waiting() == []
        return list(store.links()), list(store.reuses())


@pytest.fixture
def by_one(waiting, tmp_path):
    place = tmp_path / "one.dossier"
    shutil.copy(waiting, place)
    return linked(place)


def test_several_processes_find_what_one_finds(waiting, by_one, several):
    links, reuses = linked(waiting)
    assert (links, reuses) == by_one
    assert len(links) > 50


def test_another_process_does_the_work(waiting, several, monkeypatch):
    monkeypatch.setattr(comparing, "_compared", lambda store, document_id: pytest.fail("done by the first"))
    linked(waiting)


def test_the_first_process_does_what_others_leave(waiting, by_one, several, monkeypatch):
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    assert linked(waiting) == by_one


def test_documents_behind_an_answer_that_is_cut_off_are_compared_by_the_first(
    waiting, by_one, several, monkeypatch
):
    received, answers = comparing.received, []

    def cut_off(answer):
        answers.append(1)
        if len(answers) == 3:
            raise EOFError
        return received(answer)

    monkeypatch.setattr(comparing, "received", cut_off)
    assert linked(waiting) == by_one
    assert len(answers) == 3


@pytest.mark.skipif(not ledger.can_encrypt(), reason="needs the package sqlcipher3")
def test_several_processes_open_an_encrypted_dossier(waiting, by_one, several, monkeypatch):
    monkeypatch.setattr(comparing, "_compared", lambda store, document_id: pytest.fail("done by the first"))
    key = ledger.new_key(PASSPHRASE)
    ledger.rewrite(waiting, None, key)
    assert linked(waiting, key) == by_one


def test_documents_that_wait_behind_one_are_left_to_find_it(waiting):
    with ledger.open_dossier(waiting) as store:
        documents = store.waiting()
        met = {
            name: {other.document.id for other, _ in store.candidates(name, every, never)}
            for name in documents
        }
    place = {name: n for n, name in enumerate(documents)}
    assert any(met.values())
    assert all(place[other] < place[name] for name, others in met.items() for other in others)
