"""By which rare words two documents are known to tell of one thing: "tailings", "Vessany", "dredger"."""

from collections.abc import Iterable

from firsthand.links.aspects import aspects
from firsthand.links.said import Said
from firsthand.links.terms import weight

RARE = 3.0
"""Weight from which a word is one that few texts have."""

LEAST = 4
PART = 0.4
"""Rare words that claims of two documents share at least, as a number and as a part of all that the claims of one have.
They must stand in more than one claim: one claim in both is one claim, and says nothing of the others."""


def of_one_theme(laid: Iterable[tuple[Said, Said]]) -> bool:
    """Return whether claims of two documents that may be linked share so many rare words that both tell of one thing."""
    a, b = ({said.claim.id: said for said in side} for side in zip(*laid, strict=True))
    one, other = ([_rare(said) for said in side.values()] for side in (a, b))
    fewer = min((frozenset().union(*side) for side in (one, other)), key=len)
    shared = frozenset().union(*one) & frozenset().union(*other)
    if len(shared) < max(LEAST, PART * len(fewer)):
        return False
    return not any(shared <= said for said in (*one, *other))


def _rare(said: Said) -> frozenset[str]:
    found = aspects(said.claim)
    topic = found.topic if said.claim.measure != "count" else found.topic - found.what
    return frozenset(word for word in topic if weight(word) >= RARE)
