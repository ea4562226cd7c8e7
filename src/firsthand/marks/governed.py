"""The noun that an amount belongs to through a preposition or a verb, without standing before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.noun_phrases import NOUNS, SUBJECTS, Measurement, Tokens, before, noun_phrase, object_of

if TYPE_CHECKING:
    from firsthand.language.tokens import Token
    from firsthand.records import QuantityKind

CARRIED = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp", "prep", "pobj"})
"""Relations by which a verb without a subject of its own has that of the verb above."""

OBJECTS = frozenset({"dobj", "dative"})
VERBS = frozenset({"VERB", "AUX"})
NAMED = frozenset({"NOUN", "PROPN"})
COMPARED = frozenset({"RBR", "JJR"})


def governed(amount: Measurement, kind: QuantityKind = "count") -> Tokens | None:
    """Return the noun that an amount belongs to without standing before it, None where the text names none.

    "Profits of $18 million", "the set costs $200", "the crossing took two days".
    """
    doc, first, end, taken = amount
    if first >= 2 and doc[first - 2].pos_ in NAMED and _leads(doc[first - 1]):
        return before(doc[first - 2], first)
    root = doc[first:end].root
    for child in root.lefts:
        if child.i < first and child.dep_ in ("nmod", "compound") and child.tag_ in ("NN", "NNS"):
            return before(
                child, first
            )  # "raised its forecast 5 percent", where the parse makes one phrase of it
    through = root.lower_ if root.pos_ == "ADP" else ""
    if root.dep_ == "npadvmod" and kind == "share":
        through = "by"  # "cut its forecast 5%"
    for _ in range(6):
        head = root.head
        if head.i == root.i:
            break
        if not first <= head.i < end and head.i not in taken:
            if head.pos_ in NAMED and head.i < first:
                return before(head, first)
            if head.pos_ in VERBS:
                return _of_verb(head, amount, through, kind)
        if head.pos_ == "ADP":
            through = head.lower_
        elif head.tag_ in COMPARED and root.dep_ == "npadvmod":
            through = "by"  # "pushed the index 5% lower"
        root = head
    return _of_verb(root, amount, through, kind) if root.pos_ in VERBS else in_list(amount)


def _leads(token: Token) -> bool:
    return token.lower_ == "of" or token.lower_ in words("en", "counting", "worth")


def in_list(amount: Measurement) -> Tokens | None:
    """Return the name directly before an amount in a line without a verb: "Wheat 3.1%, Barley -0.4%"."""
    doc, first, _, taken = amount
    sentence = doc[first].sent
    if first == sentence.start or any(token.pos_ in VERBS for token in sentence):
        return None
    name = doc[first - 1]
    return before(name, first) if name.pos_ == "PROPN" and name.i not in taken else None


def _of_verb(verb: Token, amount: Measurement, through: str, kind: QuantityKind) -> Tokens | None:
    """The object of the verb where the amount is its price or its change, else the subject; a pronoun says nothing."""
    priced = through in words("en", "counting", "priced") and kind != "duration"
    for _ in range(4):
        noun = _object_before(verb, amount)
        if noun is not None and priced:
            return before(noun, amount.first)
        subject = _subject(verb, amount)
        if subject is not None:
            return _inner(subject, amount)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOUNS:
            return before(verb.head, amount.first) if verb.head.i < amount.first else None
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and kind == "duration":
            return noun_phrase(verb)[0], verb.i + 1  # "after loading for an hour"
        if verb.dep_ not in CARRIED or verb.head.i == verb.i:
            return None
        priced = verb.dep_ == "xcomp"  # "forced the bank to pay 5%": who pays is the object above
        verb = verb.head
        while verb.pos_ not in VERBS and verb.head.i != verb.i:
            verb = verb.head
    return None


def _object_before(verb: Token, amount: Measurement) -> Token | None:
    """The object of a verb that stands before the amount, when it is a noun and no amount itself."""
    for child in verb.rights:
        if child.dep_ in OBJECTS and child.i < amount.first:
            return child if child.pos_ in NAMED and child.i not in amount.taken else None
    return None


def _subject(verb: Token, amount: Measurement) -> Token | None:
    for child in verb.children:
        if child.dep_ not in SUBJECTS or amount.first <= child.i < amount.end:
            continue
        is_day = child.ent_type_ in ("DATE", "TIME") and child.lemma_.lower() in words(
            "en", "counting", "days"
        )
        if not is_day:
            return child
    return None


def _inner(subject: Token, amount: Measurement) -> Tokens | None:
    """The phrase of a subject; of "estimates of the number of refugees" the refugees, of "who" the people."""
    first = amount.first
    relative = subject.head.dep_ == "relcl" and subject.head.head.i < first
    if subject.tag_ in ("WDT", "WP"):
        return before(subject.head.head, first) if relative else None
    part = subject.lower_ in words("en", "counting", "parts") and (
        subject.pos_ in ("PRON", "DET") or subject.i in amount.taken
    )
    noun = subject
    for _ in range(3):
        if not part and noun.lemma_.lower() not in words("en", "counting", "amounts_of"):
            break
        inner = next((object_of(child) for child in noun.rights if child.lower_ == "of"), None)
        if inner is None:
            break
        noun, part = inner, False
    if part or noun.pos_ == "PRON" or noun.dep_ == "expl" or (noun.i in amount.taken and noun.like_num):
        return None
    return before(noun, first) if noun.i < first else noun_phrase(noun)
