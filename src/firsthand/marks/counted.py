"""What an amount counts or measures, and of what whole a share is: answers of the parse."""

from __future__ import annotations

from firsthand.lexicon import words
from firsthand.marks.amounts import Amount
from firsthand.marks.governed import governed
from firsthand.marks.noun_phrases import (
    SUBJECTS,
    Measurement,
    Phrases,
    Tokens,
    before,
    noun_phrase,
    object_of,
)
from firsthand.marks.nouns_behind import noun_behind
from firsthand.marks.shares import of_share


def phrases(amount: Measurement, read: Amount) -> Phrases:
    """Return what an amount counts and of what whole it is."""
    if read.kind == "share":
        return of_share(amount)
    if read.kind == "age":
        return Phrases(_of_age(amount))
    if read.kind == "duration" and _is_ago(amount):
        return Phrases()
    if read.kind == "duration" and _is_adverbial(amount):
        return Phrases(_apart(governed(amount, read.kind), amount, read))
    counted = noun_behind(amount, read.kind) or _apart(governed(amount, read.kind), amount, read)
    return Phrases(counted, _out_of(amount))


def _apart(phrase: Tokens | None, amount: Measurement, read: Amount) -> Tokens | None:
    """A phrase that the amount does not stand before, None where another amount beside it counts it.

    In "eight were rescued, six bodies found" the bodies are not the eight, and
    in "for 30 crowns or 50 dollars" the crowns have no price. In "90 sailors who
    were held for two years" it is the sailors that were held.
    """
    if phrase is None or phrase[0] not in amount.taken:
        return phrase
    root, own = amount.doc[phrase[0] : phrase[1]].root, amount.doc[amount.first : amount.end].root
    described = own.dep_ != "conj" and any(
        each.dep_ in ("relcl", "acl") and each.head.i == root.i for each in own.ancestors
    )
    if described and root.i not in amount.taken:
        return next(at for at in range(*phrase) if at not in amount.taken), phrase[1]
    if read.kind == "count":
        return None if own.dep_ in SUBJECTS or own.dep_ == "conj" else phrase
    return phrase if root.dep_ in SUBJECTS or root.dep_ == "dobj" else None


def _is_adverbial(amount: Measurement) -> bool:
    """Whether a duration only says when or how long something happened: "after two years", "ten years ago"."""
    root = amount.doc[amount.first : amount.end].root
    return (root.dep_ in ("npadvmod", "nmod") and root.head.i < amount.first) or (
        root.dep_ == "pobj"
        and root.head.lower_ in words("en", "counting", "periods")
        and root.head.head.pos_ in ("VERB", "AUX", "ADV", "ADP")
    )


def _is_ago(amount: Measurement) -> bool:
    """Whether a duration is counted from a moment: "ten years ago" is how long nothing took."""
    doc, end = amount.doc, amount.end
    return end < len(doc) and doc[end].lower_ in words("en", "counting", "ago")


def _of_age(amount: Measurement) -> Tokens | None:
    """Who has the age: the noun behind it, or the one before it."""
    doc, first, end, _ = amount
    root = doc[first:end].root
    for _ in range(4):
        if root.head.i >= end and root.head.pos_ in ("NOUN", "PROPN"):
            return noun_phrase(root.head, end)
        if root.head.i < first and root.head.pos_ in ("NOUN", "PROPN"):
            return before(root.head, first)
        if root.head.pos_ in ("VERB", "AUX") or root.head.i == root.i:
            break
        root = root.head
    return governed(amount)


def _out_of(amount: Measurement) -> Tokens | None:
    """The whole of "2.6 million out of the country's 25 million inhabitants"."""
    doc, end = amount.doc, amount.end
    if end + 1 < len(doc) and doc[end].lower_ == "out" and doc[end + 1].lower_ == "of":
        noun = object_of(doc[end + 1])
        return noun_phrase(noun, end + 2) if noun is not None else None
    return None
