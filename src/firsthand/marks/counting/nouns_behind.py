"""The noun that an amount stands before: "500,000 such women", "thousands of people", "a two-year period"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.counting.noun_phrases import NOUNS, Measurement, Tokens, noun_phrase, object_of

if TYPE_CHECKING:
    from firsthand.language.tokens import Token
    from firsthand.records import QuantityKind

OWNER = 7
"""Words behind "of" in which the number of a whole stands."""

LEFT_OF_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det", "poss", "appos"}
)


def noun_behind(amount: Measurement, kind: QuantityKind = "count") -> Tokens | None:
    """Return the noun that the number stands before, None where there is none."""
    doc, first, end, taken = amount = _with_alternatives(amount) if kind == "count" else amount
    word = doc[end].lower_ if end < len(doc) else ""
    if word in words("en", "counting", "worth") and end + 1 < len(doc):
        end, word = end + 1, doc[end + 1].lower_  # "50 years' worth of lessons"
    consists = word == "in" and kind == "money" and not _is_reached(amount)
    if word == "of" or consists:
        noun = object_of(doc[end])
        if noun is not None and (word == "of" or _is_bare(noun)):
            return noun_phrase(noun, end + 1)
    end = amount.end
    if end < len(doc) and doc[end].lower_ in words("en", "counting", "directions"):
        return None  # "ten miles south of the port"
    root = doc[first:end].root
    for _ in range(4):
        head = root.head
        if root.dep_ not in LEFT_OF_NOUN or head.i == root.i:
            break
        if head.i >= end and head.pos_ in NOUNS and head.i not in taken and not _is_when(head, root):
            return noun_phrase(_outermost(head), end)
        root = head
    token = doc[end] if end < len(doc) else None
    if token is not None and kind == "count" and _stands_alone(token):
        return end, end + 1
    if token is None or token.pos_ not in ("NOUN", "PROPN") or token.is_sent_start or token.i in taken:
        return None
    if _is_when(token, doc[end - 1]):
        return None
    return noun_phrase(_outermost(token), end)


def numbered_whole(amount: Measurement) -> Tokens | None:
    """Return the phrase behind "of" that has a number of its own: "19 of | the country's 47 mines"; None without one.

    By its words and not by the parse, which is often wrong about the noun behind a possessive and a number.
    """
    doc, at = amount.doc, amount.end
    if at + 1 >= len(doc) or doc[at].lower_ != "of":
        return None
    number = next((i for i in range(at + 1, min(len(doc), at + OWNER)) if i in amount.taken), None)
    owner = doc[at + 1 : number] if number is not None else ()
    if number is None or any(t.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PRON") for t in owner):
        return None
    while number < len(doc) and number in amount.taken:
        number += 1
    end = number
    while end < len(doc) and (doc[end].pos_ in ("NOUN", "PROPN", "ADJ") or _is_plural(doc[end])):
        end += 1
    return (at + 1, end) if end > number else None


def _is_plural(token: Token) -> bool:
    """Whether a word that reads as a verb is the plural behind other nouns: "the country's 47 mine dams"."""
    doc, at = token.doc, token.i
    behind = doc[at + 1] if at + 1 < len(doc) else None
    ends = behind is None or behind.pos_ in ("PUNCT", "ADP", "AUX", "VERB", "CCONJ")
    return token.tag_ == "VBZ" and doc[at - 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and ends


def _with_alternatives(amount: Measurement) -> Measurement:
    """The amount up to the end of what it may also be: "hundreds if not thousands of letters"."""
    doc, first, end, taken = amount
    at = end
    while at < min(len(doc), end + 3) and doc[at].lower_ in words("en", "counting", "alternatives"):
        at += 1
    if at == end or at >= len(doc) or at not in taken:
        return amount
    while at < len(doc) and at in taken:
        at += 1
    return Measurement(doc, first, at, taken)


def _outermost(noun: Token) -> Token:
    """The last noun of a compound: of "an 84-yard kick return" the return."""
    if noun.i and noun.doc[noun.i - 1].tag_ == "HYPH" and noun.doc[noun.i - 2].like_num:
        return noun  # "a nine-member board" has nine members
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def _is_reached(amount: Measurement) -> bool:
    """Whether money is what a price came to: "closed at $50 in early trading" has no trading of $50."""
    before = amount.doc[amount.first - 1].lower_ if amount.first else ""
    return before in words("en", "counting", "reaching")


def _is_bare(noun: Token) -> bool:
    """Whether a noun behind "in" is what the money is: "$5 million in loans"; not "$5 in the event of"."""
    return (
        noun.pos_ == "NOUN" and not noun.ent_type_ and not any(child.dep_ == "det" for child in noun.children)
    )


def _is_when(noun: Token, number: Token) -> bool:
    """Whether a noun behind an amount is a time of its own: "fell 20 points Friday", "2.1 last year"."""
    return noun.ent_type_ in ("DATE", "TIME") and (number.ent_type_ != noun.ent_type_ or noun.ent_iob_ == "B")


def _stands_alone(token: Token) -> bool:
    """Whether a word that reads as an adjective can only be the noun: "one document and one relative."."""
    doc = token.doc
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    ends = behind is None or behind.text in (".", ",", ";") or behind.pos_ == "CCONJ"
    return token.tag_ == "JJ" and token.dep_ in ("conj", "dobj", "pobj", "nsubj", "ROOT") and ends
