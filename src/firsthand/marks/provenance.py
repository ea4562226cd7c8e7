"""How something is known: interviews, surveys, records, names kept back, translations, help by other reporters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.language import Parse
from firsthand.lexicon import load
from firsthand.records import Document, Marks, Provenance, Span

WORD = r"(?:[^\s.;,]|[.,](?=\d))+"
WORDS = rf"(?:{WORD}[^\S\n]+){{0,8}}?"
OTHER = r"(?!(?:he|she|they|I|we|that|which|who|whose|said|says|told|was|were|is|are|has|had)\b)"
LAST_WORDS = rf"{WORD}(?:(?:,(?=[^\S\n]+(?:[\w-]+[^\S\n]+){{1,3}}(?:and|or)\b|[^\S\n]+[\w-]+,))?[^\S\n]+{OTHER}{WORD}){{0,19}}"
"""The words up to the end of a clause: over a comma only within a list."""

Pattern = tuple[str, tuple[str, ...], re.Pattern[str]]
"""A kind of provenance, the pieces of words of which a text must have one, and how it is written."""


def find(document: Document, parse: Parse, found: Marks) -> tuple[Provenance, ...]:
    """Find statements of provenance in the story, in order of place; of two that overlap the longer one stays."""
    if document.language != "en":
        return ()
    patterns = _patterns_for("\n".join(paragraph.text for paragraph in parse.paragraphs).lower())
    marks = [
        mark for paragraph in parse.paragraphs for mark in _in(paragraph.text, paragraph.start, patterns)
    ]
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


def _patterns_for(lower: str) -> list[Pattern]:
    """The patterns of which the text has a piece, each with those pieces: most pieces are in no paragraph of it."""
    found = [
        (kind, tuple(piece for piece in needs if piece in lower), each) for kind, needs, each in _patterns()
    ]
    return [(kind, needs, each) for kind, needs, each in found if needs]


def _in(text: str, start: int, patterns: Sequence[Pattern]) -> Iterator[Provenance]:
    lower = text.lower()
    for kind, needs, pattern in patterns:
        if not any(piece in lower for piece in needs):
            continue
        for match in pattern.finditer(text):
            words = match[0].rstrip(" ,:–—-)”\"’'")
            yield Provenance(Span(start + match.start(), start + match.start() + len(words)), kind)


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        (
            kind,
            tuple(group["needs"]),
            re.compile(r"\b(?:" + "|".join(_filled(each) for each in group["patterns"]) + ")", re.IGNORECASE),
        )
        for kind, group in load("en", "provenance").items()
        if "patterns" in group
    )


def _filled(pattern: str) -> str:
    """A pattern with its open places filled: before a word as few words as needed, at the end as many as there are."""
    pattern = pattern.replace("NUMBER", _number())
    pattern = re.sub(r" ?WORDS\\b", lambda m: r"\s+" + WORDS if m[0][0] == " " else WORDS, pattern)
    return re.sub(r"WORDS", lambda _: LAST_WORDS, pattern)


@cache
def _number() -> str:
    listed = load("en", "provenance")["number"]
    hedges, said = "|".join(listed["hedges"]), "|".join(listed["words"])
    return rf"(?:(?:{hedges})[^\S\n]+)?(?:[\d,]+|(?:{said})\b(?:-\w+)?)"
