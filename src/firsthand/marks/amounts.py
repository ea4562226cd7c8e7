"""Numbers with their unit, bounds, range, rate and conversion: the amounts of a line of text, before the parse is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.changes import ChangeWords, change_before, change_words
from firsthand.marks.hedges import HedgeWords, hedge_before, hedge_behind, hedge_words, interval
from firsthand.marks.lexemes import Lexeme, glued, phrase, starts_with, text_at
from firsthand.marks.numbers import Number, NumberWords, number_at, number_words
from firsthand.marks.units import Unit, UnitWords, rate_behind, sign_before, unit_behind, unit_words
from firsthand.records import Direction, Hedge, QuantityKind


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a line of lexemes: ``first`` to ``end`` with hedge and unit, ``core`` the first and last number.

    ``plain`` says that nothing but the number itself speaks for a quantity: no unit, hedge or range.
    """

    first: int
    end: int
    core: tuple[int, int]
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    kind: QuantityKind
    unit: str
    per: str | None = None
    direction: Direction | None = None
    converted: Amount | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """All words that the amounts of one document are read with."""

    numbers: NumberWords
    units: UnitWords
    hedges: HedgeWords
    range_joins: tuple[tuple[str, ...], ...]
    between_joins: tuple[tuple[str, ...], ...]
    openers: frozenset[str]
    minus: frozenset[str]
    range_verbs: frozenset[str]
    of_ages: frozenset[str]
    changes: ChangeWords
    comma: bool = False


@cache
def grammar(language: str = "en", dollar: str = "USD", pound: str = "", comma: bool = False) -> Grammar:
    """Return the grammar of a document: its language, its dollar, its pound, and how it writes thousands."""
    table = load(language, "numbers")

    def joins(group: str) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted((phrase(one) for one in table[group]["phrases"]), key=len, reverse=True))

    return Grammar(
        number_words(language), unit_words(language, dollar, pound), hedge_words(language),
        joins("range_joins"), joins("between_joins"), words(language, "numbers", "between"),
        words(language, "numbers", "minus"), words(language, "numbers", "range_verbs"),
        words(language, "numbers", "of_ages"), change_words(language), comma,
    )  # fmt: skip


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


def amounts(line: Sequence[Lexeme], text: str, known: Grammar) -> Iterator[Amount]:
    """Yield the amounts of a line in order; each lexeme belongs to one at most."""
    at, free = 0, 0
    while at < len(line):
        if not _may_begin(line, at, known):
            at += 1
            continue
        found = _range(line, at, text, known) or _single(line, at, text, known)
        if found is None or text_at(line, found.first - 1) == "per":
            at = found.core[1] if found else at + 1
            continue
        if found.plain and _is_chain(line, found):
            at = found.end + 2
            continue
        amount = _rated(line, _hedged(line, found, free, known), text, known)
        yield amount
        at = free = max(at + 1, amount.converted.end if amount.converted else amount.end)


def measured_at(line: Sequence[Lexeme], at: int, text: str, known: Grammar) -> Measured | None:
    """Return the number that begins at a lexeme, or at the sign before it, with its unit."""
    negative = line[at].text in ("-", "−", "–", *known.minus) and _is_minus(line, at, known)
    start = at + negative + (negative and line[at].text in known.minus and text_at(line, at + 1) == "-")
    sign = sign_before(line, start, known.units)
    here = sign[1] if sign else start
    if here >= len(line) or (sign and line[start].kind == "word" and not _is_code(line, start, here, text)):
        return None
    if sign and text_at(line, here) in ("-", "−"):
        here += 1
    number = number_at(line, here, known.numbers, known.comma) if here < len(line) else None
    if number is None or (sign and number.form in ("share", "times")):
        return None
    number = _short_scale(line, number, sign is not None, known)
    behind = unit_behind(line, number.end, text, known.units)
    if sign:
        end = number.end
        if behind and behind[0].kind == "money":
            end = behind[1]
        return Measured(number, at, *_country(line, end, sign[0], text, known), sign=True, negative=negative)
    if behind is None and number.form in ("words", "share") and text_at(line, number.end) in ("a", "an"):
        behind = (
            unit_behind(line, number.end + 1, text, known.units) if number.value == Decimal("0.5") else None
        )
    if behind is None and number.form == "magnitude" and text_at(line, number.end) == "of":
        behind = unit_behind(line, number.end + 1, text, known.units)
    if behind and number.form == "share" and behind[0].kind == "share":
        number = replace(number, form="digits")
    return Measured(
        number, at, behind[1] if behind else number.end, behind[0] if behind else None, negative=negative
    )


def _country(line: Sequence[Lexeme], end: int, unit: Unit, text: str, known: Grammar) -> tuple[int, Unit]:
    """The end and unit of "$76 US": the country may stand behind the number."""
    code = known.units.after_sign.get(text_at(line, end))
    if code and unit.kind == "money" and text[line[end].start].isupper():
        return end + 1, replace(unit, name=code)
    return end, unit


