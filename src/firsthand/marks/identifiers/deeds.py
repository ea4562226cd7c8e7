"""What a sentence tells of a flight, a hiding place, a helper, an interrogation or a turn of a life: the whole clause is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.marks.identifiers.scopes import Scope
from firsthand.marks.identifiers.wordings import anyof, said
from firsthand.records import Identifier, IdentifierCategory, IdentifierClass

CUT = re.compile(
    r"\s*(?:\((?:…|\.\.\.)\)|\[(?:…|\.\.\.)\]|…|[;:|“”\"]|\s[–—]\s)\s*"
    r"|,? (?:but|because|while|although|though|whereas) |,? (?:said|says|added|reported|noted|told \w+) that "
    r"|, (?:and|so|then) (?=(?:I|we|he|she|they|it|that|the|my|his|her|a)\b)"
)
"""Where one thing told ends and the next begins."""

OWN = re.compile(r"\b(?:I|me|my|we|us|our|mine|myself|ourselves)\b", re.IGNORECASE)
ONE = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
PASSIVE = r"\b(?:was|were|been|be|being|got|gets|is) (?:\w+ )?"
WHEN = re.compile(
    r"\b(?:a|two|three|four|five|\d+) (?:days?|weeks?|nights?|months?) later\b|\b(?:tomorrow|tonight|next week|next month)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bat (?:\d{1,2}(?:[.:]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|dawn)\b"
)
PLANNED = re.compile(r"\b(?:will|shall|is to|are to|was to|were to|going to|to come|tomorrow|tonight|next)\b")
UNNAMED = re.compile(r"\bwhose names? (?:I|we) (?:will|can|must|would|do|shall)(?: not|n[’']t|not)\b")
SHORT = re.compile(r"(?:yes|no|i do not know|i don’t know|never|\w+ \w+)", re.IGNORECASE)
ASKED = re.compile(r"\b(?:told|asked|wanted|ordered|forced|warned|threatened)\b")
LONGEST = 45
"""Words of a clause that is marked whole."""

WHYS: dict[IdentifierCategory, str] = {
    "questioning": "who was questioned or watched, and when", "shelter": "where somebody was hidden", "route": "how somebody got away",
    "helper": "who helped somebody to get away", "method": "by what means somebody got away or hid",
    "life detail": "a turn in the life of somebody at risk",
}  # fmt: skip

GROUPS = (
    "questioning", "authorities", "hiding", "helpers", "what helpers do", "ways out", "plans of a way out", "ways", "route words",
    "methods", "life", "harm",
)  # fmt: skip


def deeds(scope: Scope) -> Iterator[Identifier]:
    """Yield the clauses of a sentence that tell a deed; of one that is operational as well as a turn of a life it is that."""
    for start, end in _pieces(scope):
        piece = scope.text[start:end]
        category = _category(piece, scope)
        if category and len(piece.split()) <= LONGEST:
            danger: IdentifierClass = "quasi" if category == "life detail" else "operational"
            yield Identifier(scope.at(start, end), danger, scope.owner, category, WHYS[category])


def _pieces(scope: Scope) -> Iterator[tuple[int, int]]:
    sentence, at = scope.text, scope.told_from
    for match in (*CUT.finditer(sentence, at), None):
        start, end = at, match.start() if match else len(sentence)
        while start < end and not (sentence[start].isalnum() or sentence[start] in "[("):
            start += 1
        while end > start and not (sentence[end - 1].isalnum() or sentence[end - 1] in "])"):
            end -= 1
        if end > start:
            yield start, end
        at = match.end() if match else end


def _category(piece: str, scope: Scope) -> IdentifierCategory | None:
    told = said(piece, GROUPS)
    if scope.answers and len(piece.split()) > 1 and not SHORT.fullmatch(piece):
        return _operational(piece, told, own=True) or "route"
    own = bool(OWN.search(piece))
    someone = own or bool(_somebody().search(piece)) or (bool(ONE.search(piece)) and not scope.inside)
    if "questioning" in told and (own or "authorities" in told or _questioned().search(piece)):
        return "questioning"
    if not (someone or scope.inside or scope.planned or not scope.spoken):
        return None
    if operational := _operational(piece, told, own or scope.planned):
        return operational
    if scope.inside and "authorities" in told and ASKED.search(piece):
        return "questioning"
    if scope.spoken and not someone:
        return None
    return "life detail" if told & {"life", "harm"} or scope.goes_on else None


def _operational(piece: str, told: frozenset[str], own: bool) -> IdentifierCategory | None:
    """What the words tell of a way out; a way that is only wished for counts where the teller goes."""
    if "hiding" in told and (own or told & {"helpers", "ways", "what helpers do"}):
        return "shelter"
    if "ways out" in told or (own and "plans of a way out" in told):
        return "route"
    if "methods" in told:
        return "method"
    if {"helpers", "what helpers do"} <= told:
        return "helper"
    if "ways" in told and ("route words" in told or (own and PLANNED.search(piece) and WHEN.search(piece))):
        return "route"
    if UNNAMED.search(piece):
        return "helper"
    return None


@cache
def _somebody() -> re.Pattern[str]:
    """A single person of whom others tell: "a young tailor from the same street"."""
    nouns = anyof("private persons", "occupations", "relatives")
    return re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Mm]y|[Hh]is|[Hh]er) (?:[\w-]+ ){{0,2}}?(?:{nouns})\b")


@cache
def _questioned() -> re.Pattern[str]:
    return re.compile(rf"{PASSIVE}(?:{anyof('questioning')})\b", re.IGNORECASE)
