"""The values of a figure on a small number line, as numbers for an SVG: bounds that are open stay open, hedges are seen."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from firsthand.records import Quantity

WIDTH = 240
"""Units of the drawing across; the numbers stand between ``EDGE`` and ``WIDTH - EDGE``."""

EDGE = 18
MOST = 6
"""Values that are drawn; the words beside the line say that there are more."""

FAR = 30
"""Times by which the largest number exceeds the smallest where the line is drawn logarithmic."""

ROUGH = ("about", "order of magnitude", "more than", "less than")
"""Hedges whose number is drawn hollow: it is not itself what is stated."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: from ``start`` to ``end`` across, the same for a point; open where its words give no bound.

    ``low`` and ``high`` say whether a number stands at that end, ``hollow`` that it is only about so.
    """

    start: float
    end: float
    low: bool
    high: bool
    hollow: bool


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What is drawn: one bar for each value, each in a row of its own; none where there is nothing to compare."""

    bars: tuple[Bar, ...]
    logarithmic: bool = False


def number_line(values: Iterable[Quantity]) -> NumberLine:
    """Return the different values of a figure on one line; what is in another unit than most of them is left out."""
    found = [quantity for quantity in values if not quantity.vague]
    if not found:
        return NumberLine(())
    unit, _ = Counter(map(_unit, found)).most_common(1)[0]
    shown = list(dict.fromkeys(_ends(quantity) for quantity in found if _unit(quantity) == unit))
    numbers = [float(end) for low, high, _ in shown for end in (low, high) if end is not None]
    if len(set(numbers)) < 2:
        return NumberLine(())
    logarithmic = min(numbers) > 0 and max(numbers) / min(numbers) > FAR
    least, most = (
        (math.log(min(numbers)), math.log(max(numbers))) if logarithmic else (min(numbers), max(numbers))
    )

    def across(number: Decimal | None, otherwise: float) -> float:
        """Return where a number stands on the line, in its units; ``otherwise`` for none."""
        if number is None:
            return otherwise
        place = math.log(number) if logarithmic else float(number)
        return round(EDGE + (place - least) / (most - least) * (WIDTH - 2 * EDGE), 1)

    bars = (
        Bar(across(low, 2), across(high, WIDTH - 2), low is not None, high is not None, hollow)
        for low, high, hollow in shown
    )
    return NumberLine(tuple(islice(bars, MOST)), logarithmic)


def _unit(quantity: Quantity) -> tuple[object, ...]:
    return quantity.kind, quantity.unit, quantity.per, quantity.direction


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, bool]:
    return quantity.low, quantity.high, quantity.hedge in ROUGH
