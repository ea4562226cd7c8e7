"""How a dossier's file is made, opened, locked and brought up to date."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from firsthand.errors import DossierError
from firsthand.ledger import forgetting, schema
from firsthand.ledger.connection import Connection, connect
from firsthand.ledger.keys import Key
from firsthand.ledger.lock import Lock
from firsthand.ledger.store import Ledger


def create(path: Path, key: Key | None = None) -> Ledger:
    """Make a new dossier, readable by its owner only, and open it; encrypted when there is a key. Raises DossierError."""
    _make_file(path)
    return _opened(path, schema.make, writable=True, key=key)


def open_dossier(path: Path, *, writable: bool = True, key: Key | None = None) -> Ledger:
    """Open a dossier; one of an older version is moved up to the newest tables when it is writable.

    ``key`` is what ``keys.key_of`` makes of the passphrase of an encrypted one. Raises DossierError when
    it is not there, not a dossier, of a newer program, damaged, or locked by another run, and
    WrongPassphrase when the key is not the one to it.
    """
    if not path.is_file():
        raise DossierError("there is no such dossier; `firsthand new` makes one")
    return _opened(path, _prepare if writable else _look_at, writable=writable, key=key)


def _opened(path: Path, prepare: Callable[[Connection], None], *, writable: bool, key: Key | None) -> Ledger:
    lock = Lock(path) if writable else None
    connection: Connection | None = None
    try:
        connection = connect(path, writable=writable, key=key)
        prepare(connection)
    except BaseException:
        if connection is not None:
            connection.close()
        if lock is not None:
            lock.release()
        raise
    return Ledger(path, connection, lock, key)


def _make_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        if not _is_unfinished(path):
            raise DossierError(
                "there is a file of this name already; `firsthand add` adds to a dossier"
            ) from None
    except FileNotFoundError:
        raise DossierError("the folder for the dossier is not there; make it first") from None
    except OSError as error:
        raise DossierError("the dossier cannot be made here; check who may change the folder") from error


def _is_unfinished(path: Path) -> bool:
    """Whether it is what a run leaves that was stopped before it had made the tables: they come all at once."""
    if not path.is_file():
        return False
    if path.stat().st_size == 0:
        return True
    try:
        connection = connect(path, writable=False)
    except DossierError:
        return False
    try:
        return schema.is_empty(connection)
    finally:
        connection.close()


def _prepare(connection: Connection) -> None:
    schema.migrate(connection, schema.migrations())
    if not forgetting.is_scrubbed(connection):
        with suppress(DossierError):  # verify says that it is unfinished
            forgetting.scrub(connection)


def _look_at(connection: Connection) -> None:
    steps = schema.migrations()
    if schema.recognise(connection, steps) < len(steps):
        raise DossierError(
            "it was made by an older version of firsthand; `firsthand update` brings it up to date"
        )
    connection.execute("PRAGMA query_only = ON")
