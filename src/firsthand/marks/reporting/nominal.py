"""Reporting by nouns and adjectives: "their claim that", "calls for", "is confident that", "estimates vary"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import load, words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, name_phrase, runs, subject_of
from firsthand.marks.reporting.contents import onward
from firsthand.marks.sources.roles import has_mind

if TYPE_CHECKING:
    from firsthand.language.tokens import Token


def reports(word: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attribution that a noun or an adjective makes, if it makes one."""
    if word.pos_ == "NOUN":
        if cues.is_estimate(word):
            yield from _by_estimates(word, paragraph)
        else:
            yield from _by_noun(word, paragraph)
    elif word.dep_ == "acomp" and word.lemma_.lower() in _frames("adjective"):
        yield from _by_adjective(word, paragraph)


def _by_noun(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    told = _told(noun)
    if not told:
        return
    content, mark = told
    owner, carrier = _owner(noun)
    if owner is None and noun.lemma_.lower() not in words("en", "nominal", "unowned"):
        return
    if mark == "to" and owner is None:
        return
    if (
        mark not in ("to", "that")
        and carrier is None
        and noun.lemma_.lower() not in words("en", "nominal", "alone")
    ):
        return
    cue = list(noun.doc[carrier.i : noun.i + 1]) if carrier is not None and carrier.i < noun.i else [noun]
    if mark not in ("that", "to", "") and noun.i + 1 < content[0].i:
        cue.append(noun.doc[noun.i + 1])
    used = {token.i for token in (*content, *cue)}
    source = [] if owner is None else [t for t in name_phrase(owner) if t.i not in used and t.i != noun.i]
    if runs(cue, paragraph) and (owner is None or source):
        yield Draft(
            runs(source, paragraph), owner, runs(cue, paragraph), runs(content, paragraph), paragraph, noun
        )


def _told(noun: Token) -> tuple[list[Token], str] | None:
    """What a noun reports and by which word it is opened: that, to, or a preposition."""
    name = noun.lemma_.lower()
    if name in words("en", "nominal", "clause"):
        clause = next((child for child in noun.children if _is_that_clause(child)), None) or _predicate(noun)
        if clause is not None:
            return list(clause.subtree), "that"
    if name in words("en", "nominal", "infinitive"):
        for child in noun.children:
            opens = child.dep_ in ("acl", "relcl") and any(
                c.lower_ == "to" and c.dep_ == "aux" for c in child.children
            )
            if opens and child.i > noun.i:
                return list(child.subtree), "to"
    for child in noun.children:
        if (
            child.dep_ == "prep"
            and child.i == noun.i + 1
            and child.lower_ in _frames("preposition").get(name, ())
        ):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return list(inner.subtree), child.lower_
    return None


def _is_that_clause(clause: Token) -> bool:
    return clause.dep_ in ("acl", "ccomp") and any(
        child.lower_ == "that" and child.dep_ == "mark" for child in clause.children
    )


def _owner(noun: Token) -> tuple[Token | None, Token | None]:
    """Whose claim it is, and the verb that carries the noun where it is its subject's: "made the claim that"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner, None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            owner = next((each for each in child.children if each.dep_ == "pobj"), None)
            if owner is not None:
                return owner, None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words("en", "nominal", "light"):
        head = subject_of(noun.head)
        if head is not None and has_mind(head):
            return head, noun.head
    return None, None


def _predicate(noun: Token) -> Token | None:
    """The clause of "the claim is that ..."."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.children:
            if child.dep_ == "ccomp" and any(c.lower_ == "that" for c in child.children):
                return child
    return None


def _by_adjective(word: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield what somebody feels or holds: "is confident that ...", "were critical of ..."."""
    verb = word.head
    head = subject_of(verb)
    if head is None or not has_mind(head) or head.i > word.i:
        return
    taken = _frames("adjective")[word.lemma_.lower()]
    for child in word.children:
        content = _behind(child, taken) if child.i > word.i else []
        if not content:
            continue
        first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "neg") and c.i > head.i)])
        cue = list(word.doc[first : content[0].i if child.dep_ == "prep" else word.i + 1])
        source = [token for token in name_phrase(head) if token.i < first]
        if not source or not cue:
            return
        yield Draft(
            runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph, word
        )
        return


def _behind(child: Token, taken: list[str]) -> list[Token]:
    if child.dep_ == "ccomp":
        return list(child.subtree) if "that" in taken else []
    if child.dep_ == "xcomp":
        return list(child.subtree) if "to" in taken else []
    if child.dep_ == "prep" and child.lower_ in taken:
        inner = next((each for each in child.children if each.dep_ in ("pobj", "pcomp")), None)
        return [] if inner is None else list(inner.subtree)
    return []


def _by_estimates(noun: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Figures by a hand that is often not named: "estimates of the crew vary from ... to ..."."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or cues.verb_of(verb) not in cues.estimate_verbs():
        return
    about = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "for", "on")),
        None,
    )
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    by = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("by", "from")), None
    )
    if owner is None and by is not None:
        owner = next((child for child in by.children if child.dep_ == "pobj"), None)
    start = about.i + 1 if about is not None else verb.i
    content = list(verb.doc[start : onward(verb, verb)[-1].i + 1])
    source = name_phrase(owner) if owner is not None else [noun]
    head = owner if owner is not None else noun
    yield Draft(
        runs(source, paragraph), head, runs([verb], paragraph), runs(content, paragraph), paragraph, verb
    )


@cache
def _frames(group: str) -> dict[str, list[str]]:
    return {word: taken for word, taken in load("en", "nominal")[group].items() if word != "why"}
