"""Figures by the screenful: filtered and sorted by what is kept of each, with their values and origins."""

from collections.abc import Mapping
from typing import Any

from firsthand.errors import UnknownId
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import from_json, to_json
from firsthand.records import Badge, FigureFilter, FigureRow, Quantity, Stated, Stretch

BADGES: Mapping[Badge, str] = {
    "impossible": "summary.impossible > 0",
    "conflicts": "summary.conflict > 0",
    "drifts": "summary.drift > 0",
    "updated": "summary.updates > 0",
    "agrees": "summary.same > 0 AND summary.drift = 0 AND summary.conflict = 0 AND summary.impossible = 0",
    "untraceable": "summary.origins = 0",
}
"""What each badge means, the gravest first."""

ORDERS: Mapping[str, str] = {
    "documents": "summary.documents {}, summary.claims {}",
    "claims": "summary.claims {}",
    "origins": "summary.origins {}",
    "label": "figure.label COLLATE NOCASE {}",
    "value": "ifnull(summary.high, summary.low) {}",
}
BOTH = "figure_summary AS summary JOIN figure ON figure.id = summary.figure"

VALUES = """
SELECT figure_claim.figure, json_insert(claim.quantity, '$.low', NULL, '$.high', NULL), claim.quantity_text,
    min(figure_claim.n)
FROM figure_claim JOIN shown_claim AS claim ON claim.id = figure_claim.claim
WHERE figure_claim.figure IN (SELECT value FROM json_each(?)) AND claim.quantity IS NOT NULL
GROUP BY figure_claim.figure, lower(claim.quantity_text), json_extract(claim.quantity, '$.low'),
    json_extract(claim.quantity, '$.high')
ORDER BY figure_claim.figure, min(figure_claim.n)
"""
"""The values of some figures, each wording once. In a quantity that a person set right an open end is missing: it is put in."""

ORIGINS = (
    "SELECT figure, name FROM origin WHERE figure IN (SELECT value FROM json_each(?)) ORDER BY figure, n"
)


def stretch(connection: Connection, wanted: FigureFilter, first: int, most: int) -> Stretch[FigureRow]:
    """Return the figures that a filter lets through, in its order."""
    which, values = _condition(wanted)
    (total,) = connection.execute(f"SELECT count(*) FROM {BOTH} WHERE {which}", values).fetchone()  # noqa: S608
    order = ORDERS[wanted.order].format(*["ASC" if wanted.ascending else "DESC"] * 2)
    found = _rows(connection, f"{which} ORDER BY {order}, figure.n LIMIT ? OFFSET ?", (*values, most, first))
    return Stretch(found, first, total)


def one(connection: Connection, figure_id: str) -> FigureRow:
    """Return one figure as a list shows it. Raises UnknownId."""
    found = _rows(connection, "figure.id = ?", (figure_id,))
    if not found:
        raise UnknownId(f"no figure has the id {figure_id}; figures change when documents or decisions do")
    return found[0]


def counts(connection: Connection) -> dict[str, int]:
    """Return how many figures there are with each badge, and "all" and "shared" by several documents."""
    sums = ", ".join(f"ifnull(sum({condition}), 0)" for condition in BADGES.values())
    row = connection.execute(
        f"SELECT count(*), ifnull(sum(summary.documents > 1), 0), {sums} FROM figure_summary AS summary"  # noqa: S608
    ).fetchone()
    return dict(zip(("all", "shared", *BADGES), row, strict=True))


def _condition(wanted: FigureFilter) -> tuple[str, tuple[Any, ...]]:
    conditions, values = ["summary.documents >= ?"], [wanted.least]
    parts: list[Any] = values
    for word in wanted.words.split():
        like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        conditions.append(
            "(figure.label LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM origin WHERE origin.figure = figure.id "
            "AND origin.name LIKE ? ESCAPE '\\'))"
        )
        parts += [like, like]
    if wanted.badge:
        conditions.append(f"({BADGES[wanted.badge]})")
    if wanted.kind:
        conditions.append("summary.kind = ?")
        parts.append(wanted.kind)
    return " AND ".join(conditions), tuple(parts)


def _rows(connection: Connection, which: str, values: tuple[Any, ...]) -> tuple[FigureRow, ...]:
    badges = ", ".join(BADGES.values())
    rows = connection.execute(
        f"SELECT figure.id, figure.label, summary.claims, summary.documents, summary.kind, {badges} "  # noqa: S608
        f"FROM {BOTH} WHERE {which}",
        values,
    ).fetchall()
    ids = to_json([row[0] for row in rows])
    stated: dict[str, list[Stated]] = {}
    for figure, quantity, text, _ in connection.execute(VALUES, (ids,)):
        stated.setdefault(figure, []).append(Stated(from_json(Quantity, quantity), text or ""))
    origins: dict[str, list[str]] = {}
    for figure, name in connection.execute(ORIGINS, (ids,)):
        origins.setdefault(figure, []).append(name)
    return tuple(
        FigureRow(
            id=id_,
            label=label,
            claims=claims,
            documents=documents,
            origins=tuple(origins.get(id_, ())),
            kind=kind,
            badges=tuple(badge for badge, has in zip(BADGES, flags, strict=True) if has),
            values=tuple(stated.get(id_, ())),
        )
        for id_, label, claims, documents, kind, *flags in rows
    )
