"""When and where: the claims of some years, the places that are named, the claims about one of them."""

from firsthand.ledger.connection import Connection
from firsthand.ledger.documents import CLAIM, REVIEWED, as_claim
from firsthand.records import Claim, DatedClaim, PlaceRow, Stretch, YearCount

OF_CLAIM = ", ".join(f"claim.{column}" for column in CLAIM.split(", ")) + f", {REVIEWED}"
SOME = "AS some JOIN claim ON claim.id = some.id LEFT JOIN reviewed ON reviewed.claim = claim.id"

DATED = """
WITH head AS MATERIALIZED (SELECT id, published FROM document), dated AS MATERIALIZED (
    SELECT claim.id, claim.document, claim.n, period GLOB '[0-9][0-9][0-9]*' AS stated,
        iif(period GLOB '[0-9][0-9][0-9]*', period, published) AS moment
    FROM head CROSS JOIN shown_claim AS claim ON claim.document = head.id
), framed AS (
    SELECT id, document, n, stated, moment, CAST(substr(moment || '0', 1, 4) AS INTEGER) AS first,
        CAST(substr(substr(moment, instr(moment, '/') + 1) || '9', 1, 4) AS INTEGER) AS last
    FROM dated WHERE moment GLOB '[0-9][0-9][0-9]*'
)
"""
"""The claims that can be dated, by the period that they name or else the publication; a decade ("201") has its years."""

YEARS = f"""
{DATED} SELECT first, sum(stated IS 1), sum(stated IS NOT 1) FROM framed GROUP BY first ORDER BY first
"""  # noqa: S608

SOME_DATED = f"""
{DATED} SELECT {OF_CLAIM}, moment, stated IS 1, total FROM (
    SELECT id, document, n, moment, stated, count(*) OVER () AS total FROM framed
    WHERE first <= ?2 AND last >= ?1 AND (stated IS 1 OR NOT ?5) ORDER BY moment, document, n LIMIT ?3 OFFSET ?4
) {SOME} ORDER BY moment, claim.document, claim.n
"""  # noqa: S608

PLACES = """
SELECT json_extract(value, '$.name') AS name, json_extract(value, '$.latitude'), json_extract(value, '$.longitude'),
    count(*), count(DISTINCT document)
FROM mark WHERE kind = 'place' AND name NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1
"""

THERE = """
WITH there AS (
    SELECT claim.id, claim.document, claim.n FROM mark JOIN shown_claim AS claim
        ON claim.document = mark.document AND claim.start <= mark.start AND claim.end >= mark.end
        WHERE mark.kind = 'place' AND json_extract(mark.value, '$.name') = ?1
    UNION SELECT id, document, n FROM shown_claim WHERE place = ?1
)
"""
"""The claims in whose clause a place is named, and those that are about it."""

SOME_THERE = f"""
{THERE} SELECT {OF_CLAIM}, total FROM (
    SELECT id, document, n, count(*) OVER () AS total FROM there ORDER BY document, n LIMIT ?2 OFFSET ?3
) {SOME} ORDER BY claim.document, claim.n
"""  # noqa: S608


def years(connection: Connection) -> list[YearCount]:
    """Return how many claims begin in each year, by the period that they name or else by publication."""
    return [YearCount(*row) for row in connection.execute(YEARS)]


def dated(
    connection: Connection, between: tuple[int, int], first: int, most: int, *, stated: bool
) -> Stretch[DatedClaim]:
    """Return claims of some years in the order of time, both ends included; with ``stated`` only those that name a period."""
    rows = connection.execute(SOME_DATED, (*between, most, first, stated)).fetchall()
    found = tuple(DatedClaim(as_claim(row[:-3]), row[-3], bool(row[-2])) for row in rows)
    return Stretch(found, first, rows[0][-1] if rows else 0)


def places(connection: Connection) -> list[PlaceRow]:
    """Return the places that are named, the most often named first."""
    return [PlaceRow(*row) for row in connection.execute(PLACES)]


def claims_at(connection: Connection, place: str, first: int, most: int) -> Stretch[Claim]:
    """Return claims about a place, by document and place in it."""
    rows = connection.execute(SOME_THERE, (place, most, first)).fetchall()
    return Stretch(tuple(as_claim(row[:-1]) for row in rows), first, rows[0][-1] if rows else 0)
