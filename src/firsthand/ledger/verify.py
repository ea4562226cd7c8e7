"""Whether a dossier is what it was: the file, the originals, the texts, every span, and the history."""

import hashlib
import zlib
from collections.abc import Callable, Iterator

import msgspec

from firsthand.errors import DossierError
from firsthand.ledger import documents, history, originals
from firsthand.ledger.connection import Connection
from firsthand.ledger.extractions import sha256_of
from firsthand.ledger.forgetting import UNFINISHED, is_scrubbed
from firsthand.ledger.reviews import COLUMNS, as_judgement
from firsthand.records import Document, Problem, Span

Progress = Callable[[str, int, int], None]
"""Is told what is being checked, how many are done and how many there are."""


def verify(connection: Connection, progress: Progress | None = None) -> Iterator[Problem]:
    """Yield everything that is not what it was when it was kept; nothing when all is well."""
    tell = progress or _silence
    try:
        for check in (_file, _originals, _documents, _history):
            yield from check(connection, tell)
    except DossierError as error:
        yield Problem("the file", str(error))
        return
    if not is_scrubbed(connection):
        yield Problem("the dossier", UNFINISHED)


def _silence(what: str, done: int, total: int) -> None:
    """Take note of nothing."""
    del what, done, total


def _file(connection: Connection, tell: Progress) -> Iterator[Problem]:
    tell("file", 0, 1)
    for (says,) in connection.execute("PRAGMA integrity_check"):
        if says != "ok":
            yield Problem(
                "the file", "SQLite finds it damaged; take a copy of it from before, and keep this one"
            )
            return
    tables: dict[str, int] = {}
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        tables[table] = tables.get(table, 0) + 1
    for table, number in tables.items():
        yield Problem(f"table {table}", f"rows that refer to something that is not there: {number}")
    yield from _index(connection)
    tell("file", 1, 1)


def _index(connection: Connection) -> Iterator[Problem]:
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return  # SQLite's own check of the index is written like a change
    try:
        connection.execute("INSERT INTO paragraph_words (paragraph_words) VALUES ('integrity-check')")
    except DossierError:
        yield Problem("table paragraph_words", "the full-text index is damaged; search may miss passages")


def _originals(connection: Connection, tell: Progress) -> Iterator[Problem]:
    rows = connection.execute("SELECT sha256, size FROM original ORDER BY sha256").fetchall()
    for done, (sha256, size) in enumerate(rows):
        tell("originals", done, len(rows))
        digest, length = hashlib.sha256(), 0
        try:
            for part in originals.parts(connection, sha256):
                digest.update(part)
                length += len(part)
        except zlib.error:
            length = -1
        if (digest.hexdigest(), length) != (sha256, size):
            yield Problem(sha256, "the bytes of this original are not what was received")
    tell("originals", len(rows), len(rows))


def _documents(connection: Connection, tell: Progress) -> Iterator[Problem]:
    (total,) = connection.execute("SELECT count(*) FROM document").fetchone()
    for done, document_id in enumerate(documents.ids(connection)):
        tell("documents", done, total)
        yield from _document(connection, document_id)
    tell("documents", total, total)


def _document(connection: Connection, document_id: str) -> Iterator[Problem]:
    document = documents.document(connection, document_id)
    (kept,) = connection.execute("SELECT text_sha256 FROM document WHERE id = ?", (document_id,)).fetchone()
    if sha256_of(document.text) != kept:
        yield Problem(document_id, "the text is not the one that was read from the original")
    outside = sum(not _fits(span, document) for span in _spans(connection, document))
    if outside:
        yield Problem(document_id, f"marks or zones that lie outside of the text: {outside}")
    for table, owner in (("claim", "document"), ("evidence", "document")):
        rows = connection.execute(f"SELECT start, end, text FROM {table} WHERE {owner} = ?", (document_id,))  # noqa: S608
        wrong = sum(document.text[start:end] != text or start < 0 for start, end, text in rows)
        if wrong:
            yield Problem(document_id, f"{table}s whose words are not those of the text: {wrong}")


