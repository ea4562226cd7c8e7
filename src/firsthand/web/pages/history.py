"""The page of history: every decision, by whom, when and why; what is disputed after a merge, what waits for its words."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand import interface
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.templating import page

router = APIRouter()
api = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions: under a pseudonym, about a subject by its id, which stretch of them."""

    reviewer: Annotated[str, Query(max_length=200)] = ""
    about: Annotated[str, Query(max_length=64)] = ""
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1


@router.get("/history")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return the page with all decisions, the latest first."""
    with desk.reading() as dossier:
        decided = dossier.decided(
            asked.about.strip() or None, asked.reviewer or None, first=(asked.number - 1) * PAGE, most=PAGE
        )
        return page(
            request,
            "history.html",
            here="history",
            found=decided.found,
            pager=pager(decided.found),
            asked=asked,
            disputed=decided.disputed,
            orphaned=decided.orphaned,
            reviewers=decided.reviewers,
        )


@api.get("/decisions")
def decisions(desk: OfDesk, asked: Annotated[Asked, Depends()]) -> list[dict[str, Any]]:
    """Return decisions in the shape of `firsthand history --json`, one page of them, the latest first."""
    with desk.reading() as dossier:
        found = dossier.decisions(
            asked.about.strip() or None, asked.reviewer or None, first=(asked.number - 1) * PAGE, most=PAGE
        )
        return [interface.decision_line(each) for each in found.rows]
