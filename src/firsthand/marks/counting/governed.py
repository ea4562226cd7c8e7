"""The noun that an amount belongs to through a preposition or a verb, without standing before it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load, words
from firsthand.marks.counting.noun_phrases import (
    NOUNS,
    SUBJECTS,
    Measurement,
    Tokens,
    before,
    noun_phrase,
    object_of,
)

if TYPE_CHECKING:
    from firsthand.language.tokens import Token
    from firsthand.records import QuantityKind

CARRIED = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp", "prep", "pobj"})
"""Relations by which a verb without a subject of its own has that of the verb above."""

OBJECTS = frozenset({"dobj", "dative"})
COMPLEMENTS = frozenset({"attr", "dobj", "acomp", "npadvmod", "pobj"})
VERBS = frozenset({"VERB", "AUX"})
NAMED = frozenset({"NOUN", "PROPN"})
AROUND_VERB = frozenset({"VERB", "AUX", "ADV", "PART"})

NEAR = 8
"""Words between an amount and the verb that it is looked for before."""

COMPARED = frozenset({"RBR", "JJR"})


def governed(amount: Measurement, kind: QuantityKind = "count") -> Tokens | None:
    """Return the noun that an amount belongs to without standing before it, None where the text names none.

    "Profits of $18 million", "the set costs $200", "the crossing took two days".
    """
    doc, end = amount.doc, amount.end
    root = doc[amount.first : end].root
    amount = _from_sign(amount)
    first = amount.first
    gapped = gap(amount)
    if gapped:
        return gapped
    if first >= 2 and doc[first - 2].pos_ in NAMED and _leads(doc[first - 1]):
        noun = _led(doc[first - 1], doc[first - 2])
        if noun.lower_ in words("en", "counting", "parts"):
            return None  # "none of the four"
        if noun.lemma_.lower() not in words("en", "counting", "sums"):
            return _changed(noun, first)
        root = noun  # "lost a total of $6 million": who lost it
    if root.dep_ in SUBJECTS:
        return _predicate(root.head, end)
    for child in root.lefts:
        beside = child.i < first and child.dep_ in ("nmod", "compound") and child.tag_ in ("NN", "NNS")
        if beside and child.lemma_.lower() not in words("en", "counting", "sums"):
            return before(child, first)  # "raised its forecast 5 percent", parsed as one phrase
    return _above(root, amount, kind)


def _above(root: Token, amount: Measurement, kind: QuantityKind) -> Tokens | None:
    """The noun that is found by climbing from an amount to the nouns and the verb over it."""
    first, end, taken = amount.first, amount.end, amount.taken
    through = root.lower_ if root.pos_ == "ADP" else ""
    if root.dep_ == "npadvmod" and kind == "share":
        through = "by"  # "cut its forecast 5%"
    for _ in range(6):
        head = root.head
        if head.i == root.i:
            break
        if kind == "count" and (
            head.lower_ in words("en", "counting", "among") or _is_and_more(root, head, amount)
        ):
            return None
        if kind == "duration" and head.dep_ == "mark":
            root = head.head  # "three weeks after the siege began" is no duration of the siege
            continue
        if not first <= head.i < end and head.i not in taken:
            sold = kind == "money" and through in words("en", "counting", "sold_for") and _is_party(head)
            if head.pos_ in NAMED and head.i < first and not (sold or _is_passed(head, through, kind)):
                return _changed(head, first)
            if head.pos_ in VERBS:
                return _of_verb(head, amount, through, kind)
        if head.pos_ == "ADP":
            through = head.lower_
        elif head.tag_ in COMPARED and root.dep_ == "npadvmod":
            through = "by"  # "pushed the index 5% lower"
        root = head
    return (
        _of_verb(root, amount, through, kind)
        if root.pos_ in VERBS
        else in_list(amount) or _before_verb(amount)
    )


def _is_passed(noun: Token, through: str, kind: QuantityKind) -> bool:
    """Whether an amount behind a noun belongs to the verb above: "the sharpest rise in 18 months", "lead among women by 3"."""
    if kind == "duration":
        return through in words("en", "counting", "lasting")
    return through == "by" and noun.dep_ == "pobj" and noun.lemma_.lower() not in changes()


def _from_sign(amount: Measurement) -> Measurement:
    """The amount with the signs that a margin has: "an error of plus or minus two percent"."""
    doc, first, end, taken = amount
    at = first
    while at > 1 and doc[at - 1].lower_ in words("en", "counting", "margins"):
        at -= 1
    return Measurement(doc, at if doc[at].lower_ != "or" else first, end, taken)


def _is_and_more(root: Token, head: Token, amount: Measurement) -> bool:
    """Whether a number is told beside a noun that it does not count: "in the hall and millions watching at home"."""
    return (
        root.dep_ == "conj"
        and root.i >= amount.first
        and head.pos_ in NAMED
        and head.i not in amount.taken
        and amount.doc[amount.first - 1].lower_ == "and"
    )


def _is_party(noun: Token) -> bool:
    """Whether a noun is who something is bought from or sold to: "bought shares from the founder for $3"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in words("en", "counting", "parties")


