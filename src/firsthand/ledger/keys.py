"""The key of an encrypted dossier, made from its passphrase.

The passphrase goes through Argon2id with the second recommended setting of RFC 9106
(section 4): 64 MiB of memory, three passes, four lanes. What comes out is the raw key
of SQLCipher. The salt is drawn once for a dossier and is the first 16 bytes of its
file, where SQLCipher keeps it, so that the file is all that is needed besides the words.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.errors import DossierError, WrongUse
from firsthand.ledger.driver import CAN_ENCRYPT

SALT = 16
"""Bytes at the beginning of an encrypted file."""

KEY = 32
PASSES, MEMORY_KIB, LANES = 3, 64 * 1024, 4

PAGE = 4096
"""Bytes of a page; an encrypted file consists of whole pages that look like noise."""

NOISE = 230
"""Different bytes in the first page from which it looks like noise: of noise nearly all 256 are there, of text half."""

SHORTEST = 12
"""Characters of a new passphrase: four or more words, as the guides for field workers advise, are far longer."""

PLAIN = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one encrypted dossier. It is never printed, and nothing but the ledger uses its bytes."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def pragma(self) -> str:
        """Return the statement that gives a connection the key, as SQLCipher reads raw keys with their salt."""
        return f"PRAGMA key = \"x'{self.secret.hex()}{self.salt.hex()}'\""

    def literal(self) -> str:
        """Return the key as it stands in an ``ATTACH`` statement."""
        return f"\"x'{self.secret.hex()}{self.salt.hex()}'\""


def is_encrypted(path: Path) -> bool:
    """Whether a file looks like an encrypted dossier: whole pages of noise, and no known beginning.

    A file of noise that is something else looks the same; nothing but the right key tells them apart.
    """
    try:
        with path.open("rb") as file:
            first = file.read(PAGE)
    except OSError:
        return False
    return len(first) == PAGE and not first.startswith(PLAIN) and len(set(first)) >= NOISE


def new_key(passphrase: str) -> Key:
    """Return the key of a dossier that is to be made. Raises WrongUse when the passphrase is too short to protect anything."""
    if len(passphrase) < SHORTEST:
        raise WrongUse(
            f"a passphrase needs at least {SHORTEST} characters; four or five words that nobody would put together are good"
        )
    return _derived(passphrase, secrets.token_bytes(SALT))


def key_of(path: Path, passphrase: str) -> Key:
    """Return the key that a passphrase makes for an encrypted dossier, right or wrong; it takes the same time for both."""
    try:
        with path.open("rb") as file:
            salt = file.read(SALT)
    except OSError as error:
        raise DossierError("the dossier cannot be opened; check who may read the file") from error
    return _derived(passphrase, salt.ljust(SALT, b"\0"))


def _derived(passphrase: str, salt: bytes) -> Key:
    if not CAN_ENCRYPT:
        raise DossierError(
            "encrypted dossiers need the package sqlcipher3, which is not installed; `pip install sqlcipher3` brings it"
        )
    from argon2.low_level import Type, hash_secret_raw

    # The same word typed on two keyboards may come as different characters (é, or e and an accent).
    words = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    secret = hash_secret_raw(
        words, salt, time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES, hash_len=KEY, type=Type.ID
    )
    return Key(secret, salt)
