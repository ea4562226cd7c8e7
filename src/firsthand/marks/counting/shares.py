"""What a share is a share of, and who has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.counting.beside import moved, possessed, ranked
from firsthand.marks.counting.governed import gap, governed, in_list
from firsthand.marks.counting.noun_phrases import (
    LONGEST,
    NOUNS,
    Measurement,
    Phrases,
    Tokens,
    before,
    is_apart,
    noun_phrase,
    object_of,
    stop_of,
    to_its_end,
)
from firsthand.marks.counting.nouns_behind import noun_behind

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token


def of_share(amount: Measurement) -> Phrases:
    """Return who has a share and of what whole it is; None for what the text does not say."""
    doc, first, last, _ = amount
    inner = [token.i for token in doc[first + 1 : last - 1] if token.pos_ == "NOUN" and token.i > first]
    if len(inner) == 1 and any(token.lower_ == "in" for token in doc[inner[0] : last]):
        return Phrases(None, (inner[0], inner[0] + 1))  # "one household in ten"
    end = _end_of_row(amount)
    word = doc[end].lower_ if end < len(doc) else ""
    if word in ("of", "the", "all"):
        noun = object_of(doc[end]) if word == "of" else _nominal(doc, end)
        if noun is not None:
            if noun.tag_ in ("WDT", "WP", "WP$"):
                return Phrases(_predicate(doc, noun), _antecedent(noun, first))
            return Phrases(None, _reaching(amount, noun, noun_phrase(noun, end + (word == "of"))))
    initial = initial_of(doc, first)
    if initial:
        return Phrases(None, initial)
    if _is_absolute(doc, first, end) or _is_of_people(doc, end):
        return Phrases()
    listed = in_list(amount) or gap(amount)
    if listed:
        return Phrases(listed, None)
    behind = noun_behind(amount, "share")
    if behind and any(token.lower_ in ("in", "out", "every") for token in doc[first:end]):
        return Phrases(None, behind)
    beside = behind or possessed(amount) or moved(amount) or ranked(amount)
    return Phrases(beside or governed(amount, "share"), None)


def _is_absolute(doc: Doc, first: int, end: int) -> bool:
    """Whether a share is itself the subject of a participle: "with nearly half forced to leave"."""
    if not first or end >= len(doc):
        return False
    return doc[first - 1].lower_ in words("en", "counting", "absolute") and doc[end].tag_ in ("VBN", "VBG")


def _is_of_people(doc: Doc, end: int) -> bool:
    """Whether a share stands for the people it is a share of: "more than the 28% who would leave"."""
    return end < len(doc) and doc[end].lower_ == "who"


def _end_of_row(amount: Measurement) -> int:
    """Where the last share of a row ends that has one whole: "40% and 36% of the market"."""
    doc, _, end, taken = amount
    at = end
    while at < len(doc) and (at in taken or doc[at].text in (",", "and", "or")):
        at += 1
    return at if at < len(doc) and doc[at - 1].i in taken and doc[at].lower_ == "of" else end


def _nominal(doc: Doc, start: int) -> Token | None:
    """The noun that "half the ..." leads to."""
    head = doc[start].head
    return head if head.i > start and head.pos_ in NOUNS else None


def initial_of(doc: Doc, first: int) -> Tokens | None:
    """Return the whole of "Of those, 15 per cent", "Among women, 15 per cent", None where the sentence does not begin so."""
    start = doc[first].sent.start
    if doc[start].lower_ not in words("en", "counting", "initial") or first - start > LONGEST:
        return None
    comma = next((token.i for token in doc[start:first] if token.text == ","), first)
    return (start + 1, comma) if comma and comma > start + 1 else None


def _reaching(amount: Measurement, noun: Token, phrase: Tokens) -> Tokens:
    """The whole with what narrows it down, where the parse hung that on the share: "60% of those from the north"."""
    left, right = phrase
    root = amount.doc[amount.first : amount.end].root
    for child in root.rights:
        narrows = child.dep_ == "prep" and child.i == right and right == noun.i + 1
        if narrows and not is_apart(child):
            right = stop_of(noun, right, child.right_edge.i + 1)
            right = to_its_end(noun, right)
    return left, right


def _antecedent(pronoun: Token, first: int) -> Tokens | None:
    """The phrase that "of whom" means: the nearest one before it of many, of people where it is "whom"."""
    sentence = pronoun.sent
    many = [
        token
        for token in sentence.doc[sentence.start : first]
        if token.tag_ in ("NNS", "NNPS")
        and token.dep_ != "compound"
        and token.lemma_.lower() not in words("en", "counting", "amounts")
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
    return before(noun, first)


def _predicate(doc: Doc, pronoun: Token) -> Tokens | None:
    """What the members of a share are: "three quarters of whom are widows"."""
    for token in doc[pronoun.i : pronoun.sent.end]:
        if token.dep_ == "attr" and token.pos_ in NOUNS:
            return noun_phrase(token, pronoun.i + 1)
    return None
