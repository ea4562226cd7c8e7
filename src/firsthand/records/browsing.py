"""What a list shows: a stretch of its rows and how many there are, so that nobody has to hold all of them."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from firsthand.records.claims import Finding
from firsthand.records.marks import Quantity

T = TypeVar("T")

Badge = Literal["agrees", "drifts", "updated", "conflicts", "impossible", "untraceable"]


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
    """A finding with its id and its number in the whole list, from 1."""

    id: str
    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A file or document that was not analysed, and why; the name is None where not even that is kept."""

    id: str
    name: str | None
    says: tuple[str, ...]
