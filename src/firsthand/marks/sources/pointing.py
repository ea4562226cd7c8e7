"""Whom a phrase without a name points back to: "the ministry", "the newspaper", "the first source", "he"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Protocol

from firsthand.lexicon import words
from firsthand.marks.sources.names import proper_run
from firsthand.marks.sources.roles import is_definite, role_words

if TYPE_CHECKING:
    from firsthand.language.tokens import Token
    from firsthand.marks.sources.names import Mention, Names

FAR = 20_000
"""Characters back in which a body with the word in its name is looked for."""

LAST = 200
"""Voices back among which a surname or an outlet is looked for; with a bound, time grows with the text alone."""

RENAMED = re.compile(
    r"\bwhom? (?:the|this|its|their|a) [\w-]+ (?:calls?|called|names?|named|identif(?:ies|ied) (?:only )?as)\b",
    re.IGNORECASE,
)
"""How a text says that a person has another name in a work."""

SENTENCE = 250
"""Characters between a name and the subject of its sentence."""


class Spoke(Protocol):
    """Somebody who has spoken before, as the resolver keeps it."""

    @property
    def name(self) -> str | None:
        """The name that was given, None when there is none."""

    @property
    def kind(self) -> str:
        """Person, body, report, group or anonymous."""

    @property
    def role(self) -> str:
        """The role in which was spoken."""


def office_before(names: Names, noun: str, place: int) -> str | None:
    """Return the named office of a state that "the ministry" points back to: the nearest with that word in its name."""
    if noun not in words("en", "roles", "official"):
        return None
    for mention in names.before(names.bodies, place, FAR):
        parts = mention.name.lower().split()
        if len(parts) > 1 and noun in parts:
            return mention.name
    return None


def outlet_before(spoken: Sequence[Spoke], noun: str) -> str | None:
    """Return the outlet that "the newspaper" points back to: the last one that has spoken."""
    if noun not in words("en", "roles", "outlet"):
        return None
    return next(
        (
            one.name
            for one in islice(reversed(spoken), LAST)
            if one.role == "outlet" and one.kind == "body" and one.name
        ),
        None,
    )


def bearer_of(spoken: Sequence[Spoke], surname: str) -> str | None:
    """Return the full name of somebody who has spoken before under it, for a surname alone."""
    for one in islice(reversed(spoken), LAST):
        parts = (one.name or "").split()
        if one.kind == "person" and len(parts) > 1 and parts[-1] == surname:
            return one.name
    return None


def in_focus(found: Iterable[Mention]) -> Mention | None:
    """Return whom a pronoun most likely means, of the names before it, nearest first: the subject of their last sentence.

    Who was the subject is spoken of on (Grosz, Joshi and Weinstein 1995, centering).
    """
    nearest: Mention | None = None
    for mention in found:
        if nearest is None:
            nearest = mention
        if nearest.place - mention.place > SENTENCE:
            break
        if mention.subject:
            return mention
    return nearest


def is_leader(text: str) -> bool:
    """Whether the words of a source tell that a person leads a body: "X, who heads Y"."""
    said = text.lower().split()
    return any(
        word == "who" and set(said[index + 1 : index + 3]) & role_words("leading")
        for index, word in enumerate(said)
    )


def is_maker(text: str) -> bool:
    """Whether the words of a source tell that a person made a work: "X, who wrote the report"."""
    return any(
        first == "who" and verb in role_words("making") for first, verb in pairwise(text.lower().split())
    )


def is_renamed(text: str) -> bool:
    """Whether a work gives somebody a name, as those are given who testify in it: "a packer whom the report calls Nessa"."""
    return RENAMED.search(text) is not None


def named_beside(head: Token) -> str | None:
    """Return the name beside the role of one person: "its spokesman, Ivo Rask"."""
    roles = words("en", "roles", "person") | words("en", "roles", "speaker") | words("en", "roles", "author")
    if head.pos_ != "NOUN" or head.tag_ == "NNS" or head.lemma_.lower() not in roles:
        return None
    name = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    return proper_run(name) if name is not None and name.ent_type_ in ("", "PERSON", "ORG") else None


def kept_book(head: Token) -> str | None:
    """Return the name of a book that somebody keeps, as its own words give it: "according to the municipal register"."""
    if head.lower_ not in words("en", "roles", "kept books") or not is_definite(head):
        return None
    said = [
        token
        for token in head.children
        if token.i < head.i and token.dep_ in ("amod", "compound") and token.is_lower
    ]
    if not said or any(token.lower_ in words("en", "roles", "of any book") for token in said):
        return None
    return head.doc[said[0].i : head.i + 1].text


def is_called(token: Token, head: Token) -> bool:
    """Whether a name is given to somebody beside: "a woman whom the report calls Nessa"."""
    verb = token.head
    return (
        verb.lemma_ in ("call", "name", "identify")
        and token.i > verb.i
        and verb.head.i == head.i
        and verb.dep_ in ("relcl", "acl")
    )
