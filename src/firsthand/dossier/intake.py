"""Files on their way into the ledger: each is kept, extracted and kept again, or its failure is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from firsthand import ledger, readers
from firsthand.dossier.extraction import Failure, attempt, engine, original_of
from firsthand.readers import archives, folders
from firsthand.records import Arrival, Document, Original, Problem, identity

DEEPEST = 4
"""How deep a file may lie inside of others: an attachment of a message in a ZIP lies two deep."""

TO_BE_TRIED_AGAIN = "none, to be tried again"
"""What stands for the version where the program itself failed on a file."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One file that is done: its name, whether it was read, known already, refused, failed or compared, and what was doubtful."""

    name: str
    state: str
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Added:
    """What an ``add`` did: how many files were read, known already, and which could not be read."""

    read: int = 0
    known: int = 0
    failed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


Watch = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Watch nothing."""


class Intake:
    """The way of files into one dossier's ledger."""

    def __init__(self, store: ledger.Ledger) -> None:
        self._ledger = store

    def add(self, paths: Iterable[Path], watch: Watch) -> Added:
        """Take in files and folders; what is there already is left alone. ``watch`` is called after each file."""
        done = Added()
        for arrival in folders.arrivals(paths):
            for progress in self._taken(arrival):
                done.read += progress.state == "read"
                done.known += progress.state == "known"
                done.problems.extend(progress.problems)
                if progress.state in ("failed", "refused"):
                    done.failed.append(progress.name)
                watch(progress)
        return done

    def update(self, watch: Watch) -> int:
        """Extract again every original that another version extracted or failed on; return how many that were."""
        count = 0
        for original, inside in list(self._ledger.receipts()):
            document_id = readers.document_id(original)
            if (
                original.media_type not in archives.ARCHIVES
                and self._ledger.engine_of(document_id) != engine()
            ):
                arrival = Arrival(original.name, self._ledger.content(original.sha256), inside)
                for progress in self._taken(arrival):
                    count += 1
                    watch(progress)
        return count

    def again(self, document: Document) -> None:
        """Extract one document again, with what people have said about it since; where that fails the earlier extraction stays."""
        content = self._ledger.content(document.original.sha256)
        done = attempt(document.original, content, self._ledger.judgements(document.id))
        if isinstance(done, Failure):
            self._failed(document.id, document.original, done)
        else:
            self._ledger.keep(done[0])

    def _taken(self, arrival: Arrival | Problem, depth: int = 0) -> Iterator[Progress]:
        if isinstance(arrival, Problem):
            yield self._unopened(arrival, "failed")
            return
        if depth > DEEPEST:
            says = f"is inside of more than {DEEPEST} other files; unpack it by hand"
            yield self._unopened(Problem(arrival.name, says), "failed")
            return
        original = original_of(arrival)
        if original.media_type not in archives.ARCHIVES:
            yield from self._kept(arrival, original, depth)
            return
        # Only the members are kept, with the hash of the archive in their receipts: the bytes of the whole
        # would bring back a member that was forgotten.
        for member in archives.members(arrival):
            if isinstance(member, Problem) and member.where == arrival.name:
                yield self._unopened(member, "doubtful")  # of the whole; its files speak for themselves
            else:
                yield from self._taken(member, depth + 1)

    def _unopened(self, problem: Problem, state: str) -> Progress:
        unopened = identity("unopened", problem.where)
        self._ledger.fail(unopened, None, [replace(problem, where=unopened)], engine())
        return Progress(problem.where, state, (problem,))

    def _kept(self, arrival: Arrival, original: Original, depth: int) -> Iterator[Progress]:
        name, document_id = arrival.name, readers.document_id(original)
        since = self._ledger.is_forgotten(original.sha256) or self._ledger.is_forgotten(document_id)
        if since:
            yield Progress(
                name, "refused", (Problem(name, f"was forgotten on {since} and is not taken in again"),)
            )
            return
        if self._ledger.engine_of(document_id) == engine():
            failed = tuple(Problem(name, says) for says in self._ledger.failure(document_id))
            yield Progress(name, "failed" if failed else "known", failed)
            return
        self._ledger.receive(arrival, original.media_type)
        done = attempt(original, arrival.content, self._ledger.judgements(document_id))
        if isinstance(done, Failure):
            yield self._failed(document_id, original, done)
            return
        found, parts = done
        for part in parts:  # before the message itself: once it is kept, all of it is
            yield from self._taken(part, depth + 1)
        self._ledger.keep(found)
        yield Progress(name, "read", tuple(replace(problem, where=name) for problem in found.problems))

    def _failed(self, document_id: str, original: Original, failure: Failure) -> Progress:
        made_with = TO_BE_TRIED_AGAIN if failure.ours else engine()
        self._ledger.fail(document_id, original, [Problem(document_id, failure.says)], made_with)
        return Progress(original.name, "failed", (Problem(original.name, failure.says),))
