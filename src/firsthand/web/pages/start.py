"""The first page: the findings, how much there is, what was not checked; files are dropped here."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.web.desk import OfDesk
from firsthand.web.listing import pager
from firsthand.web.reading_aids import counted
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
            counts={what: dossier.count(what) for what in ("documents", "figures", "origins")},
            last=next((job for job in desk.work.jobs() if job.is_over), None),
            unchecked=_unchecked(dossier),
            kinds=dossier.browse.finding_kinds(),
            kind=kind,
            found=found,
            pager=pager(found, FINDINGS),
            heads=dossier.browse.heads(documents),
            settled=dossier.is_settled(),
        )


def _unchecked(dossier: Dossier) -> list[str]:
    """What was compared with nothing, each sort in a few words; nothing where all was checked."""
    numbers = dossier.browse.unclaimed(0, 0).total
    files = dossier.count("failures")
    documents = dossier.unanalysed(0, 0).total
    parts = {
        f"{counted(numbers, 'number')} of which no claim was made": numbers,
        f"{counted(files, 'file')} that could not be read": files,
        f"{counted(documents, 'document')} in another language, or too long": documents,
    }
    return [says for says, count in parts.items() if count]
