"""Erasing for good: a withdrawn testimony, a file added by mistake.

What stays: that something was forgotten, when, by whom and for which reason; the
hashes of the history; and keyed hashes by which the file is known when it
comes again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from firsthand.errors import DossierError, UnknownId
from firsthand.ledger import history, search
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.derived import unsettle
from firsthand.ledger.extractions import remove_found
from firsthand.ledger.originals import forgotten_on, tombstone

UNFINISHED = (
    "it is forgotten, but traces of it stay in the file until it can be written anew: close other programs that have "
    "the dossier open, see that the disk has room for a copy of it, and open it once more"
)
ID = re.compile(r"\b[0-9a-f]{16,64}\b")

OF_ID = """
SELECT id, original, name FROM document WHERE id = ?1 OR original = ?1
UNION SELECT document, original, name FROM failure WHERE document = ?1 OR original = ?1
"""
OTHERS = """
SELECT id FROM document WHERE original = ?1 UNION SELECT document FROM failure WHERE original = ?1
"""


@dataclass(slots=True)
class Target:
    """What is to be erased: documents, whole originals, and all ids and names by which something may speak of them."""

    documents: set[str] = field(default_factory=set)
    receipts: set[tuple[str, str]] = field(default_factory=set)
    originals: set[str] = field(default_factory=set)
    judgements: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def forget(connection: Connection, id_: str, reason: str, actor: str) -> None:
    """Erase a document, an unreadable file or an original with all its documents, so that no byte of it is left.

    Judgements about it are erased too, because they hold its words. Raises
    UnknownId; DossierError when its words are also in a message or archive that was
    itself read, or when the last traces cannot be wiped yet.
    """
    with transaction(connection):
        target = _target(connection, id_)
        unsettle(connection, clear=True)
        payloads = list(payloads_about(connection, target))
        erase(connection, target)
        at = history.now()
        history.erase(connection, payloads, at)
        tombstones = sorted(tombstone(connection, erased) for erased in target.documents | target.originals)
        connection.executemany(
            "INSERT OR REPLACE INTO forgotten (hash, at) VALUES (?, ?)", [(hash_, at) for hash_ in tombstones]
        )
        search.scrub(connection)
        connection.execute("UPDATE meta SET value = 1 WHERE name = 'scrub'")
        said = {"forgotten": tombstones, "reason": reason, "judgements": len(target.judgements)}
        history.record(connection, "forget", {**said, "payloads": sorted(payloads)}, actor)
    try:
        scrub(connection)
    except DossierError as error:
        raise DossierError(UNFINISHED) from error


def scrub(connection: Connection) -> None:
    """Write the file anew, so that nothing of what was erased is left in its slack or its log.

    Raises DossierError when that cannot be done now.
    """
    connection.execute(
        "PRAGMA temp_store = DEFAULT"
    )  # the copy is made on the disk: it may not fit into memory
    try:
        connection.execute("VACUUM")
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute("PRAGMA temp_store = MEMORY")
    if busy:
        raise DossierError(UNFINISHED)
    connection.execute("UPDATE meta SET value = 0 WHERE name = 'scrub'")


def is_scrubbed(connection: Connection) -> bool:
    """Whether nothing of what was erased is left."""
    (pending,) = connection.execute("SELECT value FROM meta WHERE name = 'scrub'").fetchone()
    return not pending


def _target(connection: Connection, id_: str) -> Target:
    target = Target()
    for document, sha256, name in connection.execute(OF_ID, (id_,)):
        target.documents.add(document)
        if sha256 is not None:
            target.receipts.add((sha256, name))
    if connection.execute("SELECT 1 FROM original WHERE sha256 = ?", (id_,)).fetchone():
        target.originals.add(id_)
    if not target.documents and not target.originals:
        at = forgotten_on(connection, id_)
        raise UnknownId(
            f"it was forgotten on {at}" if at else f"no document and no original has the id {id_}"
        )
    return _completed(connection, target)


def target(connection: Connection, documents: set[str], originals: set[str]) -> Target:
    """Return all that is to be erased with some documents and originals."""
    found = Target(originals=set(originals))
    for id_ in documents:
        for document, sha256, name in connection.execute(OF_ID, (id_,)):
            found.documents.add(document)
            if sha256 is not None:
                found.receipts.add((sha256, name))
    return _completed(connection, found)


def _completed(connection: Connection, target: Target) -> Target:
    for sha256 in {sha256 for sha256, _ in target.receipts}:
        users = {document for (document,) in connection.execute(OTHERS, (sha256,))}
        if users <= target.documents:
            target.originals.add(sha256)
    _add_holders(connection, target)
    _add_names(connection, target)
    return target


def _add_holders(connection: Connection, target: Target) -> None:
    """Add the archives that hold a copy of the bytes, outwards."""
    waiting = list(target.originals)
    while waiting:
        rows = connection.execute(
            "SELECT DISTINCT inside FROM receipt JOIN original ON original.sha256 = receipt.inside "
            "WHERE receipt.sha256 = ?",
            (waiting.pop(),),
        ).fetchall()
        for (holder,) in rows:
            readers = {document for (document,) in connection.execute(OTHERS, (holder,))} - target.documents
            if readers:
                raise DossierError(
                    f"it came inside of another file that holds it too; forget that one first: {min(readers)}"
                )
            if holder not in target.originals:
                target.originals.add(holder)
                waiting.append(holder)


def _add_names(connection: Connection, target: Target) -> None:
    """Add every id and name that belongs to the target alone."""
    for sha256 in target.originals:
        rows = connection.execute("SELECT sha256, name FROM receipt WHERE sha256 = ?", (sha256,))
        target.receipts.update(rows.fetchall())
    target.ids = target.documents | target.originals
    for document in target.documents:
        claims = connection.execute("SELECT id FROM claim WHERE document = ?", (document,))
        target.ids.update(claim for (claim,) in claims)
        rows = connection.execute("SELECT judgement FROM judgement_document WHERE document = ?", (document,))
        target.judgements.update(judgement for (judgement,) in rows)
    target.judgements.update(_about_names(connection, target))
    target.ids |= target.judgements
    for _, name in target.receipts:
        others = connection.execute("SELECT sha256, name FROM receipt WHERE name = ?", (name,)).fetchall()
        if set(others) <= target.receipts:
            target.names.add(name)


def _about_names(connection: Connection, target: Target) -> Iterator[str]:
    """Yield the judgements about two names of which one stands in no other document."""
    for id_, subject, value in connection.execute(
        "SELECT id, subject, value FROM judgement WHERE kind = 'origin'"
    ):
        said = msgspec.json.decode(value)
        for name in said.get("words") or (subject, said["with"]):
            rows = connection.execute(
                "SELECT id FROM document WHERE instr(lower(text), lower(?1)) OR lower(publisher) = lower(?1)",
                (name,),
            )
            holders = {document for (document,) in rows}
            if holders and holders <= target.documents:
                yield id_


def payloads_about(connection: Connection, target: Target) -> Iterator[str]:
    """Yield the hashes of the payloads that speak of the target."""
    pairs = [set(pair) for pair in target.receipts]
    for hash_, body in connection.execute("SELECT hash, body FROM payload WHERE body IS NOT NULL"):
        said = set(_strings(msgspec.json.decode(body)))
        ids = {id_ for text in said for id_ in ID.findall(text)}
        named = any(
            text == name or text.endswith(("/" + name, "\\" + name)) for name in target.names for text in said
        )
        if named or ids & target.ids or any(pair <= said for pair in pairs):
            yield hash_


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def erase(connection: Connection, target: Target) -> None:
    """Erase all that belongs to a target but for what the history recorded of it."""
    for document in target.documents:
        search.remove(connection, document)
        remove_found(connection, document)
        connection.execute("DELETE FROM document WHERE id = ?", (document,))
        connection.execute("DELETE FROM failure WHERE document = ?", (document,))
        connection.execute("DELETE FROM moved WHERE document = ?", (document,))
        connection.execute(
            "DELETE FROM pseudonym WHERE EXISTS (SELECT 1 FROM json_each(documents) WHERE value = ?)",
            (document,),
        )
    connection.executemany("DELETE FROM judgement WHERE id = ?", [(id_,) for id_ in target.judgements])
    connection.executemany("DELETE FROM receipt WHERE sha256 = ? AND name = ?", target.receipts)
    for sha256 in target.originals:
        # What came inside of it stays, and still shows that it came inside of something.
        connection.execute(
            "UPDATE receipt SET inside = ? WHERE inside = ?", (tombstone(connection, sha256), sha256)
        )
        connection.execute("DELETE FROM original WHERE sha256 = ?", (sha256,))
