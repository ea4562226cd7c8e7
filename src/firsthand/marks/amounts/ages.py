"""Amounts -> ages: "36-year-old", "aged between 12 and 29", "as young as nine", "in their 20s and 30s"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.amounts.bounded import Amount
from firsthand.marks.numerals.lexemes import Lexeme, glued, phrase, starts_with, text_at

FRUITLESS = 120
"""Years that nobody is old; above it a bare number is no age."""


@dataclass(frozen=True, slots=True)
class AgeWords:
    """The words of one language that make ages."""

    old: frozenset[str]
    before: frozenset[str]
    owners: frozenset[str]
    decades: dict[str, int]
    parts: dict[str, tuple[int, int]]
    joins: frozenset[str]
    of_age: frozenset[tuple[str, ...]]
    young: frozenset[str]
    skipped: frozenset[str]
    part_joins: frozenset[str]
    decade_endings: frozenset[str]


@cache
def age_words(language: str = "en") -> AgeWords:
    """Return the age words of a language."""
    table = load(language, "ages")
    parts = {word: (low, high) for word, (low, high) in table["parts"]["values"].items()}
    return AgeWords(
        words(language, "ages", "old"), words(language, "ages", "before"), words(language, "ages", "owners"),
        table["decades"]["values"], parts, words(language, "ages", "joins"),
        frozenset(map(phrase, table["of_age"]["phrases"])), words(language, "ages", "young"),
        words(language, "ages", "skipped"), words(language, "ages", "part_joins"),
        words(language, "ages", "decade_endings"),
    )  # fmt: skip


def as_age(line: Sequence[Lexeme], amount: Amount, known: AgeWords) -> Amount:
    """Return the amount as an age where its words make it one, else as it is."""
    if amount.kind == "duration" and amount.unit in ("year", "month", "week", "day"):
        end = _old(line, amount.end, known)
        if end:
            return replace(amount, kind="age", end=end, plain=False)
        aged = _is_young(line, amount, known) or _before(line, amount, known)
        return replace(amount, kind="age") if aged else amount
    bare = amount.kind == "count" and not amount.unit and (amount.high or amount.low or 0) <= FRUITLESS
    if bare and (_is_young(line, amount, known) or _before(line, amount, known)):
        return replace(amount, kind="age", unit="year", plain=False)
    return amount


def decades_of_life(line: Sequence[Lexeme], known: AgeWords) -> Iterator[Amount]:
    """Yield the ages given by decade: "in their 20s and 30s", "mid-thirties"."""
    at = 0
    while at < len(line):
        found = _decade(line, at, known) if _may_be_decade(line[at].text, known) else None
        if found is None:
            at += 1
            continue
        first, (low, high, end) = at, found
        if text_at(line, end) in known.joins:
            second = _decade(line, end + 1, known)
            if second and second[1] > high:
                high, end = second[1], second[2]
        if not _owned(line, first, end, known):
            at += 1
            continue
        yield Amount(first, end, (first, end), Decimal(low), Decimal(high), "range", "age", "year")
        at = end


def _old(line: Sequence[Lexeme], at: int, known: AgeWords) -> int | None:
    """Where "-old", "old" or "of age" behind a unit of time ends, None without it."""
    step = at + (text_at(line, at) == "-")
    if text_at(line, step) in known.old:
        return step + 1
    return next((at + len(form) for form in known.of_age if starts_with(line, at, form)), None)


def _is_young(line: Sequence[Lexeme], amount: Amount, known: AgeWords) -> bool:
    """Whether the hedge is one of ages: as young as, over the age of."""
    return any(lexeme.text in known.young for lexeme in line[amount.first : amount.core[0]])


def _before(line: Sequence[Lexeme], amount: Amount, known: AgeWords) -> bool:
    """Whether "aged", "age of" or the like stands before the amount."""
    at = amount.first - 1
    while text_at(line, at) in known.skipped:
        at -= 1
    return text_at(line, at) in known.before


def _may_be_decade(word: str, known: AgeWords) -> bool:
    """Whether a decade may begin with a word: asked of every word of a text, so the answer must be quick."""
    return word in known.parts or word in known.decades or (len(word) == 2 and word[1] == "0")


def _decade(line: Sequence[Lexeme], at: int, known: AgeWords) -> tuple[int, int, int] | None:
    """The least and greatest age and the end of "mid-30s", "twenties"."""
    low_part, high_part = known.parts.get(text_at(line, at), (0, 9))
    step = at + (text_at(line, at) in known.parts)
    step += step > at and text_at(line, step) in known.part_joins
    if step > at and text_at(line, step) in known.parts:
        high_part = known.parts[text_at(line, step)][1]
        step += 1 + (text_at(line, step + 1) == "-")
    word = text_at(line, step)
    if word in known.decades:
        base = known.decades[word]
        if base == 10:
            low_part = max(3, low_part)
        return base + low_part, base + high_part, step + 1
    if len(word) == 2 and word[1] == "0" and word.isdecimal():
        mark = step + 1 + (text_at(line, step + 1) in ("'", "’"))
        if text_at(line, mark) in known.decade_endings and glued(line, mark):
            return int(word) + low_part, int(word) + high_part, mark + 1
    return None


def _owned(line: Sequence[Lexeme], first: int, end: int, known: AgeWords) -> bool:
    """Whether it is a person's decade: "their 20s", "the 20s age group"."""
    return text_at(line, first - 1) in known.owners or text_at(line, end) in known.before
