"""All links and shared passages of a dossier in columns of numbers: some twenty bytes of each, a record when it is looked at."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Self, get_args

import msgspec

from firsthand.records import Drift, Link, LinkKind, Passage, Reuse, Span

KINDS: tuple[LinkKind, ...] = get_args(LinkKind)

ENCODER = msgspec.msgpack.Encoder()
COLUMNS = msgspec.msgpack.Decoder(list[bytes])
LINKS = msgspec.msgpack.Decoder(tuple[list[bytes], bytearray, list[tuple[Drift, ...]]])


class LinkColumns:
    """The links between some claims, in the order of their ids, without their reasons.

    A claim has a number, its place in the order of all ids: numbers are compared as ids are, and take less room.
    """

    def __init__(self, ids: Sequence[str], links: Iterable[Link]) -> None:
        """Take the links between the claims with these ids, which are sorted; others are left out."""
        self._ids = ids
        self.earlier, self.later = array("I"), array("I")
        self.weights = array("d")
        self.kinds = bytearray()
        self._drifts = array("H")
        self._drift: dict[tuple[Drift, ...], int] = {}
        places = {claim: place for place, claim in enumerate(ids)}
        for link in links:
            earlier, later = places.get(link.earlier), places.get(link.later)
            if earlier is None or later is None:
                continue
            self.earlier.append(earlier)
            self.later.append(later)
            self.weights.append(link.weight)
            self.kinds.append(KINDS.index(link.kind))
            self._drifts.append(self._drift.setdefault(link.drift, len(self._drift)))
        self._drift_of = list(self._drift)
        self._sort()
        self._by_later = array("I", sorted(range(len(self)), key=self.later.__getitem__))
        self._laters = ordered(self.later, self._by_later)

    def packed(self) -> bytes:
        """Return all columns in bytes, for another process."""
        numbers = (self.weights, self.earlier, self.later, self._drifts, self._by_later, self._laters)
        return ENCODER.encode(([each.tobytes() for each in numbers], self.kinds, self._drift_of))

    @classmethod
    def unpacked(cls, ids: Sequence[str], pack: bytes) -> Self:
        """Return the columns that another process packed, of the links between the claims with these ids."""
        made = cls(ids, ())
        numbers, made.kinds, made._drift_of = LINKS.decode(pack)
        ints = (made.earlier, made.later, made._drifts, made._by_later, made._laters)
        columns: tuple[array[Any], ...] = (made.weights, *ints)
        for column, packed in zip(columns, numbers, strict=True):
            column.frombytes(packed)
        return made

    def __len__(self) -> int:
        return len(self.earlier)

    def __iter__(self) -> Iterator[Link]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int) -> Link:
        return Link(
            self._ids[self.earlier[place]],
            self._ids[self.later[place]],
            KINDS[self.kinds[place]],
            self.weights[place],
            self._drift_of[self._drifts[place]],
        )

    def repeats(self, place: int) -> bool:
        """Return whether a link says that one number is told again, in the same words or others."""
        kind = KINDS[self.kinds[place]]
        return kind == "same" or (kind == "drift" and "value" not in self._drift_of[self._drifts[place]])

    def documents(self, of: Callable[[int], str]) -> Iterator[tuple[str, str]]:
        """Yield the documents of the two claims of each link, given the document of a claim."""
        return zip(map(of, self.earlier), map(of, self.later), strict=True)

    def of_kind(self, kind: LinkKind, rank: Callable[[int], int] | None = None) -> Iterator[Link]:
        """Yield the links of one kind, the surest first; by the rank of the later claim where one is given."""
        wanted = KINDS.index(kind)
        places = [place for place, found in enumerate(self.kinds) if found == wanted]
        # Links are in the order of their ids, and equal weights leave them in it.
        places.sort(key=lambda place: -self.weights[place])
        if rank is not None:
            places.sort(key=lambda place: rank(self.later[place]))
        yield from map(self.__getitem__, places)

    def beside(self, claim: int) -> Iterator[int]:
        """Yield the claims to which a claim is linked."""
        yield from self.later[bisect_left(self.earlier, claim) : bisect_right(self.earlier, claim)]
        for place in self._by_later[bisect_left(self._laters, claim) : bisect_right(self._laters, claim)]:
            yield self.earlier[place]

    def between(self, one: str, other: str) -> Iterator[Link]:
        """Yield the links between two claims, whichever is the earlier."""
        a, b = place_of(self._ids, one), place_of(self._ids, other)
        for x, y in ((a, b), (b, a)) if a is not None and b is not None else ():
            first = bisect_left(self.earlier, x)
            last = bisect_right(self.earlier, x, lo=first)
            for place in range(
                bisect_left(self.later, y, first, last), bisect_right(self.later, y, first, last)
            ):
                yield self[place]

    def _sort(self) -> None:
        def of(place: int) -> tuple[int, int]:
            """Return the two claims of a link."""
            return self.earlier[place], self.later[place]

        if all(of(place) <= of(place + 1) for place in range(len(self) - 1)):
            return
        order = sorted(range(len(self)), key=of)
        for column in ("earlier", "later", "weights", "_drifts"):
            setattr(self, column, ordered(getattr(self, column), order))
        self.kinds = bytearray(self.kinds[place] for place in order)


class ReuseColumns:
    """The passages that two documents share, by document and place of the one and then of the other."""

    def __init__(self, documents: Sequence[str], reuses: Iterable[Reuse]) -> None:
        """Take the passages; ``documents`` are all ids, sorted."""
        self._documents = documents
        self._a, self._b, self._words = array("I"), array("I"), array("I")
        self._spans = array("I")  # four numbers of each
        for reuse in reuses:
            self._a.append(bisect_left(documents, reuse.a.document))
            self._b.append(bisect_left(documents, reuse.b.document))
            self._words.append(reuse.words)
            self._spans.extend((reuse.a.span.start, reuse.a.span.end, reuse.b.span.start, reuse.b.span.end))
        self._sort()
        self._by_b = array("I", sorted(range(len(self)), key=self._b.__getitem__))
        self._bs = ordered(self._b, self._by_b)

    def packed(self) -> bytes:
        """Return all columns in bytes, for another process."""
        numbers = (self._a, self._b, self._words, self._spans, self._by_b, self._bs)
        return ENCODER.encode([each.tobytes() for each in numbers])

    @classmethod
    def unpacked(cls, documents: Sequence[str], pack: bytes) -> Self:
        """Return the columns that another process packed, of the passages in these documents."""
        made = cls(documents, ())
        columns = (made._a, made._b, made._words, made._spans, made._by_b, made._bs)
        for column, packed in zip(columns, COLUMNS.decode(pack), strict=True):
            column.frombytes(packed)
        return made

    def __len__(self) -> int:
        return len(self._a)

    def __iter__(self) -> Iterator[Reuse]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int) -> Reuse:
        a, to_a, b, to_b = self._spans[4 * place : 4 * place + 4]
        return Reuse(
            Passage(self._documents[self._a[place]], Span(a, to_a)),
            Passage(self._documents[self._b[place]], Span(b, to_b)),
            self._words[place],
        )

    def documents(self) -> Iterator[tuple[str, str]]:
        """Yield the two documents of each passage."""
        of = self._documents.__getitem__
        return zip(map(of, self._a), map(of, self._b), strict=True)

    def between(self, one: str, other: str) -> Iterator[Reuse]:
        """Yield the passages that two documents share."""
        yield from map(self.__getitem__, self._pair(min(one, other), max(one, other)))

    def spans(self, one: str, other: str) -> Iterator[tuple[Span, Span]]:
        """Yield where the passages stand that two documents share: in the one with the smaller id, and in the other."""
        for place in self._pair(min(one, other), max(one, other)):
            a, to_a, b, to_b = self._spans[4 * place : 4 * place + 4]
            yield Span(a, to_a), Span(b, to_b)

    def words(self, one: str, other: str) -> int:
        """Return how many words of the same text two documents print."""
        return sum(self._words[place] for place in self._pair(min(one, other), max(one, other)))

    def of(self, document: str) -> Iterator[tuple[Span, str]]:
        """Yield the stretches of a document that another one has too, each with that one."""
        number = bisect_left(self._documents, document)
        for place in range(bisect_left(self._a, number), bisect_right(self._a, number)):
            yield Span(*self._spans[4 * place : 4 * place + 2]), self._documents[self._b[place]]
        for place in self._by_b[bisect_left(self._bs, number) : bisect_right(self._bs, number)]:
            yield Span(*self._spans[4 * place + 2 : 4 * place + 4]), self._documents[self._a[place]]

    def beside(self, document: str) -> set[str]:
        """Return the documents that have a passage of this one."""
        number = bisect_left(self._documents, document)
        later = self._b[bisect_left(self._a, number) : bisect_right(self._a, number)]
        places = self._by_b[bisect_left(self._bs, number) : bisect_right(self._bs, number)]
        return {self._documents[other] for other in (*later, *(self._a[place] for place in places))}

    def pairs(self) -> Iterator[tuple[str, str, int]]:
        """Yield every two documents that share passages, with how many words of the same text they print."""
        of = self._documents.__getitem__
        for (a, b), run in groupby(zip(self._a, self._b, self._words, strict=True), key=itemgetter(0, 1)):
            yield of(a), of(b), sum(words for _, _, words in run)

    def sides(self) -> Iterator[tuple[int, int, int]]:
        """Yield where each passage stands, in the one document and then in the other: number of the document, start, end."""
        for place, documents in enumerate(zip(self._a, self._b, strict=True)):
            a, to_a, b, to_b = self._spans[4 * place : 4 * place + 4]
            yield documents[0], a, to_a
            yield documents[1], b, to_b

    def _pair(self, a: str, b: str) -> range:
        one, other = bisect_left(self._documents, a), bisect_left(self._documents, b)
        first, last = bisect_left(self._a, one), bisect_right(self._a, one)
        return range(bisect_left(self._b, other, first, last), bisect_right(self._b, other, first, last))

    def _sort(self) -> None:
        def of(place: int) -> tuple[int, ...]:
            """Return the two documents of a passage with its spans."""
            return self._a[place], self._b[place], *self._spans[4 * place : 4 * place + 4]

        order: list[int] = []
        for _, run in groupby(sorted(range(len(self)), key=self._a.__getitem__), key=self._a.__getitem__):
            order += sorted(run, key=of)
        spans = array("I")
        for place in order:
            spans.extend(self._spans[4 * place : 4 * place + 4])
        self._spans = spans
        self._a, self._b, self._words = (ordered(each, order) for each in (self._a, self._b, self._words))


def place_of(ids: Sequence[str], wanted: str) -> int | None:
    """Return the place of an id among sorted ids, None when it is not there."""
    place = bisect_left(ids, wanted)
    return place if place < len(ids) and ids[place] == wanted else None


def ordered(column: "array[int]", order: Sequence[int]) -> "array[int]":
    """Return a column with its rows in another order."""
    return array(column.typecode, [column[place] for place in order])


def root(parent: "array[int]", place: int) -> int:
    """Return what stands for all that hangs together with a place; the way there gets shorter."""
    while parent[place] != place:
        parent[place] = place = parent[parent[place]]
    return place
