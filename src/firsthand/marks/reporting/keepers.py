"""Figures by the word of who keeps them: "the union's list has 73 names", "its hotline logged 300 calls", "raised to 63 by the guard"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, agent_of, name_phrase, runs
from firsthand.marks.reporting.contents import onward
from firsthand.marks.reporting.figures import issuer_of
from firsthand.marks.sources.roles import has_mind

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
PLACES = frozenset({"GPE", "LOC", "NORP", "DATE", "TIME", "FAC"})
OBJECTS = frozenset({"dobj", "attr", "pobj"})


def by_keeper(verb: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attribution of a figure to who keeps the list, the hotline or the toll that the sentence tells of."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    if subject is None or subject.pos_ != "NOUN":
        return
    name = cues.verb_of(verb)
    if cues.is_passive(verb):
        owner = agent_of(verb) if name in words("en", "figures", "revising") else None
        is_told = subject.lemma_.lower() in words("en", "figures", "accounts") and _has_number(verb)
        told = is_told and owner is not None
        content = list(verb.doc[subject.left_edge.i : verb.right_edge.i + 1]) if told else []
    else:
        owner = _keeper(subject, name)
        content = _counted(verb) if owner is not None else []
    if owner is None or not content or not has_mind(owner):
        return
    cue = cues.cue_tokens(verb)
    source = [token for token in name_phrase(owner) if token.tag_ != "POS"]
    while content and content[-1].is_punct:
        content.pop()
    yield Draft(
        runs(source, paragraph), owner, runs(cue, paragraph), runs(content, paragraph), paragraph, verb
    )


def gapped(verb: Token, paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the figure of a second body without a verb of its own: "the ministry counts 63 deaths and | the union 87"."""
    doc, hedges = verb.doc, words("en", "figures", "gapped hedges")
    for token in doc[verb.i + 1 : verb.sent.end]:
        if token.text in (";", ":"):
            return
        if token.lower_ not in ("and", "but", "while", ","):
            continue
        at = token.i + 1
        while at < verb.sent.end and doc[at].pos_ in NAMES and doc[at].lower_ not in hedges - {"a"}:
            at += 1
        first = at
        while at < verb.sent.end and doc[at].lower_ in hedges:
            at += 1
        head = doc[first - 1]
        if (
            first == token.i + 1
            or at >= verb.sent.end
            or doc[at].pos_ != "NUM"
            or head.pos_ not in ("NOUN", "PROPN")
        ):
            continue
        end = at + 1
        while end < verb.sent.end and doc[end].pos_ == "NUM":
            end += 1
        alone = end >= verb.sent.end or doc[end].is_punct
        if alone and (head.ent_type_ == "ORG" or (has_mind(head) and head.ent_type_ not in PLACES)):
            source, content = list(doc[token.i + 1 : first]), list(doc[first:end])
            cue = cues.cue_tokens(verb)
            yield Draft(
                runs(source, paragraph), head, runs(cue, paragraph), runs(content, paragraph), paragraph, verb
            )


def _keeper(subject: Token, name: str) -> Token | None:
    """Who owns what holds or took the figure; None where it is the paper's own, or nobody's."""
    lists = subject.lemma_.lower() in words("en", "figures", "papers")
    if not (lists and name in words("en", "figures", "holding")) and not (
        name in words("en", "figures", "counting") and name != "put" and not has_mind(subject)
    ):
        return None
    owner = next((child for child in subject.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner if owner.pos_ in ("NOUN", "PROPN") else None
    for child in subject.children:
        kept = child.dep_ == "acl" and child.lemma_.lower() in words("en", "figures", "keeping")
        owner = agent_of(child) if kept else None
        if owner is not None:
            return owner
    issuer = issuer_of(subject) if lists else None
    return issuer if issuer is not None and issuer.ent_type_ == "ORG" else None


def _counted(verb: Token) -> list[Token]:
    """The clause of a verb that holds a number, with the list and its owner: they say what is counted."""
    spoken = next((child for child in verb.rights if child.dep_ in OBJECTS), None)
    if spoken is None or not any(token.pos_ == "NUM" for token in spoken.subtree):
        return []
    subject = next(child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i)
    return [*verb.doc[subject.left_edge.i : spoken.left_edge.i], *onward(verb, spoken.left_edge)]


def _has_number(verb: Token) -> bool:
    to = next((child for child in verb.rights if child.lower_ in ("to", "at", "from")), None)
    return to is not None and any(token.pos_ == "NUM" for token in to.subtree)
