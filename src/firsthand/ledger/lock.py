"""One writer at a time: a lock beside the dossier that ends with its process, whatever ends it.

Two runs that add at once would each miss the other's documents when they link, so
a writer holds the dossier from opening to closing, not for one write only.
"""

import time
from contextlib import suppress
from pathlib import Path

from firsthand.errors import DossierError
from firsthand.ledger.driver import sqlite

PATIENCE = 2.0
"""Seconds to wait for another writer to close."""

BUSY = "another run is writing to it; wait or stop it"


class Lock:
    """The right to write to a dossier; ``release`` gives it back, and so does the end of the process.

    The lock is that of an empty SQLite file, because it is the one kind that works
    alike on every system and network disk on which the dossier itself does.
    """

    def __init__(self, dossier: Path) -> None:
        self.path = Path(f"{dossier.resolve()}-lock")  # the same one under every name of the file
        self._held: sqlite.Connection | None = None
        give_up = time.monotonic() + PATIENCE
        while self._held is None:
            self._held = self._try()
            if self._held is None:
                if time.monotonic() > give_up:
                    raise DossierError(BUSY)
                time.sleep(0.05)

    def release(self) -> None:
        """Give the right back; again is harmless."""
        if self._held is not None:
            # Removed while it is held, so that whoever waits for this very file sees that it is gone.
            # Where an open file cannot be removed an empty one stays behind, which is harmless.
            with suppress(OSError):
                self.path.unlink()
            self._held.close()
            self._held = None

    def _try(self) -> sqlite.Connection | None:
        try:
            self.path.touch(mode=0o600)
            before = self.path.stat().st_ino
        except OSError as error:
            raise DossierError(
                "nothing can be written in the dossier's folder; check who may change it"
            ) from error
        connection = sqlite.connect(self.path, timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")  # nothing is ever written into it
            connection.execute("BEGIN EXCLUSIVE")
            if self.path.stat().st_ino == before:
                return connection
        except (sqlite.OperationalError, FileNotFoundError):
            pass
        connection.close()
        return None
