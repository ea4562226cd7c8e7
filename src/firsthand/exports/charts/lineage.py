"""How a figure travelled: from its origins through reports and outlets to encyclopedias, down through time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.exports.charts import chart, dates, origins
from firsthand.exports.charts.chart import Chart, Row, Spec
from firsthand.exports.charts.statements import Statement, called, stage, statements
from firsthand.records import Claim, Document, Figure, Link

WIDTH = 720
LANES = ("origin", "reports", "outlets", "encyclopedias")
LANE, FIRST = 58, 18
DATE, NAME, WHY = 250, 326, 494
"""Pixels from the left, beside the lanes: when, who, and what leads there."""

ROW = 26
HEAD = 26
MOST = 40
SHORTEST = 5
"""Letters that an outlet's name needs before it counts as named within a longer one."""


@dataclass(frozen=True, slots=True)
class Way:
    """What leads to a document: the row from which, why, and whether its words name it."""

    start: int
    why: str
    named: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """A row of the picture: an origin, or a document with its first statement."""

    name: str
    look: origins.Look
    lane: int
    at: Statement | None
    way: Way | None


def lineage(
    figure: Figure, claims: Mapping[str, Claim], documents: Mapping[str, Document], links: Iterable[Link]
) -> Chart:
    """Return how a figure passed from its origins to documents, each document one row, in the order of publication.

    A line is drawn through where a document names whom it has the figure from; it is broken where only the same words
    lead to an earlier document. Why stands beside it. A document to which nothing leads has no line. Up to 40 documents
    are drawn.
    """
    every = _first_of_each(statements(figure, claims, documents))
    shown = every[:MOST]
    stops = _stops(figure, shown, _earlier(links, shown))
    height = HEAD + ROW * len(stops) + 4
    rows = [_row(stop, n, stops) for n, stop in enumerate(stops)]
    spec = chart.drawing(WIDTH, height, [*_heads(height), *_lines(stops, height), *_points(rows, height)])
    return chart.chart(spec, _says(figure, every, stops), TABLE, tuple(_told(stop, stops) for stop in stops))


TABLE = ("published", "document", "stage", "comes from", "why")


def _first_of_each(found: list[Statement]) -> list[Statement]:
    return list({each.document.id: each for each in reversed(found)}.values())[::-1]


def _earlier(links: Iterable[Link], shown: list[Statement]) -> dict[str, list[Link]]:
    """The links to each claim from earlier ones that are drawn, the surest first."""
    drawn = {each.claim.id for each in shown}
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.kind in ("same", "drift") and link.earlier in drawn and link.later in drawn:
            found.setdefault(link.later, []).append(link)
    return {
        claim: sorted(each, key=lambda link: (-link.weight, link.earlier)) for claim, each in found.items()
    }


def _stops(figure: Figure, shown: list[Statement], earlier: dict[str, list[Link]]) -> list[Stop]:
    look_of = origins.looks(figure)
    looks = {
        origin.name: look_of[claim]
        for origin in figure.origins
        for claim in origin.claims
        if claim in look_of
    }
    names = [
        origin.name for origin in figure.origins if any(each.claim.id in origin.claims for each in shown)
    ]
    stops = [Stop(name, looks[name], 0, None, None) for name in dict.fromkeys(names)]
    for each in shown:
        way = _way(figure, each, stops, earlier.get(each.claim.id, []))
        stops.append(Stop(called(each.document), each.look, 1 + stage(each.document), each, way))
    return stops


def _way(figure: Figure, each: Statement, stops: list[Stop], links: list[Link]) -> Way | None:
    """What leads to a document: an outlet that it names, its origin, or the same words in an earlier document."""
    voices = [step.name for step in each.claim.chain if step.name]
    for voice in voices:
        for n, stop in enumerate(stops):
            if (
                stop.at
                and stop.at.document.publisher != each.document.publisher
                and _names(voice, stop.at.document)
            ):
                return Way(n, f"names {voice}", True)
    origin = next((o.name for o in figure.origins if each.claim.id in o.claims), None)
    start = next((n for n, stop in enumerate(stops) if stop.at is None and stop.name == origin), None)
    if start is not None and each.document.publisher == origin:
        return Way(start, "published by the origin itself", True)
    if start is not None and len(voices) > (each.document.publisher in voices):
        return Way(start, f"names {voices[-1]}", True)
    rows = {stop.at.claim.id: n for n, stop in enumerate(stops) if stop.at}
    for link in links:
        if link.earlier in rows:
            return Way(rows[link.earlier], link.because[0] if link.because else "says the same", False)
    return Way(start, "goes back to it", False) if start is not None else None


def _names(voice: str, document: Document) -> bool:
    outlet = (document.publisher or "").casefold()
    return len(outlet) >= SHORTEST and outlet in voice.casefold()


def _row(stop: Stop, n: int, stops: list[Stop]) -> Row:
    from_row = f"← {stops[stop.way.start].name}: {stop.way.why}" if stop.way else ""
    published = stop.at.document.published if stop.at else None
    return {
        "x": _x(stop.lane),
        "y": _y(n),
        "date": chart.short(dates.said(published), NAME - DATE) if stop.at else "",
        "name": chart.short(stop.name, (WHY if stop.at else WIDTH) - NAME - 8),
        "why": chart.short(
            stop.way.why if stop.way else "names nobody before it" if stop.at else "", WIDTH - WHY
        ),
        "weight": "bold" if stop.at is None else "normal",
        "colour": stop.look.colour,
        "shape": stop.look.shape,
        "inside": stop.look.colour if stop.at is None else chart.PAPER,
        "claim": stop.at.claim.id if stop.at else None,
        "document": stop.at.document.id if stop.at else None,
        "tip": f"{stop.name} {from_row}".strip(),
    }


