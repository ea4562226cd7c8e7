"""What several processes share out: columns that one packs for the others, steps that each does one of, names that are parts of names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.links import parts
from firsthand.links.columns import LinkColumns, ReuseColumns
from firsthand.links.repeating import WITNESS, _fuller
from firsthand.links.shelf import Brief, Shelf
from firsthand.records import Link, Passage, Reuse, Span

IDS = ["a", "b", "c", "d"]
LINKS = [
    Link("a", "c", "drift", 0.6, ("value", "hedge")),
    Link("b", "c", "same", 0.9),
    Link("a", "d", "conflict", 0.7),
]
REUSES = [
    Reuse(Passage("b", Span(3, 9)), Passage("c", Span(1, 7)), 12),
    Reuse(Passage("a", Span(0, 5)), Passage("c", Span(2, 6)), 30),
]
NAMES = (
    "port board",
    "port board of vessany",
    "port board in vessany",
    "vessany and port board",
    "board",
    "board of vessany",
    "open harbour watch",
    "ohw",
    f"{WITNESS}: hanna oss",
)


def test_links_that_one_process_packed_are_the_same_for_another():
    made = LinkColumns(IDS, LINKS)
    again = LinkColumns.unpacked(IDS, made.packed())
    assert list(again) == list(made)
    assert len(again) == len(LINKS)
    assert [list(again.between("c", one)) for one in IDS] == [list(made.between("c", one)) for one in IDS]
    assert [sorted(again.beside(n)) for n in range(4)] == [sorted(made.beside(n)) for n in range(4)]


def test_shared_passages_that_one_process_packed_are_the_same_for_another():
    made = ReuseColumns(IDS, REUSES)
    again = ReuseColumns.unpacked(IDS, made.packed())
    assert list(again) == list(made)
    assert {each: again.beside(each) for each in IDS} == {each: made.beside(each) for each in IDS}
    assert again.words("a", "c") == 30


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_step_is_done_once_and_comes_back_in_its_place(processes):
    done = []

    def by_several(count, work):
        pieces = parts.pieces(count)
        made = {number: [work(piece) for piece in pieces[number::processes]] for number in range(processes)}
        return [made[n % processes][n // processes] for n in range(len(pieces))]

    def step(name):
        return lambda: done.append(name) or name.encode()

    assert parts.steps(by_several, [step(name) for name in "xyz"]) == [b"x", b"y", b"z"]
    assert sorted(done) == ["x", "y", "z"]
    assert len(parts.pieces(2)) == 2  # else one process would do both


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_a_name_is_a_part_of_those_that_it_begins_or_ends(chosen):
    shown = {"ohw": "Open Harbour Watch", "open harbour watch": "Open Harbour Watch"}
    found = _fuller({name: [] for name in chosen}, lambda name: shown.get(name, name))
    fuller = {
        "port board": {"port board of vessany", "port board in vessany", "vessany and port board"},
        "ohw": {"open harbour watch"},
    }
    assert {key: set(others) for key, others in found.items() if others} == {
        key: fuller[key] & set(chosen) for key in fuller if key in chosen and fuller[key] & set(chosen)
    }


def brief(claim: str, document: str) -> Brief:
    number = Decimal(7)
    known = (("Port Board",), ("Port Board",), "made", False, False, False, True, False, ())
    rest = (False, False, True, "7", "count", None, claim)
    return Brief(claim, document, Span(0, 9), (number, number), "count", number, 1.0, *known, *rest)


@pytest.mark.parametrize("at_hand", [1, 2, 100])
def test_a_claim_is_the_same_whatever_is_at_hand(monkeypatch, at_hand):
    monkeypatch.setattr("firsthand.links.shelf.AT_HAND", at_hand)
    shelf = Shelf((document, [brief(f"{document}{n}", document) for n in range(3)]) for document in "xyz")
    for _ in range(2):
        assert [each.id for each in shelf.values()] == [
            f"{document}{n}" for document in "xyz" for n in range(3)
        ]
        assert [shelf[f"{document}1"].document for document in "zxy"] == ["z", "x", "y"]
        assert shelf.look_up("y2") == brief("y2", "y")
    with pytest.raises(KeyError):
        shelf["w0"]
