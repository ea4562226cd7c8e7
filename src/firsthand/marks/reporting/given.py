"""Figures of which a phrase says who gave them: "the army's figure of 12", "the 480 come from the office", "(source: the office)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting.clauses import (
    SUBJECTS,
    Draft,
    agent_of,
    name_phrase,
    object_of,
    runs,
    subject_of,
    words_within,
)
from firsthand.marks.reporting.figures import is_body, issuer_of
from firsthand.marks.sources.roles import has_mind

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

NOT_BODIES = frozenset({"GPE", "LOC", "DATE", "TIME"})

SOURCES = frozenset({"source", "sources"})

BEFORE = frozenset({",", "–", "—", "(", "-"})
"""Signs behind which "a figure given by the office" tells of what stands before."""


def reports(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attributions of figures by a noun for them, and by a source in brackets."""
    if not paragraph.said.isdisjoint(SOURCES):
        yield from _in_brackets(paragraph)
    if paragraph.said.isdisjoint(words("en", "figures", "given")):
        return
    for noun in paragraph.doc:
        if noun.lower_ in words("en", "figures", "given") and noun.pos_ == "NOUN":
            yield from _owned(noun, paragraph)
            yield from _from_somebody(noun, paragraph)
            yield from _told_behind(noun, paragraph)
            yield from _named_with(noun, paragraph)


def cited(paragraph: Paragraph, told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield by whom something is known that another one tells: "the Herald wrote, citing the office, that 480 were moved"."""
    if paragraph.said.isdisjoint(words("en", "figures", "citing")):
        return
    for token in paragraph.doc:
        if token.lower_ not in words("en", "figures", "citing") or token.dep_ in ("ROOT", "amod"):
            continue
        head = next((child for child in token.children if child.dep_ == "dobj" and child.i > token.i), None)
        tellers = (
            draft for draft in told if draft.verb not in (None, token) and draft.verb.sent == token.sent
        )
        teller = next(tellers, None)
        if head is None or teller is None:
            continue
        if head.lower_ in words("en", "figures", "papers"):
            head = issuer_of(head) or head
        holds = [each for span in teller.content for each in words_within(paragraph, span)]
        if _gives(head) and _has_number(holds):
            yield _draft(head, [token], holds, paragraph)


def _owned(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what is counted in "the office's figure of 480 families"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    counted = next((child for child in noun.rights if child.lower_ == "of"), None)
    if owner is None or counted is None or not _gives(owner):
        return
    content = [token for token in counted.subtree if token.i > counted.i]
    if _has_number(content):
        yield _draft(owner, [noun], content, paragraph)


def _from_somebody(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what stands in "the figure of 480 families comes from the office"; without a number the sentence before."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.lemma_.lower() not in words("en", "figures", "stemming"):
        return
    link = next((child for child in verb.rights if child.lower_ == "from"), None)
    head = object_of(link) if link is not None else None
    if link is None or head is None or not _gives(head):
        return
    content = list(noun.subtree)
    if not _has_number(content):
        before = [each for each in paragraph.sentences if each.end <= noun.sent.start]
        content = list(before[-1]) if before else []
    if _has_number(content):
        yield _draft(head, [verb, link], content, paragraph)


def _told_behind(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what stands before ", a figure given by the office" and ", a number that the office published"."""
    doc, first = noun.doc, noun.left_edge.i
    if first <= noun.sent.start or doc[first].lower_ not in ("a", "an") or doc[first - 1].text not in BEFORE:
        return
    content = list(doc[noun.sent.start : first - 1])
    if not _has_number(content):
        return
    for verb in noun.rights:
        if verb.dep_ not in ("acl", "relcl") or verb.lemma_.lower() not in words("en", "figures", "giving"):
            continue
        head = agent_of(verb) or (subject_of(verb) if verb.dep_ == "relcl" else None)
        if head is not None and head.i != noun.i and _gives(head):
            yield _draft(head, [noun, verb], content, paragraph)
            return


def _named_with(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what is said of "the count by the office" and of "the toll given by the office"."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or verb.lemma_.lower() not in words("en", "figures", "standing at"):
        return
    for child in noun.rights:
        given = child.dep_ == "acl" and child.lemma_.lower() in words("en", "figures", "giving")
        head = agent_of(child) if given else object_of(child) if child.lower_ == "by" else None
        content = list(verb.subtree)
        if head is not None and _gives(head) and _has_number(content):
            yield _draft(head, [child] if given else [noun], content, paragraph)
            return


def _in_brackets(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the sentence before "(source: the office)"."""
    doc = paragraph.doc
    for token in doc[1:-2]:
        opens = token.lower_ in SOURCES and token.nbor(-1).text in ("(", "[")
        if not opens or token.nbor(1).text != ":":
            continue
        end = next((each.i for each in doc[token.i : token.sent.end] if each.text in (")", "]", ";")), None)
        name = list(doc[token.i + 2 : end]) if end is not None else []
        content = list(doc[token.sent.start : token.i - 1])
        if name and _has_number(content) and any(each.is_title or each.is_upper for each in name):
            head = next((each for each in name if each.head.i < token.i + 2), name[-1])
            cue, source = runs([token], paragraph), runs(name, paragraph)
            yield Draft(source, head, cue, runs(content, paragraph), paragraph)


def by_agent(verb: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what was counted by somebody: "480 families were registered by the office", "the 480 families named by the office"."""
    if verb.lemma_.lower() not in words("en", "figures", "counting") or verb.tag_ != "VBN":
        return
    head = agent_of(verb)
    if head is None or not _gives(head):
        return
    counted = verb.head if verb.dep_ == "acl" else next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if counted is None or counted.pos_ == "PRON":
        return
    barred = {token.i for child in verb.children if child.dep_ == "agent" for token in child.subtree}
    content = [token for token in (counted if verb.dep_ == "acl" else verb).subtree if token.i not in barred]
    if _has_number(list(counted.subtree)) or counted.like_num:
        yield _draft(head, [verb], content, paragraph)


def _gives(head: Token) -> bool:
    """Whether a word means somebody who may have counted: no pronoun, no place, no day."""
    if head.pos_ == "PRON" or head.ent_type_ in NOT_BODIES:
        return False
    return has_mind(head) or is_body(head)


def _has_number(tokens: Sequence[Token]) -> bool:
    return any(token.pos_ == "NUM" or token.like_num for token in tokens)


def _draft(head: Token, cue: Sequence[Token], content: Sequence[Token], paragraph: Paragraph) -> Draft:
    source = [token for token in name_phrase(head) if token.tag_ != "POS"]
    used = {token.i for token in (*source, *cue)}
    kept = [token for token in content if token.i not in used and token.tag_ != "POS"]
    return Draft(runs(source, paragraph), head, runs(cue, paragraph), runs(kept, paragraph), paragraph)
