"""Claims on a calendar: a day is a day and a year is a whole year, however they are sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.exports.charts import dates
from firsthand.records import DatedClaim, YearCount

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
class Bar:
    """One claim with its time in words, and from where to where it goes; None where the time is no place on a calendar."""

    row: DatedClaim
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


def calendar(rows: Sequence[DatedClaim]) -> Calendar:
    """Return the claims as bars, from the first year of any of them to the last."""
    found = [(row, dates.days(row.time)) for row in rows]
    known = [days for _, days in found if days]
    first = min((days[0].year for days in known), default=2000)
    last = max((days[1].year for days in known), default=2000)
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1

    def at(day: int) -> float:
        return round((day - begin) * WIDTH / (end - begin), 2)

    bars = tuple(
        Bar(
            row,
            dates.said(row.time),
            min(at(days[0].toordinal()), WIDTH - THIN) if days else None,
            max(THIN, round(at(days[1].toordinal() + 1) - at(days[0].toordinal()), 2)) if days else 0,
        )
        for row, days in found
    )
    ticks = tuple(
        Tick(at(date(year, 1, 1).toordinal()), year) for year in _ticks(first, last) if first <= year <= last
    )
    return Calendar(bars, ticks)


def years_plot(years: Sequence[YearCount], between: tuple[int, int], *, stated: bool) -> YearsPlot:
    """Return the plot of how many claims there are of each year; ``stated`` leaves those out that name no period."""
    counts = {year.year: year.stated + (0 if stated else year.published) for year in years}
    counts = {year: count for year, count in counts.items() if count}
    if not counts:
        return YearsPlot((), (), "No claim has a date.")
    first, last, most = min(counts), max(counts), max(counts.values())
    step = WIDTH / (last - first + 1)

    def at(year: int) -> float:
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
        for year, count in sorted(counts.items())
    )
    top = max(counts, key=lambda year: (counts[year], year))
    says = (
        f"{sum(counts.values()):,} claims from {first} to {last}; most, {counts[top]:,}, are of {top}."
        if first < last
        else f"{sum(counts.values()):,} claims, all of {first}."
    )
    ticks = tuple(Tick(at(year), year) for year in _ticks(first, last) if first <= year <= last)
    return YearsPlot(columns, ticks, says)


def _ticks(first: int, last: int) -> range:
    step = next(step for step in STEPS if (last - first + 1) / step <= 8 or step == STEPS[-1])
    return range(first - first % step, last + 1, step)
