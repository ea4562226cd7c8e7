"""The values of one figure on a number line so small that it fits into a table."""

from collections.abc import Mapping

from firsthand.exports.charts import chart
from firsthand.exports.charts.chart import Chart, Row, Spec
from firsthand.exports.charts.origins import looks
from firsthand.exports.charts.scale import plain
from firsthand.exports.charts.statements import BEYOND, ROUGH, Statement, bounds, common_unit, line_of
from firsthand.records import Claim, Document, Figure, Original, Quantity

WIDTH, HEIGHT = 168, 34
PLOT = (16, 152)
LINE, LABEL = 11, 27

NOWHERE = Document("", Original("", "", "", 0), "", ())


def spread(figure: Figure, claims: Mapping[str, Claim]) -> Chart:
    """Return where the values of a figure lie, each distinct one once, with the ends of the line written below.

    A hollow point is one that the words leave out or give as approximate; an open end runs to the edge.
    """
    look = looks(figure)
    found = [Statement(claims[name], NOWHERE, None, look[name]) for name in dict.fromkeys(figure.claims)]
    unit = common_unit(found)
    line = line_of(found, unit, 2)
    quantities = list({(each.low, each.high, each.hedge): each for each in bounds(found, unit)}.values())
    x, y = chart.across("x", line.low, line.high, PLOT, line.kind), {"value": LINE}
    spec = chart.drawing(
        WIDTH,
        HEIGHT,
        [
            chart.layer([{"x": line.low, "x2": line.high}], chart.rule(opacity=chart.FAINT), x=x, x2={"field": "x2"}, y=y),
            chart.layer(_open(quantities, line.low, line.high), chart.rule(strokeWidth=2.5, opacity=0.6), x=x, x2={"field": "x2"}, y=y),
            chart.layer(
                _points(quantities),
                {"type": "point", "size": 46, "strokeWidth": 1.8, "stroke": chart.INK, "opacity": 0.9, "tooltip": None},
                x=x,
                y=y,
                fill=chart.as_is("inside"),
            ),
            _label(line.ticks[0][1], "left", 2),
            _label(line.ticks[-1][1], "right", WIDTH - 2),
        ],
    )  # fmt: skip
    wordings = list(
        dict.fromkeys(" ".join((each.claim.quantity_text or "").split()) for each in found if each.quantity)
    )
    return chart.chart(spec, _says(wordings), ("as written",), tuple((each,) for each in wordings))


def _open(quantities: list[Quantity], low: float, high: float) -> list[Row]:
    return [
        {
            "x": low if each.low is None else plain(each.low),
            "x2": high if each.high is None else plain(each.high),
        }
        for each in quantities
        if each.low != each.high
    ]


def _points(quantities: list[Quantity]) -> list[Row]:
    return [
        {"x": plain(end), "inside": chart.PAPER if each.hedge in BEYOND | ROUGH else chart.INK}
        for each in quantities
        for end in dict.fromkeys((each.low, each.high))
        if end is not None
    ]


def _label(words: str, align: str, place: int) -> Spec:
    mark = chart.text(align=align, fontSize=9)
    return chart.layer([{"words": words}], mark, x={"value": place}, y={"value": LABEL}, text=chart.words())


def _says(wordings: list[str]) -> str:
    if not wordings:
        return "There is no number to draw."
    named = ", ".join(f"“{each}”" for each in wordings[:5])
    return f"Stated as {named}{' and otherwise' if len(wordings) > 5 else ''}."