def gap(amount: Measurement) -> Tokens | None:
    """Return the noun before an amount in a row that leaves the verb out: "bread fell by 5%, salt by 6%"."""
    doc, first, _, taken = amount
    at = first - 1
    if at > 0 and doc[at].lower_ in words("en", "counting", "gapped"):
        at -= 1
    noun = doc[at] if at > 1 else None
    if noun is None or noun.pos_ not in NAMED or noun.ent_type_ in ("DATE", "TIME") or at in taken:
        return None
    while at > 0 and doc[at - 1].dep_ in ("compound", "amod", "det", "poss") and doc[at - 1].head.i <= noun.i:
        at -= 1
    start = at
    while at > 0 and doc[at - 1].lower_ in words("en", "counting", "row"):
        at -= 1
    return (start, noun.i + 1) if at < start and at - 1 in taken else None


def _leads(token: Token) -> bool:
    return token.lower_ == "of" or token.lower_ in words("en", "counting", "worth")


def _led(word: Token, noun: Token) -> Token:
    """The noun that "of" leads to an amount: of "a margin of error of 3 points" the margin."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    whole = word.lower_ == "of" and noun.tag_ == "NN" and noun.left_edge.i == noun.i
    return above if whole and above.pos_ in NAMED and above.i == noun.i - 2 else noun


def _changed(noun: Token, first: int) -> Tokens:
    """The phrase of a noun; of "a rise in exports" the exports, because they are what has an amount."""
    if noun.lemma_.lower() in changes():
        for child in noun.rights:
            inner = object_of(child) if child.lower_ == "in" else None
            if inner is not None and inner.i < first and inner.ent_type_ not in ("DATE", "TIME"):
                return before(inner, first)
    return before(noun, first)


@cache
def changes(language: str = "en") -> frozenset[str]:
    """Return the nouns that say that something grew or shrank."""
    nouns = load(language, "changes")["nouns"]
    return frozenset([*nouns["up"], *nouns["down"]])


def _predicate(verb: Token, end: int) -> Tokens | None:
    """What an amount that is the subject is said to be: "300 was the number of boats"; None behind other verbs."""
    for child in verb.rights:
        if child.dep_ == "attr" and child.pos_ in NAMED and child.i >= end:
            return noun_phrase(child)
    return None


def in_list(amount: Measurement) -> Tokens | None:
    """Return the name directly before an amount in a line without a verb: "Wheat 3.1%, Barley -0.4%"."""
    doc, first, _, taken = amount
    sentence = doc[first].sent
    if first == sentence.start or any(token.pos_ in VERBS for token in sentence):
        return None
    name = doc[first - 1]
    if name.like_num and name.i not in taken and name.i > sentence.start:
        name = doc[first - 2]  # "Orlu 50 -1.3%"
    return before(name, first) if name.pos_ == "PROPN" and name.i not in taken else None


def _of_verb(verb: Token, amount: Measurement, through: str, kind: QuantityKind) -> Tokens | None:
    """The object of the verb where the amount is its price or its change, else the subject; a pronoun says nothing."""
    bought = _bought(verb, amount) if kind == "money" else None
    if bought is not None:
        return noun_phrase(bought, amount.end + 1)
    priced = through in words("en", "counting", "priced") and kind != "duration" and not _surpasses(verb)
    priced = priced or (through in ("in", "into") and kind == "share")  # "cut the costs in half"
    if kind == "money" and through in words("en", "counting", "sold_for") and _is_gap(verb):
        return before(verb.head, verb.left_edge.i)
    for _ in range(4):
        if any(child.dep_ == "expl" for child in verb.children):
            return None  # "there were a million visitors in ten hours"
        noun = _object_before(verb, amount)
        if noun is not None and priced:
            return before(noun, amount.first)
        if noun is None and through == "at" and _has_pronoun(verb, amount):
            return None  # "a survey had him at 4 percent"
        subject = _subject(verb, amount) or _beside_complement(verb)
        if subject is not None:
            lasting = noun is not None and kind == "duration" and through == "for"
            return _inner(subject, amount) or (before(noun, amount.first) if noun and lasting else None)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOUNS:
            return before(verb.head, amount.first) if verb.head.i < amount.first else None
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and kind == "duration":
            return noun_phrase(verb)[0], verb.i + 1  # "after loading for an hour"
        if verb.dep_ not in CARRIED or verb.head.i == verb.i:
            return _before_verb(amount)
        priced = verb.dep_ == "xcomp"  # "forced the bank to pay 5%": who pays is the object above
        told = _told(verb)
        verb = told or verb.head
        while verb.pos_ not in VERBS and verb.head.i != verb.i:
            verb = verb.head
    return None


def _told(verb: Token) -> Token | None:
    """The verb of a clause that is told, for one that is told too: "said the toll is fixed and will be set at 8%"."""
    above = verb.head
    if verb.dep_ != "conj" or above.pos_ not in VERBS or _object_of(verb) is not None:
        return None
    told = [child for child in above.rights if child.dep_ == "ccomp" and child.i < verb.i]
    return told[-1] if told and any(child.dep_ in SUBJECTS for child in told[-1].children) else None


def _object_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in OBJECTS and child.pos_ in NAMED), None)


def _beside_complement(verb: Token) -> Token | None:
    """The subject that the parse joined to the complement before it: "the toll was 5 crowns and the fine was 10"."""
    above = verb.head
    if verb.dep_ != "conj" or above.pos_ not in VERBS or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    for complement in above.rights:
        for noun in complement.rights:
            joined = noun.dep_ == "conj" and noun.pos_ in NAMED and complement.dep_ in COMPLEMENTS
            if joined and noun.right_edge.i == verb.i - 1:
                return noun
    return None


def _has_pronoun(verb: Token, amount: Measurement) -> bool:
    return any(
        child.dep_ in OBJECTS and child.pos_ == "PRON" and child.i < amount.first for child in verb.rights
    )


def _surpasses(verb: Token) -> bool:
    return verb.lemma_.lower() in words("en", "counting", "surpassing")


def _is_gap(verb: Token) -> bool:
    """Whether the object of a verb is the noun that its clause describes: "the stock he values at $3"."""
    return (
        verb.dep_ == "relcl"
        and verb.head.pos_ in NAMED
        and any(child.dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP") for child in verb.children)
        and not any(child.dep_ in OBJECTS and child.tag_ not in ("WDT", "WP") for child in verb.rights)
        and verb.tag_ != "VBN"
    )


def _bought(verb: Token, amount: Measurement) -> Token | None:
    """What a price is paid for or a sum taken from: "paid $30 for a boat", "wiped $30 off its value"."""
    doc, end = amount.doc, amount.end
    if end + 1 >= len(doc):
        return None
    lemma, word = verb.lemma_.lower(), doc[end].lower_
    pays = lemma in words("en", "counting", "paying") and word in words("en", "counting", "paid_for")
    takes = lemma in words("en", "counting", "removing") and word in words("en", "counting", "removed_from")
    noun = object_of(doc[end]) if pays or takes else None
    if noun is None or noun.pos_ not in NAMED or noun.ent_type_ in ("DATE", "TIME") or noun.i in amount.taken:
        return None
    reckoned = any(child.lower_ in words("en", "counting", "each") for child in noun.children)
    return None if reckoned else noun


def _before_verb(amount: Measurement) -> Tokens | None:
    """The noun before the nearest verb to the left, for where the parse gives the verb no subject."""
    doc, first, _, taken = amount
    start = max(doc[first].sent.start, first - NEAR)
    at = next(
        (at for at in range(first - 1, start, -1) if doc[at].pos_ in VERBS and not doc[at].is_upper), start
    )
    while at > start and doc[at].pos_ in AROUND_VERB and not doc[at].is_upper:
        at -= 1
    name = doc[at]
    named = name.pos_ in NAMED or (name.is_upper and len(name) > 1)
    if at == first or not named or at in taken or name.ent_type_ in ("DATE", "TIME"):
        return None
    return before(name, first)


def _object_before(verb: Token, amount: Measurement) -> Token | None:
    """The object of a verb that stands before the amount, when it is a noun and no amount itself."""
    for child in verb.rights:
        if child.dep_ in OBJECTS and child.i < amount.first:
            sums = words("en", "counting", "sums")
            if child.lemma_.lower() in sums and amount.doc[amount.first - 1].head.i == child.i:
                return None  # "lost a total of 5%"
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
        subject.pos_ not in NAMED or subject.i in amount.taken
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
