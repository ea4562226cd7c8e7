"""What is forgotten is gone to the last byte, and the history still verifies."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.errors import DossierError, UnknownId
from firsthand.ledger import Ledger, forgetting, open_dossier
from firsthand.records import (
    Arrival,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Judgement,
    Link,
    Origin,
    Passage,
    Problem,
    Reuse,
    Span,
    identity,
)
from ledger.made import arrival, extraction

AT = "2026-01-01T00:00:00Z"
MARKER = "Quillfeather"
"""A word that stands in everything of one document: its name, title, text, marks, claims and what rests on them."""


def kept(ledger: Ledger, name: str, words: str) -> Extraction:
    came = arrival(name, words)
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    ledger.keep(found)
    return found


def marked(ledger: Ledger) -> tuple[Extraction, Extraction]:
    """Keep one document that is full of the marker and one that has nothing to do with it."""
    other = kept(ledger, "courier.txt", "Another title")
    came = arrival(f"interviews/{MARKER}.txt", f"Told by {MARKER}")
    original = ledger.receive(came, "text/plain")
    found = extraction(original, came.content)
    claims = tuple(
        replace(claim, place=MARKER, because=f"said by {MARKER}", terms=(MARKER.lower(),))
        for claim in found.claims
    )
    found = replace(found, claims=claims, keys=tuple((MARKER.lower(),) for _ in claims))
    link = Link(other.claims[0].id, claims[0].id, "same", 0.5, (), (f"both name {MARKER}",))
    reuse = Reuse(Passage(other.document.id, Span(0, 9)), Passage(found.document.id, Span(0, 9)), 3)
    ledger.keep(found)
    ledger.link(found.document.id, [link], [reuse])
    evidence = Evidence(Passage(found.document.id, Span(0, 7)), "Told by")
    ledger.settle(
        [
            Figure(
                "f" * 16, f"as {MARKER} says", "fled", None, (claims[0].id,), (Origin(MARKER, (), (MARKER,)),)
            )
        ],
        [Finding("drift", f"{MARKER} said more", 0.5, (evidence,))],
    )
    for n, subject in enumerate((claims[1].id, "f" * 16, found.document.id)):
        ledger.judge(
            Judgement(identity(str(n)), subject, "note", f'"{MARKER}"', "a reviewer", AT, f"by {MARKER}")
        )
    ledger.judge(Judgement("e" * 16, other.document.id, "note", '"fine"', "a reviewer", AT))
    ledger.record("look", {"file": f"/home/somebody/interviews/{MARKER}.txt"})
    ledger.record("show", {"ids": [found.claims[2].id]})
    return found, other


def raw(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_no_byte_of_it_is_left(ledger: Ledger, path: Path) -> None:
    found, other = marked(ledger)
    document = found.document
    packed = zlib.compress(document.text.encode())
    traces = [
        MARKER.encode(),
        MARKER.lower().encode(),
        packed[10:60],
        document.id.encode(),
        document.original.sha256.encode(),
        *(claim.id.encode() for claim in found.claims),
        # as the fingerprints stand in an index, eight bytes, the first one first
        *(value.to_bytes(8, "big", signed=True) for value in found.prints),
    ]
    before = raw(path)
    assert all(trace in before for trace in traces)
    counted = ledger.count("entries")
    ledger.forget(document.id, "withdrawn", "a reviewer")
    after = raw(path)
    assert not [trace for trace in traces if trace in after]
    assert other.document.title is not None
    assert other.document.title.encode() in after
    ledger.close()
    assert not [trace for trace in traces if trace in raw(path)]
    with open_dossier(path) as again:
        assert not list(again.verify())
        assert again.count("entries") == counted + 1
        assert again.is_forgotten(document.original.sha256)
        assert again.is_forgotten(document.id)
        assert again.is_forgotten(other.document.original.sha256) is None
        assert [judgement.subject for judgement in again.judgements()] == [other.document.id]
        assert not again.is_settled()
        assert not [*again.links(), *again.reuses(), *again.figures(), *again.findings()]
        assert again.document(other.document.id) == other.document
        assert list(again.claims()) == list(other.claims)
        assert len(list(again.search("Vessany"))) == 6
        (entry,) = (entry for entry in again.history() if entry.action == "forget")
        assert entry.actor == "a reviewer"


def test_an_earlier_text_is_gone_too(ledger: Ledger, path: Path) -> None:
    found, _ = marked(ledger)
    text = found.document.text.replace("Told", "Sworn")
    ledger.keep(
        replace(found, document=replace(found.document, text=text, zones=(), dates=()), claims=(), keys=())
    )
    ledger.forget(found.document.id, "withdrawn", "a reviewer")
    assert MARKER.encode() not in raw(path)
    assert MARKER.lower().encode() not in raw(path)


def test_what_was_forgotten_is_said_and_forgotten_once(ledger: Ledger) -> None:
    found = kept(ledger, "courier.txt", "A title")
    ledger.forget(found.document.id, "by mistake", "a reviewer")
    with pytest.raises(UnknownId, match="forgotten on 2"):
        ledger.forget(found.document.id, "by mistake", "a reviewer")
    with pytest.raises(UnknownId, match="no document"):
        ledger.forget("0" * 16, "by mistake", "a reviewer")


def test_the_bytes_stay_while_another_document_needs_them(ledger: Ledger) -> None:
    one, other = kept(ledger, "courier.txt", "A title"), kept(ledger, "reprint.txt", "A title")
    sha256 = one.document.original.sha256
    ledger.forget(one.document.id, "by mistake", "a reviewer")
    assert ledger.content(sha256)
    assert ledger.is_forgotten(sha256) is None
    assert ledger.is_forgotten(one.document.id)
    assert [original.name for original, _ in ledger.receipts()] == ["reprint.txt"]
    assert not list(ledger.verify())
    ledger.forget(other.document.id, "by mistake", "a reviewer")
    assert ledger.is_forgotten(sha256)
    assert ledger.count("originals") == 0
    assert not list(ledger.verify())


def test_an_original_is_forgotten_with_all_its_documents(ledger: Ledger) -> None:
    one, _ = kept(ledger, "courier.txt", "A title"), kept(ledger, "reprint.txt", "A title")
    ledger.forget(one.document.original.sha256, "withdrawn", "a reviewer")
    assert (ledger.count("documents"), ledger.count("originals"), ledger.count("claims")) == (0, 0, 0)
    assert not list(ledger.verify())


def test_an_unreadable_file_can_be_forgotten(ledger: Ledger, path: Path) -> None:
    original = ledger.receive(Arrival(f"{MARKER}.pdf", MARKER.encode() * 3), "application/pdf")
    id_ = identity("document", original.sha256, original.name)
    ledger.fail(id_, original, [Problem(f"{MARKER}.pdf", "no text")], "engine")
    ledger.forget(id_, "by mistake", "a reviewer")
    assert MARKER.encode() not in raw(path)
    assert (ledger.count("failures"), ledger.count("problems")) == (0, 0)


def test_the_archive_that_held_it_is_erased_too_and_its_other_files_stay(ledger: Ledger, path: Path) -> None:
    other = arrival("all.zip/courier.txt", "A title")
    secret = arrival(f"all.zip/{MARKER}.txt", MARKER)
    holder = ledger.receive(Arrival("all.zip", other.content + secret.content), "application/zip")
    for came in (other, secret):
        original = ledger.receive(replace(came, inside=holder.sha256), "text/plain")
        ledger.keep(extraction(original, came.content))
    ledger.forget(identity("document", original.sha256, original.name), "withdrawn", "a reviewer")
    assert MARKER.encode() not in raw(path)
    assert ledger.is_forgotten(holder.sha256)
    ((left, inside),) = ledger.receipts()
    assert left.name == other.name
    assert inside not in (None, holder.sha256)
    assert not list(ledger.verify())


def test_an_attachment_is_not_forgotten_while_its_message_stays(ledger: Ledger) -> None:
    message = kept(ledger, "letter.eml", "A letter")
    came = arrival("letter.eml/list.txt", "A list")
    found = extraction(
        ledger.receive(replace(came, inside=message.document.original.sha256), "text/plain"), came.content
    )
    ledger.keep(found)
    with pytest.raises(DossierError, match=message.document.id):
        ledger.forget(found.document.id, "withdrawn", "a reviewer")
    assert ledger.count("documents") == 2
    ledger.forget(message.document.id, "withdrawn", "a reviewer")
    ledger.forget(found.document.id, "withdrawn", "a reviewer")
    assert ledger.count("documents") == 0


def test_a_name_that_another_file_has_is_not_taken_from_it(ledger: Ledger) -> None:
    old, new = kept(ledger, "courier.txt", "Monday"), kept(ledger, "courier.txt", "Tuesday")
    ledger.forget(old.document.id, "by mistake", "a reviewer")
    actions = {entry.payload: entry.action for entry in ledger.history()}
    erased = ledger._connection.execute("SELECT hash FROM payload WHERE erased IS NOT NULL").fetchall()
    assert sorted(actions[hash_] for (hash_,) in erased) == ["keep", "receive"]
    assert ledger.document(new.document.id) == new.document


@pytest.fixture
def reader(ledger: Ledger, path: Path) -> Iterator[Ledger]:
    with open_dossier(path, writable=False) as opened:
        yield opened


def test_traces_that_cannot_be_wiped_yet_are_said_and_wiped_later(
    ledger: Ledger, path: Path, reader: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, _ = marked(ledger)
    reading = reader.history()
    next(reading)  # somebody is in the middle of looking at it
    ledger._connection.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(DossierError, match="traces of it stay"):
        ledger.forget(found.document.id, "withdrawn", "a reviewer")
    assert [problem.says for problem in ledger.verify()] == [forgetting.UNFINISHED]
    reading.close()  # type: ignore[attr-defined]
    reader.close()
    ledger.close()
    open_dossier(path).close()
    assert MARKER.encode() not in raw(path)
    with open_dossier(path) as again:
        assert not list(again.verify())
