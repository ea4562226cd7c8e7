"""What lists show, worked out once when figures are settled: the summary of each figure, the numbers that no claim holds."""

from firsthand.ledger.connection import Connection
from firsthand.ledger.unchecked import NUMBERS

FILL = """
INSERT INTO figure_summary
WITH stated AS (
    SELECT figure_claim.figure AS figure, count(*) AS claims, count(DISTINCT claim.document) AS documents,
        ifnull(min(json_extract(claim.quantity, '$.kind')), '') AS kind,
        min(CAST(json_extract(claim.quantity, '$.low') AS REAL)) AS low,
        max(CAST(json_extract(claim.quantity, '$.high') AS REAL)) AS high
    FROM figure_claim JOIN shown_claim AS claim ON claim.id = figure_claim.claim GROUP BY figure_claim.figure
), linked AS (
    SELECT earlier.figure AS figure, sum(link.kind = 'same') AS same, sum(link.kind = 'drift') AS drift,
        sum(link.kind = 'update') AS updates, sum(link.kind = 'conflict') AS conflict,
        sum(link.kind = 'impossible') AS impossible
    FROM shown_link AS link JOIN figure_claim AS earlier ON earlier.claim = link.earlier
        JOIN figure_claim AS later ON later.claim = link.later AND later.figure = earlier.figure
    GROUP BY earlier.figure
)
SELECT figure.id, stated.claims, stated.documents, (SELECT count(*) FROM origin WHERE origin.figure = figure.id),
    stated.kind, stated.low, stated.high, ifnull(linked.same, 0), ifnull(linked.drift, 0), ifnull(linked.updates, 0),
    ifnull(linked.conflict, 0), ifnull(linked.impossible, 0)
FROM figure JOIN stated ON stated.figure = figure.id LEFT JOIN linked ON linked.figure = figure.id
"""
RULED_OUT = """
UPDATE figure_summary SET impossible = figure_summary.impossible + ruled_out.impossible FROM (
    SELECT figure_claim.figure AS figure, count(*) AS impossible
    FROM shown_finding AS finding CROSS JOIN evidence ON evidence.finding = finding.id
        CROSS JOIN claim ON claim.document = evidence.document AND claim.start = evidence.start AND claim.end = evidence.end
        CROSS JOIN figure_claim ON figure_claim.claim = claim.id
    WHERE finding.kind = 'impossible' GROUP BY figure_claim.figure
) AS ruled_out WHERE ruled_out.figure = figure_summary.figure
"""


def fill(connection: Connection) -> None:
    """Keep the summary of every figure and the numbers that no claim holds; earlier ones have gone with the figures."""
    connection.execute(FILL)
    connection.execute(f"INSERT OR IGNORE INTO unclaimed (document, start, end) {NUMBERS}")


def add_findings(connection: Connection) -> None:
    """Add to the summaries of figures what the findings, which were settled after them, rule out."""
    connection.execute(RULED_OUT)
