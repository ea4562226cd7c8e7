"""Documents by the screenful: filtered and sorted, with how much there is of each."""

from typing import Any, Literal

from firsthand.errors import UnknownId
from firsthand.ledger.connection import Connection
from firsthand.ledger.rows import COLUMNS, head
from firsthand.records import DocumentFilter, DocumentOrder, DocumentRow, Stretch

CLAIMS = "(SELECT count(*) FROM claim WHERE claim.document = document.id)"
PROBLEMS = "(SELECT count(*) FROM problem WHERE problem.document = document.id)"
ORIGINS = (
    "(SELECT count(DISTINCT origin.name) FROM claim JOIN origin_claim ON origin_claim.claim = claim.id "
    "JOIN origin ON origin.figure = origin_claim.figure AND origin.n = origin_claim.origin "
    "WHERE claim.document = document.id)"
)
ROW = f"{COLUMNS}, name, {CLAIMS}, {PROBLEMS}, {ORIGINS}"

ORDERS: dict[DocumentOrder, str] = {
    "title": "ifnull(nullif(title, ''), name) COLLATE NOCASE",
    "publisher": "publisher COLLATE NOCASE",
    "published": "published",
    "kind": "kind",
    "language": "language",
    "claims": CLAIMS,
    "problems": PROBLEMS,
    "origins": ORIGINS,
}

Facet = Literal["kind", "language", "publisher"]

FACETS: dict[Facet, str] = {
    "kind": "SELECT kind, count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1",
    "language": "SELECT language, count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1",
    "publisher": "SELECT publisher, count(*) FROM document WHERE publisher NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
}


def stretch(connection: Connection, wanted: DocumentFilter, first: int, most: int) -> Stretch[DocumentRow]:
    """Return the documents that a filter lets through, in its order."""
    which, values = _condition(wanted)
    (total,) = connection.execute(f"SELECT count(*) FROM document WHERE {which}", values).fetchone()  # noqa: S608
    order = f"{ORDERS[wanted.order]} {'ASC' if wanted.ascending else 'DESC'} NULLS LAST"
    rows = connection.execute(
        f"SELECT {ROW} FROM document WHERE {which} ORDER BY {order}, id LIMIT ? OFFSET ?",  # noqa: S608
        (*values, most, first),
    )
    return Stretch(tuple(_row(row) for row in rows), first, total)


def one(connection: Connection, document_id: str) -> DocumentRow:
    """Return one document. Raises UnknownId."""
    row = connection.execute(f"SELECT {ROW} FROM document WHERE id = ?", (document_id,)).fetchone()  # noqa: S608
    if row is None:
        raise UnknownId(f"no document has the id {document_id}")
    return _row(row)


def facet(connection: Connection, which: Facet) -> dict[str, int]:
    """Return the kinds, languages or publishers that documents have and how many have each, the commonest first."""
    return dict(connection.execute(FACETS[which]).fetchall())


def problems(connection: Connection, document_id: str) -> list[str]:
    """Return what is doubtful about one document."""
    rows = connection.execute("SELECT says FROM problem WHERE document = ? ORDER BY n", (document_id,))
    return [says for (says,) in rows]


def _condition(wanted: DocumentFilter) -> tuple[str, list[Any]]:
    conditions, values = ["1"], list[Any]()
    for word in wanted.words.split():
        conditions.append(
            "instr(lower(ifnull(title, '') || ' ' || ifnull(publisher, '') || ' ' || name), lower(?))"
        )
        values.append(word)
    for column, value in (
        ("kind", wanted.kind),
        ("language", wanted.language),
        ("publisher", wanted.publisher),
    ):
        if value:
            conditions.append(f"{column} = ?")
            values.append(value)
    return " AND ".join(conditions), values


def _row(row: tuple[Any, ...]) -> DocumentRow:
    return DocumentRow(head(row[:-4]), *row[-4:])
