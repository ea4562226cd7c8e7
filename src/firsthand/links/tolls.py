"""Counts of all to whom something happened: the dead of an event, those who were arrested."""

import re

from firsthand.links.aspects import STATUS, Aspects
from firsthand.records import Claim, Quantity

PART_BEHIND = re.compile(r"\s*(?:of|among)\s+(?:them|these|those|whom|which|the|all|our)\b")
PART_BEFORE = re.compile(r"\b(?:of|among)\s+(?:them|these|those|whom|which)\b[^.;]*$", re.IGNORECASE)
"""Words behind and before the number of some of those who were counted."""

SUMS = re.compile(r"(?:grand |sub-?)?(?:total|all|sum|altogether|overall)\b", re.IGNORECASE)
"""With which the row of a table begins that counts all."""


def tallied(found: Aspects, claim: Claim) -> frozenset[str]:
    """Return what happened to all whom a claim counts, established or not: killed, hurt, detained.

    Nothing where it counts some of those of whom its text tells, a change, or one row of a table.
    """
    quantity = claim.quantity
    if quantity is None or quantity.kind != "count" or quantity.direction is not None:
        return frozenset()
    outcome = found.of("outcome") - STATUS
    return frozenset() if not outcome or _is_part(claim, quantity) else outcome


def _is_part(claim: Claim, quantity: Quantity) -> bool:
    """Whether a claim counts some of those of whom its text tells: "11 of them", "of which 11"."""
    if claim.whole:
        return True
    if "\t" in claim.text:
        return SUMS.match(claim.text.strip()) is None
    at, end = quantity.span.start - claim.span.start, quantity.span.end - claim.span.start
    return (
        PART_BEHIND.match(claim.text[end:]) is not None
        or PART_BEFORE.search(claim.text[: max(0, at)]) is not None
    )
