"""Two documents side by side."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.desk import OfDesk
from firsthand.web.listing import pager
from firsthand.web.templating import page
from firsthand.web.views.columns import ROWS, columns

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two documents, and which page of their rows."""

    one: Annotated[str, Query(max_length=64)]
    other: Annotated[str, Query(max_length=64)]
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1


@router.get("/compare")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return two documents side by side."""
    with desk.reading() as dossier:
        found = columns(dossier.beside(asked.one, asked.other), (asked.number - 1) * ROWS)
        return page(
            request,
            "compare.html",
            here="documents",
            found=found,
            pager=pager(found.rows, ROWS),
            sharing=dossier.browse.sharing(found.one.id),
        )
