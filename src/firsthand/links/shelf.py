"""The claims of a whole dossier in short, packed: a few bytes of each are held, and only those last looked at in full."""

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from zlib import compress, decompress

import msgspec

from firsthand.links.columns import ordered, place_of, root
from firsthand.records import Basis, Span

AT_HAND = 4096
"""Claims that are held in full, document by document."""

NUMBER, CITED = 1, 2
"""What is known of a claim without looking it up: that it states a number, that it has references."""

QUICKLY = 1
"""How hard zlib tries."""


class Brief(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim in short: where it stands, the bodies behind it, its number and of whom, as the text shows them.

    No dataclass, because all that settling asks for is packed and unpacked many times.

    ``described`` says that the text says something of who speaks, named or not; ``witness``
    that it is told by or in the testimony of a witness, whose name no sentence of ours repeats;
    ``told`` that it is in the first person, and ``parted`` that its people are given with the number
    of all of whom they are some: "2,150 of the 8,600 workers"; ``change`` that the number is a rise or fall, ``firm`` that it is told without a hedge.
    """

    id: str
    document: str
    span: Span
    value: tuple[Decimal | None, Decimal | None] | None
    kind: str
    point: Decimal | None
    distinction: float
    bodies: tuple[str, ...]
    names: tuple[str, ...]
    basis: Basis
    first_hand: bool
    spoken: bool
    told: bool
    described: bool
    witness: bool
    cited: tuple[str, ...]
    parted: bool
    change: bool
    firm: bool
    shown: str | None
    measure: str
    population: str | None
    label: str


ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(list[Brief])


class Shelf:
    """Claims in short by id. They come document by document, each in the order of ids.

    Documents that have to do with each other can be put beside each other: who goes through all claims
    then looks, from one to the next, at what is at hand. A claim has a number as well, its place in the order of all ids: numbers are compared as ids are, and take less room.
    """

    def __init__(self, of_each: Iterable[tuple[str, list[Brief]]]) -> None:
        """Take the claims of each document, the documents sorted by id."""
        self._documents: list[str] = []
        self._pages: list[bytes] = []
        self._open: OrderedDict[int, list[Brief]] = OrderedDict()
        self._at_hand: dict[str, Brief] = {}
        ids: list[str] = []
        facts = bytearray()
        where, starts, ends, values = array("I"), array("I"), array("I"), array("I")
        known: dict[tuple[Decimal | None, Decimal | None] | None, int] = {}
        for page, (document, briefs) in enumerate(of_each):
            self._documents.append(document)
            self._pages.append(packed(sorted(briefs, key=lambda brief: brief.id)))
            ids += [brief.id for brief in briefs]
            facts += bytes((brief.value is not None) * NUMBER + bool(brief.cited) * CITED for brief in briefs)
            where.extend([page] * len(briefs))
            starts.extend(brief.span.start for brief in briefs)
            ends.extend(brief.span.end for brief in briefs)
            values.extend(known.setdefault(brief.value, len(known)) for brief in briefs)
        self._order: Sequence[int] = range(len(self._pages))
        self._ranks: Sequence[int] = self._order
        order = sorted(range(len(ids)), key=ids.__getitem__)
        self.ids = [ids[place] for place in order]
        self._facts = bytes(facts[place] for place in order)
        self._where, self._starts, self._ends, self._values = (
            ordered(each, order) for each in (where, starts, ends, values)
        )

    def __getitem__(self, claim: str) -> Brief:
        if claim not in self._at_hand:
            self._page(self._where[self.number(claim)])
        return self._at_hand[claim]

    def __contains__(self, claim: object) -> bool:
        return isinstance(claim, str) and place_of(self.ids, claim) is not None

    def __len__(self) -> int:
        return len(self.ids)

    def put_together(self, beside: Iterable[tuple[str, str]]) -> None:
        """Put documents beside each other that are linked directly or through others."""
        parent = array("I", range(len(self._pages)))
        for pair in beside:
            places = (place_of(self._documents, document) for document in pair)
            a, b = (root(parent, place) for place in places if place is not None)
            parent[max(a, b)] = min(a, b)
        self._order = array("I", sorted(range(len(parent)), key=lambda page: (root(parent, page), page)))
        self._ranks = ordered(
            array("I", range(len(parent))), sorted(range(len(parent)), key=self._order.__getitem__)
        )

    def rank(self, number: int) -> int:
        """Return the place of a claim's document among the documents, those that are related one after another."""
        return self._ranks[self._where[number]]

    def number(self, claim: str) -> int:
        """Return the place of a claim in the order of all ids. Raises KeyError when it is not there."""
        place = place_of(self.ids, claim)
        if place is None:
            raise KeyError(claim)
        return place

    def document(self, number: int) -> str:
        """Return the document of a claim."""
        return self._documents[self._where[number]]

    def span(self, number: int) -> Span:
        """Return where a claim stands."""
        return Span(self._starts[number], self._ends[number])

    def has_number(self, number: int) -> bool:
        """Whether a claim states a number."""
        return bool(self._facts[number] & NUMBER)

    def same_value(self, one: str, other: str) -> bool:
        """Whether two claims state the same number, or both none."""
        return self._values[self.number(one)] == self._values[self.number(other)]

    def cites(self, number: int) -> bool:
        """Whether a claim has references."""
        return bool(self._facts[number] & CITED)

    def of(self, document: str) -> Collection[Brief]:
        """Return the claims of a document, in the order of their ids."""
        place = place_of(self._documents, document)
        return () if place is None else self._page(place)

    def by_document(self) -> Iterator[tuple[str, Collection[Brief]]]:
        """Yield the claims of each document, those of related documents one after another."""
        for place in self._order:
            yield self._documents[place], self._page(place)

    def values(self) -> Iterator[Brief]:
        """Yield all claims, document by document, those of related documents one after another."""
        for place in self._order:
            yield from unpacked(self._pages[place])

    def _page(self, place: int) -> list[Brief]:
        if place not in self._open:
            self._open[place] = found = unpacked(self._pages[place])
            self._at_hand.update((brief.id, brief) for brief in found)
            while len(self._at_hand) > AT_HAND and len(self._open) > 1:
                for brief in self._open.popitem(last=False)[1]:
                    del self._at_hand[brief.id]
        return self._open[place]


def packed(briefs: list[Brief]) -> bytes:
    """Return some claims in a few bytes."""
    return compress(ENCODER.encode(briefs), QUICKLY)


def unpacked(page: bytes) -> list[Brief]:
    """Return the claims that were packed."""
    return DECODER.decode(decompress(page))
