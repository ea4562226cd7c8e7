"""What the words of a source tell: its role, whether it is named, and whether it points back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.reporting.clauses import Draft, words_within
from firsthand.records import Role

if TYPE_CHECKING:
    from firsthand.language.tokens import Token


def role_of_noun(*forms: str) -> Role:
    """Return the role that a noun without a name gives; unnamed when it gives none."""
    listed: tuple[Role, ...] = ("witness", "official", "organisation", "author", "outlet")
    named = next((role for role in listed if any(form in role_words(role) for form in forms)), None)
    if named is None and any(form in role_words("speaker") for form in forms):
        return "organisation"
    return named or "unnamed"


def tells_of_self(draft: Draft) -> bool:
    """Whether quoted words tell what was done to the speaker: "they took me", "I was driven"."""
    return any(_suffers(token) for span in draft.content for token in words_within(draft.paragraph, span))


def _suffers(token: Token) -> bool:
    """Whether something was done to the one who speaks: "me" behind a verb of the past, "I was" before one."""
    if token.lower_ not in ("i", "me", "we", "us") or token.dep_ not in ("dobj", "nsubjpass", "dative"):
        return False
    helpers = (child for child in token.head.children if child.dep_ == "auxpass")
    return token.head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers)


def nouns_beside(head: Token, text: str) -> frozenset[str]:
    """Return the nouns of a source phrase that say what its bearer is, not those behind "of" or "with"."""
    behind = re.split(r"\b(?:of|for|at|with|from|in|who)\b", text.partition(",")[2])[0]
    told = frozenset(re.findall(r"[\w-]+", behind.lower()))
    nouns = [
        t for t in head.subtree if t.pos_ in ("NOUN", "PROPN") and (t.i == head.i or stands_for(t, head))
    ]
    return told | frozenset(form for token in nouns for form in (token.lower_, token.lemma_.lower()))


def is_somebody(head: Token) -> bool:
    """Whether a noun beside a name says that it is a person's: "X, a director at ..."."""
    beside = [child for child in head.children if child.dep_ in ("appos", "compound", "nmod")]
    listed = frozenset().union(
        *(words("en", "roles", group) for group in ("person", "author", "titles", "witness", "speaker"))
    )
    return any(child.lemma_.lower() in listed for child in beside)


def words_of(head: Token) -> str:
    """Return the words of a phrase."""
    return " ".join(token.text for token in head.subtree)


def stands_for(token: Token, head: Token) -> bool:
    """Whether a name inside of a phrase is the name of the phrase: beside the head, not behind "of" or "for"."""
    while token.i != head.i:
        if token.dep_ in ("poss", "relcl", "ROOT"):
            return False
        if token.dep_ == "pobj" and token.head.lower_ not in ("as",):
            return False
        token = token.head
    return True


def has_mind(head: Token) -> bool:
    """Whether a subject can intend and take a stand: somebody with a name or a role, no ship and no plan."""
    if head.pos_ == "PROPN":
        return True
    if head.pos_ == "PRON":
        return head.lower_ not in ("it", "this", "that", "which", "what", "you", "there")
    return bool({head.lower_, head.lemma_.lower()} & _all_roles())


@cache
def _all_roles() -> frozenset[str]:
    groups: tuple[Role, ...] = ("official", "organisation", "witness", "author", "outlet", "unnamed")
    return (
        frozenset().union(*(role_words(group) for group in groups))
        | role_words("person")
        | role_words("speaker")
    )


def is_state(head: Token) -> bool:
    """Whether a state or a capital speaks: "Sundmark denied it", which its government did."""
    return head.ent_type_ == "GPE" and head.pos_ == "PROPN"


def is_definite(head: Token) -> bool:
    """Whether a phrase points back: "the source"."""
    return any(child.lower_ in ("the", "this", "that", "same") for child in head.children)


def is_indefinite(head: Token) -> bool:
    """Whether a phrase brings somebody in: "a source"."""
    return any(child.lower_ in ("a", "an", "another", "one") for child in head.children)


def plain(text: str) -> str:
    """Return the words of a source without a name, as one would write them inside a sentence."""
    text = re.sub(r" ?, who .*$", "", text, flags=re.DOTALL)
    text = re.sub(r"['’]s?$", "", " ".join(text.split()).strip(' ,;:.–—-“”"'))
    first = text.split(" ")[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


@cache
def role_words(role: str) -> frozenset[str]:
    """Return the nouns of one group of roles."""
    return words("en", "roles", role)
