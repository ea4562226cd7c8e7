"""Claims on a calendar: a day is a day and a year is a whole year, however they are sorted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.exports.charts import dates
from firsthand.records import Claim, Moment

WIDTH = 100
"""Per cent from the first to the last day of a calendar, and from the first to the last year of the plot."""

HEIGHT = 90
"""Pixels of the highest column of the plot."""

THIN = 0.8
"""Per cent of what would be too thin to be seen."""

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis with its place."""

    at: float
    year: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many claims begin in a year: by the period that they name, and only by their document's publication."""

    year: int
    stated: int
    published: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One claim with its time in words, and from where to where it goes; None where the time is no place on a calendar."""

    claim: Claim
    stated: bool
    said: str
    start: float | None
    width: float


@dataclass(frozen=True, slots=True)
class Calendar:
    """Claims with their bars, and the axis that they share."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A year of the plot: how many claims, how high that is, and where it stands."""

    count: int
    year: int
    at: float
    width: float
    height: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class YearsPlot:
    """How many claims there are of each year; ``says`` tells in one sentence what one sees."""

    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    says: str


def counts(moments: Sequence[Moment]) -> tuple[YearCount, ...]:
    """Return the years in which claims begin, in order."""
    stated: Counter[int] = Counter()
    published: Counter[int] = Counter()
    for moment in moments:
        (stated if moment.stated else published)[years_of(moment)[0]] += 1
    return tuple(YearCount(year, stated[year], published[year]) for year in sorted({*stated, *published}))


def years_of(moment: Moment) -> tuple[int, int]:
    """Return the first and the last year of a time; of a decade, "201", its ten.

    >>> years_of(Moment("c1", "201", True)), years_of(Moment("c1", "2019-03/2023", True))
    ((2010, 2019), (2019, 2023))
    """
    first, _, last = moment.time.partition("/")
    ends = last if last[:3].isdigit() else first
    return _year(first, "0"), _year(ends, "9")


def _year(time: str, within: str) -> int:
    digits = time[:4] if time[:4].isdigit() and len(time) > 3 else time[:3] + within
    return int(digits)


def calendar(moments: Sequence[Moment], claims: Mapping[str, Claim]) -> Calendar:
    """Return the claims as bars, from the first year of any of them to the last."""
    found = [(moment, dates.days(moment.time)) for moment in moments if moment.claim in claims]
    known = [days for _, days in found if days]
    first = min((days[0].year for days in known), default=2000)
    last = max((days[1].year for days in known), default=2000)
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1

    def at(day: int) -> float:
        """Return where a day stands on the line."""
        return round((day - begin) * WIDTH / (end - begin), 2)

    bars = tuple(
        Bar(
            claims[moment.claim],
            moment.stated,
            dates.said(moment.time),
            min(at(days[0].toordinal()), WIDTH - THIN) if days else None,
            max(THIN, round(at(days[1].toordinal() + 1) - at(days[0].toordinal()), 2)) if days else 0,
        )
        for moment, days in found
    )
    ticks = tuple(
        Tick(at(date(year, 1, 1).toordinal()), year)
        for year in _ticks(first, last, 5)
        if first <= year <= last
    )
    return Calendar(bars, ticks)


def years_plot(years: Sequence[YearCount], between: tuple[int, int], *, stated: bool) -> YearsPlot:
    """Return the plot of how many claims there are of each year; ``stated`` leaves those out that name no period."""
    found = {year.year: year.stated + (0 if stated else year.published) for year in years}
    found = {year: count for year, count in found.items() if count}
    if not found:
        return YearsPlot((), (), "No claim has a date.")
    first, last, most = min(found), max(found), max(found.values())
    step = WIDTH / (last - first + 1)

    def at(year: int) -> float:
        """Return where a year stands on the line."""
        return round((year - first) * step, 3)

    columns = tuple(
        Column(
            count,
            year,
            at(year),
            round(max(0.15, step * 0.85), 3),
            round(max(2.0, HEIGHT * count / most), 1),
            between[0] <= year <= between[1],
        )
        for year, count in sorted(found.items())
    )
    top = max(found, key=lambda year: (found[year], year))
    says = (
        f"{sum(found.values()):,} claims from {first} to {last}; most, {found[top]:,}, are of {top}."
        if first < last
        else f"{sum(found.values()):,} claims, all of {first}."
    )
    ticks = tuple(Tick(at(year), year) for year in _ticks(first, last, 8) if first <= year <= last)
    return YearsPlot(columns, ticks, says)


def _ticks(first: int, last: int, most: int) -> range:
    step = next(step for step in STEPS if (last - first + 1) / step <= most or step == STEPS[-1])
    return range(first - first % step, last + 1, step)
