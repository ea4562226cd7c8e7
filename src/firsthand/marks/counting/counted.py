"""What an amount counts or measures, and of what whole a share is: answers of the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.amounts.bounded import Amount
from firsthand.marks.counting.beside import brought, is_felled, labelled, moved, possessed, put_at, ranked
from firsthand.marks.counting.governed import governed
from firsthand.marks.counting.noun_phrases import (
    SUBJECTS,
    Measurement,
    Phrases,
    Tokens,
    before,
    noun_phrase,
    object_of,
)
from firsthand.marks.counting.nouns_behind import noun_behind, numbered_whole
from firsthand.marks.counting.shares import initial_of, of_share

if TYPE_CHECKING:
    from firsthand.language.tokens import Token


def phrases(amount: Measurement, read: Amount) -> Phrases:
    """Return what an amount counts and of what whole it is."""
    label = labelled(amount)
    if label:
        return Phrases(label)
    if read.kind == "share":
        return of_share(amount)
    if read.kind == "age":
        return Phrases(_before_numbers(_behind_numbers(_of_age(amount), amount), amount))
    if read.kind == "duration" and _is_ago(amount):
        return Phrases()
    if read.kind == "duration" and _is_adverbial(amount):
        return Phrases(_behind_numbers(_apart(governed(amount, read.kind), amount, read), amount))
    initial = initial_of(amount.doc, amount.first) if read.kind == "count" and _is_headless(amount) else None
    if read.kind == "count" and _is_of_people(amount):
        return Phrases(None, initial)
    numbered = numbered_whole(amount) if read.kind == "count" else None
    behind = noun_behind(amount, read.kind)
    numbered = numbered if behind is None or (numbered and behind[1] < numbered[1]) else None
    counted = brought(amount) or put_at(amount) or numbered or behind or possessed(amount)
    counted = counted or moved(amount) or ranked(amount)
    if counted is None and not is_felled(amount, read.kind) and not _is_pronoun(amount, read):
        counted = _apart(governed(amount, read.kind), amount, read)
    whole = numbered or (_numbered(counted, amount) if read.kind == "count" else None)
    if initial and read.kind == "count" and any(at in amount.taken for at in range(*initial)):
        initial = initial if initial[0] in amount.taken or initial[0] + 1 in amount.taken else None
    counted = _before_numbers(_behind_numbers(counted, amount), amount)
    return Phrases(counted, whole or _out_of(amount) or initial)


def _behind_numbers(phrase: Tokens | None, amount: Measurement) -> Tokens | None:
    """A phrase without the amount that it begins with: "surveyed 2,000 people aged 15 to 25" has the age of people."""
    if phrase is None or phrase[0] not in amount.taken:
        return phrase
    left, right = phrase
    while left < right and (left in amount.taken or amount.doc[left].lower_ == "of"):
        left += 1
    return (left, right) if left < right else phrase


def _before_numbers(phrase: Tokens | None, amount: Measurement) -> Tokens | None:
    """A phrase before an amount without what it measured before: of "a loss of $8, or $2 a share" the loss."""
    if phrase is None or phrase[1] > amount.first:
        return phrase
    left, right = phrase
    doc = amount.doc
    noun = doc[left:right].root
    for at in range(noun.i + 2, right):
        if at in amount.taken and doc[at - 1].lower_ in words("en", "counting", "came_to"):
            return left, at - 1
    return phrase


def _numbered(phrase: Tokens | None, amount: Measurement) -> Tokens | None:
    """The whole of "four of the six bridges": a phrase behind "of" with a number of its own."""
    doc, end = amount.doc, amount.end
    if phrase is None or end >= len(doc) or doc[end].lower_ != "of" or phrase[0] != end + 1:
        return None
    head = doc[phrase[0] : phrase[1]].root
    return phrase if any(at in amount.taken for at in range(phrase[0], head.i)) else None


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
        return phrase
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


def _is_pronoun(amount: Measurement, read: Amount) -> bool:
    """Whether a number stands for things told before: "between the two", "all three"."""
    before = amount.doc[amount.first - 1].lower_ if amount.first else ""
    return read.kind == "count" and before in words("en", "counting", "determined")


def _is_headless(amount: Measurement) -> bool:
    """Whether a number is itself the subject of a verb: "of those killed, 11 drowned"."""
    doc, end = amount.doc, amount.end
    return (
        doc[amount.first : end].root.dep_ in SUBJECTS and end < len(doc) and doc[end].pos_ in ("VERB", "AUX")
    )


def _is_of_people(amount: Measurement) -> bool:
    """Whether a bare number stands behind what people have and others tell of: "the remains of 12", "the identity of 89"."""
    doc, first, end, _ = amount
    if first < 2 or doc[first - 1].lower_ != "of":
        return False
    behind = doc[end] if end < len(doc) else None
    bare = behind is None or (behind.pos_ not in ("NOUN", "PROPN", "ADJ") and behind.lower_ != "of")
    return bare and doc[first - 2].lemma_.lower() in words("en", "counting", "of people")


def _of_age(amount: Measurement) -> Tokens | None:
    """Who has the age: the noun behind it, or the one before it; None behind "the age", which nobody is."""
    doc, first, end, _ = amount
    if first > 1 and doc[first - 1].lower_ in words("en", "counting", "age_behind"):
        aged = doc[first - 2]
        if aged.tag_ in ("NNS", "NNP", "NNPS") or (aged.tag_ == "NN" and aged.left_edge.tag_ == "DT"):
            return before(aged, first - 1)
    nearest = doc[first - 1 - (first > 1 and doc[first - 1].is_punct)] if first else None
    root = doc[first:end].root
    noun = "-" in doc[first:end].text and doc[end - 1].lower_ in words("en", "counting", "old")
    for _ in range(4):
        head = root.head
        named = head.pos_ in ("NOUN", "PROPN") and not first <= head.i < end
        if named and head.lemma_.lower() in words("en", "counting", "age_nouns"):
            return None
        if named and head.i >= end:
            return None if _is_verb(head) else noun_phrase(head, end)
        if nearest is not None and nearest.pos_ in ("NOUN", "PROPN") and nearest.ent_type_ != "DATE":
            return before(nearest, first)
        if named and noun and root.dep_ == "prep":
            return None  # "the health of this 6-year-old"
        if named:
            return before(head, first)
        if head.pos_ in ("VERB", "AUX") or head.i == root.i:
            break
        root = head
    return None if noun else governed(amount)


def _is_verb(word: Token) -> bool:
    """Whether a word that reads as a noun can only be a verb: "the 36-year-old fears that"."""
    doc, behind = word.doc, word.i + 1
    return behind < len(doc) and doc[behind].lower_ == "that" and doc[behind].tag_ == "IN"


def _out_of(amount: Measurement) -> Tokens | None:
    """The whole of "2.6 million out of the country's 25 million inhabitants"."""
    doc, end = amount.doc, amount.end
    if end + 1 < len(doc) and doc[end].lower_ == "out" and doc[end + 1].lower_ == "of":
        noun = object_of(doc[end + 1])
        return noun_phrase(noun, end + 2) if noun is not None else None
    return None
