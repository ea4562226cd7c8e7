"""Of whom a share is that is named by its noun: "the share of pickers who had been coerced", "the proportion of women among the workers"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas, plain
from firsthand.lexicon import words
from firsthand.records import Quantity

if TYPE_CHECKING:
    from firsthand.language.tokens import Token


def of_share_noun(clause: Clause, quantity: Quantity, normal: Normal) -> Normal:
    """Return what a share is of, where the text only says "the share of ..."; what has a whole already stays as it is.

    What narrows the noun down is what is said of it: of "the share of pickers who had been coerced"
    pickers are the whole, and that they were coerced is measured.
    """
    if quantity.kind != "share" or normal.whole is not None:
        return normal
    noun = _share_noun(clause, normal.population or "")
    whole = _behind_of(noun) if noun is not None else None
    if noun is None or whole is None:
        return normal
    among = next((child for child in _prepositions(noun, whole) if child.lower_ == "among"), None)
    above = next((child for child in among.children if child.dep_ == "pobj"), None) if among else None
    if among is None and _prepositions(noun, whole):
        return normal  # "the share of women in parliament" is one of its members
    told = [] if above is not None else list(clause.paragraph.doc[whole.i + 1 : _end(noun, whole)])
    measure = " ".join(content_lemmas(told))
    of_whom = _phrase(whole)
    return replace(
        normal,
        population=of_whom,
        whole=_phrase(above) if above is not None else of_whom,
        measure=measure or normal.measure,
    )


def _share_noun(clause: Clause, population: str) -> Token | None:
    """The noun for a share with which the population of a claim begins: "the | share | of pickers"."""
    said = population.lower().split()
    said = said[1:] if said[:1] and said[0] in ("the", "a", "an") else said
    if len(said) < 3 or said[1] != "of" or said[0] not in words("en", "claims", "share nouns"):
        return None
    return next((token for token in clause.tokens if token.lower_ == said[0]), None)


def _behind_of(noun: Token) -> Token | None:
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def _prepositions(noun: Token, whole: Token) -> list[Token]:
    """The prepositions that hang on the noun for a share or on its whole, without "of"."""
    both = (*noun.children, *whole.children)
    return [child for child in both if child.dep_ == "prep" and child.i > whole.i and child.lower_ != "of"]


def _end(noun: Token, whole: Token) -> int:
    """Where what narrows the whole down ends: before the verb of which the share is the subject."""
    return noun.head.i if noun.head.i > whole.i else max(whole.right_edge.i, noun.right_edge.i) + 1


def _phrase(token: Token) -> str | None:
    return plain(token.doc[token.left_edge.i : token.i + 1].text)
