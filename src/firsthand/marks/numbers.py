"""Numbers in words and digits: twenty-four, 2.6 million, two-thirds, one in every 10, thousands of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from firsthand.lexicon import load, words
from firsthand.marks.lexemes import Lexeme, glued, phrase, starts_with, text_at

Form = Literal["digits", "words", "share", "magnitude", "times"]

FOUR_PLACES = Decimal("0.0001")


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


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language that make numbers."""

    cardinals: dict[str, Decimal]
    tens: dict[str, Decimal]
    scales: dict[str, Decimal]
    short_scales: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    fractions: dict[str, Decimal]
    glyphs: dict[str, Decimal]
    times: dict[str, Decimal]
    several: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    share_joins: tuple[tuple[str, ...], ...]
    fraction_before: frozenset[str]
    fraction_after: frozenset[str]
    not_half: frozenset[str]
    plurals: frozenset[str]


@cache
def number_words(language: str = "en") -> NumberWords:
    """Return the number words of a language, ready for look-up."""
    table = load(language, "numbers")

    def values(group: str) -> dict[str, Decimal]:
        return {word: Decimal(value) for word, value in table[group]["values"].items()}

    joins = sorted((phrase(words) for words in table["shares"]["phrases"]), key=len, reverse=True)
    return NumberWords(
        values("cardinals"), values("tens"), values("scales"), values("short_scales"), values("magnitudes"),
        values("fractions"), values("glyphs"), values("times"), words(language, "numbers", "several"),
        words(language, "numbers", "articles"), words(language, "numbers", "joins"), tuple(joins),
        words(language, "numbers", "fraction_before"), words(language, "numbers", "fraction_after"),
        words(language, "numbers", "not_half"), words(language, "numbers", "plurals"),
    )  # fmt: skip


def number_at(line: Sequence[Lexeme], at: int, known: NumberWords, comma: bool = False) -> Number | None:
    """Return the longest number that begins at a lexeme, None where none does.

    ``comma`` says that the document writes thousands with a point (24.000).
    """
    number = (
        _magnitude(line, at, known)
        or _plain(line, at, known, comma)
        or _half(line, at, known)
        or _article(line, at, known)
    )
    return number and _as_share(line, number, known, comma)


def digits_value(text: str, comma: bool) -> Decimal:
    """Return what written digits are worth.

    >>> digits_value("1,978.5", False), digits_value("24.000", True), digits_value("24 000", False)
    (Decimal('1978.5'), Decimal('24000'), Decimal('24000'))
    """
    bare = "".join(text.split())
    if bare.count(".") > 1 or (comma and "." in bare and len(bare) - bare.index(".") == len(".000")):
        bare = bare.replace(".", "").replace(",", ".")
    elif bare.endswith(".000") and bare.count(".") == 1 and "," not in bare:
        bare = bare.replace(".", "")
    else:
        bare = bare.replace(",", "")
    return Decimal(bare)


def _plain(line: Sequence[Lexeme], at: int, known: NumberWords, comma: bool) -> Number | None:
    """Digits or words, mixed numbers and scales."""
    lexeme = line[at]
    if lexeme.kind == "number":
        number = Number(at, at + 1, digits_value(lexeme.text, comma), Decimal(0), "digits")
        number = _glyph(line, _slash(line, number), known)
    elif lexeme.text in known.glyphs:
        number = Number(at, at + 1, known.glyphs[lexeme.text], Decimal(0), "share")
    else:
        spelled = _spelled(line, at, known)
        if spelled is None:
            return None
        number = spelled
    if number.form == "share":
        return _scaled(line, replace(number, raw=number.value), known)
    number = replace(number, raw=number.value)
    parts = _parts(line, number, known)
    return parts or _scaled(line, _and_a_half(line, number, known), known)


