"""What was done to the dossier: entries that name their parents and their payload by hash.

An entry's id is the hash of all its other fields, so that a changed, removed or
inserted entry shows. The payload stands apart under its own hash, made with
random salt, so that it can be erased for good and the chain still verifies.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from firsthand import __version__
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.json_text import canonical
from firsthand.records import Entry

PROGRAM = f"firsthand {__version__}"
"""The actor of what the program does by itself; the name of who is logged in is never taken."""


def now() -> str:
    """Return the present moment in UTC, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def record(connection: Connection, action: str, payload: Mapping[str, Any], actor: str = PROGRAM) -> Entry:
    """Add an entry behind the present heads and return it."""
    with transaction(connection):
        return add(connection, action, canonical(payload), actor, now(), secrets.token_bytes(16))


def add(connection: Connection, action: str, body: str, actor: str, at: str, salt: bytes) -> Entry:
    """Add an entry of a given moment, its payload hashed with a given salt, behind the present heads and return it."""
    parents, hash_ = heads(connection), payload_hash(salt, body)
    entry = Entry(entry_id(parents, at, action, actor, hash_), parents, at, action, actor, hash_)
    connection.execute(
        "INSERT OR IGNORE INTO payload (hash, salt, body) VALUES (?, ?, ?)", (hash_, salt, body)
    )
    connection.execute(
        "INSERT INTO history (id, at, action, actor, payload) VALUES (?, ?, ?, ?, ?)",
        (entry.id, at, action, actor, hash_),
    )
    connection.executemany(
        "INSERT INTO history_parent (entry, parent) VALUES (?, ?)",
        [(entry.id, parent) for parent in parents],
    )
    connection.execute("DELETE FROM head")
    connection.execute("INSERT INTO head (entry) VALUES (?)", (entry.id,))
    return entry


def heads(connection: Connection) -> tuple[str, ...]:
    """Return the ids of the entries that no other one follows, sorted."""
    return tuple(entry for (entry,) in connection.execute("SELECT entry FROM head ORDER BY entry"))


def entries(connection: Connection) -> Iterator[Entry]:
    """Yield the whole history by time."""
    rows = connection.execute("SELECT id, at, action, actor, payload FROM history ORDER BY at, id")
    for id_, at, action, actor, payload in rows:
        yield Entry(id_, parents_of(connection, id_), at, action, actor, payload)


def parents_of(connection: Connection, entry: str) -> tuple[str, ...]:
    """Return the ids of the entries before one, sorted."""
    rows = connection.execute("SELECT parent FROM history_parent WHERE entry = ? ORDER BY parent", (entry,))
    return tuple(parent for (parent,) in rows)


def erase(connection: Connection, hashes: Iterable[str], at: str) -> None:
    """Erase payloads for good; their hashes stay."""
    connection.executemany(
        "UPDATE payload SET salt = NULL, body = NULL, erased = ? WHERE hash = ?",
        ((at, hash_) for hash_ in hashes),
    )


def payload_hash(salt: bytes, body: str) -> str:
    """Return the hash under which a payload is kept."""
    return hashlib.sha256(salt + body.encode()).hexdigest()


def entry_id(parents: Iterable[str], at: str, action: str, actor: str, payload: str) -> str:
    """Return the id of an entry: SHA-256 over its fields, each with its length before it."""
    digest = hashlib.sha256()
    ordered = sorted(parents)
    for part in (str(len(ordered)), *ordered, at, action, actor, payload):
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()
