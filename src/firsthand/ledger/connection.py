"""The one place where a database is opened, how it is written to, and its errors in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from firsthand.errors import DossierError, WrongPassphrase
from firsthand.ledger.driver import sqlite
from firsthand.ledger.keys import Key, is_encrypted

PATIENCE = 5.0
"""Seconds to wait for another process that is in the middle of one write."""

CACHE_KIB = 12 * 1024
"""Memory for pages: the index of fingerprints is written all over, and with SQLite's 2 MiB every keep would reread it."""

MAPPED = 1024 * 1024 * 1024
"""Bytes of a file that are read where the system holds them, at most."""

ALWAYS = (
    "PRAGMA synchronous = FULL",  # what was reported as done survives a power cut
    "PRAGMA secure_delete = ON",  # deleted words are overwritten
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 8000",  # pages, 32 MiB: fingerprints touch the same pages again and again
    "PRAGMA temp_store = MEMORY",  # no words in the folder for temporary files
    f"PRAGMA cache_size = -{CACHE_KIB}",
)
"""Settings of a connection, made when it is known to be a database; none of them changes a file, which may turn out to be no dossier."""

QUIET = "PRAGMA cipher_log_level = NONE"
"""SQLCipher would tell of a wrong key on the terminal; what a person should read is said by us."""

SAYS = {
    sqlite.SQLITE_FULL: "no room is left on the disk; the dossier is whole, free some space and run it again",
    sqlite.SQLITE_BUSY: "another run is writing to it; wait or stop it",
    sqlite.SQLITE_LOCKED: "another run is writing to it; wait or stop it",
    sqlite.SQLITE_CORRUPT: "the dossier is damaged; take a copy of it from before, and keep this one",
    sqlite.SQLITE_NOTADB: "this file is not a dossier; `firsthand new` makes one",
    sqlite.SQLITE_READONLY: "the dossier cannot be written to; check who may change the file and its folder",
    sqlite.SQLITE_CANTOPEN: "the dossier cannot be opened; check who may read the file and change its folder",
    sqlite.SQLITE_IOERR: "the disk gave an error; the dossier is whole, check the disk and run it again",
    sqlite.SQLITE_TOOBIG: "a text is too long for the dossier; the most is 1 GB",
}
"""SQLite's result codes as a person should read them; any other error is one of ours and goes up as it is."""


LOCKED = "it is encrypted; its passphrase is needed"
WRONG = "the passphrase is not the one to this dossier, or the file is damaged"
"""The same for both, because an encrypted file does not tell them apart."""


def connect(path: Path, *, writable: bool, key: Key | None = None) -> Connection:
    """Return an open connection to an existing file, in autocommit mode; opening it does not change the file.

    One that only reads also works where nothing can be written. Raises DossierError, and
    WrongPassphrase when the file is encrypted and the key is not the one to it.
    """
    if writable:
        return _open(path, "rw", key)
    # To read a file that another run is writing to SQLite needs its shared memory beside it, and who
    # opened it as read-only could not tidy that away; so that is only the second choice, and the third
    # is for a folder that is write-protected, where no other run can be.
    for mode in ("rw", "ro"):
        with suppress(DossierError):
            return _reading(_open(path, mode, key))
    return _reading(_open(path, "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1", key))


class Connection(sqlite.Connection):
    """A connection whose errors are DossierErrors, where a person can do something about them."""

    def execute(self, sql: str, values: Any = (), /) -> Cursor:
        """Run a statement; see the same method of sqlite3."""
        return self.cursor(Cursor).execute(sql, values)

    def executemany(self, sql: str, values: Iterable[Any], /) -> Cursor:
        """Run a statement for many rows; see the same method of sqlite3."""
        return self.cursor(Cursor).executemany(sql, values)


class Cursor(sqlite.Cursor):
    """The rows of a statement; the errors while they are read are DossierErrors too."""

    def execute(self, sql: str, values: Any = (), /) -> Self:
        """Run a statement; see the same method of sqlite3."""
        try:
            return super().execute(sql, values)
        except sqlite.Error as error:
            raise _plain(error) from error

    def executemany(self, sql: str, values: Iterable[Any], /) -> Self:
        """Run a statement for many rows; see the same method of sqlite3."""
        try:
            return super().executemany(sql, values)
        except sqlite.Error as error:
            raise _plain(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite.Error as error:
            raise _plain(error) from error

    def fetchone(self) -> Any:
        """Return the next row or None; see the same method of sqlite3."""
        try:
            return super().fetchone()
        except sqlite.Error as error:
            raise _plain(error) from error

    def fetchall(self) -> list[Any]:
        """Return the rows that are left; see the same method of sqlite3."""
        try:
            return super().fetchall()
        except sqlite.Error as error:
            raise _plain(error) from error


@contextmanager
def unchecked_references(connection: Connection) -> Iterator[None]:
    """Write rows without looking up for each what it refers to; whoever does must see to it that all refer to something.

    To be used around a transaction: within one nothing changes, and rows are checked as ever.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def transaction(connection: Connection, *, told: bool = True) -> Iterator[None]:
    """Run some writes as one: all of them are on the disk afterwards, or none. Within another one it is a part of it.

    One with ``told=False`` outlives a crash of the program like any other, but a power
    cut only from the next one without it on: it does not wait for the disk. That is for
    what no one is told of as done, or what can be made again.
    """
    if connection.in_transaction:
        yield
        return
    if told:
        with _begun(connection):
            yield
        return
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        with _begun(connection):
            yield
    finally:
        connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def _begun(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back after some errors
            connection.execute("ROLLBACK")
        raise


def _open(path: Path, mode: str, key: Key | None) -> Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        opened = sqlite.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, factory=Connection)
    except sqlite.Error as error:
        raise _plain(error) from error
    try:
        if key is not None:
            opened.execute(QUIET)
            opened.execute(key.pragma())  # before anything else: the first page is read with it
        _read_one(opened, path, key)
        for pragma in ALWAYS:
            opened.execute(pragma)
    except BaseException:
        opened.close()
        raise
    return opened


def _read_one(connection: Connection, path: Path, key: Key | None) -> None:
    """Say by reading whether it is a database at all, and whether the key is the one to it."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DossierError as error:
        if is_encrypted(path) and sqlite_code(error.__cause__) == sqlite.SQLITE_NOTADB:
            raise WrongPassphrase(LOCKED if key is None else WRONG) from None
        raise


def _reading(connection: Connection) -> Connection:
    connection.execute("PRAGMA query_only = ON")
    return connection


def _plain(error: sqlite.Error) -> Exception:
    """Return what a person should read; an error that only a mistake of the program can cause as it is."""
    code = sqlite_code(error)
    return DossierError(SAYS[code]) if code in SAYS else error


def sqlite_code(error: BaseException | None) -> int:
    """Return SQLite's primary result code, 0 for an error that is not SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
