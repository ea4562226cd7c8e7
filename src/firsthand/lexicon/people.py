"""Names of persons, without what stands before them and with whom they speak for: "Ines Ward of the Harbour Trust"."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lexicon import words

WORD = r"[A-Z](?!\w*-(?:based|led|backed|run)\b)[\w'’-]*"
"""A word of a name; "Vell-based" is none."""

BODY = rf"(?P<body>{WORD}(?:(?: (?:of|for|the|and|on|de|al|&)){{0,2}} {WORD}){{0,8}})"
PERSON = (
    r"(?P<person>[A-Z][\w’'-]+(?: (?:[A-Z]\.|(?:de|van|von|bin|al|el|della|da)))?(?: [A-Z][\w’'-]+){1,2})"
)
POST = r"(?:(?!former\b|ex-|retired\b)[a-z][\w’'-]* ){0,6}"

PATTERNS = (
    rf"{PERSON},? (?:of|from|at|with|for) (?:the |its )?{BODY}",
    rf"{PERSON}, (?:an?|the|one of the|its|then|now|who is)? ?{POST}(?:of|from|at|with|for|in) (?:the )?{BODY}",
    rf"{PERSON},? \((?:of )?(?:the )?{BODY}\)",
    rf"(?:[Tt]he |[Aa]n? )?{BODY}(?:['’]s?)? {POST},?{PERSON}",
)
"""How a body stands beside a name, each over a whole source or the beginning of one."""


def without_title(name: str) -> str:
    """Return a name without what stands before it: "Ms Yoon" is "Yoon"."""
    parts = name.split()
    while len(parts) > 1 and parts[0].rstrip(".").lower() in words("en", "roles", "titles"):
        parts = parts[1:]
    return " ".join(parts)


def affiliation(source: str) -> tuple[str, str] | None:
    """Return the person whom the words of a source name and the body to which they say the person belongs, None where they say none.

    A body is known by what it is called: a place or a family of which somebody comes is none.
    """
    said = without_title(" ".join(source.split()))
    for pattern in PATTERNS:
        found = re.match(rf"{pattern}(?=$|[,;.)]| (?:who|which|and|in|on|since|told|said)\b)", said)
        if found is None:
            continue
        person, body = without_title(found["person"]), re.sub(r"['’]s?$", "", found["body"])
        if " " in person and is_named_as_body(body) and not is_named_as_body(person):
            return person, body
    return None


def is_named_as_body(name: str) -> bool:
    """Return whether a name says that it is a body's: by one of its words, an ampersand, or by being in capitals."""
    if re.search(r"\w & \w", name) or re.fullmatch(r"[A-Z]{3,6}", name):
        return True
    return not words_of_bodies().isdisjoint(re.findall(r"[\w-]+", name.lower()))


@cache
def words_of_bodies() -> frozenset[str]:
    """Return the words of which the names of bodies and papers are made; a person is not called so."""
    return (
        words("en", "roles", "organisation")
        | words("en", "roles", "outlet")
        | words("en", "bodies", "bodies")
        | words("en", "bodies", "companies")
    )
