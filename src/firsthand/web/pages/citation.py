"""A claim with its footnote, to be pasted elsewhere."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.exports.citing import STYLES, Style
from firsthand.web.desk import OfDesk
from firsthand.web.templating import page

router = APIRouter()
api = APIRouter()


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim with its footnote: ``text`` is both together, ready to be pasted."""

    style: str
    words: str
    text: str


@router.get("/claims/{claim_id}/citation")
def show(request: Request, desk: OfDesk, claim_id: str) -> HTMLResponse:
    """Return the page of one claim's citation, in every style."""
    with desk.reading() as dossier:
        claim = dossier.claim(claim_id)
        cited = [(style, dossier.cite(claim.id, style)) for style in STYLES]
        entries = {style: dossier.cite_document(claim.document, style) for style in STYLES}
        figure = dossier.figure_of(claim.id)
        return page(request, "citation.html", claim=claim, cited=cited, entries=entries, figure=figure)


@api.get("/claims/{claim_id}/citation")
def cite(desk: OfDesk, claim_id: str, style: Annotated[Style, Query()] = "chicago") -> Citation:
    """Return a claim with its footnote in one style."""
    with desk.reading() as dossier:
        cited = dossier.cite(claim_id, style)
        return Citation(style, cited.words, cited.text)
