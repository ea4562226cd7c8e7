"""The work that goes on: what the pages ask while they wait."""

from dataclasses import dataclass

from fastapi import APIRouter

from firsthand.dossier import Dossier
from firsthand.web.desk import Desk, OfDesk
from firsthand.web.work import Job, State, Watch

api = APIRouter()

LATEST = 12
"""Files of a job that are told."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file: read, known, refused or failed; and what was doubtful."""

    name: str
    state: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobLine:
    """One piece of work as the pages show it; ``total`` is 0 where the number of files is not known."""

    number: int
    title: str
    state: State
    says: str
    done: int
    compared: int
    total: int
    files: tuple[FileLine, ...]


@api.get("/work")
async def jobs(desk: OfDesk) -> list[JobLine]:
    """Return the work of this run, the latest first: what is done and what goes on."""
    return [line(job) for job in desk.work.jobs()]


@api.post("/work/settle")
async def settle_anew(desk: OfDesk) -> JobLine:
    """Compare what is new and work out figures and findings, if anything changed; return the work that this is."""
    return line(settle(desk))


def settle(desk: Desk) -> Job:
    """Queue the working out of figures and findings; nothing is done where they are up to date."""

    def task(dossier: Dossier, watch: Watch) -> str:
        dossier.settle(watch)
        return "figures and findings are up to date"

    return desk.work.submit("Comparing and working out figures", task)


def line(job: Job) -> JobLine:
    """Return a job as the pages show it."""
    files = tuple(FileLine(*each) for each in list(job.lines)[-LATEST:])
    return JobLine(job.number, job.title, job.state, job.says, job.done, job.compared, job.total, files)
