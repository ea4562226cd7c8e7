"""Two documents side by side."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from firsthand.dossier.beside import Beside
from firsthand.web.desk import OfDesk
from firsthand.web.listing import pager
from firsthand.web.templating import page
from firsthand.web.views.columns import ROWS, columns, row_at

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two documents, and which page of their rows, or the place in the first document that is to be shown."""

    one: Annotated[str, Query(max_length=64)]
    other: Annotated[str, Query(max_length=64)]
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1
    at: Annotated[int | None, Query(ge=0, le=999_999_999)] = None


@router.get("/compare", response_class=HTMLResponse)
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> Response:
    """Return two documents side by side; a place leads to the page and row in which it stands."""
    with desk.reading() as dossier:
        beside = dossier.beside(asked.one, asked.other)
        if asked.at is not None:
            return RedirectResponse(_row(asked, beside), 303)
        found = columns(beside, (asked.number - 1) * ROWS)
        return page(
            request,
            "compare.html",
            here="documents",
            found=found,
            pager=pager(found.rows, ROWS),
            sharing=dossier.browse.sharing(found.one.id),
        )


def _row(asked: Asked, beside: Beside) -> str:
    """The address of the row in which the place stands, that of the first page where there is none."""
    number = row_at(beside, asked.at or 0) or 0
    query = urlencode({"one": beside.one.id, "other": beside.other.id, "page": number // ROWS + 1})
    return f"/compare?{query}#row-{number}"
