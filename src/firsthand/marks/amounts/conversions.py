"""How a text says that an amount is the one before it in another unit: "(19 km)", ", or about 19 km,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from firsthand.lexicon import load
from firsthand.marks.numerals.lexemes import Lexeme, phrase, starts_with, text_at

BRACKETS = ("(", "[")
DASHES = ("—", "–", "-")
CLOSING = frozenset({")", "]", "/", ",", ";"})
ENDS = frozenset({"", ",", ".", ";", ":", ")", "—", "–"})


class Opening(NamedTuple):
    """How a conversion begins: where its words end, whether in a bracket, whether a word says that it is one."""

    end: int
    bracket: bool
    said: bool


@dataclass(frozen=True, slots=True)
class ConversionWords:
    """The words of one language that introduce the same amount in another unit."""

    same: tuple[tuple[str, ...], ...]
    passed: tuple[tuple[str, ...], ...] = ()


@cache
def conversion_words(language: str = "en") -> ConversionWords:
    """Return the words that introduce a conversion."""
    table = load(language, "conversions")
    forms = map(phrase, table["same"]["phrases"])
    passed = map(phrase, table.get("passed", {"phrases": ()})["phrases"])
    return ConversionWords(tuple(sorted(forms, key=len, reverse=True)), tuple(passed))


def opening_at(line: Sequence[Lexeme], at: int, known: ConversionWords) -> Opening | None:
    """Return how a conversion begins at a lexeme, None where neither a bracket nor a comma or dash opens one.

    A bracket may stand behind words that say of how many the amount is: "300 crowns on average (15 dollars)".
    """
    for words in known.passed:
        if starts_with(line, at, words) and text_at(line, at + len(words)) in BRACKETS:
            at += len(words)
            break
    sign = text_at(line, at)
    if sign not in BRACKETS and sign not in DASHES and sign != ",":
        return None
    here = at + 1
    if sign == "-" and line[at].start == line[at - 1].end:
        return None  # a hyphen, not a dash
    for words in known.same:
        if starts_with(line, here, words):
            return Opening(here + len(words), sign in BRACKETS, True)
    return Opening(here, sign in BRACKETS, False)


def closes(line: Sequence[Lexeme], at: int, opening: Opening) -> bool:
    """Whether a conversion may end at a lexeme."""
    if opening.bracket:
        return text_at(line, at) in CLOSING
    return opening.said or text_at(line, at) in ENDS
