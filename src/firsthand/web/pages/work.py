"""The work that goes on: what the pages ask while they wait."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.web.desk import Desk, OfDesk
from firsthand.web.templating import page
from firsthand.web.work import Job, Outcome, State, Watch

router = APIRouter()
api = APIRouter()


@dataclass(frozen=True, slots=True)
class JobLine:
    """One piece of work as the pages show it; ``total`` is 0 where the number of files is not known.

    ``latest`` are the last files, ``doubtful`` says how many were not read or have something doubtful.
    """

    number: int
    title: str
    state: State
    says: str
    done: int
    compared: int
    total: int
    latest: tuple[Outcome, ...]
    doubtful: int


@router.get("/work")
def show(request: Request, desk: OfDesk) -> HTMLResponse:
    """Return the page with the work of this run, and each file that was not read or is doubtful."""
    return page(request, "work.html", jobs=desk.work.jobs())


@api.get("/work")
async def jobs(desk: OfDesk) -> list[JobLine]:
    """Return the work of this run, the latest first: what is done and what goes on."""
    return [line(job) for job in desk.work.jobs()]


@api.post("/settle")
async def settle_anew(desk: OfDesk) -> JobLine:
    """Compare what is new and work out figures and findings, if anything changed; return the work that this is."""
    return line(settle(desk))


def settle(desk: Desk) -> Job:
    """Queue the working out of figures and findings; nothing is done where they are up to date."""

    def task(dossier: Dossier, watch: Watch) -> str:
        """Settle, and return what is said of it."""
        dossier.settle(watch)
        return "figures and findings are up to date"

    return desk.work.submit("Comparing and working out figures", task)


def line(job: Job) -> JobLine:
    """Return a job as the pages show it."""
    return JobLine(
        number=job.number,
        title=job.title,
        state=job.state,
        says=job.says,
        done=job.done,
        compared=job.compared,
        total=job.total,
        latest=tuple(job.latest),
        doubtful=len(job.doubtful),
    )
