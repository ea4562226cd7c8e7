"""How documents stand to the others, found out by several processes at once where many of them wait.

Each process reads the dossier for itself and is told by the first one, which alone writes, whom to
compare. What comes back is the same, in the same order, as if one process did it all: whom a document is set
against depends on what the dossier holds, and not on what was compared meanwhile. A process is this module:

    python -m firsthand.dossier.comparing
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from itertools import cycle
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from firsthand import ledger, links
from firsthand.dossier.garbage import seldom_searched
from firsthand.dossier.processes import BROKEN, Pipes, Task, at_once, process, received, send, told
from firsthand.records import Link, Reuse, Sheet

MANY = 250
"""Documents that must wait before other processes are started: these need half a second to get ready."""

MOST = 4
"""Processes at once; each holds some 60 MB."""

AHEAD = 4
"""Documents that a process is given before its first answer is read, so that it need not wait for the next."""


class Compared(NamedTuple):
    """How a document stands to the others: links between claims, and passages that are shared."""

    links: tuple[Link, ...]
    reuses: tuple[Reuse, ...]


def compared(store: ledger.Ledger, documents: Sequence[str]) -> Iterator[tuple[str, Compared]]:
    """Yield these documents, all that wait, in their order, each with how it stands to the others."""
    processes = at_once(MOST) if len(documents) >= MANY else 1
    done = 0
    if processes > 1:
        with suppress(*BROKEN):  # one broke down: the first does what is left
            for found in _by_several(store, documents, processes):
                yield documents[done], found
                done += 1
    look = _look(store)
    for document_id in documents[done:]:
        yield document_id, _compared(store, document_id, look)


def compared_again(
    store: ledger.Ledger, parted: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Compared]]:
    """Yield documents with how each stands to those others only with which it is to be compared again."""
    look = _look(store)
    for document_id, others in parted.items():
        part, outlines = store.part(document_id), store.outlines(document_id)
        yield document_id, _with_others(store, part, outlines, look, frozenset(others))


def _look(store: ledger.Ledger) -> links.Look:
    """How a second look sees the documents of a dossier, to which nothing is added meanwhile but links."""
    return links.Look(store.outlines, store.claims_at, store.text)


def _compared(store: ledger.Ledger, document_id: str, look: links.Look) -> Compared:
    part, outlines = store.part(document_id), store.outlines(document_id)
    repeated = links.within(part, store.keys(document_id), outlines, look=look)
    found = _with_others(store, part, outlines, look)
    return found._replace(links=(*repeated, *found.links))


def _with_others(
    store: ledger.Ledger,
    part: Sheet,
    outlines: Sequence[bytes | None],
    look: links.Look,
    among: Collection[str] | None = None,
) -> Compared:
    """How a document stands to the others, or to some of them."""
    document_id = part.document.id
    linked: list[Link] = []
    shared: list[Reuse] = []
    for other, near in store.candidates(document_id, links.choosing(outlines), links.akin, among):
        linked.extend(links.between(part, other, near, look=look))
    mine = _story(store, document_id, store.story(document_id))
    for alike, kept in store.sharing(document_id):
        if among is None or alike in among:
            shared.extend(links.shared(mine, _story(store, alike, kept)))
    return Compared(tuple(linked), tuple(shared))


def _story(store: ledger.Ledger, document_id: str, kept: bytes | None) -> links.Story:
    """The words of a document as they are kept; of an older dossier from its text."""
    return links.story_of(store.document(document_id)) if kept is None else links.story(document_id, kept)


def _by_several(store: ledger.Ledger, documents: Sequence[str], processes: int) -> Iterator[Compared]:
    """What some processes find, in the order of the documents. Raises one of ``BROKEN`` when one breaks down."""
    decoder = msgspec.msgpack.Decoder(Compared)
    with ExitStack() as all_of_them:
        crew = [all_of_them.enter_context(process(__name__, store)) for _ in range(processes)]
        asked: deque[IO[bytes]] = deque()
        for document_id, (questions, answers) in zip(documents, cycle(crew), strict=False):
            send(questions, document_id.encode())
            asked.append(answers)
            if len(asked) > AHEAD * processes:
                yield decoder.decode(received(asked.popleft()))
        while asked:
            yield decoder.decode(received(asked.popleft()))


def _compare_for_another(task: Task, pipes: Pipes) -> None:
    """Compare the documents that another process names until it says no more."""
    with (
        seldom_searched(),
        ledger.open_dossier(Path(task.path), writable=False, key=task.key) as store,
        suppress(EOFError),
    ):
        store.read_in_place()
        look = _look(store)
        while True:
            found = _compared(store, received(pipes.questions).decode(), look)
            send(pipes.answers, msgspec.msgpack.encode(found))


if __name__ == "__main__":
    _compare_for_another(*told())
