"""Noun phrases of the parse: a noun with what restricts it, the object of a preposition, the phrase before an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from firsthand.lexicon import words

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})

BELONGS = frozenset(
    {"prep", "acl", "relcl", "compound", "amod", "nmod", "case", "conj", "cc", "pcomp", "pobj", "advmod"}
)

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "“", "”", '"', "--"})

LOOSE_STARTS = frozenset({"-", "'", "’", "'s", "’s"})
"""What is left of an amount before a noun: "two years' service"."""

LOOSE_ENDS = frozenset({"ADP", "ADV", "ADJ", "PUNCT", "DET", "SCONJ", "CCONJ", "AUX", "VERB", "PART"})

RELATIVES = frozenset({"WP", "WDT", "WP$"})

LONGEST = 24
"""Words of a counted phrase; a longer one is cut, because the parse is then more often wrong than the text long."""

Tokens = tuple[int, int]
"""First token and the token after the last."""


class Phrases(NamedTuple):
    """The phrase that is counted and the whole, as ranges of tokens; None where the text does not say it."""

    counted: Tokens | None = None
    whole: Tokens | None = None


class Measurement(NamedTuple):
    """The tokens of one amount, ``first`` up to ``end``, and those of all amounts of the paragraph."""

    doc: Doc
    first: int
    end: int
    taken: frozenset[int]


def noun_phrase(noun: Token, least: int = 0) -> Tokens:
    """Return the phrase of a noun with its restricting clauses, from token ``least`` on.

    What stands behind a comma restricts nothing and is left out, and so are
    times ("in 2010") and further parts of an enumeration with numbers of their own.
    """
    left = max(noun.left_edge.i, least)
    for token in noun.doc[left : noun.i]:
        if token.text in STOPS or (token.i == left and token.text in LOOSE_STARTS):
            left = token.i + 1
    right = noun.i + 1
    for child in noun.rights:
        if child.dep_ not in BELONGS or child.i < right or is_apart(child):
            break
        stop = stop_of(noun, right, child.right_edge.i + 1)
        right = max(right, stop)
        if stop <= child.right_edge.i:
            break
    right = to_its_end(noun, right)
    while right - 1 > noun.i and (
        noun.doc[right - 1].dep_ in ("cc", "punct", "prep")
        or noun.doc[right - 1].tag_ == "DT"
        or noun.doc[right - 1].lower_ in words("en", "counting", "onwards")
    ):
        right -= 1
    return left, min(right, left + LONGEST)


def before(noun: Token, first: int) -> Tokens:
    """Return the phrase of a noun, cut where the amount begins."""
    left, right = noun_phrase(noun)
    right = min(right, first)
    while right - 1 > noun.i and (
        noun.doc[right - 1].pos_ in LOOSE_ENDS or noun.doc[right - 1].tag_ in RELATIVES
    ):
        right -= 1
    return left, max(right, noun.i + 1)


def object_of(preposition: Token) -> Token | None:
    """Return the noun behind a preposition, also where the parse missed it."""
    for child in preposition.rights:
        if child.dep_ in ("pobj", "pcomp", "dep"):
            return child.head if child.dep_ == "poss" else child
    doc = preposition.doc
    for token in doc[preposition.i + 1 : preposition.i + 6]:
        follows = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN")
        if token.pos_ in NOUNS and not follows:
            return token
    return None


def is_apart(child: Token) -> bool:
    """Return whether a part behind a noun does not belong to its phrase: a time, an enumerated noun with a number."""
    if child.dep_ == "prep":
        return any(word.ent_type_ in ("DATE", "TIME") for word in child.children)
    if child.dep_ == "conj":
        return any(word.dep_ == "nummod" for word in child.children) or child.pos_ not in NOUNS
    if child.dep_ == "cc":
        return any(word.dep_ == "conj" and is_apart(word) for word in child.head.rights)
    return False


def stop_of(noun: Token, start: int, end: int) -> int:
    """The first token that ends the phrase: a comma, a bracket, a verb's own clause."""
    for token in noun.doc[start:end]:
        if token.text in STOPS or _is_next_number(token):
            return int(token.i)
    return end


def _is_next_number(token: Token) -> bool:
    """Whether a number begins something new behind "and": "sailors held for two years and 90 who were freed"."""
    return token.dep_ == "conj" and token.like_num and not token.head.like_num


def to_its_end(noun: Token, right: int) -> int:
    """With the end of a way whose beginning is in the phrase: "defectors from the north | to the south"."""
    doc = noun.doc
    if right + 1 >= len(doc) or doc[right].lower_ not in ("to", "into", "via", "through"):
        return right
    if not any(token.lower_ == "from" for token in doc[noun.i : right]):
        return right
    goal = next((child for child in doc[right].children if child.dep_ == "pobj" and child.i > right), None)
    return goal.i + 1 if goal is not None and not goal.like_num else right
