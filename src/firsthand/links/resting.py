"""Which documents have their numbers from the report of a body, though they do not say so beside each of them."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

TELLING = 1.5
"""Distinction of a number that is looked at: two digits."""

SHARED, WEIGHTY, PART = 3, 4.0, 0.15
"""Numbers that a document has from one body, what they must tell together beyond the first digit of each, and their part of its own."""

UNLIKELY, FEW = 3.0, 50
"""Distinction of one number that does alone, three digits, and documents up to which all of a dossier are taken to tell of one thing."""

Telling = tuple[str, Decimal | None, float]
"""The kind of a number, the number, and how telling it is."""

Given = tuple[str, str, str | None]
"""A document with the key of who publishes it and the day."""


@dataclass(slots=True)
class Numbers:
    """The numbers of documents, gathered one document after another; of each a few bytes are held."""

    kept: dict[str, tuple["array[int]", "array[float]"]] = field(default_factory=dict)

    def add(self, document: str, told: Iterable[Telling]) -> None:
        """Take the numbers of a document: the kind of each, the number, and how telling it is."""
        telling = {hash((kind, point)): weight for kind, point, weight in told if point and weight >= TELLING}
        self.kept[document] = array("q", telling), array("d", telling.values())


@dataclass(frozen=True, slots=True)
class Resting:
    """Who alone gave a number in a paper of its own, and which documents have several numbers from whom.

    ``few`` says that the documents are so few that all tell of one matter.
    """

    given: Mapping[int, tuple[str, str | None]] = field(default_factory=dict)
    rests: Mapping[str, frozenset[str]] = field(default_factory=dict)
    few: bool = False

    def giver(self, document: str, published: str | None, number: Telling) -> str | None:
        """Return the key of the body that gave a number of a document before, where the document has more from it.

        Among few documents one number does that two hardly give by chance.
        """
        kind, point, distinction = number
        body, since = self.given.get(hash((kind, point)), ("", None))
        late = not (published and since) or since <= published
        found = (self.few and distinction >= UNLIKELY) or body in self.rests.get(document, ())
        return body if body and late and found else None


def resting(numbers: Numbers, made: Iterable[Given], all_: Iterable[Given]) -> Resting:
    """Return who gave which numbers in the papers ``made`` by those who publish them, and on whom all documents rest."""
    given: dict[int, tuple[str, str | None]] = {}
    several: set[int] = set()
    for document, body, published in made:
        for number in numbers.kept.get(document, ((),))[0]:
            known, since = given.get(number, (body, published))
            if known != body:
                several.add(number)
            given[number] = known, min(filter(None, (since, published)), default=None)
    alone = {number: each for number, each in given.items() if number not in several}
    rests: dict[str, frozenset[str]] = {}
    for document, body, _ in all_:
        count, weight = Counter[str](), defaultdict[str, float](float)
        told, weights = numbers.kept.get(document, ((), ()))
        for number, telling in zip(told, weights, strict=True):
            maker = alone.get(number, (body, None))[0]
            if maker != body:
                count[maker] += 1
                weight[maker] += telling - 1
        found = {
            maker
            for maker, shared in count.items()
            if shared >= max(SHARED, PART * len(told)) and weight[maker] >= WEIGHTY
        }
        if found:
            rests[document] = frozenset(found)
    return Resting(alone, rests, len(numbers.kept) <= FEW)
