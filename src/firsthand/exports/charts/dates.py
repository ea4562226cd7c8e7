"""Dates as written, as the days that they may mean: a year is a year, and a winter is not guessed to be a month."""

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (1, 12), "SU": (1, 12), "FA": (1, 12), "WI": (1, 12),
}  # fmt: skip
"""First and last month. Seasons differ by hemisphere and winter spans two years: they are drawn as their year."""

NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def days(value: str | None) -> Days | None:
    """Return the first and last day of an ISO 8601 or TIMEX3 value, None where it names no place on the calendar.

    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> days("2019/2023-06-30")
    (datetime.date(2019, 1, 1), datetime.date(2023, 6, 30))
    >>> days("P3Y") is None
    True
    """
    if not value:
        return None
    first, slash, last = value.partition("/")
    begin = _one(first)
    end = _one(last) if slash else begin
    if begin is None or end is None or end[1] < begin[0]:
        return None
    return begin[0], end[1]


def said(value: str | None) -> str:
    """Return a date as a reader knows it, the value itself where it is of another kind.

    >>> said("2024-03-11"), said("2024-03"), said("2019/2023"), said("2024-WI")
    ('11 Mar 2024', 'Mar 2024', '2019 to 2023', 'winter 2024')
    """
    if not value or days(value) is None:
        return value or "no date"
    return " to ".join(_said(part) for part in value.split("/"))


def _said(value: str) -> str:
    year, *rest = value.split("-")
    if not rest:
        return f"{value.rstrip('X')}0s" if _decade(value) else value
    if rest[0] in NAMES:
        return f"{NAMES[rest[0]]} {year}"
    if not rest[0].isdigit():
        return f"{rest[0]} {year}"
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month


def _one(value: str) -> Days | None:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            day = date.fromisoformat(value)
            return day, day
        if re.fullmatch(r"\d{4}-W\d\d", value):
            day = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
            return day, day + timedelta(days=6)
        return _months(value)
    except (ValueError, OverflowError):
        return None


def _months(value: str) -> Days | None:
    if _decade(value):
        return date(int(value[:3]) * 10, 1, 1), date(int(value[:3]) * 10 + 9, 12, 31)
    found = re.fullmatch(r"(\d{4})(?:-(\d\d|[QH]\d|SP|SU|FA|WI))?", value)
    if not found:
        return None
    year, part = int(found[1]), found[2]
    if part is not None and not part.isdigit() and part not in PARTS:
        return None
    first, last = (1, 12) if part is None else (int(part), int(part)) if part.isdigit() else PARTS[part]
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _decade(value: str) -> bool:
    return re.fullmatch(r"\d{3}X?", value) is not None
