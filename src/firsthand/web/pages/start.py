"""The first page: the findings, how much there is, what was not checked; files are dropped here."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.desk import OfDesk
from firsthand.web.listing import pager
from firsthand.web.templating import page

router = APIRouter()

FINDINGS = 20
"""Findings on one page."""


@router.get("/")
def show(
    request: Request, desk: OfDesk, kind: str = "", number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> HTMLResponse:
    """Return the page with the findings, the weightiest first."""
    with desk.reading() as dossier:
        found = dossier.browse.findings((number - 1) * FINDINGS, FINDINGS, kind or None)
        documents = {piece.passage.document for row in found.rows for piece in row.finding.evidence}
        return page(
            request,
            "start.html",
            here="start",
            counts={what: dossier.count(what) for what in ("documents", "claims", "figures", "failures")},
            kinds=dossier.browse.finding_kinds(),
            kind=kind,
            found=found,
            pager=pager(found, FINDINGS),
            heads=dossier.browse.heads(documents),
            settled=dossier.is_settled(),
        )
