"""The parse: paragraphs, offsets, models."""

from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand import language
from firsthand.errors import MissingModel
from firsthand.language import model, rules
from firsthand.records import Document, Original, Span, Zone

parsing = import_module("firsthand.language.parse")  # `language.parse` is the function


def document(text: str, kind="main") -> Document:
    return Document(
        "d", Original("a.txt", "0" * 64, "text/plain", len(text)), text, (Zone(Span(0, len(text)), kind),)
    )


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in language.stretches(text, Span(0, len(text)))]


def test_blank_lines_and_single_lines_part_paragraphs():
    assert paragraphs("One.\n\n  Two.  \nThree.\n") == ["One.", "Two.", "Three."]


def test_a_hard_wrapped_block_is_one_paragraph():
    wrapped = "The harbour office counted the boats that left in the night\nand wrote down how many of them did not come back before\nthe winter began."
    assert paragraphs(wrapped) == [wrapped]


@given(st.text(alphabet="ab \n\t\f.", max_size=200))
def test_paragraphs_hold_every_letter_once(text):
    found = list(language.stretches(text, Span(0, len(text))))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


def test_the_parse_keeps_every_offset():
    text = "The\u00a0harbour of Vessany\nis closed.\n\nTwo boats left."
    for paragraph in language.parse(document(text)).paragraphs:
        for token in paragraph.doc:
            written = paragraph.place(token).of(text)
            assert written == token.text or written.isspace()


def test_only_the_story_is_parsed():
    assert not language.parse(document("Share on all networks.", "boilerplate")).paragraphs


def test_a_very_long_paragraph_is_cut_at_white_space():
    text = "word " * 10_000
    found = language.parse(document(text)).paragraphs
    assert len(found) > 1
    assert all(
        len(paragraph.doc.text) <= 20_000 and paragraph.doc.text.startswith("word") for paragraph in found
    )


def test_the_place_of_a_sentence_is_found():
    text = "It rained. Nobody came."
    paragraph = language.parse(document(text)).paragraph_at(12)
    assert paragraph and paragraph.sentence_at(12).of(text) == "Nobody came."


def test_a_chosen_model_that_is_not_there_is_a_clear_error(monkeypatch):
    monkeypatch.setenv(language.CHOICE, "en_core_web_nowhere")
    model.load_model.cache_clear()
    with pytest.raises(MissingModel, match="pip install en_core_web_nowhere"):
        language.warm_up()
    model.load_model.cache_clear()


def test_the_better_model_comes_first():
    assert language.best_model() == next(iter(language.installed_models()))


WRAPPED = [
    "He was seen by the harbour master of\nVessany on Monday.",
    "Then there are the dead. More than seventy foreign workers died at the port of Vessany in the years that I have read about, and a further nineteen\ndeaths are confirmed by those who have no reason to make them up, as far as I can see, and I have looked at all of it.",
    "- Stop buying the herring of\n  that port.",
]

NOT_WRAPPED = [
    "Cod quota to fall by 12% next season\nStorm closes strait for 3 days, 40 ferries cancelled\nKarvel slips to two-year low",
    "Vessany | 3 | 1,240\nLow Quay | 2 | 640",
    "- nets\n- boats\n- ropes",
    "Q. Where were you?\nA. On the quay.",
]


@pytest.mark.parametrize("text", WRAPPED)
def test_lines_that_go_on_inside_of_a_sentence_are_one_paragraph(text):
    assert paragraphs(text) == [text]


@pytest.mark.parametrize("text", NOT_WRAPPED)
def test_lists_rows_and_turns_are_paragraphs_of_their_own(text):
    assert paragraphs(text) == text.split("\n")


def test_kept_rules_match_where_the_rules_of_spacy_match():
    """Every rule of the pipeline, also those for two words, for white space and for words in some roles."""
    text = (
        "There's nobody in the halls, and they ain't gonna tell. Let's go, I've got to.  What did you see? "
        "Nuthin', c'mon, y'all! That is why he did it, but it gets late; she got it because nobody's been there. "
        "This was those days. The boats that I do not have were sold, either one."
    )
    plain = model.load_plain_model()
    ruler = plain.get_pipe("attribute_ruler")
    with plain.select_pipes(disable=["attribute_ruler", "lemmatizer", "ner"]):
        parsed = plain(text)
    kept = rules.KeptRules(ruler)
    for doc in (parsed, parsed[3:9].as_doc(), parsed):  # the second time from what was kept
        assert sorted(set(kept(doc))) == sorted(set(ruler.match(doc)))


def test_kept_lemmas_are_those_of_spacy_also_when_their_words_were_forgotten(monkeypatch):
    monkeypatch.setattr(model, "REMEMBERED", 0)
    text = (
        "The women were taken to the better boats; oxen lay dying, and geese left. She'd written that it's worse than what "
        "the men have said: 3,100 went, nobody's leaving, most ran.  US officials fell."
    )
    plain = [token.lemma_ for token in model.load_plain_model()(text)]
    for _ in range(2):
        with model.memory_zone():
            assert [token.lemma_ for token in model.load_model()(text)] == plain


def test_the_parse_says_what_the_plain_pipeline_says():
    text = "Dozens of boats were said to have left Vessany on Monday, and nobody's told the families since."
    plain = [
        (t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph), t.ent_type_) for t in model.load_plain_model()(text)
    ]
    ours = [(t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph), t.ent_type_) for t in model.load_model()(text)]
    assert ours == plain


@pytest.mark.parametrize(("remembered", "stays"), [(10**9, True), (0, False)])
def test_words_of_a_parse_stay_only_as_long_as_few_were_met(monkeypatch, remembered, stays):
    monkeypatch.setattr(model, "REMEMBERED", remembered)
    word = f"Quillhaven{remembered}"
    with model.memory_zone():
        assert [token.text for token in model.load_model()(f"In {word} it rained.")][1] == word
    assert (word in model.load_model().vocab) == stays


def test_paragraphs_parsed_in_several_batches_stay_in_order(monkeypatch):
    text = "\n\n".join(f"Boat {number} left Vessany." for number in range(7))
    monkeypatch.setattr(parsing, "BATCH", 3)
    monkeypatch.setattr(parsing, "BATCH_CHARACTERS", 50)
    found = language.parse(document(text)).paragraphs
    assert [(p.text, p.doc.text) for p in found] == [(line, line) for line in text.split("\n\n")]
