"""What a written time means: ISO 8601 or TIMEX3 values, counted from an anchor day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from firsthand.lexicon import load
from firsthand.marks.lexemes import lexemes
from firsthand.marks.numbers import number_at, number_words


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative times count: year, and month and day as far as they are known.

    ``told`` says that the text itself went there last: then a bare month lies in
    that year; else it is the nearest one before the document's day. ``ahead``
    says that the sentence speaks of the future.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    told: bool = False
    ahead: bool = False

    @property
    def date(self) -> date | None:
        """The full day, None where it is not known."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None


def anchor_of(published: str | None) -> Anchor:
    """Return the anchor of an ISO date that may stop at the year or month."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not match:
        return Anchor()
    year, month, day = (int(part) if part else None for part in match.groups())
    return Anchor(year, month, day)


def value_of(form: str, match: re.Match[str], anchor: Anchor) -> str | None:
    """Return the value of a matched form, None where the words turn out to be no time."""
    parts = {key: part.lower() if part else "" for key, part in match.groupdict().items()}
    return RESOLVERS[form](parts, anchor, match.group().lower())


@cache
def _table(language: str) -> dict[str, dict[str, Any]]:
    return {name: group.get("values", {}) for name, group in load(language, "times").items()}


def _words(text: str) -> str:
    return " ".join(text.split())


def _day(year: int | None, month: int, day: int) -> str | None:
    """A day as ISO 8601, XXXX for an unknown year, None for a day that no calendar has."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{f'{year:04d}' if year else 'XXXX'}-{month:02d}-{day:02d}"


def _month(parts: Mapping[str, str]) -> int:
    return int(_table("en")["months"][parts["month"]])


def _year_of(month: int, day: int | None, anchor: Anchor) -> int | None:
    """The year of a month without one: the anchor's, or the one before when that would be far in the future."""
    if anchor.year is None or anchor.told or anchor.month is None:
        return anchor.year
    ahead = month - anchor.month
    if ahead > 3:
        return anchor.year - 1
    return anchor.year + 1 if ahead < -9 else anchor.year


