"""The findings of a dossier worked out by several processes at once, where it holds many documents.

Each process reads a part of the documents and makes a part of the figures, and is told what the others made. Then
the first one, which alone writes, tells the others one kind of findings after another, and works out kinds itself
meanwhile. What comes back is put in the order of the kinds: it is the same as if one process did it all. Another process is this module:

    python -m firsthand.dossier.settling
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import msgspec

from firsthand import ledger, links
from firsthand.dossier.garbage import seldom_searched
from firsthand.dossier.processes import BROKEN, Pipes, Task, at_once, process, received, send, told

MANY = 1000
"""Documents from which on another process is started: it needs half a second to get ready."""

MOST = 3
"""Processes at once; each holds some 500 MB of a dossier of 100,000 claims."""

COSTLY = (
    ("untraceable", "impossible"),
    ("drift", "old as new"),
    ("arithmetic agrees",),
    ("one origin",),
    ("independent account", "two speakers", "same witness"),
    ("not comparable",),
    ("no method",),
    ("copied text",),
    ("shares",),
    ("citation not origin",),
    ("rejected word",),
    ("conflict",),
)
"""Kinds of findings that take longest: they are begun first, so that nobody waits for one of them at the end. Those that
stand together need the same of the dossier."""

DECODER = msgspec.msgpack.Decoder(list[list[links.Packed]])


MADE = msgspec.msgpack.Decoder(tuple[int, list[bytes]])
"""How many things another process knows, and what it made of its part of them."""

PARTS = msgspec.msgpack.Decoder(list[bytes])


class Place(NamedTuple):
    """Which of how many processes one is; the first one, which alone writes, is 0."""

    number: int
    of: int

    def made(self, count: int, work: Callable[[range], bytes]) -> list[bytes]:
        """Return what is made of its part of so many things, some at a time.

        Its part is every so many-th piece of all, so that each process has as much of what takes long.
        """
        return [work(piece) for piece in links.pieces(count)[self.number :: self.of]]


@contextmanager
def crew_of(store: ledger.Ledger) -> Iterator[links.Crew]:
    """Give what shares the work out among this process and others, where the dossier is worth others."""
    processes = at_once(MOST) if store.count("documents") >= MANY else 1
    if processes == 1:
        yield links.ALONE
        return
    with ExitStack() as all_of_them:
        others: dict[int, Pipes] = {}
        for number in range(1, processes):
            with suppress(OSError):  # no process can be started: this one does it all
                pipes = all_of_them.enter_context(process(__name__, store))
                send(pipes.questions, msgspec.msgpack.encode(Place(number, processes)))
                others[number] = pipes
        yield links.Crew(partial(_parts, others, processes), partial(_kinds, others))


def _parts(
    others: dict[int, Pipes], processes: int, count: int, work: Callable[[range], bytes]
) -> Iterator[bytes]:
    """What each process makes of its part of so many things; each other one is told all of it. One that broke down is left out."""
    made: dict[int, list[bytes]] = {}

    def receive(number: int) -> None:
        """Take the part that another process made, where it made it of as many as are known here."""
        with suppress(*BROKEN):
            known, part = MADE.decode(received(others[number].answers))
            if known == count:
                made[number] = part

    waiting = [Thread(target=receive, args=(number,), daemon=True) for number in others]
    for thread in waiting:
        thread.start()
    made[0] = Place(0, processes).made(count, work)
    for thread in waiting:
        thread.join()
    for number in [number for number in others if number not in made]:
        del others[number]
    missing = (number for number in range(processes) if number not in made)
    made |= {number: Place(number, processes).made(count, work) for number in list(missing)}
    everything = _in_order(made)
    made.clear()
    for number in list(others):
        try:
            send(others[number].questions, msgspec.msgpack.encode(everything))
        except BROKEN:
            del others[number]
    return _one_after_another(everything)


def _in_order(made: dict[int, list[bytes]]) -> list[bytes]:
    """What the processes made in turn, by their number, one after another."""
    return [made[place % len(made)][place // len(made)] for place in range(sum(map(len, made.values())))]


def _one_after_another(parts: list[bytes]) -> Iterator[bytes]:
    """Parts, none of which is held when it was given away."""
    parts.reverse()
    while parts:
        yield parts.pop()


def _kinds(
    others: dict[int, Pipes], work: Callable[[str], list[links.Packed]]
) -> Iterator[list[links.Packed]]:
    """The findings of each kind: this process works out some kinds, and others do others meanwhile."""
    kinds = _Kinds()
    asking = [Thread(target=kinds.ask, args=(pipes,), daemon=True) for pipes in others.values()]
    for thread in asking:
        thread.start()
    return kinds.found(asking, work)


class _Kinds:
    """The kinds of findings: those still to be worked out, the costly ones first, and what was found of the others."""

    def __init__(self) -> None:
        self._all = tuple(links.every_kind())
        costly = {kind for kinds in COSTLY for kind in kinds}
        self._left = deque([*COSTLY, *((kind,) for kind in self._all if kind not in costly)])
        self._found: dict[str, list[links.Packed]] = {}

    def found(
        self, asking: Sequence[Thread], work: Callable[[str], list[links.Packed]]
    ) -> Iterator[list[links.Packed]]:
        """Yield the findings of each kind, in the order of the kinds, when all are worked out here and by those who are asked."""
        self._do(work)
        for thread in asking:
            thread.join()
        self._do(work)  # what those who broke down have left
        yield from map(self._found.pop, self._all)

    def ask(self, pipes: Pipes) -> None:
        """Have another process work out some kinds after others, until none is left or it breaks down."""
        while kinds := self._next():
            try:
                send(pipes.questions, msgspec.msgpack.encode(kinds))
                found = DECODER.decode(received(pipes.answers))
            except BROKEN:
                self._left.append(kinds)
                return
            self._found.update(zip(kinds, found, strict=True))

    def _do(self, work: Callable[[str], list[links.Packed]]) -> None:
        while kinds := self._next():
            self._found.update((kind, work(kind)) for kind in kinds)

    def _next(self) -> tuple[str, ...] | None:
        try:
            return self._left.popleft()
        except IndexError:
            return None


def _settle_for_another(task: Task, pipes: Pipes) -> None:
    """Work out the kinds of findings that another process names until it says no more."""
    with (
        seldom_searched(),
        ledger.open_dossier(Path(task.path), writable=False, key=task.key) as store,
        suppress(EOFError),
    ):
        store.read_in_place()
        place = msgspec.msgpack.decode(received(pipes.questions), type=Place)
        case = links.case_of(store, partial(_our_part, pipes, place))
        while True:
            kinds = msgspec.msgpack.decode(received(pipes.questions), type=tuple[str, ...])
            found = [links.found(case, kind) for kind in kinds]
            send(pipes.answers, msgspec.msgpack.encode(found))


def _our_part(pipes: Pipes, place: Place, count: int, work: Callable[[range], bytes]) -> Iterator[bytes]:
    """What all processes make of so many things, our part of it made here."""
    send(pipes.answers, msgspec.msgpack.encode((count, place.made(count, work))))
    return _one_after_another(PARTS.decode(received(pipes.questions)))


if __name__ == "__main__":
    _settle_for_another(*told())
