"""Opening: what is no dossier is said to be none, an older one is moved up, and a full disk harms nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.errors import DossierError
from firsthand.ledger import Ledger, create, lock, open_dossier, schema
from firsthand.ledger.connection import connect, transaction
from firsthand.ledger.driver import sqlite
from ledger.made import arrival, extraction

OLDER = Path(__file__).parent / "version_1.sql"
"""A dossier of version 1 as ``sqlite3 .dump`` would write it, but for the tables themselves."""


def test_what_is_not_there_is_said(path: Path) -> None:
    with pytest.raises(DossierError, match="no such dossier"):
        open_dossier(path)
    assert not list(path.parent.iterdir())


def test_nothing_is_made_where_there_is_something(path: Path) -> None:
    create(path).close()
    with pytest.raises(DossierError, match="already"):
        create(path)
    path.with_name("notes.txt").write_text("words")
    with pytest.raises(DossierError, match="already"):
        create(path.with_name("notes.txt"))
    assert path.with_name("notes.txt").read_text() == "words"
    with pytest.raises(DossierError, match="already"):
        create(path.parent)
    with pytest.raises(DossierError, match="folder"):
        create(path.parent / "nowhere" / "x.dossier")


@pytest.mark.parametrize("leftover", ["empty", "wal"])
def test_what_a_stopped_start_left_is_used(path: Path, leftover: str) -> None:
    path.touch()
    if leftover == "wal":
        connection = connect(path, writable=True)
        connection.execute(schema.LOG)
        connection.close()
        assert path.stat().st_size > 0
    with create(path) as ledger:
        assert not list(ledger.verify())


@pytest.mark.parametrize(
    "content", [b"", b"plain words, long enough to be taken for a header of something " * 20]
)
def test_another_file_is_not_opened_and_not_changed(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for writable in (True, False):
        with pytest.raises(DossierError, match="not a dossier"):
            open_dossier(path, writable=writable)
    assert path.read_bytes() == content


def test_another_database_is_not_opened_and_not_changed(path: Path) -> None:
    with sqlite3.connect(path) as tool:
        tool.execute("CREATE TABLE notes (words TEXT)")
    tool.close()
    before = path.read_bytes()
    with pytest.raises(DossierError, match="not a dossier"):
        open_dossier(path)
    with pytest.raises(DossierError, match="already"):
        create(path)
    assert path.read_bytes() == before


def test_a_newer_dossier_is_left_alone(path: Path) -> None:
    create(path).close()
    with sqlite3.connect(path) as tool:
        tool.execute("PRAGMA user_version = 99")
    tool.close()
    with pytest.raises(DossierError, match="newer"):
        open_dossier(path)


def test_a_damaged_dossier_is_said_to_be_damaged(path: Path) -> None:
    with create(path) as ledger:
        for n in range(60):
            came = arrival(f"{n}.txt", f"Title {n}")
            ledger.keep(extraction(ledger.receive(came, "text/plain"), came.content))
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 8192 * 4096, len(content), 4096):  # not the list of tables
        content[place : place + 600] = os.urandom(600)
    path.write_bytes(content)
    with pytest.raises(DossierError, match="damaged"):  # noqa: SIM117
        with open_dossier(path) as ledger:
            list(ledger.claims())
    with open_dossier(path, writable=False) as ledger:
        assert "damaged" in next(ledger.verify()).says


def test_only_the_owner_may_read_it(path: Path) -> None:
    create(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_nothing_stays_beside_a_closed_dossier(path: Path) -> None:
    with create(path) as ledger:
        ledger.receive(arrival(), "text/plain")
    ledger.close()
    open_dossier(path, writable=False).close()
    assert list(path.parent.iterdir()) == [path]


def test_a_reader_sees_what_was_kept_and_changes_nothing(ledger: Ledger, path: Path) -> None:
    original = ledger.receive(arrival(), "text/plain")
    with open_dossier(path, writable=False) as reader:
        assert reader.content(original.sha256) == arrival().content
        with pytest.raises(DossierError, match="cannot be written"):
            reader.record("look", {})
        ledger.receive(arrival("other.txt"), "text/plain")
        assert reader.count("receipts") == 2


def test_a_second_writer_is_told_to_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with create(path) as ledger:
        with pytest.raises(DossierError, match="another run is writing"):
            open_dossier(path)
        code = "import sys; from pathlib import Path; from firsthand.ledger import open_dossier; open_dossier(Path(sys.argv[1]))"
        other = subprocess.run(
            [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
        )
        assert "another run is writing to it; wait or stop it" in other.stderr
        ledger.receive(arrival(), "text/plain")
    with open_dossier(path) as ledger:
        assert ledger.count("originals") == 1


def test_a_second_writer_waits_for_the_end_of_the_first(path: Path) -> None:
    create(path).close()
    code = """
