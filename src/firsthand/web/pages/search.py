"""Full text: the passages in which the words stand."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.desk import OfDesk
from firsthand.web.templating import page

router = APIRouter()

MOST = 50
"""Passages that are shown."""


@router.get("/search")
def show(
    request: Request, desk: OfDesk, words: Annotated[str, Query(alias="q", max_length=200)] = ""
) -> HTMLResponse:
    """Return the passages in which the words stand, the best first."""
    with desk.reading() as dossier:
        hits = list(dossier.search(words, MOST))
        return page(
            request,
            "search.html",
            here="search",
            sought=words,
            hits=hits,
            most=MOST,
            heads=dossier.browse.heads(hit.document for hit in hits),
        )
