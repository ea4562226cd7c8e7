"""One figure: how its values drift, where they come from, and every claim with its words."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand import interface
from firsthand.dossier import Dossier
from firsthand.exports import charts
from firsthand.exports.charts import Chart
from firsthand.records import Claim, Document, Drift, Figure, Link, LinkKind, Passage, Stretch
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.templating import page

router = APIRouter()
api = APIRouter()

GRAVEST: tuple[LinkKind, ...] = ("impossible", "conflict", "drift", "update", "same")
"""The order in which links are shown."""

NAMES = 60
"""Names that are proposed where two are put together or apart."""

MOST_REASONS = 6
"""Reasons that are shown for claims that stand to each other in one way."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A plot: its Vega-Lite specification, what it says in words, and the head and rows of the same as a table."""

    spec: dict[str, Any]
    says: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@router.get("/figures/{figure_id}")
def show(
    request: Request, desk: OfDesk, figure_id: str, number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> HTMLResponse:
    """Return the page of one figure: how its values drift, where they come from, every claim with its words."""
    with desk.reading() as dossier:
        figure = dossier.figure(figure_id)
        drawn = _drawn(dossier, figure)
        claims = drawn.in_order()
        shown = claims[(number - 1) * PAGE : number * PAGE]
        return page(
            request,
            "figure.html",
            here="figures",
            figure=figure,
            row=dossier.browse.figure(figure_id),
            heads=drawn.heads,
            drift=drawn.drift(),
            lineage=drawn.lineage(),
            claims=shown,
            sentences={each.id: dossier.sentence(Passage(each.document, each.span)) for each in shown},
            pairs=_pairs(drawn, {each.id: n for n, each in enumerate(claims, 1)}),
            numbers={each.id: n for n, each in enumerate(claims, 1)},
            pager=pager(Stretch(tuple(shown), (number - 1) * PAGE, len(claims))),
            near=dossier.browse.near_figures(figure_id),
            names=_names(figure, claims),
            decided=dossier.decisions(figure_id, most=PAGE),
        )


def _names(figure: Figure, claims: list[Claim]) -> list[str]:
    """The names of the origins, then of all others who speak in a figure."""
    spoken = (step.name for claim in claims for step in claim.chain if step.name)
    return list(dict.fromkeys((*(origin.name for origin in figure.origins), *spoken)))[:NAMES]


@api.get("/figures/{figure_id}")
def figure(desk: OfDesk, figure_id: str) -> dict[str, Any]:
    """Return one figure with its claims and origins, in the shape of `firsthand findings --json`."""
    with desk.reading() as dossier:
        found = dossier.figure(figure_id)
        return interface.figure_line(found, list(dossier.browse.claims_of(found.claims).values()))


@api.get("/figures/{figure_id}/charts/{chart}")
def chart(desk: OfDesk, figure_id: str, chart: Literal["drift", "lineage"]) -> ChartLine:
    """Return a plot of a figure: a Vega-Lite specification, what it says in words, and the same as a table."""
    with desk.reading() as dossier:
        drawn = _drawn(dossier, dossier.figure(figure_id))
        made = drawn.drift() if chart == "drift" else drawn.lineage()
        return ChartLine(dict(made.spec), made.says, made.head, made.rows)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the plots of a figure are made of."""

    figure: Figure
    claims: dict[str, Claim]
    heads: dict[str, Document]
    links: list[Link]

    def drift(self) -> Chart:
        """The statements as intervals, by the time of publication."""
        return charts.drift(self.figure, self.claims, self.heads)

    def lineage(self) -> Chart:
        """How the figure passed from its origins to the documents."""
        return charts.lineage(self.figure, self.claims, self.heads, self.links)

    def in_order(self) -> list[Claim]:
        """The claims, the first published first and those without a date last."""
        return sorted(
            self.claims.values(),
            key=lambda claim: (self.heads[claim.document].published or "9", claim.document, claim.span),
        )


def _drawn(dossier: Dossier, figure: Figure) -> Drawn:
    claims = dossier.browse.claims_of(figure.claims)
    heads = dossier.browse.heads(claim.document for claim in claims.values())
    return Drawn(figure, claims, heads, dossier.browse.links_within(figure.id))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims, by their numbers on the page, that stand in one way to each other, and why the first of them do."""

    kind: LinkKind
    drift: tuple[Drift, ...]
    pairs: tuple[tuple[int, int], ...]
    because: tuple[str, ...]


def _pairs(drawn: Drawn, numbers: dict[str, int]) -> list[Pairs]:
    """How the claims stand to each other, the gravest first; each way once, with all its pairs."""
    alike: dict[tuple[LinkKind, tuple[Drift, ...]], list[Link]] = {}
    for link in sorted(drawn.links, key=lambda link: (numbers[link.earlier], numbers[link.later])):
        alike.setdefault((link.kind, link.drift), []).append(link)
    found = [
        Pairs(
            kind,
            drift,
            tuple((numbers[link.earlier], numbers[link.later]) for link in links),
            tuple(dict.fromkeys(reason for link in links for reason in link.because))[:MOST_REASONS],
        )
        for (kind, drift), links in alike.items()
    ]
    return sorted(found, key=lambda pairs: (GRAVEST.index(pairs.kind), pairs.drift))
