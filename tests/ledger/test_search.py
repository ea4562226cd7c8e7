"""Whatever a person writes is a search; what is found are the exact words of a paragraph."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.ledger import Ledger, create, search
from firsthand.records import Arrival, Marks, Span, Zone, identity
from ledger.made import arrival, extraction

TEXT = """The Halden Courier

Women's groups in Vessany counted 4,000 crossings; the port's café was closed.

Officials of Sundmark deny it. They counted four crossings.

탈북자들은 국경을 넘었다.

难民在北京。

ผู้ลี้ภัยข้ามแม่น้ำ

शरणार्थी हिन्दी में बोले।

Share this article"""


def put(ledger: Ledger, text: str, name: str = "courier.txt") -> str:
    came = Arrival(name, text.encode())
    found = extraction(ledger.receive(came, "text/plain"), arrival().content)
    document = replace(
        found.document,
        id=identity(name, text),
        original=ledger.receive(came, "text/plain"),
        text=text,
        zones=(Zone(Span(text.index("\n\n"), len(text) - 18), "main"),),
        dates=(),
    )
    ledger.keep(replace(found, document=document, marks=Marks(), claims=(), keys=()))
    return document.id


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = create(tmp_path_factory.mktemp("search") / "karvelia.dossier")
    put(ledger, TEXT)
    put(
        ledger,
        "A Vessany paper\n\nThe port of Vessany, Vessany port.\n\nNobody else wrote about it.",
        "other.txt",
    )
    return ledger


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("counted crossings", ["Women's groups", "Officials of"]),  # all the words, in any order
        ("crossings counted vessany", ["Women's groups"]),
        ('"four crossings"', ["Officials of"]),  # together
        ("“four crossings”", ["Officials of"]),  # as a word processor writes it
        ('"crossings four"', []),
        ("cross*", ["Women's groups", "Officials of"]),
        ("cross", []),
        ("women's", ["Women's groups"]),
        ("cafe", ["Women's groups"]),
        ("CAFÉ", ["Women's groups"]),
        ("4,000", ["Women's groups"]),
        ("share article", ["Share this"]),  # what is not the story can be searched too
        ("halden", ["The Halden"]),
        ("탈북자", ["탈북자들은"]),  # without its ending
        ("难民", ["难民在北京"]),
        ("北京 难民", ["难民在北京"]),
        ("京", ["难民在北京"]),
        ("民北", []),
        ("แม่น้ำ", ["ผู้ลี้ภัย"]),
        ("हिन्दी", ["शरणार्थी"]),
        ("", []),
        ("   ", []),
        ('"', []),
        ("*", []),
        ("AND", []),
        ("vessany NOT counted", []),  # operators are words
        ("words:counted", []),
    ],
)
def test_words(filled: Ledger, words: str, finds: list[str]) -> None:
    found = [hit for hit in filled.search(words) if filled.name_of(hit.document) == "courier.txt"]
    assert sorted(hit.text for hit in found) == sorted(
        next(p for p in TEXT.split("\n\n") if p.startswith(begin)) for begin in finds
    )
    for hit in found:
        assert hit.span.of(TEXT) == hit.text


def test_the_best_comes_first_and_no_more_than_asked_for(filled: Ledger) -> None:
    hits = list(filled.search("vessany"))
    assert hits[0].text == "The port of Vessany, Vessany port."
    assert len(hits) == 3
    assert list(filled.search("vessany", limit=1)) == hits[:1]


@settings(max_examples=200, deadline=None)
@example('"a" OR NEAR(b c, 2) ^d {e f}: -g + "h')
@example('a* *b \0 \' ; " "" "*')
@given(st.text(max_size=60))
def test_nothing_that_is_written_is_an_error(filled: Ledger, words: str) -> None:
    list(filled.search(words))


def test_a_very_long_paragraph_is_found_in_readable_pieces(ledger: Ledger) -> None:
    text = "A title\n\n" + "word " * 5_000 + "needle " + "word " * 5_000
    put(ledger, text)
    (hit,) = ledger.search("needle")
    assert len(hit.text) <= 4_000
    assert hit.span.of(text) == hit.text


def test_a_text_cut_into_windows_loses_no_word(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "WINDOW", 40)
    monkeypatch.setattr(search, "LONGEST", 30)
    put(ledger, TEXT)
    for word in ("Women's", "crossings", "Sundmark", "four", "국경을", "article"):
        hits = list(ledger.search(word))
        assert hits
        assert all(hit.span.of(TEXT) == hit.text and word in hit.text for hit in hits)
    assert not list(ledger.verify())
