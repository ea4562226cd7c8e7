"""What was given out, and the table that undoes the pseudonyms; and every word that a finished dossier file holds."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from firsthand.errors import DossierError
from firsthand.ledger import history
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.json_text import from_json, to_json

ROLLBACK = b"\x01\x01"
"""At bytes 18 and 19 of a database: it keeps no log beside it."""


class Behind(NamedTuple):
    """Who stands behind a pseudonym: the person's id and names, and the documents that speak of them."""

    pseudonym: str
    person: str
    names: tuple[str, ...]
    documents: tuple[str, ...]


class Given(NamedTuple):
    """A file that was given out: for whom, in which form, its SHA-256, and the secret of the ids in it."""

    profile: str
    form: str
    sha256: str
    secret: bytes


def keep(
    connection: Connection, given: Given, behind: Iterable[Behind], payload: Mapping[str, Any], actor: str
) -> str:
    """Keep that a release was made and who stands behind its pseudonyms, with its line in the history; return its id."""
    with transaction(connection):
        said = {"profile": given.profile, "form": given.form, "sha256": given.sha256, **payload}
        entry = history.record(connection, "release", said, actor)
        connection.execute(
            "INSERT INTO release (id, at, profile, form, sha256, secret) VALUES (?, ?, ?, ?, ?, ?)",
            (entry.id, entry.at, *given),
        )
        connection.executemany(
            "INSERT INTO pseudonym (release, pseudonym, person, names, documents) VALUES (?, ?, ?, ?, ?)",
            [
                (entry.id, each.pseudonym, each.person, to_json(each.names), to_json(each.documents))
                for each in behind
            ],
        )
    return entry.id


def behind(connection: Connection, release: str) -> Iterator[Behind]:
    """Yield who stands behind the pseudonyms of a release."""
    rows = connection.execute(
        "SELECT pseudonym, person, names, documents FROM pseudonym WHERE release = ? ORDER BY pseudonym",
        (release,),
    )
    for pseudonym, person, names, documents in rows:
        yield Behind(
            pseudonym, person, from_json(tuple[str, ...], names), from_json(tuple[str, ...], documents)
        )


def finish(connection: Connection) -> None:
    """Write a dossier that is to be given out as one file without free pages and without a log beside it."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def contents(database: bytes) -> Iterator[tuple[str, str | bytes]]:
    """Yield everything that a database file holds: the table, and a text or blob in it, also the words of its indexes.

    What lies in pages that no table uses must be looked for in the bytes themselves. Raises DossierError when
    it cannot be opened.
    """
    opened = sqlite3.connect(":memory:")
    try:
        opened.deserialize(database[:18] + ROLLBACK + database[20:])
        tables = opened.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        yield from (
            ("schema", sql) for (sql,) in opened.execute("SELECT sql FROM sqlite_master WHERE sql <> ''")
        )
        for table, sql in tables:
            if "fts5" in sql.casefold():
                opened.execute(
                    f'CREATE VIRTUAL TABLE temp."words of {table}" USING fts5vocab(main, "{table}", row)'
                )
                for (word,) in opened.execute(f'SELECT term FROM temp."words of {table}"'):  # noqa: S608
                    yield f"search index {table}", word
            for row in opened.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
                yield from ((f"table {table}", value) for value in row if isinstance(value, str | bytes))
    except sqlite3.Error as error:
        raise DossierError("the finished dossier cannot be opened to be checked") from error
    finally:
        opened.close()
