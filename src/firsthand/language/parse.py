"""One parse of one document: its story paragraph by paragraph, with offsets into the document's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from firsthand.language.model import ANALYSED, load_model, load_tokenizer, model_name
from firsthand.language.stretches import stretches
from firsthand.records import STORY, Document, Span, ZoneKind

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token, TokenSpan

BATCH = 64
"""Paragraphs parsed at a time at most; speed hardly grows beyond this."""

BATCH_CHARACTERS = 100_000
"""Characters of the paragraphs parsed at a time at most; some 3 KB of memory are needed for each."""

LONGEST = 20_000
"""Characters of one paragraph that are parsed in one piece; a longer one is cut at white space."""

SAME_WIDTH = str.maketrans(
    {"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u2028": " ", "\u2029": " ", "\u00ad": "-"}
)
"""Replacements that keep every offset: white space of any kind reads as a space."""

MARKER = re.compile(
    r"(?<=[^\s\[(])\[(?:(?:note|nb|n|ref)\.?\s?\d{1,4}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]",
    re.IGNORECASE,
)
"""A citation marker behind a word or stop, "in debt.[6]": to a parser it makes one unknown word of both."""


@dataclass(frozen=True)
class Paragraph:
    """A parsed paragraph: its stretch of the document, the zone that it stands in, its words and their spaCy analysis.

    ``text`` is what was parsed: the document's words with every kind of white space as a space, so that offsets hold.
    """

    span: Span
    zone: ZoneKind
    text: str
    doc: Doc

    @property
    def start(self) -> int:
        """The place of the paragraph in the document."""
        return self.span.start

    @cached_property
    def sentences(self) -> tuple[TokenSpan, ...]:
        """The sentences, as spaCy spans."""
        return tuple(self.doc.sents)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins within the paragraph."""
        return tuple(token.idx for token in self.doc)

    @cached_property
    def said(self) -> frozenset[str]:
        """The words in lower case: one look tells that a paragraph has none of a list, which most paragraphs have not."""
        return frozenset(token.lower_ for token in self.doc)

    def place(self, words: TokenSpan | Token) -> Span:
        """Return where some tokens stand in the document."""
        start = self.span.start
        if hasattr(words, "idx"):
            place = start + words.idx
            return Span(place, place + len(words))
        return Span(start + words.start_char, start + words.end_char)

    def sentence_at(self, place: int) -> Span | None:
        """Return the sentence in which a character of the document stands, None outside of the paragraph."""
        for span in self.stretches:
            if span.start <= place < span.end:
                return span
        return None

    @cached_property
    def stretches(self) -> tuple[Span, ...]:
        """Where each sentence stands in the document."""
        return tuple(self.place(sentence) for sentence in self.sentences)


@dataclass(frozen=True)
class Parse:
    """The parsed story of a document, in order; zones outside of the story are not parsed."""

    paragraphs: tuple[Paragraph, ...]
    model: str

    def paragraph_at(self, place: int) -> Paragraph | None:
        """Return the paragraph in which a character of the document stands, None where nothing was parsed."""
        number = bisect_right(self.paragraphs, place, key=lambda paragraph: paragraph.span.start) - 1
        found = self.paragraphs[number] if number >= 0 else None
        return found if found and place < found.span.end else None


def parse(document: Document) -> Parse:
    """Parse the story of a document: its main text, title and captions.

    A document in a language without a pipeline is parted into words and
    sentences; its tokens have no part of speech, head or entity.
    """
    stretched = [
        (span, zone.kind)
        for zone in document.zones
        if zone.kind in STORY
        for span in _cut(document, zone.span)
    ]
    texts = [_as_read(document.words(span)) for span, _ in stretched]
    known = document.language == ANALYSED
    pipeline = load_model() if known else load_tokenizer(document.language)
    docs = (doc for batch in _batches(texts) for doc in pipeline.pipe(batch, batch_size=BATCH))
    found = (
        Paragraph(span, kind, text, doc)
        for (span, kind), text, doc in zip(stretched, texts, docs, strict=True)
    )
    return Parse(tuple(found), model_name() if known else f"tokens of {document.language}")


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start = characters = 0
    for at, text in enumerate(texts):
        if at - start == BATCH or characters + len(text) > BATCH_CHARACTERS:
            yield texts[start:at]
            start, characters = at, 0
        characters += len(text)
    yield texts[start:]


def warm_up() -> str:
    """Load the model now and return its name and version."""
    load_model()
    return model_name()


def _as_read(words: str) -> str:
    """Words as they are parsed, each where it was: every kind of white space as a space, citation markers and marks of emphasis as well."""
    words = words.translate(SAME_WIDTH).replace("**", "  ")
    return MARKER.sub(lambda marker: " " * len(marker[0]), words) if "[" in words else words


def _cut(document: Document, zone: Span) -> Iterator[Span]:
    for span in stretches(document.text, zone):
        start = span.start
        while span.end - start > LONGEST:
            cut = document.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = start + LONGEST if cut < 0 else cut
            yield Span(start, cut)
            start = cut + 1
        yield Span(start, span.end)
