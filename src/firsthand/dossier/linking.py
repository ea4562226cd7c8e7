"""Documents compared with each other: those that came since the last time, with all that may speak of the same."""

from collections.abc import Callable
from functools import lru_cache

from firsthand import ledger, links
from firsthand.dossier.intake import Progress, Watch
from firsthand.records import Document, Reuse

AT_HAND = 64
"""Documents whose texts are kept at hand: what came together is often alike."""


def compare(store: ledger.Ledger, watch: Watch) -> None:
    """Compare every document that waits for it and keep how it stands to the others, one at a time.

    Two documents that both wait are compared when the second of them is, so every pair is
    compared once. An interrupted run goes on where it was. ``watch`` is called after each.
    """
    document = lru_cache(maxsize=AT_HAND)(store.document)
    for document_id in store.waiting():
        _compare(store, document_id, document)
        watch(Progress(store.name_of(document_id), "compared"))


def _compare(store: ledger.Ledger, document_id: str, document: Callable[[str], Document]) -> None:
    corrected = store.corrected(document_id)
    if corrected:  # what leads to a claim are the words that hold of it
        store.rekey(document_id, {n: (links.keys(claim), links.outline(claim)) for n, claim in corrected})
    part, outlines = store.part(document_id), store.outlines(document_id)
    linked, shared = list(links.within(part, store.keys(document_id), outlines)), list[Reuse]()
    for other, near in store.candidates(document_id, links.choosing(outlines)):
        linked.extend(links.between(part, other, near))
    whole = document(document_id)
    for alike in store.sharing(document_id, links.may_share(whole)):
        shared.extend(links.passages(whole, document(alike)))
    store.link(document_id, linked, shared)
