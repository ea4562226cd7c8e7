"""What an amount counts or measures, and of what whole a share is: answers of the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from firsthand.lexicon import words
from firsthand.marks.amounts import Amount

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
LEFT_OF_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det", "poss", "appos"}
)
BELONGS = frozenset(
    {"prep", "acl", "relcl", "compound", "amod", "nmod", "case", "conj", "cc", "pcomp", "pobj", "advmod"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "“", "”", '"', "--"})
LOOSE_ENDS = frozenset({"ADP", "ADV", "ADJ", "PUNCT", "DET", "SCONJ", "CCONJ", "AUX", "VERB", "PART"})
CARRIED = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp", "prep", "pobj"})
PRICED = frozenset({"for", "by", "at", "from", "to", "of"})
"""Prepositions through which an amount measures the object of its verb: "cut spending by 5%"."""

PERIODS = frozenset({"in", "after", "over", "within", "during", "for", "since", "before", "ago", "by", "at"})
NUMBERS = frozenset({"number", "estimate", "figure", "datum", "data", "statistic", "percent", "total"})
"""Nouns that stand for an amount and are themselves not what is counted."""

DAYS = frozenset({"today", "yesterday", "tomorrow", "now"})

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


def phrases(amount: Measurement, read: Amount) -> Phrases:
    """Return what an amount counts and of what whole it is."""
    if read.kind == "share":
        return _of_share(amount)
    if read.kind == "age":
        return Phrases(_of_age(amount))
    if read.kind == "duration" and _is_adverbial(amount):
        return Phrases()
    counted = _noun_behind(amount, read.kind == "money") or _apart(_governed(amount), amount, read)
    return Phrases(counted, _out_of(amount))


def _apart(phrase: Tokens | None, amount: Measurement, read: Amount) -> Tokens | None:
    """A phrase that the amount does not stand before, None where another amount beside it counts it.

    In "eight were rescued, six bodies found" the bodies are not the eight, and
    in "for 30 crowns or 50 dollars" the crowns have no price.
    """
    if phrase is None or phrase[0] not in amount.taken:
        return phrase
    root, own = amount.doc[phrase[0] : phrase[1]].root, amount.doc[amount.first : amount.end].root
    if read.kind == "count":
        return None if own.dep_ in SUBJECTS or own.dep_ == "conj" else phrase
    return phrase if root.dep_ in SUBJECTS or root.dep_ == "dobj" else None


def _is_adverbial(amount: Measurement) -> bool:
    """Whether a duration only says when or how long something happened: "after two years", "ten years ago"."""
    root = amount.doc[amount.first : amount.end].root
    return (root.dep_ in ("npadvmod", "nmod") and root.head.i < amount.first) or (
        root.dep_ == "pobj"
        and root.head.lower_ in PERIODS
        and root.head.head.pos_ in ("VERB", "AUX", "ADV", "ADP")
    )


def noun_phrase(noun: Token, least: int = 0) -> Tokens:
    """Return the phrase of a noun with its restricting clauses, from token ``least`` on.

    What stands behind a comma restricts nothing and is left out, and so are
    times ("in 2010") and further parts of an enumeration with numbers of their own.
    """
    left = max(noun.left_edge.i, least)
    for token in noun.doc[left : noun.i]:
        if token.text in STOPS:
            left = token.i + 1
    right = noun.i + 1
    for child in noun.rights:
        if child.dep_ not in BELONGS or child.i < right or _is_apart(child):
            break
        stop = _stop(noun, right, child.right_edge.i + 1)
        right = max(right, stop)
        if stop <= child.right_edge.i:
            break
    right = _to_its_end(noun, right)
    while right - 1 > noun.i and (
        noun.doc[right - 1].dep_ in ("cc", "punct", "prep") or noun.doc[right - 1].tag_ == "DT"
    ):
        right -= 1
    return left, min(right, left + LONGEST)


def _to_its_end(noun: Token, right: int) -> int:
    """With the end of a way whose beginning is in the phrase: "defectors from the north | to the south"."""
    doc = noun.doc
    if right + 1 >= len(doc) or doc[right].lower_ not in ("to", "into", "via", "through"):
        return right
    if not any(token.lower_ == "from" for token in doc[noun.i : right]):
        return right
    goal = next((child for child in doc[right].children if child.dep_ == "pobj" and child.i > right), None)
    return goal.i + 1 if goal is not None and not goal.like_num else right


def _stop(noun: Token, start: int, end: int) -> int:
    """The first token that ends the phrase: a comma, a bracket, a verb's own clause."""
    for token in noun.doc[start:end]:
        if token.text in STOPS:
            return int(token.i)
    return end


