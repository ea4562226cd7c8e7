"""Documents compared with each other: those that came since the last time, with all that may speak of the same."""

from collections.abc import Callable

from firsthand import ledger, links
from firsthand.records import Reuse

Watch = Callable[[int, int], None]
"""Is told how many documents are compared and how many there are to compare."""


def compare(store: ledger.Ledger, watch: Watch | None = None) -> None:
    """Compare every document that waits for it and keep how it stands to the others, one at a time.

    Two documents that both wait are compared when the second of them is, so every pair is
    compared once. An interrupted run goes on where it was.
    """
    waiting = store.waiting()
    for done, document_id in enumerate(waiting, start=1):
        _compare(store, document_id)
        if watch is not None:
            watch(done, len(waiting))


def _compare(store: ledger.Ledger, document_id: str) -> None:
    part, document = store.part(document_id), store.document(document_id)
    linked, shared = list(links.within(part, store.keys(document_id))), list[Reuse]()
    for other, near in store.candidates(document_id):
        linked.extend(links.between(part, other, near))
    for alike in store.sharing(document_id):
        shared.extend(links.passages(document, alike))
    store.link(document_id, linked, shared)
