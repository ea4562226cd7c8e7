"""What arithmetic forbids between two claims about people: a part above its whole, two halves above all."""

import re
from decimal import Decimal
from functools import cache

from firsthand.lexicon import words
from firsthand.links.aspects import Aspects
from firsthand.links.comparison import SPEAKING, Comparison, general, share
from firsthand.links.ratios import as_share
from firsthand.links.terms import form, weight
from firsthand.links.values import point, reach
from firsthand.records import Quantity

PARTS = ("sex", "age", "status", "outcome")
"""Dimensions in which a part of some people is told from all of them."""

ALL = Decimal("1.02")
"""What two shares of one whole may be together, with rounding."""

THAT_IS = re.compile(
    r"^[^.;:()]{0,80}(?:\(|,\s*(?:or|that is|i\.e\.|which is)\s)(?:,?\s*(?:or|about|some|around|roughly|nearly|almost|over|more than|just|only)\b)*\s*$"
)
"""Between a count of a whole and the share that it is: "2,150 of the 8,600 workers, or", "2,150 of the 8,600 workers ("."""

MISSED = Decimal("0.1")
"""By how much, as a part of it, such a share misses the ratio beyond all rounding."""

HALVES = frozenset({"woman", "man"})
"""Women and men, in one form."""


def impossible(laid: Comparison) -> bool:
    """Whether two claims whose numbers lie apart cannot both be true, since one tells of a part of the other."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or "period" in laid.against:
        return False
    if one.kind == "share":
        return _above_all(laid, one, other)
    if one.kind != "count" or laid.topic.shared < 5 or not laid.a.people:
        return False
    halves = (laid.a, one, laid.b, other), (laid.b, other, laid.a, one)
    return laid.telling and any(
        _is_part(part, whole) and _above(few, many) for part, few, whole, many in halves
    )


def miscalculated(laid: Comparison) -> bool:
    """Return whether a share stands behind a count of a whole as what it makes, and is not: "30 of 60, or 40 per cent"."""
    counted, share = sorted(
        (laid.earlier.claim, laid.later.claim),
        key=lambda claim: claim.quantity.kind == "share" if claim.quantity else True,
    )
    if counted.quantity is None or share.quantity is None or not counted.span.meets(share.span):
        return False
    if share.quantity.span.end > counted.span.end:
        return False  # it is said in a clause of its own
    between = counted.text[
        counted.quantity.span.end - counted.span.start : share.quantity.span.start - counted.span.start
    ]
    ratio, named = as_share(counted), point(share.quantity)
    made = point(ratio) if ratio is not None else None
    if made is None or named is None or share.quantity.direction or not THAT_IS.search(between):
        return False
    return abs(made - named) > MISSED * max(made, named)


def above_all_votes(laid: Comparison) -> bool:
    """Return whether a clause gives two of those among whom all votes or seats are shared out more than there are."""
    one, other = laid.earlier.claim, laid.later.claim
    a, b = one.quantity, other.quantity
    if a is None or b is None or a.kind != "share" or b.kind != "share" or a.direction or b.direction:
        return False
    if not one.span.meets(other.span) or laid.a.clause.isdisjoint(_shared_out()):
        return False
    x, y = point(a), point(b)
    return x is not None and y is not None and x < 1 and y < 1 and x + y > ALL


@cache
def _shared_out() -> frozenset[str]:
    """Words for what is given to one and to no other, in one form."""
    return frozenset(map(form, words("en", "comparing", "given")))


def _is_part(part: Aspects, whole: Aspects) -> bool:
    """Whether all that is said of one group is said of the other, which is restricted further: women among workers."""
    if (
        not whole.people
        or not part.people
        or part.of("extra")
        or whole.of("extra")
        or part.denies != whole.denies
    ):
        return False
    if any(not whole.of(dimension) <= part.of(dimension) for dimension in PARTS):
        return False
    if not (whole.of("sex") < part.of("sex") or whole.of("status") < part.of("status")):
        return False
    if not whole.names <= part.names or whole.places != part.places:
        return False
    return _all_said(whole.who, part.topic) and share(whole.what, part.topic) >= 0.8


def _all_said(words: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether all that says which people are meant, beyond that they are people, is said of others too."""
    telling = frozenset(word for word in words - general() if weight(word) >= SPEAKING)
    return not telling or share(telling, topic) >= 0.8


def _above(part: Quantity, whole: Quantity) -> bool:
    """Whether the number of a part, if only as its bound, lies above all that the whole can be."""
    least, most = point(part) or part.low, reach(whole, Decimal(1)).high
    return least is not None and most is not None and least > most


def _above_all(laid: Comparison, one: Quantity, other: Quantity) -> bool:
    """Whether the shares of women and of men in one whole are more than all together."""
    x, y = one.low, other.low
    differ = laid.a.topic ^ laid.b.topic
    return (
        differ == HALVES
        and len(laid.a.topic & differ) == 1
        and x is not None
        and y is not None
        and x + y > ALL
    )
