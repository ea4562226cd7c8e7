"""The dated claims in the order of time."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.memory import remembered
from firsthand.web.templating import page
from firsthand.web.views.calendar import calendar, years_plot

router = APIRouter()

ALL = (0, 9999)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which years the address asks for, and whether claims without a period stand at the day of their publication."""

    since: Annotated[int | Literal[""], Query(alias="from")] = ""
    until: Annotated[int | Literal[""], Query(alias="to")] = ""
    by: Literal["period", "publication"] = "period"
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1

    @property
    def between(self) -> tuple[int, int]:
        """The first and the last year."""
        since = ALL[0] if self.since == "" else max(ALL[0], min(self.since, ALL[1]))
        until = ALL[1] if self.until == "" else max(ALL[0], min(self.until, ALL[1]))
        return since, until


@router.get("/timeline")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return one page of the timeline."""
    with desk.reading() as dossier:
        browse = dossier.browse
        years = remembered(dossier, "years", browse.years)
        found = browse.dated(asked.between, (asked.number - 1) * PAGE, PAGE, stated=asked.by == "period")
        return page(
            request,
            "timeline.html",
            here="timeline",
            found=found,
            pager=pager(found),
            asked=asked,
            plot=years_plot(years, asked.between, stated=asked.by == "period"),
            calendar=calendar(found.rows),
            years=years,
            heads=browse.heads(row.claim.document for row in found.rows),
        )
