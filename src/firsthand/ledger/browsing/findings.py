"""Findings by the screenful."""

from collections.abc import Iterable

from firsthand.errors import UnknownId
from firsthand.ledger import derived
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json
from firsthand.records import FindingRow, Passage, Span, Stretch

ROW = (
    "id, (SELECT count(*) FROM shown_finding AS f WHERE f.n < shown_finding.n), kind, says, weight, "
    "EXISTS (SELECT 1 FROM finding_reviewed AS said WHERE said.finding = shown_finding.id AND said.standing = 'accepted')"
)


FIGURES_AT = """
SELECT DISTINCT claim.document, claim.start, claim.end, figure.id, figure.label
FROM json_each(?) AS wanted
    CROSS JOIN claim ON claim.document = json_extract(wanted.value, '$[0]')
        AND claim.start = json_extract(wanted.value, '$[1]') AND claim.end = json_extract(wanted.value, '$[2]')
    CROSS JOIN figure_claim ON figure_claim.claim = claim.id CROSS JOIN figure ON figure.id = figure_claim.figure
ORDER BY figure.n
"""


def stretch(connection: Connection, first: int, most: int, kind: str | None) -> Stretch[FindingRow]:
    """Return findings in their order, those of one kind if one is named."""
    which, values = ("WHERE kind = ?", (kind,)) if kind else ("", ())
    (total,) = connection.execute(f"SELECT count(*) FROM shown_finding {which}", values).fetchone()  # noqa: S608
    rows = connection.execute(
        f"SELECT {ROW} FROM shown_finding {which} ORDER BY n LIMIT ? OFFSET ?",  # noqa: S608
        (*values, most, first),
    ).fetchall()
    return Stretch(tuple(_row(connection, row) for row in rows), first, total)


def one(connection: Connection, finding_id: str) -> FindingRow:
    """Return one finding. Raises UnknownId."""
    row = connection.execute(f"SELECT {ROW} FROM shown_finding WHERE id = ?", (finding_id,)).fetchone()  # noqa: S608
    if row is None:
        raise UnknownId(f"no finding has the id {finding_id}; findings change when documents or decisions do")
    return _row(connection, row)


def kinds(connection: Connection) -> dict[str, int]:
    """Return how many findings there are of each kind, in the order in which their first ones come."""
    return dict(
        connection.execute(
            "SELECT kind, count(*) FROM shown_finding GROUP BY kind ORDER BY min(n)"
        ).fetchall()
    )


def figures_at(
    connection: Connection, passages: Iterable[Passage]
) -> dict[Passage, tuple[tuple[str, str], ...]]:
    """Return id and label of the figures whose claims have exactly these places, by place; places without one are left out."""
    wanted = to_json([[each.document, each.span.start, each.span.end] for each in set(passages)])
    found: dict[Passage, list[tuple[str, str]]] = {}
    for document, start, end, figure, label in connection.execute(FIGURES_AT, (wanted,)):
        found.setdefault(Passage(document, Span(start, end)), []).append((figure, label))
    return {passage: tuple(figures) for passage, figures in found.items()}


def _row(connection: Connection, row: tuple[str, int, str, str, float, int]) -> FindingRow:
    id_, n, kind, says, weight, accepted = row
    found = derived.with_evidence(connection, (id_, kind, says, weight))
    return FindingRow(id_, n + 1, found, bool(accepted))
