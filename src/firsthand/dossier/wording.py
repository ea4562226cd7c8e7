"""Records in words for people: what a quantity says, who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from firsthand.records import Claim, Drift, Quantity

CHANGED: Mapping[Drift, str] = {
    "value": "the number", "hedge": "how firmly it is said", "population": "whom it is about",
    "whole": "what it is a share of", "measure": "what is measured", "period": "the time", "place": "the place",
    "unit": "the unit", "source": "whose word it is", "wording": "the wording",
}  # fmt: skip
"""The kinds of drift in words."""


def said(quantity: Quantity) -> str:
    """Return what a quantity says: its kind, how firmly, the interval and the unit.

    >>> from firsthand.records import Span
    >>> said(Quantity(Span(0, 9), "count", None, Decimal(500000), "at most"))
    'count: at most 500,000'
    >>> said(Quantity(Span(0, 9), "share", Decimal("0.64"), Decimal("0.64"), "about"))
    'share: about 64%'
    """
    unit = [
        quantity.unit if quantity.unit else "",
        f"per {quantity.per}" if quantity.per else "",
        f"({quantity.direction})" if quantity.direction else "",
    ]
    return " ".join(filter(None, (f"{quantity.kind}:", _interval(quantity), *unit)))


def holds(claim: Claim, words: Iterable[str]) -> bool:
    """Whether all of some words, in lower case, stand in a claim: its text, measure, population, place or chain."""
    names = " ".join(step.name or "" for step in claim.chain)
    parts = (claim.text, claim.measure, claim.population, claim.place, names)
    said = " ".join(filter(None, parts)).casefold()
    return all(word in said for word in words)


def voice(claim: Claim) -> str:
    """Return the furthest voice of a claim as people read it."""
    if not claim.chain:
        return "nobody named"
    last = claim.chain[-1]
    return last.name or {"unnamed": "somebody unnamed", "author": "the author"}.get(
        last.role, f"the {last.role}"
    )


def _interval(quantity: Quantity) -> str:
    low, high = (_amount(end, quantity.kind) for end in (quantity.low, quantity.high))
    firmly = "" if quantity.hedge in ("exact", "range") else f"{quantity.hedge} "
    if low is None and high is None:
        return f"{firmly}no number"
    if low is None or high is None:
        if firmly:
            return f"{firmly}{low or high}"
        return f"up to {high}" if low is None else f"{low} and more"
    return f"{firmly}{low}" if low == high else f"{firmly}{low} to {high}"


def _amount(end: Decimal | None, kind: str) -> str | None:
    if end is None:
        return None
    shown = end * 100 if kind == "share" else end
    plain = f"{shown:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{plain}%" if kind == "share" else plain
