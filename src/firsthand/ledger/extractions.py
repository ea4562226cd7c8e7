"""What was found in a document, kept in one transaction; an earlier extraction of it is replaced as a whole."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from firsthand.ledger import crowds, documents, history, search, waiting
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.derived import unsettle
from firsthand.ledger.json_text import to_json
from firsthand.ledger.mark_kinds import KINDS, extent
from firsthand.ledger.reviews import renew
from firsthand.records import Claim, Extraction, Link, Original, Problem, Reuse

OF_DOCUMENT = ("zone", "found_date", "mark", "problem", "voices")
OF_NUMBER = ("claim_key", "claim_outline", "print", "story")
"""Tables whose rows belong to one document, by its id and by its number; links go with their claims."""

UPSERT = """
INSERT INTO document (id, original, name, media_type, title, publisher, authors, language, kind, published, pages,
    engine, at, text_sha256, text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET media_type = excluded.media_type, title = excluded.title,
    publisher = excluded.publisher, authors = excluded.authors, language = excluded.language, kind = excluded.kind,
    published = excluded.published, pages = excluded.pages, engine = excluded.engine, at = excluded.at,
    text_sha256 = excluded.text_sha256, text = excluded.text
RETURNING number
"""


def keep(connection: Connection, extraction: Extraction) -> None:
    """Keep all that was found in a document, in one transaction; it waits to be compared with the others."""
    document = extraction.document
    with transaction(connection):
        text_sha256 = put(connection, extraction)
        said = {"document": document.id, "original": document.original.sha256, "engine": extraction.engine}
        history.record(connection, "keep", {**said, "text": text_sha256, "claims": len(extraction.claims)})


def put(connection: Connection, extraction: Extraction) -> str:
    """Do the same without an entry in the history, and return the hash of the text: a merge of copies brings the entries along."""
    document = extraction.document
    text_sha256 = sha256_of(document.text)
    with transaction(connection):
        known = connection.execute("SELECT 1 FROM document WHERE id = ?", (document.id,)).fetchone()
        unsettle(connection, clear=known is not None)  # what a new document says is in none of them
        indexed = search.is_indexed(connection, document, text_sha256)
        if not indexed:
            search.remove(connection, document.id)
        remove_found(connection, document.id)
        number = _insert_document(connection, extraction, text_sha256)
        if not indexed:
            search.add(connection, number, document)
        _insert_marks(connection, extraction)
        _insert_claims(connection, extraction.claims)
        _insert_lookups(connection, number, extraction)
        waiting.arrive(connection, number)
        insert_problems(connection, document.id, extraction.problems, document.original.name)
        connection.execute("DELETE FROM failure WHERE document = ?", (document.id,))
        connection.execute("DELETE FROM reread WHERE document = ?", (document.id,))
        renew(connection, document.id)
    return text_sha256


def link(connection: Connection, document_id: str, links: Iterable[Link], reuses: Iterable[Reuse]) -> None:
    """Keep how a document stands to the others, in the place of what was kept of that before, in one transaction."""
    with transaction(
        connection, told=False
    ):  # can be made again, and until then the document waits to be compared
        for side in ("earlier", "later"):
            connection.execute(
                f"DELETE FROM link WHERE {side} IN (SELECT id FROM claim WHERE document = ?)",  # noqa: S608
                (document_id,),
            )
        connection.execute("DELETE FROM reuse WHERE a_document = ?1 OR b_document = ?1", (document_id,))
        _insert_links(connection, links, reuses)
        connection.execute(
            "DELETE FROM unlinked WHERE document_number = (SELECT number FROM document WHERE id = ?)",
            (document_id,),
        )


def relink(
    connection: Connection,
    document_id: str,
    others: Iterable[str],
    links: Iterable[Link],
    reuses: Iterable[Reuse],
) -> None:
    """Do the same for a document and some of the others only."""
    with transaction(connection, told=False):
        for other in others:
            for pair in ((document_id, other), (other, document_id)):
                connection.execute(
                    "DELETE FROM link WHERE earlier IN (SELECT id FROM claim WHERE document = ?) "
                    "AND later IN (SELECT id FROM claim WHERE document = ?)",
                    pair,
                )
                connection.execute("DELETE FROM reuse WHERE a_document = ? AND b_document = ?", pair)
        _insert_links(connection, links, reuses)
        connection.execute(
            "DELETE FROM unpaired WHERE pushed = (SELECT number FROM document WHERE id = ?)", (document_id,)
        )


def rekey(
    connection: Connection, document_id: str, lookups: Mapping[int, tuple[Iterable[str], bytes]]
) -> None:
    """Put these keys and outlines in the place of those that the claims at these places of a document have."""
    with transaction(connection, told=False):
        number = documents.number_of(connection, document_id)
        turn = crowds.turn(documents.part(connection, document_id).document)
        for n, (words, outline) in lookups.items():
            connection.execute("DELETE FROM claim_key WHERE document_number = ? AND n = ?", (number, n))
            connection.executemany(
                "INSERT OR IGNORE INTO claim_key (key, turn, document_number, n) VALUES (?, ?, ?, ?)",
                [(key, turn, number, n) for key in sorted(words)],
            )
            connection.execute("INSERT OR REPLACE INTO claim_outline VALUES (?, ?, ?)", (number, n, outline))


def fail(
    connection: Connection,
    document_id: str,
    original: Original | None,
    problems: Sequence[Problem],
    engine: str,
) -> None:
    """Keep why a file could not be read, under the id that its document would have."""
    name, sha256 = (original.name, original.sha256) if original else (None, None)
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO failure (document, original, name, engine, at) VALUES (?, ?, ?, ?, ?)",
            (document_id, sha256, name, engine, history.now()),
        )
        connection.execute("DELETE FROM problem WHERE document = ?", (document_id,))
        insert_problems(connection, document_id, problems, name)
        history.record(connection, "fail", {"document": document_id, "original": sha256, "engine": engine})


def remove_found(connection: Connection, document_id: str) -> None:
    """Remove what was found in a document, and all that rests on it; the document itself stays."""
    for table in OF_DOCUMENT:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))  # noqa: S608
    row = connection.execute("SELECT number FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return
    waiting.leave(connection, *row)
    for table in OF_NUMBER:
        connection.execute(f"DELETE FROM {table} WHERE document_number = ?", row)  # noqa: S608
    connection.execute("DELETE FROM claim WHERE document = ?", (document_id,))
    connection.execute("DELETE FROM reuse WHERE a_document = ?1 OR b_document = ?1", (document_id,))


def insert_problems(
    connection: Connection, document_id: str, problems: Iterable[Problem], name: str | None
) -> None:
    """Keep problems under a document's id, which also stands for its file name: that may hold the name of a person."""
    connection.executemany(
        "INSERT INTO problem (document, n, whereabouts, says) VALUES (?, ?, ?, ?)",
        [
            (document_id, n, document_id if problem.where == name else problem.where, problem.says)
            for n, problem in enumerate(problems)
        ],
    )


def sha256_of(text: str) -> str:
    """Return the hash that is kept with a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _insert_document(connection: Connection, extraction: Extraction, text_sha256: str) -> int:
    document = extraction.document
    row = connection.execute(UPSERT, _columns(extraction, text_sha256)).fetchone()
    connection.executemany(
        "INSERT INTO zone (document, n, start, end, kind) VALUES (?, ?, ?, ?, ?)",
        [
            (document.id, n, zone.span.start, zone.span.end, zone.kind)
            for n, zone in enumerate(document.zones)
        ],
    )
    connection.executemany(
        "INSERT INTO found_date (document, n, date, origin, event, start, end) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (document.id, n, found.date, found.origin, found.event, *_ends(found.span))
            for n, found in enumerate(document.dates)
        ],
    )
    connection.execute(
        "INSERT INTO voices (document, named, bodies, names) VALUES (?, ?, ?, ?)",
        (
            document.id,
            to_json(extraction.voices.named),
            to_json(extraction.voices.bodies),
            to_json(sorted(extraction.voices.names)),
        ),
    )
    return int(row[0])


def _columns(extraction: Extraction, text_sha256: str) -> tuple[Any, ...]:
    document = extraction.document
    return (
        document.id, document.original.sha256, document.original.name, document.original.media_type,
        document.title, document.publisher, to_json(document.authors), document.language, document.kind,
        document.published, to_json(document.pages), extraction.engine, history.now(), text_sha256,
        document.text,
    )  # fmt: skip


def _ends(span: Any) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _insert_marks(connection: Connection, extraction: Extraction) -> None:
    rows = []
    for field, (kind, _) in KINDS.items():
        for n, mark in enumerate(getattr(extraction.marks, field)):
            span = extent(mark)
            rows.append((extraction.document.id, kind, n, span.start, span.end, to_json(mark)))
    connection.executemany(
        "INSERT INTO mark (document, kind, n, start, end, value) VALUES (?, ?, ?, ?, ?, ?)", rows
    )


def _insert_claims(connection: Connection, claims: Iterable[Claim]) -> None:
    connection.executemany(
        "INSERT INTO claim (id, document, n, start, end, text, quantity, quantity_text, measure, population, whole, "
        "place, period, chain, first_hand, basis, because, terms, citations, spoken) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                claim.id, claim.document, n, claim.span.start, claim.span.end, claim.text,
                to_json(claim.quantity) if claim.quantity else None, claim.quantity_text, claim.measure,
                claim.population, claim.whole, claim.place, claim.period, to_json(claim.chain), claim.first_hand,
                claim.basis, claim.because, to_json(claim.terms), to_json(claim.citations), claim.spoken,
            )
            for n, claim in enumerate(claims)
        ],
    )  # fmt: skip


def _insert_lookups(connection: Connection, number: int, extraction: Extraction) -> None:
    turn = crowds.turn(extraction.document)
    connection.executemany(
        "INSERT OR IGNORE INTO claim_key (key, turn, document_number, n) VALUES (?, ?, ?, ?)",
        sorted((key, turn, number, n) for n, keys in enumerate(extraction.keys) for key in keys),
    )
    connection.executemany(
        "INSERT INTO claim_outline (document_number, n, outline) VALUES (?, ?, ?)",
        [(number, n, outline) for n, outline in enumerate(extraction.outlines)],
    )
    connection.executemany(
        "INSERT INTO print (value, turn, document_number, weight) VALUES (?, ?, ?, ?)",
        [(value, turn, number, weight) for value, weight in sorted(extraction.prints.items())],
    )
    if extraction.story:
        connection.execute(
            "INSERT INTO story (document_number, words) VALUES (?, ?)", (number, extraction.story)
        )


def _insert_links(connection: Connection, links: Iterable[Link], reuses: Iterable[Reuse]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO link (earlier, later, kind, weight, drift, because) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (link.earlier, link.later, link.kind, link.weight, to_json(link.drift), to_json(link.because))
            for link in links
        ],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO reuse (a_document, a_start, a_end, b_document, b_start, b_end, words) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                reuse.a.document, reuse.a.span.start, reuse.a.span.end,
                reuse.b.document, reuse.b.span.start, reuse.b.span.end, reuse.words,
            )
            for reuse in reuses
        ],
    )  # fmt: skip
