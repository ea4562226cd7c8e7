"""A number together with the unit before or behind it, before its bounds are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.marks.amounts.grammar import MINUS_SIGNS, Grammar
from firsthand.marks.amounts.hedges import hedge_before
from firsthand.marks.amounts.units import Unit, sign_before, unit_behind
from firsthand.marks.numerals.lexemes import Lexeme, glued, text_at
from firsthand.marks.numerals.numbers import Number, number_at
from firsthand.records import QuantityKind

HALF = Decimal("0.5")
OF_ONE = frozenset({"duration", "length", "mass", "volume"})
"""Kinds of units that are said in parts of one: a quarter of an hour, a third of a mile."""

LEAST_THOUSANDS = 10
"""The least number whose k means thousands without a currency: 10k."""

LETTERS_OF_CODE = 3
"""Letters of a code for a currency; what has more is a name of its own, also in small letters: dlrs 5 million."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with the unit before or behind it."""

    number: Number
    first: int
    end: int
    unit: Unit | None
    sign: bool = False
    negative: bool = False

    @property
    def value(self) -> Decimal:
        """The number in the unit that is kept."""
        value = self.number.value * (self.unit.factor if self.unit else 1)
        return -value if self.negative else value

    @property
    def kind(self) -> QuantityKind:
        """What is measured, as far as number and unit tell it."""
        if self.unit:
            return self.unit.kind
        return "share" if self.number.form == "share" and self.number.value <= 1 else "count"


def measured_at(line: Sequence[Lexeme], at: int, text: str, known: Grammar) -> Measured | None:
    """Return the number that begins at a lexeme, or at the sign before it, with its unit."""
    negative = (line[at].text in MINUS_SIGNS or line[at].text in known.minus) and _is_minus(line, at, known)
    start = at + negative + (negative and line[at].text in known.minus and text_at(line, at + 1) == "-")
    sign = sign_before(line, start, known.units)
    here = sign[1] if sign else start
    if here >= len(line) or (sign and line[start].kind == "word" and not _is_code(line, start, here, text)):
        return None
    if sign and text_at(line, here) in ("-", "−"):
        here += 1
    number = number_at(line, here, known.numbers, known.writing) if here < len(line) else None
    if number is None or (sign and number.form in ("share", "times")):
        return None
    number = _short_scale(line, number, sign is not None, known)
    if sign:
        return _with_sign(line, Measured(number, at, number.end, sign[0], True, negative), text, known)
    behind = unit_behind(line, number.end, text, known.units) or _unit_of(line, number, text, known)
    if behind is None:
        return (
            None
            if _needs_unit(line, number, known)
            else Measured(number, at, number.end, None, negative=negative)
        )
    if number.form == "share" and behind[0].kind == "share":
        number = replace(number, form="digits")
    number, end = _and_part(line, number, behind[1], known)
    return Measured(number, at, end, behind[0], negative=negative)


def _unit_of(line: Sequence[Lexeme], number: Number, text: str, known: Grammar) -> tuple[Unit, int] | None:
    """The unit behind an article or "of": half an hour, millions of dollars, un millón de euros."""
    numbers, step = known.numbers, number.end + 1
    if number.value == HALF and text_at(line, number.end) in numbers.articles:
        return unit_behind(line, step, text, known.units)
    part = number.form == "share" and number.value < 1 and text_at(line, number.end) in numbers.of
    if part and text_at(line, step) in numbers.articles:  # a quarter of an hour
        unit = unit_behind(line, step + 1, text, known.units)
        return unit if unit and unit[0].kind in OF_ONE else None
    large = number.form == "magnitude" or (number.value >= numbers.of_least and number.raw != number.value)
    if large and text_at(line, number.end) in numbers.of:
        return unit_behind(line, step, text, known.units)
    return None


def _needs_unit(line: Sequence[Lexeme], number: Number, known: Grammar) -> bool:
    """Whether the number is one only before a unit: Spanish medio."""
    return (
        number.value == HALF
        and number.form == "words"
        and line[number.first].text in known.numbers.half_of_unit
    )


