"""Which details together single a person out within a dossier, and the fewest changes after which they do not.

After k-anonymity (Samarati and Sweeney 1998), with k = 2 and the persons of the dossier as the crowd: somebody is singled out
when nobody else in it fits all that is told of them. Whoever knows more than the dossier may single out more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from firsthand.protection.coarser import NUMBER
from firsthand.protection.folding import letters
from firsthand.protection.people import Detail, Person
from firsthand.records import IdentifierCategory

MOST_TOGETHER = 3
"""Details that are looked at together; more of them hardly anybody keeps in mind."""

SHOWN = 6
"""Combinations that are told of one person."""

Fact = tuple[IdentifierCategory, str]
"""A category with what is told in it, as it is compared."""


@dataclass(frozen=True, slots=True)
class Change:
    """A detail that is to be told less exactly, or not at all; ``instead`` is what is then told, "" for nothing."""

    detail: Detail
    do: Literal["coarser", "mask"]
    instead: str


@dataclass(frozen=True, slots=True)
class Exposure:
    """How far a person can be found out by what is told of them.

    ``named`` says that a name, a number or an address stands open. ``alone`` holds the smallest sets of details that fit
    nobody else in the dossier, ``changes`` the fewest after which somebody else fits too.
    """

    person: Person
    named: tuple[Detail, ...]
    alone: tuple[tuple[Detail, ...], ...]
    changes: tuple[Change, ...]

    @property
    def level(self) -> str:
        """How great the risk is: named, one detail, details together, none known."""
        if self.named:
            return "named"
        if not self.alone:
            return "none known"
        return "one detail" if len(self.alone[0]) == 1 else "details together"


Told = Callable[[Detail], str | None]
"""What an audience is told in the place of a detail, None for nothing."""


def exposures(people: Iterable[Person], told: Told, coarse: Callable[[Detail], str]) -> Iterator[Exposure]:
    """Yield how far each person can be found out by what is told of them, in the order given."""
    people = tuple(people)
    seen = {person.id: _seen(person, told) for person in people}
    facts = {id_: {_fact(detail, said) for detail, said in held} for id_, held in seen.items()}
    rough = {id_: {_fact(detail, coarse(detail)) for detail, _ in held} for id_, held in seen.items()}
    for person in people:
        held = seen[person.id]
        others = [id_ for id_ in facts if id_ != person.id]
        named = tuple(
            _first_of_each(d for d in person.details if d.danger == "direct" and told(d) == d.words)
        )
        alone = tuple(_alone(held, [facts[id_] for id_ in others]))
        nearest = (_changes(held, facts[id_], rough[id_], coarse) for id_ in others)
        nothing = tuple(Change(detail, "mask", "") for detail, _ in held)
        fewest = min((nothing, *nearest), key=lambda each: (len(each), sum(c.do == "mask" for c in each)))
        yield Exposure(person, named, alone, fewest if alone else ())


def _seen(person: Person, told: Told) -> list[tuple[Detail, str]]:
    """The details, but direct ones, of which something is told, each once."""
    found = ((detail, told(detail)) for detail in _first_of_each(person.details) if detail.danger != "direct")
    return [(detail, said) for detail, said in found if said is not None]


def _first_of_each(details: Iterable[Detail]) -> Iterator[Detail]:
    first: dict[str, Detail] = {}
    for detail in details:
        first.setdefault(detail.id, detail)
    yield from first.values()


def _fact(detail: Detail, said: str) -> Fact:
    numbers = NUMBER.findall(said) if detail.category == "age" else []
    return detail.category, numbers[0] if numbers else letters(said)


def _alone(held: list[tuple[Detail, str]], others: list[set[Fact]]) -> Iterator[tuple[Detail, ...]]:
    """Yield the smallest sets of details that nobody else fits, no set that holds a smaller one."""
    found: list[set[str]] = []
    for size in range(1, MOST_TOGETHER + 1):
        for chosen in combinations(held, size):
            ids = {detail.id for detail, _ in chosen}
            facts = {_fact(detail, said) for detail, said in chosen}
            if any(smaller <= ids for smaller in found) or any(facts <= other for other in others):
                continue
            found.append(ids)
            yield tuple(detail for detail, _ in chosen)
            if len(found) == SHOWN:
                return


def _changes(
    held: list[tuple[Detail, str]], exact: set[Fact], rough: set[Fact], coarse: Callable[[Detail], str]
) -> tuple[Change, ...]:
    """The changes after which a certain other person fits as well."""
    found = []
    for detail, said in held:
        if _fact(detail, said) in exact:
            continue
        less = coarse(detail)
        fits = less != said and _fact(detail, less) in rough
        found.append(Change(detail, "coarser", less) if fits else Change(detail, "mask", ""))
    return tuple(found)
