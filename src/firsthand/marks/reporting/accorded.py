"""Reporting without a verb: "according to", "in the words of", and a survey that opens a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, name_phrase, runs

if TYPE_CHECKING:
    from firsthand.language.tokens import Token, TokenSpan

LONGEST_NAME = 9
"""Words of a name that stands behind what it names: "the project Dead on the Pier"."""
SHORTEST = 6
"""Words that stand at least before a closing "data show"."""


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attributions of a paragraph whose cue is a preposition."""
    for token in paragraph.doc if not _beginnings().isdisjoint(paragraph.said) else ():
        if token.lower_ not in _beginnings():
            continue
        for phrase in cues.phrases("according"):
            if _stands(token, phrase):
                last = token.i + len(phrase) - 1
                draft = _accord(list(token.doc[token.i : last + (phrase[-1] != "the")]), paragraph)
                if draft and draft.content:
                    yield draft
                break
    shows = not paragraph.said.isdisjoint(words("en", "cues", "showing"))
    for sentence in paragraph.sentences:
        draft = _surveyed(sentence, paragraph) or (_shown(sentence, paragraph) if shows else None)
        if draft and draft.content:
            yield draft


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in cues.phrases("according"))


def _stands(token: Token, phrase: tuple[str, ...]) -> bool:
    return (
        token.lower_ == phrase[0]
        and tuple(t.lower_ for t in token.doc[token.i : token.i + len(phrase)]) == phrase
    )


def _accord(cue: list[Token], paragraph: Paragraph) -> Draft | None:
    doc, first = paragraph.doc, cue[-1].i + 1
    if first >= len(doc):
        return None
    head = next((c for c in cue[-1].children if c.dep_ == "pobj"), None)
    if head is None:
        head = doc[first]
        while (
            head.head.i >= first
            and head.head.i != head.i
            and head.dep_ in ("det", "compound", "amod", "poss", "nmod", "case", "nummod")
        ):
            head = head.head
    source = _with_name([token for token in name_phrase(head) if token.i >= first])
    sentence = cue[0].sent
    taken = {token.i for token in (*cue, *source)}
    content = [token for token in sentence if token.i not in taken]
    while content and content[-1].is_punct:
        content.pop()
    return Draft(runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph)


def _with_name(source: list[Token]) -> list[Token]:
    """A source with the name behind its noun, where the parser parted them: "the project | Count the Drowned,"."""
    last = source[-1] if source else None
    if last is None or last.lemma_.lower() not in words("en", "roles", "organisation"):
        return source
    doc, end = last.doc, last.i + 1
    while end < len(doc) and end - last.i <= LONGEST_NAME and (doc[end].is_title or _is_small(doc[end])):
        end += 1
    named = end > last.i + 1 and doc[last.i + 1].is_title and doc[end - 1].is_title
    closed = end < len(doc) and doc[end].text in (",", ".")
    return [*source, *doc[last.i + 1 : end]] if named and closed else source


def _is_small(token: Token) -> bool:
    """Whether a word is written small inside of names: "of", "at the"."""
    return token.is_lower and token.pos_ in ("ADP", "DET", "CCONJ", "PART")


def _shown(sentence: TokenSpan, paragraph: Paragraph) -> Draft | None:
    """A sentence that data close, where the parser saw no verb: "..., Ministry of Labour data show."."""
    end = sentence.end - 1
    while end > sentence.start and (sentence.doc[end].is_punct or sentence.doc[end].is_space):
        end -= 1
    verb, data = sentence.doc[end], sentence.doc[end - 1]
    if verb.lower_ not in words("en", "cues", "showing") or verb.pos_ in ("VERB", "AUX"):
        return None
    if data.lower_ not in words("en", "roles", "data set") or end - sentence.start < SHORTEST:
        return None
    comma = end - 1
    while comma > sentence.start and sentence.doc[comma].text != "," and end - comma < LONGEST_NAME:
        comma -= 1
    if sentence.doc[comma].text != ",":
        return None
    return Draft(
        runs(sentence.doc[comma + 1 : end], paragraph),
        data,
        runs([verb], paragraph),
        runs(sentence.doc[sentence.start : comma], paragraph),
        paragraph,
    )


def _surveyed(sentence: TokenSpan, paragraph: Paragraph) -> Draft | None:
    """A sentence that a survey or a count opens and that has no other cue: "In a survey by X, half of ..."."""
    opening = sentence[0]
    if opening.lower_ != "in" or opening.dep_ != "prep" or opening.head.i != sentence.root.i:
        return None
    head = next((child for child in opening.children if child.dep_ == "pobj"), None)
    if head is None or head.lemma_.lower() not in words("en", "cues", "counted_in"):
        return None
    behind = opening.right_edge.i + 1
    if (
        behind >= sentence.end
        or sentence.doc[behind].text != ","
        or cues.can_report(cues.verb_of(sentence.root))
    ):
        return None
    source = [token for token in opening.subtree if token.i > opening.i]
    content = [token for token in sentence if token.i > behind]
    while content and content[-1].is_punct:
        content.pop()
    return Draft(
        runs(source, paragraph), head, runs([opening], paragraph), runs(content, paragraph), paragraph
    )
