"""What is underlined in a text: quantities, attributions, times, places, citations, provenance, identifiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from firsthand.records.documents import Span

QuantityKind = Literal[
    "count", "share", "money", "age", "duration", "length", "mass", "volume", "area", "temperature", "ratio", "rate",
    "other",
]  # fmt: skip


Hedge = Literal[
    "exact", "about", "at least", "at most", "more than", "less than", "range", "order of magnitude"
]


Direction = Literal["up", "down"]


AttributionKind = Literal["direct", "indirect", "mixed"]


Standing = Literal["said", "denied", "not said", "supposed", "asked", "wanted"]
"""How something is said: as so, to be untrue, not at all, only in a supposition, as a question, as an act that is wished."""


Role = Literal["witness", "official", "organisation", "report", "outlet", "data set", "unnamed", "author"]


IdentifierClass = Literal["direct", "quasi", "operational"]


IdentifierCategory = Literal[
    "name", "pseudonym", "number", "contact", "address", "account", "face",
    "place", "age", "date", "relative", "occupation", "rank", "education", "organisation", "nationality", "amount",
    "life detail", "route", "shelter", "helper", "method", "questioning", "other",
]  # fmt: skip
"""What an identifier tells of its person. "pseudonym" is a name that the text itself says is not the real one, "number" that
of a case, a paper or a vehicle, "contact" a way to reach somebody, "method" how somebody escaped or hid, "questioning" who was
asked by whom and when."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same quantity again in another unit: "($4)" behind "30 yuan"."""

    span: Span
    low: Decimal | None
    high: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was written: what it may be at least and at most.

    "up to 500,000" has no floor, "at least $105 million" has no ceiling; an open
    end is None. It is never guessed. Shares are fractions of 1. ``unit`` is a
    currency code or a unit's name, "" for a bare count; ``per`` the unit of a
    rate. ``direction`` says that it is a change and not a level.
    """

    span: Span
    kind: QuantityKind
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    unit: str | None = ""
    per: str | None = None
    direction: Direction | None = None
    counted: Span | None = None
    whole: Span | None = None
    converted: Conversion | None = None

    @property
    def vague(self) -> bool:
        """Whether the words bound the figure at neither end: "many"."""
        return self.low is None and self.high is None

    def allows(self, value: Decimal) -> bool:
        """Whether ``value`` would make the written words true.

        >>> Quantity(Span(0, 13), "count", None, Decimal(500000), "at most").allows(Decimal(3))
        True
        """
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Source:
    """Who is speaking, where it is named, and the fullest name that the document gives."""

    spans: tuple[Span, ...]
    resolved: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content; ``inside`` is the index of the attribution that encloses this one.

    ``source`` is None when nobody is named; ``cue`` is empty when a sentence goes
    on reporting without one. ``standing`` is whether the source says it as so.
    """

    kind: AttributionKind
    source: Source | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None = None
    standing: Standing = "said"


@dataclass(frozen=True, slots=True)
class Time:
    """A date, time or period in the text; ``value`` is ISO 8601 or a TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text; name and degrees of latitude and longitude are None when it is not known."""

    span: Span
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """Words that could identify or endanger a person.

    ``person`` groups those of one person in a document: the fullest name that the
    document gives, else a label such as "witness 2"; None when it is not known
    whose they are. ``why`` says in general words what made them one, and never repeats them.
    """

    span: Span
    danger: IdentifierClass
    person: str | None = None
    category: IdentifierCategory = "other"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation marker such as "[4]" and its entry in the reference list, None when the list is not there."""

    span: Span
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How something is known: "interviews", "translation", "anonymity", "additional reporting"."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything underlined in one document, each kind in order of its place."""

    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Yield every span that any mark points to."""
        for quantity in self.quantities:
            yield quantity.span
            yield from filter(None, (quantity.counted, quantity.whole))
            if quantity.converted:
                yield quantity.converted.span
        for attribution in self.attributions:
            yield from attribution.cue
            yield from attribution.content
            yield from attribution.source.spans if attribution.source else ()
        others: tuple[Time | Place | Citation | Provenance | Identifier, ...] = (
            *self.times, *self.places, *self.citations, *self.provenance, *self.identifiers,
        )  # fmt: skip
        yield from (mark.span for mark in others)