def _spans(connection: Connection, document: Document) -> Iterator[Span]:
    yield from (zone.span for zone in document.zones)
    yield from (found.span for found in document.dates if found.span)
    yield from documents.marks(connection, document.id).spans()
    passages = connection.execute(
        "SELECT a_start, a_end FROM reuse WHERE a_document = ?1 UNION ALL "
        "SELECT b_start, b_end FROM reuse WHERE b_document = ?1 UNION ALL "
        "SELECT paragraph.start, paragraph.end FROM paragraph "
        "JOIN document ON document.number = paragraph.document_number WHERE document.id = ?1",
        (document.id,),
    )
    yield from (Span(start, end) for start, end in passages)


def _fits(span: Span, document: Document) -> bool:
    return 0 <= span.start <= span.end <= len(document.text)


def _history(connection: Connection, tell: Progress) -> Iterator[Problem]:
    (total,) = connection.execute("SELECT count(*) FROM history").fetchone()
    for done, entry in enumerate(history.entries(connection)):
        tell("history", done, total)
        id_ = history.entry_id(entry.parents, entry.at, entry.action, entry.actor, entry.payload)
        if id_ != entry.id:
            yield Problem(entry.id, "this entry of the history was changed")
        if not entry.parents and entry.action != "create":
            yield Problem(entry.id, "this entry of the history has lost the one before it")
        salt, body, erased = connection.execute(
            "SELECT salt, body, erased FROM payload WHERE hash = ?", (entry.payload,)
        ).fetchone() or (None, None, None)
        if erased is None and (salt is None or history.payload_hash(salt, body or "") != entry.payload):
            yield Problem(entry.id, "what this entry of the history recorded was changed")
    yield from _erased(connection)
    yield from _ends(connection)
    tell("history", total, total)


def _erased(connection: Connection) -> Iterator[Problem]:
    """Compare what was erased with what the history says was forgotten."""
    rows = connection.execute(
        "SELECT hash FROM payload WHERE erased IS NOT NULL AND hash NOT IN ("
        "SELECT named.value FROM history JOIN payload AS said ON said.hash = history.payload, "
        "json_each(said.body, '$.payloads') AS named WHERE history.action IN ('forget', 'merge') AND said.body IS NOT NULL)"
    )
    for (hash_,) in rows:
        yield Problem(hash_, "what the history recorded here was erased, but nothing was forgotten")


def _ends(connection: Connection) -> Iterator[Problem]:
    rows = connection.execute(
        "SELECT id FROM history WHERE id NOT IN (SELECT parent FROM history_parent) ORDER BY id"
    )
    if tuple(entry for (entry,) in rows) != history.heads(connection):
        yield Problem("history", "its last entries are not the ones that were written last")
    if connection.execute("SELECT count(*) FROM judgement").fetchone()[0]:
        yield from _judgements(connection)


def _judgements(connection: Connection) -> Iterator[Problem]:
    """Compare every judgement with what the history recorded of it."""
    bodies = connection.execute(
        "SELECT body FROM history JOIN payload ON payload.hash = history.payload WHERE action = 'judge' AND body IS NOT NULL"
    )
    recorded = {said["id"]: said for said in (msgspec.json.decode(body) for (body,) in bodies)}
    for row in connection.execute(f"SELECT {COLUMNS} FROM judgement ORDER BY id"):  # noqa: S608
        kept, said = msgspec.to_builtins(as_judgement(row)), recorded.get(row[0])
        if said is None or any(kept[field] != value for field, value in said.items() if field != "replaces"):
            yield Problem(row[0], "this judgement is not what the history recorded")
        elif isinstance(said.get("replaces"), list) and said["replaces"] != list(kept["replaces"] or ()):
            yield Problem(row[0], "what this judgement takes the place of is not what the history recorded")
