"""Numbers of the story that no claim holds: what was read and is checked against nothing."""

from collections.abc import Iterator

from firsthand.ledger.connection import Connection
from firsthand.records import Passage, Span

NUMBERS = """
SELECT mark.document, mark.start, mark.end
FROM mark JOIN zone ON zone.document = mark.document AND zone.start <= mark.start AND zone.end >= mark.end
WHERE mark.kind = 'quantity' AND zone.kind IN ('main', 'title')
  AND (json_extract(mark.value, '$.low') IS NOT NULL OR json_extract(mark.value, '$.high') IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM claim WHERE claim.document = mark.document AND claim.start < mark.end AND claim.end > mark.start
  )
ORDER BY mark.document, mark.start
"""


def numbers(connection: Connection) -> Iterator[Passage]:
    """Yield the places of the numbers in titles and main texts over which no claim stands, by document and place."""
    for document, start, end in connection.execute(NUMBERS):
        yield Passage(document, Span(start, end))
