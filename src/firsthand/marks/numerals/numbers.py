"""Numbers of every form at one place: two-thirds, half a million, thousands of, one in every 10, else a plain one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from firsthand.marks.numerals.digits import Writing
from firsthand.marks.numerals.lexemes import Lexeme, glued, starts_with, text_at
from firsthand.marks.numerals.number_words import NumberWords, number_words
from firsthand.marks.numerals.plain_numbers import Number, added_to_hundred, plain_number, scaled

__all__ = ["Number", "NumberWords", "number_at", "number_words"]

FOUR_PLACES = Decimal("0.0001")
LARGEST_PART = 1000
"""The greatest part of "two out of five"; above it the two numbers are counts of their own."""

MOST_FACTORS = 2
"""Magnitudes behind the first one: hundreds of thousands of millions."""

LEAST_SCALE = 1000
"""The least scale that people take a half or a quarter of: a quarter of a million."""

LEAST_OF_MAGNITUDE = 12
"""Magnitudes up to a dozen multiply nothing: tens of thousands, but not hundreds of dozens."""


def number_at(
    line: Sequence[Lexeme], at: int, known: NumberWords, writing: Writing = "point"
) -> Number | None:
    """Return the longest number that begins at a lexeme, None where none does."""
    number = (
        _magnitude(line, at, known)
        or _in_full(line, at, known, writing)
        or _half(line, at, known)
        or _article(line, at, known)
    )
    if number is None and line[at].text in known.share_ones:
        one = Number(at, at + 1, Decimal(1), Decimal(1), "words")
        share = _as_share(line, one, known, writing)
        return share if share.form == "share" else None
    return number and _as_share(line, number, known, writing)


def _in_full(line: Sequence[Lexeme], at: int, known: NumberWords, writing: Writing) -> Number | None:
    """A fraction, else a plain number."""
    plain = plain_number(line, at, known, writing)
    if line[at].text not in known.definite:
        return _fraction(line, at, plain, known) or plain
    behind = plain_number(line, at + 1, known, writing) if at + 1 < len(line) else None
    return _fraction(line, at, behind, known) or plain


def _fraction(line: Sequence[Lexeme], at: int, number: Number | None, known: NumberWords) -> Number | None:
    """Two-thirds, three quarters, las dos terceras partes; ``number`` is how many parts."""
    if number is None or number.form == "share" or number.value != int(number.value):
        return None
    hyphen = text_at(line, number.end) == "-"
    end = number.end + hyphen
    below = known.fractions.get(text_at(line, end))
    if below is None or not 0 < number.value < below.parts or (number.value == 1) == below.plural:
        return None
    surely = below.plural and below.parts not in (2, 4)  # "two thirds", but "two quarters" of a year
    end = _behind_parts(line, end + 1, known)
    if not hyphen and not surely and not _is_meant(line, at, end, known):
        return None
    value = (number.value / below.parts).quantize(FOUR_PLACES).normalize()
    return Number(at, end, value, number.value, "share")


def _behind_parts(line: Sequence[Lexeme], at: int, known: NumberWords) -> int:
    return at + (text_at(line, at) in known.parts)


def _is_meant(line: Sequence[Lexeme], first: int, end: int, known: NumberWords) -> bool:
    """Whether the words around show that a part is meant and no ordinal."""
    return (
        text_at(line, end - 1) in known.parts
        or text_at(line, end) in known.fraction_after
        or text_at(line, first - 1) in known.fraction_before
    )


def _half(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Half, half a million, half-million, la mitad."""
    start = at + (line[at].text in known.definite)
    word = text_at(line, start)
    if (word not in known.half and word not in known.half_of_unit) or text_at(line, at - 1) in known.not_half:
        return None
    half = Number(at, start + 1, Decimal("0.5"), Decimal("0.5"), "share")
    step = start + 1
    hyphen = text_at(line, step) == "-"
    step += hyphen or text_at(line, step) in known.articles
    if text_at(line, step) in known.scales:
        return scaled(line, replace(half, end=step), known)
    if word not in known.half:
        return replace(half, form="words") if step == start + 1 else None
    if (hyphen and glued(line, start + 1)) or (text_at(line, at - 1) == "-" and glued(line, at)):
        return None
    return half


