"""The figures of a dossier, packed: each is made once from the claims that were gathered, and unpacked when it is looked at."""

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from zlib import compress, decompress

import msgspec

from firsthand.links.parts import Parts, one_by_one
from firsthand.links.shelf import ENCODER, Shelf
from firsthand.records import Figure

DECODER = msgspec.msgpack.Decoder(list[Figure])
RAW = msgspec.msgpack.Decoder(list[msgspec.Raw])
ONE = msgspec.msgpack.Decoder(Figure)

TOGETHER = 32
"""Figures that are packed together."""

AT_HAND = 2048
"""Packs that are held unpacked, some 65,000 figures and 70 MB: each kind of findings goes through all figures."""

QUICKLY = 1
"""How hard zlib tries."""


class Figures:
    """The figures; the number of each is its place in the order of their smallest claims.

    All are gone through in the order of the shelf, in which related documents stand beside each other.
    """

    def __init__(
        self,
        shelf: Shelf,
        leader: "array[int]",
        make: Callable[[tuple[str, ...]], Figure],
        parts: Parts = one_by_one,
    ) -> None:
        """Make a figure of the claims of each leader, given as ids and sorted; others may make a part of them."""
        self._shelf = shelf
        self._places = _numbered(leader)
        self._makers = array("I", bytes(4 * len(leader)))
        self._names: list[str | None] = [None]
        self._named = bytearray(max(self._places, default=-1) + 1)
        self._open: OrderedDict[int, list[Figure]] = OrderedDict()
        self._where = array("I", bytes(4 * len(self._named)))
        made = self._made(leader, make, parts)
        self._count = len(made)
        self._packs = [_packed(made[n : n + TOGETHER]) for n in range(0, len(made), TOGETHER)]

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Figure]:
        for place in range(len(self._packs)):
            yield from self._pack(place)

    def __getitem__(self, number: int) -> Figure:
        place, nth = divmod(self._where[number], TOGETHER)
        return self._pack(place)[nth]

    def place(self, claim: str) -> int:
        """Return the number of the figure in which a claim is."""
        return self._places[self._shelf.number(claim)]

    def producer(self, claim: str) -> str | None:
        """Return the name of the origin to which a claim goes back, None when none is named."""
        return self._names[self._makers[self._shelf.number(claim)]]

    def has_origin(self, claim: str) -> bool:
        """Whether any origin of a claim's figure is named."""
        return bool(self._named[self.place(claim)])

    def _pack(self, place: int) -> list[Figure]:
        figures = self._open.get(place)
        if figures is None:
            self._open[place] = figures = _unpacked(self._packs[place])
            if len(self._open) > AT_HAND:
                self._open.popitem(last=False)
        else:
            self._open.move_to_end(place)
        return figures

    def _made(
        self, leader: "array[int]", make: Callable[[tuple[str, ...]], Figure], parts: Parts
    ) -> list[bytes]:
        """Every figure as bytes: made in the order of the documents, whose claims are then at hand."""
        several: dict[int, list[int]] = defaultdict(list)
        for claim, first in enumerate(leader):
            if claim != first:
                several[first].append(claim)
        shelf, documents = self._shelf, self._shelf.documents()

        def group(first: int) -> tuple[str, ...]:
            """Return the ids of the claims of the figure that begins with one."""
            return tuple(shelf.ids[number] for number in (first, *several.get(first, ())))

        def firsts(document: str) -> list[int]:
            """Return the claims of a document with which a figure begins."""
            return [number for number in shelf.numbers(document) if leader[number] == number]

        def work(places: range) -> bytes:
            """Return the figures that begin in the documents at some places."""
            found = []
            for place in places:
                shelf.of(documents[place])  # to be at hand
                found += [make(group(first)) for first in firsts(documents[place])]
            return ENCODER.encode(found)

        made: list[bytes] = []
        names: dict[str | None, int] = {None: 0}
        all_firsts = chain.from_iterable(map(firsts, documents))
        for part in parts(len(documents), work):
            for raw, first in zip(RAW.decode(part), all_firsts, strict=False):
                self._where[self._places[first]] = len(made)
                made.append(bytes(raw))
                figure = ONE.decode(raw)
                self._named[self._places[first]] = bool(figure.origins)
                for origin in figure.origins:
                    for each in origin.claims:
                        self._makers[shelf.number(each)] = names.setdefault(origin.name, len(names))
        self._names = list(names)
        return made


def _numbered(leader: "array[int]") -> "array[int]":
    """The number of each claim's figure."""
    numbers, count = array("I"), 0
    for claim, first in enumerate(leader):
        numbers.append(count if claim == first else numbers[first])
        count += claim == first
    return numbers


def _packed(figures: list[bytes]) -> bytes:
    return compress(ENCODER.encode([msgspec.Raw(each) for each in figures]), QUICKLY)


def _unpacked(pack: bytes) -> list[Figure]:
    return DECODER.decode(decompress(pack))
