"""Numbers that stand once in each of two documents of one story or theme: a report and who tells of it give each as many things once.

That both give it twice by chance, of two things, is seldom where their sentences share a word that says of what.
"""

import re
from collections.abc import Sequence

from firsthand.links.amounts import converted_otherwise
from firsthand.links.comparison import Comparison, general
from firsthand.links.near_values import Sizes
from firsthand.links.outline import Outline
from firsthand.links.terms import total
from firsthand.records import LinkKind, Quantity

CELL = re.compile(r"\t| \| ")
"""What stands between two cells of a table."""

ONCE = 0.6
"""How sure it is that such a number is one figure."""

SELDOM_COUNT, SELDOM = 1.0, 0.5
"""Distinction above which a count, and another number, is not in every text."""

OF_COUNTS, OF_OTHERS = 3.0, 1.0
"""Rarity of the words that the sentences of two counts share, and of two shares, sums or measures."""

DIFFERING = frozenset({"whole", "period", "place"})
"""Aspects in which they may contradict each other: these may have changed on the way."""


def single_numbers(one: Sizes, other: Sizes) -> list[tuple[int, int]]:
    """Return the claims of two documents, by their places, whose number stands in each of them once."""
    mine, theirs = _once(one.outlines), _once(other.outlines)
    return sorted((mine[number], theirs[number]) for number in mine.keys() & theirs.keys())


def _once(outlines: Sequence[Outline | None]) -> dict[tuple[str, float], int]:
    """The numbers of a document that only one claim gives, each with the place of that claim."""
    found: dict[tuple[str, float], int] = {}
    several: set[tuple[str, float]] = set()
    for place, each in enumerate(outlines):
        if each is None or each.point is None or each.label:
            continue
        number = each.sort, each.point
        if number in found:
            several.add(number)
        found[number] = place
    return {number: place for number, place in found.items() if number not in several}


def told_once(laid: Comparison) -> tuple[LinkKind, float] | None:
    """Return that two claims whose number stands once in each of two documents are one figure; None where they may be two."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or not laid.once or laid.one_document:
        return None
    if laid.stand != "equal" or laid.against - DIFFERING:
        return None
    if _are_opposite(quantity, laid.later.claim.quantity) or converted_otherwise(laid):
        return None  # what a number was turned into has its own finding
    if any(CELL.search(said.claim.text) for said in (laid.earlier, laid.later)):
        return None  # a cell says little in words
    if quantity.kind == "share" and "whole" in laid.against and not (laid.telling and laid.measure):
        return None  # 38% of the municipalities, 38% of the adopted
    counts = quantity.kind == "count"
    if laid.number <= (SELDOM_COUNT if counts else SELDOM):
        return None
    least = OF_COUNTS if counts else OF_OTHERS
    return ("same", ONCE) if total(_around(laid)) >= 10 * least else None


def _are_opposite(one: Quantity, other: Quantity | None) -> bool:
    """Whether one number is a floor and the other a ceiling: "up to 20", "more than 20"."""
    if other is None or (one.low is None) == (one.high is None):
        return False
    return (one.low is None, one.high is None) == (other.high is None, other.low is None)


def _around(laid: Comparison) -> frozenset[str]:
    """The words that both say or that stand around them, general ones aside."""
    here, there = laid.a.topic | laid.earlier.around, laid.b.topic | laid.later.around
    return (here & there) - general()
