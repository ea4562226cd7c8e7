"""What the links room needs to see of a dossier; the ledger satisfies it, and so does a test's list of sheets."""

from collections.abc import Iterator
from typing import Protocol

from firsthand.records import Claim, Document, Judgement, Link, Marks, Problem, Reuse, Sheet


class View(Protocol):
    """A dossier as it is read to settle it. Everything comes in the order of its id or place, never of its arrival."""

    def documents(self) -> Iterator[Document]:
        """Yield every document, without its text."""

    def document(self, document: str) -> Document:
        """Return one document with its text."""

    def sheet(self, document: str) -> Sheet:
        """Return one document with its text, claims, attributions and voices."""

    def part(self, document: str) -> Sheet:
        """Return one document with its claims and voices, without text, zones and attributions."""

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """Yield the claims of one document, or of all."""

    def claim(self, claim: str) -> Claim:
        """Return one claim."""

    def outlined(self, document: str) -> Iterator[tuple[str, bytes | None]]:
        """Yield the id of each claim of one document with its outline, None where none is kept."""

    def marks(self, document: str, *fields: str) -> Marks:
        """Return what is underlined in one document; only these fields of it where some are named."""

    def links(self) -> Iterator[Link]:
        """Yield every link."""

    def reuses(self) -> Iterator[Reuse]:
        """Yield every shared passage."""

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful."""

    def judgements(self) -> Iterator[Judgement]:
        """Yield what people decided, the latest first."""

    def now(self, claim_id: str, /) -> str | None:
        """Return the id that a claim has today for one that a judgement knows, None when its words are not found."""

    def name_of(self, document: str) -> str:
        """Return the name under which a document came."""
