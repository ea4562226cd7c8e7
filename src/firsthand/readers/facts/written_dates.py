"""Text -> the dates that are written in it, each as ISO 8601 with its place; years must be given in full."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from firsthand.lexicon import load, words
from firsthand.records import Span

EARLIEST, LATEST = 1900, 2099

YEAR = re.compile(r"(?:19|20)\d\d")
"""What stands in every form of a date; lines without it, which are most, are not searched for the forms."""

MONTH_LANGUAGES = ("de", "fr", "es", "en")
"""Languages whose names of months are read; none of them means two different months."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written: a day ("2019-05-20"), a month ("2019-05") or a year.

    ``other`` is the second reading of a date such as 03/04/2019, whose order of
    day and month cannot be told; ``date`` is then the day-first reading.
    """

    span: Span
    date: str
    other: str | None = None


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Yield the days and months written between two places of a text, in order.

    >>> [found.date for found in written_dates("On May 20th, 2019; 20.05.2019; 2019-05-20T07:00Z; Sept. 2018")]
    ['2019-05-20', '2019-05-20', '2019-05-20', '2018-09']
    >>> next(written_dates("03/04/2019"))
    WrittenDate(span=Span(start=0, end=10), date='2019-04-03', other='2019-03-04')
    """
    end = len(text) if end is None else end
    if YEAR.search(text, start, end) is None:
        return
    for match in _pattern().finditer(text, start, end):
        read = _read(match)
        if read:
            day, other = read
            yield WrittenDate(Span(*match.span()), day, other)


def iso_day(value: str) -> str | None:
    """Return the day, month or year at the start of a machine-readable date, None when it is none.

    >>> iso_day("2019-05-20T07:12:00+01:00"), iso_day("20190520"), iso_day("2019-13-01"), iso_day("2019-05")
    ('2019-05-20', '2019-05-20', None, '2019-05')
    """
    match = re.match(r"\s*(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?!\d)", value)
    if not match:
        return None
    return _iso(*(int(part) if part else None for part in match.groups()))


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = "|".join(sorted(words("en", "dates", "weekdays"), key=len, reverse=True))
    named = rf"(?P<{{}}>{month})\b\.?"
    year = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
    forms = (
        rf"{year.format('y1')}(?P<sep1>[-/.])(?P<m1>[01]?\d)(?P=sep1)(?P<d1>[0-3]?\d)(?:T[\d:.,]+(?:Z|[+-][\d:]+)?|(?!\d))",
        rf"(?P<d2>[0-3]?\d)(?P<sep2>[-/.])(?P<m2>[0-3]?\d)(?P=sep2){year.format('y2')}",
        rf"{named.format('n3')} ?(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?,? {{1,2}}{year.format('y3')}",
        rf"(?P<d4>[0-3]?\d)(?:st|nd|rd|th|er|\.)?(?: of| de)?[ -]{named.format('n4')}(?: de|,)?[ -]{year.format('y4')}",
        rf"{named.format('n5')},? {year.format('y5')}",
        rf"{year.format('y6')}[年년] ?(?P<m6>[01]?\d)[月월](?: ?(?P<d6>[0-3]?\d)[日일])?",
    )
    return re.compile(rf"(?<![\w/.-])(?:(?:{weekday})\.?,? )?(?:{'|'.join(forms)})", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    """The names of the months in English and in the languages whose documents are kept without being analysed."""
    return {
        name: number
        for language in MONTH_LANGUAGES
        for name, number in load(language, "dates")["months"].items()
        if name != "why"
    }


def _read(match: re.Match[str]) -> tuple[str, str | None] | None:
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    form = next(name[1] for name in parts if name[0] == "y")
    year = int(parts[f"y{form}"])
    day = int(parts[f"d{form}"]) if f"d{form}" in parts else None
    named = parts.get(f"n{form}")
    month = _months()[named.lower()] if named else int(parts[f"m{form}"])
    first = _iso(year, month, day)
    second = _iso(year, day, month) if form == "2" and day is not None else None
    if first and second and first != second and parts["sep2"] == ".":
        second = None
    if first is None:
        return (second, None) if second else None
    return first, second if second != first else None


def _iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        full = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return full if month and day else full[:7] if month else full[:4]