def _may_begin(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    lexeme = line[at]
    if lexeme.kind == "number" or lexeme.kind == "sign":
        return True
    numbers = known.numbers
    word = lexeme.text
    return (
        word in numbers.cardinals or word in numbers.tens or word in numbers.magnitudes or word == "half"
        or word in numbers.articles or word in known.openers or word in numbers.several or word == "multi"
        or word in numbers.glyphs or word in known.minus or (word,) in known.units.before or sign_before(line, at, known.units) is not None
    )  # fmt: skip


def _single(line: Sequence[Lexeme], at: int, text: str, known: Grammar) -> Amount | None:
    one = measured_at(line, at, text, known)
    if one is None or not _stands_alone(line, one):
        return None
    hedge: Hedge = "order of magnitude" if one.number.form == "magnitude" else "exact"
    low, high = interval(one.value, hedge)
    return Amount(
        one.first, one.end, (one.number.first, one.number.end), low, high, hedge, _kind(one),
        one.unit.name if one.unit else "", plain=one.unit is None and one.number.form in ("digits", "words"),
    )  # fmt: skip


def _range(line: Sequence[Lexeme], at: int, text: str, known: Grammar) -> Amount | None:
    """Between 12 and 29, from 120 to 1200, 12-29, 4,000 to as many as 9,000."""
    opened = line[at].text in known.openers
    start = at
    if opened:
        start += 1
        while text_at(line, start) in known.of_ages:
            start += 1
        start = hedge_end(line, start, known)
    first = measured_at(line, start, text, known) if start < len(line) else None
    if first is None or first.number.form in ("magnitude", "times"):
        return None
    rate = rate_behind(line, first.end, known.units) if first.unit else None
    join_at = rate[1] if rate else first.end
    for join in known.between_joins if opened else known.range_joins:
        if not starts_with(line, join_at, join) or (join_at < len(line) and _is_part(line, join_at, join)):
            continue
        if join == ("to",) and not opened and first.unit and change_before(line, first.first, known.changes):
            return None
        here = hedge_end(line, join_at + len(join), known)
        second = measured_at(line, here, text, known) if here < len(line) else None
        if second and not second.negative and _stands_alone(line, second):
            pair = _matched(line, first, second, join, opened)
            if pair:
                own = opened and text_at(line, at - 1) not in known.range_verbs
                found = _range_amount(line, at if own else first.first, pair, opened)
                return replace(found, per=rate[0]) if found and rate else found
    return None


def hedge_end(line: Sequence[Lexeme], at: int, known: Grammar) -> int:
    """Return where a hedge that begins at a lexeme ends, ``at`` itself when none does."""
    for length in range(min(6, len(line) - at), 0, -1):
        if tuple(lexeme.text for lexeme in line[at : at + length]) in known.hedges.before:
            return at + length
    return at


def _range_amount(
    line: Sequence[Lexeme], first: int, pair: tuple[Measured, Measured], opened: bool
) -> Amount | None:
    low, high = pair
    if low.value == high.value or (low.value > high.value and not opened):
        return None
    ends = sorted((low.value, high.value))
    return Amount(
        first, high.end, (low.number.first, high.number.end), ends[0], ends[1], "range", _kind(high),
        high.unit.name if high.unit else "",
    )  # fmt: skip


def _matched(
    line: Sequence[Lexeme], first: Measured, second: Measured, join: tuple[str, ...], opened: bool
) -> tuple[Measured, Measured] | None:
    """The two ends in one unit and scale, None when they do not measure the same thing."""
    a, b = first.unit, second.unit
    if a and b and a != b:
        return None
    if a and not b:
        free = join in (("-",), ("–",)) or opened or second.number.raw != second.number.value
        if not first.sign or not free:
            return None
        second = replace(second, unit=a)
    if b and not a:
        first = replace(first, unit=b)
    if first.number.form == "share" and not first.unit and second.number.form != "share":
        return None
    if (
        join == ("or",)
        and not opened
        and second.number.raw - first.number.raw != 1
        and second.number.form != first.number.form
    ):
        return None
    scale = second.number.value / second.number.raw if second.number.raw else Decimal(1)
    if scale > 1 and first.number.raw == first.number.value and first.number.raw < second.number.raw:
        first = replace(first, number=replace(first.number, value=first.number.value * scale))
    return first, second


def _is_part(line: Sequence[Lexeme], at: int, join: tuple[str, ...]) -> bool:
    """Whether a hyphen belongs to a compound ("12-year-old") and joins no second number."""
    return (
        join == ("-",)
        and at + 1 < len(line)
        and line[at + 1].kind == "word"
        and not line[at + 1].text.isalpha()
    )


def _hedged(line: Sequence[Lexeme], amount: Amount, free: int, known: Grammar) -> Amount:
    """With the bounds before and behind it; ``free`` is the first lexeme that no earlier amount holds."""
    hedge, start = hedge_before(line, amount.first, known.hedges)
    if start < free:
        hedge, start = "exact", amount.first
    behind = hedge_behind(line, amount.end, known.hedges) if amount.hedge != "range" else None
    end = amount.end
    if behind and not (hedge != "exact" and behind[0] == "about"):
        hedge, end = behind
    if amount.hedge in ("range", "order of magnitude") or hedge == "exact":
        kept = amount.hedge in ("range", "order of magnitude") and hedge == "about"
        return (
            replace(amount, first=start) if kept or (hedge != "exact" and amount.hedge == "range") else amount
        )
    value = amount.low if amount.low is not None else Decimal(0)
    low, high = interval(value, hedge)
    return replace(amount, first=start, end=end, low=low, high=high, hedge=hedge, plain=False)


def _rated(line: Sequence[Lexeme], amount: Amount, text: str, known: Grammar) -> Amount:
    """With its rate and its conversion in brackets."""
    rate = rate_behind(line, amount.end, known.units)
    if rate:
        amount = replace(amount, per=rate[0], end=rate[1], plain=False)
        if amount.kind == "duration" or amount.kind == "count":
            amount = replace(amount, kind="rate")
    converted = conversion_at(line, amount, text, known)
    if converted is None:
        return amount
    if rate is None:
        rate = rate_behind(line, converted.end + 1, known.units)
        amount = replace(amount, per=rate[0]) if rate else amount
    return replace(amount, converted=converted)


def conversion_at(line: Sequence[Lexeme], amount: Amount, text: str, known: Grammar) -> Amount | None:
    """Return the same amount in another unit, in brackets behind it; None when the brackets hold something else."""
    if text_at(line, amount.end) not in ("(", "[") or not amount.unit:
        return None
    here = amount.end + 1
    for words_before in (("or",), ("equal", "to"), ("equivalent", "to"), ("that", "is")):
        if starts_with(line, here, words_before):
            here += len(words_before)
    start = hedge_end(line, here, known)
    if start >= len(line):
        return None
    other = _range(line, start, text, known) or _single(line, start, text, known)
    if other is None or other.kind != amount.kind or not other.unit or other.unit == amount.unit:
        return None
    other = _hedged(line, other, here, known)
    if other.hedge == "about":
        other = replace(other, first=here)
    rate = rate_behind(line, other.end, known.units)
    if rate:
        other = replace(other, end=rate[1])
    return other if text_at(line, other.end) in (")", "]", "/", ",", ";") else None


def _is_chain(line: Sequence[Lexeme], found: Amount) -> bool:
    """Whether digits and a dash and digits stand here that are no range: a score (2-1), a code (24-7)."""
    at = found.end
    return (
        text_at(line, at) in ("-", "–") and at + 1 < len(line) and line[at + 1].kind == "number"
        and glued(line, at) and glued(line, at + 1) and line[at - 1].kind == "number"
    )  # fmt: skip


def _kind(one: Measured) -> QuantityKind:
    if one.unit:
        return one.unit.kind
    return "share" if one.number.form == "share" and one.number.value <= 1 else "count"


def _short_scale(line: Sequence[Lexeme], number: Number, money: bool, known: Grammar) -> Number:
    """5k, $2.7m: letters for a scale directly behind digits."""
    word = text_at(line, number.end)
    scale = known.numbers.short_scales.get(word)
    if scale is None or number.form != "digits" or not glued(line, number.end) or number.value != number.raw:
        return number
    counts = number.value >= 10 if word == "k" else _people_follow(line, number.end + 1, known)
    return replace(number, end=number.end + 1, value=number.value * scale) if money or counts else number


def _people_follow(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    """Whether a plural stands behind "5m", so that it means millions and not metres."""
    word = text_at(line, at)
    if word == "of":
        return text_at(line, at + 1) in ("its", "their", "the", "these", "those", "them", "our", "his", "her")
    return word in known.numbers.plurals or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))


def _stands_alone(line: Sequence[Lexeme], one: Measured) -> bool:
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
        return any(lexeme.kind == "number" for lexeme in line[at + 1 : at + 3])
    here = at + 1 < len(line) and glued(line, at + 1) and line[at + 1].kind in ("number", "sign")
    return here and (at == 0 or not glued(line, at) or line[at - 1].text in ("(", "["))


def _is_code(line: Sequence[Lexeme], at: int, end: int, text: str) -> bool:
    """Whether letters before a number are meant as a currency: written in capitals, or with a sign."""
    written = text[line[at].start : line[end - 1].end]
    return written[:1].isupper() or any(not sign.isalnum() for sign in written)