def _iso(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    year, month = int(parts["year"]), int(parts["month"])
    return _day(year, month, int(parts["day"])) if parts["day"] else f"{year:04d}-{month:02d}"


def _figures(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    """20.05.2019 is day first; 05/20/2019 is taken as it can only be read, month first where both can be."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    day_first = parts["mark"] == "." or first > 12
    if parts["mark"] == "." and len(parts["year"]) < 4:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _day(year, month, day) if 1 <= month <= 12 else None


def _month_day(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    month, day = _month(parts), int(parts["day"])
    year = int(parts["year"]) if parts["year"] else _year_of(month, day, anchor)
    return _day(year, month, day)


def _month_year(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return f"{int(parts['year']):04d}-{_month(parts):02d}"


def _bare_month(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    month = _month(parts)
    shift = _table("en")["before"].get(_words(parts["before"]), None)
    year = _year_of(month, None, anchor)
    if year and anchor.month and shift is not None and not anchor.told and anchor.year:
        if shift < 0:
            year = anchor.year if month < anchor.month else anchor.year - 1
        elif shift > 0:
            year = anchor.year if month > anchor.month else anchor.year + 1
        else:
            year = anchor.year
    return f"{f'{year:04d}' if year else 'XXXX'}-{month:02d}"


def _weekday(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    """The nearest such day up to the anchor; "next" is the first one after it."""
    number = int(_table("en")["weekdays"][parts["weekday"]])
    part = _table("en")["parts"].get(parts["part"], "")
    here = anchor.date
    if here is None:
        return f"XXXX-WXX-{number}{part}"
    back = (here.isoweekday() - number) % 7
    shift = _table("en")["before"].get(_words(parts["before"]), 0)
    if shift > 0 or (anchor.ahead and not parts["before"] and back):
        moment = here + timedelta(days=7 - back)
    elif shift < 0 and back == 0:
        moment = here - timedelta(days=7)
    else:
        moment = here - timedelta(days=back)
    return f"{moment.isoformat()}{part}"


def _near(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    name = next(word for word in _table("en")["near"] if word in said)
    part = _table("en")["parts"].get(parts["part"], "TNI" if name == "tonight" else "")
    here = anchor.date
    if here is None:
        return f"XXXX-XX-XX{part}" if name != "today" else "PRESENT_REF"
    return f"{(here + timedelta(days=_table('en')['near'][name])).isoformat()}{part}"


def _part(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    part = _table("en")["parts"][parts["part"]]
    here = anchor.date
    if here is None or not said.startswith(("this", "last")):
        return f"XXXX-XX-XX{part}"
    return f"{(here - timedelta(days=said.startswith('last'))).isoformat()}{part}"


def _clock(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if parts["half"] == "p" and hour < 12:
        hour += 12
    if parts["half"] == "a" and hour == 12:
        hour = 0
    if hour > 24:
        return None
    name = parts["weekday"] or parts["weekday2"]
    if name:
        day = _weekday({"weekday": name, "part": "", "before": ""}, anchor, said)
    elif "yesterday" in said or "tomorrow" in said:
        day = _near({"part": ""}, anchor, said)
    else:
        day = anchor.date.isoformat() if anchor.date else "XXXX-XX-XX"
    return f"{day}T{hour:02d}:{minute:02d}"


def _quarter(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    number = int(_table("en")["ordinals"][parts["ordinal"]])
    written = re.search(r"\d{4}", parts["year"] or parts["year2"])
    year = int(written.group()) if written else anchor.year
    if year and not written and "last year" in said:
        year -= 1
    letter = "Q" if parts["what"] == "quarter" else "H"
    if letter == "H" and number > 2:
        return None
    if year and not written and letter == "Q" and anchor.month and number > (anchor.month + 2) // 3:
        year -= 1
    return f"{f'{year:04d}' if year else 'XXXX'}-{letter}{number}"


def _amount(words: str) -> Decimal | None:
    """How many: "a" is one, "two and a half" 2.5."""
    words = _words(words)
    if words in ("a", "an"):
        return Decimal(1)
    line = lexemes(words)
    if line and line[0].text in ("a", "an", "one") and words.endswith("and a half"):
        return Decimal("1.5")
    number = number_at(line, 0, number_words()) if line else None
    return number.value if number else None


def duration(number: Decimal | None, unit: str, said: str = "") -> str:
    """Return a duration as ISO 8601 or TIMEX3; X stands for a number that is not said."""
    letter = str(_table("en")["units"][unit])
    if letter == "F":
        number, letter = (number * 2 if number else None), "W"
    if number is not None and number != int(number) and letter in ("Y", "H"):
        whole, rest = int(number), number - int(number)
        small = f"{int(rest * 12)}M" if letter == "Y" else f"{int(rest * 60)}M"
        return f"P{whole}Y{small}" if letter == "Y" else f"PT{whole}H{small}"
    count = "X" if number is None else f"{number.normalize():f}"
    clock = unit in ("second", "minute", "hour")
    return f"P{'T' if clock else ''}{count}{letter}"


def shifted(anchor: Anchor, number: Decimal, unit: str) -> str | None:
    """Return the moment that lies so many units after the anchor (before it, when negative), as fine as the unit."""
    letter = str(_table("en")["units"][unit])
    steps = int(number)
    here = anchor.date
    if letter in ("Y", "E", "C") and anchor.year:
        year = anchor.year + steps * {"Y": 1, "E": 10, "C": 100}[letter]
        return f"{year:04d}" if 0 < year < 10000 else None
    if unit == "month" and anchor.year and anchor.month:
        months = anchor.year * 12 + anchor.month - 1 + steps
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if here and letter in ("D", "W", "F") and abs(steps) < 40_000:
        moment = here + timedelta(days=steps * {"D": 1, "W": 7, "F": 14}[letter])
        if letter == "D":
            return moment.isoformat()
        year, week, _ = moment.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return None


def _ago(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    number = _amount(parts["number"])
    if number is None:
        return None
    back = _words(parts["to"]) in ("ago", "earlier", "before", "beforehand")
    if unit_is_clock(parts["unit"]):
        return duration(number, parts["unit"])
    return (
        shifted(anchor, -number if back else number, parts["unit"])
        or "P" + duration(number, parts["unit"])[1:]
    )


def unit_is_clock(unit: str) -> bool:
    """Whether a unit is shorter than a day."""
    return unit in ("second", "minute", "hour")


def _year_ago(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return f"{anchor.year - 1:04d}" if anchor.year else "PAST_REF"


def _span(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    number = _amount(parts["number"])
    return None if number is None else duration(number, parts["unit"])


def _vague(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return duration(None, parts["unit"])


def _relative(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    what, shift = parts["what"], _table("en")["before"][_words(parts["before"])]
    if parts["season"]:
        year = anchor.year and anchor.year + (shift if shift >= 0 else -1)
        return f"{f'{year:04d}' if year else 'XXXX'}-{_table('en')['seasons'][parts['season']]}"
    if what in ("day",):
        return (
            (anchor.date + timedelta(days=shift)).isoformat() if anchor.date and anchor.told else "XXXX-XX-XX"
        )
    if what == "period":
        return "P1X" if shift else "PRESENT_REF"
    if what == "quarter":
        if not anchor.year or not anchor.month:
            return "XXXX-QX"
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + shift
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if what == "decade":
        return f"{(anchor.year // 10 + shift):03d}X" if anchor.year else "XXXX"
    if what == "century":
        return f"{(anchor.year // 100 + shift):02d}" if anchor.year else "XX"
    weekend = what == "weekend"
    found = shifted(anchor, Decimal(shift), "week" if weekend else what)
    unknown = {"year": "XXXX", "month": "XXXX-XX"}.get(what, "XXXX-WXX")
    return (found or unknown) + ("-WE" if weekend else "")


def _edge(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    before = re.search(r"of (the|this|last|next)", _words(said))
    word = before.group(1) if before else "this"
    inner = {"what": parts["what"], "before": "this" if word == "the" else word, "season": ""}
    return _relative(inner, anchor, said)


def _bare(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    """The quarter, the weekend, the fiscal year: the ones that the document speaks of."""
    return _relative({"what": parts["what"] or "year", "before": "this", "season": ""}, anchor, said)


def _season_year(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return f"{int(parts['year']):04d}-{_table('en')['seasons'][parts['season']]}"


def _decade(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    century = parts["year"] or ("19" if int(parts["ten"]) > 2 else "20")
    return f"{century}{parts['ten']}X"


def _century(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    number = int(parts["nth"])
    return f"{number - 1:02d}" if 0 < number < 30 else None


def _years(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    first, last = parts["year"], parts["to"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if int(last) > int(first) else None


def _year(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return parts["year"]


def _bc(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return f"BC{int(parts['bc']):04d}"


def _set(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    what = parts["what"]
    if what in _table("en")["units"]:
        return duration(Decimal(1), what)
    if what in _table("en")["weekdays"]:
        return f"XXXX-WXX-{_table('en')['weekdays'][what]}"
    return "XXXX-XX-XX" + str(_table("en")["parts"][what])


def _reference(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return str(_table("en")["references"][_words(parts["word"])])


def _often(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    return str(_table("en")["sets"][parts["daily"]])


def _holiday(parts: Mapping[str, str], anchor: Anchor, said: str) -> str | None:
    day = _table("en")["holidays"][_words(parts["holiday"])]
    year = f"{anchor.year:04d}" if anchor.year else "XXXX"
    return f"{year}-{day}" if day else year


RESOLVERS = {
    "iso": _iso, "figures": _figures, "month_day": _month_day, "day_month": _month_day, "month_year": _month_year,
    "month": _bare_month, "weekday": _weekday, "near": _near, "part": _part, "clock": _clock, "quarter": _quarter,
    "ago": _ago, "year_ago": _year_ago, "span": _span, "vague": _vague, "relative": _relative, "edge": _edge, "bare": _bare,
    "season_year": _season_year, "decade": _decade, "century": _century, "years": _years, "year": _year, "bc": _bc,
    "set": _set, "word": _reference, "daily": _often, "holiday": _holiday, "fiscal": _year,
}  # fmt: skip
