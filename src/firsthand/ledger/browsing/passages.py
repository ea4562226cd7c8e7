"""What stands in a stretch of one document, and what it shares with others."""

from typing import Any

from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import from_json
from firsthand.ledger.mark_kinds import KINDS
from firsthand.ledger.rows import COLUMNS, OF_CLAIM, as_claim, head
from firsthand.records import Attribution, Claim, Marks, Passage, Reuse, Sharing, Span

SHARING = f"""
WITH other AS (
    SELECT b_document AS id, words FROM reuse WHERE a_document = ?1
    UNION ALL SELECT a_document, words FROM reuse WHERE b_document = ?1
), ranked AS (
    SELECT id AS other, count(*) AS passages, sum(words) AS shared FROM other GROUP BY id ORDER BY shared DESC, id LIMIT ?2
)
SELECT {COLUMNS}, name, passages, shared FROM ranked JOIN document ON document.id = ranked.other ORDER BY shared DESC, id
"""  # noqa: S608


def marks(connection: Connection, document_id: str, span: Span) -> Marks:
    """Return what is marked in a stretch of a document, also what only reaches into it."""
    found: dict[str, Any] = {}
    for field, (kind, type_) in KINDS.items():
        rows = connection.execute(
            "SELECT value FROM mark WHERE document = ? AND kind = ? AND start < ? AND end > ? ORDER BY n",
            (document_id, kind, span.end, span.start),
        )
        found[field] = tuple(from_json(type_, value) for (value,) in rows)
    return Marks(**found)


def mark_places(connection: Connection, document_id: str) -> list[int]:
    """Return where the marks of a document begin, in order."""
    rows = connection.execute("SELECT start FROM mark WHERE document = ?", (document_id,))
    return sorted(start for (start,) in rows)


def attributions(connection: Connection, document_id: str) -> list[Attribution]:
    """Return the attributions of a document in order."""
    rows = connection.execute(
        "SELECT value FROM mark WHERE document = ? AND kind = 'attribution' ORDER BY n", (document_id,)
    )
    return [from_json(Attribution, value) for (value,) in rows]


def claims(connection: Connection, document_id: str, span: Span) -> list[Claim]:
    """Return the claims of a stretch of a document, also those that only reach into it."""
    rows = connection.execute(
        f"{OF_CLAIM} WHERE document = ? AND start < ? AND end > ? ORDER BY n",
        (document_id, span.end, span.start),
    )
    return [as_claim(row) for row in rows]


def copies(connection: Connection, document_id: str, span: Span) -> list[Reuse]:
    """Return the passages of a stretch of a document that others have too, with the document itself as ``a``."""
    return _reuses(
        connection,
        (
            "a_document = ?1 AND a_start < ?3 AND a_end > ?2",
            "b_document = ?1 AND b_start < ?3 AND b_end > ?2",
        ),
        (document_id, span.start, span.end),
    )


def shared(connection: Connection, one: str, other: str) -> list[Reuse]:
    """Return the passages that two documents share, with the first as ``a``."""
    return _reuses(
        connection,
        ("a_document = ?1 AND b_document = ?2", "b_document = ?1 AND a_document = ?2"),
        (one, other),
    )


def sharing(connection: Connection, document_id: str, most: int) -> list[Sharing]:
    """Return the documents that share most words with one."""
    rows = connection.execute(SHARING, (document_id, most))
    return [Sharing(head(row[:-3]), *row[-3:]) for row in rows]


def _reuses(connection: Connection, sides: tuple[str, str], values: tuple[Any, ...]) -> list[Reuse]:
    as_a, as_b = sides
    rows = connection.execute(
        "SELECT a_document, a_start, a_end, b_document, b_start, b_end, words FROM reuse "  # noqa: S608
        f"WHERE {as_a} UNION SELECT b_document, b_start, b_end, a_document, a_start, a_end, words FROM reuse "
        f"WHERE {as_b} ORDER BY 2, 3, 4, 5, 6",
        values,
    )
    return [
        Reuse(Passage(a, Span(a_start, a_end)), Passage(b, Span(b_start, b_end)), words)
        for a, a_start, a_end, b, b_start, b_end, words in rows
    ]
