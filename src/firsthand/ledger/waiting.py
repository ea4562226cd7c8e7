"""Which documents wait to be compared: new ones, and those whose place in a crowd has changed.

What leads to many documents leads to the earliest of them only (see ``crowds``). So a document that comes may push another one
out of the head of a crowd, which then has met there whom it would not meet any more; and one that goes lets another one in.
"""

from collections import defaultdict

from firsthand.ledger import crowds
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json

CROWDED = """
SELECT {what}, last FROM (
    SELECT DISTINCT {what}, turn, {last} AS last FROM {table} WHERE document_number = :number
) WHERE last >= turn
"""

BEHIND = "SELECT document_number, turn FROM {table} WHERE {what} = ? AND turn > ? ORDER BY turn LIMIT 1"

MET = """
WITH mine AS MATERIALIZED (SELECT id FROM claim WHERE document = (SELECT id FROM document WHERE number = :number)),
linked AS MATERIALIZED (
    SELECT document FROM claim JOIN link ON link.later = claim.id WHERE link.earlier IN mine
    UNION SELECT document FROM claim JOIN link ON link.earlier = claim.id WHERE link.later IN mine
    UNION SELECT a_document FROM reuse WHERE b_document = (SELECT id FROM document WHERE number = :number)
    UNION SELECT b_document FROM reuse WHERE a_document = (SELECT id FROM document WHERE number = :number)
)
INSERT OR IGNORE INTO unpaired (pushed, met)
SELECT :number, document.number FROM linked JOIN document ON document.id = linked.document
WHERE document.number <> :number AND EXISTS (
    SELECT 1 FROM {table} WHERE document_number = document.number AND turn > :turn
        AND {what} IN (SELECT value FROM json_each(:given))
)
"""

LOOKED_UP = {"claim_key": "key", "print": "value"}
"""The tables that lead from one document to others, and by what."""

LAST = {
    "claim_key": crowds.OF_KEY.format(key="claim_key.key"),
    "print": crowds.OF_PRINT.format(value="print.value"),
}
"""For each of them the SQL for the last one in the head of a crowd."""


def waiting(connection: Connection) -> list[str]:
    """Return the ids of the documents that are still to be compared with the others, in the order in which they came."""
    rows = connection.execute(
        "SELECT id FROM unlinked JOIN document ON number = document_number ORDER BY number"
    )
    return [id_ for (id_,) in rows]


def unpaired(connection: Connection) -> dict[str, list[str]]:
    """Return the ids of compared documents that are to be compared again with some others only, with the ids of these."""
    found: dict[str, list[str]] = defaultdict(list)
    for pushed, met in connection.execute(
        "SELECT one.id, other.id FROM unpaired JOIN document AS one ON one.number = pushed "
        "JOIN document AS other ON other.number = met ORDER BY pushed, met"
    ):
        found[pushed].append(met)
    return dict(found)


def arrive(connection: Connection, number: int) -> None:
    """Let a document that has been written wait to be compared, and with it the pairs that it parts."""
    _let_wait(connection, number)
    for table, what in LOOKED_UP.items():
        pushed: dict[tuple[int, int], list[str | int]] = defaultdict(list)
        for value, last in _crowded(connection, number, table):
            for behind in connection.execute(BEHIND.format(table=table, what=what), (value, last)).fetchall():
                pushed[behind].append(value)
        met = MET.format(table=table, what=what)
        for (behind, turn), values in pushed.items():
            if not _waits(connection, behind):
                connection.execute(met, {"number": behind, "turn": turn, "given": to_json(values)})


def leave(connection: Connection, number: int) -> None:
    """Let those wait who come into the head of a crowd when a document goes; to be called before it is removed."""
    _let_wait(connection, number)
    for table, what in LOOKED_UP.items():
        behind = BEHIND.format(table=table, what=what)
        for value, last in _crowded(connection, number, table):
            for coming, _ in connection.execute(behind, (value, last)).fetchall():
                _let_wait(connection, coming)


def _crowded(connection: Connection, number: int, table: str) -> list[tuple[str | int, int]]:
    """What of a document leads to a crowd in whose head it stands, with the place in order of the last one there."""
    crowded = CROWDED.format(table=table, what=LOOKED_UP[table], last=LAST[table])
    return connection.execute(crowded, {"number": number, **crowds.sizes()}).fetchall()


def _let_wait(connection: Connection, number: int) -> None:
    connection.execute("INSERT OR IGNORE INTO unlinked (document_number) VALUES (?)", (number,))


def _waits(connection: Connection, number: int) -> bool:
    found = connection.execute("SELECT 1 FROM unlinked WHERE document_number = ?", (number,)).fetchone()
    return found is not None
