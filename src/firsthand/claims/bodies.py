"""For which body a person speaks, where the text says so beside the name: "Mara Osk, director of Open Harbour Watch"."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lexicon import load, words
from firsthand.lexicon.people import affiliation
from firsthand.records import Document, Marks, Source

BESIDE = 130
"""Characters before and behind the name of a speaker in which the body is named."""
WORD = r"[A-Z](?!\w*-(?:based|led|backed|run)\b)[\w'’&-]*"
BODY = rf"(?P<body>{WORD}(?: (?:(?:of|for|the|and|in|on|de|al|&) ){{0,2}}{WORD}){{0,8}})"
SMALL = r"(?:(?:the|its|a|an|their) )?(?:[a-z-]+ ){0,4}?"


def bodies_of(document: Document, marks: Marks) -> dict[str, str]:
    """Return the name of the body for each speaker for whom the text gives one, by the speaker's name.

    Only what stands beside the words of a source counts; a place is no body.
    """
    places = {document.words(place.span) for place in marks.places}
    known = _known(marks)
    found: dict[str, str] = {}
    for each in marks.attributions:
        source = each.source
        if (
            source is None
            or not source.resolved
            or source.role in ("witness", "report", "data set", "outlet")
        ):
            continue
        name = source.resolved
        if name in found or name in known or len(name.split()) < 2:
            continue
        start, end = source.spans[0].start, source.spans[-1].end
        beside = document.text[max(0, start - BESIDE) : end + BESIDE]
        body = _beside(name, beside, known, places) or _in_words(document, source, known)
        if body:
            found[name] = body
    return found


def _in_words(document: Document, source: Source, known: frozenset[str]) -> str | None:
    """The body to which the words of a source say that the speaker belongs: "Ines Ward of the Harbour Trust"."""
    said = affiliation(source.spans[0].of(document.text))
    if said is None or not said[0].endswith((source.resolved or "").split()[-1]):
        return None
    return _speaking(said[1], known) or said[1]


def _known(marks: Marks) -> frozenset[str]:
    """The bodies that speak themselves."""
    return frozenset(
        each.source.resolved
        for each in marks.attributions
        if each.source and each.source.resolved and _is_body(each.source.resolved)
    )


def _speaking(body: str, known: frozenset[str]) -> str | None:
    """The body that speaks itself under a name of which one is a part."""
    return next((each for each in sorted(known) if body in each), None)


def _is_body(name: str) -> bool:
    return bool({word.lower() for word in name.split()} & words("en", "roles", "organisation"))


def _beside(name: str, text: str, known: frozenset[str], places: set[str]) -> str | None:
    written = re.escape(name)
    for pattern in _patterns():
        for match in re.finditer(pattern.replace("PERSON", written), text):
            body = re.sub(r"['’]s$", "", match["body"])
            full = _speaking(body, known)
            if full:
                return full
            named = len(body.split()) > 1 or (body.isupper() and len(body) > 2)
            if "of PERSON" not in pattern and named and body not in places and body not in name:
                return body
    return None


@cache
def _patterns() -> tuple[str, ...]:
    posts = "|".join(
        sorted((re.escape(post) for post in words("en", "voices", "posts")), key=len, reverse=True)
    )
    leads = "|".join(load("en", "claims")["leads"]["words"])
    return (
        rf"PERSON, {SMALL}(?i:{posts}) (?:of|at|for|with) (?:the )?{BODY}",
        rf"PERSON, who (?:{leads}) (?:the )?{BODY}",
        rf"{BODY}(?:['’]s?)? (?:[a-z-]+ ){{0,2}}?(?i:{posts}),? PERSON",
    )
