"""Numbers that stand once in each of two documents of one story or theme: a report and who tells of it give each as many things once.

That both give it by chance, of two things, is seldom where their sentences share a word that says of what.
"""

from firsthand.links.amounts import converted_otherwise
from firsthand.links.comparison import Comparison
from firsthand.links.near_values import Sizes
from firsthand.links.said import is_row
from firsthand.links.terms import total
from firsthand.links.values import are_opposite
from firsthand.records import Drift, LinkKind

ONCE = 0.6
"""How sure it is that such a number is one figure."""

SELDOM_COUNT, SELDOM = 1.0, 0.5
"""Distinction above which a count, and another number, is not in every text."""

OF_COUNTS, OF_OTHERS = 3.0, 1.0
"""Rarity of the words that the sentences of two counts share, and of two shares, sums or measures."""

ALIKE = 0.5
"""How much the same is measured where a number was moved to another time."""

SURE = frozenset({"hedge", "population", "unit", "value", "source"})
"""What has changed for sure where few words say that two numbers are one."""

DIFFERING = frozenset({"whole", "period", "place"})
"""Aspects in which they may contradict each other: these may have changed on the way."""


def single_numbers(one: Sizes, other: Sizes) -> list[tuple[int, int]]:
    """Return the claims of two documents, by their places, whose number stands in each of them once."""
    return sorted((one.once[number], other.once[number]) for number in one.once.keys() & other.once.keys())


def told_once(laid: Comparison) -> tuple[LinkKind, float] | None:
    """Return that two claims whose number stands once in each of two documents are one figure; None where they may be two."""
    quantity, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if quantity is None or other is None or not (laid.earlier.once and laid.later.once):
        return None
    if laid.stand != "equal" or laid.against - DIFFERING:
        return None
    if are_opposite((quantity.low, quantity.high), (other.low, other.high)) or converted_otherwise(laid):
        return None  # what a number was turned into has its own finding
    if is_row(laid.earlier.claim) or is_row(laid.later.claim):
        return None  # a cell says little in words
    if quantity.kind == "share" and "whole" in laid.against and not (laid.telling and laid.measure):
        return None  # 38% of the municipalities, 38% of the adopted
    counts = quantity.kind == "count"
    if laid.number <= (SELDOM_COUNT if counts else SELDOM):
        return None
    least = OF_COUNTS if counts else OF_OTHERS
    return ("same", ONCE) if total(laid.around_both) >= 10 * least else None


def surely_changed(laid: Comparison, drift: tuple[Drift, ...]) -> tuple[Drift, ...]:
    """Return in what such a number drifted, nothing where it may only be reworded: what one says of its time or whole the other may mean."""
    moved = "period" in laid.against and laid.measure >= ALIKE
    sure = moved or ("whole" in drift and "whole" in laid.against) or not SURE.isdisjoint(drift)
    return drift if sure else ()
