"""How the origins of a figure look: a colour and a shape for each, the same wherever the figure is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.exports.charts import chart
from firsthand.exports.charts.chart import Row, Spec
from firsthand.records import Figure

LINE = 18
"""Height of a line of the key, in pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the statements of one origin are drawn."""

    name: str
    colour: str
    shape: str


# After Okabe and Ito (2008), moved to a middle lightness: 3 to 1 on white and on black.
LOOKS = (
    ("#1f7fbf", "circle"),
    ("#d2600f", "square"),
    ("#0a9068", "triangle-up"),
    ("#b25f97", "diamond"),
    ("#8a7500", "triangle-down"),
)
OTHER = Look("other origins", "#6f74c9", "triangle-right")
NOBODY = Look("no origin named", "#7d7d7d", "cross")


def looks(figure: Figure) -> Mapping[str, Look]:
    """Return how each claim of a figure is drawn, by id; origins with most claims come first in the list of looks."""
    ranked = sorted(figure.origins, key=lambda origin: (-len(origin.claims), origin.name))
    found = dict.fromkeys(figure.claims, NOBODY)
    for n, origin in enumerate(ranked):
        look = Look(origin.name, *LOOKS[n]) if n < len(LOOKS) else OTHER
        found |= {claim: look for claim in origin.claims if found.get(claim) == NOBODY}
    return found


def used(looks_of: Mapping[str, Look], claims: tuple[str, ...]) -> list[Look]:
    """Return the looks that these claims have, each once, those of nobody last."""
    seen = dict.fromkeys(looks_of[claim] for claim in claims)
    return [look for look in seen if look != NOBODY] + [look for look in seen if look == NOBODY]


def key(found: list[Look], height: float, width: int) -> list[Spec]:
    """Return the layers of the key: one line for each look, from the top."""
    rows: list[Row] = [
        {
            "y": LINE * n + LINE / 2,
            "colour": look.colour,
            "shape": look.shape,
            "words": chart.short(look.name, width - 24),
        }
        for n, look in enumerate(found)
    ]
    place = chart.down("y", height)
    return [
        chart.layer(
            rows,
            {"type": "point", "filled": True, "size": 60, "opacity": 1, "tooltip": None},
            x={"value": 7},
            y=place,
            fill=chart.as_is("colour"),
            shape=chart.as_is("shape"),
        ),
        chart.layer(rows, chart.text(), x={"value": 18}, y=place, text=chart.words()),
    ]
