"""What a list shows: a stretch of its rows and how many there are, so that nobody has to hold all of them."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from firsthand.records.claims import Claim, Finding, Step
from firsthand.records.documents import Document
from firsthand.records.marks import Quantity

T = TypeVar("T")

Badge = Literal["agrees", "drifts", "updated", "conflicts", "impossible", "untraceable"]


DocumentOrder = Literal[
    "title", "publisher", "published", "kind", "language", "claims", "problems", "origins"
]


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Some rows of a longer list; ``first`` is the place of the first of them, from 0, ``total`` the length of the list."""

    rows: tuple[T, ...]
    first: int
    total: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as a claim states it, and its words."""

    quantity: Quantity
    text: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a list shows it: how often and by whom it is stated, and its values, one for each claim."""

    id: str
    label: str
    claims: int
    documents: int
    origins: tuple[str, ...]
    kind: str
    badges: tuple[Badge, ...]
    values: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures a list shows and in what order; empty words and None let everything through.

    ``least`` is the number of documents in which a figure stands at least.
    """

    words: str = ""
    badge: Badge | None = None
    kind: str | None = None
    least: int = 1
    order: Literal["documents", "claims", "origins", "label", "value"] = "documents"
    ascending: bool = False


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its id, its number in the whole list, from 1, and whether a reviewer accepted it."""

    id: str
    number: int
    finding: Finding
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A claim that nobody has looked at; ``says`` is the weightiest finding about it, ``documents`` in how many its figure stands."""

    claim: Claim
    says: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A file or document that was not analysed, and why; the name is None where not even that is kept."""

    id: str
    name: str | None
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents a list shows and in what order; empty words and None let everything through.

    ``words`` stand in the title, the publisher or the name of the file. Documents without what the list is sorted by
    come last.
    """

    words: str = ""
    kind: str | None = None
    language: str | None = None
    publisher: str | None = None
    order: DocumentOrder = "published"
    ascending: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text and zones, the name of its file, and how much there is of it.

    ``origins`` is how many origins its figures lead back to.
    """

    document: Document
    name: str
    claims: int
    problems: int
    origins: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """A document that has passages in common with another: how many, and how many words they hold together."""

    document: Document
    name: str
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class SpeechCount:
    """How often one document lets somebody speak; ``name`` is None for a source without a name.

    ``quoted`` counts what stands in quotation marks, ``reported`` what is told in other words.
    """

    document: str
    name: str | None
    role: str
    quoted: int
    reported: int


@dataclass(frozen=True, slots=True)
class ChainCount:
    """How many claims of one document rest on the same chain, and whether its furthest voice speaks first-hand in them."""

    document: str
    chain: tuple[Step, ...]
    first_hand: bool
    claims: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the documents mean it, with its point; degrees are None where it is not known."""

    name: str
    latitude: float | None
    longitude: float | None
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Moment:
    """The id of a claim and its time, ISO 8601 or TIMEX3; ``stated`` says that the claim names it, else it is the publication's."""

    claim: str
    time: str
    stated: bool
