"""Which body is meant: by its name, by a part of it ("the Ministry"), or by what it is ("the foundation")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.lexicon import words
from firsthand.marks.sources.datelines import is_in_dateline
from firsthand.marks.sources.names import Mention, Names, clean, entity_round, proper_run
from firsthand.marks.sources.roles import is_definite, role_words, stands_for
from firsthand.records import Role

if TYPE_CHECKING:
    from firsthand.language.tokens import Token


def named_in(names: Names, head: Token) -> str | None:
    """Return the body whom a source phrase names; states and cities speak as bodies too."""
    for token in sorted(head.subtree, key=lambda t: (t.i != head.i, t.i)):
        if token.ent_type_ in ("GPE", "NORP") and token.i != head.i:
            continue
        if token.ent_type_ in ("ORG", "GPE", "NORP") and (token.i == head.i or stands_for(token, head)):
            entity = entity_round(token)
            if is_in_dateline(entity):
                continue
            if clean(entity.text).lower() in role_words("organisation") | words("en", "roles", "labels"):
                continue
            if token.pos_ == "PROPN" or token.ent_type_ == "ORG":
                return names.body(clean(entity.text))
    run = proper_run(head)
    listed = role_words("organisation") | role_words("official") | words("en", "roles", "labels")
    if run is None or run.lower() in listed:
        return None
    return names.body(run)


DESCRIBED = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Ww]hose) )?(?:[a-z-]+ )*?(?P<noun>[a-z-]+) (?P<name>[A-Z][^,;:()]*)"
)


CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:it|them)sel(?:f|ves)|(?:that|which) (?:is|was) called|known as) (?P<name>[A-Z][^,;:()]*)"
)


def described(names: Names, text: str) -> str | None:
    """Return the body that is named behind what it is: "the project Count the Drowned", "the monitors, who call themselves Open Rows"."""
    said = " ".join(text.split())
    found = DESCRIBED.fullmatch(said)
    if found is not None and found["noun"] in role_words("organisation"):
        return names.body(clean(found["name"]))
    called = CALLED.search(said) if said[:1].islower() or said.startswith(("The ", "A ", "An ")) else None
    return names.body(clean(called["name"])) if called else None


def behind(names: Names, head: Token) -> str | None:
    """Return the body for which several people without names speak: "observers of the Joint Mission"."""
    for link in head.children:
        if link.dep_ != "prep" or link.lower_ not in ("of", "from", "for", "with", "at") or link.i < head.i:
            continue
        inner = next((child for child in link.children if child.dep_ == "pobj"), None)
        run = proper_run(inner) if inner is not None and inner.pos_ == "PROPN" else None
        if inner is None or run is None or inner.ent_type_ in ("GPE", "LOC", "NORP", "PERSON", "DATE"):
            continue
        body = names.body(run)
        said = {word.lower() for word in body.split()}
        if inner.ent_type_ == "ORG" or not said.isdisjoint(
            role_words("organisation") | role_words("official")
        ):
            return body
    return None


def role_of(body: str, text: str) -> Role:
    """Return what a body is, by its name and the words with which it is named."""
    parts = set(re.findall(r"[\w-]+", f"{body} {text}".lower()))
    name = set(re.findall(r"[\w-]+", body.lower()))
    if name & role_words("data set"):
        return "data set"
    if name & role_words("official"):
        return "official"
    if parts & role_words("organisation"):
        return "organisation"
    if name & role_words("outlet"):
        return "outlet"
    return "organisation"


def shortened(names: Names, head: Token, noun: str, place: int) -> str | None:
    """Return the full name that "the Ministry" is short for: the nearest one before that begins or ends so, or has it before "of"."""
    if not head.text[:1].isupper() or not is_definite(head) or len(list(head.subtree)) > 2:
        return None
    for mention in names.before(names.bodies, place, 100_000):
        parts = mention.name.lower().split()
        if len(parts) > 1 and noun in (parts[0], parts[-1], *_before_of(parts)):
            return mention.name
    return None


def _before_of(parts: list[str]) -> list[str]:
    """The word of a name that says what it is, before what it is of: "Harbour | Commission | of Karvelia"."""
    return next(
        (parts[at - 1 : at] for at, part in enumerate(parts) if at and part in ("of", "for", "on")), []
    )


def introduced(names: Names, place: int) -> str | None:
    """Return the body that is named soon after "a London-based group" and called such, when none was named before."""
    if any(_is_group(mention) for mention in names.before(names.bodies, place)):
        return None
    soon = names.behind(names.bodies, place, 1_000)
    return next((mention.name for mention in soon if mention.said_of & role_words("organisation")), None)


def pointed_at(names: Names, noun: str, place: int, spoke: str | None = None) -> str | None:
    """Return the body that "the foundation" points back to: one with that word in its name, else the nearest group.

    Where no group was named, it is the body that ``spoke`` last, before any that is only named further on.
    """
    for mention in names.before(names.bodies, place, 5_000):
        if noun in mention.name.lower().split() or noun in mention.said_of:
            return mention.name
    for mention in names.before(names.bodies, place, 5_000):
        if _is_group(mention) and may_be(mention.name, noun):
            return mention.name
    for report in names.before(names.reports, place, 5_000):
        return report.name
    if spoke and may_be(spoke, noun):
        return spoke
    later = names.behind(names.bodies, place, 5_000)
    return next((mention.name for mention in later if mention.said_of & role_words("organisation")), None)


def may_be(name: str, noun: str) -> bool:
    """Return whether a body with a name can be spoken of by a noun: a university is a body, and no commission."""
    if noun in words("en", "roles", "any body"):
        return True
    said = set(re.findall(r"[\w-]+", name.lower()))
    kinds = said & role_words("organisation")
    if noun in words("en", "bodies", "formal") and said & words("en", "bodies", "bodies"):
        return noun in said
    return not kinds or noun in kinds


def own_publisher(publisher: str | None, head: Token, noun: str) -> str | None:
    """Return the publisher of a body's own paper, where the paper speaks of it by what it is: "the Commission"."""
    alone = len(list(head.subtree)) == 2 and head.tag_ in ("NN", "NNP") and is_definite(head)
    kinds = role_words("organisation") | role_words("official")
    if not publisher or not alone or noun not in kinds:
        return None
    return publisher if noun in publisher.lower().split() else None


def _is_group(mention: Mention) -> bool:
    return bool((mention.said_of | set(mention.name.lower().split())) & role_words("organisation"))
