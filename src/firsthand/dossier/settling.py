"""The findings of a dossier worked out by several processes at once, where it holds many documents.

Each process reads the dossier and gathers its figures for itself. The first one, which alone writes, tells the
others one kind of findings after another, and works out kinds itself meanwhile. What comes back is put in the
order of the kinds: it is the same as if one process did it all. Another process is this module:

    python -m firsthand.dossier.settling
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread

import msgspec

from firsthand import ledger, links
from firsthand.dossier.garbage import seldom_searched
from firsthand.dossier.processes import BROKEN, Pipes, Task, at_once, process, received, send, told

MANY = 1000
"""Documents from which on another process is started: it gathers all figures before it works out a finding."""

MOST = 3
"""Processes at once; each holds some 150 MB of a dossier of 100,000 claims."""

COSTLY = (
    ("arithmetic agrees",),
    ("one origin",),
    ("untraceable", "impossible"),
    ("two speakers", "same witness"),
    ("not comparable",),
    ("copied text",),
    ("drift", "old as new"),
    ("no method",),
    ("independent account",),
    ("rejected word",),
)
"""Kinds of findings that take longest: they are begun first, so that nobody waits for one of them at the end. Two that
stand together need the same of the dossier."""

DECODER = msgspec.msgpack.Decoder(list[list[links.Packed]])


@contextmanager
def shared(store: ledger.Ledger) -> Iterator[links.Share]:
    """Give what shares the kinds of findings out among this process and others, where the dossier is worth others."""
    processes = at_once(MOST) if store.count("documents") >= MANY else 1
    if processes == 1:
        yield links.alone
        return
    kinds = _Kinds()
    with ExitStack() as others:
        asking: list[Thread] = []
        with suppress(OSError):  # no process can be started: this one does it all
            for _ in range(processes - 1):
                pipes = others.enter_context(process(__name__, store))
                asking.append(Thread(target=kinds.ask, args=(pipes,), daemon=True))
                asking[-1].start()
        yield partial(kinds.found, asking)


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
        case = links.case_of(store)
        while True:
            kinds = msgspec.msgpack.decode(received(pipes.questions), type=tuple[str, ...])
            found = [links.found(case, kind) for kind in kinds]
            send(pipes.answers, msgspec.msgpack.encode(found))


if __name__ == "__main__":
    _settle_for_another(*told())
