"""Claims that nobody has looked at yet, and figures near one: what a reviewer goes through."""

from collections.abc import Iterator
from itertools import islice

from firsthand.ledger import documents
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json
from firsthand.records import ReviewRow, Stretch

SEEN = "SELECT claim FROM reviewed WHERE standing IS NOT NULL OR changes <> '{}'"

OF_FINDINGS = f"""
SELECT claim.id, shown_finding.says FROM shown_finding
    CROSS JOIN evidence ON evidence.finding = shown_finding.id
    CROSS JOIN claim ON claim.document = evidence.document AND claim.start = evidence.start AND claim.end = evidence.end
WHERE claim.id NOT IN ({SEEN}) ORDER BY shown_finding.n
"""  # noqa: S608
OF_FIGURES = f"""
SELECT figure_claim.claim, NULL FROM figure_summary AS summary
    CROSS JOIN figure_claim ON figure_claim.figure = summary.figure
WHERE figure_claim.claim NOT IN ({SEEN}) ORDER BY summary.documents DESC, summary.claims DESC, summary.figure
"""  # noqa: S608
OF_NONE = f"""
SELECT id, NULL FROM claim WHERE id NOT IN (SELECT claim FROM figure_claim) AND id NOT IN ({SEEN}) ORDER BY document, n
"""  # noqa: S608
WEIGHTIEST = (OF_FINDINGS, OF_FIGURES, OF_NONE)
"""The claims that nobody looked at: those of the weightiest findings, of figures in most documents, the others. Each is read
along an index and no further than to the page that is asked for."""

DOCUMENTS = """
SELECT figure_claim.claim, summary.documents
FROM figure_claim JOIN figure_summary AS summary ON summary.figure = figure_claim.figure
WHERE figure_claim.claim IN (SELECT value FROM json_each(?))
"""

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
    (total,) = connection.execute(f"SELECT count(*) FROM claim WHERE id NOT IN ({SEEN})").fetchone()  # noqa: S608
    chosen = list(islice(_weightiest(connection), first, first + most))
    documents_of = dict(connection.execute(DOCUMENTS, (to_json([id_ for id_, _ in chosen]),)).fetchall())
    rows = tuple(
        ReviewRow(documents.claim(connection, id_), says, documents_of.get(id_, 0)) for id_, says in chosen
    )
    return Stretch(rows, first, total)


def _weightiest(connection: Connection) -> Iterator[tuple[str, str | None]]:
    """Yield each claim once, with the sentence of the first finding that it stands in."""
    told: set[str] = set()
    for sql in WEIGHTIEST:
        for id_, says in connection.execute(sql):
            if id_ not in told:
                told.add(id_)
                yield id_, says


def near_figures(connection: Connection, figure_id: str, most: int) -> dict[str, str]:
    """Return the labels by id of figures whose claims are linked with those of one, the surest first."""
    return {id_: label for id_, label, _ in connection.execute(NEAR, (figure_id, most))}
