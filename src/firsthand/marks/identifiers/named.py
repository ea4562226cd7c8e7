"""Every mention of a protected name, also where only a part of it stands, and outside of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.lexicon.people import without_title
from firsthand.marks.identifiers.people import Person
from firsthand.marks.identifiers.scopes import Scope
from firsthand.records import STORY, Document, Identifier, Span

SHORTEST = 3
"""Letters of a part of a name that is looked for by itself."""


def names(known: Sequence[Person], told: Sequence[Scope]) -> Iterator[Identifier]:
    """Yield the mentions of protected people, and of those of unknown standing whom somebody at risk names."""
    scoped = [scope for scope in told if scope.spoken or scope.inside]
    for person in known:
        if person.standing == "unknown" and not any(_names(scope, person) for scope in scoped):
            continue
        if person.standing == "public":
            continue
        why = person.why or "named by somebody at risk, and holds no office"
        for span in person.spans:
            yield Identifier(
                span, "direct", without_title(person.name), "pseudonym" if person.pseudonym else "name", why
            )


def elsewhere(document: Document, made: Sequence[Identifier]) -> Iterator[Identifier]:
    """Yield the other places of a document where a protected name stands, or a part of it: captions, file properties, labels."""
    full = {each.person: each for each in made if each.category in ("name", "pseudonym") and each.person}
    parts = {part: each for name, each in full.items() for part in _parts(name)}
    if not parts:
        return
    taken = [each.span for each in made if each.category in ("name", "pseudonym")]
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(parts, key=len, reverse=True)))})(?!\w)"
    )
    for match in pattern.finditer(document.text):
        span = Span(*match.span())
        if not any(each.meets(span) for each in taken):
            like = parts[match[0]]
            yield Identifier(span, like.danger, like.person, like.category, like.why)


def _parts(name: str) -> Iterator[str]:
    plain = without_title(name)
    yield plain
    if plain[:1].isupper():
        yield from (
            part for part in plain.split() if len(part) >= SHORTEST and part[0].isupper() and part[-1] != "."
        )
        yield plain.upper()


def _names(scope: Scope, person: Person) -> bool:
    start, end = scope.paragraph.start + scope.start, scope.paragraph.start + scope.end
    return any(start <= span.start < end for span in person.spans)


__all__ = ["STORY", "elsewhere", "names"]
