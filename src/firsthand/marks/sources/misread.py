"""Persons whom the model took for bodies: a name that few bear, of whom the text goes on as "he" or "she"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.lexicon.people import words_of_bodies

if TYPE_CHECKING:
    from firsthand.language.tokens import TokenSpan

PERSONAL = frozenset({"he", "she"})
SUBJECTS = ("nsubj", "nsubjpass")
FAR = 60
"""Words behind a name within which a sentence goes on about its bearer."""


def is_person(entity: TokenSpan) -> bool:
    """Return whether a name that was taken for that of a body is a person's: "Ravel Oss knows it. Until May he drove."

    It is the first subject of its paragraph, and the next sentence has "he" or "she" for its subject, before any other name stands there.
    """
    if not 2 <= len(entity) <= 3 or not all(token.is_title and token.is_alpha for token in entity):
        return False
    named = {token.lower_ for token in entity}
    if entity.root.dep_ not in SUBJECTS or not named.isdisjoint(
        words_of_bodies() | words("en", "roles", "official")
    ):
        return False
    doc, start = entity.doc, entity.start
    if start and doc[start - 1].lower_ in ("the", "a", "an", "and", "&"):
        return False
    if any(other.label_ in ("PERSON", "ORG") and other.end <= start for other in doc.ents):
        return False
    if any(token.lower_ in PERSONAL for token in doc[:start]):
        return False
    return _goes_on(entity)


def _goes_on(entity: TokenSpan) -> bool:
    """Whether the subject of the sentence behind that of a name is "he" or "she"."""
    doc, own = entity.doc, entity.root.sent
    for token in doc[own.end : own.end + FAR]:
        if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
            return token.lower_ in PERSONAL
        if token.ent_type_ in ("PERSON", "ORG"):
            return False
    return False
