"""How two quantities stand to each other: the same number, some number that fits both, or none."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isclose
from typing import Literal

from firsthand.records import Quantity

Stand = Literal["equal", "fits", "apart", "incomparable"]

HAIR = Decimal("0.0006")
"""How far a rounded fraction may lie from whole thirds, sixths, sevenths or ninths."""

ABOUT = Decimal("0.1")
"""How far "about" may reach, as a part of the number."""

LENGTHS = {
    "m": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
    "mile": Decimal("1609.344"),
    "nautical mile": Decimal(1852),
    "cm": Decimal("0.01"),
    "mm": Decimal("0.001"),
    "ft": Decimal("0.3048"),
    "foot": Decimal("0.3048"),
    "yard": Decimal("0.9144"),
    "inch": Decimal("0.0254"),
}
AREAS = {
    "m²": Decimal(1),
    "ha": Decimal(10_000),
    "km²": Decimal(1_000_000),
    "acre": Decimal("4046.8564224"),
    "square mile": Decimal("2589988.110336"),
    "square foot": Decimal("0.09290304"),
}
VOLUMES = {
    "m³": Decimal(1),
    "litre": Decimal("0.001"),
    "millilitre": Decimal("0.000001"),
    "cubic foot": Decimal("0.028316846592"),
    "cubic yard": Decimal("0.764554857984"),
}
MASSES = {
    "kg": Decimal(1),
    "t": Decimal(1000),
    "tonne": Decimal(1000),
    "ton": Decimal(1000),
    "g": Decimal("0.001"),
    "mg": Decimal("0.000001"),
    "microgram": Decimal("0.000000001"),
    "lb": Decimal("0.45359237"),
    "pound": Decimal("0.45359237"),
}
DURATIONS = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.44"),
    "year": Decimal("365.25"),
    "hour": Decimal(1) / 24,
    "minute": Decimal(1) / 1440,
    "second": Decimal(1) / 86400,
}
POINTS = "percentage point"

PHYSICAL = frozenset({"length", "area", "volume", "mass"})
"""Kinds of measures that are confused with each other: cubic metres of mud, tonnes of mud."""

SLIPPED = (Decimal(10), Decimal(100), Decimal(1000))
"""How many times a number becomes whose decimal point was moved."""

UNMISTAKABLE, MEASURED = 3.0, 2.0
"""Distinction from which a number in one story is one thing whatever words stand beside it, and one with a measure of space or mass."""

SCALES = (LENGTHS, AREAS, VOLUMES, MASSES, DURATIONS)


@dataclass(frozen=True, slots=True)
class Interval:
    """What a quantity's words allow when rounding and "about" are granted; an open end is None."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return _below(self.low, other.high) and _below(other.low, self.high)


def stand(one: Quantity, other: Quantity) -> Stand:
    """Return how two quantities stand to each other; "incomparable" where kind or unit differ."""
    factor = conversion(one, other)
    if factor is None:
        return "apart" if _is_measured_otherwise(one, other) else "incomparable"
    ends = (one.low, one.high), (_times(other.low, factor), _times(other.high, factor))
    if ends[0] == ends[1] or (point(one) is not None and point(one) == _times(point(other), factor)):
        return "equal"
    return "fits" if reach(one, Decimal(1)).meets(reach(other, factor)) else "apart"


def _is_measured_otherwise(one: Quantity, other: Quantity) -> bool:
    """Whether the same number stands before units of two kinds: 1.4 million cubic metres, 1.4 million tonnes."""
    if one.kind == other.kind or not {one.kind, other.kind} <= PHYSICAL or one.per or other.per:
        return False
    return point(one) is not None and point(one) == point(other) and distinction(one) >= 1


def are_opposite(
    one: tuple[Decimal | None, Decimal | None], other: tuple[Decimal | None, Decimal | None]
) -> bool:
    """Return whether one number, by its ends, is at most what the other one is at least: "up to 20", "more than 20"."""
    return (one[0] is None and other[1] is None) or (one[1] is None and other[0] is None)


def in_two_currencies(one: Quantity, other: Quantity) -> bool:
    """Return whether the same sum is given in two currencies: 240 million dollars, 240 million euros."""
    if one.kind != "money" or other.kind != "money" or one.unit == other.unit:
        return False
    return point(one) is not None and point(one) == point(other)


def conversion(one: Quantity, other: Quantity) -> Decimal | None:
    """Return by what the numbers of the second are multiplied to be in the unit of the first, None if they cannot be."""
    if one.kind != other.kind or (one.direction != other.direction and _is_change(one, other)):
        return None
    if for_another(one, other) and (point(one) is None or point(one) != point(other)):
        return None
    if (one.unit or "") == (other.unit or ""):
        return Decimal(1)
    if one.kind == "share" and one.direction and {one.unit or "", other.unit or ""} == {"", POINTS}:
        return Decimal(1)  # a fall by 12 points, told as one by 12%
    for scale in SCALES:
        if one.unit in scale and other.unit in scale:
            return scale[other.unit] / scale[one.unit]
    return None


def for_another(one: Quantity, other: Quantity) -> bool:
    """Return whether one is given for each of something and the other for each of something else: a person, a family."""
    return bool(one.per and other.per) and one.per != other.per


