"""Claims that stand beside linked ones in both of two documents: what is told there is told again, with the same number or its digits.

Of a passage that one text takes from another few words may be left, but what stood side by side still does.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.links.comparison import Comparison
from firsthand.links.near_values import Sizes
from firsthand.links.outline import Outline
from firsthand.links.retold import CROWD
from firsthand.links.said import is_row
from firsthand.links.terms import total
from firsthand.links.values import slipped, transposed
from firsthand.records import Claim, Link, LinkKind

FIGURE = re.compile(r"\d")

REACH = 250
"""Characters from one claim to another beside it: the next sentence, or the one after."""

OF_DIGITS = 2.0
"""Distinction of a count, a share or a sum from which its digits change places, and are not another number."""

OF_PLACE = 0.6
"""How sure it is that what stands beside one linked claim in two texts is one thing."""

CHANGED = frozenset({"whole", "period", "place"})
"""Aspects in which they may contradict each other: these may have changed on the way."""

MEASURED, ALIKE, CONTAINED = 0.5, 0.5, 0.6
"""How much the same is measured, likeness, and containment, of which the first and one of the others must be reached."""

MEASURED_ALIKE = 1.35
"""Both together where neither is reached: all the same is measured, of another whole."""

OF_AROUND, SELDOM = 2.0, 2.0
"""Rarity of the words that stand around both and in them, and distinction of a number for which they are enough."""

MATTER = frozenset({"area", "volume", "mass", "length"})
"""Kinds of which a passage seldom gives two numbers."""


def kin_numbers(one: Sizes, other: Sizes) -> list[tuple[int, int]]:
    """Return the claims of two documents, by their places, that give one number, or its digits in another order or magnitude.

    A number that stands in both was not changed on the way.
    """
    mine, theirs = _by_figures(one.outlines), _by_figures(other.outlines)
    found: list[tuple[int, int]] = []
    for key in mine.keys() & theirs.keys():
        if max(len(mine[key]), len(theirs[key])) > CROWD:
            continue
        both = {number for _, number in mine[key]} & {number for _, number in theirs[key]}
        found += [
            (here, there)
            for here, number in mine[key]
            for there, again in theirs[key]
            if number == again or both.isdisjoint((number, again))
        ]
    return sorted(found)


def _by_figures(
    outlines: Sequence[Outline | None],
) -> Mapping[tuple[str, str], list[tuple[int, float | None]]]:
    """The places of the claims with their numbers, by what they measure and the digits of these."""
    found: dict[tuple[str, str], list[tuple[int, float | None]]] = defaultdict(list)
    for place, each in enumerate(outlines):
        if each is not None and each.figures and not each.label:
            found[each.sort, each.figures].append((place, each.point))
    return found


class Linked:
    """The claims of one document that are linked to those of another one, by where they stand."""

    def __init__(self, links: Iterable[Link], claims: Iterable[Claim]) -> None:
        """Take the links between two documents and the claims of one of them."""
        starts = {claim.id: claim.span.start for claim in claims}
        found = [
            (starts[claim], f"{link.earlier} {link.later}")
            for link in links
            for claim in (link.earlier, link.later)
            if claim in starts
        ]
        self._found = sorted(found)
        self._starts = [start for start, _ in self._found]

    def beside(self, claim: Claim) -> frozenset[str]:
        """Return the links of the claims that stand beside one."""
        first = bisect_left(self._starts, claim.span.start - REACH)
        last = bisect_right(self._starts, claim.span.end + REACH)
        return frozenset(link for _, link in self._found[first:last])


def told_beside(laid: Comparison) -> tuple[LinkKind, float] | None:
    """Return how two claims beside one linked claim stand: they give one number, or digits slipped; None where they are of two things."""
    if not laid.beside or laid.one_document or laid.against - CHANGED or "extra" in laid.open:
        return None
    if laid.against - {"whole"} and _is_count(laid):
        return None  # as many may have died in another year
    if is_row(laid.earlier.claim) or is_row(laid.later.claim):
        return None
    if laid.stand == "equal":
        return ("same", OF_PLACE) if _say_the_same(laid) else None
    return ("drift", OF_PLACE) if _has_slipped(laid) and _are_of_one_kind(laid) else None


def _is_count(laid: Comparison) -> bool:
    return laid.earlier.claim.quantity is not None and laid.earlier.claim.quantity.kind == "count"


def _say_the_same(laid: Comparison) -> bool:
    alike = laid.like >= ALIKE or laid.topic.containment >= CONTAINED
    if laid.telling and laid.measure >= MEASURED and (alike or laid.measure + laid.like >= MEASURED_ALIKE):
        return True
    if "whole" in laid.against and not laid.measure:
        return False  # "41% of the crop", "41% of those asked": a share of something else, of which something else is said
    return laid.number >= SELDOM and total(laid.around_both) >= 10 * OF_AROUND


def _has_slipped(laid: Comparison) -> bool:
    """Whether digits changed places or the decimal point did; "eight hectares" may have been 0.8, "twelve" was never 21."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or one.direction or other.direction:
        return False
    if one.kind in MATTER:
        return slipped(one, other, of_one_digit=True) or transposed(one, other)
    in_figures = all(FIGURE.search(said.claim.number or "") for said in (laid.earlier, laid.later))
    return laid.number >= OF_DIGITS and (slipped(one, other) or (in_figures and transposed(one, other)))


def _are_of_one_kind(laid: Comparison) -> bool:
    """Whether the same is counted or measured, in the words of the one or around it."""
    quantity = laid.earlier.claim.quantity
    matter = quantity is not None and quantity.kind in MATTER
    return matter or laid.topic.containment >= CONTAINED or laid.people.likeness >= ALIKE or laid.telling