def _article(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """A hundred and ten, a million, a third of, a dozen, la tercera parte."""
    word = line[at].text
    if word not in known.articles and word not in known.definite:
        return None
    below = known.fractions.get(text_at(line, at + 1))
    if below is not None and not below.plural and below.parts in (2, 4) and word in known.articles:
        scaled_part = _part_of_scale(line, at, below.parts, known)
        if scaled_part:
            return scaled_part
    if below is not None and not below.plural:
        end = _behind_parts(line, at + 2, known)
        if _is_meant(line, at, end, known) and (word in known.articles or end > at + 2):
            return Number(at, end, (1 / Decimal(below.parts)).quantize(FOUR_PLACES).normalize(), Decimal(1), "share")  # fmt: skip
    if word not in known.articles or text_at(line, at + 1) not in known.scales:
        return None
    one = Number(at, at + 1, Decimal(1), Decimal(1), "words")
    if text_at(line, at + 1) in known.hundred:
        more = added_to_hundred(line, replace(one, end=at + 2, value=Decimal(100)), known)
        return scaled(line, replace(more, raw=more.value), known)
    return scaled(line, one, known)


def _part_of_scale(line: Sequence[Lexeme], at: int, parts: int, known: NumberWords) -> Number | None:
    """A half million, a quarter-million, a quarter of a million."""
    step = at + 2 + (text_at(line, at + 2) == "-")
    if text_at(line, step) in known.of:
        step += 1 + (text_at(line, step + 1) == "-")
        step += text_at(line, step) in known.articles
        step += text_at(line, step) == "-"
    if known.scales.get(text_at(line, step), 0) < LEAST_SCALE:
        return None
    part = 1 / Decimal(parts)
    return scaled(line, Number(at, step, part, part, "share"), known)


def _magnitude(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Thousands, tens of thousands, several hundred, multi-million."""
    word = line[at].text
    start = at + (word in known.articles and text_at(line, at + 1) in known.several)
    word = text_at(line, start)
    if word in known.several or word in known.multi:
        step = start + 1 + (text_at(line, start + 1) == "-" or text_at(line, start + 1) in known.of)
        unit = known.scales.get(text_at(line, step)) or known.magnitudes.get(text_at(line, step))
        return _of_magnitude(line, Number(at, step + 1, unit, unit, "magnitude"), known) if unit else None
    unit = known.magnitudes.get(word)
    if unit is None or start != at:
        return None
    if word in known.only_with_of and text_at(line, at + 1) not in known.of:
        return None
    return _of_magnitude(line, Number(at, at + 1, unit, unit, "magnitude"), known)


def _of_magnitude(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """Tens of thousands, hundreds of millions, several hundred thousand."""
    for _ in range(MOST_FACTORS):
        step = number.end + (text_at(line, number.end) in known.of)
        word = text_at(line, step)
        unit = known.magnitudes.get(word) or (known.scales.get(word) if step == number.end else None)
        if unit is None or unit <= LEAST_OF_MAGNITUDE:
            break
        value = number.value * unit
        number = replace(number, end=step + 1, value=value, raw=value)
    return number


def _as_share(line: Sequence[Lexeme], number: Number, known: NumberWords, writing: Writing) -> Number:
    """One in every 10, two out of five: the share, else the number as it is."""
    if number.form not in ("digits", "words") or number.value != int(number.value):
        return number
    if number.value > LARGEST_PART:
        return number
    if known.share_beginnings.isdisjoint((text_at(line, number.end), text_at(line, number.end + 1))):
        return number
    named = _named_part(line, number, known)
    for join in known.share_joins:
        behind = number.end if starts_with(line, number.end, join) else number.end + 1
        if not (behind == number.end or named) or not starts_with(line, behind, join):
            continue
        at = behind + len(join)
        whole = plain_number(line, at, known, writing) if at < len(line) else None
        whole = whole or (_article(line, at, known) if at < len(line) else None)  # "two in a hundred"
        if whole is None or whole.form == "share" or not 0 < number.value < whole.value:
            return number
        if whole.form == "digits" and len(line[at].text) == 4 and line[at].text.startswith(("19", "20")):
            return number
        if join in known.weak_joins and (number.value > 9 or not _is_round(whole.value)):
            return number
        if behind > number.end and (whole.form != "words" or _counts_behind(line, whole.end, known)):
            return number  # "one goal in three games"
        value = number.value / whole.value
        return Number(
            number.first, whole.end, value.quantize(_places(value)).normalize(), number.value, "share"
        )
    return number


def _named_part(line: Sequence[Lexeme], number: Number, known: NumberWords) -> bool:
    """Whether a small number in words stands before one word that it may count: "one household in ten"."""
    if number.form != "words" or number.value > 9 or number.end >= len(line):
        return False
    noun = line[number.end]
    return noun.kind == "word" and len(noun.text) > 2 and noun.text not in known.scales


def _counts_behind(line: Sequence[Lexeme], at: int, known: NumberWords) -> bool:
    """Whether a word that is no verb, preposition or conjunction stands behind a number, so that it counts something."""
    word = text_at(line, at)
    return bool(word) and line[at].kind == "word" and word not in known.share_followed


def _is_round(value: Decimal) -> bool:
    """Whether it is a whole that people give shares of: up to ten, a dozen, 20, 25, 50, hundreds."""
    return value <= 10 or value in (12, 15, 20, 25, 30, 40, 50) or value % 100 == 0


def _places(value: Decimal) -> Decimal:
    """Four digits that count, also of a very small share."""
    return Decimal(1).scaleb(min(-4, value.adjusted() - 3))
