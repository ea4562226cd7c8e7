"""Files as they were received: their bytes once, and a receipt for every name under which they came."""

import hashlib
import hmac
import zlib
from collections.abc import Iterator

from firsthand.errors import UnknownId
from firsthand.ledger import history
from firsthand.ledger.connection import Connection, transaction
from firsthand.records import Arrival, Original

PART = 1024 * 1024
"""Bytes of a piece before compression, so that a long file never stands in memory twice."""


def receive(connection: Connection, arrival: Arrival, media_type: str) -> Original:
    """Keep a file's bytes and its receipt, unless they are kept already, and return what it is from now on."""
    sha256 = hashlib.sha256(arrival.content).hexdigest()
    original = Original(arrival.name, sha256, media_type, len(arrival.content))
    with transaction(connection, told=False):  # a file is told of as read when its document is kept
        _keep_bytes(connection, original, arrival.content)
        added = connection.execute(
            "INSERT OR IGNORE INTO receipt (sha256, name, inside, at) VALUES (?, ?, ?, ?)",
            (sha256, arrival.name, arrival.inside, history.now()),
        ).rowcount
        if added:
            said = {
                "original": sha256,
                "name": arrival.name,
                "inside": arrival.inside,
                "bytes": original.size,
            }
            history.record(connection, "receive", said)
    return original


def known(connection: Connection, sha256: str, name: str) -> bool:
    """Whether these bytes have come under this name before."""
    row = connection.execute("SELECT 1 FROM receipt WHERE sha256 = ? AND name = ?", (sha256, name)).fetchone()
    return row is not None


def receipts(connection: Connection) -> Iterator[tuple[Original, str | None]]:
    """Yield every original under every name that it came with, and the SHA-256 of what held it."""
    rows = connection.execute(
        "SELECT name, sha256, media_type, size, inside FROM receipt JOIN original USING (sha256) "
        "ORDER BY name, sha256, inside"
    )
    for name, sha256, media_type, size, inside in rows:
        yield Original(name, sha256, media_type, size), inside


def content(connection: Connection, sha256: str) -> bytes:
    """Return the bytes of an original. Raises UnknownId."""
    if connection.execute("SELECT 1 FROM original WHERE sha256 = ?", (sha256,)).fetchone() is None:
        raise UnknownId(f"no original has the hash {sha256}")
    return b"".join(parts(connection, sha256))


def parts(connection: Connection, sha256: str) -> Iterator[bytes]:
    """Yield the bytes of an original piece by piece. Raises zlib.error when a piece is damaged."""
    rows = connection.execute("SELECT data FROM original_part WHERE sha256 = ? ORDER BY n", (sha256,))
    for (data,) in rows:
        yield zlib.decompress(data)


def forgotten_on(connection: Connection, what: str) -> str | None:
    """Return the day on which an original (by its SHA-256) or a document (by its id) was erased, None if it was not."""
    row = connection.execute(
        "SELECT at FROM forgotten WHERE hash = ?", (tombstone(connection, what),)
    ).fetchone()
    return row[0][:10] if row else None


def tombstone(connection: Connection, what: str) -> str:
    """Return what stays of something erased: who has not got the dossier cannot confirm a guess with it."""
    (secret,) = connection.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()
    return hmac.new(secret, what.encode(), hashlib.sha256).hexdigest()


def _keep_bytes(connection: Connection, original: Original, content: bytes) -> None:
    added = connection.execute(
        "INSERT OR IGNORE INTO original (sha256, media_type, size) VALUES (?, ?, ?)",
        (original.sha256, original.media_type, original.size),
    ).rowcount
    if added:
        view = memoryview(content)
        connection.executemany(
            "INSERT INTO original_part (sha256, n, data) VALUES (?, ?, ?)",
            (
                (original.sha256, n, zlib.compress(view[start : start + PART]))
                for n, start in enumerate(range(0, len(content), PART))
            ),
        )
