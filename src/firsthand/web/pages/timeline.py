"""The dated claims in the order of time."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.records import Stretch
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.memory import remembered
from firsthand.web.templating import page
from firsthand.web.views.calendar import calendar, counts, years_of, years_plot

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
        moments = remembered(dossier, "moments", dossier.browse.moments)
        years = remembered(dossier, "years", lambda: counts(moments))
        stated = asked.by == "period"
        since, until = asked.between
        chosen = [
            moment
            for moment in moments
            if (moment.stated or not stated) and _meets(years_of(moment), since, until)
        ]
        first = (asked.number - 1) * PAGE
        found = Stretch(tuple(chosen[first : first + PAGE]), first, len(chosen))
        claims = dossier.browse.claims_of(moment.claim for moment in found.rows)
        return page(
            request,
            "timeline.html",
            here="timeline",
            pager=pager(found),
            asked=asked,
            plot=years_plot(years, asked.between, stated=stated),
            calendar=calendar(found.rows, claims),
            years=years,
            heads=dossier.browse.heads(claim.document for claim in claims.values()),
        )


def _meets(years: tuple[int, int], since: int, until: int) -> bool:
    return years[0] <= until and years[1] >= since
