"""The outline of a claim: the few bytes by which it is told at once that it cannot be of one figure with another one."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from firsthand.links.aspects import aspects, is_of_days
from firsthand.links.comparison import is_bare
from firsthand.links.ratios import as_share
from firsthand.links.said import label_of, quoted
from firsthand.links.terms import content, total
from firsthand.links.tolls import tallied
from firsthand.links.values import PHYSICAL, POINTS, SCALES, distinction, figures, point, reach
from firsthand.links.voices import voice_key
from firsthand.records import Claim, Quantity, identity


class Phrase(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The content words of a phrase, and how much they say together in tenths of rarity."""

    words: frozenset[str]
    says: int


class Given(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The number of an outline, with which it begins: see there."""

    sort: str
    ends: msgspec.Raw
    point: float | None
    reach: msgspec.Raw
    shown: tuple[float | None, str]
    seldom: float
    label: str


class Outline(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim in outline.

    ``sort`` is the kind of its number with the unit to which the numbers are brought, "statement" without one; ``ends`` and
    ``point`` are in that unit, ``reach`` grants rounding and "about"; ``shown`` is the number with its unit as the
    text has it, ``seldom`` how seldom it is. ``least`` is what the topic says without what the place adds, in tenths of rarity. ``heard``
    stands for the words of a clause that might be a quotation, ``day`` is the period where that is one day, ``voices`` are the keys
    of those whom it names behind the outlet, ``entries`` the words of its references, ``label`` stands for the
    words of the label behind which the number stands, ``named`` are the peoples, places and persons in it, capitalised words among them.
    """

    sort: str
    ends: tuple[float | None, float | None]
    point: float | None
    reach: tuple[float | None, float | None]
    shown: tuple[float | None, str]
    seldom: float
    label: str
    topic: frozenset[str]
    who: Phrase
    what: Phrase
    clause: Phrase
    least: int
    restricted: frozenset[str]
    outcome: frozenset[str]
    toll: frozenset[str]
    figures: str
    day: str
    people: bool
    converted: bool
    extreme: str | None
    heard: str
    spoken: bool
    physical: bool
    parted: bool
    bare: bool
    vague: bool
    voices: frozenset[str]
    entries: frozenset[str]
    named: frozenset[str]

    @property
    def voiced(self) -> bool:
        """Whether it names somebody behind the outlet."""
        return bool(self.voices)


ENCODER = msgspec.msgpack.Encoder(order="deterministic")
DECODER = msgspec.msgpack.Decoder(Outline)
OF_NUMBER = msgspec.msgpack.Decoder(Given)


def outline(claim: Claim) -> bytes:
    """Return the outline of a claim as it is kept: packed, in some 200 bytes."""
    return ENCODER.encode(outlined(claim))


@lru_cache(maxsize=4096)
def unpacked(kept: bytes | None) -> Outline | None:
    """Return an outline that was kept, None where none is, or one that another version made in another form."""
    try:
        return None if kept is None else DECODER.decode(kept)
    except msgspec.ValidationError:
        return None


def given(kept: bytes | None) -> Given | None:
    """Return the number of an outline that was kept, as ``unpacked`` does of the whole."""
    try:
        return None if kept is None else OF_NUMBER.decode(kept)
    except msgspec.ValidationError:
        return None


def outlined(claim: Claim) -> Outline:
    """Return a claim in outline."""
    quantity, found, label = claim.quantity, aspects(claim), label_of(claim)
    sort, factor = ("statement", 1.0) if quantity is None else _sort(quantity)
    return Outline(
        sort=sort,
        ends=_ends(quantity, factor),
        point=_float(point(quantity), factor) if quantity else None,
        reach=_reach(quantity, factor),
        shown=(_float(point(quantity), 1.0), quantity.unit or "") if quantity else (None, ""),
        seldom=distinction(quantity) + (0.5 if quantity.per else 0.0) if quantity else 0.0,
        topic=found.topic,
        who=_phrase(found.who),
        what=_phrase(found.what),
        clause=_phrase(found.clause),
        least=total(found.topic - found.where),
        restricted=found.of("sex") | found.of("status"),
        outcome=found.of("outcome"),
        toll=tallied(found, claim),
        figures=figures(named) if quantity is not None and (named := point(quantity)) else "",
        day=claim.period if claim.period and is_of_days(claim.period) else "",
        people=found.people,
        converted=quantity is not None and quantity.converted is not None,
        extreme=found.extreme if sort.startswith("age") else None,
        heard=identity(*quoted(claim.text)) if quoted(claim.text) else "",
        spoken=claim.spoken,
        label=identity(*sorted(label.tokens)) if label is not None else "",
        physical=quantity is not None and quantity.kind in PHYSICAL,
        parted=as_share(claim) is not None,
        bare=is_bare(found, claim),
        vague=quantity is not None and quantity.hedge == "order of magnitude",
        voices=frozenset(voice_key(step.name) for step in claim.chain if step.name and step.role != "outlet"),
        entries=frozenset().union(*_entries(claim)),
        named=found.names | found.places | found.persons,
    )


def _entries(claim: Claim) -> Iterator[frozenset[str]]:
    """The content words of each reference of a claim."""
    return (content(step.name) for step in claim.chain[1:] if step.name and step.role == "outlet")


def _phrase(words: frozenset[str]) -> Phrase:
    return Phrase(words, total(words))


def _sort(quantity: Quantity) -> tuple[str, float]:
    """The kind of a number with the unit to which it is brought, and by what it is multiplied for that."""
    for scale in SCALES:
        if quantity.unit in scale:
            return f"{quantity.kind} {next(iter(scale))}", float(scale[quantity.unit])
    bare = not quantity.unit or (quantity.kind == "share" and quantity.unit == POINTS)
    return quantity.kind if bare else f"{quantity.kind} {quantity.unit}", 1.0


def _ends(quantity: Quantity | None, factor: float) -> tuple[float | None, float | None]:
    return (None, None) if quantity is None else (_float(quantity.low, factor), _float(quantity.high, factor))


def _reach(quantity: Quantity | None, factor: float) -> tuple[float | None, float | None]:
    if quantity is None:
        return None, None
    found = reach(quantity, Decimal(1))
    return _float(found.low, factor), _float(found.high, factor)


def _float(value: Decimal | None, factor: float) -> float | None:
    return None if value is None else float(value) * factor
