"""Figures and findings: made anew from claims, links and judgements, and gone as soon as their words may be."""

from collections.abc import Iterable, Iterator
from itertools import islice

from firsthand.errors import DossierError, UnknownId
from firsthand.ledger import summaries
from firsthand.ledger.connection import Connection, transaction, unchecked_references
from firsthand.ledger.json_text import from_json, to_json
from firsthand.ledger.reviews import renew_findings
from firsthand.records import Evidence, Figure, Finding, Origin, Passage, Span, identity

CHILDREN_FIRST = (
    "evidence",
    "finding",
    "origin_claim",
    "origin",
    "figure_claim",
    "figure_summary",
    "figure",
    "unclaimed",
)


AT_ONCE = 500
"""Figures that are inserted together."""

IN_ORDER = """
UPDATE figure SET n = place.n FROM (
    SELECT figure, row_number() OVER (ORDER BY first) - 1 AS n
    FROM (SELECT figure, min(claim) AS first FROM figure_claim GROUP BY figure)
) AS place WHERE place.figure = figure.id
"""

STRAY = (
    "SELECT claim FROM figure_claim EXCEPT SELECT id FROM claim",
    "SELECT claim FROM origin_claim EXCEPT SELECT id FROM claim",
    "SELECT document FROM evidence EXCEPT SELECT id FROM document",
)
"""What figures and findings refer to that is not there: asked once for all is quicker than for each row."""


def settle(connection: Connection, figures: Iterable[Figure], findings: Iterable[Finding]) -> None:
    """Put these figures, in the order of their smallest claims, and findings, in theirs, in the place of all earlier ones.

    Raises DossierError, with the dossier as it was, when one is of a claim or a document that is not there.
    """
    with unchecked_references(connection), transaction(connection):
        _clear(connection)
        _insert_figures(connection, figures)
        connection.execute(IN_ORDER)
        summaries.fill(connection)  # while other processes work findings out
        for n, finding in enumerate(findings):
            _insert_finding(connection, n, finding)
        if any(connection.execute(found).fetchone() for found in STRAY):
            raise DossierError(
                "a figure or finding is of words that are not in the dossier, which is as it was"
            )
        renew_findings(connection)
        summaries.add_findings(connection)
        connection.execute("UPDATE meta SET value = 1 WHERE name = 'settled'")


def unsettle(connection: Connection, *, clear: bool) -> None:
    """Say that figures and findings are out of date; ``clear`` removes them, because their words may be gone."""
    connection.execute("UPDATE meta SET value = 0 WHERE name = 'settled' AND value <> 0")
    if (
        clear
        and connection.execute(
            "SELECT EXISTS (SELECT 1 FROM figure) OR EXISTS (SELECT 1 FROM finding)"
        ).fetchone()[0]
    ):
        _clear(connection)


def is_settled(connection: Connection) -> bool:
    """Whether figures and findings are up to date."""
    (value,) = connection.execute("SELECT value FROM meta WHERE name = 'settled'").fetchone()
    return bool(value)


def figures(connection: Connection) -> Iterator[Figure]:
    """Yield the figures in the order of their smallest claims."""
    rows = connection.execute("SELECT id, label, measure, population FROM figure ORDER BY n")
    for row in rows:
        yield _figure(connection, row)


def figure(connection: Connection, figure_id: str) -> Figure:
    """Return one figure. Raises UnknownId."""
    row = connection.execute(
        "SELECT id, label, measure, population FROM figure WHERE id = ?", (figure_id,)
    ).fetchone()
    if row is None:
        raise UnknownId(f"no figure has the id {figure_id}")
    return _figure(connection, row)


def figure_of(connection: Connection, claim_id: str) -> Figure | None:
    """Return the figure to which a claim belongs, None when it belongs to none."""
    row = connection.execute(
        "SELECT figure FROM figure_claim WHERE claim = ? ORDER BY figure", (claim_id,)
    ).fetchone()
    return figure(connection, row[0]) if row else None


def findings(connection: Connection) -> Iterator[Finding]:
    """Yield the findings in the order in which they were settled, but for those that a person rejected."""
    for row in connection.execute("SELECT id, kind, says, weight FROM shown_finding ORDER BY n"):
        yield with_evidence(connection, row)


