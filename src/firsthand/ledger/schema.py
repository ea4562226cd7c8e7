"""The dossier's tables: making them, knowing a dossier when one is opened, and moving an older one up.

A change of the tables is another file ``schema_NNNN.sql``. Each is applied in
one transaction, so that a dossier is at one version or the next and never between.
"""

import secrets
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from firsthand import __version__
from firsthand.errors import DossierError
from firsthand.ledger import history
from firsthand.ledger.connection import Connection, transaction, unchecked_references
from firsthand.ledger.driver import sqlite

APPLICATION_ID = 0x46484E44
"""Says "FHND" to programs that tell files apart by their first bytes."""

LOG = "PRAGMA journal_mode = WAL"
"""What is written goes to a log first, so that reading goes on meanwhile; the file remembers it."""


@cache
def migrations() -> tuple[str, ...]:
    """Return the SQL that leads to each schema version, the first one at index 0."""
    found = sorted(entry.name for entry in files(__package__).iterdir() if entry.name.endswith(".sql"))
    return tuple(files(__package__).joinpath(name).read_text("utf-8") for name in found)


def make(connection: Connection) -> None:
    """Make all tables in an empty file, in one transaction."""
    connection.execute(LOG)
    with transaction(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for number, sql in enumerate(migrations(), start=1):
            _apply(connection, number, sql)
        connection.executemany(
            "INSERT INTO meta (name, value) VALUES (?, ?)",
            [
                ("dossier", secrets.token_hex(16)),
                ("created", history.now()),
                ("program", f"firsthand {__version__}"),
                ("secret", secrets.token_bytes(32)),
                ("settled", 1),
                ("scrub", 0),
            ],
        )
        history.record(connection, "create", {"tables": len(migrations())})


def is_empty(connection: Connection) -> bool:
    """Whether an open database has no tables and was not claimed by any program."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return tables == 0 and _pragma(connection, "application_id") == 0


def recognise(connection: Connection, steps: Sequence[str]) -> int:
    """Return the schema version of an open file.

    Raises DossierError when it is no dossier or was made by a newer program.
    """
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise DossierError("this file is not a dossier; `firsthand new` makes one")
    version = _pragma(connection, "user_version")
    if version > len(steps):
        raise DossierError(
            f"it was made by a newer version of firsthand (tables {version}, this one knows {len(steps)}); "
            "install the newer version"
        )
    return version


def migrate(connection: Connection, steps: Sequence[str]) -> None:
    """Move an older dossier up to the newest tables, one transaction for each step.

    Raises DossierError, with the dossier as it was, when a step would leave a reference without its row.
    """
    version = recognise(connection, steps)
    connection.execute(LOG)
    if version == len(steps):
        return
    with unchecked_references(connection):  # a table that is made anew would take its rows' children along
        for number in range(version + 1, len(steps) + 1):
            with transaction(connection):
                _apply(connection, number, steps[number - 1])
                if connection.execute("PRAGMA foreign_key_check").fetchone():
                    raise DossierError(
                        f"the dossier could not be moved to tables {number} and is as it was; run verify"
                    )


def _apply(connection: Connection, number: int, sql: str) -> None:
    for statement in _statements(sql):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> Iterator[str]:
    """Yield the statements one by one: ``executescript`` would end the transaction."""
    gathered = ""
    for line in sql.splitlines(keepends=True):
        if not gathered and line.lstrip().startswith("--"):
            continue
        gathered += line
        if gathered.strip() and sqlite.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if gathered.strip():
        yield gathered.strip()


def _pragma(connection: Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
