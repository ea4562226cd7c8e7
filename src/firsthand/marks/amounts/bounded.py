"""Numbers with their unit, bounds, range, rate and conversion: the amounts of a line of text, before the parse is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.lexicon import load
from firsthand.lexicon.measures import implied_ratio
from firsthand.marks.amounts.changes import change_before
from firsthand.marks.amounts.conversions import Opening, closes, opening_at
from firsthand.marks.amounts.grammar import Grammar, grammar
from firsthand.marks.amounts.hedges import NO_FLOOR, hedge_before, hedge_behind, hedge_end, interval
from firsthand.marks.amounts.measured import Measured, measured_at, stands_alone
from firsthand.marks.amounts.units import rate_behind
from firsthand.marks.numerals.lexemes import Lexeme, glued, starts_with, text_at
from firsthand.records import Direction, Hedge, QuantityKind

__all__ = ["Amount", "Grammar", "amounts", "grammar"]

APART = Decimal("0.3")
"""How far a value beside another may be from the converted one for the two to be one length or mass."""

NOUNS_BETWEEN = 3
"""Words of what is counted that may stand before its rate: 52 deaths per 100,000."""

STUFF = 2
"""Words of what is measured that may: 95 tonnes of drinking water a day."""


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


def amounts(line: Sequence[Lexeme], text: str, known: Grammar) -> Iterator[Amount]:
    """Yield the amounts of a line in order; each lexeme belongs to one at most."""
    at, free = 0, 0
    while at < len(line):
        if not _may_begin(line, at, known):
            at += 1
            continue
        found = _amount_at(line, at, text, known)
        if found is None or _is_rate(line, found.first, known):
            at = found.core[1] if found else at + 1
            continue
        if found.plain and _is_chain(line, found):
            at = found.end + 2
            continue
        amount = _hedged(line, found, free, known)
        amount = _bounded_above(line, amount, text, known) or amount
        amount = _rated(line, amount, text, known)
        yield amount
        at = free = max(at + 1, amount.converted.end if amount.converted else amount.end)


def _may_begin(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    lexeme = line[at]
    if lexeme.text in known.articles:
        behind = line[at + 1] if at + 1 < len(line) else None
        return behind is not None and (
            behind.kind in ("number", "sign") or behind.text in known.behind_articles
        )
    return lexeme.kind == "number" or lexeme.text in known.beginnings


def _amount_at(line: Sequence[Lexeme], at: int, text: str, known: Grammar) -> Amount | None:
    """The range that begins at a lexeme, else the single amount."""
    one = measured_at(line, at, text, known)
    return _range(line, at, one, text, known) or _single(line, one, known)


def _single(line: Sequence[Lexeme], one: Measured | None, known: Grammar) -> Amount | None:
    if one is None or not stands_alone(line, one):
        return None
    hedge: Hedge = "order of magnitude" if one.number.form == "magnitude" else "exact"
    low, high = interval(one.value, hedge)
    return Amount(
        one.first, one.end, (one.number.first, one.number.end), low, high, hedge, one.kind,
        one.unit.name if one.unit else "", direction=_signed(line, one, known),
        plain=one.unit is None and one.number.form in ("digits", "words"),
    )  # fmt: skip


def _signed(line: Sequence[Lexeme], one: Measured, known: Grammar) -> Direction | None:
    """Where a share with a sign goes: -1.3% in a list of rates is a change, behind "at" or "was" a level."""
    if one.kind != "share" or one.sign:
        return None
    plus = text_at(line, one.first - 1) == "+" and glued(line, one.first)
    if not (plus or one.negative) or text_at(line, one.first - 1 - plus) in known.level_words:
        return None
    return "up" if plus else "down"


def _range(
    line: Sequence[Lexeme], at: int, first: Measured | None, text: str, known: Grammar
) -> Amount | None:
    """Between 12 and 29, from 120 to 1200, 12-29, 4,000 to as many as 9,000; ``first`` is what is measured at ``at``."""
    joins = known.openers.get(line[at].text)
    opened = joins is not None
    if opened:
        start = at + 1
        while text_at(line, start) in known.of_ages:
            start += 1
        start = hedge_end(line, start, known.hedges)
        first = measured_at(line, start, text, known) if start < len(line) else None
    if first is None or first.number.form in ("magnitude", "times"):
        return None
    rate = rate_behind(line, first.end, known.units) if first.unit else None
    join_at = rate[1] if rate else first.end
    for join in joins if joins is not None else known.range_joins.get(text_at(line, join_at), ()):
        if not starts_with(line, join_at, join) or _is_part(line, join_at, join):
            continue
        moved = join in known.change_joins and not opened and first.unit
        if moved and change_before(line, first.first, known.changes):
            return None
        here = hedge_end(line, join_at + len(join), known.hedges)
        second = measured_at(line, here, text, known) if here < len(line) else None
        if second and not second.negative and stands_alone(line, second):
            pair = _matched(first, second, join, opened, known)
            if pair:
                own = opened and text_at(line, at - 1) not in known.range_verbs
                found = _range_amount(at if own else first.first, pair, opened)
                return replace(found, per=rate[0]) if found and rate else found
    return None


def _range_amount(first: int, pair: tuple[Measured, Measured], opened: bool) -> Amount | None:
    low, high = pair
    if low.value == high.value or (low.value > high.value and not opened):
        return None
    ends = sorted((low.value, high.value))
    return Amount(
        first, high.end, (low.number.first, high.number.end), ends[0], ends[1], "range", high.kind,
        high.unit.name if high.unit else "",
    )  # fmt: skip


def _matched(
    first: Measured, second: Measured, join: tuple[str, ...], opened: bool, known: Grammar
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
        join in known.or_joins
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
    behind = line[at + 1] if at + 1 < len(line) else None
    return join == ("-",) and behind is not None and behind.kind == "word" and not behind.text.isalpha()


def _hedged(line: Sequence[Lexeme], amount: Amount, free: int, known: Grammar) -> Amount:
    """With the bounds before and behind it; ``free`` is the first lexeme that no earlier amount holds."""
    hedge, start = hedge_before(line, amount.first, known.hedges)
    if start < free:
        hedge, start = "exact", amount.first
    behind = hedge_behind(line, amount.end, known.hedges) if amount.hedge != "range" else None
    end = amount.end
    if behind and not (hedge != "exact" and behind[0] == "about"):
        hedge, end = behind
    elif hedge == "exact" and amount.plain and end < len(line) and line[end].kind == "word":
        # "30 boats or more": the noun keeps its place behind the number
        apart = hedge_behind(line, end + 1, known.hedges)
        hedge = apart[0] if apart and apart[0] != "about" and text_at(line, end + 1) in known.ors else hedge
    if amount.hedge in ("range", "order of magnitude") or hedge == "exact":
        kept = amount.hedge in ("range", "order of magnitude") and hedge == "about"
        return (
            replace(amount, first=start) if kept or (hedge != "exact" and amount.hedge == "range") else amount
        )
    value = amount.low if amount.low is not None else Decimal(0)
    low, high = interval(value, hedge)
    return replace(amount, first=start, end=end, low=low, high=high, hedge=hedge, plain=False)


def _bounded_above(line: Sequence[Lexeme], amount: Amount, text: str, known: Grammar) -> Amount | None:
    """The range of "more than 40 but fewer than 60"; None where no second bound follows."""
    if amount.low is None or amount.high is not None or amount.hedge == "order of magnitude":
        return None
    join = text_at(line, amount.end)
    if join not in known.bound_joins:
        return None
    start = hedge_end(line, amount.end + 1, known.hedges)
    hedge = hedge_before(line, start, known.hedges)[0] if start > amount.end + 1 else "exact"
    if hedge not in NO_FLOOR or start >= len(line):
        return None
    second = _single(line, measured_at(line, start, text, known), known)
    if second is None or second.high is None or second.high <= amount.low:
        return None
    if amount.unit and (amount.unit, amount.kind) != (second.unit, second.kind):
        return None
    core = (amount.core[0], second.core[1])
    return replace(second, first=amount.first, core=core, low=amount.low, hedge="range", plain=False)


def _rated(line: Sequence[Lexeme], amount: Amount, text: str, known: Grammar) -> Amount:
    """With its rate and its conversion in brackets or behind a comma."""
    rate = rate_behind(line, amount.end, known.units)
    if rate:
        amount = replace(amount, per=rate[0], end=rate[1], plain=False)
        if amount.kind == "duration" or amount.kind == "count":
            amount = replace(amount, kind="rate")
    elif amount.kind == "count":
        per = _rate_of_counted(line, amount.end, known)
        amount = amount if per == amount.per else replace(amount, per=per)
    elif amount.unit and amount.per is None:
        amount = replace(amount, per=_rate_of_stuff(line, amount.end, known))
    converted = conversion_at(line, amount, text, known)
    if converted is None:
        return amount
    if rate is None:
        rate = rate_behind(line, converted.end + 1, known.units)
        amount = replace(amount, per=rate[0]) if rate else amount
    return replace(amount, converted=converted)


def _rate_of_counted(line: Sequence[Lexeme], at: int, known: Grammar) -> str | None:
    """Per what the counted things behind a number are: 52 deaths per 100,000."""
    for step in range(at + 1, min(len(line), at + 1 + NOUNS_BETWEEN)):
        if line[step - 1].kind != "word":
            return None
        if any(starts_with(line, step, per) for per in known.rate_numbers):
            rate = rate_behind(line, step, known.units)
            return rate[0] if rate else None
    return None


def _rate_of_stuff(line: Sequence[Lexeme], at: int, known: Grammar) -> str | None:
    """Per what a measured stuff is: 95 tonnes of lead a year."""
    if text_at(line, at) not in load(known.language, "rates").get("stuff", {}).get("words", ()):
        return None
    for step in range(at + 2, min(len(line), at + 2 + STUFF)):
        if line[step - 1].kind != "word":
            return None
        if rate := rate_behind(line, step, known.units):
            return rate[0]
    return None


def _is_rate(line: Sequence[Lexeme], at: int, known: Grammar) -> bool:
    """Whether a number is what something is counted per: the 100,000 of "52 deaths per 100,000"."""
    return any(starts_with(line, at - len(per), per) for per in known.rate_numbers)


def conversion_at(line: Sequence[Lexeme], amount: Amount, text: str, known: Grammar) -> Amount | None:
    """Return the same amount in another unit, in brackets or between commas behind it; None when something else follows.

    Behind a comma a length, mass or the like must agree with the first one,
    and money needs a word that says so ("or", "equivalent to", "about").
    """
    if not amount.unit or amount.kind in ("age", "share"):
        return None
    opening = opening_at(line, amount.end, known.conversions)
    if opening is None:
        return None
    start = hedge_end(line, opening.end, known.hedges)
    if start >= len(line):
        return None
    other = _amount_at(line, start, text, known)
    if other is None or other.kind != amount.kind or not other.unit or other.unit == amount.unit:
        return None
    other = _hedged(line, other, opening.end, known)
    if other.hedge == "about":
        other = replace(other, first=opening.end)
    rate = rate_behind(line, other.end, known.units)
    if rate:
        other = replace(other, end=rate[1])
    return other if _is_the_same(line, amount, other, opening) else None


def _is_the_same(line: Sequence[Lexeme], amount: Amount, other: Amount, opening: Opening) -> bool:
    """Whether what follows is the amount again."""
    if opening.bracket:
        return closes(line, other.end, opening)
    if amount.kind == "money":
        return (opening.said or other.hedge == "about") and closes(line, other.end, opening)
    ratio = implied_ratio(amount.unit, amount.high or amount.low, other.unit, other.high or other.low)
    return ratio is not None and abs(ratio - 1) <= APART


def _is_chain(line: Sequence[Lexeme], found: Amount) -> bool:
    """Whether digits and a dash and digits stand here that are no range: a score (2-1), a code (24-7)."""
    at = found.end
    return (
        text_at(line, at) in ("-", "–") and at + 1 < len(line) and line[at + 1].kind == "number"
        and glued(line, at) and glued(line, at + 1) and line[at - 1].kind == "number"
    )  # fmt: skip
