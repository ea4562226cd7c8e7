"""Multiples and ratios: "14 men to 1 woman", "twice as many", "tripled", "more than once", "twice a week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.amounts.bounded import Amount, Grammar
from firsthand.marks.amounts.hedges import hedge_before, interval
from firsthand.marks.amounts.units import longest, rate_behind
from firsthand.marks.numerals.lexemes import Lexeme, text_at
from firsthand.marks.numerals.number_words import NumberWords, number_words
from firsthand.marks.numerals.numbers import Number, number_at
from firsthand.records import Direction, QuantityKind

NEAR = 4
"""Lexemes by which the two numbers of a ratio may stand apart."""

SIX_DIGITS = 6
LEAST_OF_RATE = 100
"""From here on a round second number is what the first one is counted per."""


@dataclass(frozen=True, slots=True)
class RatioWords:
    """The words of one language that make ratios and multiples."""

    joins: frozenset[str]
    every: frozenset[str]
    each_joins: frozenset[str]
    ratio: frozenset[str]
    times: frozenset[str]
    compared: frozenset[str]
    as_words: frozenset[str]
    as_much: frozenset[str]
    multiplied: dict[str, tuple[Decimal, Direction]]
    multiples: dict[str, Decimal]
    beginnings: frozenset[str]
    """The words other than digits with which one of them may begin."""


@cache
def ratio_words(language: str = "en") -> RatioWords:
    """Return the words of ratios and multiples of a language."""
    table = load(language, "numbers")
    multiplied: dict[str, tuple[Decimal, Direction]] = {
        word: (Decimal(value), "up") for word, value in table["multiplied"]["values"].items()
    }
    multiplied |= {word: (Decimal(value), "down") for word, value in table["divided"]["values"].items()}
    multiples = {word: Decimal(value) for word, value in table["multiples"]["values"].items()}
    numbers = number_words(language)
    return RatioWords(
        joins=words(language, "numbers", "ratio_joins"),
        every=frozenset(table["ratio_joins"]["every"]),
        each_joins=frozenset(table["ratio_joins"]["each_joins"]),
        ratio=words(language, "numbers", "ratio_words"),
        times=words(language, "numbers", "times_word"),
        compared=words(language, "numbers", "compared"),
        as_words=frozenset(table["compared"]["as"]),
        as_much=frozenset(table["compared"]["as_much"]),
        multiplied=multiplied,
        multiples=multiples,
        beginnings=frozenset({*numbers.cardinals, *numbers.tens, *numbers.times, *multiplied, *multiples}),
    )


def ratios(line: Sequence[Lexeme], known: Grammar) -> Iterator[Amount]:
    """Yield the multiples and ratios of a line in order; none share a lexeme."""
    own = ratio_words(known.language)
    free = 0
    for at, lexeme in enumerate(line):
        if at < free or not (lexeme.kind == "number" or lexeme.text in own.beginnings):
            continue
        number = (
            number_at(line, at, known.numbers, known.writing) if _counts(line, at, known.numbers) else None
        )
        found = (
            _ratio(line, number, known, own)
            or _times(line, at, number, known, own)
            or _multiplied(line, at, known, own)
        )
        if found is not None:
            yield found
            free = found.end


def _ratio(line: Sequence[Lexeme], first: Number | None, known: Grammar, own: RatioWords) -> Amount | None:
    """14 men to 1 woman, one doctor for every 4,000 people, a ratio of 3 to 1."""
    if first is None or first.form not in ("digits", "words") or first.value < 1:
        return None
    if longest(line, first.end, known.units.behind):
        return None  # "4 dollars for every net" is a price
    for gap in range(NEAR - 1):
        join = first.end + gap
        if gap and line[join - 1 : join] and line[join - 1].kind != "word":
            return None
        if text_at(line, join) not in own.joins or join + 1 >= len(line):
            continue
        if gap > 1 and text_at(line, join - 1).endswith("ed"):
            return None  # "40 families entitled to one"
        if gap and text_at(line, join) == ":":
            return None  # "2,300 factories: one inspector for all"
        every = text_at(line, join) in own.each_joins and text_at(line, join + 1) in own.every
        here = join + 1 + every
        second = number_at(line, here, known.numbers, known.writing) if here < len(line) else None
        if second is None and every and gap > 0 and here < len(line) and line[here].kind == "word":
            return _exactly(first.value, first.first, here + 1)  # "14 men for every woman"
        if second is None or second.form not in ("digits", "words"):
            return None
        return _of_two(line, first, second, gap, every, own)
    return None


def _of_two(
    line: Sequence[Lexeme], first: Number, second: Number, gap: int, every: bool, own: RatioWords
) -> Amount | None:
    """The ratio of two numbers; without a word for it only where the second is one and the things are named."""
    named = gap > 0 and second.end < len(line) and line[second.end].kind == "word"
    said = any(text_at(line, first.first - back) in own.ratio for back in (1, 2, 3))
    one_for_many = every and (gap > 0 or first.value == 1)
    if second.value < 1 or not (one_for_many or (named and second.value == 1) or (gap == 0 and said)):
        return None
    if every and second.value >= LEAST_OF_RATE and second.value.normalize().as_tuple().digits == (1,):
        return None  # 52 deaths for every 100,000 are a rate
    value = first.value / second.value
    if value.as_tuple().digits[SIX_DIGITS:]:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - SIX_DIGITS + 1)).normalize()
    return replace(_exactly(value, first.first, second.end + named), core=(first.first, second.end))


def _exactly(value: Decimal, first: int, end: int) -> Amount:
    return Amount(first, end, (first, end), value, value, "exact", "ratio", "")


def _counts(line: Sequence[Lexeme], at: int, known: NumberWords) -> bool:
    word = line[at].text
    return line[at].kind == "number" or word in known.cardinals or word in known.tens


def _times(
    line: Sequence[Lexeme], at: int, number: Number | None, known: Grammar, own: RatioWords
) -> Amount | None:
    """Twice as many, three times higher; more than once, twice a week."""
    word = text_at(line, at)
    value, end = known.numbers.times.get(word), at + 1
    if value is None and number is not None and number.form in ("digits", "words"):
        if text_at(line, number.end) not in own.times:
            return None
        value, end = number.value, number.end + 1
    if value is None:
        return None
    hedge, first = hedge_before(line, at, known.hedges)
    low, high = interval(value, hedge)
    amount = Amount(first, end, (at, end), low, high, hedge, "count", "")
    rate = rate_behind(line, end, known.units)
    if rate:
        return replace(amount, end=rate[1], per=rate[0], kind="rate")
    if value != 1 and _is_compared(line, end, own):
        return replace(amount, kind="ratio")
    if hedge == "exact" and (word in known.numbers.times or value == 1):
        return None
    return amount


def _is_compared(line: Sequence[Lexeme], at: int, own: RatioWords) -> bool:
    """Whether a comparison stands behind "three times": higher, as many, as loud as."""
    word = text_at(line, at)
    if word not in own.as_words:
        return word in own.compared
    return text_at(line, at + 1) in own.as_much or text_at(line, at + 2) in own.as_words


def _multiplied(line: Sequence[Lexeme], at: int, known: Grammar, own: RatioWords) -> Amount | None:
    """Tripled, halved; el doble de."""
    word = line[at].text
    multiple = own.multiples.get(word)
    value, direction = own.multiplied.get(word, (multiple, None))
    if value is None:
        return None
    hedge, first = hedge_before(line, at, known.hedges)
    low, high = interval(value, hedge)
    kind: QuantityKind = "ratio" if multiple is not None else "rate"
    return Amount(first, at + 1, (at, at + 1), low, high, hedge, kind, "", direction=direction)
