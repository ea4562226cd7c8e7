"""In which province and country a place lies that a detail names."""

from collections.abc import Callable
from functools import lru_cache
from math import hypot

from firsthand import ledger
from firsthand.protection import Detail
from firsthand.records import Place

NEAR = 0.6
"""Degrees within which a place of the name is the one that the document means."""


def wider_in(store: ledger.Ledger) -> Callable[[Detail], Callable[[str], tuple[str | None, str | None]]]:
    """Return what tells province and country of a detail's place: None for what is not known or could be several.

    Where the document's own place is known by its point, that decides between places of one name.
    """
    places = lru_cache(maxsize=64)(lambda document: store.marks(document).places)

    def of_detail(detail: Detail) -> Callable[[str], tuple[str | None, str | None]]:
        """Return what tells the wider place of words that are named in a detail."""
        return lambda words: _around(words, [p for p in places(detail.document) if p.span.meets(detail.span)])

    return of_detail


def _around(words: str, meant: list[Place]) -> tuple[str | None, str | None]:
    from firsthand.marks.geography import gazetteer

    names = [place.name or "" for place in meant] or [words]
    found = [entry for name in names for entry in gazetteer.nearest_known(name)]
    points = [(place.latitude, place.longitude) for place in meant if place.latitude is not None]
    near = [
        entry
        for entry in found
        if any(
            hypot(entry.latitude - (north or 0), entry.longitude - (east or 0)) < NEAR
            for north, east in points
        )
    ]
    found = near or found
    countries = {entry.country for entry in found if entry.country}
    if len(countries) != 1:
        return None, None
    country = next(iter(countries))
    parts = {entry.part for entry in found if entry.part}
    province = _division(country, next(iter(parts))) if len(parts) == 1 else None
    return province, _country(country)


@lru_cache(maxsize=512)
def _country(code: str) -> str | None:
    from firsthand.marks.geography import gazetteer

    names = {
        e.name
        for held in gazetteer.named().values()
        for e in held
        if e.kind == "country" and e.country == code
    }
    return min(names, default=None, key=len)


@lru_cache(maxsize=512)
def _division(country: str, part: str) -> str | None:
    from firsthand.marks.geography import gazetteer

    return next(
        (
            entry.name
            for entry in gazetteer.divisions()
            if entry.kind == "province" and (entry.country, entry.part) == (country, part)
        ),
        None,
    )
