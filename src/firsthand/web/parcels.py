"""What is being taken along: an order, what would be in it, and the file when it is made. Kept in memory, for this run only."""

import secrets
from dataclasses import dataclass

from firsthand import exports
from firsthand.dossier import Dossier
from firsthand.dossier.releasing import DOSSIER_FORM, ORIGINALS, Foreseen, Handed, Order
from firsthand.errors import Refused, UnknownId
from firsthand.web.reading_aids import counted
from firsthand.web.work import Job, Watch, Work

KEPT = 6
"""Parcels that are remembered; the oldest goes first."""

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".bib": "application/x-bibtex",
}


@dataclass(slots=True)
class Parcel:
    """One order on its way: looked at first, then made. ``refused`` says why it was not made, ``job`` is the latest work on it."""

    id: str
    order: Order
    foreseen: Foreseen | None = None
    handed: Handed | None = None
    refused: str = ""
    job: Job | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether work on it goes on."""
        return self.job is not None and not self.job.is_over

    @property
    def failed(self) -> str:
        """Why the latest work on it failed, "" when it did not."""
        return self.job.says if self.job and self.job.state == "failed" else ""

    @property
    def name(self) -> str:
        """The name of its file."""
        own = {DOSSIER_FORM: ".dossier", ORIGINALS: ".zip"}
        ending = own.get(self.order.form) or exports.SUFFIXES.get(self.order.form, "")
        return f"{self.order.form}-{self.order.profile}{ending}"

    @property
    def media_type(self) -> str:
        """The media type of its file."""
        ending = exports.SUFFIXES.get(self.order.form, "")
        return MEDIA_TYPES.get(ending, "application/octet-stream")


class Parcels:
    """The parcels of this run."""

    def __init__(self) -> None:
        self._there: dict[str, Parcel] = {}

    def begin(self, order: Order) -> Parcel:
        """Return a new parcel for an order."""
        parcel = Parcel(secrets.token_hex(8), order)
        self._there[parcel.id] = parcel
        while len(self._there) > KEPT:
            del self._there[next(iter(self._there))]
        return parcel

    def one(self, parcel_id: str) -> Parcel:
        """Return a parcel. Raises UnknownId."""
        if parcel_id not in self._there:
            raise UnknownId("this file is not kept any more; choose again what to take along")
        return self._there[parcel_id]


def look(parcel: Parcel, work: Work) -> None:
    """Find out what would be in a parcel."""

    def task(dossier: Dossier, _: Watch) -> str:
        """Foresee the parcel, and return what is said of it."""
        dossier.settle()
        parcel.foreseen = dossier.foresee(parcel.order)
        parcel.refused = parcel.foreseen.refused
        return "it is known what would be withheld"

    parcel.job = work.finish("Looking at what would be withheld", task)


def make(parcel: Parcel, work: Work) -> None:
    """Make the file of a parcel, unless that is done."""

    def task(dossier: Dossier, _: Watch) -> str:
        """Make the parcel's file, and return what is said of it."""
        if parcel.handed is None:
            try:
                parcel.handed = dossier.export(parcel.order)
            except Refused as error:
                parcel.refused = str(error)
                return "nothing was made"
        return f"the file is made: {counted(len(parcel.handed.content), 'byte')}"

    parcel.job = work.finish("Making the file", task)
