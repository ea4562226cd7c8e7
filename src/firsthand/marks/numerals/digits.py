"""Numbers in digits: how a document writes thousands and decimals, and what its digits are worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from firsthand.lexicon import load

Writing = Literal["point", "comma", "open"]
"""The decimal mark of a document; "open": three digits behind a mark are thousands, one or two are decimals."""

COMMA = re.compile(r"\d\.\d{3}\.\d{3}(?!\d)|\d\.\d{3},\d{1,2}(?!\d)")
"""What only a document with decimal commas has."""

COMMA_DECIMALS = re.compile(r"(?<![\d,.])\d+,\d{1,2}(?![\d,])")
POINT = re.compile(r"\d,\d{3},\d{3}(?!\d)|\d,\d{3}\.\d{1,2}(?!\d)")
"""What only a document with decimal points has."""

POINT_DECIMALS = re.compile(r"(?<![\d,.])\d+\.\d{1,2}(?![\d.])|(?<![\d,.])0\.\d")
COMMA_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3},\d{3}(?!\d)")
ROUND_THOUSANDS = re.compile(r"(?<![\d,.])[1-9]\d{0,2}\.000(?![\d.])")
"""24.000: nobody writes three noughts behind a decimal point of a count."""

POWER = re.compile(
    r"(?:(?P<mantissa>[\d.,]+)\s?[x×*·⋅]\s?)?10(?:(?P<plain>\^[-−–+]?\d+|[-−–]\d+)|(?P<raised>[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))$"
)
EXPONENT = re.compile(r"(?P<mantissa>\d+[.,]\d+)e(?P<plain>[-+]?\d+)$")
LOWERED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "+-0123456789--")


def writing_of(text: str, language: str = "en") -> Writing:
    """Return how a text writes its numbers, from the numbers that can be read in one way only.

    Without any, it is the usual way of the language.

    >>> writing_of("1.234.567 people"), writing_of("24.000 people and 1.500 goats"), writing_of("2.5 million")
    ('comma', 'comma', 'point')
    """
    usual: Writing = load(language, "numbers")["writing"]["usual"]
    if usual == "point":
        if COMMA.search(text):
            return "comma"
        others = COMMA_THOUSANDS.search(text) or POINT_DECIMALS.search(text)
        return "comma" if ROUND_THOUSANDS.search(text) and not others else usual
    if COMMA.search(text) or COMMA_DECIMALS.search(text):
        return "comma"
    return "point" if POINT.search(text) or POINT_DECIMALS.search(text) else "open"


def digits_value(text: str, writing: Writing = "point") -> Decimal:
    """Return what written digits are worth.

    >>> digits_value("1,978.5"), digits_value("24.000", "comma"), digits_value("24 000"), digits_value("2 × 10⁶")
    (Decimal('1978.5'), Decimal('24000'), Decimal('24000'), Decimal('2E+6'))
    """
    power = POWER.match(text) or EXPONENT.match(text)
    if power is not None:
        shift = power["plain"] or power["raised"]
        mantissa = digits_value(power["mantissa"], writing) if power["mantissa"] else Decimal(1)
        return mantissa.scaleb(int(shift.lstrip("^").translate(LOWERED)))
    bare = "".join(text.split())
    return Decimal(_pointed(bare, writing))


def _pointed(bare: str, writing: Writing) -> str:
    """The digits with a decimal point and without marks for thousands."""
    points, commas = bare.count("."), bare.count(",")
    if points > 1 or (points and commas and bare.index(".") < bare.index(",")):
        return bare.replace(".", "").replace(",", ".")
    if commas > 1 or (points and commas):
        return bare.replace(",", "")
    behind = len(bare) - 1 - max(bare.rfind("."), bare.rfind(","))
    if commas:
        decimal = behind != 3 or writing == "comma" or bare.startswith("0")
        return bare.replace(",", "." if decimal else "")
    thousands = behind == 3 and (writing != "point" or bare.endswith(".000")) and not bare.startswith("0")
    return bare.replace(".", "") if points and thousands else bare
