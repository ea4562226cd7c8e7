"""Lengths of time as ISO 8601 or TIMEX3 values, and the moment that lies a length away from a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from firsthand.lexicon import load
from firsthand.marks.numerals.lexemes import lexemes
from firsthand.marks.numerals.numbers import number_at, number_words

FARTHEST = 40_000
"""Days or weeks beyond which no moment is reckoned."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative times count: year, and month and day as far as they are known.

    ``told`` says that the text itself went there last: then a bare month lies in
    that year; else it is the nearest one before the document's day. ``ahead``
    says that the sentence speaks of the future, ``behind`` that it speaks of the past.
    ``quarter`` is the quarter of a year that the text told last.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    told: bool = False
    ahead: bool = False
    behind: bool = False
    quarter: str | None = None

    @property
    def date(self) -> date | None:
        """The full day, None where it is not known."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None


@cache
def table(language: str = "en") -> Mapping[str, Mapping[str, Any]]:
    """Return the lists of words for times: their values, or their words."""
    return {
        name: group.get("values") or dict.fromkeys(group["words"])
        for name, group in load(language, "times").items()
    }


def plain(text: str) -> str:
    """Return words with single blanks between them."""
    return " ".join(text.split())


def amount(words: str, and_half: bool = False) -> Decimal | None:
    """Return how many: "a" is one, "two and a half" 2.5; None where the words are no number."""
    words = plain(words)
    halves = table()["half_more"]
    half = next((more for more in halves if words.endswith(more)), "")
    bare = words.removesuffix(half).strip()
    if bare in table()["one"]:
        number: Decimal | None = Decimal(1)
    else:
        line = lexemes(bare)
        found = number_at(line, 0, number_words()) if line else None
        number = found.value if found else None
    return number + Decimal("0.5") if number is not None and (half or and_half) else number


def duration(number: Decimal | None, unit: str) -> str:
    """Return a duration as ISO 8601 or TIMEX3; X stands for a number that is not said."""
    letter = str(table()["units"][unit])
    if number is not None and unit in table()["made_of"]:
        times, letter = table()["made_of"][unit]
        number *= times
    clock = is_clock(unit)
    if number is not None and number != int(number) and letter in ("Y", "H", "M"):
        whole, rest = int(number), number - int(number)
        big, small = (whole and f"{whole}{letter}") or "", f"{int(rest * 12)}M"
        if clock:
            return f"PT{big}{int(rest * 60)}{'M' if letter == 'H' else 'S'}"
        return f"P{big}{small}" if letter == "Y" else f"P{number.normalize():f}M"
    count = "X" if number is None else f"{number.normalize():f}"
    return f"P{'T' if clock else ''}{count}{letter}"


def is_clock(unit: str) -> bool:
    """Whether a unit is shorter than a day."""
    return unit in table()["clock_units"]


def shifted(anchor: Anchor, number: Decimal, unit: str) -> str | None:
    """Return the moment that lies so many units after the anchor (before it, when negative), as fine as the unit."""
    letter = str(table()["units"][unit])
    steps = int(number)
    here = anchor.date
    if letter in ("Y", "E", "C") and anchor.year:
        year = anchor.year + steps * {"Y": 1, "E": 10, "C": 100}[letter]
        return f"{year:04d}" if 0 < year < 10000 else None
    if letter in ("M", "Q") and anchor.year and anchor.month and not is_clock(unit):
        months = anchor.year * 12 + anchor.month - 1 + steps * (3 if letter == "Q" else 1)
        if not 0 < months // 12 < 10000:
            return None
        return (
            f"{months // 12:04d}-Q{months % 12 // 3 + 1}"
            if letter == "Q"
            else f"{months // 12:04d}-{months % 12 + 1:02d}"
        )
    if here and letter in ("D", "W", "F", "N") and abs(steps) < FARTHEST:
        return _day_or_week(here, steps, letter)
    return None


def _day_or_week(here: date, steps: int, letter: str) -> str | None:
    try:
        moment = here + timedelta(days=steps * {"D": 1, "N": 1, "W": 7, "F": 14}[letter])
    except OverflowError:
        return None
    if letter in ("D", "N"):
        return moment.isoformat()
    year, week, _ = moment.isocalendar()
    return f"{year:04d}-W{week:02d}"
