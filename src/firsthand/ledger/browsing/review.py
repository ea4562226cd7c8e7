"""Claims that nobody has looked at yet, and figures near one: what a reviewer goes through."""

from firsthand.ledger import documents
from firsthand.ledger.connection import Connection
from firsthand.records import ReviewRow, Stretch

LEFT = "FROM claim WHERE id NOT IN (SELECT claim FROM reviewed WHERE standing IS NOT NULL OR changes <> '{}')"

WEIGHTIEST = f"""
WITH weighty AS MATERIALIZED (
    SELECT claim.id AS claim, shown_finding.says AS says, max(shown_finding.weight) AS weight
    FROM shown_finding JOIN evidence ON evidence.finding = shown_finding.id
        JOIN claim ON claim.document = evidence.document AND claim.start = evidence.start AND claim.end = evidence.end
    GROUP BY claim.id
), unseen AS (SELECT id, document, n {LEFT})
SELECT unseen.id, weighty.says, ifnull(summary.documents, 0)
FROM unseen LEFT JOIN weighty ON weighty.claim = unseen.id
    LEFT JOIN figure_claim ON figure_claim.claim = unseen.id
    LEFT JOIN figure_summary AS summary ON summary.figure = figure_claim.figure
ORDER BY ifnull(weighty.weight, 0) DESC, ifnull(summary.documents, 0) DESC, unseen.document, unseen.n
LIMIT ? OFFSET ?
"""  # noqa: S608

NEAR = """
SELECT figure.id, figure.label, max(near.weight) AS weight FROM (
    SELECT there.figure AS id, link.weight AS weight FROM figure_claim AS here
        JOIN shown_link AS link ON link.earlier = here.claim JOIN figure_claim AS there ON there.claim = link.later
    WHERE here.figure = ?1
    UNION ALL
    SELECT there.figure, link.weight FROM figure_claim AS here
        JOIN shown_link AS link ON link.later = here.claim JOIN figure_claim AS there ON there.claim = link.earlier
    WHERE here.figure = ?1
) AS near JOIN figure ON figure.id = near.id WHERE figure.id <> ?1
GROUP BY figure.id ORDER BY weight DESC, figure.id LIMIT ?2
"""


def to_review(connection: Connection, first: int, most: int) -> Stretch[ReviewRow]:
    """Return claims about which no reviewer said anything, those of the weightiest findings first, then of most documents."""
    (total,) = connection.execute(f"SELECT count(*) {LEFT}").fetchone()
    rows = connection.execute(WEIGHTIEST, (most, first)).fetchall()
    return Stretch(
        tuple(ReviewRow(documents.claim(connection, id_), says, count) for id_, says, count in rows),
        first,
        total,
    )


def near_figures(connection: Connection, figure_id: str, most: int) -> dict[str, str]:
    """Return the labels by id of figures whose claims are linked with those of one, the surest first."""
    return {id_: label for id_, label, _ in connection.execute(NEAR, (figure_id, most))}
