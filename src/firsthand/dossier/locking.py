"""Encrypting a dossier, decrypting it, and checking the passphrase of one."""

from pathlib import Path

from firsthand import ledger
from firsthand.ledger import Key, is_encrypted, key_of, new_key

__all__ = ["Key", "is_encrypted", "key_of", "lock", "new_key", "opens", "rekey", "unlock"]


def lock(path: Path, key: Key, actor: str) -> None:
    """Encrypt a plain dossier in its place. Raises DossierError, with the dossier as it was."""
    ledger.rewrite(path, None, key, actor)


def unlock(path: Path, key: Key, actor: str) -> None:
    """Make an encrypted dossier a plain one in its place. Raises DossierError and WrongPassphrase."""
    ledger.rewrite(path, key, None, actor)


def rekey(path: Path, key: Key, new: Key, actor: str) -> None:
    """Give an encrypted dossier another passphrase. Raises DossierError and WrongPassphrase."""
    ledger.rewrite(path, key, new, actor)


def opens(path: Path, key: Key, actor: str) -> None:
    """Open an encrypted dossier once, and say so in its history: its passphrase goes into the keyring of the system."""
    with ledger.open_dossier(path, key=key) as opened:
        opened.record("unlock", {"encrypted": True, "kept": "keyring"}, actor)
