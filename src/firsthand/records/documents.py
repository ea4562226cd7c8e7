"""How a file becomes a document: originals, documents, zones, spans and problems."""

import hashlib
from dataclasses import dataclass
from typing import Literal

ZoneKind = Literal[
    "main", "title", "byline", "caption", "references", "related", "comments", "boilerplate", "metadata"
]


DocumentKind = Literal[
    "press article", "report", "encyclopedia article", "testimony", "press release", "other"
]


DateOrigin = Literal["metadata", "text", "url", "header"]


DateEvent = Literal["published", "updated"]


STORY: frozenset[ZoneKind] = frozenset({"main", "title", "caption"})
"""The zones that are read for marks; of these only main and title make claims."""


def identity(*parts: str) -> str:
    """Return the id of a record: 16 hexadecimal digits, the same for the same parts.

    >>> identity("document", "a") == identity("document", "a")
    True
    >>> identity("ab", "c") == identity("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a named document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful that did not stop the work.

    ``where`` is a file's name, an id or a page; ``says`` is for a person and
    never repeats what a source said.
    """

    where: str
    says: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file on its way in: its name inside the folder and the bytes as they were received.

    ``inside`` is the SHA-256 of the archive or message that held it, None for
    a file of its own.
    """

    name: str
    content: bytes
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was received; ``size`` is in bytes."""

    name: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a document by its role."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that a document gives for itself; ``span`` is None where the text does not show it.

    A date of a later state of the document ("updated") does not disagree with
    that of its publication.
    """

    date: str
    origin: DateOrigin
    span: Span | None = None
    event: DateEvent = "published"


@dataclass(frozen=True, slots=True)
class Document:
    """The readable text that one reader made of one original.

    ``zones`` are in order and do not overlap. ``published`` is the
    best-supported of ``dates``; None when there is none. ``language`` is an ISO
    639-1 code. ``pages`` holds the start of each page where the format has pages.
    """

    id: str
    original: Original
    text: str
    zones: tuple[Zone, ...]
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    kind: DocumentKind = "other"
    published: str | None = None
    dates: tuple[FoundDate, ...] = ()
    pages: tuple[int, ...] = ()

    def zone_at(self, place: int) -> ZoneKind | None:
        """Return the kind of the zone in which a character stands, None between zones."""
        return next((zone.kind for zone in self.zones if zone.span.start <= place < zone.span.end), None)

    def words(self, span: Span) -> str:
        """Return the exact words of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives back: the document, what was doubtful, and the files that were inside."""

    document: Document
    problems: tuple[Problem, ...] = ()
    parts: tuple[Arrival, ...] = ()
