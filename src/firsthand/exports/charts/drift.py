"""How a figure changes as it is passed on: each statement as its interval, down through the time of publication."""

from collections.abc import Mapping

from firsthand.exports.charts import chart, dates, origins
from firsthand.exports.charts.chart import Chart, Row, Spec
from firsthand.exports.charts.scale import NumberLine, plain
from firsthand.exports.charts.statements import (
    BEYOND,
    ROUGH,
    Statement,
    called,
    common_unit,
    gathered,
    line_of,
    on_line,
    statements,
)
from firsthand.records import Claim, Document, Figure, Quantity

WIDTH = 720
NAME, PLOT, SAID = 84, (250, 530), 556
"""Pixels from the left: who says it; the number line; the words as written. The date stands at 0."""

ROW = 24
PAUSE = 18
"""Height of a row; and what is added where more than ``LONG`` days pass between two statements, or the dates end."""

LONG = 180
MOST = 30


def drift(figure: Figure, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Chart:
    """Return the statements of a figure as intervals on one number line, down through the time of publication.

    An open end runs to the edge with an arrow. A bound that the words leave out ("more than"), or that is only
    approximate, is a hollow point. Statements in another unit, or without a number, have their words alone. Of more
    than 30 statements, each stands for those that say the same by the same origin.
    """
    every = statements(figure, claims, documents)
    shown = gathered(every, MOST)
    unit = common_unit(shown)
    line = line_of(shown, unit)
    looks = origins.used(origins.looks(figure), tuple(each.claim.id for each in shown))
    top = origins.LINE * len(looks) + 30
    places, notes = _places(shown, top)
    height = (places[-1] if places else top) + ROW / 2 + 4
    rows = [_row(each, place, on_line(each, unit)) for each, place in zip(shown, places, strict=True)]
    spec = chart.drawing(
        WIDTH,
        height,
        [
            *origins.key(looks, height, WIDTH),
            *_line(line, unit, top, height),
            *_intervals(shown, rows, line, height),
            *_columns(rows, notes, height),
        ],
    )
    return chart.chart(spec, _says(every, shown, unit), HEAD, tuple(_told(each) for each in every))


HEAD = ("published", "document", "as written", "at least", "at most", "origin")


def _places(shown: list[Statement], top: float) -> tuple[list[float], list[Row]]:
    """The height of each row, and what is said in the pauses between them."""
    notes: list[Row] = []
    places: list[float] = []
    place = top + ROW / 2 + 4
    for n, each in enumerate(shown):
        if n:
            pause = _pause(shown[n - 1], each)
            place += ROW + (PAUSE if pause else 0)
            if pause:
                notes.append({"y": place - ROW / 2 - PAUSE / 2, "words": pause})
        elif each.days is None:
            notes.append({"y": place, "words": "undated"})
            place += PAUSE
        places.append(place)
    return places, notes


def _pause(before: Statement, after: Statement) -> str | None:
    if before.days and after.days:
        apart = (after.days[0] - before.days[0]).days
        years = round(apart / 365.25)
        return (
            None
            if apart < LONG
            else f"{years} years later"
            if years > 1
            else f"{round(apart / 30.44)} months later"
        )
    return "undated" if before.days else None


def _row(each: Statement, place: float, drawn: bool) -> Row:
    also = f" (and {each.alike} more alike)" if each.alike else ""
    as_written = (
        chart.short(each.claim.quantity_text or "no number", WIDTH - SAID - chart.LETTER * len(also)) + also
    )
    return {
        "y": place,
        "date": chart.short(dates.said(each.document.published) if each.days else "", NAME),
        "name": chart.short(called(each.document), PLOT[0] - NAME - 14),
        "said": as_written,
        "drawn": drawn,
        "colour": each.look.colour,
        "shape": each.look.shape,
        "claim": each.claim.id,
        "document": each.document.id,
        "tip": f"{called(each.document)}: {as_written} ({each.look.name})",
    }


def _line(line: NumberLine, unit: tuple[str, str], top: float, height: float) -> list[Spec]:
    ticks: list[Row] = [
        {"x": at, "top": top - 6, "end": height, "y": top - 14, "words": words} for at, words in line.ticks
    ]
    place = chart.across("x", line.low, line.high, PLOT, line.kind)
    said = (
        "" if unit[1] == "%" else unit[1],
        "change" if unit[0] == "change" else "",
        "logarithmic" if line.kind == "log" else "",
    )
    notes = [{"y": top - 14, "words": chart.short(", ".join(filter(None, said)), WIDTH - SAID)}]
    return [
        chart.layer(
            ticks, chart.rule(opacity=chart.FAINT), x=place, y=chart.down("top", height), y2={"field": "end"}
        ),
        chart.layer(
            ticks,
            chart.text(align="center", fontSize=10),
            x=place,
            y=chart.down("y", height),
            text=chart.words(),
        ),
        chart.layer(
            notes,
            chart.text(fontSize=10, fontStyle="italic"),
            x={"value": SAID},
            y=chart.down("y", height),
            text=chart.words(),
        ),
    ]


def _intervals(shown: list[Statement], rows: list[Row], line: NumberLine, height: float) -> list[Spec]:
    drawn = [
        (each.quantity, row) for each, row in zip(shown, rows, strict=True) if row["drawn"] and each.quantity
    ]
    bars = [{**row, "x": _low(q, line), "x2": _high(q, line)} for q, row in drawn if q.low != q.high]
    points = [
        {**row, "x": plain(end), "inside": chart.PAPER if q.hedge in BEYOND | ROUGH else row["colour"]}
        for q, row in drawn
        for end in dict.fromkeys((q.low, q.high))
        if end is not None
    ]
    arrows = [
        {**row, "x": line.low if q.low is None else line.high, "angle": -90 if q.low is None else 90}
        for q, row in drawn
        if q.low is None or q.high is None
    ]
    across, y = chart.across("x", line.low, line.high, PLOT, line.kind), chart.down("y", height)
    colour = chart.as_is("colour")
    return [
        chart.layer(bars, chart.rule(strokeWidth=2.5), x=across, x2={"field": "x2"}, y=y, stroke=colour),
        chart.layer(
            arrows,
            {"type": "point", "shape": "triangle", "size": 70, "filled": True, "opacity": 1, "tooltip": None},
            x=across,
            y=y,
            angle={"field": "angle", "type": "quantitative", "scale": None},
            fill=colour,
        ),
        chart.layer(
            points,
            {"type": "point", "size": 62, "strokeWidth": 2, "opacity": 1},
            x=across,
            y=y,
            fill=chart.as_is("inside"),
            stroke=colour,
            shape=chart.as_is("shape"),
            tooltip=chart.words("tip"),
        ),
    ]


def _columns(rows: list[Row], notes: list[Row], height: float) -> list[Spec]:
    y = chart.down("y", height)
    return [
        chart.layer(rows, chart.text(), x={"value": 0}, y=y, text=chart.words("date")),
        chart.layer(rows, chart.text(), x={"value": NAME}, y=y, text=chart.words("name")),
        chart.layer(rows, chart.text(fontWeight="bold"), x={"value": SAID}, y=y, text=chart.words("said")),
        chart.layer(
            notes,
            chart.text(fontStyle="italic", opacity=chart.QUIET),
            x={"value": 0},
            y=y,
            text=chart.words(),
        ),
    ]


def _low(quantity: Quantity, line: NumberLine) -> float:
    return line.low if quantity.low is None else plain(quantity.low)


def _high(quantity: Quantity, line: NumberLine) -> float:
    return line.high if quantity.high is None else plain(quantity.high)


def _says(every: list[Statement], shown: list[Statement], unit: tuple[str, str]) -> str:
    if not every:
        return "There is no statement to draw."
    documents = len({each.document.id for each in every})
    wordings = list(
        dict.fromkeys(
            " ".join((each.claim.quantity_text or "").split()) for each in shown if each.claim.quantity_text
        )
    )
    count = f"{len(every)} statement{'s' * (len(every) > 1)} in {documents} document{'s' * (documents > 1)}"
    parts = [
        f"{count}, in the order of publication: {_listed(wordings)}"
        if wordings
        else f"{count}, none with a number"
    ]
    alike = sum(each.alike for each in shown)
    left = len(every) - len(shown) - alike
    aside = sum(not on_line(each, unit) for each in shown)
    undated = sum(each.days is None for each in every)
    parts += [f"{alike} that say the same by the same origin are drawn as one with the first of them"] * (
        alike > 0
    )
    parts += [f"{left} more are in the table only"] * (left > 0)
    parts += [f"{aside} without a number in this unit {'are' if aside > 1 else 'is'} not on the line"] * (
        aside > 0
    )
    parts += [f"{undated} without a date"] * (undated > 0)
    return "; ".join(parts) + "."


def _listed(wordings: list[str], most: int = 8) -> str:
    named = ", ".join(f"“{each}”" for each in wordings[:most])
    return named if len(wordings) <= most else f"{named} and {len(wordings) - most} more wordings"


def _told(each: Statement) -> tuple[str, ...]:
    from firsthand.interface import number

    quantity = each.claim.quantity
    low = number(quantity.low) if quantity else None
    high = number(quantity.high) if quantity else None
    return (
        dates.said(each.document.published),
        called(each.document),
        " ".join((each.claim.quantity_text or "").split()),
        low or "open",
        high or "open",
        each.look.name,
    )