def _is_apart(child: Token) -> bool:
    if child.dep_ == "prep":
        return any(word.ent_type_ in ("DATE", "TIME") for word in child.children)
    if child.dep_ == "conj":
        return any(word.dep_ == "nummod" for word in child.children) or child.pos_ not in NOUNS
    if child.dep_ == "cc":
        return any(word.dep_ == "conj" and _is_apart(word) for word in child.head.rights)
    return False


def _noun_behind(amount: Measurement, money: bool = False) -> Tokens | None:
    """The noun that the number stands before: "500,000 such women", "thousands of people", "a two-year period"."""
    doc, first, end, taken = amount
    word = doc[end].lower_ if end < len(doc) else ""
    if word == "of" or (word == "in" and money):
        noun = _object(doc[end])
        if noun is not None and (word == "of" or (noun.pos_ == "NOUN" and not noun.ent_type_)):
            return noun_phrase(noun, end + 1)
    root = doc[first:end].root
    for _ in range(4):
        head = root.head
        if root.dep_ not in LEFT_OF_NOUN or head.i == root.i:
            break
        if head.i >= end and head.pos_ in NOUNS and head.i not in taken:
            return noun_phrase(head, end)
        root = head
    token = doc[end] if end < len(doc) else None
    if token is not None and _stands_alone(token):
        return end, end + 1
    if token is None or token.pos_ not in ("NOUN", "PROPN") or token.is_sent_start or token.i in taken:
        return None
    while token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ in NOUNS:
        token = token.head
    return noun_phrase(token, end)


def _stands_alone(token: Token) -> bool:
    """Whether a word that reads as an adjective can only be the noun: "one document and one relative."."""
    doc = token.doc
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    ends = behind is None or behind.text in (".", ",", ";") or behind.pos_ == "CCONJ"
    return token.tag_ == "JJ" and token.dep_ in ("conj", "dobj", "pobj", "nsubj", "ROOT") and ends


def _object(preposition: Token) -> Token | None:
    """The noun behind a preposition, also where the parse missed it."""
    for child in preposition.rights:
        if child.dep_ in ("pobj", "pcomp", "dep"):
            return child
    doc = preposition.doc
    for token in doc[preposition.i + 1 : preposition.i + 6]:
        follows = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN")
        if token.pos_ in NOUNS and not follows:
            return token
    return None


def _governed(amount: Measurement) -> Tokens | None:
    """The noun that an amount belongs to without standing before it: "profits of $18 million", "the set costs $200"."""
    doc, first, end, taken = amount
    if first >= 2 and doc[first - 1].lower_ == "of" and doc[first - 2].pos_ in ("NOUN", "PROPN"):
        return _before(doc[first - 2], first)
    root = doc[first:end].root
    through = ""
    for _ in range(6):
        head = root.head
        if head.i == root.i:
            break
        if not first <= head.i < end and head.i not in taken:
            if head.pos_ in ("NOUN", "PROPN") and head.i < first:
                return _before(head, first)
            if head.pos_ in ("VERB", "AUX"):
                return _of_verb(head, amount, through)
        through = head.lower_ if head.pos_ == "ADP" else through
        root = head
    return _of_verb(root, amount, through) if root.pos_ in ("VERB", "AUX") else None


def _before(noun: Token, first: int) -> Tokens:
    """The phrase of a noun, cut where the amount begins."""
    left, right = noun_phrase(noun)
    right = min(right, first)
    while right - 1 > noun.i and noun.doc[right - 1].pos_ in LOOSE_ENDS:
        right -= 1
    return left, max(right, noun.i + 1)


def _of_verb(verb: Token, amount: Measurement, through: str) -> Tokens | None:
    """The object of the verb where the amount is its price or its change, else the subject; a pronoun says nothing."""
    for _ in range(4):
        objects = [
            child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.i < amount.first
        ]
        if (
            objects
            and through in PRICED
            and objects[0].pos_ in ("NOUN", "PROPN")
            and objects[0].i not in amount.taken
        ):
            return _before(objects[0], amount.first)
        for child in verb.children:
            if (
                child.ent_type_ in ("DATE", "TIME")
                and child.dep_ in SUBJECTS
                and child.lemma_.lower() in DAYS
            ):
                continue
            if child.dep_ in SUBJECTS and not amount.first <= child.i < amount.end:
                share = child.i in amount.taken and (
                    child.like_num or child.lower_ in ("%", "percent", "cent", "half")
                )
                return None if share else _inner(child, amount.first)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOUNS:
            return _before(verb.head, amount.first) if verb.head.i < amount.first else None
        if verb.dep_ not in CARRIED or verb.head.i == verb.i:
            return None
        verb = verb.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
    return None


