"""The history is a chain of hashes, and verify finds whatever was changed behind the program's back."""

import itertools
import sqlite3
from pathlib import Path

import pytest

from firsthand.ledger import Ledger, create, open_dossier
from firsthand.ledger.history import entry_id
from firsthand.records import Judgement
from ledger.made import arrival, extraction


def filled(path: Path) -> str:
    with create(path) as ledger:
        came = arrival(words="A title")
        found = extraction(ledger.receive(came, "text/plain"), came.content)
        ledger.keep(found)
        ledger.judge(
            Judgement("j" * 16, found.document.id, "kind", '"report"', "a reviewer", "2026-01-01T00:00:00Z")
        )
        ledger.record("export", {"for": "internal", "files": 2}, "a reviewer")
        return found.document.id


def test_each_entry_names_the_one_before_it(path: Path) -> None:
    filled(path)
    with open_dossier(path) as ledger:
        entries = list(ledger.history())
        assert [entry.action for entry in entries] == ["create", "receive", "keep", "judge", "export"]
        for earlier, later in itertools.pairwise(entries):
            assert later.parents == (earlier.id,)
        assert ledger.heads() == (entries[-1].id,)
        last = entries[-1]
        assert last.id == entry_id(last.parents, last.at, last.action, last.actor, last.payload)
        assert last.at.endswith("Z")
        assert not list(ledger.verify())


def test_the_same_payload_has_another_hash_each_time(ledger: Ledger) -> None:
    one, other = ledger.record("look", {"a": 1}), ledger.record("look", {"a": 1})
    assert one.payload != other.payload


CHANGES = {
    "a text": "UPDATE document SET text = replace(text, '500,000', '600,000')",
    "a text and its hash": "UPDATE document SET text = 'x' || text",
    "a claim's words": "UPDATE claim SET text = 'something else' WHERE n = 2",
    "a claim's place": "UPDATE claim SET start = start + 1 WHERE n = 2",
    "a mark's place": "UPDATE mark SET value = replace(value, '\"end\":', '\"end\":9999') WHERE kind = 'time'",
    "a zone's place": "UPDATE zone SET end = 99999 WHERE n = 1",
    "an original": "UPDATE original_part SET data = zeroblob(20)",
    "an original's size": "UPDATE original SET size = size + 1",
    "a part of an original": "DELETE FROM original_part",
    "an entry": "UPDATE history SET actor = 'somebody else' WHERE action = 'export'",
    "a moment": "UPDATE history SET at = '2001' WHERE action = 'keep'",
    "a payload": "UPDATE payload SET body = replace(body, 'internal', 'public')",
    "a payload made to look forgotten": "UPDATE payload SET body = NULL, salt = NULL, erased = '2026'",
    "the last entry": "DELETE FROM head; DELETE FROM history_parent WHERE entry IN (SELECT id FROM history WHERE "
    "action = 'export'); DELETE FROM history WHERE action = 'export'",
    "an entry in between": "DELETE FROM history WHERE action = 'judge'",
    "a parent": "DELETE FROM history_parent WHERE entry = (SELECT id FROM history WHERE action = 'keep')",
    "a judgement": "UPDATE judgement SET value = '\"testimony\"'",
    "a document that is gone": "DELETE FROM document",
    "a search index": "DELETE FROM paragraph_words_data WHERE id > 10",
}


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_behind_the_back_is_found(path: Path, sql: str) -> None:
    filled(path)
    with sqlite3.connect(path, isolation_level=None) as tool:
        tool.executescript(sql)
    tool.close()
    with open_dossier(path) as ledger:
        problems = list(ledger.verify())
    assert problems
    assert not any("Vessany" in problem.says or "courier" in str(problem) for problem in problems)


def test_verify_tells_how_far_it_is(path: Path) -> None:
    filled(path)
    told: list[tuple[str, int, int]] = []
    with open_dossier(path, writable=False) as ledger:
        assert not list(ledger.verify(lambda what, done, total: told.append((what, done, total))))
    assert {what for what, _, _ in told} == {"file", "originals", "documents", "history"}
    assert ("history", 5, 5) in told