def _heads(height: float) -> list[Spec]:
    rows: list[Row] = [
        {"x": _x(n), "top": HEAD - 6, "end": height, "y": 8, "words": lane} for n, lane in enumerate(LANES)
    ]
    x = chart.at("x", WIDTH)
    keys: list[Row] = [
        {"x": WHY, "x2": WHY + 22, "at": WHY + 28, "words": "named"},
        {"x": WHY + 80, "x2": WHY + 102, "at": WHY + 108, "words": "the same words only"},
    ]
    y = {"value": 8}
    return [
        chart.layer(keys[:1], chart.rule(strokeWidth=1.5), x=x, x2={"field": "x2"}, y=y),
        chart.layer(keys[1:], chart.rule(strokeWidth=1.5, strokeDash=[3, 3]), x=x, x2={"field": "x2"}, y=y),
        chart.layer(
            keys,
            chart.text(fontSize=10),
            x=chart.at("at", WIDTH),
            y=y,
            text=chart.words(),
        ),
        chart.layer(rows, chart.rule(opacity=0.12), x=x, y=chart.down("top", height), y2={"field": "end"}),
        chart.layer(
            rows, chart.text(align="center", fontSize=10), x=x, y=chart.down("y", height), text=chart.words()
        ),
    ]


def _lines(stops: list[Stop], height: float) -> list[Spec]:
    """The ways: down a trunk beside the lane of the start, then across in the row of the document."""
    rows: list[Row] = []
    for n, stop in enumerate(stops):
        if stop.way:
            start = stop.way.start
            trunk = _x(stops[start].lane) + 12 + 4 * (start % 5)
            corners = (
                (_x(stops[start].lane), _y(start)),
                (trunk, _y(start)),
                (trunk, _y(n)),
                (_x(stop.lane), _y(n)),
            )
            dash = [1, 0] if stop.way.named else [3, 3]
            rows += [
                {"way": n, "corner": m, "x": x, "y": y, "colour": stops[start].look.colour, "dash": dash}
                for m, (x, y) in enumerate(corners)
            ]
    mark = {"type": "line", "strokeWidth": 1.5, "strokeJoin": "round", "tooltip": None}
    return [
        chart.layer(
            [row for row in rows if (row["dash"] == [1, 0]) is named],
            mark if named else {**mark, "strokeDash": [3, 3]},
            x=chart.at("x", WIDTH),
            y=chart.down("y", height),
            detail={"field": "way", "type": "nominal"},
            order={"field": "corner", "type": "quantitative"},
            stroke=chart.as_is("colour"),
        )
        for named in (False, True)
    ]


def _points(rows: list[Row], height: float) -> list[Spec]:
    y = chart.down("y", height)
    origin, rest = ([row for row in rows if (row["document"] is None) is first] for first in (True, False))
    return [
        chart.layer(
            rows,
            {"type": "point", "size": 75, "strokeWidth": 2, "opacity": 1},
            x=chart.at("x", WIDTH),
            y=y,
            fill=chart.as_is("inside"),
            stroke=chart.as_is("colour"),
            shape=chart.as_is("shape"),
            tooltip=chart.words("tip"),
        ),
        chart.layer(rest, chart.text(), x={"value": DATE}, y=y, text=chart.words("date")),
        chart.layer(rest, chart.text(), x={"value": NAME}, y=y, text=chart.words("name")),
        chart.layer(origin, chart.text(fontWeight="bold"), x={"value": NAME}, y=y, text=chart.words("name")),
        chart.layer(
            rest, chart.text(fontSize=10, fontStyle="italic"), x={"value": WHY}, y=y, text=chart.words("why")
        ),
    ]


def _x(lane: int) -> int:
    return FIRST + LANE * lane


def _y(n: int) -> float:
    return HEAD + ROW * n + ROW / 2


def _says(figure: Figure, every: list[Statement], stops: list[Stop]) -> str:
    if not every:
        return "There is no document to draw."
    names = list(dict.fromkeys(origin.name for origin in figure.origins))
    named = sum(bool(stop.way and stop.way.named) for stop in stops)
    broken = sum(bool(stop.way and not stop.way.named) for stop in stops)
    alone = sum(stop.at is not None and stop.way is None for stop in stops)
    whence = f"goes back to {', '.join(names)}" if names else "has no named origin"
    parts = [f"The figure {whence} and stands in {len(every)} document{'s' * (len(every) > 1)}"]
    parts += [
        f"{named} name{'s' * (named == 1)} whom they have it from".replace(
            "names whom they have", "names whom it has"
        )
    ] * (named > 0)
    parts += [f"{broken} follow{'s' * (broken == 1)} from the same words alone"] * (broken > 0)
    parts += [f"to {alone} nothing leads"] * (alone > 0)
    parts += [f"{len(every) - MOST} later documents are not drawn"] * (len(every) > MOST)
    return "; ".join(parts) + "."


def _told(stop: Stop, stops: list[Stop]) -> tuple[str, ...]:
    published = dates.said(stop.at.document.published) if stop.at else ""
    start = stops[stop.way.start].name if stop.way else "nobody named" if stop.at else ""
    return published, stop.name, LANES[stop.lane].removesuffix("s"), start, stop.way.why if stop.way else ""
