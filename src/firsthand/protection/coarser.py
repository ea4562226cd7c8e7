"""A detail said less exactly: a county as its country, 14 as "a teenager", a day as its year."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from firsthand.lexicon import load
from firsthand.protection.folding import letters
from firsthand.protection.profiles import Profile
from firsthand.records import IdentifierCategory

Wider = Callable[[str], tuple[str | None, str | None]]
"""From the words for a place to its province and its country, None for what is not known."""

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")


def coarser(words: str, category: IdentifierCategory, profile: Profile, wider: Wider) -> str:
    """Return what stands for a detail, in square brackets, the sign of an editor's words in a quotation.

    What cannot be said less exactly is told by its kind alone: "[a place]".
    """
    said: str | None = None
    if category == "place":
        said = _place(words, profile, wider)
    elif category == "age":
        said = _age(words)
    elif category == "date":
        said = _date(words, profile.dates)
    elif category in ("occupation", "organisation", "rank", "education"):
        said = _sector(words)
    said = said or _kinds("coarser")[category]
    if set(letters(words)) and letters(words) in letters(said):
        said = _kinds("coarser")[category]  # the detail was coarse already, and to repeat it would tell it
    return f"[{said}]"


def withheld(category: IdentifierCategory) -> str:
    """Return what stands for a detail of which nothing is told."""
    return f"[{_kinds('withheld')[category]}]"


def coarser_period(period: str, grain: str) -> str | None:
    """Return an ISO 8601 date or TIMEX3 value no finer than a grain, None when it is none that begins with a year."""
    if not re.match(r"\d{4}(?:\D|$)", period):
        return None
    return period[:7] if grain == "month" and re.match(r"\d{4}-\d\d(?:-|$)", period) else period[:4]


def _place(words: str, profile: Profile, wider: Wider) -> str | None:
    province, country = wider(words)
    if profile.places == "province" and province and letters(province) not in letters(words):
        return f"a place in {province}"
    return f"a place in {country}" if country else None


def _age(words: str) -> str | None:
    if letters(words) in _words("young_words"):
        return _kinds("ages")["0"]
    years = [int(found) for found in NUMBER.findall(words)] or [
        _numbers()[found] for found in (piece.lower() for piece in WORD.findall(words)) if found in _numbers()
    ]
    if not years:
        return None
    groups = {int(start): said for start, said in _kinds("ages").items()}
    age = sum(years) if len(years) > 1 and not NUMBER.search(words) else years[0]
    return next((said for start, said in sorted(groups.items(), reverse=True) if age >= start), None)


def _date(words: str, grain: str) -> str | None:
    year = YEAR.search(words)
    if year is None:
        return None
    if iso := re.match(r"\d{4}-(\d\d)", words):
        month: int | None = int(iso[1])
    else:
        months = _months()
        month = next((months[word] for word in WORD.findall(words.lower()) if word in months), None)
    if grain == "year" or month is None:
        return year[0]
    if grain == "month":
        return f"{year[0]}-{month:02}"
    seasons: Mapping[str, list[int]] = load("en", "protection")["seasons"]
    return next(f"{name} {year[0]}" for name, held in seasons.items() if name != "why" and month in held)


def _sector(words: str) -> str | None:
    said = {word.lower() for word in WORD.findall(words)}
    sectors: Mapping[str, list[str]] = load("en", "protection")["sectors"]
    scores = {
        name: sum(word in said or f"{word}s" in said for word in listed)
        for name, listed in sectors.items()
        if name != "why"
    }
    best = max(scores, key=lambda name: scores[name])
    return f"work in {best}" if scores[best] else None


@cache
def _kinds(group: str) -> dict[str, str]:
    table: dict[str, str] = load("en", "protection")[group]
    return {key: said for key, said in table.items() if key != "why"}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("en", "protection")[group]["words"])


@cache
def _months() -> dict[str, int]:
    return {name: n for name, n in load("en", "dates")["months"].items() if name != "why"}


@cache
def _numbers() -> dict[str, int]:
    """Number words up to ninety, by the word list of numbers."""
    table: Mapping[str, dict[str, dict[str, int]]] = load("en", "numbers")
    return {**table["cardinals"]["values"], **table["tens"]["values"]}
