"""What a release is made from, as protection asks for it; the ledger gives it."""

from collections.abc import Iterator
from typing import Protocol

from firsthand.records import Claim, Document, Figure, Finding, Judgement, Link, Marks, Problem, Reuse


class View(Protocol):
    """A dossier that can be asked for everything it holds, a part at a time."""

    def documents(self) -> Iterator[Document]:
        """Yield the documents without their texts, in any order."""

    def document(self, document_id: str, /) -> Document:
        """Return a document with its text."""

    def name_of(self, document_id: str, /) -> str:
        """Return the name of a document's file."""

    def marks(self, document_id: str, /) -> Marks:
        """Return what is underlined in a document."""

    def claims(self, document_id: str | None = None, /) -> Iterator[Claim]:
        """Yield the claims of one document, or of all."""

    def figures(self) -> Iterator[Figure]:
        """Yield the figures."""

    def links(self) -> Iterator[Link]:
        """Yield the links."""

    def reuses(self) -> Iterator[Reuse]:
        """Yield the shared passages."""

    def findings(self) -> Iterator[Finding]:
        """Yield the findings, the weightiest first."""

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful."""

    def judgements(self) -> Iterator[Judgement]:
        """Yield what people decided."""
