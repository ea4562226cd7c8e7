"""A sentence that only tells who says what stands before it: "That is what the union found.", "This is shown by ..."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, name_phrase, runs, subject_of

if TYPE_CHECKING:
    from firsthand.language.tokens import Token, TokenSpan

POINTING = frozenset({"this", "that", "so", "these"})

OPENING = 3
"""Words up to which such a sentence has begun with what it points to: "And that is"."""


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attributions of a paragraph whose content is the sentence before the cue."""
    for before, sentence in pairwise(paragraph.sentences):
        if not any(token.lower_ in POINTING for token in sentence[:OPENING]):
            continue
        found = _said_what(sentence) or _shown_by(sentence) or _finding_of(sentence)
        if found is None:
            continue
        head, last = found
        source = name_phrase(head)
        named = {token.i for token in source}
        cue = [token for token in sentence if token.i <= last and token.i not in named and not token.is_space]
        content = [token for token in before if not token.is_space]
        while content and content[-1].is_punct and content[-1].text not in '”’")':
            content.pop()
        if source and content and not any(token.lower_ in POINTING for token in source):
            yield Draft(
                runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph
            )


def _said_what(sentence: TokenSpan) -> tuple[Token, int] | None:
    """The source of "that is what the union found", and the last word of the cue."""
    what = next((token for token in sentence[: OPENING + 2] if token.lower_ in ("what", "how")), None)
    if what is None:
        return None
    for verb in sentence[what.i - sentence.start + 1 :]:
        if verb.pos_ == "VERB":
            head = subject_of(verb) if cues.can_report(cues.verb_of(verb)) else None
            return (head, verb.i) if head is not None and head.i > what.i else None
    return None


def _shown_by(sentence: TokenSpan) -> tuple[Token, int] | None:
    """The source of "this was found by the union"."""
    root = sentence.root
    agent = next((child for child in root.children if child.dep_ == "agent"), None)
    if agent is None or root.i - sentence.start > OPENING or not cues.can_report(cues.verb_of(root)):
        return None
    head = next((child for child in agent.children if child.dep_ == "pobj"), None)
    return (head, agent.i) if head is not None else None


def _finding_of(sentence: TokenSpan) -> tuple[Token, int] | None:
    """The source of "this is the finding of the union"."""
    root = sentence.root
    noun = next((child for child in root.children if child.dep_ == "attr"), None)
    if root.lemma_ != "be" or noun is None or noun.lemma_.lower() not in words("en", "cues", "findings"):
        return None
    of = next((child for child in noun.children if child.lower_ in ("of", "by")), None)
    head = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return (head, of.i) if head is not None and of is not None else None
