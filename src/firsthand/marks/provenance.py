"""How something is known: interviews, surveys, records, names kept back, translations, help by other reporters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.language import Parse
from firsthand.lexicon import load
from firsthand.records import Document, Marks, Provenance, Span

WORDS = r"(?:[^\s.;]+[^\S\n]+){0,8}?"
LAST_WORDS = r"[^\s.;]+(?:[^\S\n]+[^\s.;]+){0,7}"


def find(document: Document, parse: Parse, found: Marks) -> tuple[Provenance, ...]:
    """Find statements of provenance in the story, in order of place; of two that overlap the longer one stays."""
    if document.language != "en":
        return ()
    marks = [mark for paragraph in parse.paragraphs for mark in _in(paragraph.text, paragraph.start)]
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    kept: list[Provenance] = []
    for mark in marks:
        last = kept[-1] if kept else None
        if (
            last is None
            or not last.span.meets(mark.span)
            or (last.kind != mark.kind and not last.span.holds(mark.span))
        ):
            kept.append(mark)
    return tuple(kept)


def _in(text: str, start: int) -> Iterator[Provenance]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            words = match[0].rstrip(" ,:–—-)”\"’'")
            yield Provenance(Span(start + match.start(), start + match.start() + len(words)), kind)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            kind,
            re.compile(r"\b(?:" + "|".join(_filled(each) for each in group["patterns"]) + ")", re.IGNORECASE),
        )
        for kind, group in load("en", "provenance").items()
    )


def _filled(pattern: str) -> str:
    """A pattern with its open places filled: before a word as few words as needed, at the end as many as there are."""
    pattern = re.sub(r" ?WORDS\\b", lambda m: r"\s+" + WORDS if m[0][0] == " " else WORDS, pattern)
    return re.sub(r"WORDS", lambda _: LAST_WORDS, pattern)