def finding(connection: Connection, id_: str) -> Finding:
    """Return one finding. Raises UnknownId."""
    row = connection.execute("SELECT id, kind, says, weight FROM finding WHERE id = ?", (id_,)).fetchone()
    if row is None:
        raise UnknownId(f"no finding has the id {id_}")
    return with_evidence(connection, row)


def finding_id(finding: Finding) -> str:
    """Return the id of a finding: the hash of its kind, its words and its evidence."""
    places = [
        f"{evidence.passage.document} {evidence.passage.span.start} {evidence.passage.span.end}"
        for evidence in finding.evidence
    ]
    return identity("finding", finding.kind, finding.says, *places)


def _clear(connection: Connection) -> None:
    for table in CHILDREN_FIRST:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608


def _insert_figures(connection: Connection, figures: Iterable[Figure]) -> None:
    """Insert figures, some at a time: a statement for each row would take longer than to make them."""
    numbered = enumerate(figures)
    while some := list(islice(numbered, AT_ONCE)):
        connection.executemany(
            "INSERT INTO figure (id, n, label, measure, population) VALUES (?, ?, ?, ?, ?)",
            [(figure.id, n, figure.label, figure.measure, figure.population) for n, figure in some],
        )
        connection.executemany(
            "INSERT INTO figure_claim (figure, n, claim) VALUES (?, ?, ?)",
            [(figure.id, n, claim) for _, figure in some for n, claim in enumerate(figure.claims)],
        )
        origins = [(figure.id, n, origin) for _, figure in some for n, origin in enumerate(figure.origins)]
        connection.executemany(
            "INSERT INTO origin (figure, n, name, because) VALUES (?, ?, ?, ?)",
            [(figure, n, origin.name, to_json(origin.because)) for figure, n, origin in origins],
        )
        connection.executemany(
            "INSERT INTO origin_claim (figure, origin, n, claim) VALUES (?, ?, ?, ?)",
            [
                (figure, n, place, claim)
                for figure, n, origin in origins
                for place, claim in enumerate(origin.claims)
            ],
        )


def _insert_finding(connection: Connection, n: int, finding: Finding) -> None:
    id_ = finding_id(finding)
    added = connection.execute(
        "INSERT OR IGNORE INTO finding (id, n, kind, says, weight) VALUES (?, ?, ?, ?, ?)",
        (id_, n, finding.kind, finding.says, finding.weight),
    ).rowcount
    if not added:  # the same sentence about the same words: it is there
        return
    connection.executemany(
        "INSERT INTO evidence (finding, n, document, start, end, text) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (id_, place, words.passage.document, words.passage.span.start, words.passage.span.end, words.text)
            for place, words in enumerate(finding.evidence)
        ],
    )


def _figure(connection: Connection, row: tuple[str, str, str, str | None]) -> Figure:
    id_, label, measure, population = row
    claims = connection.execute("SELECT claim FROM figure_claim WHERE figure = ? ORDER BY n", (id_,))
    origins = connection.execute(
        "SELECT n, name, because FROM origin WHERE figure = ? ORDER BY n", (id_,)
    ).fetchall()
    return Figure(
        id_,
        label,
        measure,
        population,
        tuple(claim for (claim,) in claims),
        tuple(_origin(connection, id_, *origin) for origin in origins),
    )


def _origin(connection: Connection, figure_id: str, n: int, name: str, because: str) -> Origin:
    rows = connection.execute(
        "SELECT claim FROM origin_claim WHERE figure = ? AND origin = ? ORDER BY n", (figure_id, n)
    )
    return Origin(name, tuple(claim for (claim,) in rows), from_json(tuple[str, ...], because))


def with_evidence(connection: Connection, row: tuple[str, str, str, float]) -> Finding:
    """Return a finding, given its id, kind, sentence and weight, with its evidence."""
    id_, kind, says, weight = row
    rows = connection.execute(
        "SELECT document, start, end, text FROM evidence WHERE finding = ? ORDER BY n", (id_,)
    )
    evidence = tuple(
        Evidence(Passage(document, Span(start, end)), text) for document, start, end, text in rows
    )
    return Finding(kind, says, weight, evidence)
