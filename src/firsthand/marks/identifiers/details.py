"""The details of a life inside of a sentence about somebody at risk: ages, places, dates, kin, work, school, money, health."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.lexicon import words
from firsthand.marks.identifiers import patterns
from firsthand.marks.identifiers.candidates import Candidate
from firsthand.marks.identifiers.features import is_office, is_state
from firsthand.marks.identifiers.patterns import UPPER
from firsthand.marks.identifiers.scopes import Scope
from firsthand.marks.identifiers.wordings import anyof
from firsthand.records import Identifier, IdentifierCategory, Span

WHYS: dict[IdentifierCategory, str] = {
    "age": "how old somebody at risk is", "date": "when something happened to somebody at risk",
    "place": "where somebody at risk lives, comes from or was", "relative": "kin of somebody at risk",
    "occupation": "what somebody at risk does or did", "rank": "rank or unit of somebody at risk",
    "education": "where somebody at risk learned", "organisation": "where somebody at risk worked, was held or is known",
    "amount": "an amount that was paid for or by somebody at risk", "life detail": "health or a turn in the life of somebody at risk",
    "number": "a number of a case or a paper", "nationality": "origin of somebody at risk", "other": "a detail of somebody at risk",
}  # fmt: skip

OF_KIND: dict[str, IdentifierCategory] = {
    "date": "date", "year": "date", "duration": "date", "money": "amount", "share": "amount", "count": "amount", "age": "age",
    "code": "number", "occupation": "occupation", "health": "life detail", "place": "place", "organisation": "organisation",
    "capitals": "organisation", "other name": "organisation", "people": "nationality", "person": "name",
}  # fmt: skip


def details(
    scope: Scope, candidates: Sequence[Candidate], times: Sequence[Span], public: frozenset[str]
) -> Iterator[Identifier]:
    """Yield the details in one sentence. ``candidates`` and ``times`` are those inside of it, ``public`` names that may stay."""
    for span in times:
        if MONTH.search(scope.words(span)):
            yield _identifier(span, "date", scope)
    for each in candidates:
        category = OF_KIND[each.kind]
        if each.kind in ("date", "year", "money", "age", "health", "code") or (
            each.kind in ("place", "organisation", "capitals") and _is_near(each, public)
        ):
            if category == "organisation" and _is_school(each.text):
                category = "education"
            yield _identifier(each.span, category, scope)
        elif each.kind == "occupation" and each.text[0].islower() and _is_held(each):
            yield _identifier(each.span, category, scope)
        elif each.kind in ("person", "people") and _is_near(each, public):  # taken for one by the parser
            yield _identifier(each.span, "place", scope)
    for match in CALLING.finditer(scope.text):
        if match["calling"] not in words("en", "identifiers", "no callings"):
            yield _identifier(scope.at(*match.span(1)), "occupation", scope)
    for category, pattern in _phrases().items():
        for match in pattern.finditer(scope.text):
            group = match.lastindex or 0
            yield _identifier(scope.at(*match.span(group)), category, scope)


MONTH = re.compile(rf"\b{patterns.MONTH}\b")


def _identifier(span: Span, category: IdentifierCategory, scope: Scope) -> Identifier:
    return Identifier(span, "quasi", scope.owner, category, WHYS[category])


CALLING = re.compile(
    rf"\b(?:I (?:was|am)|[Hh]e (?:was|is)|[Ss]he (?:was|is)|(?:{anyof('close family')}) (?:was|is))"
    rf" (an? (?:[a-z-]+ )?(?P<calling>[a-z]{{2,}}(?:{anyof('endings of callings')})))\b"
    r"(?= (?:in|at|for|on|with|by|and|from|until|before)\b|[.,;!?])"
)
"""What somebody was or is, told in so many words, whatever the calling."""

LANGUAGE = re.compile(rf"^\w+(?:{anyof('endings of peoples')})$")
"""One word that names a people or a language and no place: "in Karvelian"."""


def _is_near(candidate: Candidate, public: frozenset[str]) -> bool:
    """Whether a name is a place or a body of a life: no state, no public name, and in, from or at it."""
    text = candidate.text
    if (
        is_state(text)
        or text.lower() in public
        or text.lower() in words("en", "identifiers", "bodies of the world")
        or is_office(text)
        or LANGUAGE.search(text)
    ):
        return False
    before = candidate.paragraph.text[max(0, candidate.start - 24) : candidate.start]
    return candidate.kind == "place" or bool(_where().search(before)) or bool(_placed().search(text))


def _is_held(candidate: Candidate) -> bool:
    """Whether a calling is somebody's own: "as a nurse", "was a teacher", "nurse, aged 41"."""
    before = candidate.paragraph.text[max(0, candidate.start - 30) : candidate.start]
    return bool(re.search(r"(?:\b(?:an?|as|was|am|is|former)(?: [\w-]+)?|[,|]) $", before))


