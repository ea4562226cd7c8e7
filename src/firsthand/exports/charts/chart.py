"""What a chart is, how it looks, and how it becomes an SVG."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from firsthand.exports.wording import clean

Spec = dict[str, Any]
Row = Mapping[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Names the language of the specification; nothing is fetched from there."""

VERSION = "6.4"

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK = "currentColor"
PAPER = "Canvas"
FAINT = 0.25
QUIET = 0.75

TAG = re.compile(r"<[a-z][^<>]*>")
UNSEEN = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|version|stroke-miterlimit)="[^"]*"')
"""Attributes that change nothing: the picture has one name as a whole, and its parts none."""

COLOUR = re.compile(r'(fill|stroke)="(currentColor|Canvas)"')

LETTER = 5.6
"""Width in pixels to count for a letter of 11 pixels height; generous, so that columns never meet."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A plot and the same in words: a sentence that says what one sees, and a table."""

    spec: Spec
    says: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def chart(spec: Spec, says: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Chart:
    """Return a chart whose words are all on one line and can be written in any format."""
    told = tuple(tuple(clean(cell) for cell in row) for row in rows)
    return Chart(spec, clean(says), head, told)


def drawing(width: int, height: float, layers: Sequence[Spec]) -> Spec:
    """Return the specification of a drawing of fixed size in pixels; y runs downwards."""
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": round(height),
        "padding": 0,
        "autosize": {"type": "none", "contains": "padding"},
        "background": None,
        "config": {"font": FONT, "aria": False, "view": {"stroke": None}},
        "layer": list(layers),
    }


def layer(values: Sequence[Row], mark: Spec, **encoding: Spec) -> Spec:
    """Return one layer: rows, and the mark that each row becomes."""
    shown = [
        {name: clean(value) if isinstance(value, str) else value for name, value in row.items()}
        for row in values
    ]
    return {"data": {"values": shown}, "mark": mark, "encoding": encoding}


def across(field: str, low: float, high: float, pixels: tuple[int, int], kind: str = "linear") -> Spec:
    """Return the encoding of a number along the width: from ``low`` to ``high`` over the given pixels."""
    return {"field": field, "type": "quantitative", "axis": None, "scale": _scale(low, high, pixels, kind)}


def down(field: str, height: float) -> Spec:
    """Return the encoding of a place in pixels from the top."""
    return {
        "field": field,
        "type": "quantitative",
        "axis": None,
        "scale": _scale(0, height, (0, round(height))),
    }


def at(field: str, width: int) -> Spec:
    """Return the encoding of a place in pixels from the left."""
    return {"field": field, "type": "quantitative", "axis": None, "scale": _scale(0, width, (0, width))}


def as_is(field: str) -> Spec:
    """Return the encoding of a colour, shape or opacity that the rows give themselves."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def words(field: str = "words") -> Spec:
    """Return the encoding of a text."""
    return {"field": field, "type": "nominal"}


def text(**look: Any) -> Spec:
    """Return the mark of a text in the colour of the page."""
    return {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "fontSize": 11,
        "fill": INK,
        "tooltip": None,
        **look,
    }


def rule(**look: Any) -> Spec:
    """Return the mark of a straight line in the colour of the page."""
    return {"type": "rule", "stroke": INK, "strokeWidth": 1, "tooltip": None, **look}


def short(phrase: str, pixels: float) -> str:
    """Return a phrase on one line, cut where it would be wider than so many pixels.

    >>> short("a quite long name of an outlet", 60)
    'a quite l…'
    """
    most = max(2, int(pixels / LETTER))
    line = clean(phrase)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def svg(chart: Chart, *, ink: str = INK, paper: str = PAPER) -> str:
    """Return a chart as an SVG element, made without network; ``ink`` and ``paper`` are its colours of text and ground.

    The element is an image with the text alternative as its name.
    """
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(chart.spec, vl_version=VERSION, allowed_base_urls=[])
    colours = {INK: escape(ink), PAPER: escape(paper)}
    start = drawn.index(">") + 1
    root = UNSEEN.sub("", drawn[: start - 1])
    body = TAG.sub(lambda tag: _plain_tag(tag[0], colours), drawn[start:])
    return f'{root} role="img" aria-label="{escape(chart.says)}">{body}'


def _plain_tag(tag: str, colours: Mapping[str, str]) -> str:
    """A tag of a drawing with what one sees of it, in the wished colours; the words between tags are left alone."""
    return COLOUR.sub(lambda found: f'{found[1]}="{colours[found[2]]}"', UNSEEN.sub("", tag))


def _scale(low: float, high: float, pixels: tuple[int, int], kind: str = "linear") -> Spec:
    return {
        "type": kind,
        "domain": [low, high],
        "range": list(pixels),
        "nice": False,
        "zero": False,
        "clamp": True,
    }
