"""Dossiers with invented documents that need no analysis, copies of them, and all that can be done with one."""

import shutil
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from tests.ledger.made import arrival, extraction

from firsthand.dossier import Dossier
from firsthand.errors import FirsthandError
from firsthand.ledger import open_dossier
from firsthand.records import Span, identity

NAMES = ("courier.txt", "gazette.txt", "herald.txt", "quay.txt")

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), st.integers(0, 5)),
        st.tuples(st.just("reject"), st.integers(0, 5)),
        st.tuples(st.just("period"), st.integers(0, 5), st.sampled_from(["2019", "2020", ""])),
        st.tuples(st.just("value"), st.integers(0, 5), st.sampled_from(["41", "60%"])),
        st.tuples(st.just("title"), st.sampled_from(["One title", "Another"])),
        st.tuples(st.just("pair"), st.integers(0, 3), st.booleans()),
        st.tuples(st.just("undo")),
        st.tuples(st.just("again")),
        st.tuples(st.just("moved")),
        st.tuples(st.just("add"), st.integers(2, 3)),
    ),
    max_size=5,
)
"""What one person does with one copy."""


def made(path: Path) -> Path:
    """Make a dossier with two documents of three claims each."""
    with Dossier.create(path) as dossier:
        for n in range(2):
            add(dossier, n)
    return path


def copied(path: Path, name: str) -> Path:
    there = path.with_name(name)
    shutil.copy(path, there)
    return there


def add(dossier: Dossier, n: int, *, shift: int = 0) -> None:
    """Keep a document; ``shift`` extracts it as another version might: other clauses, and so other ids of claims."""
    came = arrival(NAMES[n], f"Title {n}", lines=3)
    store = dossier._ledger
    found = extraction(store.receive(came, "text/plain"), came.content)
    claims = tuple(_shifted(claim, found.document.text, shift) for claim in found.claims)
    store.keep(replace(found, claims=claims, engine=f"firsthand 0.1.{shift}"))


def _shifted(claim, text, shift):
    if not shift:
        return claim
    span = Span(claim.span.start, claim.span.end - shift)
    id_ = identity(claim.document, str(span.start), str(span.end), "at")
    return replace(claim, id=id_, span=span, text=span.of(text))


def run(path: Path, acts, reviewer: str) -> Path:
    """Do what a list of ``ACTS`` says; what cannot be done then is left."""
    with Dossier.open(path) as dossier:
        dossier.reviewer = reviewer
        for act in acts:
            try:
                _do(dossier, *act)
            except FirsthandError:
                continue
    return path


def _do(dossier: Dossier, act: str, *args) -> None:
    claims = sorted(dossier.claims(), key=lambda claim: (claim.document, claim.span))
    first = min(document.id for document in dossier.documents())
    if act in ("accept", "reject"):
        getattr(dossier, act)(claims[args[0] % len(claims)].id, later=True, reason="looked at")
    elif act in ("period", "value"):
        dossier.correct(claims[args[0] % len(claims)].id, later=True, **{act: args[1]})
    elif act == "title":
        dossier.correct(first, later=True, title=args[0])
    elif act == "pair":
        dossier.decide(claims[args[0]].id, claims[-1].id, together=args[1], later=True)
    elif act == "undo":
        dossier.undo(later=True)
    elif act == "forget":
        dossier._ledger.forget(sorted(d.id for d in dossier.documents())[args[0]], "withdrawn", "R0")
    elif act in ("again", "moved"):
        add(dossier, 0, shift=4 if act == "moved" else 0)
    elif act == "add":
        add(dossier, args[0])


def state(path: Path) -> dict:
    """Return all that a dossier says: documents, claims as they hold, decisions and links, conflicts, the history."""
    with open_dossier(path, writable=False) as store:
        dossier = Dossier(store)
        return {
            "documents": [store.document(document.id) for document in store.documents()],
            "claims": sorted(store.claims(), key=lambda claim: claim.id),
            "marks": [store.marks(document.id) for document in store.documents()],
            "keys": [store.keys(document.id) for document in store.documents()],
            "engines": [store.engine_of(document.id) for document in store.documents()],
            "decisions": sorted(dossier.decisions().rows, key=lambda each: each.judgement.id),
            "links": list(store.links()),
            "read again": store.to_read_again(),
            "originals": sorted(original.sha256 for original, _ in store.receipts()),
        }


def history(path: Path) -> list:
    with open_dossier(path, writable=False) as store:
        assert not list(store.verify())
        return sorted(store.history(), key=lambda entry: entry.id)


def merge(path: Path, other: Path) -> Path:
    with open_dossier(path) as store, open_dossier(other, writable=False) as copy:
        store.merge(copy)
    return path
