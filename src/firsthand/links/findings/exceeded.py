"""A part that is above the whole of which its own words say that it is a part: "2,917 cards ... on 3,330 of the cards"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from firsthand.lexicon import words
from firsthand.links.aspects import aspects
from firsthand.links.case import Case
from firsthand.links.comparison import dated, general
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.looks import phrases
from firsthand.links.sentences import paragraph, sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import content, form, total
from firsthand.records import Finding

OF = re.compile(
    r"\s+of (?P<which>all the|the|these|those|them)\b(?:\s+(?P<noun>[a-z][\w’'-]+))?(?P<rest>[^.;:!?]{0,60})"
)
"""Words behind a number by which it counts some of those of whom the text told."""

THERE = re.compile(r"\s+(?P<people>(?:[\w’'-]+\s+){1,3}?)(?P<which>there|here)\b(?P<noun>)(?P<rest>)")
"""The same by the place where they are: "90,000 women there"."""

PERIODS = frozenset({"last", "past", "first", "next", "time", "year", "years", "total", "order", "same"})
"""Words with which no part is named: "3,000 of the last year"."""

BEFORE, BACK = 500, 12
"""Characters before such a number in which its whole is counted, and numbers there that are looked at."""

LEAST, UNNAMED = 20, 50
"""Number of a part from which it says something, and of one whose whole is named by another word."""

NEARLY = Decimal("1.5")
"""How many times such a whole a part may be, that both be of one thing."""

BEYOND = Decimal("1.03")
"""How far a part that is told roughly must lie above its whole."""

WITHIN = re.compile(
    r"\b(?:in|within|over|during)\s+(?:[\w’'-]+\s+){0,3}?(?:days|weeks|months|years)\b", re.IGNORECASE
)
"""How long something went on, so that more may have come and gone than are there at a time."""

SHARED = 50
"""Rarity, in tenths, of the words that a part and its whole in another document share."""


def above_their_whole(case: Case) -> Iterator[Finding]:
    """Say which counts are called some of those whom the same text, or another one of the same matter, counts as fewer."""
    elsewhere: list[Brief] = []
    for document, briefs in case.known.claims.by_document():
        counts = sorted(
            (brief for brief in briefs if brief.kind == "count" and brief.point and brief.shown),
            key=lambda brief: (brief.span, brief.id),
        )
        text = case.document(document).text if counts else ""
        for place, part in enumerate(counts if text else ()):
            match = _behind(text, part)
            if match is None or part.change or (part.point or 0) < LEAST or _flows(text, part):
                continue
            whole = _whole_before(case, part, match, counts[max(0, place - BACK) : place])
            if whole is not None:
                yield _told(case, part, whole)
            elif match["which"] == "the" and match["rest"].strip():
                elsewhere.append(part)
    for part in elsewhere:
        whole = _whole_elsewhere(case, part)
        if whole is not None:
            yield _told(case, part, whole)


def _told(case: Case, part: Brief, whole: Brief) -> Finding:
    says = f"{shown(case, part.id)} is more than the whole of which it is said to be a part, {shown(case, whole.id)}: they cannot both be right."
    return Finding("impossible", says, 0.79, case.clauses((part.id, whole.id)))


def _behind(text: str, part: Brief) -> re.Match[str] | None:
    """The words by which a number counts some of those of whom was told."""
    where = where_shown(text, part)
    match = (OF.match(text, where.end) or THERE.match(text, where.end)) if where else None
    return match if match and match["noun"] not in PERIODS else None


def _flows(text: str, part: Brief) -> bool:
    """Whether a part is counted over a time, in which others may have come."""
    said = sentence(text, part.span).of(text)
    return bool(WITHIN.search(said) or phrases("flow").search(said))


def _whole_before(case: Case, part: Brief, match: re.Match[str], before: Sequence[Brief]) -> Brief | None:
    """The count of all of whom a part is said to be some, where it is below the part."""
    near = [
        brief
        for brief in before
        if part.span.start - brief.span.start <= BEFORE and not brief.change and not brief.parted
    ]
    if match["which"] in ("there", "here"):
        people = content(match["people"]) - general()
        wholes = [brief for brief in near if people and people <= case.aspects(brief.id).who]
    elif match["which"] in ("the", "all the"):
        noun = form((match["noun"] or "").casefold())
        wholes = [brief for brief in near if _counts_all(case, brief, noun)]
    else:
        first = paragraph(case.document(part.document).text, part.span).start
        people = case.aspects(part.id).who - general()
        wholes = [brief for brief in near if brief.span.start >= first]
        if match["which"] == "them" and people:
            wholes = [brief for brief in wholes if not people.isdisjoint(case.aspects(brief.id).who)]
        if max((brief.point or Decimal(0) for brief in wholes), default=Decimal(0)) * NEARLY < (
            part.point or 0
        ):
            return None
        if (part.point or 0) < UNNAMED:
            return None
    if not wholes or any(not is_above(part, brief) for brief in wholes):
        return None
    return max(wholes, key=lambda brief: (brief.point or 0, brief.span, brief.id))


def is_above(part: Brief, whole: Brief) -> bool:
    """Return whether a part is more than all that its whole can be."""
    most = whole.value[1] if whole.value else None
    least = part.value[0] if part.value and part.value[0] is not None else part.point
    if most is None or least is None:
        return False
    return least > most * (1 if part.firm and whole.firm else BEYOND)


def _counts_all(case: Case, brief: Brief, noun: str) -> bool:
    """Whether a claim says how many of a kind, or of "them", there are in all, and nothing else of them."""
    said = case.aspects(brief.id)
    of_them = not said.who and (brief.population or "").casefold() in words("en", "counting", "pointing")
    return (of_them or said.who == {noun}) and said.what <= {"count"} and not said.whole


def _whole_elsewhere(case: Case, part: Brief) -> Brief | None:
    """The count in another document of all those of whom a part is said to be some, where it is below the part."""
    claim = case.claim(part.id)
    said = aspects(claim)
    of_whom = content(claim.population or "") - general()
    if not of_whom or not dated(claim.period):
        return None
    found = []
    for document in sorted(case.around(part.document)):
        for brief in case.known.claims.of(document):
            if brief.kind != "count" or brief.change or brief.parted or not is_above(part, brief):
                continue
            whole = case.claim(brief.id)
            told = aspects(whole)
            if (
                whole.period == claim.period
                and of_whom <= told.topic | content(whole.text)
                and total(said.topic & told.topic) >= SHARED
            ):
                found.append(brief)
    return min(
        found, key=lambda brief: (case.known.papers[brief.document].order, brief.span, brief.id), default=None
    )
