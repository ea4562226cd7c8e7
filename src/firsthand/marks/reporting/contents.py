"""What a reporting verb reports: its clause, infinitive, object or what stands behind its preposition, and where that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import agent_of, phrase_of

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

QUOTE_MARKS = frozenset({"“", "”", '"', "''", "``"})
DEEP = 3
"""Steps up from a verb to the clause of the speaker who goes on with it."""

BELONGING = frozenset({"as", "for", "to", "by", "that", "how", "what", "why"})
"""Openings of a clause behind an object that belongs to what is said: "portrayed them as hungry", "asked him to go"."""

NAMED = 4
"""Words from which on "called" and an object alone name somebody: "called the plan a fraud", not "called the mayor"."""

ASIDE = 12
"""Words that ", the group said," has at most."""


def content_of(verb: Token) -> list[Token]:
    """Return what is said, thought or demanded, for a verb in the active; empty when the verb reports nothing here."""
    name = cues.verb_of(verb)
    return (
        _clause(verb, name)
        or _infinitive(verb, name)
        or _round_aside(verb, name)
        or _behind_preposition(verb, name)
        or _object(verb, name)
        or _named(verb, name)
    )


def passive_content_of(verb: Token) -> list[Token]:
    """Return what is reported by "are thought to be", "it was claimed that" and "was quoted as saying"."""
    name = cues.verb_of(verb)
    if not cues.is_impersonal(name) and not cues.takes_object(name):
        return []
    behind = [child for child in verb.children if child.i > verb.i]
    clause = next((child for child in behind if child.dep_ == "ccomp"), None)
    if clause is not None:
        return onward(verb, clause.left_edge)
    infinitive = next((child for child in behind if child.dep_ == "xcomp"), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass" and child.i < verb.i), None)
    if infinitive is None:
        return _subject_told(verb, name, subject)
    return onward(verb, infinitive.left_edge if subject is None else subject.left_edge)


def _subject_told(verb: Token, name: str, subject: Token | None) -> list[Token]:
    """The subject of "the deaths were confirmed by the ministry", and of "the deaths were confirmed"."""
    by_somebody = cues.takes_object(name) and agent_of(verb) is not None
    if subject is None or subject.pos_ == "PRON" or not (by_somebody or cues.is_unsourced(name)):
        return []
    return list(subject.subtree)


def onward(verb: Token, start: Token) -> list[Token]:
    """Return all that hangs on the verb from a word on, up to the next verb that is joined to it."""
    end = start.i
    for child in verb.children:
        if child.right_edge.i < start.i:
            continue
        if child.dep_ in ("conj", "cc") or (child.dep_ == "advcl" and child.i > end and _adds(child)):
            break
        if child.dep_ == "punct":
            continue
        end = max(end, child.right_edge.i)
    return list(verb.doc[start.i : end + 1])


def _clause(verb: Token, name: str) -> list[Token]:
    if not cues.takes_clause(name) and not cues.is_of_mind(name):
        return []
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    if (
        cues.is_speech(name) or cues.takes_object(name)
    ) and not clauses:  # "said leaving the port would be ..."
        clauses = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and not _has_to(c)]
    if not clauses:
        return []
    behind = next((clause for clause in clauses if clause.i > verb.i), None)
    if behind is not None:
        return _one_voice(verb, onward(verb, behind.left_edge))
    own = {t.i for child in verb.children if child.dep_ != "ccomp" for t in child.subtree} | {verb.i}
    return [token for token in clauses[0].subtree if token.i not in own]


def _infinitive(verb: Token, name: str) -> list[Token]:
    opens = next((child for child in verb.children if child.dep_ == "xcomp" and _has_to(child)), None)
    if opens is None or not cues.takes_infinitive(name):
        return []
    start = opens.left_edge
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < opens.i]
    if objects and name != "tell":
        start = objects[0].left_edge
    return onward(verb, start)


def _round_aside(verb: Token, name: str) -> list[Token]:
    """The sentence round "..., the group said, ..."."""
    aside = verb.dep_ == "parataxis" or (verb.dep_ in ("advcl", "ccomp") and _is_aside(verb))
    root = verb.sent.root
    if not aside or root.i == verb.i or not cues.takes_clause(name):
        return []
    return phrase_of(root, verb) if any(child.dep_ == "nsubj" for child in verb.children) else []


def _is_aside(verb: Token) -> bool:
    """Whether a clause stands between commas or at the end behind one: "..., he says"."""
    edge = verb.left_edge
    return edge.i > 0 and edge.doc[edge.i - 1].text in (",", "—", "–") and verb.right_edge.i - edge.i <= ASIDE


def _behind_preposition(verb: Token, name: str) -> list[Token]:
    for child in verb.children:
        near = 0 < child.i - verb.i <= 2
        if near and child.dep_ in ("prep", "prt", "agent") and child.lower_ in cues.prepositions(name):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return onward(verb, inner.left_edge)
        if child.dep_ in ("advcl", "ccomp", "xcomp") and "for" in cues.prepositions(
            name
        ):  # "called for the owners to pay"
            mark = child.left_edge
            if mark.lower_ == "for" and mark.i - verb.i <= 2 and mark.i < child.i:
                return onward(verb, verb.doc[mark.i + 1])
    return []


def _object(verb: Token, name: str) -> list[Token]:
    spoken = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if spoken is not None and cues.regards(name) and any(c.lower_ == "as" for c in verb.children):
        return onward(verb, spoken.left_edge)
    if any(child.dep_ == "dative" for child in verb.children):  # "denied them papers": given, not said
        return []
    if not cues.takes_object(name) or (name == "say" and spoken is not None and spoken.pos_ == "PRON"):
        return []
    if spoken is not None and cues.is_act(name) and _is_numbered(spoken):
        return []
    if spoken is not None and name == "claim" and spoken.lemma_.lower() in cues.claimed():
        return []
    return [] if spoken is None else _without_occasion(verb, onward(verb, spoken.left_edge))


def _is_numbered(spoken: Token) -> bool:
    """Whether an object is some people or things by their number: "examined 312 sailors", "dismissed 31 of the claims"."""
    return spoken.pos_ == "NUM" or any(child.dep_ == "nummod" for child in spoken.children)


def _without_occasion(verb: Token, content: list[Token]) -> list[Token]:
    """What was said without when, where and why: "defended the plan | on the radio | after the vote"."""
    for child in verb.children:
        edge = child.left_edge.i
        if content[0].i < edge <= content[-1].i and _is_occasion(child):
            return content[: edge - content[0].i]
    return content


def _is_occasion(child: Token) -> bool:
    if child.dep_ == "npadvmod":
        return True
    if child.dep_ == "advcl":
        return child.left_edge.lower_ not in BELONGING
    if child.dep_ != "prep" or child.lower_ not in cues.occasion_openings():
        return False
    inner = next((each for each in child.children if each.dep_ == "pobj"), None)
    return inner is None or inner.ent_type_ in ("DATE", "TIME") or inner.lemma_.lower() in cues.occasions()


def _named(verb: Token, name: str) -> list[Token]:
    if not cues.names_somebody(name):
        return []
    named = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "ccomp", "xcomp") and c.i > verb.i]
    if not named:
        return []
    content = onward(verb, named[0].left_edge)
    quoted = any(token.text in QUOTE_MARKS for token in content)
    if not quoted and (_is_what(verb) or (named[-1].dep_ == "dobj" and len(content) < NAMED)):
        return []
    return content


def _is_what(verb: Token) -> bool:
    """Whether the verb stands in "what he calls": without quotation marks only a turn of phrase."""
    return any(child.lower_ in ("what", "which") and child.i < verb.i for child in verb.children)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _one_voice(verb: Token, content: list[Token]) -> list[Token]:
    """A clause up to where the same or another speaker begins anew: "..., adding that", "... and said that"."""
    within = 0
    for index, token in enumerate(content):
        if token.text in QUOTE_MARKS:
            within += 1
        if index and within % 2 == 0 and _begins_anew(token, verb):
            edge = token.left_edge.i
            while edge > content[0].i and verb.doc[edge - 1].text in (",", "and", "but", "while"):
                edge -= 1
            return content[: max(0, edge - content[0].i)]
    return content


def speaks_on(verb: Token) -> Token | None:
    """Return the verb whose speaker goes on with this one, in "the group said X, adding that Y" where the parser hangs it on X."""
    above = verb.head
    for _ in range(DEEP):
        if above.dep_ == "ccomp" and cues.is_speech(cues.verb_of(above.head)) and above.head.i < above.i:
            return above.head if _begins_anew(verb, above.head) else None
        if above.dep_ not in ("conj", "advcl", "prep", "ccomp", "xcomp") or above.head.i == above.i:
            return None
        above = above.head
    return None


def _begins_anew(token: Token, verb: Token) -> bool:
    if token.dep_ not in ("conj", "advcl") or not cues.is_speech(cues.verb_of(token)):
        return False
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
    if token.dep_ == "advcl":
        return _adds(token) and token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
    return not own and token.tag_ == verb.tag_ and not _has_to(token)


def _adds(clause: Token) -> bool:
    """Whether a clause only adds what else was said: "..., adding that"."""
    return clause.tag_ == "VBG" and cues.can_report(cues.verb_of(clause))
