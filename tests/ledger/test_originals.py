"""Files are kept once, byte for byte, with a receipt for every name."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnknownId
from firsthand.ledger import Ledger, create
from firsthand.records import Arrival
from ledger.made import arrival


def test_the_same_file_twice_is_one(ledger: Ledger) -> None:
    first = ledger.receive(arrival(), "text/plain")
    before = ledger.heads()
    assert ledger.receive(arrival(), "text/plain") == first
    assert (ledger.count("originals"), ledger.count("receipts"), ledger.heads()) == (1, 1, before)
    assert first.size == len(arrival().content)


def test_two_names_are_one_original_with_two_receipts(ledger: Ledger) -> None:
    one = ledger.receive(arrival("courier.txt"), "text/plain")
    other = ledger.receive(arrival("reprint/mirror.txt"), "text/plain")
    assert one.sha256 == other.sha256
    assert (ledger.count("originals"), ledger.count("receipts")) == (1, 2)
    assert ledger.known(one.sha256, "courier.txt")
    assert ledger.known(one.sha256, "reprint/mirror.txt")
    assert not ledger.known(one.sha256, "elsewhere.txt")
    assert [original.name for original, _ in ledger.receipts()] == ["courier.txt", "reprint/mirror.txt"]


def test_a_receipt_says_what_held_the_file(ledger: Ledger) -> None:
    holder = ledger.receive(Arrival("all.zip", b"PK"), "application/zip")
    ledger.receive(Arrival("a.txt", b"words", holder.sha256), "text/plain")
    ledger.receive(Arrival("a.txt", b"words", holder.sha256), "text/plain")
    ledger.receive(Arrival("a.txt", b"words"), "text/plain")
    found = [(original.name, inside) for original, inside in ledger.receipts()]
    assert found == [("a.txt", None), ("a.txt", holder.sha256), ("all.zip", None)]


def test_a_long_file_is_cut_and_comes_back(ledger: Ledger, path: Path) -> None:
    content = bytes(range(256)) * 10_000
    original = ledger.receive(Arrival("long.bin", content), "application/octet-stream")
    assert ledger.content(original.sha256) == content
    with sqlite3.connect(path) as tool:
        (parts, size) = tool.execute("SELECT count(*), sum(length(data)) FROM original_part").fetchone()
    tool.close()
    assert parts == 3
    assert size < len(content) / 10


def test_an_unknown_original_is_said(ledger: Ledger) -> None:
    with pytest.raises(UnknownId):
        ledger.content("0" * 64)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return create(tmp_path_factory.mktemp("shared") / "any.dossier")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000), st.text(max_size=40))
def test_any_bytes_under_any_name_come_back(shared: Ledger, content: bytes, name: str) -> None:
    original = shared.receive(Arrival(name, content), "application/octet-stream")
    assert shared.content(original.sha256) == content
    assert shared.known(original.sha256, name)
