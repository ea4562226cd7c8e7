"""A count of a counted whole as the share that it is: "2,150 of the 8,600 workers" is a quarter."""

import re
from dataclasses import replace
from decimal import Decimal

from firsthand.links.values import Stand, point, stand
from firsthand.records import Claim, Quantity

NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s*(thousand|million|billion)\b)?", re.IGNORECASE
)
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}

ROUNDED = Decimal("0.06")
"""How far, as a part of it, a share in words may lie from the exact one: 10.4% is "one in ten"."""

CONVERTED_APART = 0.8
"""Weight of a link between one amount and itself whose conversions into another currency cannot both be right:
of all that is impossible, this alone is one figure."""

AS_SHARE = 0.45
"""Weight of a link between a share and the count for which it stands: both are told of one thing, and are
one figure only where neither is told elsewhere."""


LEAST_WHOLE = 10
"""Number of a whole from which a number of its parts is known by both: "seven of the 11 exits"."""


def number_of_whole(claim: Claim) -> Decimal | None:
    """Return the number that a clause gives for the whole of which it tells a part, None where it gives none or nought."""
    found = NUMBER.search(claim.whole or "")
    if found is None:
        return None
    return Decimal(found[1].replace(",", "")) * SCALES.get((found[2] or "").lower(), 1) or None


def as_share(claim: Claim) -> Quantity | None:
    """Return a count as a share of the whole that its clause gives a number for, None where it gives none."""
    quantity, whole = claim.quantity, number_of_whole(claim)
    if quantity is None or quantity.kind != "count" or whole is None:
        return None
    low, high = (None if end is None else end / whole for end in (quantity.low, quantity.high))
    return replace(
        quantity, kind="share", low=low, high=high, unit="", counted=None, whole=None, converted=None
    )


def stand_as_share(one: Claim, other: Claim) -> Stand:
    """Return how a share and a count of a whole stand to each other; "incomparable" for any other two claims."""
    if one.quantity is None or other.quantity is None or one.quantity.kind == other.quantity.kind:
        return "incomparable"
    a = one.quantity if one.quantity.kind == "share" else as_share(one)
    b = other.quantity if other.quantity.kind == "share" else as_share(other)
    if a is None or b is None:
        return "incomparable"
    x, y = point(a), point(b)
    if x is not None and y is not None and abs(x - y) <= ROUNDED * max(x, y):
        return "equal"
    return stand(a, b)