import sys, time
from pathlib import Path
from firsthand.ledger import open_dossier
with open_dossier(Path(sys.argv[1])) as ledger:
    print("open", flush=True)
    time.sleep(0.3)
    ledger.record("look", {})
"""
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"open\n"
        with open_dossier(path) as ledger:
            assert [entry.action for entry in ledger.history()] == ["create", "look"]


def test_another_name_of_the_file_is_the_same_dossier(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with create(path):
        path.with_name("alias.dossier").symlink_to(path)
        with pytest.raises(DossierError, match="another run"):
            open_dossier(path.with_name("alias.dossier"))


def test_a_full_disk_harms_nothing(path: Path) -> None:
    with create(path) as ledger:
        first = ledger.receive(arrival(), "text/plain")
        ledger.keep(extraction(first, arrival().content))
    with open_dossier(path) as ledger:
        (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        came = arrival("other.txt", "Other title")
        with pytest.raises(DossierError, match="no room is left on the disk"):
            for n in range(20):
                found = extraction(ledger.receive(came, "text/plain"), came.content, prints=4_000)
                ledger.keep(found)
                came = arrival(f"{n}.txt", os.urandom(2_000).hex())
        ledger._connection.execute("PRAGMA max_page_count = 1000000")
        assert not list(ledger.verify())
        found = extraction(ledger.receive(came, "text/plain"), came.content)
        ledger.keep(found)
        assert ledger.document(found.document.id) == found.document


ANOTHER = """
-- Version 2, as it might be: another column, and a table made anew.
ALTER TABLE document ADD COLUMN note TEXT; -- a column
CREATE TABLE zone_new (document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, sure REAL NOT NULL DEFAULT 1,
    PRIMARY KEY (document, n)) STRICT, WITHOUT ROWID;
INSERT INTO zone_new (document, n, start, end, kind) SELECT document, n, start, end, kind FROM zone;
DROP TABLE zone;
ALTER TABLE zone_new RENAME TO zone;
"""


@pytest.fixture
def older(path: Path) -> Path:
    """A dossier of version 1, written down when that was the newest."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    for statement in schema._statements(schema.migrations()[0]):
        connection.execute(statement)
    connection.executescript(OLDER.read_text("utf-8"))
    connection.close()
    return path


def test_a_dossier_of_version_1_opens(older: Path) -> None:
    with open_dossier(older) as ledger:
        assert not list(ledger.verify())
        assert [document.title for document in ledger.documents()] == ["A title"]
        assert [hit.text[:13] for hit in ledger.search("vessany")] == ["Up to 500,000"] * 2
        assert len(list(ledger.judgements())) == 1


def test_an_older_dossier_is_moved_up(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (*schema.migrations(), ANOTHER)
    monkeypatch.setattr(schema, "migrations", lambda: steps)
    with pytest.raises(DossierError, match="older"):
        open_dossier(older, writable=False)
    with open_dossier(older) as ledger:
        assert ledger._connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
        assert ledger._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert ledger._connection.execute("SELECT sure FROM zone").fetchall() == [(1.0,), (1.0,)]
        assert not list(ledger.verify())
    with open_dossier(older, writable=False) as ledger:
        assert ledger.count("claims") == 2


@pytest.mark.parametrize("break_", ["DELETE FROM original;", "CREATE TABLE zone (x);"])
def test_a_step_that_fails_leaves_it_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, break_: str
) -> None:
    steps = (*schema.migrations(), ANOTHER + break_)
    monkeypatch.setattr(schema, "migrations", lambda: steps)
    with pytest.raises((DossierError, sqlite.OperationalError)):
        open_dossier(older)
    monkeypatch.undo()
    with open_dossier(older) as ledger:
        assert not list(ledger.verify())
        assert ledger.count("documents") == 1


def test_only_a_write_that_no_one_is_told_of_does_not_wait_for_the_disk(path: Path) -> None:
    def waits() -> int:
        level: int = connection.execute("PRAGMA synchronous").fetchone()[0]
        return level

    create(path).close()
    connection = connect(path, writable=True)
    with transaction(connection):
        assert waits() == 2
    with transaction(connection, told=False):
        assert waits() == 1
    assert waits() == 2
    with pytest.raises(ZeroDivisionError), transaction(connection, told=False):
        raise ZeroDivisionError
    assert waits() == 2
    connection.close()
