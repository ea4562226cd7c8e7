"""Who published a document and when, for many documents at once and without their texts."""

from collections.abc import Iterable

from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json
from firsthand.ledger.rows import COLUMNS, head
from firsthand.records import Document


def heads(connection: Connection, ids: Iterable[str]) -> dict[str, Document]:
    """Return documents by id without texts, zones and dates; ids that stand for none are left out."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM document WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (to_json(sorted(set(ids))),),
    )
    return {row[0]: head(row) for row in rows}


def state(connection: Connection) -> str:
    """Return something that is another one when anything in the dossier was changed."""
    row = connection.execute(
        "SELECT (SELECT value FROM meta WHERE name = 'dossier') || ' ' || (SELECT value FROM meta WHERE name = 'settled') "
        "|| ' ' || id FROM history ORDER BY at DESC, id DESC LIMIT 1"
    ).fetchone()
    return str(row[0])
