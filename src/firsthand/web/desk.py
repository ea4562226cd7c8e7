"""What the pages of one dossier share: the open dossier for each request, the work that goes on, the keys of this run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from firsthand.dossier import Dossier, Key
from firsthand.web.keys import Keys
from firsthand.web.parcels import Parcels
from firsthand.web.uploads import Uploads
from firsthand.web.work import Work


@dataclass(frozen=True, slots=True)
class Desk:
    """One dossier on the table: its file, the work on it and the secrets of this run; its key if it is encrypted."""

    path: Path
    keys: Keys
    work: Work
    uploads: Uploads
    key: Key | None = field(default=None, repr=False)
    parcels: Parcels = field(default_factory=Parcels)
    decided: dict[str, str] = field(default_factory=dict)
    """What was decided in this run, by the id of the decision, in words."""

    @property
    def name(self) -> str:
        """The name of the dossier as people call it."""
        return self.path.stem

    def close(self) -> None:
        """End the work after the file that is being read, and remove what was not read."""
        self.work.stop()
        self.uploads.close()

    @contextmanager
    def reading(self) -> Iterator[Dossier]:
        """Give the dossier, open for reading, for the length of one request; a request has a thread of its own."""
        with Dossier.open(self.path, writable=False, key=self.key) as dossier:
            yield dossier


async def _of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


OfDesk = Annotated[Desk, Depends(_of)]
"""The type of a page's parameter that is to be the desk."""
