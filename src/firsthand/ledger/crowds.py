"""Which documents might have to do with one another, without comparing all with all.

What leads from one document to others (a key of a claim, a fingerprint of a text)
leads to all that have it while these are few. In a crowd it leads to the earliest
ones only: a figure that five hundred papers print is compared with those who
printed it first. Which pairs are compared so depends on what the dossier holds
and never on the order in which it came; the work grows with the number of
documents and not with its square.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json
from firsthand.records import OF_EVENTS, Document

FEW, MANY = 4, 8
"""Documents with the same key that make a crowd, of which so many of the earliest are still looked at; and with one that leads to
all who count one event, since who contradicts whom may come late."""

ALIKE = 6
"""The same of a fingerprint."""

UNKNOWN_DAY = 99_999_999

_EARLIEST = (
    "(SELECT DISTINCT k.turn FROM claim_key AS k WHERE k.key = {key} ORDER BY k.turn LIMIT 1 OFFSET {n} - 1)"
)

_MOST_ALIKE = (
    "(SELECT p.turn FROM print AS p WHERE p.value = {value} ORDER BY p.turn LIMIT 1 OFFSET :alike - 1)"
)


def last_under(key: str) -> str:
    """Return the SQL for the place in order of the last document in the head of the crowd under a key, null where it is none.

    ``key`` is the column that holds the key; ``sizes`` are to be bound.
    """
    few, many = (_EARLIEST.format(key=key, n=n) for n in (":few", ":many"))
    return f"CASE WHEN substr({key}, 1, 1) = '{OF_EVENTS}' THEN {many} ELSE {few} END"


def sizes() -> dict[str, int]:
    """Return how many documents make a crowd, by what leads to them."""
    return {"few": FEW, "many": MANY, "alike": ALIKE}


def last_with(value: str) -> str:
    """Return the same for a fingerprint."""
    return _MOST_ALIKE.format(value=value)


Near = list[tuple[int, int, bytes | None]]
"""Claims of two documents that share a key: the place of the one, of the other, and the outline of the other."""

CANDIDATES = f"""
WITH mine AS MATERIALIZED (
    SELECT key, n, turn,
        {last_under("claim_key.key")} AS last
    FROM claim_key WHERE document_number = :number
)
SELECT near.number, near.here, near.there, claim_outline.outline FROM (
    SELECT DISTINCT other.document_number AS number, mine.n AS here, other.n AS there
    FROM mine CROSS JOIN claim_key AS other ON other.key = mine.key
        AND other.turn <= CASE WHEN mine.last < mine.turn THEN mine.last ELSE 9223372036854775807 END
    WHERE other.document_number <> :number AND other.document_number NOT IN
            (SELECT document_number FROM unlinked WHERE document_number > :number)
) AS near LEFT JOIN claim_outline ON claim_outline.document_number = near.number AND claim_outline.n = near.there
"""  # noqa: S608 (no value is put into it)

SHARING = f"""
WITH mine AS MATERIALIZED (
    SELECT value, turn, weight,
        {last_with("print.value")} AS last
    FROM print WHERE document_number = :number
)
SELECT near.number, story.words FROM (
    SELECT other.document_number AS number FROM mine CROSS JOIN print AS other ON other.value = mine.value
        AND other.turn <= CASE WHEN mine.last < mine.turn THEN mine.last ELSE 9223372036854775807 END
    WHERE other.document_number <> :number AND other.document_number NOT IN
            (SELECT document_number FROM unlinked WHERE document_number > :number)
    GROUP BY other.document_number HAVING sum(mine.weight) >= 1
) AS near LEFT JOIN story ON story.document_number = near.number
"""  # noqa: S608 (no value is put into it)

GIVEN_KEYS = f"""
WITH mine AS MATERIALIZED (
    SELECT DISTINCT CAST(one.key AS INTEGER) AS n, each.value AS key,
        {last_under("each.value")} AS last
    FROM json_each(:given) AS one, json_each(one.value) AS each
)
SELECT DISTINCT other.document_number, mine.n, other.n
FROM mine CROSS JOIN claim_key AS other ON other.key = mine.key
    AND other.turn <= coalesce(mine.last, 9223372036854775807)
"""  # noqa: S608 (no value is put into it)

GIVEN_PRINTS = f"""
WITH mine AS MATERIALIZED (
    SELECT json_extract(one.value, '$[0]') AS value, json_extract(one.value, '$[1]') AS weight,
        {last_with("json_extract(one.value, '$[0]')")} AS last
    FROM json_each(:given) AS one
)
SELECT other.document_number FROM mine CROSS JOIN print AS other ON other.value = mine.value
    AND other.turn <= coalesce(mine.last, 9223372036854775807)
GROUP BY other.document_number HAVING sum(mine.weight) >= 1 ORDER BY other.document_number
"""  # noqa: S608 (no value is put into it)


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
    for other, n, there, kept in connection.execute(CANDIDATES, {"number": number, **sizes()}).fetchall():
        found.setdefault(other, []).append((n, there, kept))
    return ((other, sorted(pairs)) for other, pairs in found.items())


def under_keys(
    connection: Connection, given: Sequence[Sequence[str]]
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the earliest documents under the keys of claims that are not in the dossier: the places of both claims."""
    return _by_document(connection.execute(GIVEN_KEYS, {"given": to_json(given), **sizes()}))


def with_prints(connection: Connection, given: Mapping[int, float]) -> list[int]:
    """Return the earliest documents that share enough of the fingerprints of a text that is not in the dossier."""
    pairs = to_json(sorted(given.items()))
    return [other for (other,) in connection.execute(GIVEN_PRINTS, {"given": pairs, **sizes()})]


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
    yield from connection.execute(SHARING, {"number": number, **sizes()})


def _by_document(rows: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The pairs of claims of each document."""
    found: dict[int, list[tuple[int, int]]] = {}
    for other, n, there in rows:
        found.setdefault(other, []).append((n, there))
    return ((other, sorted(pairs)) for other, pairs in found.items())
