"""The dated claims on a calendar: a day as a day, a year as a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from firsthand.exports.charts import chart, dates
from firsthand.exports.charts.chart import Chart, Row, Spec
from firsthand.exports.charts.statements import called
from firsthand.records import Claim, Document

WIDTH = 720
PLOT, WORDS = (126, 386), 404
"""Pixels from the left: the calendar, and the words of the claim. The period as written stands at 0."""

ROW = 22
TOP = 26
MOST = 40
THIN = 4
"""Width in pixels of what is too short to be seen."""

COLOUR = "#1f7fbf"

GAPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
"""Years between two ticks."""


@dataclass(frozen=True, slots=True)
class Event:
    """Claims that say the same of the same period, drawn as one; ``claim`` is the first of them."""

    claim: Claim
    days: dates.Days
    documents: frozenset[str]


def timeline(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Chart:
    """Return the claims that name a period, each as a bar from its first to its last day, the earliest first.

    Give the claims in order of importance: of more than 40 periods and statements the first are drawn. Claims
    without a period are counted in the text alternative.
    """
    events, undated = _events(claims)
    shown = sorted(events[:MOST], key=lambda event: (*event.days, event.claim.id))
    height = TOP + ROW * len(shown) + 4
    rows = [_row(event, n, documents) for n, event in enumerate(shown)]
    low, high, ticks = _calendar(shown)
    spec = chart.drawing(
        WIDTH,
        height,
        [*_ticks(ticks, low, high, height), *_bars(rows, low, high, height), *_columns(rows, height)],
    )
    told = tuple(
        _told(event, documents) for event in sorted(events, key=lambda event: (*event.days, event.claim.id))
    )
    return chart.chart(spec, _says(events, shown, undated), HEAD, told)


HEAD = ("period", "claim", "first said by", "documents")


def _events(claims: Iterable[Claim]) -> tuple[list[Event], int]:
    found: dict[tuple[object, ...], list[Claim]] = {}
    undated = 0
    for claim in claims:
        if dates.days(claim.period) is None:
            undated += 1
        else:
            found.setdefault((claim.period, " ".join(claim.text.casefold().split())), []).append(claim)
    events = []
    for alike in found.values():
        days = dates.days(alike[0].period)
        if days:
            events.append(Event(alike[0], days, frozenset(claim.document for claim in alike)))
    return events, undated


def _row(event: Event, n: int, documents: Mapping[str, Document]) -> Row:
    first, last = event.days
    many = f" ({len(event.documents)} documents)" if len(event.documents) > 1 else ""
    return {
        "y": TOP + ROW * n + ROW / 2,
        "x": first.toordinal(),
        "x2": last.toordinal() + 1,
        "period": chart.short(dates.said(event.claim.period), PLOT[0] - 8),
        "words": chart.short(event.claim.text, WIDTH - WORDS - chart.LETTER * len(many)) + many,
        "claim": event.claim.id,
        "document": event.claim.document,
        "tip": f"{called(documents[event.claim.document])}: {' '.join(event.claim.text.split())}",
    }


def _calendar(shown: list[Event]) -> tuple[int, int, list[tuple[int, str]]]:
    """The first and last day of the calendar, as ordinals, and its ticks: years, or months within two years."""
    first = min((event.days[0] for event in shown), default=date(2000, 1, 1))
    last = max((event.days[1] for event in shown), default=date(2000, 12, 31))
    if last.year - first.year < 2:
        starts = [
            date(year, month, 1) for year in range(first.year, last.year + 1) for month in (1, 4, 7, 10)
        ]
        ticks = [(day.toordinal(), dates.said(day.isoformat()[:7])) for day in starts]
        return _first_day(first.year), _end(last.year), ticks
    gap = next(gap for gap in GAPS if (last.year - first.year + 1) / gap <= 6 or gap == GAPS[-1])
    begin = first.year - first.year % gap
    years = [year for year in range(begin, last.year + gap + 1, gap) if 1 <= year <= date.max.year]
    return (
        _first_day(max(1, begin)),
        max(_end(last.year), _first_day(years[-1])),
        [(_first_day(year), f"{year}") for year in years],
    )


def _first_day(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _end(year: int) -> int:
    return date(year, 12, 31).toordinal() + 1


def _ticks(ticks: list[tuple[int, str]], low: int, high: int, height: float) -> list[Spec]:
    rows: list[Row] = [{"x": x, "top": TOP - 6, "end": height, "y": 10, "words": words} for x, words in ticks]
    x = chart.across("x", low, high, PLOT)
    return [
        chart.layer(
            rows, chart.rule(opacity=chart.FAINT), x=x, y=chart.down("top", height), y2={"field": "end"}
        ),
        chart.layer(
            rows, chart.text(align="center", fontSize=10), x=x, y=chart.down("y", height), text=chart.words()
        ),
    ]


def _bars(rows: list[Row], low: int, high: int, height: float) -> list[Spec]:
    """The bars: long ones from end to end, short ones as a mark that can be seen."""
    x, y = chart.across("x", low, high, PLOT), chart.down("y", height)
    seen = (high - low) * THIN / (PLOT[1] - PLOT[0])
    long = [row for row in rows if row["x2"] - row["x"] >= seen]
    brief = [row for row in rows if row["x2"] - row["x"] < seen]
    bar = {"type": "rule", "strokeWidth": 9, "stroke": COLOUR, "opacity": 1}
    point = {"type": "point", "shape": "diamond", "size": 70, "filled": True, "fill": COLOUR, "opacity": 1}
    tip = chart.words("tip")
    return [
        chart.layer(long, bar, x=x, x2={"field": "x2"}, y=y, tooltip=tip),
        chart.layer(brief, point, x=x, y=y, tooltip=tip),
    ]


def _columns(rows: list[Row], height: float) -> list[Spec]:
    y = chart.down("y", height)
    return [
        chart.layer(rows, chart.text(), x={"value": 0}, y=y, text=chart.words("period")),
        chart.layer(rows, chart.text(), x={"value": WORDS}, y=y, text=chart.words()),
    ]


def _says(events: list[Event], shown: list[Event], undated: int) -> str:
    aside = f"{undated} claim{'s' * (undated != 1)} name{'s' * (undated == 1)} no period and cannot be drawn"
    if not events:
        return f"There is no dated claim to draw; {aside}." if undated else "There is no dated claim to draw."
    first = min(event.days[0] for event in events)
    last = max(event.days[1] for event in events)
    span = f"from {first.year} to {last.year}" if first.year != last.year else f"in {first.year}"
    parts = [
        f"{len(events)} dated statement{'s' * (len(events) > 1)} {span}, each over the period that it names"
    ]
    parts += [f"{len(events) - len(shown)} more are in the table only"] * (len(events) > len(shown))
    parts += [aside] * (undated > 0)
    return "; ".join(parts) + "."


def _told(event: Event, documents: Mapping[str, Document]) -> tuple[str, ...]:
    words = " ".join(event.claim.text.split())
    return (
        dates.said(event.claim.period),
        words,
        called(documents[event.claim.document]),
        str(len(event.documents)),
    )