def _and_part(line: Sequence[Lexeme], number: Number, end: int, known: Grammar) -> tuple[Number, int]:
    """Two years and a half."""
    if text_at(line, end) not in known.numbers.and_words or number.form not in ("digits", "words"):
        return number, end
    if number.value != int(number.value):
        return number, end
    for form, part in known.numbers.and_parts.items():
        if text_at(line, end + len(form)) in known.numbers.of:
            continue  # "two years and a quarter of the crew"
        if tuple(lexeme.text for lexeme in line[end : end + len(form)]) == form:
            return replace(number, value=number.value + part), end + len(form)
    return number, end


def _with_sign(line: Sequence[Lexeme], found: Measured, text: str, known: Grammar) -> Measured:
    """With what may stand behind a number with a sign: $105 million dollars, $76 US."""
    behind, end = unit_behind(line, found.end, text, known.units), found.end
    if behind and behind[0].kind == "money":
        end = behind[1]
    code = known.units.after_sign.get(text_at(line, end))
    if code and found.unit and text[line[end].start].isupper():
        return replace(found, end=end + 1, unit=replace(found.unit, name=code))
    return replace(found, end=end)


def _short_scale(line: Sequence[Lexeme], number: Number, money: bool, known: Grammar) -> Number:
    """5k, $2.7m: letters for a scale directly behind digits."""
    word = text_at(line, number.end)
    scale = known.numbers.short_scales.get(word)
    if scale is None or number.form != "digits" or not glued(line, number.end) or number.value != number.raw:
        return number
    thousands = scale == 1000
    counts = number.value >= LEAST_THOUSANDS if thousands else _people_follow(line, number.end + 1, known)
    return replace(number, end=number.end + 1, value=number.value * scale) if money or counts else number


def _people_follow(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    """Whether a plural stands behind "5m", so that it means millions and not metres."""
    word = text_at(line, at)
    if word in known.numbers.of:
        return text_at(line, at + 1) in known.numbers.determiners
    return word in known.numbers.plurals or known.numbers.plural.fullmatch(word) is not None


def stands_alone(line: Sequence[Lexeme], one: Measured) -> bool:
    """Whether the number is no part of a name or a code: nothing foreign is written on to it."""
    first, last = one.number.first, one.end
    if last < len(line) and glued(line, last) and line[last].kind in ("word", "other", "number"):
        return False
    if one.sign or one.negative:
        return True
    if glued(line, first) and line[first - 1].kind in ("word", "other", "number"):
        return False
    before = text_at(line, first - 1)
    if before == "-" and glued(line, first) and glued(line, first - 1):
        return line[first - 2].kind == "number" or (one.unit is not None and one.number.form != "words")
    return not (before in ("#", "@", "_") and glued(line, first))


def _is_minus(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    """Whether a dash is a minus: written on to a digit or a sign, with a space or a bracket before it."""
    if line[at].text in known.minus:
        if text_at(line, at - 2) in known.plus:
            return False  # "plus or minus two points" is a margin
        if at and hedge_before(line, at + 1, known.hedges)[1] < at:
            return False  # "al menos 30" is a bound
        step = at + 1 + (text_at(line, at + 1) == "-")
        return step < len(line) and line[step].kind == "number"
    here = at + 1 < len(line) and glued(line, at + 1) and line[at + 1].kind in ("number", "sign")
    return here and (at == 0 or not glued(line, at) or line[at - 1].text in ("(", "["))


def _is_code(line: Sequence[Lexeme], at: int, end: int, text: str) -> bool:
    """Whether letters before a number are meant as a currency: written in capitals, or with a sign."""
    written = text[line[at].start : line[end - 1].end]
    return (
        written[:1].isupper() or len(written) > LETTERS_OF_CODE or any(not sign.isalnum() for sign in written)
    )
