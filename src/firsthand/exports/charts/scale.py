"""The number line under a plot: from where to where, which ticks, and how a number is written on it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from firsthand.records import Quantity

LARGEST = 1e120
"""Beyond it no plot tells two numbers apart; such a number is drawn there and written as it is."""

FAR = 1000
"""From this ratio of the largest to the smallest number on, the line is logarithmic."""

NEAR = 0.66
"""Below this ratio of the smallest to the largest, the line begins at zero."""

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number line; ``kind`` is "linear" or "log", ``ticks`` hold each a number and how it is written."""

    low: float
    high: float
    kind: str
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """At which ends of a number line an interval is open, so that it runs on to the edge."""

    below: bool = False
    above: bool = False


CLOSED = Room()


def number_line(numbers: Iterable[Decimal], unit: str, room: Room = CLOSED, most: int = 6) -> NumberLine:
    """Return the line on which all these numbers have their place; about ``most`` ticks.

    ``unit`` is "%" for fractions that are to be written as percentages. An end with ``room`` lies beyond the last number.
    """
    values = sorted(plain(number) for number in numbers) or [0.0, 1.0]
    low, high = values[0], values[-1]
    if low > 0 and high / low >= FAR:
        return _logarithmic(low, high, unit, most)
    if unit == "%" and low >= 0 and high <= 1:
        low, high = 0.0, 1.0
    elif low >= 0 and (low <= NEAR * high or low == high or room.below):
        low = 0.0
    step = _step(low, high, most - 1)
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    bottom -= step * (bottom == top or (room.below and bottom == values[0] and bottom != 0))
    top += step * (bottom == top or (room.above and top == values[-1]))
    ticks = [bottom + step * n for n in range(round((top - bottom) / step) + 1)]
    return NumberLine(bottom, top, "linear", tuple((tick, written(tick, unit, step)) for tick in ticks))


def plain(number: Decimal) -> float:
    """Return a number as the plot can hold it."""
    value = float(max(Decimal(-LARGEST), min(Decimal(LARGEST), number)))
    return 0.0 if abs(value) < 1 / LARGEST else value


def unit_of(quantity: Quantity) -> str:
    """Return what is written behind a number of this quantity: "%" for a share, a currency or unit, "" for a count."""
    if quantity.kind == "share":
        return "%"
    per = f" per {quantity.per}" if quantity.per else ""
    return f"{quantity.unit or ''}{per}".strip()


def written(number: float, unit: str, step: float = 0) -> str:
    """Return a number for a tick, to the precision of the step between two.

    >>> written(1500000, ""), written(0.64, "%", 0.2), written(-2.5, "kg", 0.5)
    ('1.5 million', '64%', '−2.5')
    """
    if unit == "%":
        number, step = number * 100, step * 100
    size, name = next(
        ((s, n) for s, n in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")) if abs(number) >= s),
        (1, ""),
    )
    if abs(number) >= 1e15:
        body = f"{number:.2e}".replace("e+", "e")
    else:
        scaled = number / size
        body = _trimmed(f"{scaled:,.{_decimals(step / size) if step else 6}f}")
    return body.replace("-", "−") + ("" if abs(number) >= 1e15 else name) + ("%" if unit == "%" else "")


def _logarithmic(low: float, high: float, unit: str, most: int) -> NumberLine:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    apart = max(1, math.ceil((last - first) / (most - 1)))
    last = first + apart * math.ceil((last - first) / apart)
    ticks = [10.0**power for power in range(first, last + 1, apart)]
    return NumberLine(ticks[0], ticks[-1], "log", tuple((tick, written(tick, unit, tick)) for tick in ticks))


def _step(low: float, high: float, most: int) -> float:
    rough = (high - low) / most or abs(high) / most or 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * step for step in STEPS if power * step >= rough * 0.999)


def _decimals(step: float) -> int:
    return min(12, max(0, -math.floor(math.log10(step)) + 1)) if step > 0 else 6


def _trimmed(body: str) -> str:
    return body.rstrip("0").rstrip(".") if "." in body else body
