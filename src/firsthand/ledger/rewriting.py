"""A dossier written anew under another key, or under none: how one is encrypted, decrypted, or given another passphrase."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from firsthand.errors import DossierError
from firsthand.ledger import history
from firsthand.ledger.connection import QUIET, Connection, connect
from firsthand.ledger.keys import Key
from firsthand.ledger.lock import Lock

BLOCK = 1024 * 1024

EMPTY = "''"
"""The key of a file that is not encrypted."""


def rewrite(path: Path, key: Key | None, new: Key | None, actor: str = history.PROGRAM) -> None:
    """Write a dossier anew under ``new``, or in plain when that is None; ``key`` is the one that it has now.

    The history says that it was done. The new file takes the place of the old one in one step when it is
    whole; a run that is stopped before leaves the old one. The old file's bytes are
    overwritten where the disk allows it. Raises DossierError and WrongPassphrase.
    """
    path = path.resolve()
    lock = Lock(path)
    try:
        _rewritten(path, key, new, actor)
    finally:
        lock.release()


def _rewritten(path: Path, key: Key | None, new: Key | None, actor: str) -> None:
    fresh = path.with_name(f"{path.name}-new")
    _remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        old = connect(path, writable=True, key=key)
        try:
            _copy(old, fresh, new)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log holds words too
        finally:
            old.close()
        _tell(fresh, new, actor)
        with path.open("r+b") as gone:
            fresh.replace(path)
            _overwrite(gone.fileno())
    except OSError as error:
        raise DossierError(
            "nothing can be written in the dossier's folder; check who may change it, and the room on the disk"
        ) from error
    finally:
        _remove(fresh)
    for beside in ("-wal", "-shm"):
        _remove(path.with_name(f"{path.name}{beside}"))


def _copy(old: Connection, fresh: Path, new: Key | None) -> None:
    """Copy every table; SQLCipher's own function does it, but for the two numbers that say what the file is."""
    old.execute(QUIET)
    old.execute(f"ATTACH DATABASE ? AS fresh KEY {new.literal() if new else EMPTY}", (str(fresh),))
    try:
        old.execute("SELECT sqlcipher_export('fresh')").fetchone()
        for name in ("application_id", "user_version"):
            (value,) = old.execute(f"PRAGMA main.{name}").fetchone()
            old.execute(f"PRAGMA fresh.{name} = {int(value)}")
    finally:
        old.execute("DETACH DATABASE fresh")


def _tell(fresh: Path, new: Key | None, actor: str) -> None:
    """Say in the new file what was done, and read it from beginning to end before it takes the place of the old one."""
    connection = connect(fresh, writable=True, key=new)
    try:
        history.record(connection, "lock" if new else "unlock", {"encrypted": new is not None}, actor)
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise DossierError(
                "the copy could not be read again, and the dossier is as it was; check the disk"
            )
    finally:
        connection.close()
    with fresh.open("rb") as file:
        os.fsync(file.fileno())


def _overwrite(number: int) -> None:
    """Put zeros over a file that has no name any more; on flash memory older copies of its blocks may stay."""
    left = os.fstat(number).st_size
    os.lseek(number, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(number, bytes(min(BLOCK, left)))
    os.fsync(number)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
