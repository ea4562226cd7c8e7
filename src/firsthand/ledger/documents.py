"""Documents, marks, claims, links and problems as they were kept, back as records."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from firsthand.errors import UnknownId
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import from_json, to_json
from firsthand.ledger.mark_kinds import KINDS
from firsthand.ledger.rows import CLAIM, COLUMNS, OF_CLAIM, REVIEWED, as_claim, head
from firsthand.records import (
    Claim,
    Document,
    FoundDate,
    Link,
    Marks,
    Passage,
    Problem,
    Reuse,
    Sheet,
    Span,
    Subject,
    Voice,
    Voices,
    Zone,
)

M = TypeVar("M")

SOME_CLAIMS = f"""
WITH wanted AS MATERIALIZED (
    SELECT CAST(one.key AS INTEGER) AS number, place.value AS n FROM json_each(?) AS one, json_each(one.value) AS place
)
SELECT wanted.number, {", ".join(f"claim.{column}" for column in CLAIM.split(", "))}, {REVIEWED}
FROM wanted CROSS JOIN document ON document.number = wanted.number
    CROSS JOIN claim ON claim.document = document.id AND claim.n = wanted.n
    LEFT JOIN reviewed ON reviewed.claim = claim.id
ORDER BY wanted.number, wanted.n
"""  # noqa: S608
HEADS = f"""
WITH wanted AS MATERIALIZED (SELECT value AS number FROM json_each(?))
SELECT document.number, ifnull(named, '[]'), ifnull(bodies, '{{}}'), ifnull(names, '[]'), {COLUMNS}
FROM wanted CROSS JOIN document ON document.number = wanted.number
    LEFT JOIN voices ON voices.document = document.id
ORDER BY document.number
"""  # noqa: S608
SUBJECTS = """
SELECT document.number, title, publisher, ifnull(named, '[]'), ifnull(bodies, '{}'), ifnull(names, '[]')
FROM json_each(?) AS wanted CROSS JOIN document ON document.number = wanted.value
    LEFT JOIN voices ON voices.document = document.id
