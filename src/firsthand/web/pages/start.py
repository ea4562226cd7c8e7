"""The first page: the findings, how much there is, what was not checked; files are dropped here."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.records import Passage
from firsthand.web.desk import OfDesk
from firsthand.web.listing import pager
from firsthand.web.reading_aids import counted
from firsthand.web.templating import page

router = APIRouter()

FINDINGS = 20
"""Findings on one page."""

FEW, SHOWN = 4, 24
"""Places of a finding that are shown at once, and at most."""

LEAD = 3
"""Figures to which a finding leads at most."""


@router.get("/")
def show(
    request: Request, desk: OfDesk, kind: str = "", number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> HTMLResponse:
    """Return the page with the findings, the weightiest first."""
    with desk.reading() as dossier:
        found = dossier.browse.findings((number - 1) * FINDINGS, FINDINGS, kind or None)
        places = {row.id: [piece.passage for piece in row.finding.evidence[:SHOWN]] for row in found.rows}
        documents = {place.document for each in places.values() for place in each}
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
            figures=_figures(dossier, places),
            few=FEW,
            most=SHOWN,
            settled=dossier.is_settled(),
        )


def _figures(dossier: Dossier, places: dict[str, list[Passage]]) -> dict[str, list[tuple[str, str]]]:
    """Id and label of the figures of which each finding speaks, by the id of the finding."""
    at = dossier.browse.figures_at(place for each in places.values() for place in each)
    return {
        id_: list(dict.fromkeys(figure for place in each for figure in at.get(place, ())))[:LEAD]
        for id_, each in places.items()
    }


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
