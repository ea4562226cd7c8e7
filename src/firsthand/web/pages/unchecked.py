"""What was compared with nothing, and why."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.records import Span, Unchecked
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, Pager, pager
from firsthand.web.templating import page

router = APIRouter()

FILES = 100
"""Files and documents that are named at most."""


@router.get("/unchecked")
def show(
    request: Request, desk: OfDesk, number: Annotated[int, Query(alias="page", ge=1)] = 1
) -> HTMLResponse:
    """Return the page of what was not checked."""
    with desk.reading() as dossier:
        listed = _numbers(dossier, (number - 1) * PAGE)
        return page(
            request,
            "unchecked.html",
            here="start",
            unread=dossier.browse.unread(0, FILES),
            unanalysed=dossier.unanalysed(0, FILES),
            sentences=listed.sentences,
            pager=listed.pager,
            heads=dossier.browse.heads(each.document for each in listed.sentences),
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """Sentences with a number and no claim, and where they stand among all."""

    sentences: tuple[Unchecked, ...]
    pager: Pager


def _numbers(dossier: Dossier, first: int) -> Listed:
    found = dossier.browse.unclaimed(first, PAGE)
    sentences: dict[tuple[str, Span], Unchecked] = {}
    for each in dossier.sentences_of(found.rows):
        sentences.setdefault((each.document, each.span or Span(0, 0)), each)
    return Listed(tuple(sentences.values()), pager(found))
