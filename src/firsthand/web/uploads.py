"""Files on their way from the browser into the dossier: in a private folder that is gone when they are read."""

import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.dossier import Added, Dossier
from firsthand.errors import UnknownId
from firsthand.readers.folders import LARGEST, shown
from firsthand.web.reading_aids import counted
from firsthand.web.work import Job, Watch, Work

ENDED = "the browser stopped sending it; add it again"


@dataclass(slots=True)
class Upload:
    """Files that were dropped together. Folders keep the names that files have inside of them, as with the command line.

    ``refused`` holds the name of each file that could not be taken, and why.
    """

    id: str
    place: Path
    refused: list[tuple[str, str]] = field(default_factory=list)
    _given: list[Path] = field(default_factory=list)
    _count: int = 0

    @property
    def count(self) -> int:
        """How many files have come, those that were refused among them."""
        return self._count + len(self.refused)

    async def take(self, name: str, pieces: AsyncIterator[bytes]) -> None:
        """Keep one file; ``name`` is its path in the folder that was dropped, that folder first, or its own name."""
        try:
            self._write(name, [piece async for piece in _bounded(pieces)])
        except _Unfit as error:
            self.refused.append((shown(name), str(error)))
        except OSError as error:
            self.refused.append((shown(name), f"it cannot be kept: {os.strerror(error.errno or 0)}"))

    def refuse(self, name: str, says: str) -> None:
        """Take note of a file that did not come whole."""
        self.refused.append((shown(name), says))

    def given(self) -> list[Path]:
        """Return what was dropped: folders as wholes, and single files."""
        return list(dict.fromkeys(self._given))

    def remove(self) -> None:
        """Remove the files; again is harmless."""
        shutil.rmtree(self.place, ignore_errors=True)

    def _write(self, name: str, pieces: list[bytes]) -> None:
        parts = name.split("/")
        if not all(parts) or {".", ".."} & set(parts) or "\0" in name or (os.sep != "/" and os.sep in name):
            raise _Unfit("a file cannot have this name here; give it another one")
        # A file of its own gets a folder of its own; of two folders with one name the second gets another place.
        root = self.place / (f"file-{self._count}" if len(parts) == 1 else "folder")
        target = root.joinpath(*parts)
        number = 1
        while target.exists():
            number += 1
            root = self.place / f"folder-{number}"
            target = root.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with target.open("xb") as file:
            file.writelines(pieces)
        self._given.append(root / parts[0])
        self._count += 1


class Uploads:
    """The uploads of this run; what was not read is removed when it ends."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep files in folders of their own in ``folder``, the system's usual one when it is None."""
        self._folder = folder
        self._there: dict[str, Upload] = {}

    def begin(self) -> Upload:
        """Return a new, empty upload in a folder that nobody else may open."""
        upload = Upload(secrets.token_hex(8), Path(tempfile.mkdtemp(prefix="firsthand-", dir=self._folder)))
        self._there[upload.id] = upload
        return upload

    def one(self, upload_id: str) -> Upload:
        """Return an upload that has begun and is not read. Raises UnknownId."""
        if upload_id not in self._there:
            raise UnknownId("these files are not here any more; add them again")
        return self._there[upload_id]

    def read(self, upload: Upload, work: Work) -> Job:
        """Queue the reading of what was dropped; the files are removed afterwards."""
        del self._there[upload.id]

        def task(dossier: Dossier, watch: Watch) -> str:
            """Add the files, and return what is said of it."""
            try:
                return said(dossier.add(upload.given(), watch), len(upload.refused))
            finally:
                upload.remove()

        job = work.submit(f"Reading {counted(upload.count, 'file')}", task, upload.count)
        for name, says in upload.refused:
            job.note(name, "failed", (says,))
        return job

    def close(self) -> None:
        """Remove whatever was not read."""
        for upload in self._there.values():
            upload.remove()
        self._there.clear()


def said(added: Added, refused: int = 0) -> str:
    """Return what an ``add`` did in one sentence.

    >>> said(Added(read=2, known=1))
    '2 files read, 1 known already'
    """
    failed = len(added.failed) + refused
    parts = [f"{counted(added.read, 'file')} read"]
    parts += [f"{added.known:,} known already"] * (added.known > 0)
    parts += [f"{failed:,} not read"] * (failed > 0)
    return ", ".join(parts)


class _Unfit(Exception):
    """A file that cannot be taken; its words are for people."""


async def _bounded(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    size = 0
    async for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise _Unfit(f"the file has more than {LARGEST // 2**20} MiB; cut it into smaller files")
        yield piece