def _spelled(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Words below a thousand: twenty-four, three hundred and ten."""
    total, end, open_below = Decimal(0), at, Decimal(1000)
    while True:
        step = end
        if (end > at and text_at(line, end) == "-" and glued(line, end) and glued(line, end + 1)) or (
            end > at and text_at(line, end) in known.joins and open_below == 100
        ):
            step += 1
        word = text_at(line, step)
        if word in known.tens and open_below >= 100:
            total, open_below = total + known.tens[word], Decimal(10)
        elif word in known.cardinals and known.cardinals[word] < open_below and open_below > 1:
            value = known.cardinals[word]
            if open_below == 10 and value == 0:
                break
            total, open_below = total + value, Decimal(1)
        elif word == "hundred" and end > at and 0 < total < 20 and open_below == 1:
            total, open_below = total * 100, Decimal(100)
        else:
            break
        end = step + 1
    return Number(at, end, total, total, "words") if end > at else None


def _scaled(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """With the scales behind it: 2.6 million, three hundred thousand and five, 5bn."""
    value, end = number.value, number.end
    for _ in range(3):
        step = end + (text_at(line, end) == "-" and text_at(line, end + 1) in known.scales)
        word = text_at(line, step)
        if word not in known.scales:
            break
        value, end = value * known.scales[word], step + 1
    if end > number.end:
        form: Form = "digits" if number.form == "digits" else "words"
        scaled = Number(number.first, end, value, number.raw, form)
        return _more(line, scaled, known) if number.form == "words" else scaled
    return number


def _more(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """What is added behind a spelled scale: two thousand three hundred and five."""
    at = number.end
    if text_at(line, at) in known.joins:
        at += 1
        if number.value >= 1000 and text_at(line, at) in known.articles:
            return number
    rest = _spelled(line, at, known) if at < len(line) else None
    if rest is None or (at > number.end and line[at - 1].kind == "word" and rest.value >= 100):
        return number
    rest = _scaled(line, rest, known)
    smaller = rest.value < number.value and number.value % (10 ** len(str(int(rest.value)))) == 0
    return replace(number, end=rest.end, value=number.value + rest.value) if smaller else number


def _slash(line: Sequence[Lexeme], number: Number) -> Number:
    """1/2, and 2 1/2."""
    at = number.end
    if text_at(line, at) in ("/", "⁄") and glued(line, at) and glued(line, at + 1):
        below = line[at + 1] if at + 1 < len(line) else None
        if below and below.kind == "number" and below.text.isdecimal() and Decimal(below.text) > number.value:
            value = (number.value / Decimal(below.text)).normalize()
            return replace(number, end=at + 2, value=value, form="share")
    return number


def _glyph(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """2½, and 2 1/2."""
    sign = text_at(line, number.end)
    if sign in known.glyphs:
        return replace(number, end=number.end + 1, value=number.value + known.glyphs[sign])
    at = number.end
    if at < len(line) and line[at].kind == "number" and line[at].text.isdecimal() and number.form == "digits":
        part = _slash(line, Number(at, at + 1, Decimal(line[at].text), Decimal(0), "digits"))
        if part.form == "share" and number.value < 1000 and number.value == int(number.value):
            return replace(number, end=part.end, value=number.value + part.value)
    return number


def _parts(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number | None:
    """Two-thirds, three quarters, one fifth."""
    hyphen = text_at(line, number.end) == "-"
    at = number.end + hyphen
    below = known.fractions.get(text_at(line, at))
    if below is None or not 0 < number.value < below or number.value != int(number.value):
        return None
    plural = text_at(line, at).endswith("s")
    if (number.value == 1) == plural:
        return None
    if not hyphen and not _fraction_is_meant(line, number.first, at + 1, known):
        return None
    return Number(
        number.first, at + 1, (number.value / below).quantize(FOUR_PLACES).normalize(), number.value, "share"
    )


def _fraction_is_meant(line: Sequence[Lexeme], first: int, end: int, known: NumberWords) -> bool:
    return text_at(line, end) in known.fraction_after or text_at(line, first - 1) in known.fraction_before


def _and_a_half(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """Two and a half."""
    at = number.end
    if text_at(line, at) in known.joins and text_at(line, at + 1) in known.articles:
        below = known.fractions.get(text_at(line, at + 2))
        if below in (2, 3, 4):
            return replace(
                number, end=at + 3, value=number.value + (1 / below).quantize(FOUR_PLACES).normalize()
            )
    return number


def _half(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Half, half a million, half-million."""
    if line[at].text != "half" or text_at(line, at - 1) in known.not_half:
        return None
    half = Number(at, at + 1, Decimal("0.5"), Decimal("0.5"), "share")
    step = at + 1
    hyphen = text_at(line, step) == "-"
    step += hyphen or text_at(line, step) in known.articles
    if text_at(line, step) in known.scales and step > at + 1:
        return _scaled(line, replace(half, end=step), known)
    if hyphen and glued(line, at + 1):
        return None
    if text_at(line, at - 1) == "-" and glued(line, at):
        return None
    return half


def _article(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """A hundred and ten, a million, a third of, a dozen."""
    if line[at].text not in known.articles:
        return None
    word = text_at(line, at + 1)
    if word in known.scales:
        one = Number(at, at + 1, Decimal(1), Decimal(1), "words")
        if word == "hundred":
            more = _more(line, replace(one, end=at + 2, value=Decimal(100)), known)
            return _scaled(line, replace(more, raw=more.value), known)
        return _scaled(line, one, known)
    below = known.fractions.get(word)
    if below is None or word.endswith("s") or not _fraction_is_meant(line, at, at + 2, known):
        return None
    return Number(at, at + 2, (1 / below).quantize(FOUR_PLACES).normalize(), Decimal(1), "share")


def _magnitude(line: Sequence[Lexeme], at: int, known: NumberWords) -> Number | None:
    """Thousands, tens of thousands, several hundred, multi-million."""
    word = line[at].text
    first, start = at, at
    if word in known.articles and text_at(line, at + 1) in known.several:
        start, word = at + 1, text_at(line, at + 1)
    if word in known.several or word == "multi":
        step = start + 1 + (text_at(line, start + 1) in ("-", "of"))
        unit = known.scales.get(text_at(line, step)) or known.magnitudes.get(text_at(line, step))
        if unit is None:
            return None
        number = Number(first, step + 1, unit, unit, "magnitude")
        return _of_magnitude(line, number, known)
    unit = known.magnitudes.get(word)
    if unit is None or start != at or (word in ("tens", "scores") and text_at(line, at + 1) != "of"):
        return None
    return _of_magnitude(line, Number(at, at + 1, unit, unit, "magnitude"), known)


def _of_magnitude(line: Sequence[Lexeme], number: Number, known: NumberWords) -> Number:
    """Tens of thousands, hundreds of millions, several hundred thousand."""
    step = number.end + (text_at(line, number.end) == "of")
    word = text_at(line, step)
    unit = known.magnitudes.get(word) or (known.scales.get(word) if step == number.end else None)
    if unit is None or unit <= 12:
        return number
    return replace(number, end=step + 1, value=number.value * unit, raw=number.value * unit)


def _as_share(line: Sequence[Lexeme], number: Number, known: NumberWords, comma: bool) -> Number:
    """One in every 10, two out of five: the share, else the number as it is."""
    if number.form not in ("digits", "words") or number.value != int(number.value) or number.value > 1000:
        return number
    for join in known.share_joins:
        if not starts_with(line, number.end, join):
            continue
        at = number.end + len(join)
        whole = _plain(line, at, known, comma) if at < len(line) else None
        if whole is None or whole.form == "share" or not 0 < number.value < whole.value:
            return number
        if whole.form == "digits" and len(line[at].text) == 4 and line[at].text.startswith(("19", "20")):
            return number
        if len(join) == 1 and (number.value > 9 or not _is_round(whole.value)):
            return number
        value = number.value / whole.value
        return Number(
            number.first, whole.end, value.quantize(_places(value)).normalize(), number.value, "share"
        )
    return number


def _is_round(value: Decimal) -> bool:
    """Whether it is a whole that people give shares of: up to ten, a dozen, 20, 25, 50, hundreds."""
    return value <= 10 or value in (12, 15, 20, 25, 30, 40, 50) or value % 100 == 0


def _places(value: Decimal) -> Decimal:
    """Four digits that count, also of a very small share."""
    return Decimal(1).scaleb(min(-4, value.adjusted() - 3))
