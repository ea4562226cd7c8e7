"""What a document's claims turn on: the rare words in them, by which two documents are known to tell of one thing."""

from dataclasses import dataclass
from functools import lru_cache

from firsthand.links.aspects import aspects
from firsthand.links.terms import weight
from firsthand.records import Claim, Sheet

RARE = 3.0
"""Weight from which a word is one that few texts have: "tailings", "Vessany"."""

LEAST = 3
OF_LESS, OF_MORE = 0.3, 0.08
"""Rare words that two documents share at least, as a number and as a part of those of the one with fewer and with more.
They must stand in more than one claim: one claim in both is one claim, and says nothing of the others."""


def of_one_theme(one: Sheet, other: Sheet) -> bool:
    """Return whether the claims of two documents share so many rare words that both tell of one thing."""
    a, b = _theme(one.claims), _theme(other.claims)
    fewer, more = sorted((len(a.words), len(b.words)))
    least = max(LEAST, OF_LESS * fewer, OF_MORE * more)
    shared = a.words & b.words
    return len(shared) >= least and not any(shared <= said for said in (*a.by_claim, *b.by_claim))


@dataclass(frozen=True, slots=True)
class Theme:
    """The rare words in the claims of a document, all together and by claim where there are several."""

    words: frozenset[str]
    by_claim: frozenset[frozenset[str]]


def _theme(claims: tuple[Claim, ...]) -> Theme:
    kept = _kept(tuple(claim.id for claim in claims))
    if not kept:
        rare = [_rare(claim) for claim in claims]
        kept.append(Theme(frozenset().union(*rare), frozenset(said for said in rare if len(said) >= LEAST)))
    return kept[0]


@lru_cache(maxsize=1024)
def _kept(_: tuple[str, ...]) -> list[Theme]:
    """A place for the theme of claims with these ids."""
    return []


def _rare(claim: Claim) -> frozenset[str]:
    found = aspects(claim)
    said = found.topic if claim.measure != "count" else found.topic - found.what
    return frozenset(word for word in said if weight(word) >= RARE)
