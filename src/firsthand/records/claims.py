"""What is claimed, and how claims stand to each other: links, figures, origins, findings."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast

from firsthand.records.documents import Passage, Span
from firsthand.records.marks import Quantity, Role

Basis = Literal["witnessed", "made", "repeated", "not named"]


LinkKind = Literal["same", "drift", "update", "conflict", "impossible"]


Drift = Literal[
    "value", "hedge", "population", "whole", "measure", "period", "place", "unit", "source", "wording"
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain of attributions: a name, None when it is unnamed, and its role."""

    name: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Voice:
    """A named maker of figures in one document; ``report`` says that a written work of theirs is cited."""

    key: str
    name: str
    span: Span
    report: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of one document; ``bodies`` leads from the key of a person or work to that of the body behind it.

    ``names`` are all proper names in its story that few texts have, by which two documents are known to tell of one thing.
    """

    named: tuple[Voice, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def with_those_of(self, other: "Voices") -> "Voices":
        """Return these voices with what another document knows of who stands behind whom, where this one is silent."""
        return Voices(
            self.named,
            ChainMap(cast(dict[str, str], self.bodies), cast(dict[str, str], other.bodies)),
            self.names,
        )

    def body(self, key: str) -> str:
        """Return the key of the body behind a name, the name itself when none is known."""
        known = self.bodies
        for _ in range(3):
            if key not in known or known[key] == key:
                return key
            key = known[key]
        return key


class Subject(NamedTuple):
    """What is known at once of a document's subject: its title, who published it, and who and what is named in it."""

    title: str | None
    publisher: str | None
    voices: Voices


OF_EVENTS = "*"
"""With which a key begins that leads to all who count whom one event, or one kind of event, befell."""


class Doubt(NamedTuple):
    """What two documents must have in common for some of their claims to be linked: a theme, or a body behind these voices of both.

    ``name`` says that one rare name is theme enough, ``sure`` that a pair then says enough by itself: it shares many words, or
    both count all to whom one thing happened. ``entries`` are words of the references of both.
    """

    name: bool
    sure: bool
    here: frozenset[str]
    there: frozenset[str]
    entries: frozenset[str]


class Chosen(NamedTuple):
    """The pairs of claims of two documents, by their places, that may be linked; ``doubt`` is None where nothing else is asked."""

    pairs: list[tuple[int, int]]
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What reviewers said of a claim: accepted, rejected or nothing, and the fields that they set right.

    The fields are value, measure, population, whole, place, period and chain.
    """

    standing: Literal["accepted", "rejected"] | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement in normal form.

    ``span`` is the clause that states it and ``text`` its exact words. What the
    text does not say is None. ``chain`` runs from the outlet to the furthest
    voice. ``terms`` are the lower-case lemmas of the clause's content words, in
    order and without repeats; they serve comparison only. In a line of a label and its values
    the measure is the label in its own words, "Area, land", or "Religions: Christian". ``spoken`` says that
    the words stand inside a direct quotation. ``reviewed`` is None where no reviewer said anything; else
    the fields that were corrected hold a person's word, and ``text`` and ``quantity_text`` still the exact words.
    """

    id: str
    document: str
    span: Span
    text: str
    quantity: Quantity | None
    quantity_text: str | None
    measure: str
    population: str | None
    whole: str | None
    place: str | None
    period: str | None
    chain: tuple[Step, ...]
    first_hand: bool
    basis: Basis
    because: str
    terms: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    spoken: bool = False
    reviewed: Reviewed | None = None

    @property
    def number(self) -> str | None:
        """The words of the number, with what a reviewer set it to behind them where one did; None where there is none."""
        if self.quantity is None or self.reviewed is None or "value" not in self.reviewed.corrected:
            return self.quantity_text
        low, high = self.quantity.low, self.quantity.high
        if low is not None and high is not None:
            said = f"{low:f}" if low == high else f"{low:f} to {high:f}"
        else:
            said = (
                f"at least {low:f}"
                if low is not None
                else f"at most {high:f}"
                if high is not None
                else "open"
            )
        return f"{self.quantity_text} [set right: {said}]"

    @property
    def rejected(self) -> bool:
        """Whether a reviewer rejected it: it is listed, and stands in no link, figure or finding."""
        return self.reviewed is not None and self.reviewed.standing == "rejected"


@dataclass(frozen=True, slots=True)
class Link:
    """How a later claim stands to an earlier one, with its reasons; ``weight`` is 0 to 1, how sure it is."""

    earlier: str
    later: str
    kind: LinkKind
    weight: float
    drift: tuple[Drift, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """The same words in two documents; ``words`` is how many they share."""

    a: Passage
    b: Passage
    words: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure was produced: its name, the ids of the claims that lead there, and why."""

    name: str
    claims: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The claims of all documents that state the same thing; no origin means that none is named."""

    id: str
    label: str
    measure: str
    population: str | None
    claims: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words on which a finding rests."""

    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that a researcher should read first, with its evidence; ``weight`` is 0 to 1, heaviest first."""

    kind: str
    says: str
    weight: float
    evidence: tuple[Evidence, ...]
