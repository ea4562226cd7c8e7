"""Bounds that a negation turns round: "no worker may be charged more than 300" allows 300 at most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.records import Quantity

if TYPE_CHECKING:
    from firsthand.language.tokens import Token
    from firsthand.marks.counting.noun_phrases import Measurement

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NEAR = 4
"""Words up from a number in which its verb stands."""


def as_allowed(quantity: Quantity, measured: Measurement) -> Quantity:
    """Return a bound as the one that its clause allows, where nobody may go beyond it.

    "More than" becomes "at most", "less than" becomes "at least". Only where
    nobody does it or it may not be done: "did not pay more than 300" may leave
    out how much was paid.
    """
    if quantity.hedge not in ("more than", "less than") or not _is_forbidden(measured):
        return quantity
    if quantity.hedge == "more than":
        return replace(quantity, low=None, high=quantity.low, hedge="at most")
    return replace(quantity, low=quantity.high, high=None, hedge="at least")


def _is_forbidden(measured: Measurement) -> bool:
    """Whether the verb before an amount is one that nobody does, or that may not be done."""
    verb = _verb_above(measured)
    if verb is None or verb.i >= measured.first:
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is not None and (
        subject.lower_ in words("en", "hedges", "nobody") or subject.left_edge.lower_ == "no"
    ):
        return True
    modal = any(
        child.dep_ == "aux" and child.lower_ in words("en", "hedges", "allowing") for child in verb.children
    )
    return modal and any(child.dep_ == "neg" and child.i < measured.first for child in verb.children)


def _verb_above(measured: Measurement) -> Token | None:
    """The nearest verb over an amount."""
    token = measured.doc[measured.first : measured.end].root
    for _ in range(NEAR):
        if token.pos_ in VERBS:
            return token
        token = token.head
    return token if token.pos_ in VERBS else None
