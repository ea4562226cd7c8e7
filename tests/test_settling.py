"""Several processes find the same findings as one, in an encrypted dossier too, and one that breaks down costs time only."""

import json
import shutil
import sys
from pathlib import Path
from threading import current_thread, main_thread

import pytest

from firsthand import ledger, links
from firsthand.dossier import linking, processes, settling
from firsthand.links import parts

PASSPHRASE = "four words nobody joins"


@pytest.fixture
def place(demo_path, tmp_path) -> Path:
    """A copy of the demo dossier, without figures and findings."""
    place = tmp_path / "copy.dossier"
    shutil.copy(demo_path, place)
    with ledger.open_dossier(place) as store:
        store.settle((), ())
    return place


@pytest.fixture
def several(monkeypatch) -> None:
    """Two processes settle, however few documents there are."""
    monkeypatch.setattr(settling, "MANY", 1)
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 2)


@pytest.fixture
def only_others(monkeypatch) -> None:
    """The first process works out no kind of findings itself."""
    left = settling._Kinds._next
    monkeypatch.setattr(
        settling._Kinds, "_next", lambda kinds: None if current_thread() is main_thread() else left(kinds)
    )


@pytest.fixture
def by_one(demo_path):
    with ledger.open_dossier(demo_path, writable=False) as store:
        return list(store.figures()), list(store.findings())


def settled(place: Path, key: ledger.Key | None = None):
    """Settle a dossier; return the figures and the findings that are then kept."""
    with ledger.open_dossier(place, key=key) as store:
        linking.settle(store)
        return list(store.figures()), list(store.findings())


def test_several_processes_find_what_one_finds(place, by_one, several):
    figures, findings = settled(place)
    assert (figures, findings) == by_one
    assert len({finding.kind for finding in findings}) > 8


def test_another_process_does_the_work(place, by_one, several, only_others):
    assert settled(place) == by_one


def test_the_first_process_does_what_others_leave(place, by_one, several, monkeypatch):
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    assert settled(place) == by_one


def test_the_first_process_does_it_alone_where_no_other_can_be_started(place, by_one, several, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(place))
    assert settled(place) == by_one


@pytest.mark.parametrize("error", processes.BROKEN)
def test_a_kind_behind_an_answer_that_is_cut_off_is_worked_out_by_the_first(
    place, by_one, several, monkeypatch, error
):
    answers = []

    def cut_off(answer):
        answers.append(1)
        if len(answers) == 2:
            raise error
        return processes.received(answer)

    monkeypatch.setattr(settling, "received", cut_off)
    assert settled(place) == by_one
    assert 1 <= len(answers) <= 2


@pytest.mark.skipif(not ledger.can_encrypt(), reason="needs the package sqlcipher3")
def test_several_processes_open_an_encrypted_dossier(place, by_one, several, only_others):
    key = ledger.new_key(PASSPHRASE)
    ledger.rewrite(place, None, key)
    assert settled(place, key) == by_one


def test_a_small_dossier_is_settled_by_one(place, monkeypatch):
    monkeypatch.setattr(settling, "process", lambda *_: pytest.fail("another process was started"))
    settled(place)


def test_the_kinds_that_are_begun_first_are_kinds():
    assert {kind for kinds in settling.COSTLY for kind in kinds} <= set(links.every_kind())


@pytest.mark.parametrize("at_once", [1, 3, 500])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 1003])
def test_the_parts_of_all_processes_are_everything_in_its_order(monkeypatch, count, at_once):
    monkeypatch.setattr(parts, "AT_ONCE", at_once)
    for several_ in (1, 2, 3):
        made = {
            number: settling.Place(number, several_).made(count, lambda some: repr(list(some)).encode())
            for number in range(several_)
        }
        in_order = [place for part in settling._in_order(made) for place in json.loads(part)]
        assert in_order == list(range(count))


def test_a_process_that_sees_another_number_of_documents_is_left_out(place, by_one, several, monkeypatch):
    class Other:
        def decode(self, answer: bytes) -> tuple[int, list[bytes]]:
            return -1, []

    monkeypatch.setattr(settling, "MADE", Other())
    monkeypatch.setattr(settling._Kinds, "ask", lambda *_: pytest.fail("it was asked for findings"))
    assert settled(place) == by_one
