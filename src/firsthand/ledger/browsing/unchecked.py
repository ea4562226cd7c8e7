"""What was compared with nothing, by the screenful: numbers without a claim, files without a text, unanalysed documents."""

from collections.abc import Sequence

from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json
from firsthand.records import Passage, Span, Stretch, UnreadRow

UNANALYSED = """
FROM document WHERE language NOT IN (SELECT value FROM json_each(?))
    OR EXISTS (SELECT 1 FROM zone WHERE zone.document = document.id AND zone.end > ?)
"""


def numbers(connection: Connection, first: int, most: int) -> Stretch[Passage]:
    """Return the places of numbers over which no claim stands, by document and place."""
    (total,) = connection.execute("SELECT count(*) FROM unclaimed").fetchone()
    rows = connection.execute(
        "SELECT document, start, end FROM unclaimed ORDER BY document, start, end LIMIT ? OFFSET ?",
        (most, first),
    )
    found = tuple(Passage(document, Span(start, end)) for document, start, end in rows)
    return Stretch(found, first, total)


def failures(connection: Connection, first: int, most: int) -> Stretch[UnreadRow]:
    """Return the files from which no text could be taken, by name."""
    (total,) = connection.execute("SELECT count(*) FROM failure").fetchone()
    rows = connection.execute(
        "SELECT document, name FROM failure ORDER BY name, document LIMIT ? OFFSET ?", (most, first)
    ).fetchall()
    return Stretch(tuple(UnreadRow(id_, name, _says(connection, id_)) for id_, name in rows), first, total)


def unanalysed(
    connection: Connection, languages: Sequence[str], longest: int, part: tuple[int, int]
) -> Stretch[UnreadRow]:
    """Return the documents in other than these languages, or longer than so many characters, by name; ``part`` is first, most."""
    first, most = part
    values = (to_json(sorted(languages)), longest)
    (total,) = connection.execute(f"SELECT count(*) {UNANALYSED}", values).fetchone()
    rows = connection.execute(
        f"SELECT id, name {UNANALYSED} ORDER BY name, id LIMIT ? OFFSET ?",
        (*values, most, first),
    ).fetchall()
    return Stretch(tuple(UnreadRow(id_, name, _says(connection, id_)) for id_, name in rows), first, total)


def _says(connection: Connection, document_id: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT says FROM problem WHERE document = ? ORDER BY n", (document_id,))
    return tuple(says for (says,) in rows)
