"""When and where: the times of all claims, the places that are named, the claims about one of them."""

from firsthand.ledger.connection import Connection
from firsthand.records import Moment, PlaceRow

REVIEWED = "LEFT JOIN reviewed ON reviewed.claim = claim.id WHERE reviewed.standing IS NOT 'rejected'"

MOMENTS = f"""
WITH head AS MATERIALIZED (SELECT id, published FROM document), dated AS (
    SELECT claim.id, claim.document, claim.n, head.published,
        iif(json_type(reviewed.changes, '$.period') IS NULL, claim.period, json_extract(reviewed.changes, '$.period')) AS period
    FROM head CROSS JOIN claim ON claim.document = head.id {REVIEWED}
), framed AS (
    SELECT id, document, n, period GLOB '[0-9][0-9][0-9]*' AS stated,
        iif(period GLOB '[0-9][0-9][0-9]*', period, published) AS time
    FROM dated
)
SELECT id, time, stated IS 1 FROM framed WHERE time GLOB '[0-9][0-9][0-9]*' ORDER BY time, document, n
"""  # noqa: S608
"""The claims that can be dated, by the period that they name or else the publication; "201" is a decade."""

# From document to document, each kind of mark stands together; without that all marks would be gone through.
PLACES = """
SELECT json_extract(value, '$.name') AS place, json_extract(value, '$.latitude'), json_extract(value, '$.longitude'),
    count(*), count(DISTINCT mark.document)
FROM document CROSS JOIN mark ON mark.document = document.id AND mark.kind = 'place' WHERE place NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1
"""

THERE = f"""
WITH named AS MATERIALIZED (
    SELECT mark.document, mark.start, mark.end
    FROM document CROSS JOIN mark ON mark.document = document.id AND mark.kind = 'place'
    WHERE json_extract(mark.value, '$.name') = ?1
), there AS (
    SELECT claim.id, claim.document, claim.n FROM claim CROSS JOIN named
        ON named.document = claim.document AND named.start >= claim.start AND named.end <= claim.end {REVIEWED}
    UNION SELECT claim.id, claim.document, claim.n FROM claim {REVIEWED}
        AND iif(json_type(reviewed.changes, '$.place') IS NULL, claim.place, json_extract(reviewed.changes, '$.place')) = ?1
)
SELECT id FROM there ORDER BY document, n
"""  # noqa: S608
"""The claims in whose clause a place is named, and those that are about it."""


def moments(connection: Connection) -> list[Moment]:
    """Return the claims that have a time, in the order of time."""
    return [Moment(id_, time, bool(stated)) for id_, time, stated in connection.execute(MOMENTS).fetchall()]


def places(connection: Connection) -> list[PlaceRow]:
    """Return the places that are named, the most often named first."""
    return [PlaceRow(*row) for row in connection.execute(PLACES)]


def claims_at(connection: Connection, place: str) -> list[str]:
    """Return the ids of the claims about a place, by document and place in it."""
    return [id_ for (id_,) in connection.execute(THERE, (place,)).fetchall()]
