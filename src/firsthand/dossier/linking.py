"""Documents compared with each other: those that came since the last time, with all that may speak of the same."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from firsthand import ledger, links
from firsthand.dossier.intake import Progress, Watch
from firsthand.records import Reuse

GARBAGE = 50_000, 20, 50
"""How many records are made between two searches for circles among them: what is compared and settled holds none, and
searching as often as Python does takes a seventh of the time."""


def compare(store: ledger.Ledger, watch: Watch) -> None:
    """Compare every document that waits for it and keep how it stands to the others, one at a time.

    Two documents that both wait are compared when the second of them is, so every pair is
    compared once. An interrupted run goes on where it was. ``watch`` is called after each.
    """
    with _seldom_searched():
        for document_id in store.waiting():
            _compare(store, document_id)
            watch(Progress(store.name_of(document_id), "compared"))


def settle(store: ledger.Ledger) -> None:
    """Work out figures, origins and findings of all that is compared anew and keep them in the place of the earlier ones."""
    with _seldom_searched():
        store.settle(*links.settle(store))


@contextmanager
def _seldom_searched() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _compare(store: ledger.Ledger, document_id: str) -> None:
    corrected = store.corrected(document_id)
    if corrected:  # what leads to a claim are the words that hold of it
        store.rekey(document_id, {n: (links.keys(claim), links.outline(claim)) for n, claim in corrected})
    part, outlines = store.part(document_id), store.outlines(document_id)
    linked, shared = list(links.within(part, store.keys(document_id), outlines)), list[Reuse]()
    for other, near in store.candidates(document_id, links.choosing(outlines)):
        linked.extend(links.between(part, other, near))
    mine = _story(store, document_id, store.story(document_id))
    for alike, kept in store.sharing(document_id):
        shared.extend(links.shared(mine, _story(store, alike, kept)))
    store.link(document_id, linked, shared)


def _story(store: ledger.Ledger, document_id: str, kept: bytes | None) -> links.Story:
    """The words of a document as they are kept; of an older dossier from its text."""
    return links.story_of(store.document(document_id)) if kept is None else links.story(document_id, kept)
