"""Multiples and ratios: "14 men to 1 woman", "twice as many", "tripled", "more than once", "twice a week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.amounts import Amount, Grammar
from firsthand.marks.hedges import hedge_before, interval
from firsthand.marks.lexemes import Lexeme, text_at
from firsthand.marks.numbers import number_at
from firsthand.marks.units import rate_behind
from firsthand.records import Direction, QuantityKind

NEAR = 4
"""Lexemes by which the two numbers of a ratio may stand apart."""


def ratios(line: Sequence[Lexeme], known: Grammar) -> Iterator[Amount]:
    """Yield the multiples and ratios of a line in order; none share a lexeme."""
    at = 0
    while at < len(line):
        found = _ratio(line, at, known) or _times(line, at, known) or _multiplied(line, at, known)
        if found is None:
            at += 1
            continue
        yield found
        at = max(at + 1, found.end)


@cache
def multiples(language: str = "en") -> dict[str, tuple[Decimal, Direction]]:
    """Return the words that multiply or divide, with the factor and where it goes."""
    table = load(language, "numbers")
    up: dict[str, tuple[Decimal, Direction]] = {
        word: (Decimal(value), "up") for word, value in table["multiplied"]["values"].items()
    }
    return up | {word: (Decimal(value), "down") for word, value in table["divided"]["values"].items()}


def _ratio(line: Sequence[Lexeme], at: int, known: Grammar) -> Amount | None:
    """14 men to 1 woman; 3 to 1; only where the second number is one."""
    first = number_at(line, at, known.numbers, known.comma) if _counts(line, at, known) else None
    if first is None or first.form not in ("digits", "words") or first.value < 1:
        return None
    for gap in range(NEAR - 1):
        join = first.end + gap
        if text_at(line, join) not in ("to", ":", "for") or join + 1 >= len(line):
            continue
        here = join + 1 + (text_at(line, join + 1) == "every")
        second = number_at(line, here, known.numbers, known.comma) if here < len(line) else None
        if second is None or second.value != 1 or second.form not in ("digits", "words"):
            return None
        named = gap > 0 and second.end < len(line) and line[second.end].kind == "word"
        if (gap > 0 and not named) or (gap == 0 and not _is_ratio(line, at)):
            return None
        return Amount(
            at, second.end + named, (at, second.end), first.value, first.value, "exact", "ratio", "",
        )  # fmt: skip
    return None


def _is_ratio(line: Sequence[Lexeme], at: int) -> bool:
    return any(
        text_at(line, at - back) in ("ratio", "odds", "outnumbered", "outnumber") for back in (1, 2, 3)
    )


def _counts(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    word = line[at].text
    return line[at].kind == "number" or word in known.numbers.cardinals or word in known.numbers.tens


def _times(line: Sequence[Lexeme], at: int, known: Grammar) -> Amount | None:
    """Twice as many, three times higher; more than once, twice a week."""
    word = text_at(line, at)
    value, end = known.numbers.times.get(word), at + 1
    if value is None and _counts(line, at, known):
        number = number_at(line, at, known.numbers, known.comma)
        if number and text_at(line, number.end) == "times" and number.form in ("digits", "words"):
            value, end = number.value, number.end + 1
    if value is None:
        return None
    hedge, first = hedge_before(line, at, known.hedges)
    low, high = interval(value, hedge)
    amount = Amount(first, end, (at, end), low, high, hedge, "count", "")
    rate = rate_behind(line, end, known.units)
    compared = text_at(line, end) in compare_words()
    if rate:
        return replace(amount, end=rate[1], per=rate[0], kind="rate")
    if compared:
        return replace(amount, kind="ratio")
    if word in known.numbers.times and hedge == "exact":
        return None
    return amount


@cache
def compare_words(language: str = "en") -> frozenset[str]:
    """Return the words behind "three times" that make it a comparison."""
    return words(language, "numbers", "compared")


def _multiplied(line: Sequence[Lexeme], at: int, known: Grammar) -> Amount | None:
    found = multiples().get(line[at].text)
    if found is None:
        return None
    value, direction = found
    hedge, first = hedge_before(line, at, known.hedges)
    low, high = interval(value, hedge)
    kind: QuantityKind = "rate"
    return Amount(first, at + 1, (at, at + 1), low, high, hedge, kind, "", direction=direction)
