"""Plain numbers in words and digits: twenty-four, 2.6 million, 2½; the other forms are in ``numbers``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from firsthand.marks.numerals.digits import Writing, digits_value
from firsthand.marks.numerals.lexemes import Lexeme, glued, text_at
from firsthand.marks.numerals.number_words import NumberWords

Form = Literal["digits", "words", "share", "magnitude", "times"]

MOST_SCALES = 3
"""Scales that multiply one number, and parts that are added to it; more is no number that anybody writes."""

HYPHENS = ("-", "\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands: lexemes ``first`` up to, not including, ``end``.

    ``raw`` is the value before its scale ("1.2" in "1.2 million"). A share is a
    fraction of one; of a magnitude ("thousands") the value is the unit.
    """

    first: int
    end: int
    value: Decimal
    raw: Decimal
    form: Form


def plain_number(line: Sequence[Lexeme], at: int, known: NumberWords, writing: Writing) -> Number | None:
    """Return the number in digits or words with its scales that begins at a lexeme, None where none does."""
    lexeme = line[at]
    if lexeme.kind == "number":
        number = whole_number(line, at, writing)
        number = _with_glyph(line, _slash(line, number), known, writing)
    elif lexeme.text in known.glyphs:
        number = Number(at, at + 1, known.glyphs[lexeme.text], Decimal(0), "share")
    else:
        if lexeme.text in known.articles and at + 1 < len(line) and line[at + 1].kind == "number":
            return None  # the article of "un 40 %"
        spelled = below_thousand(line, at, known)
        if spelled is None:
            return _lone_scale(line, at, known)
        number = spelled
    if number.raw is not number.value:
        number = replace(number, raw=number.value)
    return scaled(line, number, known)


def whole_number(line: Sequence[Lexeme], at: int, writing: Writing) -> Number:
    """Return the digits at a lexeme as a number."""
    value = digits_value(line[at].text, writing)
    return Number(at, at + 1, value, value, "digits")


def below_thousand(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Return the number in words below a thousand that begins at a lexeme: twenty-four, three hundred and ten."""
    total, end, open_below = Decimal(0), at, Decimal(1001)
    while True:
        step = _next_part(line, at, end, open_below, known)
        word = text_at(line, step)
        if word in known.hundreds and open_below > 1000:
            total, open_below = known.hundreds[word], Decimal(100)
        elif word in known.tens and open_below >= 100:
            total, open_below = total + known.tens[word], Decimal(10)
        elif word in known.cardinals and known.cardinals[word] < open_below and open_below > 1:
            value = known.cardinals[word]
            if open_below == 10 and value == 0:
                break
            total, open_below = total + value, Decimal(1)
        elif word in known.hundred and end > at and 0 < total < 20 and open_below == 1:
            total, open_below = total * 100, Decimal(100)
        else:
            break
        end = step + 1
    return Number(at, end, total, total, "words") if end > at else None


def _next_part(line: Sequence[Lexeme], at: int, end: int, open_below: Decimal, known: NumberWords) -> int:
    """Where the next part of a spelled number may begin: behind a hyphen or an "and", else directly."""
    if end == at:
        return end
    word = text_at(line, end)
    hyphen = word in HYPHENS and glued(line, end) and glued(line, end + 1)
    joined = (open_below == 100 and word in known.joins) or (open_below == 10 and word in known.ten_joins)
    return end + (hyphen or joined)


def scaled(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """Return a number with the scales behind it: 2.6 million, three hundred thousand and five, 5bn."""
    found = _times_scales(line, number, known)
    if found.end == number.end:
        return _and_part(line, number, Decimal(1), known)
    scale = found.value / number.value if number.value else Decimal(1)
    return _more(line, _and_part(line, found, scale, known), known)


def _times_scales(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """A number times the scales behind it, and nothing added."""
    value, end = number.value, number.end
    for _ in range(MOST_SCALES):
        step = end + (text_at(line, end) == "-" and text_at(line, end + 1) in known.scales)
        word = text_at(line, step)
        if word not in known.scales:
            break
        value, end = value * known.scales[word], step + 1
    if end == number.end:
        return number
    form: Form = "digits" if number.form == "digits" else "words"
    return replace(number, end=end, value=value, form=form)


def _lone_scale(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """A scale that needs no number before it: Spanish mil."""
    if line[at].text not in known.alone:
        return None
    return scaled(line, Number(at, at, Decimal(1), Decimal(1), "words"), known)


def _and_part(line: Sequence[Lexeme], number: Number, scale: Decimal, known: NumberWords) -> Number:
    """Two and a half, a million and a half, and behind it the scale of "two and a half million"."""
    if text_at(line, number.end) not in known.and_words or number.form == "share":
        return number
    if number.value != int(number.value):
        return number
    for form, part in known.and_parts.items():
        if tuple(lexeme.text for lexeme in line[number.end : number.end + len(form)]) == form:
            if scale == 1 and text_at(line, number.end + len(form)) in known.of:
                continue  # "two and a third of the others": two numbers
            value = number.value + part * scale
            found = replace(number, end=number.end + len(form), value=value)
            return scaled(line, replace(found, raw=value), known) if scale == 1 else found
    return number


def _more(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """What is added behind a spelled scale: two thousand three hundred and five."""
    for _ in range(MOST_SCALES):
        rest = _rest(line, number, known)
        if rest is None:
            break
        number = replace(number, end=rest.end, value=number.value + rest.value)
    return number


def _rest(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number | None:
    """The next smaller part of a spelled number, None where something else follows."""
    if number.form != "words":
        return None
    at = number.end
    if text_at(line, at) in known.joins:
        at += 1
        if number.value >= 1000 and text_at(line, at) in known.articles:
            return None
    rest = below_thousand(line, at, known) if at < len(line) else None
    if rest is None and text_at(line, at) in known.alone:
        rest = Number(at, at, Decimal(1), Decimal(1), "words")
    if rest is None or (at > number.end and rest.value >= 100):
        return None
    rest = _times_scales(line, rest, known)
    if rest.value != int(rest.value) or not 0 < rest.value < number.value:
        return None
    return rest if number.value % (10 ** len(str(int(rest.value)))) == 0 else None


def added_to_hundred(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """Return "a hundred" with what is added to it: a hundred and ten."""
    return _more(line, number, known)


def _slash(line: Sequence[Lexeme], number: Number) -> Number:
    """1/2."""
    at = number.end
    if text_at(line, at) in ("/", "⁄") and glued(line, at) and glued(line, at + 1):
        below = line[at + 1] if at + 1 < len(line) else None
        if below and below.kind == "number" and below.text.isdecimal() and Decimal(below.text) > number.value:
            value = (number.value / Decimal(below.text)).normalize()
            return replace(number, end=at + 2, value=value, form="share")
    return number


def _with_glyph(line: Sequence[Lexeme], number: Number, known: NumberWords, writing: Writing) -> Number:
    """2½, and 2 1/2."""
    at = number.end
    sign = text_at(line, at)
    if sign in known.glyphs:
        return replace(number, end=at + 1, value=number.value + known.glyphs[sign])
    if at < len(line) and line[at].kind == "number" and line[at].text.isdecimal() and number.form == "digits":
        part = _slash(line, whole_number(line, at, writing))
        if part.form == "share" and number.value < 1000 and number.value == int(number.value):
            return replace(number, end=part.end, value=number.value + part.value)
    return number
