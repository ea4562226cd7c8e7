"""Which documents are compared: those that share a key or enough fingerprints, in a crowd those that printed it first."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ledger import Ledger, create, crowds, open_dossier
from firsthand.ledger.driver import sqlite
from firsthand.records import OF_EVENTS, Extraction, Link, Passage, Reuse, Span
from ledger.made import arrival, every, extraction, fingerprint, never

FURNITURE = tuple(fingerprint(f"furniture {n}") for n in range(3))
WEIGHTS = dict(zip(FURNITURE, (0.5, 0.5, 1.0), strict=True))


def paper(ledger: Ledger, n: int, **found: object) -> Extraction:
    """Return what was found in a paper of one day, received and not yet kept."""
    came = arrival(f"{n}.txt", f"Title {n}")
    base = extraction(ledger.receive(came, "text/plain"), came.content)
    document = replace(base.document, published=f"2024-03-{1 + n % 28:02}")
    return replace(base, document=document, **{"keys": (), "prints": {}, "outlines": (), **found})


def compared(ledger: Ledger) -> set[frozenset[str]]:
    """Compare all that waits and return the pairs that were looked at since."""
    pairs = set()
    for document_id in ledger.waiting():
        pairs |= {
            frozenset((document_id, part.document.id))
            for part, _ in ledger.candidates(document_id, every, never)
        }
        pairs |= {frozenset((document_id, alike)) for alike, _ in ledger.sharing(document_id)}
        ledger.link(document_id, (), ())
    return pairs


def test_texts_are_laid_side_by_side_that_share_enough(path: Path) -> None:
    with create(path) as ledger:
        papers = [paper(ledger, n, prints=dict.fromkeys(FURNITURE[:n], 0.5)) for n in range(4)]
        for one in papers:
            ledger.keep(one)
        ids = [one.document.id for one in papers]
        assert compared(ledger) == {frozenset((ids[2], ids[3]))}
        ledger.keep(replace(papers[1], prints={FURNITURE[0]: 1.0}))
        assert compared(ledger) == {frozenset((ids[1], ids[2])), frozenset((ids[1], ids[3]))}
    with open_dossier(path, writable=False) as ledger:
        assert ledger.waiting() == []
        assert set(dict(ledger.sharing(ids[2]))) == {ids[3]}
        assert set(dict(ledger.sharing(ids[1]))) == {ids[2], ids[3]}


def test_what_was_not_kept_is_not_found(path: Path) -> None:
    with create(path) as ledger:
        came = arrival()
        base = extraction(ledger.receive(came, "text/plain"), came.content)
        with pytest.raises(sqlite.IntegrityError):
            ledger.keep(replace(base, claims=base.claims * 2))
        assert ledger.waiting() == []
        ledger.keep(base)
        assert ledger.waiting() == [base.document.id]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(3, 9))
def test_what_is_compared_does_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    """Some papers at a time, one forgotten: in the end what is linked is what would be in a dossier made at once."""
    chance = random.Random(seed)
    words = ["herring", "quay", f"{OF_EVENTS}debt"]
    with pytest.MonkeyPatch.context() as patch:
        for size, documents in (("FEW", 2), ("MANY", 3), ("ALIKE", 2)):
            patch.setattr(crowds, size, documents)
        held = []
        for order in (list(range(count)), chance.sample(range(count), count)):
            again = random.Random(seed)
            folder = tmp_path_factory.mktemp("crowds")
            with create(folder / "any.dossier") as ledger:
                papers = [
                    paper(
                        ledger, n,
                        keys=tuple(tuple(sorted(again.sample(words, again.randint(0, 3)))) for _ in range(6)),
                        prints={value: WEIGHTS[value] for value in again.sample(FURNITURE, again.randint(0, 3))},
                    )
                    for n in range(count)
                ]  # fmt: skip
                for n in order:
                    ledger.keep(papers[n])
                    if chance.random() < 0.5:
                        link_all(ledger)
                link_all(ledger)
                before = linked(ledger)
                ledger.forget(papers[0].document.id, "by mistake", "a reviewer")
                link_all(ledger)
                held.append((before, linked(ledger)))
        assert held[0] == held[1]


def test_who_is_pushed_out_of_a_crowd_is_compared_again_with_those_only_whom_it_met_there(path: Path) -> None:
    with create(path) as ledger:
        papers = [paper(ledger, n, keys=(("quay",), *[()] * 5)) for n in range(crowds.FEW + 3)]
        first, *others = papers
        for one in others:
            ledger.keep(one)
        link_all(ledger)
        ids = [one.document.id for one in papers]
        ledger.keep(first)
        assert ledger.waiting() == [ids[0]]
        assert ledger.unpaired() == {ids[crowds.FEW]: ids[crowds.FEW + 1 :]}
        link_all(ledger)
        assert ledger.unpaired() == {}
        met = {pair for pair, _ in linked(ledger)[0]}
        assert not any(
            {ids[crowds.FEW], later} <= set(pair) for pair in met for later in ids[crowds.FEW + 1 :]
        )


def test_in_a_crowd_of_those_who_count_one_event_more_are_looked_at(path: Path) -> None:
    with create(path) as ledger:
        toll = f"{OF_EVENTS}count of dead"
        for n in range(crowds.MANY + 3):
            ledger.keep(paper(ledger, n, keys=(("quay",), (toll,), *[()] * 4)))
        last = ledger.waiting()[-1]
        places = {
            part.document.id: {there for _, there in near.pairs}
            for part, near in ledger.candidates(last, every, never)
        }
        assert len(places) == crowds.MANY
        assert sum(len(found) > 1 for found in places.values()) == crowds.FEW


def link_all(ledger: Ledger) -> None:
    """Link all claims and texts of what waits that lead to each other."""
    for document_id in ledger.waiting():
        ledger.link(document_id, *found(ledger, document_id))
    for document_id, others in ledger.unpaired().items():
        ledger.relink(document_id, others, *found(ledger, document_id, others))


def found(ledger: Ledger, document_id: str, among: list[str] | None = None) -> tuple[list[Link], list[Reuse]]:
    """A link for each pair of claims, and a passage for each pair of texts, as if all had been found alike."""
    mine, here = list(ledger.claims(document_id)), Span(0, 5)
    links = [
        Link(min(mine[a].id, part.claims[b].id), max(mine[a].id, part.claims[b].id), "same", 1.0)
        for part, near in ledger.candidates(document_id, every, never, among)
        for a, b in near.pairs
    ]
    alike = [other for other, _ in ledger.sharing(document_id) if among is None or other in among]
    pairs = [sorted((document_id, other)) for other in alike]
    return links, [Reuse(Passage(one, here), Passage(other, here), 5) for one, other in pairs]


def linked(ledger: Ledger) -> tuple[set[tuple[tuple[str, str], str]], set[tuple[str, str]]]:
    """The documents of linked claims, with the claim of the second, and those that share a passage."""
    of = {claim.id: claim.document for claim in ledger.claims()}
    met = {((of[link.earlier], of[link.later]), link.later) for link in ledger.links()}
    return met, {(reuse.a.document, reuse.b.document) for reuse in ledger.reuses()}
