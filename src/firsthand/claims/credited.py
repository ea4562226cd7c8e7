"""To whom a number is credited right beside it, without a word of saying: "38 (Ministry of Ports)", "put at 400 by the Port Board"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from firsthand.claims.chains import Voice
from firsthand.claims.heard import NAME
from firsthand.claims.papers import bodies
from firsthand.lexicon import words
from firsthand.records import Document, Quantity, Step

BESIDE = 140
"""Characters before and behind a number in which somebody is named."""

BODY = rf"(?:[Tt]he )?(?P<body>{NAME})"


def credited(document: Document, quantity: Quantity, voice: Voice) -> Voice:
    """Return a voice with the body to which the words beside a number credit it, where they name one and nobody else is named."""
    first, *others = voice.chain
    if first.role == "witness" or any(step.name for step in others) or voice.spoken:
        return voice
    body = _beside(document.text, quantity)
    if body is None or body == first.name:
        return voice
    because = "the words beside the number name the one who gave it, and not how it is known"
    return replace(voice, chain=(first, Step(body, "organisation")), basis="repeated", because=because)


def _beside(text: str, quantity: Quantity) -> str | None:
    """The body that is named beside a number as who gave it."""
    start, end = quantity.span.start, quantity.span.end
    behind = text[end : end + BESIDE].split("\n")[0]
    before = text[max(0, start - BESIDE) : start].split("\n")[-1]
    for pattern in _behind():
        match = pattern.match(behind)
        if match and _is_body(match["body"]):
            return match["body"]
    for pattern in _before():
        match = pattern.search(before)
        if match and _is_body(match["body"]):
            return match["body"]
    if _put().search(before + text[start:end]):
        match = re.match(rf"(?:[^.;:()\n]|\.(?=\d)){{0,60}}?\bby {BODY}", behind)
        return match["body"] if match and _is_body(match["body"]) else None
    return None


def _is_body(name: str) -> bool:
    """Whether a name of several words has one that says that a body bears it."""
    named = name.casefold().split()
    return (
        len(named) > 1 and not bodies().isdisjoint(named) and words("en", "roles", "outlet").isdisjoint(named)
    )


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """ "38 (Ministry of Ports)", "25,000, given by the Port Board", "34% last year, Ministry of Ports data show"."""
    given = "|".join(sorted(words("en", "credited", "given")))
    kept = "|".join(sorted(words("en", "credited", "kept")))
    shows = "|".join(sorted(words("en", "credited", "showing")))
    return (
        re.compile(rf" ?\({BODY}\)"),
        re.compile(rf",? (?:as )?(?:{given}) by {BODY}"),
        re.compile(rf"[^.;:()\n]{{0,90}}?, {BODY} (?:{kept}) (?:{shows})\b"),
    )


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """ "was estimated by the Port Board at 400", "the Port Board, this month, arrived at 587"."""
    put = "|".join(sorted(words("en", "credited", "put")))
    reached = "|".join(sorted(words("en", "credited", "reached")))
    return (
        re.compile(rf"\b(?:{put}) by {BODY} at $"),
        re.compile(rf"(?<![\w,] ){BODY}(?:,[^,.;\n]{{3,40}},)? (?:has |have |had )?(?:{reached}) $"),
    )


@cache
def _put() -> re.Pattern[str]:
    """ "was put at", before a number that somebody gave."""
    put = "|".join(sorted(words("en", "credited", "put")))
    return re.compile(rf"\b(?:is|are|was|were|been) (?:\w+ly )?(?:{put}) at (?:[^.;:\n]|\.(?=\d)){{0,60}}$")
