"""Judgements are kept for ever, the latest first, and survive a new extraction."""

import pytest

from firsthand.errors import UnknownId
from firsthand.ledger import Ledger
from firsthand.records import Judgement, identity
from ledger.made import arrival, extraction


def judgement(subject: str, at: str, value: str = '"yes"', replaces: str | None = None) -> Judgement:
    return Judgement(
        identity("j", subject, at),
        subject,
        "publisher",
        value,
        "a reviewer",
        at,
        "the words",
        (replaces,) if replaces else None,
    )


def test_the_latest_comes_first_and_nothing_is_overwritten(ledger: Ledger) -> None:
    first = judgement("a" * 16, "2026-01-01T00:00:00Z")
    second = judgement("a" * 16, "2026-02-01T00:00:00Z", '"no"', first.id)
    other = judgement("b" * 16, "2026-01-15T00:00:00Z")
    for made in (first, second, other, first):
        ledger.judge(made)
    assert list(ledger.judgements("a" * 16)) == [second, first]
    assert list(ledger.judgements()) == [second, other, first]
    assert [entry.actor for entry in ledger.history() if entry.action == "judge"] == ["a reviewer"] * 3
    assert ledger.find(other.id[:10]) == ("judgement", other.id)
    assert not list(ledger.verify())


def test_a_new_extraction_leaves_them(ledger: Ledger) -> None:
    came = arrival()
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    ledger.keep(found)
    made = judgement(found.claims[0].id, "2026-01-01T00:00:00Z")
    ledger.judge(made)
    ledger.keep(found)
    assert list(ledger.judgements(found.claims[0].id)) == [made]


def test_ids_are_found_by_their_beginning(ledger: Ledger) -> None:
    came = arrival()
    original = ledger.receive(came, "text/plain")
    found = extraction(original, came.content)
    ledger.keep(found)
    claim = found.claims[2].id
    assert ledger.find(claim[:8].upper()) == ("claim", claim)
    assert ledger.find(claim) == ("claim", claim)
    assert ledger.find(original.sha256[:8]) == ("original", original.sha256)
    for unknown, says in (("abc", "4 characters"), ("0123456789", "begins with"), ("%%%%", "begins with")):
        with pytest.raises(UnknownId, match=says):
            ledger.find(unknown)


def test_an_id_that_stands_for_several_things_is_asked_again(ledger: Ledger) -> None:
    for n in range(2):
        ledger.judge(Judgement(f"abcd{n}", "x", "k", "{}", "r", "2026-01-01T00:00:00Z"))
    with pytest.raises(UnknownId, match="more of its characters"):
        ledger.find("abcd")
    assert ledger.find("abcd1") == ("judgement", "abcd1")
