"""Quoted words that are no speech: titles, names, a word in quotation marks, a part of somebody else's clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.marks.reporting import cues
from firsthand.marks.reporting.frames import Frames
from firsthand.marks.reporting.quotations import QUOTATION_MARKS, Quotation

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

FEW = 3
"""Quoted words up to this many are a word in quotation marks unless a cue stands right before them."""
TITLE_WORD = 3
"""Letters up to which a word of a title is often small."""


def word_count(quotation: Quotation, text: str) -> int:
    """How many words stand in a quotation."""
    return sum(len(piece.of(text).split()) for piece in quotation.pieces)


def is_sentence(quotation: Quotation, text: str) -> bool:
    """Whether the quoted words look like a sentence of their own: a capital first, a stop at the end."""
    inner = quotation.span.of(text).strip(QUOTATION_MARKS)
    return (
        bool(inner)
        and (inner[0].isupper() or inner[0] in "[(.…")
        and inner.rstrip()[-1:] in (".", "?", "!", "…", ")", ",", "—")
    )


def is_title(quotation: Quotation, text: str) -> bool:
    """Whether quoted words are written as titles are: several, the long ones with capitals, no stop at the end."""
    inner = quotation.span.of(text).strip(QUOTATION_MARKS + ",")
    listed = re.findall(r"[^\W\d_][\w’'-]*", inner)
    long = [word for word in listed if len(word) > TITLE_WORD]
    return (
        len(listed) > 1
        and bool(long)
        and inner[-1:] not in (".", "?", "!", "…")
        and listed[-1][0].isupper()
        and all(word[0].isupper() for word in long)
    )


def is_part(quotation: Quotation, frames: Frames, text: str) -> bool:
    """Whether quoted words are part of a clause that began before them: "the owners' “contract”, seen by us, ..."."""
    if not frames.paragraph.span.holds(quotation.pieces[0]) or is_sentence(quotation, text):
        return False
    before = frames.before(quotation.pieces[0])
    return bool(before) and before[-1].text[-1].isalnum() and not is_cue(before[-1])


def may_quote_few(verb: Token) -> bool:
    """Whether a word or two in quotation marks beside a verb are said: not where one only finds or knows something."""
    lemma = cues.verb_of(verb)
    return cues.is_speech(lemma) or cues.takes_object(lemma) or cues.names_somebody(lemma)


def has_words_of_its_own(verb: Token, frames: Frames) -> bool:
    """Whether a verb behind a quotation leads on to what is said in other words: "..., says that ..."."""
    return any(
        child.dep_ == "ccomp" and child.i > verb.i and not frames.quoted(child) for child in verb.children
    )


def is_cue(token: Token) -> bool:
    """Whether a word can govern a quotation: a verb of saying or naming that does more than give a name."""
    if not (token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")):
        return False
    lemma = cues.verb_of(token)
    return cues.takes_quotation(lemma) and not (cues.names_somebody(lemma) and _only_names(token))


def _only_names(verb: Token) -> bool:
    """Whether a verb of naming only gives a name: "the so-called", "a film called", "nicknamed"."""
    before = verb.nbor(-1).text if verb.i else ""
    return (
        (verb.tag_ == "VBN" and verb.dep_ in ("amod", "acl"))
        or (before == "-" and verb.i > 1 and verb.nbor(-2).lower_ == "so")
        or before.lower() == "so"
    )
