"""The noun that the words directly around an amount give, where the parse is not needed: "Injured: 12", "Ann Moser's 43%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.counting.noun_phrases import Measurement, Tokens, before, noun_phrase, object_of

if TYPE_CHECKING:
    from firsthand.records import QuantityKind

LONGEST_LABEL = 3
"""Words of a label before a colon."""

NAMED = frozenset({"NOUN", "PROPN"})

PUT = 14
"""Words before "at" and a number in which it is said whose number it is."""


def labelled(amount: Measurement) -> Tokens | None:
    """Return the label of a number in a list of labels: "Sailors: 12 Injured: 40"; None where a noun follows."""
    doc, first, end, taken = amount
    if first < 2 or doc[first - 1].text != ":" or not doc[first - 2].is_alpha:
        return None
    ends = end >= len(doc) or doc[end].is_sent_start or doc[end].text in (",", ";", ".", ")", "|")
    last = min(len(doc), end + LONGEST_LABEL + 1)
    if not ends and not any(doc[at].text == ":" for at in range(end + 1, last)):
        return None
    start = first - 2
    while start > 0 and first - 1 - start < LONGEST_LABEL:
        word = doc[start - 1]
        if not word.is_alpha or start - 1 in taken:
            break
        start -= 1
    return start, first - 1


def possessed(amount: Measurement) -> Tokens | None:
    """Return who has a share or a number without a noun: "the teacher Ann Moser's 43 percent"; not "last year's"."""
    doc, first, _, _ = amount
    if first < 2 or doc[first - 1].tag_ != "POS":
        return None
    owner = doc[first - 2]
    if owner.pos_ not in NAMED or owner.ent_type_ in ("DATE", "TIME"):
        return None
    return before(owner, first - 1)


def brought(amount: Measurement) -> Tokens | None:
    """Return what a number is said to be of before it is named: "brought to nine the number of people in custody"."""
    doc, first, end, _ = amount
    if first == 0 or end + 1 >= len(doc) or doc[first - 1].lower_ != "to" or doc[end].lower_ != "the":
        return None
    head = next((doc[at] for at in range(end + 1, min(len(doc), end + 4)) if doc[at].pos_ == "NOUN"), None)
    if head is None or head.lemma_.lower() not in words("en", "counting", "brought"):
        return None
    inner = next((object_of(child) for child in head.rights if child.lower_ == "of"), None)
    return noun_phrase(inner) if inner is not None else noun_phrase(head)


def put_at(amount: Measurement) -> Tokens | None:
    """Return what is put at a number: "put the number of | wrecks at 73", and the boats of "boats, whose number the guard puts at 73"."""
    doc, first, _, taken = amount
    if first < 3 or doc[first - 1].lower_ != "at":
        return None
    start = max(doc[first].sent.start, first - PUT)
    number = next((at for at in range(first - 2, start, -1) if doc[at].lower_ == "number"), None)
    if number is None or any(at in taken for at in range(number, first)):
        return None
    if doc[number - 1].lower_ == "whose":
        at = number - 2 - (doc[number - 2].is_punct)
        noun = doc[at] if at >= 0 else None
        while (
            noun is not None
            and noun.pos_ == "PROPN"
            and noun.dep_ == "pobj"
            and noun.head.head.pos_ == "NOUN"
        ):
            noun = noun.head.head
        return (noun.left_edge.i, noun.i + 1) if noun is not None and noun.pos_ in NAMED else None
    putting = any(doc[at].lemma_.lower() in words("en", "counting", "putting") for at in range(start, number))
    of_what = doc[number + 1].lower_ == "of" and number + 2 < first - 1
    return (number - (doc[number - 1].pos_ == "DET"), first - 1) if putting and of_what else None


def moved(amount: Measurement) -> Tokens | None:
    """Return what moved in a row without verbs: "the Halden, down 68 at 1,112"."""
    doc, first, _, taken = amount
    if (
        first < 3
        or doc[first - 2].text != ","
        or doc[first - 1].lower_ not in words("en", "counting", "moved")
    ):
        return None
    name = doc[first - 3]
    return before(name, first - 2) if name.pos_ in NAMED and name.i not in taken else None


def ranked(amount: Measurement) -> Tokens | None:
    """Return who follows in a row of names: "the mayor led, followed by Moser at 10 percent"."""
    doc, first, _, _ = amount
    if first < 3 or doc[first - 1].lower_ not in words("en", "counting", "scored"):
        return None
    name = doc[first - 2]
    led = name.dep_ == "pobj" and name.head.dep_ == "agent"
    return before(name, first - 1) if led and name.pos_ in NAMED and not name.like_num else None


def is_felled(amount: Measurement, kind: QuantityKind) -> bool:
    """Whether a bare number stands for people that something was done to: "the fire killed 12", "police held 40"."""
    root = amount.doc[amount.first : amount.end].root
    felling = root.dep_ == "dobj" and root.head.i < amount.first
    return kind == "count" and felling and root.head.lemma_.lower() in words("en", "counting", "felling")
