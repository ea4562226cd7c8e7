"""What is told of two texts by their words as numbers: never that they share nothing where they share a passage."""

import random
import time
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.links import may_share, passages, spelling
from firsthand.records import Document, Original, Span, Zone
from links.invented import DOSSIERS, extracted

WORDS = [
    "the",
    "dredger",
    "of",
    "Vessany",
    "cleared",
    "sediment",
    "while",
    "inspectors",
    "counted",
    "cadmium",
    "in",
    "a",
    "harbour",
    "that",
    "nobody",
    "owned",
]


def story(text: str, name: str = "one") -> Document:
    return Document(name, Original(name, name, "text/plain", 1), text, (Zone(Span(0, len(text)), "main"),))


def test_no_passage_of_the_invented_dossiers_is_missed():
    documents = [each.document for name in DOSSIERS for each in extracted(name)]
    kept = {document.id: spelling(document) for document in documents}
    asked = {document.id: may_share(document) for document in documents}
    pairs = list(permutations(documents, 2))
    shared = [(a, b) for a, b in pairs if a.id < b.id and passages(a, b)]
    assert len(shared) > 20
    assert [(a.id, b.id) for a, b in shared if not asked[a.id](kept[b.id])] == []
    assert [(a.id, b.id) for a, b in shared if not asked[b.id](kept[a.id])] == []
    assert sum(asked[a.id](kept[b.id]) for a, b in pairs) < 4 * len(shared)


PIECES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14).map(" ".join)
TEXTS = st.lists(PIECES, min_size=1, max_size=4)


@given(TEXTS, TEXTS, PIECES, st.sampled_from([" ", " … ", ". ", " “", "” "]), st.data())
@settings(max_examples=300, deadline=None)
def test_no_passage_is_missed_whatever_is_cut_or_put_in(before, behind, piece, joint, data):
    words = piece.split()
    cut = data.draw(st.integers(0, len(words)))
    edited = joint.join(
        filter(None, (" ".join(words[:cut]), " ".join(words[cut + data.draw(st.integers(0, 2)) :])))
    )
    one = story(joint.join((*before, piece, "and so it is said")))
    other = story(" ".join((edited, *behind)), "two")
    if passages(one, other):
        assert may_share(one)(spelling(other))
        assert may_share(other)(spelling(one))


@pytest.mark.parametrize("text", ["", "One", "Two words", "… cut"])
def test_the_shortest_texts_share_nothing(text):
    assert not may_share(story(text))(spelling(story(" ".join(WORDS), "two")))
    assert not may_share(story(" ".join(WORDS)))(spelling(story(text, "two")))


def test_a_text_whose_words_are_not_kept_may_share_anything():
    assert may_share(story("One"))(None)


def test_two_long_tables_are_looked_at_in_a_moment():
    def table(seed: int, name: str) -> Document:
        chance = random.Random(seed)
        rows = (f"Vessany {chance.randint(0, 3)} {chance.randint(0, 20)} 0 0 0 total" for _ in range(3000))
        return story(" ".join(WORDS) + "\n\n" + "\n".join(rows), name)

    one, other = table(1, "one"), table(2, "two")
    started = time.process_time()
    assert may_share(one)(spelling(other))
    assert time.process_time() - started < 2


def test_furniture_is_not_spelled():
    document = story("The dredger cleared sediment. Share this page")
    main = replace(document, zones=(Zone(Span(0, 29), "main"), Zone(Span(30, 45), "boilerplate")))
    assert len(spelling(main)) == 4 * (1 + 4)
