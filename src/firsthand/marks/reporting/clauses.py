"""Subjects and contents of reporting verbs, read from the parse: who, and the whole clause of what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.records import Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SHARES_SUBJECT = ("conj", "xcomp", "advcl", "pcomp", "dep", "prep")
RELATIVE = frozenset({"who", "which", "that"})
FARTHEST = 6
"""Steps up the tree in which a shared subject is looked for."""


@dataclass(frozen=True)
class Draft:
    """An attribution before its source is resolved; ``head`` is the main word of the source.

    ``spoken`` is whether all of it was said so, without quotation marks: the turn of a transcript.
    """

    source: tuple[Span, ...]
    head: Token | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    paragraph: Paragraph
    verb: Token | None = None
    spoken: bool = False

    @property
    def at(self) -> int:
        """Where the attribution begins."""
        return min(
            span.start for span in ((*self.source, *self.cue, *self.content) if self.cue else self.content)
        )


def subject_of(verb: Token) -> Token | None:
    """Return the head word of who does what the verb says, also when it is shared with another verb."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    agent = agent_of(verb)
    if passive or agent is not None:
        return agent
    for _ in range(FARTHEST):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            return next((each for each in subjects[1:] if _is_named_beside(each, subjects[0])), subjects[0])
        if verb.dep_ in ("acl", "relcl"):
            return _issuer(verb.head) or verb.head
        if verb.dep_ not in SHARES_SUBJECT or verb.head.i == verb.i:
            return None
        if verb.dep_ == "xcomp":
            controlled = [child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i]
            if controlled:
                return controlled[0]
        verb = verb.head
    return None


def _issuer(paper: Token) -> Token | None:
    """Who issued the paper that says something: "the ministry released a statement saying"."""
    if paper.dep_ != "dobj" or paper.lemma_.lower() not in words("en", "cues", "occasions"):
        return None
    return next((child for child in paper.head.children if child.dep_ == "nsubj"), None)


def agent_of(verb: Token) -> Token | None:
    """Return the head word behind "by" in a passive."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return object_of(agent) if agent is not None else None


def object_of(link: Token) -> Token | None:
    """Return the head word behind a preposition."""
    return next((child for child in link.children if child.dep_ == "pobj"), None)


def runs(tokens: Iterable[Token], paragraph: Paragraph) -> tuple[Span, ...]:
    """Return the spans of some tokens, one for each unbroken run, without punctuation at their ends."""
    spans: list[Span] = []
    run: list[Token] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if run and token.i != run[-1].i + 1:
            spans += _trimmed(run, paragraph)
            run = []
        run.append(token)
    spans += _trimmed(run, paragraph)
    return tuple(spans)


def phrase_of(head: Token, *without: Token) -> list[Token]:
    """Return a head word with all that hangs on it, but not what hangs on ``without``."""
    barred = {token.i for each in without for token in each.subtree}
    return [token for token in head.subtree if token.i not in barred]


def words_within(paragraph: Paragraph, span: Span) -> list[Token]:
    """Return the words of a paragraph that begin within a span; fast also in long paragraphs."""
    doc = paragraph.doc
    first = bisect_left(range(len(doc)), span.start - paragraph.start, key=lambda index: doc[index].idx)
    last = bisect_left(range(len(doc)), span.end - paragraph.start, key=lambda index: doc[index].idx)
    return list(doc[first:last])


def name_phrase(head: Token) -> list[Token]:
    """Return the phrase of a source: all that hangs on its head and stands unbroken round it."""
    tokens = {token.i for token in head.subtree}
    for other in head.head.children if head.dep_ in SUBJECTS else ():
        if other.i != head.i and (_is_named_beside(head, other) or _is_rest_of(other, head)):
            tokens |= {token.i for token in other.subtree}
    for child in head.children:  # "the mayor, speaking to reporters, said": how she spoke is no part of her
        if child.dep_ == "acl" and child.i > head.i and head.doc[child.left_edge.i - 1].text == ",":
            tokens -= set(range(child.left_edge.i - 1, head.right_edge.i + 1))
    first = last = head.i
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while first < head.i and head.doc[first].ent_type_ == "DATE" and head.doc[first].pos_ == "NUM":
        first += 1  # "in 2019 | doctors of the board found", which a parser may join
    return list(head.doc[first : last + 1])


def _is_named_beside(name: Token, noun: Token) -> bool:
    """Whether a name that the parse made a second subject belongs to the noun before it: "the author Mara Osk said"."""
    return (
        name.ent_type_ in ("PERSON", "ORG")
        and name.dep_ in SUBJECTS
        and noun.dep_ in SUBJECTS
        and name.left_edge.i == noun.right_edge.i + 1
    )


def _is_rest_of(token: Token, name: Token) -> bool:
    """Whether a word is the rest of a hyphened name that the parse cut: "Yoon Hee" and "-soon"."""
    return token.ent_type_ == "PERSON" == name.ent_type_ and token.i > name.i and not token.is_space


def _trimmed(run: list[Token], paragraph: Paragraph) -> list[Span]:
    while run and (run[0].is_space or run[0].text in ",;:.–—-)]"):
        run = run[1:]
    while run and (run[-1].is_space or run[-1].text in ",;:–—-(["):
        run = run[:-1]
    if not run:
        return []
    first, last = paragraph.place(run[0]), paragraph.place(run[-1])
    return [Span(first.start, last.end)]
