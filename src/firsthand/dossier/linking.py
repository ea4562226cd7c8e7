"""Documents compared with each other: those that came since the last time, with all that may speak of the same."""

from itertools import islice

from firsthand import ledger, links
from firsthand.dossier.comparing import MANY, compared, compared_again
from firsthand.dossier.garbage import seldom_searched
from firsthand.dossier.intake import Progress, Watch
from firsthand.dossier.settling import crew_of

TOGETHER = 32
"""Documents that are kept at once where several processes compare: each time the others must read anew what they hold in memory."""


def compare(store: ledger.Ledger, watch: Watch) -> None:
    """Compare every document that waits for it and keep how it stands to the others, one or some at a time.

    Two documents that both wait are compared when the second of them is, so every pair is
    compared once; those between which another one came are compared again. An interrupted run
    goes on where it was. ``watch`` is called for each when it is kept.
    """
    with seldom_searched():
        waiting = store.waiting()
        for document_id in waiting:
            corrected = store.corrected(document_id)
            if corrected:  # what leads to a claim are the words that hold of it
                lookups = {n: (links.keys(claim), links.outline(claim)) for n, claim in corrected}
                store.rekey(document_id, lookups)
        results = compared(store, waiting)
        while some := tuple(islice(results, TOGETHER if len(waiting) >= MANY else 1)):
            with store.at_once():
                for document_id, found in some:
                    store.link(document_id, found.links, found.reuses)
            for document_id, _ in some:
                watch(Progress(store.name_of(document_id), "compared"))
        parted = store.unpaired()
        for document_id, found in compared_again(store, parted):
            store.relink(document_id, parted[document_id], found.links, found.reuses)


def settle(store: ledger.Ledger) -> None:
    """Work out figures, origins and findings of all that is compared anew and keep them in the place of the earlier ones."""
    with seldom_searched(), crew_of(store) as crew:
        store.settle(*links.settle(store, crew))