def _is_change(one: Quantity, other: Quantity) -> bool:
    """Whether a change is set against a level or another change; "went down 14 km" may be a way and no change."""
    return one.kind != "length" or bool(one.direction and other.direction)


def point(quantity: Quantity) -> Decimal | None:
    """Return the one number that the words name, None for a range or a vague one.

    For a bound it is the bound: "up to 500,000" names 500,000.
    """
    if quantity.hedge in ("range", "order of magnitude"):
        return None
    if quantity.low is None or quantity.high is None or quantity.low == quantity.high:
        return quantity.low if quantity.low is not None else quantity.high
    if quantity.hedge in ("at least", "more than"):
        return quantity.low
    if quantity.hedge in ("at most", "less than"):
        return quantity.high
    return None


def reach(quantity: Quantity, factor: Decimal) -> Interval:
    """Return what the words allow, with rounding and "about" granted, in the unit that the factor leads to."""
    low, high = _times(quantity.low, factor), _times(quantity.high, factor)
    if quantity.hedge == "about":
        slack = ABOUT * (abs(low) if low is not None else Decimal(0))
    else:
        slack = (_grain(quantity.low if quantity.low is not None else quantity.high, quantity) / 2) * factor
    return Interval(None if low is None else low - slack, None if high is None else high + slack)


def distinction(quantity: Quantity) -> float:
    """Return how unlikely it is that two texts name this number by chance: 0 for "many", 1 for "60%", 4 for "1,847".

    It is the number of significant digits less one, a little more for money.
    """
    named = point(quantity)
    named = quantity.low if named is None else named
    if named is None or quantity.hedge == "order of magnitude":
        return 0.0
    both_ends = quantity.hedge == "range" and quantity.low is not None and quantity.high is not None
    more = 1.0 if both_ends or quantity.kind == "money" else 0.0
    return _distinction(named, is_share=quantity.kind == "share") + more


@lru_cache(maxsize=4096)
def _distinction(named: Decimal, *, is_share: bool) -> float:
    named = named * 100 if is_share else named
    digits = len(named.normalize().as_tuple().digits)
    recurring = digits > 6 or (is_share and digits > 3 and _is_common_part(named))
    return (1.0 if recurring else float(min(digits, 5))) - (0.5 if named < 10 else 0.0)


def alone(quantity: Quantity) -> bool:
    """Return whether two texts of one story that give this number mean one thing, whatever words they have: "2,318", "21.4%", "41 km"."""
    known = distinction(quantity) - (quantity.kind == "money")
    return known >= (UNMISTAKABLE if quantity.kind not in PHYSICAL else MEASURED)


def _is_common_part(percent: Decimal) -> bool:
    """Whether a percentage is a number of thirds, sixths, sevenths or ninths: "two in three", "one in seven"."""
    return any(abs(percent * parts / 100 - round(percent * parts / 100)) < HAIR for parts in (3, 6, 7, 9))


@lru_cache(maxsize=8192)
def digits(value: Decimal) -> str:
    """Return the digits of a number in order of size with its magnitude: the same where digits changed places.

    >>> digits(Decimal(73)) == digits(Decimal(37)), digits(Decimal(73)) == digits(Decimal(730))
    (True, False)
    """
    shown = value.normalize().as_tuple().digits
    if len(shown) > 6:  # 0.6667 for two thirds
        return f"={value.normalize():f}"
    return f"={''.join(map(str, sorted(shown)))}e{value.adjusted()}"


def figures(value: Decimal) -> str:
    """Return the same whatever the magnitude: one for 1.41 million, 14.1 million and 4.11 million.

    >>> figures(Decimal(73)) == figures(Decimal(370))
    True
    """
    return digits(value).partition("e")[0]


def slipped(one: Quantity, other: Quantity, *, of_one_digit: bool = False) -> bool:
    """Whether of two numbers of several digits one is the other with a digit more or less: 14 and 140, 1.41 and 14.1 million.

    Numbers ``of_one_digit`` are such too where that is asked for: 0.8 and eight.
    """
    a, b = point(one), point(other)
    if not a or not b or a < 0 or b < 0 or max(a, b) / min(a, b) not in SLIPPED:
        return False
    return of_one_digit or len(a.normalize().as_tuple().digits) > 1


def transposed(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities name numbers of the same digits in another order: 3.4 million and 4.3 million."""
    a, b = point(one), point(other)
    return a is not None and b is not None and a != b and digits(a) == digits(b)


def same_bounds(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities name the same number with the same firmness."""
    return one.hedge == other.hedge and stand(one, other) == "equal"


def near(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers differ by no more than rounding."""
    return isclose(a, b, rel_tol=0.005)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _grain(value: Decimal | None, quantity: Quantity) -> Decimal:
    """The step to which a number seems to be rounded: 1,000,000 for 2 million, 0 for 1,847 or a small count."""
    if value is None or not value or quantity.hedge in ("range", "at least", "at most"):
        return Decimal(0)
    exponent = int(value.normalize().as_tuple().exponent)
    if quantity.kind == "share":
        return Decimal(1).scaleb(max(exponent, -3)) if exponent >= -3 else Decimal(0)
    if quantity.kind in ("count", "money"):
        return Decimal(1).scaleb(exponent) if exponent >= 3 else Decimal(0)
    return Decimal(0)
