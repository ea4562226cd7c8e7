"""Where files may stand for a moment that are not to touch the disk: what comes into or out of an encrypted dossier."""

from pathlib import Path

from firsthand.ledger import is_encrypted

MEMORY = Path("/dev/shm")  # noqa: S108  # whoever uses it makes a folder of its own in it that nobody else may open


def scratch(dossier: Path) -> Path | None:
    """Return the folder for such files: in memory for an encrypted dossier where the system has one, else None (the usual one)."""
    return MEMORY if is_encrypted(dossier) and MEMORY.is_dir() else None