def _is_school(name: str) -> bool:
    return any(part in name.lower() for part in words("en", "identifiers", "parts of names of schools"))


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b(?:{anyof('before places')}))(?: the| a)?(?: [a-z]+(?: of)?)? $")


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{anyof('parts of names of places')})\b")


@cache
def _phrases() -> dict[IdentifierCategory, re.Pattern[str]]:
    number = rf"(?:\d{{1,2}}|{anyof('numerals')})"
    kin = "|".join(
        sorted(set(anyof("relatives").split("|")) - set(anyof("near ones").split("|")), key=len, reverse=True)
    )
    owner = r"(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)"
    near = anyof("near ones")
    return {
        "age": re.compile(
            rf"(?:\b(?:was|am|is|turned|were|be|only|just|aged|I’m|I'm) |[|,] ){{1,2}}"
            rf"({number}(?: years? old)?)(?=[.,;!?|”]| \||$| when\b| at the time| then\b| years? old)"
        ),
        "relative": re.compile(
            rf"\b[Aa]n? (?:[a-z-]+ )?(?:{anyof('children of an age')}) of (?:about |around )?{number}\b|\b{owner} (?:[\w-]+ )?(?:{kin})s?\b(?:[’']s (?:{kin}|{near}))?(?: \[[^\]]*\])?(?: keeps? \w+)?"
            rf"|\b{owner} (?:{near})[’']s (?:{kin})\b|\b(?:an?|one|two|three|four|five) (?:{anyof('counted family')})(?: of (?:{number}))?\b"
        ),
        "occupation": re.compile(
            rf"\bas (an? (?:[a-z-]+ )?[a-z]{{2,}}(?:{anyof('endings of callings behind as')}))\b(?! (?:than|of))|"
            rf"\b(?:{anyof('stems of work')})\w*\b(?: [\w-]+){{0,3}}? as (an? (?:[\w-]+ ){{0,2}}?[\w-]+)(?=[ ,.;](?:on|in|at|for|from|and|to|who|of)?\b|[.,;])"
            rf"|\b(?:{anyof('owning')}) (an? (?:[a-z-]+ ){{0,2}}(?:{anyof('small businesses')}))\b"
            rf"|\b((?:on|at) the (?:[\w-]+ ){{0,2}}(?:{anyof('stations at work')})\b(?: (?:at|in|of) (?:[A-Z][\w-]+)(?: \d+)?)?)"
        ),
        "education": re.compile(
            rf"\b(?:{anyof('studying')}) ([a-z]+(?: (?:and )?[a-z]+)?)(?= (?:at|in|from|for)\b|[.,;])"
            rf"|\b(?:an?|the|our|my) (?:[\w’'-]+ ){{1,3}}(?:{anyof('schools')})\b(?: (?:in|of|for) (?:[A-Z][\w-]+)(?: [A-Z][\w-]+)*)?"
        ),
        "rank": re.compile(
            rf"\b(?:[Ii] (?:was|am)|(?:he|she) was|as) (an? (?:{anyof('ranks')})\b(?: (?:in|of) (?:the )?[\w -]{{3,40}}?)?)(?=[.,;])"
        ),
        "place": re.compile(
            rf"\b(?:[Aa]|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[a-z]+ ){{0,2}}(?:{anyof('places of a life')})"
            rf" (?:in|of|at|near|outside) (?:the )?[{UPPER}][\w-]+(?: \[[^\]]*\])?"
        ),
    }
