"""Vague words as amounts without a number: "many", "most", "a handful of"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.lexicon import load
from firsthand.marks.amounts.bounded import Amount
from firsthand.marks.numerals.lexemes import Lexeme, glued, phrase, text_at

LONGEST = 4
"""Lexemes of the longest vague expression."""


@dataclass(frozen=True, slots=True)
class VagueWords:
    """The vague expressions of one language by their first word, the longer ones first."""

    forms: Mapping[str, tuple[tuple[str, ...], ...]]
    not_after: frozenset[str]
    not_before: frozenset[str]
    adverbs: frozenset[str]


@cache
def vague_words(language: str = "en") -> VagueWords:
    """Return the vague expressions of a language."""
    table = load(language, "vague")
    forms: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(map(phrase, table["amounts"]["phrases"]), key=len, reverse=True):
        forms.setdefault(form[0], []).append(form)
    return VagueWords(
        {first: tuple(several) for first, several in forms.items()},
        frozenset(table["amounts"]["not_after"]),
        frozenset(table["amounts"]["not_before"]),
        frozenset(table["amounts"]["adverbs"]),
    )


def vague_amounts(line: Sequence[Lexeme], held: Collection[int], known: VagueWords) -> Iterator[Amount]:
    """Yield the vague amounts of a line that touch no lexeme of ``held``; neither end of their interval is known."""
    if known.forms.keys().isdisjoint(lexeme.text for lexeme in line):
        return
    at = 0
    while at < len(line):
        end = _end(line, at, known)
        if end is None or any(place in held for place in range(at, end)):
            at += 1
            continue
        yield Amount(at, end, (at, end), None, None, "about", "other", "")
        at = end


def _end(line: Sequence[Lexeme], at: int, known: VagueWords) -> int | None:
    """Where a vague expression that begins at a lexeme ends, None where none does."""
    for form in known.forms.get(line[at].text, ()):
        end = at + len(form)
        if tuple(lexeme.text for lexeme in line[at:end]) == form:
            apart = text_at(line, end) != "-" or not glued(line, end)
            free = text_at(line, at - 1) not in known.not_after and text_at(line, end) not in known.not_before
            return end if apart and free else None
    return None
