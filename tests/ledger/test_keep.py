"""What was found in a document comes back as it was, and again is harmless."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnknownId, WrongUse
from firsthand.ledger import Ledger, create
from firsthand.ledger.driver import sqlite
from firsthand.records import (
    Arrival,
    Chosen,
    Claim,
    Extraction,
    Link,
    Passage,
    Problem,
    Reuse,
    Sheet,
    Span,
    Zone,
    identity,
)
from ledger.made import arrival, every, extraction, never


def kept(ledger: Ledger, name: str = "courier.txt", words: str = "A title") -> Extraction:
    came = arrival(name, words)
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    ledger.keep(found)
    return found


def test_everything_comes_back(ledger: Ledger) -> None:
    found = kept(ledger)
    id_ = found.document.id
    assert ledger.document(id_) == found.document
    assert list(ledger.documents()) == [replace(found.document, text="")]
    assert ledger.marks(id_) == found.marks
    assert tuple(ledger.claims(id_)) == tuple(ledger.claims()) == found.claims
    assert ledger.claim(found.claims[1].id) == found.claims[1]
    assert ledger.sheet(id_) == found.sheet
    assert ledger.engine_of(id_) == found.engine
    assert ledger.name_of(id_) == "courier.txt"
    assert not list(ledger.verify())


def test_the_same_work_twice_is_one_record(ledger: Ledger) -> None:
    found = kept(ledger)
    counted = [ledger.count(what) for what in ("documents", "claims", "marks", "problems")]
    ledger.keep(found)
    assert [ledger.count(what) for what in ("documents", "claims", "marks", "problems")] == counted
    assert len(list(ledger.search("Vessany"))) == 6
    assert ledger.document(found.document.id) == found.document


def test_a_new_extraction_takes_the_place_of_the_old_one(ledger: Ledger, path: Path) -> None:
    old = kept(ledger)
    other = kept(ledger, "other.txt", "Another title")
    link = Link(old.claims[0].id, other.claims[0].id, "same", 0.9, (), ("same words",))
    reuse = Reuse(Passage(old.document.id, Span(0, 5)), Passage(other.document.id, Span(2, 7)), 12)
    ledger.link(other.document.id, [link], [reuse])
    text = "Short.\n\nAn entirely different text."
    document = replace(
        old.document, text=text, zones=(Zone(Span(0, len(text)), "main"),), dates=(), title=None
    )
    new = Extraction(document, type(old.marks)(), (), (), "firsthand 0.2.0", (), {1: 0.5, -5: 0.5})
    ledger.keep(new)
    assert ledger.document(document.id) == document
    assert ledger.marks(document.id) == new.marks
    assert not list(ledger.claims(document.id))
    assert not list(ledger.links())
    assert not list(ledger.reuses())
    assert candidates(ledger, other.document.id) == {}
    assert ledger.waiting() == [old.document.id]
    assert {hit.document for hit in ledger.search("Vessany")} == {other.document.id}
    assert [hit.text for hit in ledger.search("entirely different")] == ["An entirely different text."]
    assert list(ledger.claims(other.document.id)) == list(other.claims)
    assert not list(ledger.verify())
    with sqlite3.connect(path) as tool:
        assert tool.execute("SELECT count(*) FROM document").fetchone() == (2,)
    tool.close()


def test_links_are_kept_once_with_their_reasons(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    link = Link(one.claims[0].id, other.claims[0].id, "drift", 0.75, ("value", "hedge"), ("one", "two"))
    reuse = Reuse(Passage(one.document.id, Span(0, 5)), Passage(other.document.id, Span(2, 7)), 12)
    for _ in range(2):
        ledger.link(other.document.id, [link], [reuse])
    assert list(ledger.links()) == [link]
    assert list(ledger.links_of(one.claims[0].id)) == list(ledger.links_of(other.claims[0].id)) == [link]
    assert not list(ledger.links_of(one.claims[1].id))
    assert list(ledger.reuses()) == [reuse]


def test_what_cannot_be_kept_whole_is_not_kept_at_all(ledger: Ledger) -> None:
    one = kept(ledger)
    other = arrival("other.txt", "Another title")
    found = extraction(ledger.receive(other, "text/plain"), other.content)
    heads = ledger.heads()
    with pytest.raises(sqlite.IntegrityError):
        ledger.keep(replace(found, claims=(*found.claims, one.claims[0])))
    assert ledger.count("documents") == 1
    assert ledger.engine_of(found.document.id) is None
    assert ledger.heads() == heads
    assert not list(ledger.search("Another"))
    assert not list(ledger.verify())


def test_a_problem_names_the_document_and_never_the_file(ledger: Ledger) -> None:
    found = kept(ledger)
    assert list(ledger.problems()) == [Problem(found.document.id, "two dates disagree")]


def test_a_file_that_could_not_be_read_is_known(ledger: Ledger) -> None:
    original = ledger.receive(Arrival("broken.pdf", b"%PDF"), "application/pdf")
    id_ = identity("document", original.sha256, original.name)
    for _ in range(2):
        ledger.fail(id_, original, [Problem("broken.pdf", "no text")], "engine 1")
    ledger.fail(identity("locked"), None, [Problem("page 1", "it cannot be opened")])
    assert ledger.engine_of(id_) == "engine 1"
    assert (ledger.count("failures"), ledger.count("documents")) == (2, 0)
    assert sorted(problem.where for problem in ledger.problems()) == sorted([id_, "page 1"])
    assert ledger.find(id_[:8]) == ("document", id_)
    assert ledger.name_of(id_) == "broken.pdf"
    with pytest.raises(UnknownId):
        ledger.document(id_)


def test_a_file_that_can_be_read_at_last_is_no_failure(ledger: Ledger) -> None:
    came = arrival()
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    ledger.fail(found.document.id, found.document.original, [Problem("page 1", "no text")], "engine 1")
    ledger.keep(found)
    assert ledger.count("failures") == 0
    assert ledger.engine_of(found.document.id) == found.engine
    assert [problem.says for problem in ledger.problems()] == ["two dates disagree"]


def test_a_failure_leaves_what_was_found_before(ledger: Ledger) -> None:
    found = kept(ledger)
    ledger.fail(found.document.id, found.document.original, [Problem("page 1", "no text")], "engine 2")
    assert tuple(ledger.claims()) == found.claims
    assert ledger.engine_of(found.document.id) == "engine 2"


def test_documents_may_be_kept_while_all_are_gone_through(ledger: Ledger) -> None:
    found = {f.document.id: f for f in (kept(ledger, f"{n}.txt", f"Title {n}") for n in range(5))}
    seen = []
    for document in ledger.documents():
        ledger.keep(found[document.id])
        seen.append(document.id)
    assert seen == sorted(found)


def test_what_is_written_at_once_is_kept_together_or_not_at_all(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    with pytest.raises(KeyError), ledger.at_once():
        ledger.link(one.document.id, (), ())
        raise KeyError
    assert ledger.waiting() == [one.document.id, other.document.id]
    with ledger.at_once():
        ledger.link(one.document.id, (), ())
        ledger.link(other.document.id, (), ())
    assert ledger.waiting() == []


def candidates(ledger: Ledger, document_id: str) -> dict[str, list[tuple[int, int]]]:
    """Return what the ledger yields, with the places in the document and not in the part of it."""
    places = {claim.id: number(ledger, claim) for claim in ledger.claims()}
    return {
        part.document.id: [(here, places[part.claims[there].id]) for here, there in near.pairs]
        for part, near in ledger.candidates(document_id, every, never)
    }


def number(ledger: Ledger, claim: Claim) -> int:
    return list(ledger.claims(claim.document)).index(claim)


def test_candidates_are_pairs_of_claims_each_once(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.link(other.document.id, (), ())
    assert candidates(ledger, one.document.id) == {other.document.id: [(n, n) for n in range(6)]}
    assert [sorted(keys) for keys in ledger.keys(one.document.id)] == [list(keys) for keys in one.keys]


def test_candidates_come_with_their_claims_and_voices_and_without_text(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.keep(replace(other, keys=((), (), other.keys[4], (), other.keys[2], ())))
    ledger.link(one.document.id, (), ())
    ((part, near),) = ledger.candidates(other.document.id, every, never)
    head = ledger.part(one.document.id).document
    assert part == Sheet(head, (one.claims[2], one.claims[4]), (), one.voices)
    assert near == Chosen([(2, 1), (4, 0)])
    assert part.document.published == one.document.published
    assert part.document.text == ""


Near = list[tuple[int, int, bytes | None]]


def test_only_candidates_that_are_chosen_are_read(
    ledger: Ledger,
) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.link(other.document.id, (), ())
    asked: list[Near] = []

    def second_only(near: Near) -> Chosen:
        asked.append(near)
        return Chosen([(here, there) for here, there, outline in near if outline == other.outlines[1]])

    ((part, near),) = ledger.candidates(one.document.id, second_only, never)
    assert asked == [[(n, n, outline) for n, outline in enumerate(other.outlines)]]
    assert (part.claims, near) == ((other.claims[1],), Chosen([(1, 0)]))


def test_a_claim_of_an_older_dossier_has_no_outline_and_its_document_no_story(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.keep(replace(other, outlines=(), story=b"", prints=one.prints))
    ledger.link(other.document.id, (), ())
    asked: list[object] = []
    assert (
        list(ledger.candidates(one.document.id, lambda near: asked.extend(near) or Chosen([]), never)) == []
    )
    assert asked == [(n, n, None) for n in range(6)]
    assert ledger.outlines(other.document.id) == [None] * 6
    assert ledger.story(other.document.id) is None
    assert list(ledger.sharing(one.document.id)) == [(other.document.id, None)]


def test_texts_that_share_fingerprints_come_with_their_stories(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.keep(replace(other, prints=one.prints))
    ledger.link(other.document.id, (), ())
    assert list(ledger.sharing(one.document.id)) == [(other.document.id, other.story)]
    assert ledger.story(one.document.id) == one.story
    assert ledger.outlines(one.document.id) == list(one.outlines)


def test_a_claim_that_was_set_right_has_new_keys_and_another_outline(ledger: Ledger) -> None:
    one, other = kept(ledger), kept(ledger, "other.txt", "Another title")
    ledger.rekey(other.document.id, {2: (("key 4 1",), b"another outline")})
    ledger.link(other.document.id, (), ())
    seen: list[tuple[int, int, bytes | None]] = []
    list(ledger.candidates(one.document.id, lambda near: seen.extend(near) or Chosen([]), never))
    assert [each for each in seen if each[1] == 2] == [(4, 2, b"another outline")]


def test_only_known_things_are_counted(ledger: Ledger) -> None:
    with pytest.raises(WrongUse, match="documents"):
        ledger.count("figures; DROP TABLE claim")


def test_the_tables_answer_plain_sql(ledger: Ledger, path: Path) -> None:
    found = kept(ledger)
    with sqlite3.connect(path) as tool:
        quantity = tool.execute("SELECT text, low, high, hedge, unit FROM quantity LIMIT 1").fetchone()
        attribution = tool.execute("SELECT kind, source, role, text FROM attribution LIMIT 1").fetchone()
    tool.close()
    assert quantity == ("Up to 500,000", None, 500000.0, "at most", "")
    assert attribution[:3] == ("indirect", "Iven Marrow", "organisation")
    assert attribution[3].startswith("Up to 500,000 people fled")
    assert len(found.claims) == 6


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return create(tmp_path_factory.mktemp("shared") / "any.dossier")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_back_and_leaves_the_index_again(shared: Ledger, text: str) -> None:
    original = shared.receive(Arrival("any.txt", text.encode()), "text/plain")
    id_ = identity("document", original.sha256, original.name)
    base = kept(shared)
    document = replace(base.document, id=id_, original=original, text=text, zones=(), dates=(), pages=())
    shared.keep(replace(base, document=document, claims=(), marks=type(base.marks)(), keys=()))
    assert shared.document(id_) == document
    assert not list(shared.verify())
    shared.keep(
        replace(base, document=replace(document, text="gone"), claims=(), marks=type(base.marks)(), keys=())
    )
    assert not list(shared.verify())


def test_numbers_that_no_claim_holds_are_told(ledger: Ledger) -> None:
    came = arrival("courier.txt", "A title")
    found = extraction(ledger.receive(came, "text/plain"), came.content)
    fewer = replace(found, claims=found.claims[1:], keys=found.keys[1:])
    ledger.keep(fewer)
    assert list(ledger.unclaimed()) == [Passage(found.document.id, found.marks.quantities[0].span)]