"""
LINKS = """
WITH found AS (
    SELECT earlier, later, kind, weight, drift, because FROM shown_link WHERE kind <> 'same' OR NOT EXISTS (
        SELECT 1 FROM link_reviewed AS said
        WHERE said.one = min(earlier, later) AND said.other = max(earlier, later) AND said.together = 1
    )
    UNION ALL
    SELECT
        CASE WHEN (ifnull(a.published, '9999'), a.id) <= (ifnull(b.published, '9999'), b.id) THEN said.one ELSE said.other END,
        CASE WHEN (ifnull(a.published, '9999'), a.id) <= (ifnull(b.published, '9999'), b.id) THEN said.other ELSE said.one END,
        'same', 1.0, '[]', '["by the decision of a reviewer"]'
    FROM link_reviewed AS said JOIN claim AS first ON first.id = said.one JOIN claim AS second ON second.id = said.other
        JOIN document AS a ON a.id = first.document JOIN document AS b ON b.id = second.document
    WHERE said.together = 1 AND NOT EXISTS (SELECT 1 FROM reviewed WHERE standing = 'rejected' AND claim IN (said.one, said.other))
)
SELECT earlier, later, kind, weight, drift, because FROM found {which}
ORDER BY earlier, later, kind
"""
PAGE = 200
"""Ids fetched at a time, so that documents may be kept while all of them are gone through."""


def ids(connection: Connection) -> Iterator[str]:
    """Yield the ids of all documents in order; the dossier may be written to meanwhile."""
    last = ""
    while True:
        rows = connection.execute(
            "SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?", (last, PAGE)
        ).fetchall()
        if not rows:
            return
        for (last,) in rows:
            yield last


def documents(connection: Connection) -> Iterator[Document]:
    """Yield all documents by id, each with an empty text."""
    for document_id in ids(connection):
        row = connection.execute(f"SELECT {COLUMNS} FROM document WHERE id = ?", (document_id,)).fetchone()  # noqa: S608
        if row is not None:
            yield _document(connection, row, "")


def document(connection: Connection, document_id: str) -> Document:
    """Return a document with its text. Raises UnknownId."""
    row = connection.execute(f"SELECT {COLUMNS}, text FROM document WHERE id = ?", (document_id,)).fetchone()  # noqa: S608
    if row is None:
        raise UnknownId(f"no document has the id {document_id}")
    return _document(connection, row[:-1], row[-1])


def text(connection: Connection, document_id: str) -> str:
    """Return the text of a document. Raises UnknownId."""
    row = connection.execute("SELECT text FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no document has the id {document_id}")
    return str(row[0])


def number_of(connection: Connection, document_id: str) -> int:
    """Return what stands for a document inside this file. Raises UnknownId."""
    row = connection.execute("SELECT number FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no document has the id {document_id}")
    return int(row[0])


def id_of(connection: Connection, number: int) -> str:
    """Return the id of the document for which a number stands."""
    ((found,),) = connection.execute("SELECT id FROM document WHERE number = ?", (number,)).fetchall()
    return str(found)


def name_of(connection: Connection, document_id: str) -> str:
    """Return the name under which a document or an unreadable file came. Raises UnknownId."""
    row = connection.execute(
        "SELECT name FROM document WHERE id = ?1 UNION ALL SELECT name FROM failure WHERE document = ?1",
        (document_id,),
    ).fetchone()
    if row is None or row[0] is None:
        raise UnknownId(f"no document has the id {document_id}")
    name: str = row[0]
    return name


def engine_of(connection: Connection, document_id: str) -> str | None:
    """Return the version that last read a document or failed to, None when none has."""
    row = connection.execute(
        "SELECT engine FROM failure WHERE document = ?1 UNION ALL SELECT engine FROM document WHERE id = ?1",
        (document_id,),
    ).fetchone()
    return row[0] if row else None


def failure(connection: Connection, document_id: str) -> tuple[str, ...]:
    """Return the reasons for which a file could not be read, nothing when it was read or never came."""
    rows = connection.execute(
        "SELECT says FROM problem JOIN failure USING (document) WHERE document = ? ORDER BY n", (document_id,)
    )
    return tuple(says for (says,) in rows)


def marks(connection: Connection, document_id: str, fields: Collection[str] = ()) -> Marks:
    """Return everything underlined in a document, or only some fields of it; empty when there is nothing."""
    found: dict[str, Any] = {}
    for field in fields or KINDS:
        kind, type_ = KINDS[field]
        found[field] = tuple(_marks(connection, document_id, kind, type_))
    return Marks(**found)


def _marks(connection: Connection, document_id: str, kind: str, type_: type[M]) -> Iterator[M]:
    rows = connection.execute(
        "SELECT value FROM mark WHERE document = ? AND kind = ? ORDER BY n", (document_id, kind)
    )
    for (value,) in rows:
        yield from_json(type_, value)


def claims(connection: Connection, document_id: str) -> Iterator[Claim]:
    """Yield the claims of a document in their order."""
    rows = connection.execute(f"{OF_CLAIM} WHERE document = ? ORDER BY n", (document_id,))
    yield from map(as_claim, rows.fetchall())


def claims_at(connection: Connection, document_id: str, places: Sequence[int]) -> list[Claim]:
    """Return the claims of a document at some places, in their order."""
    rows = connection.execute(
        f"{OF_CLAIM} WHERE document = ? AND n IN (SELECT value FROM json_each(?)) ORDER BY n",  # noqa: S608
        (document_id, to_json(places)),
    )
    return list(map(as_claim, rows.fetchall()))


def extracted(connection: Connection, document_id: str) -> Iterator[Claim]:
    """Yield the claims of a document as they were extracted, without what people said of them."""
    rows = connection.execute(f"{OF_CLAIM} WHERE document = ? ORDER BY n", (document_id,))
    yield from (as_claim((*row[:-2], None, None)) for row in rows.fetchall())


def all_claims(connection: Connection) -> Iterator[Claim]:
    """Yield the claims of all documents, document by document."""
    for document_id in ids(connection):
        yield from claims(connection, document_id)


def claim(connection: Connection, claim_id: str) -> Claim:
    """Return one claim. Raises UnknownId."""
    row = connection.execute(f"{OF_CLAIM} WHERE id = ?", (claim_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no claim has the id {claim_id}")
    return as_claim(row)


def claims_of(connection: Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """Return claims by id, in the order of the ids; ids that stand for none are left out."""
    wanted = list(dict.fromkeys(ids))
    rows = connection.execute(f"{OF_CLAIM} WHERE id IN (SELECT value FROM json_each(?))", (to_json(wanted),))  # noqa: S608
    found = {row[0]: as_claim(row) for row in rows}
    return {id_: found[id_] for id_ in wanted if id_ in found}


def sheet(connection: Connection, document_id: str) -> Sheet:
    """Return what the links room needs of a document. Raises UnknownId."""
    kind, type_ = KINDS["attributions"]
    return Sheet(
        document(connection, document_id),
        tuple(claims(connection, document_id)),
        tuple(_marks(connection, document_id, kind, type_)),
        voices(connection, document_id),
    )


def part(connection: Connection, document_id: str) -> Sheet:
    """Return the claims of a document, its voices and its head, without text, zones and attributions. Raises UnknownId."""
    row = connection.execute(f"SELECT {COLUMNS} FROM document WHERE id = ?", (document_id,)).fetchone()  # noqa: S608
    if row is None:
        raise UnknownId(f"no document has the id {document_id}")
    return Sheet(head(row), tuple(claims(connection, document_id)), (), voices(connection, document_id))


def parts(connection: Connection, places: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, Sheet]]:
    """Yield the same with only some claims of several documents, by number: those at the given places, in their order."""
    numbers = sorted(places)
    for first in range(0, len(numbers), PAGE):
        some = {number: places[number] for number in numbers[first : first + PAGE]}
        found: dict[int, list[Claim]] = {number: [] for number in some}
        for number, *row in connection.execute(SOME_CLAIMS, (to_json(some),)):
            found[number].append(as_claim(tuple(row)))
        for number, named, bodies, names, *row in connection.execute(HEADS, (to_json(list(some)),)):
            said = _voices(named, bodies, names)
            yield number, Sheet(head(tuple(row)), tuple(found[number]), (), said)


def subjects(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Subject]]:
    """Yield what some documents are about, by number."""
    for number, title, publisher, *named in connection.execute(SUBJECTS, (to_json(numbers),)):
        yield number, Subject(title, publisher, _voices(*named))


def voices(connection: Connection, document_id: str) -> Voices:
    """Return who is named in a document as the maker of figures, and who stands for whom."""
    row = connection.execute(
        "SELECT named, bodies, names FROM voices WHERE document = ?", (document_id,)
    ).fetchone()
    return _voices(*row) if row else Voices()


@lru_cache(maxsize=512)
def _voices(named: str, bodies: str, names: str) -> Voices:
    """The voices of a document; while documents are compared the same ones are asked for again and again."""
    return Voices(
        from_json(tuple[Voice, ...], named),
        from_json(dict[str, str], bodies),
        from_json(frozenset[str], names),
    )


def links(connection: Connection, claim_id: str | None = None) -> Iterator[Link]:
    """Yield the links by the ids of their claims, those of one claim if one is named; none that people do not let stand.

    Hidden are those of a rejected claim, between claims that were put apart, and those that were rejected. Claims
    that were put together have a sure link.
    """
    which, values = ("WHERE earlier = ?1 OR later = ?1", (claim_id,)) if claim_id else ("", ())
    yield from map(_link, connection.execute(LINKS.format(which=which), values))


def links_within(connection: Connection, figure_id: str) -> Iterator[Link]:
    """Yield the links between claims of one figure."""
    of_figure = "(SELECT claim FROM figure_claim WHERE figure = ?1)"
    which = f"WHERE earlier IN {of_figure} AND later IN {of_figure}"
    yield from map(_link, connection.execute(LINKS.format(which=which), (figure_id,)))


def reuses(connection: Connection) -> Iterator[Reuse]:
    """Yield the passages that two documents share, by document and place."""
    rows = connection.execute(
        "SELECT a_document, a_start, a_end, b_document, b_start, b_end, words FROM reuse "
        "ORDER BY a_document, a_start, a_end, b_document, b_start, b_end"
    )
    for a, a_start, a_end, b, b_start, b_end, words in rows:
        yield Reuse(Passage(a, Span(a_start, a_end)), Passage(b, Span(b_start, b_end)), words)


def problems(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of all documents and of all files that could not be read, by id."""
    for where, says in connection.execute("SELECT whereabouts, says FROM problem ORDER BY document, n"):
        yield Problem(where, says)


def _link(row: tuple[Any, ...]) -> Link:
    earlier, later, kind, weight, drift, because = row
    return Link(
        earlier, later, kind, weight, from_json(tuple[Any, ...], drift), from_json(tuple[str, ...], because)
    )


def _document(connection: Connection, row: tuple[Any, ...], text: str) -> Document:
    id_ = row[0]
    zones = connection.execute("SELECT start, end, kind FROM zone WHERE document = ? ORDER BY n", (id_,))
    dates = connection.execute(
        "SELECT date, origin, start, end, event FROM found_date WHERE document = ? ORDER BY n", (id_,)
    )
    return replace(
        head(row),
        text=text,
        zones=tuple(Zone(Span(start, end), role) for start, end, role in zones),
        dates=tuple(
            FoundDate(date, origin, _span(start, end), event) for date, origin, start, end, event in dates
        ),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
