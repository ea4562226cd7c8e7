"""Where a passphrase comes from: a file descriptor, the keyring of the system, or the terminal; never the command line."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.errors import WrongPassphrase, WrongUse

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from firsthand.ledger import Key

SERVICE = "firsthand"
"""The name under which the keyring keeps passphrases."""

MOST = 4096
"""Bytes of the longest passphrase that is read from a file descriptor."""

HOW = "give it at a terminal, or with `firsthand --passphrase-fd N ...`, or keep it in the keyring with `firsthand unlock`"


def key_for(path: Path) -> Key | None:
    """Return the key of a dossier, asking for its passphrase where that is needed; None when it is not encrypted."""
    from firsthand.ledger import is_encrypted

    if not path.is_file() or not is_encrypted(path):
        return None
    return _key(path.resolve(), _salt(path))


def asked(path: Path) -> str:
    """Return the passphrase of an encrypted dossier: from the descriptor, else the terminal; the keyring is not asked."""
    given = _given()
    return given[0] if given else _typed(f"Passphrase of {path.name}")


def new_passphrase() -> str:
    """Return a passphrase for a dossier that is to be encrypted; at the terminal it is asked for twice."""
    given = _given()
    if given:
        return given[-1]
    typed = _typed("New passphrase")
    if _typed("The same again") != typed:
        raise WrongUse("the two passphrases are not the same; nothing was done")
    return typed


def must_keep() -> KeyringBackend:
    """Return the keyring of the system. Raises WrongUse when there is none."""
    ring = _keyring()
    if ring is None:
        raise WrongUse(
            "there is no keyring on this system (`pip install 'firsthand[keyring]'` brings the bridge to it); "
            "the passphrase is asked for at each command"
        )
    return ring


def keep(path: Path, words: str) -> None:
    """Put a passphrase into the keyring of the system. Raises WrongUse when there is none."""
    must_keep().set_password(SERVICE, _salt(path), words)


def drop(path: Path) -> bool:
    """Take a passphrase out of the keyring of the system; return whether it was there."""
    ring = _keyring()
    if ring is None or ring.get_password(SERVICE, _salt(path)) is None:
        return False
    ring.delete_password(SERVICE, _salt(path))
    return True


def _salt(path: Path) -> str:
    """The random beginning of the file names the dossier in the keyring: its own name may tell something."""
    from firsthand.ledger.keys import SALT

    with path.open("rb") as file:
        return file.read(SALT).hex()


@cache
def _key(path: Path, salt: str) -> Key:
    """A command opens a dossier several times; its key is made once (a fifth of a second, as it is meant to be)."""
    from firsthand.ledger import key_of

    ring = None if _given() else _keyring()
    kept = ring.get_password(SERVICE, salt) if ring else None
    return key_of(path, kept or asked(path))


@cache
def _given() -> tuple[str, ...]:
    """The lines that the file descriptor gives, which can be read only once; with a new passphrase that is the last line."""
    context = click.get_current_context(silent=True)
    number = context.find_root().params.get("passphrase_fd") if context else None
    if number is None:
        return ()
    try:
        with os.fdopen(number, "rb") as file:
            lines = tuple(file.read(MOST).decode("utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"no passphrase can be read from file descriptor {number}") from error
    if not any(lines):
        raise WrongUse(f"file descriptor {number} gives no passphrase")
    return lines


def _typed(what: str) -> str:
    if not sys.stdin.isatty():
        raise WrongPassphrase(f"it is encrypted, and there is no terminal to ask for its passphrase; {HOW}")
    words: str = click.prompt(what, hide_input=True, err=True)
    return words


def _keyring() -> KeyringBackend | None:
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return None
    ring = keyring.get_keyring()
    return None if isinstance(ring, (fail.Keyring, null.Keyring)) else ring
