"""Work that writes: one thread does it, one job after the other, and tells how far it is."""

import itertools
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Literal

from firsthand.dossier import Dossier, Key, Progress
from firsthand.errors import FirsthandError
from firsthand.web import mistakes

State = Literal["waiting", "running", "done", "failed"]

Watch = Callable[[Progress], None]
Task = Callable[[Dossier, Watch], str]
"""What a job does with the dossier, open for writing; returns what was done, as one sentence for people."""

LATEST = 12
"""Files of a job that are told while it goes on."""

MOST_DOUBTS = 1_000
"""Files of a job with something doubtful that are remembered."""

NOT_READ = ("failed", "refused")

KEPT = 20
"""Jobs that are remembered."""


class Stopped(Exception):
    """The page is closing; what was reported as done is kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: read, known already, doubtful, refused or failed; and what was doubtful."""

    name: str
    state: str
    problems: tuple[str, ...]


@dataclass(slots=True)
class Job:
    """One piece of work: what it is, how far it is, and what came of it.

    ``total`` is the number of files, 0 where it is not known. ``latest`` are the last files,
    ``doubtful`` all those that were not read or about which something is doubtful.
    """

    number: int
    title: str
    task: Task = field(repr=False)
    total: int = 0
    state: State = "waiting"
    says: str = ""
    done: int = 0
    compared: int = 0
    latest: deque[Outcome] = field(default_factory=lambda: deque(maxlen=LATEST))
    doubtful: list[Outcome] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def is_over(self) -> bool:
        """Whether it is done or has failed."""
        return self.state in ("done", "failed")

    def watch(self, progress: Progress) -> None:
        """Take note of one file that was read or compared."""
        if progress.state == "compared":
            self.compared += 1
        else:
            self.note(progress.name, progress.state, tuple(problem.says for problem in progress.problems))

    def note(self, name: str, state: str, problems: tuple[str, ...]) -> None:
        """Take note of what became of a file."""
        self.done += 1
        outcome = Outcome(name, state, problems)
        self.latest.append(outcome)
        if (problems or state in NOT_READ) and len(self.doubtful) < MOST_DOUBTS:
            self.doubtful.append(outcome)


class Work:
    """The jobs of one dossier, done one after the other by a thread of its own.

    The dossier is open for writing only while there is something to do, so that the
    command line can write in between.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self._key = key
        self._numbers = itertools.count(1)
        self._jobs: deque[Job] = deque(maxlen=KEPT)
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="firsthand-work", daemon=True)
        self._thread.start()

    def submit(self, title: str, task: Task, total: int = 0) -> Job:
        """Queue a job and return it at once."""
        job = Job(next(self._numbers), title, task, total)
        self._jobs.append(job)
        self._waiting.put(job)
        return job

    def finish(self, title: str, task: Task, seconds: float = 2.0) -> Job:
        """Queue a job and return it when it is over, or after some seconds: for decisions, which are quick when alone."""
        job = self.submit(title, task)
        job.ended.wait(seconds)
        return job

    def jobs(self) -> list[Job]:
        """Return the jobs of this run, the latest first."""
        return list(reversed(self._jobs))

    def current(self) -> Job | None:
        """Return the job that is running or will run next, None when there is nothing to do."""
        return next((job for job in list(self._jobs) if not job.is_over), None)

    def stop(self, patience: float = 10.0) -> None:
        """End after the file that is being read; again is harmless."""
        self._stopping = True
        self._waiting.put(None)
        self._thread.join(patience)

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None and not self._stopping:
            job.state = "running"
            with _Ending(job), Dossier.open(self.path, key=self._key) as dossier:
                job.says = job.task(dossier, self._watching(job))

    def _watching(self, job: Job) -> Watch:
        def watch(progress: Progress) -> None:
            """Show how far a job is; raises Stopped once the work is to end."""
            job.watch(progress)
            if self._stopping:
                raise Stopped

        return watch


class _Ending:
    """However a job ends, it says so and the next one goes on."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None
    ) -> bool:
        job = self.job
        if error is None:
            job.state = "done"
        else:
            if isinstance(error, FirsthandError):
                job.says = str(error)
            elif isinstance(error, Stopped):
                job.says = "it was stopped; what was reported is kept"
            else:
                mistakes.tell(error)
                job.says = "the program made a mistake; the dossier is whole, the terminal names the place"
            job.state = "failed"
        job.ended.set()
        return True
