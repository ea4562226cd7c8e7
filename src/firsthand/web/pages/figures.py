"""The list of figures."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.records import (
    Badge,
    FigureFilter,
    FigureRow,
    QuantityKind,
    Stretch,
)
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.templating import page

router = APIRouter()
api = APIRouter()

Order = Literal["documents", "claims", "origins", "label", "value"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the list asks for."""

    words: Annotated[str, Query(alias="q", max_length=200)] = ""
    badge: Badge | Literal[""] = ""
    kind: QuantityKind | Literal[""] = ""
    least: Annotated[int, Query(ge=1, le=9)] = 1
    order: Order = "documents"
    up: bool = False
    number: Annotated[int, Query(alias="page", ge=1)] = 1

    @property
    def wanted(self) -> FigureFilter:
        """The filter that it means."""
        return FigureFilter(
            self.words, self.badge or None, self.kind or None, self.least, self.order, self.up
        )


@router.get("/figures")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return one page of the list of figures."""
    with desk.reading() as dossier:
        found = dossier.browse.figures(asked.wanted, (asked.number - 1) * PAGE, PAGE)
        return page(
            request,
            "figures.html",
            here="figures",
            found=found,
            pager=pager(found),
            wanted=asked.wanted,
            counts=dossier.browse.figure_counts(),
            badges=get_args(Badge),
            kinds=get_args(QuantityKind),
        )


@api.get("/figures")
def figures(desk: OfDesk, asked: Annotated[Asked, Depends()]) -> Stretch[FigureRow]:
    """Return one page of the list of figures, 50 of them."""
    with desk.reading() as dossier:
        return dossier.browse.figures(asked.wanted, (asked.number - 1) * PAGE, PAGE)
