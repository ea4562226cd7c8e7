"""The claims of a whole dossier in short, packed: some hundred bytes of each are held, and as many in full as there is room for."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, chain

import msgspec

from firsthand.links.columns import ordered, place_of, root
from firsthand.records import Basis, Span

AT_HAND = 131_072
"""Claims that are held in full, some 100 MB: each kind of findings goes through all of them, and unpacking takes as long as looking."""

NUMBER, CITED = 1, 2
"""What is known of a claim without looking it up: that it states a number, that it has references."""


class Brief(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim in short: where it stands, the bodies behind it, its number and of whom, as the text shows them.

    No dataclass, because all that settling asks for is packed and unpacked many times.

    ``described`` says that the text says something of who speaks, named or not; ``witness``
    that it is told by or in the testimony of a witness, whose name no sentence of ours repeats;
    ``told`` that it is in the first person, and ``parted`` that its people are given with the number
    of all of whom they are some: "2,150 of the 8,600 workers"; ``change`` that the number is a rise or fall, ``firm`` that it is told without a hedge.
    ``referred`` is the document here to which its reference leads, ``issuer`` the body that it names where that is none.
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
    referred: str | None = None
    period: str | None = None
    issuer: str | None = None


ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(list[Brief])
ONE = msgspec.msgpack.Decoder(Brief)


class Shelf:
    """Claims in short by id. They come document by document, each in the order of ids.

    Documents that have to do with each other can be put beside each other: who goes through all claims
    then looks, from one to the next, at what is at hand. A claim has a number as well, its place in the order of all ids: numbers are compared as ids are, and take less room.
    """

    def __init__(self, of_each: Iterable[tuple[str, list[Brief]]]) -> None:
        """Take the claims of each document, the documents sorted by id."""
        self._documents: list[str] = []
        self._pages: list[bytes] = []
        self._open: dict[int, list[Brief]] = {}
        self._at_hand = _AtHand(self._fetched)
        ids: list[str] = []
        facts = bytearray()
        where, starts, ends, values, begins, sizes = (array("I") for _ in range(6))
        known: dict[tuple[Decimal | None, Decimal | None] | None, int] = {}
        self._first = array("I", [0])
        for page, (document, briefs) in enumerate(of_each):
            self._documents.append(document)
            self._first.append(self._first[-1] + len(briefs))
            briefs.sort(key=lambda brief: brief.id)
            packs = [ENCODER.encode(brief) for brief in briefs]
            self._pages.append(ENCODER.encode([msgspec.Raw(pack) for pack in packs]))
            sizes.extend(map(len, packs))
            head = len(self._pages[-1]) - sum(map(len, packs))
            begins.extend(list(accumulate(map(len, packs), initial=head))[:-1])
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
        self._in_order = array("I", sorted(range(len(ids)), key=order.__getitem__))
        self._numbers = {claim: number for number, claim in enumerate(self.ids)}
        self._facts = bytes(facts[place] for place in order)
        self._where, self._starts, self._ends, self._values, self._begins, self._sizes = (
            ordered(each, order) for each in (where, starts, ends, values, begins, sizes)
        )

    def __getitem__(self, claim: str) -> Brief:
        return self._at_hand[claim]

    @property
    def look_up(self) -> Callable[[str], Brief]:
        """What returns a claim by its id in the quickest way; it raises KeyError when it is not there."""
        return self._at_hand.__getitem__

    def __contains__(self, claim: object) -> bool:
        return claim in self._numbers

    def __len__(self) -> int:
        return len(self.ids)

    def put_together(self, beside: Iterable[tuple[str, str]]) -> None:
        """Put documents beside each other that are linked, those first that are so by most of the given pairs.

        One chance link after another may hold a whole dossier together; what tells of one thing still stands together.
        """
        places = {document: page for page, document in enumerate(self._documents)}
        times = Counter((places[one], places[other]) for one, other in beside)
        parent = array("I", range(len(places)))
        rows = [[page] for page in parent]
        for pair in sorted(times, key=lambda pair: (-times[pair], pair)):
            a, b = sorted(root(parent, page) for page in pair)
            if a != b:
                parent[b] = a
                rows[a] += rows[b]
                rows[b] = []
        self._order = array("I", chain.from_iterable(rows))
        self._ranks = ordered(
            array("I", range(len(parent))), sorted(range(len(parent)), key=self._order.__getitem__)
        )

    def rank(self, number: int) -> int:
        """Return the place of a claim's document among the documents, those that are related one after another."""
        return self._ranks[self._where[number]]

    def number(self, claim: str) -> int:
        """Return the place of a claim in the order of all ids. Raises KeyError when it is not there."""
        return self._numbers[claim]

    def document(self, number: int) -> str:
        """Return the document of a claim."""
        return self._documents[self._where[number]]

    def span(self, number: int) -> Span:
        """Return where a claim stands."""
        return Span(self._starts[number], self._ends[number])

    def ends(self, number: int) -> tuple[int, int]:
        """Return the same as two numbers."""
        return self._starts[number], self._ends[number]

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

    def numbers(self, document: str) -> Sequence[int]:
        """Return the numbers of the claims of a document."""
        place = place_of(self._documents, document)
        return () if place is None else self._in_order[self._first[place] : self._first[place + 1]]

    def documents(self) -> list[str]:
        """Return the documents, those that are related one after another."""
        return [self._documents[place] for place in self._order]

    def by_document(self) -> Iterator[tuple[str, Collection[Brief]]]:
        """Yield the claims of each document, those of related documents one after another."""
        for place in self._order:
            yield self._documents[place], self._page(place)

    def values(self) -> Iterator[Brief]:
        """Yield all claims, document by document, those of related documents one after another."""
        for place in self._order:
            yield from self._page(place)

    def _page(self, place: int) -> list[Brief]:
        page = self._open.get(place)
        if page is None:
            self._make_room()
            self._open[place] = page = unpacked(self._pages[place])
            self._at_hand.update((brief.id, brief) for brief in page)
        return page

    def _fetched(self, claim: str) -> Brief:
        """A claim that is not at hand. Raises KeyError when it is not there."""
        number = self._numbers[claim]
        self._make_room()
        begin = self._begins[number]
        page = self._pages[self._where[number]]
        self._at_hand[claim] = brief = ONE.decode(page[begin : begin + self._sizes[number]])
        return brief

    def _make_room(self) -> None:
        """Put all away when too much is at hand: what is looked at next has little to do with what was looked at first."""
        if len(self._at_hand) >= AT_HAND:
            self._open.clear()
            self._at_hand.clear()


class _AtHand(dict[str, Brief]):
    """Claims by id, each fetched when it is asked for."""

    def __init__(self, fetched: Callable[[str], Brief]) -> None:
        super().__init__()
        self._fetched = fetched

    def __missing__(self, claim: str) -> Brief:
        return self._fetched(claim)


def packed(briefs: list[Brief]) -> bytes:
    """Return some claims in a few bytes."""
    return ENCODER.encode(briefs)


def unpacked(page: bytes) -> list[Brief]:
    """Return the claims that were packed."""
    return DECODER.decode(page)
