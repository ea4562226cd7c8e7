"""How firm a number is: the words before and behind it, and the interval that they allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import get_args

from firsthand.lexicon import load
from firsthand.marks.numerals.lexemes import Lexeme, phrase
from firsthand.records import Hedge

Key = tuple[str, ...]
NO_FLOOR: tuple[Hedge, ...] = ("at most", "less than")
"""The hedges of an upper bound."""

Interval = tuple[Decimal | None, Decimal | None]

LONGEST = 6
"""Lexemes of the longest hedge."""


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """The hedges of one language, by the words before and the words behind a number."""

    before: Mapping[Key, Hedge]
    last: frozenset[str]
    behind: Mapping[Key, Hedge]
    articles: frozenset[str]
    joining: Mapping[str, frozenset[str]]
    """Verbs to which a word of a hedge belongs behind them: "turns over 11 billion"."""


@cache
def hedge_words(language: str = "en") -> HedgeWords:
    """Return the hedges of a language, ready for look-up."""
    before: dict[Key, Hedge] = {}
    behind: dict[Key, Hedge] = {}
    names: tuple[Hedge, ...] = get_args(Hedge)
    table = load(language, "hedges")
    for name in names:
        group = table.get(name, {})
        before.update((phrase(words), name) for words in group.get("before", ()))
        behind.update((phrase(words), name) for words in group.get("after", ()))
    return HedgeWords(
        before,
        frozenset(key[-1] for key in before),
        behind,
        frozenset(table["articles"]["words"]),
        {word: frozenset(verbs) for word, verbs in table.get("verbs", {}).items() if word != "why"},
    )


def hedge_before(line: Sequence[Lexeme], first: int, known: HedgeWords) -> tuple[Hedge, int]:
    """Return the hedge that ends where a number begins, and where the hedge begins.

    Of two in a row the bound wins over `about`: "up to an estimated 500" is at most.
    """
    hedge: Hedge = "exact"
    start = first
    for _ in range(2):
        found = _ending(line, start, known)
        if found is None and start == first and start and line[start - 1].text in known.articles:
            found = _ending(line, start - 1, known)  # "más de un 40 %"
        if found is None:
            break
        if hedge in ("exact", "about"):
            hedge = found[0]
        start = found[1]
    return hedge, start


def hedge_behind(line: Sequence[Lexeme], end: int, known: HedgeWords) -> tuple[Hedge, int] | None:
    """Return the hedge that begins where a number ends ("or more", "+"), and where it ends; None without one."""
    for length in range(min(LONGEST, len(line) - end), 0, -1):
        key = tuple(lexeme.text for lexeme in line[end : end + length])
        if key in known.behind:
            return known.behind[key], end + length
    return None


def hedge_end(line: Sequence[Lexeme], at: int, known: HedgeWords) -> int:
    """Return where a hedge that begins at a lexeme ends, ``at`` itself when none does."""
    for length in range(min(LONGEST, len(line) - at), 0, -1):
        if tuple(lexeme.text for lexeme in line[at : at + length]) in known.before:
            return at + length
    return at


def interval(value: Decimal, hedge: Hedge) -> Interval:
    """Return the least and the most that the words allow; an open end is None.

    >>> interval(Decimal(500000), "at most")
    (None, Decimal('500000'))
    """
    if hedge in ("at least", "more than"):
        return value, None
    if hedge in ("at most", "less than"):
        return None, value
    if hedge == "order of magnitude":
        return 2 * value, None
    return value, value


def _ending(line: Sequence[Lexeme], end: int, known: HedgeWords) -> tuple[Hedge, int] | None:
    if not end or line[end - 1].text not in known.last:
        return None
    for length in range(min(LONGEST, end), 0, -1):
        key = tuple(lexeme.text for lexeme in line[end - length : end])
        if key in known.before:
            joined = length == 1 and end > 1 and line[end - 2].text in known.joining.get(key[0], ())
            return None if joined else (known.before[key], end - length)
    return None
