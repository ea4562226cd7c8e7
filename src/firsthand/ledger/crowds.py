"""Which documents might have to do with one another, without comparing all with all.

What leads from one document to others (a key of a claim, a fingerprint of a text)
leads to all that have it while these are few. In a crowd it leads to the earliest
ones only: a figure that five hundred papers print is compared with those who
printed it first. Which pairs are compared so depends on what the dossier holds
and never on the order in which it came; the work grows with the number of
documents and not with its square.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.ledger.connection import Connection, Cursor
from firsthand.ledger.json_text import to_json
from firsthand.records import OF_EVENTS, Document

FEW, MANY = 4, 8
"""Documents with the same key that make a crowd, of which so many of the earliest are still looked at; and with one that leads to
all who count one event, since who contradicts whom may come late."""

ALIKE = 6
"""The same of a fingerprint."""

UNKNOWN_DAY = 99_999_999

OF_KEY = """
CASE WHEN substr({key}, 1, 1) = :of_events
    THEN (SELECT DISTINCT k.turn FROM claim_key AS k WHERE k.key = {key} ORDER BY k.turn LIMIT 1 OFFSET :many - 1)
    ELSE (SELECT DISTINCT k.turn FROM claim_key AS k WHERE k.key = {key} ORDER BY k.turn LIMIT 1 OFFSET :few - 1)
END
"""
"""The place in order of the last document in the head of the crowd under a key, null where it is none."""

OF_PRINT = "(SELECT p.turn FROM print AS p WHERE p.value = {value} ORDER BY p.turn LIMIT 1 OFFSET :alike - 1)"
"""The same with a fingerprint."""

Near = list[tuple[int, int, bytes | None]]
"""Claims of two documents that share a key: the place of the one, of the other, and the outline of the other."""

CANDIDATES = """
WITH mine AS MATERIALIZED (
    SELECT key, n, turn,
        {last} AS last
    FROM claim_key WHERE document_number = :number
)
SELECT near.number, near.here, near.there, claim_outline.outline FROM (
    SELECT DISTINCT other.document_number AS number, mine.n AS here, other.n AS there
    FROM mine CROSS JOIN claim_key AS other ON other.key = mine.key
        AND other.turn <= CASE WHEN mine.last < mine.turn THEN mine.last ELSE 9223372036854775807 END
    WHERE other.document_number <> :number AND other.document_number NOT IN
            (SELECT document_number FROM unlinked WHERE document_number > :number)
) AS near LEFT JOIN claim_outline ON claim_outline.document_number = near.number AND claim_outline.n = near.there
"""

SHARING = """
WITH mine AS MATERIALIZED (
    SELECT value, turn, weight,
        {last} AS last
    FROM print WHERE document_number = :number
)
SELECT near.number, story.words FROM (
    SELECT other.document_number AS number FROM mine CROSS JOIN print AS other ON other.value = mine.value
        AND other.turn <= CASE WHEN mine.last < mine.turn THEN mine.last ELSE 9223372036854775807 END
    WHERE other.document_number <> :number AND other.document_number NOT IN
            (SELECT document_number FROM unlinked WHERE document_number > :number)
    GROUP BY other.document_number HAVING sum(mine.weight) >= 1
) AS near LEFT JOIN story ON story.document_number = near.number
"""

GIVEN_KEYS = """
WITH mine AS MATERIALIZED (
    SELECT DISTINCT CAST(one.key AS INTEGER) AS n, each.value AS key,
        {last} AS last
    FROM json_each(:given) AS one, json_each(one.value) AS each
)
SELECT DISTINCT other.document_number, mine.n, other.n
FROM mine CROSS JOIN claim_key AS other ON other.key = mine.key
    AND other.turn <= coalesce(mine.last, 9223372036854775807)
"""

GIVEN_PRINTS = """
WITH mine AS MATERIALIZED (
    SELECT json_extract(one.value, '$[0]') AS value, json_extract(one.value, '$[1]') AS weight,
        {last} AS last
    FROM json_each(:given) AS one
)
SELECT other.document_number FROM mine CROSS JOIN print AS other ON other.value = mine.value
    AND other.turn <= coalesce(mine.last, 9223372036854775807)
GROUP BY other.document_number HAVING sum(mine.weight) >= 1 ORDER BY other.document_number
"""


def sizes() -> dict[str, int | str]:
    """Return how many documents make a crowd, and what leads to the larger ones, as the statements here ask for it."""
    return {"few": FEW, "many": MANY, "alike": ALIKE, "of_events": OF_EVENTS}


def turn(document: Document) -> int:
    """Return the place of a document in the order of publication; of one day the ids decide.

    >>> from firsthand.records import Original
    >>> paper = Document("ff" * 8, Original("a", "0", "text/plain", 1), "", (), published="2024-03")
    >>> turn(paper) >> 32
    20240300
    """
    day = (document.published or "")[:10].replace("-", "").ljust(8, "0")
    return (int(day) if day.strip("0") else UNKNOWN_DAY) << 32 | int(document.id[:8], 16)


def candidates(connection: Connection, number: int) -> Iterator[tuple[int, Near]]:
    """Yield the other documents under the keys of a document: the places of its claim and of the other's, and that one's outline.

    One that is still to be compared and came later is left out: it will find this one.
    """
    found: dict[int, Near] = {}
    rows = _with_heads(connection, CANDIDATES, OF_KEY.format(key="claim_key.key"), number=number)
    for other, n, there, kept in rows.fetchall():
        found.setdefault(other, []).append((n, there, kept))
    return ((other, sorted(pairs)) for other, pairs in found.items())


def under_keys(
    connection: Connection, given: Sequence[Sequence[str]]
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the earliest documents under the keys of claims that are not in the dossier: the places of both claims."""
    last = OF_KEY.format(key="each.value")
    return _by_document(_with_heads(connection, GIVEN_KEYS, last, given=to_json(given)))


def with_prints(connection: Connection, given: Mapping[int, float]) -> list[int]:
    """Return the earliest documents that share enough of the fingerprints of a text that is not in the dossier."""
    last, pairs = OF_PRINT.format(value="json_extract(one.value, '$[0]')"), to_json(sorted(given.items()))
    return [other for (other,) in _with_heads(connection, GIVEN_PRINTS, last, given=pairs)]


def keys(connection: Connection, number: int) -> list[list[str]]:
    """Return the keys of each claim of a document, in the order of the claims."""
    (claims,) = connection.execute(
        "SELECT count(*) FROM claim WHERE document = (SELECT id FROM document WHERE number = ?)", (number,)
    ).fetchone()
    found: list[list[str]] = [[] for _ in range(claims)]
    for n, key in connection.execute("SELECT n, key FROM claim_key WHERE document_number = ?", (number,)):
        found[n].append(key)
    return found


def sharing(connection: Connection, number: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the documents that share so many fingerprints with a document that these weigh 1 together, each with its story.

    See ``candidates``. The story is None where none is kept.
    """
    yield from _with_heads(connection, SHARING, OF_PRINT.format(value="print.value"), number=number)


def _with_heads(connection: Connection, statement: str, last: str, **given: int | str) -> Cursor:
    """What one of the statements above finds, with the SQL for the last document in the head of each crowd put into it."""
    return connection.execute(statement.format(last=last), {**given, **sizes()})


def _by_document(rows: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The pairs of claims of each document."""
    found: dict[int, list[tuple[int, int]]] = {}
    for other, n, there in rows:
        found.setdefault(other, []).append((n, there))
    return ((other, sorted(pairs)) for other, pairs in found.items())
