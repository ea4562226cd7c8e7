"""Whether the words round a time speak of the past or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from firsthand.lexicon import words

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

STEPS = 8
"""How far up the tree the verb over a time may stand."""


def direction(token: Token) -> Literal["past", "future", None]:
    """Return where the verb over a word looks to, None where it does not say."""
    verb = _verb_over(token)
    if verb is None:
        return None
    before = [child for child in verb.children if child.dep_ in ("aux", "auxpass") or child.tag_ == "MD"]
    said = {child.lower_ for child in before}
    if said & words("en", "times", "ahead"):
        return "future"
    tags = {verb.tag_, *(child.tag_ for child in before)}
    if verb.tag_ == "VB" and "to" in said:
        over = verb.head
        return (
            "future" if over.i != verb.i and over.lemma_.lower() in words("en", "times", "planned") else None
        )
    if "VBD" in tags or (verb.tag_ == "VBN" and said & {"have", "has", "had", "’ve", "'ve"}):
        return "past"
    return None


def _verb_over(token: Token) -> Token | None:
    for _ in range(STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
