"""Two copies of one dossier put together: what either holds, and nothing chosen between two decisions that disagree.

The same comes out in either order, and doing it again changes nothing. What one copy forgot, both have forgotten.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.errors import DossierError
from firsthand.ledger import crowds, documents, extractions, forgetting, history, judgements, search
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.derived import unsettle
from firsthand.ledger.json_text import canonical, from_json
from firsthand.ledger.originals import tombstone
from firsthand.records import Extraction, Judgement, Problem

ACTOR = "merge"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: how many entries of the history, documents and judgements, and how many documents went."""

    entries: int
    documents: int
    judgements: int
    forgotten: int

    @property
    def is_news(self) -> bool:
        """Whether the other copy held anything that this one did not."""
        return any((self.entries, self.documents, self.judgements, self.forgotten))


def merge(connection: Connection, other: Connection) -> Merged:
    """Take in what another copy holds, in one transaction. Raises DossierError when it is no copy of the same dossier."""
    if _meta(connection, "dossier") != _meta(other, "dossier"):
        raise DossierError(
            "the two are not copies of one dossier, so their decisions cannot be merged; `firsthand add` adds documents"
        )
    with transaction(connection):
        forgotten = _forgotten(connection) | _forgotten(other)
        gone = _target(connection, forgotten)
        away = _target(other, forgotten)
        spoken = {*forgetting.payloads_about(connection, gone), *forgetting.payloads_about(other, away)}
        if gone.documents or gone.originals:
            unsettle(connection, clear=True)
            forgetting.erase(connection, gone)
            search.scrub(connection)
        _take_forgotten(connection, other)
        entries = _take_history(connection, other)
        _take_originals(connection, other, away, forgotten)
        taken = _take_documents(connection, other, away)
        new = _take_judgements(connection, other, away)
        _take_releases(connection, other, away)
        judgements.follow(connection, new)
        _join(connection, spoken)
        if gone.documents or gone.originals or spoken:
            connection.execute("UPDATE meta SET value = 1 WHERE name = 'scrub'")
    return Merged(entries, taken, len(new), len(gone.documents))


def _meta(connection: Connection, name: str) -> object:
    return connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()[0]


def _forgotten(connection: Connection) -> set[str]:
    return {hash_ for (hash_,) in connection.execute("SELECT hash FROM forgotten")}


def _target(connection: Connection, forgotten: set[str]) -> forgetting.Target:
    """What one copy still holds of all that either forgot."""
    ids = [id_ for (id_,) in connection.execute("SELECT id FROM document UNION SELECT document FROM failure")]
    kept = [sha256 for (sha256,) in connection.execute("SELECT sha256 FROM original")]
    return forgetting.target(
        connection,
        {id_ for id_ in ids if tombstone(connection, id_) in forgotten},
        {sha256 for sha256 in kept if tombstone(connection, sha256) in forgotten},
    )


def _take_forgotten(connection: Connection, other: Connection) -> None:
    rows = other.execute("SELECT hash, at FROM forgotten").fetchall()
    connection.executemany("INSERT OR IGNORE INTO forgotten (hash, at) VALUES (?, ?)", rows)


def _take_history(connection: Connection, other: Connection) -> int:
    """Take the entries that are not there yet with their payloads; a payload that either copy erased is erased."""
    connection.executemany(
        "INSERT OR IGNORE INTO payload (hash, salt, body, erased) VALUES (?, ?, ?, ?)",
        other.execute("SELECT hash, salt, body, erased FROM payload"),
    )
    connection.executemany(
        "UPDATE payload SET salt = NULL, body = NULL, erased = ifnull(erased, ?) WHERE hash = ?",
        other.execute("SELECT erased, hash FROM payload WHERE erased IS NOT NULL"),
    )
    before = _count(connection, "history")
    connection.executemany(
        "INSERT OR IGNORE INTO history (id, at, action, actor, payload) VALUES (?, ?, ?, ?, ?)",
        other.execute("SELECT id, at, action, actor, payload FROM history"),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO history_parent (entry, parent) VALUES (?, ?)",
        other.execute("SELECT entry, parent FROM history_parent"),
    )
    connection.execute("DELETE FROM head")
    connection.execute(
        "INSERT INTO head (entry) SELECT id FROM history WHERE id NOT IN (SELECT parent FROM history_parent)"
    )
    return _count(connection, "history") - before


def _take_originals(
    connection: Connection, other: Connection, away: forgetting.Target, forgotten: set[str]
) -> None:
    known = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM original")}
    for sha256, media_type, size in other.execute(
        "SELECT sha256, media_type, size FROM original ORDER BY sha256"
    ):
        if sha256 in known or sha256 in away.originals:
            continue
        connection.execute(
            "INSERT INTO original (sha256, media_type, size) VALUES (?, ?, ?)", (sha256, media_type, size)
        )
        connection.executemany(
            "INSERT INTO original_part (sha256, n, data) VALUES (?, ?, ?)",
            other.execute("SELECT sha256, n, data FROM original_part WHERE sha256 = ?", (sha256,)),
        )
    for sha256, name, inside, at in other.execute("SELECT sha256, name, inside, at FROM receipt"):
        if sha256 in away.originals or (sha256, name) in away.receipts:
            continue
        mark = tombstone(connection, inside) if inside else None
        held = mark if mark in forgotten else inside
        connection.execute(
            "INSERT OR IGNORE INTO receipt (sha256, name, inside, at) VALUES (?, ?, ?, ?)",
            (sha256, name, held, at),
        )