def _inner(subject: Token, first: int) -> Tokens | None:
    """The phrase of a subject; of "estimates of the number of refugees" the refugees, of "who" the people."""
    relative = subject.head.dep_ == "relcl" and subject.head.head.i < first
    if subject.tag_ in ("WDT", "WP"):
        return _before(subject.head.head, first) if relative else None
    if subject.pos_ == "PRON" or subject.dep_ == "expl":
        return None
    noun = subject
    for _ in range(3):
        if noun.lemma_.lower() not in ("number", "estimate", "total", "figure"):
            break
        inner = next((_object(child) for child in noun.rights if child.lower_ == "of"), None)
        if inner is None:
            break
        noun = inner
    return _before(noun, first) if noun.i < first else noun_phrase(noun)


def _of_age(amount: Measurement) -> Tokens | None:
    """Who has the age: the noun behind it, or the one before it."""
    doc, first, end, _ = amount
    root = doc[first:end].root
    for _ in range(4):
        if root.head.i >= end and root.head.pos_ in ("NOUN", "PROPN"):
            return noun_phrase(root.head, end)
        if root.head.i < first and root.head.pos_ in ("NOUN", "PROPN"):
            return _before(root.head, first)
        if root.head.pos_ in ("VERB", "AUX") or root.head.i == root.i:
            break
        root = root.head
    return _governed(amount)


def _of_share(amount: Measurement) -> Phrases:
    doc, first, end, _ = amount
    word = doc[end].lower_ if end < len(doc) else ""
    if word in ("of", "the", "all"):
        noun = _object(doc[end]) if word == "of" else _nominal(doc, end)
        if noun is not None:
            if noun.tag_ in ("WDT", "WP", "WP$"):
                return Phrases(_predicate(doc, noun), _antecedent(noun, first))
            return Phrases(None, _reaching(amount, noun, noun_phrase(noun, end + (word == "of"))))
    initial = _initial_of(doc, first)
    if initial:
        return Phrases(None, initial)
    behind = _noun_behind(amount)
    if behind and any(token.lower_ in ("in", "out", "every") for token in doc[first:end]):
        return Phrases(None, behind)
    return Phrases(behind or _governed(amount), None)


def _nominal(doc: Doc, start: int) -> Token | None:
    """The noun that "half the ..." leads to."""
    head = doc[start].head
    return head if head.i > start and head.pos_ in NOUNS else None


def _initial_of(doc: Doc, first: int) -> Tokens | None:
    """The whole of "Of those, 15 per cent"."""
    start = doc[first].sent.start
    if doc[start].lower_ != "of" or first - start > LONGEST:
        return None
    comma = next((token.i for token in doc[start:first] if token.text == ","), None)
    return (start + 1, comma) if comma and comma > start + 1 else None


def _reaching(amount: Measurement, noun: Token, phrase: Tokens) -> Tokens:
    """The whole with what narrows it down, where the parse hung that on the share: "60% of those from the north"."""
    left, right = phrase
    root = amount.doc[amount.first : amount.end].root
    for child in root.rights:
        narrows = child.dep_ == "prep" and child.i == right and right == noun.i + 1
        if narrows and not _is_apart(child):
            right = _stop(noun, right, child.right_edge.i + 1)
            right = _to_its_end(noun, right)
    return left, right


def _antecedent(pronoun: Token, first: int) -> Tokens | None:
    """The phrase that "of whom" means: the nearest one before it of many, of people where it is "whom"."""
    sentence = pronoun.sent
    many = [
        token
        for token in sentence.doc[sentence.start : first]
        if token.tag_ in ("NNS", "NNPS") and token.dep_ != "compound" and token.lemma_.lower() not in NUMBERS
    ]
    people = (
        words("en", "roles", "witness") | words("en", "roles", "person") | words("en", "roles", "unnamed")
    )
    if pronoun.lower_ in ("whom", "whose"):
        many = [token for token in many if token.lower_ in people or token.lemma_.lower() in people] or many
    if not many:
        return None
    noun = many[-1]
    for _ in range(
        3
    ):  # "sailors from the ships of the owners": the outermost of one phrase, where people are meant
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.head.i < noun.i else None
        if above is None or above not in many or pronoun.lower_ == "which":
            break
        noun = above
    return _before(noun, first)


def _predicate(doc: Doc, pronoun: Token) -> Tokens | None:
    """What the members of a share are: "three quarters of whom are widows"."""
    for token in doc[pronoun.i : pronoun.sent.end]:
        if token.dep_ == "attr" and token.pos_ in NOUNS:
            return noun_phrase(token, pronoun.i + 1)
    return None


def _out_of(amount: Measurement) -> Tokens | None:
    """The whole of "2.6 million out of the country's 25 million inhabitants"."""
    doc, end = amount.doc, amount.end
    if end + 1 < len(doc) and doc[end].lower_ == "out" and doc[end + 1].lower_ == "of":
        noun = _object(doc[end + 1])
        return noun_phrase(noun, end + 2) if noun is not None else None
    return None
