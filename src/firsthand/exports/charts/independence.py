"""How many documents stand on how many origins: many documents on one origin are one voice."""

from collections import Counter
from collections.abc import Iterable, Mapping

from firsthand.exports.charts import chart, dates
from firsthand.exports.charts.chart import Chart, Row, Spec
from firsthand.exports.charts.origins import LOOKS, NOBODY
from firsthand.exports.charts.statements import called, stage
from firsthand.records import Claim, Document, Figure

WIDTH = 720
GRID, BARS = 210, (210, 600)
"""Pixels from the left where the matrix, or the bars, begin; the names of the origins stand at 0."""

CELL = 20
ROW = 22
HEADS = 150
"""Height of the names of the documents above the matrix."""

MOST_DOCUMENTS, MOST_ORIGINS = 20, 25

Standing = Mapping[str, Counter[str]]
"""How many claims each document has of each origin, by the name of the origin."""


def independence(
    figures: Iterable[Figure], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> Chart:
    """Return which documents stand on which origins: a matrix, or bars where there are more than 20 documents.

    A square stands for the claims that a document has from an origin, the larger the more. Claims whose origin nobody
    names have a row of their own, the last.
    """
    standing = _standing(figures, claims)
    ranked = sorted(standing, key=lambda name: (name == NOBODY.name, -len(standing[name]), name))
    used = {document for of in standing.values() for document in of}
    columns = sorted((documents[name] for name in used), key=_order)
    kept = ranked if len(ranked) <= MOST_ORIGINS else [*ranked[: MOST_ORIGINS - 1], *ranked[-1:]]
    wide = len(columns) > MOST_DOCUMENTS
    top = 24 if wide else HEADS
    height = top + ROW * len(kept) + 4
    rows: list[Row] = [
        {"y": top + ROW * (n + 0.5), **_counted(name, standing[name])} for n, name in enumerate(kept)
    ]
    body = _bars(rows, len(columns), height) if wide else _matrix(kept, standing, columns, height)
    end = BARS[1] + 14 if wide else GRID + CELL * len(columns) + 12
    spec = chart.drawing(WIDTH, height, [*body, *_names(rows, height, end)])
    told = tuple((name, str(len(standing[name])), str(standing[name].total())) for name in ranked)
    return chart.chart(spec, _says(standing, len(columns), len(ranked) - len(kept)), HEAD, told)


HEAD = ("origin", "documents", "claims")


def _standing(figures: Iterable[Figure], claims: Mapping[str, Claim]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for figure in figures:
        named = {claim for origin in figure.origins for claim in origin.claims}
        for origin in figure.origins:
            for claim in origin.claims:
                found.setdefault(origin.name, Counter())[claims[claim].document] += 1
        for claim in figure.claims:
            if claim not in named:
                found.setdefault(NOBODY.name, Counter())[claims[claim].document] += 1
    return found


def _order(document: Document) -> tuple[object, ...]:
    days = dates.days(document.published)
    return days is None, days[0].toordinal() if days else 0, stage(document), called(document), document.id


def _counted(name: str, of: Counter[str]) -> Row:
    documents, claims = len(of), of.total()
    return {
        "name": chart.short(name, GRID - 12),
        "documents": documents,
        "words": f"{documents} document{'s' * (documents > 1)}, {claims:,} claim{'s' * (claims > 1)}",
        "colour": NOBODY.colour if name == NOBODY.name else LOOKS[0][0],
    }


def _matrix(kept: list[str], standing: Standing, columns: list[Document], height: float) -> list[Spec]:
    most = max((of.most_common(1)[0][1] for of in standing.values()), default=1)
    heads: list[Row] = [
        {
            "x": _x(n),
            "y": HEADS - 8,
            "top": HEADS - 2,
            "end": height,
            "words": chart.short(called(each), HEADS),
            "document": each.id,
        }
        for n, each in enumerate(columns)
    ]
    cells: list[Row] = [
        {
            "x": _x(n),
            "y": HEADS + ROW * (m + 0.5),
            "size": 40 + 200 * standing[name][each.id] / most,
            "colour": NOBODY.colour if name == NOBODY.name else LOOKS[0][0],
            "tip": f"{called(each)}: {standing[name][each.id]} claims, {name}",
            "document": each.id,
        }
        for m, name in enumerate(kept)
        for n, each in enumerate(columns)
        if each.id in standing[name]
    ]
    x, y = chart.at("x", WIDTH), chart.down("y", height)
    return [
        chart.layer(heads, chart.rule(opacity=0.15), x=x, y=chart.down("top", height), y2={"field": "end"}),
        chart.layer(heads, chart.text(angle=-90, fontSize=10), x=x, y=y, text=chart.words()),
        chart.layer(
            cells,
            {"type": "point", "shape": "square", "filled": True, "opacity": 1},
            x=x,
            y=y,
            size={"field": "size", "type": "quantitative", "scale": None, "legend": None},
            fill=chart.as_is("colour"),
            tooltip=chart.words("tip"),
        ),
    ]


def _bars(rows: list[Row], columns: int, height: float) -> list[Spec]:
    bars = [{**row, "from": 0} for row in rows]
    return [
        chart.layer(
            bars,
            chart.rule(strokeWidth=11),
            x=chart.across("from", 0, columns, BARS),
            x2={"field": "documents"},
            y=chart.down("y", height),
            stroke=chart.as_is("colour"),
        ),
        chart.layer(
            [{"words": f"of {columns} documents"}], chart.text(align="right", fontSize=10), x={"value": BARS[1]}, y={"value": 10}, text=chart.words()
        ),
    ]  # fmt: skip


def _names(rows: list[Row], height: float, end: int) -> list[Spec]:
    y = chart.down("y", height)
    return [
        chart.layer(rows, chart.text(), x={"value": 0}, y=y, text=chart.words("name")),
        chart.layer(rows, chart.text(fontSize=10), x={"value": end}, y=y, text=chart.words()),
    ]


def _x(n: int) -> int:
    return GRID + CELL * n + CELL // 2


def _says(standing: Standing, documents: int, left: int) -> str:
    names = [name for name in standing if name != NOBODY.name]
    if not documents:
        return "There is no figure whose origin could be drawn."
    several = max(names, key=lambda name: (len(standing[name]), name), default=None)
    parts = [
        f"{documents} document{'s' * (documents > 1)} stand on {len(names)} named origin{'s' * (len(names) != 1)}".replace(
            "1 document stand ", "1 document stands "
        )
    ]
    if several is not None:
        parts.append(
            f"most of them, {len(standing[several])}, on {several}" if len(names) > 1 else f"on {several}"
        )
    nobody = len(standing.get(NOBODY.name, ()))
    parts += [f"{nobody} {'give' if nobody > 1 else 'gives'} figures whose origin nobody names"] * (
        nobody > 0
    )
    parts += [f"{left} smaller origins are in the table only"] * (left > 0)
    return "; ".join(parts) + "."
