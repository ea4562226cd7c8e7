"""The page docs/dossier-file.md, made from the comments that stand in the tables of a dossier.

``python -m firsthand.ledger.description > docs/dossier-file.md`` writes it anew.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from firsthand.ledger import schema
from firsthand.ledger.connection import Connection, connect

HEAD = """\
# The dossier as a file

A dossier is one SQLite file. Every SQLite tool opens it: to look at it, to count, to make tables of one's own. Look at
a copy, or open it read-only; what is written past `firsthand` is found by `firsthand verify`.

- Every id is a hash of content, in hexadecimal; the same thing has the same id in every copy.
- `start` and `end` count characters (Unicode code points) of the document's text, from 0, `end` exclusive:
  `substr(text, start + 1, end - start)` are the words.
- Moments are UTC, ISO 8601. Lists are JSON. Numbers inside JSON are decimal strings, so that no digit is lost.
- `document_number` is short for a document inside this one file; everything that leaves the file uses ids.
- The file says `application_id` 0x46484E44 ("FHND") and has its schema version in `user_version`.
- `paragraph_words` keeps its index in tables of its own (`paragraph_words_data`, `_idx`, `_docsize`, `_config`).
- Beside an open dossier stand `-wal` and `-shm` (SQLite's log: they belong to it while it is open) and `-lock` (it is empty
  and says that a run may write). They go when it is closed.
- An encrypted dossier is an SQLCipher 4 database with a raw key: Argon2id (RFC 9106) of the passphrase (NFKC, UTF-8) with the
  first 16 bytes of the file as salt, three passes over 64 MiB in four lanes, 32 bytes. With `key` and `salt` in
  hexadecimal any SQLCipher tool opens it after `PRAGMA key = "x'KEYSALT'"`. Its log is encrypted like the file.

What was forgotten stays known by keyed hashes in `forgotten`. The key (`secret` in `meta`) is in the dossier: who has
the dossier and the very file can tell that this file was forgotten; who has only a list of these hashes cannot.

To see every figure of a dossier with its words:

    SELECT figure.label, document.name, claim.text FROM figure
    JOIN figure_claim ON figure_claim.figure = figure.id JOIN claim ON claim.id = figure_claim.claim
    JOIN document ON document.id = claim.document ORDER BY figure.n, figure_claim.n;
"""

FIRST_LINE = re.compile(r"^CREATE (TABLE|VIEW|VIRTUAL TABLE) \"?(\w+)\"?[^\n]*?-- (.+)$", re.MULTILINE)


def describe() -> str:
    """Return the page as Markdown."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "empty.dossier")
        path.touch()
        connection = connect(path, writable=True)
        try:
            schema.make(connection)
            return HEAD + "".join(_tables(connection))
        finally:
            connection.close()


def columns(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's or view's columns."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return tuple(name for (name,) in rows)


def _tables(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"
    )
    for name, sql in rows.fetchall():
        first = FIRST_LINE.search(sql)
        if first is None:  # a table that the full-text index keeps for itself
            continue
        kind = "view" if first[1] == "VIEW" else "table"
        yield f"\n## {name} ({kind})\n\n{first[3]}\n\n| column | what it holds |\n| --- | --- |\n"
        for column in columns(connection, name):
            yield f"| `{column}` | {_said_of(column, sql)} |\n"


def _said_of(column: str, sql: str) -> str:
    """Return the comment behind a column, or what a column of a view is by its name."""
    found = re.search(rf"^\s+(?:{column}\b|.* AS {column}\b)[^\n]*?-- (.+)$", sql, re.MULTILINE)
    return found[1] if found else ""


if __name__ == "__main__":
    sys.stdout.write(describe())
