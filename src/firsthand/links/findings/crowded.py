"""More people in a place than live there, or than work there: "638,000 live in the district", "700,000 are trapped in the district"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.aspects import aspects
from firsthand.links.case import Case
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.looks import phrases
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import content, form, tenths
from firsthand.records import Finding

LIVING = re.compile(r"\b(?:census|population|inhabitants?|residents?|live[sd]?|living)\b", re.IGNORECASE)
WORKING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|employed|held|kept|bonded|enslaved|toil(?:s|ed|ing)?)\s*$", re.IGNORECASE
)
"""Words that say that all who live somewhere are counted, and the last word before the place where people work or are held."""

PLACE = re.compile(
    r"\b(?:in|at|inside)\s+(?P<where>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=\s*(?:\b(?:of|for|in|at|and|or|by|since|before|who|which|that|when|during|to)\b|[,.;:!?]|$))"
)
"""Where people are, up to what follows."""

PEOPLE = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?(?:people|persons|inhabitants|residents|souls)\b")
"""The people behind a number, all of them and not some."""

NOW = re.compile(r"\b(?:are|is|remain|remains|live|work)\b")
"""Words with which those are counted who are there at one time."""

MANY, BEYOND = 500, Decimal("1.05")
"""Number from which a count of people may be that of a crowd, and by how much it must be above all who are there."""

RARE = 25
"""Rarity, in tenths, of the word for the place."""

CROWD = 40
"""Counts of all in places that are called alike beyond which they are many places."""


def more_than_are_there(case: Case) -> Iterator[Finding]:
    """Say which counts of people in a place are above the count of all who live there, or, where they work or are held, of all who work there."""
    wholes: dict[tuple[str, bool], list[Brief]] = defaultdict(list)
    parts: list[tuple[str, bool, Brief]] = []
    for document, briefs in case.known.claims.by_document():
        text = ""
        for brief in briefs:
            if (
                brief.kind != "count"
                or brief.change
                or brief.parted
                or not brief.shown
                or (brief.point or 0) < MANY
            ):
                continue
            text = text or case.document(document).text
            place = _place(text, brief)
            if place is None:
                continue
            where, working = place
            said = sentence(text, brief.span).of(text)
            if _counts_all(text, brief, said, working):
                wholes[where, working].append(brief)
            elif (
                NOW.search(brief.span.of(text))
                and not LIVING.search(said)
                and not phrases("flow").search(said)
            ):
                parts.append((where, working, brief))
    for where, working, part in parts:
        all_there = wholes.get((where, False), []) + (wholes.get((where, True), []) if working else [])
        above = (
            [whole for whole in all_there if _is_above(case, part, whole)] if len(all_there) <= CROWD else []
        )
        if above:
            yield _told(case, part, above)


def _told(case: Case, part: Brief, above: list[Brief]) -> Finding:
    """A count with the first of the counts of all that it is above, by preference their maker's own."""
    papers = case.known.papers
    whole = min(above, key=lambda brief: (not case.own(brief.id), papers[brief.document].order, brief.id))
    says = f"{shown(case, part.id)} is more than all who are there, {shown(case, whole.id)}: they cannot both be right, unless more came."
    return Finding("impossible", says, 0.76, case.clauses((part.id, whole.id)))


def _place(text: str, brief: Brief) -> tuple[str, bool] | None:
    """The word for the place in which a claim counts people, and whether they work or are held there; None where it is no rare one."""
    shown_at = where_shown(text, brief)
    match = PLACE.search(text, shown_at.end, brief.span.end) if shown_at else None
    if shown_at is None or match is None:
        return None
    words = [word for word in re.findall(r"[\w’'-]+", match["where"].casefold()) if content(word)]
    where = form(words[-1].replace("’", "'")) if words else ""
    return (
        (where, WORKING.search(text, shown_at.start, match.start()) is not None)
        if tenths(where) >= RARE
        else None
    )


def _counts_all(text: str, brief: Brief, said: str, working: bool) -> bool:
    """Whether a claim counts all people who live or work in a place."""
    shown_at = where_shown(text, brief)
    if shown_at is None or brief.value is None or brief.value[1] is None:
        return False
    if PEOPLE.match(text, shown_at.end) is None:
        return False
    return working or LIVING.search(said) is not None


def _is_above(case: Case, part: Brief, whole: Brief) -> bool:
    """Whether a count of people is above all in the same place, in another document of the same matter."""
    if part.document not in case.beside(whole.document):
        return False
    most = whole.value[1] if whole.value else None
    least = part.value[0] if part.value and part.value[0] is not None else part.point
    if most is None or least is None or least <= most * BEYOND:
        return False
    a, b = case.claim(part.id), case.claim(whole.id)
    years = [claim.period[:4] for claim in (a, b) if claim.period and claim.period[:4].isdigit()]
    if len(years) == 2 and years[0] != years[1]:
        return False
    return aspects(a).people and not (a.place and b.place and a.place != b.place)