def _take_documents(connection: Connection, other: Connection, away: forgetting.Target) -> int:
    """Take the documents that are not there, and of those that both hold the later extraction; return how many were not there."""
    mine, count = _read(connection), 0
    for id_, (at, engine) in _read(other).items():
        if id_ in away.documents:
            continue
        if id_ not in mine or (at, engine) > mine[id_]:
            extractions.put(connection, _extraction(other, id_, engine))
            connection.execute("UPDATE document SET at = ? WHERE id = ?", (at, id_))
        if id_ not in mine:
            count += 1
        elif _said(connection, id_) != _said(other, id_):
            connection.execute("INSERT OR IGNORE INTO reread (document) VALUES (?)", (id_,))
    connection.executemany(
        "INSERT OR IGNORE INTO reread (document) SELECT id FROM document WHERE id = ?",
        other.execute("SELECT document FROM reread"),
    )
    _take_failures(connection, other, away)
    return count


def _take_failures(connection: Connection, other: Connection, away: forgetting.Target) -> None:
    rows = other.execute("SELECT document, original, name, engine, at FROM failure").fetchall()
    for document, *failure in rows:
        if (
            document in away.documents
            or connection.execute(
                "SELECT 1 FROM document WHERE id = ?1 UNION SELECT 1 FROM failure WHERE document = ?1",
                (document,),
            ).fetchone()
        ):
            continue
        connection.execute(
            "INSERT INTO failure (document, original, name, engine, at) VALUES (?, ?, ?, ?, ?)",
            (document, *failure),
        )
        extractions.insert_problems(connection, document, _problems(other, document), None)
    connection.execute("DELETE FROM failure WHERE document IN (SELECT id FROM document)")


def _read(connection: Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute("SELECT id, at, engine FROM document ORDER BY id").fetchall()
    return {id_: (at, engine) for id_, at, engine in rows}


def _said(connection: Connection, document_id: str) -> set[str]:
    """The judgements with which a document is read."""
    rows = connection.execute(
        "SELECT id FROM judgement WHERE subject = ? AND kind LIKE 'document.%' AND kind <> 'document.review'",
        (document_id,),
    )
    return {id_ for (id_,) in rows}


def _extraction(other: Connection, document_id: str, engine: str) -> Extraction:
    """What another copy holds of a document, as it was extracted."""
    number = documents.number_of(other, document_id)
    rows = other.execute("SELECT value, weight FROM print WHERE document_number = ?", (number,))
    kept = other.execute("SELECT outline FROM claim_outline WHERE document_number = ? ORDER BY n", (number,))
    words = other.execute("SELECT words FROM story WHERE document_number = ?", (number,)).fetchone()
    return Extraction(
        documents.document(other, document_id),
        documents.marks(other, document_id),
        tuple(documents.extracted(other, document_id)),
        tuple(_problems(other, document_id)),
        engine,
        tuple(map(tuple, crowds.keys(other, number))),
        dict(rows.fetchall()),
        documents.voices(other, document_id),
        tuple(outline for (outline,) in kept),
        *(words or ()),
    )


def _problems(other: Connection, document_id: str) -> Iterator[Problem]:
    rows = other.execute(
        "SELECT whereabouts, says FROM problem WHERE document = ? ORDER BY n", (document_id,)
    )
    yield from (Problem(where, says) for where, says in rows)


def _take_judgements(connection: Connection, other: Connection, away: forgetting.Target) -> list[Judgement]:
    return [
        each
        for each in judgements.judgements(other)
        if each.id not in away.judgements
        and judgements.insert(connection, each, judgements.of_judgement(other, each.id))
    ]


def _take_releases(connection: Connection, other: Connection, away: forgetting.Target) -> None:
    """Take what is known of the files that were given out from the other copy."""
    for id_, *release in other.execute(
        "SELECT id, at, profile, form, sha256, secret FROM release"
    ).fetchall():
        connection.execute(
            "INSERT OR IGNORE INTO release (id, at, profile, form, sha256, secret) VALUES (?, ?, ?, ?, ?, ?)",
            (id_, *release),
        )
    for row in other.execute("SELECT release, pseudonym, person, names, documents FROM pseudonym").fetchall():
        if not away.documents.intersection(from_json(list[str], row[-1])):
            connection.execute(
                "INSERT OR IGNORE INTO pseudonym (release, pseudonym, person, names, documents) VALUES (?, ?, ?, ?, ?)",
                row,
            )


def _join(connection: Connection, spoken: set[str]) -> None:
    """Let one entry follow both histories; it names the payloads that go because the other copy forgot what they speak of.

    It is the same whichever copy is taken into the other, so that merging the results once more finds nothing new.
    """
    rows = connection.execute(
        "SELECT named.value FROM history JOIN payload AS said ON said.hash = history.payload, "
        "json_each(said.body, '$.payloads') AS named WHERE action IN ('forget', 'merge') AND said.body IS NOT NULL"
    )
    left = spoken - {hash_ for (hash_,) in rows}
    parents = history.heads(connection)
    if len(parents) < 2 and not left:
        return
    at = max(
        at for id_ in parents for (at,) in connection.execute("SELECT at FROM history WHERE id = ?", (id_,))
    )
    history.erase(connection, left, at)
    salt = hashlib.sha256("".join(parents).encode()).digest()[:16]
    history.add(
        connection, "merge", canonical({"merged": parents, "payloads": sorted(left)}), ACTOR, at, salt
    )


def _count(connection: Connection, table: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(number)
