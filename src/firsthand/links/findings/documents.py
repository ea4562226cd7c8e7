"""What is wrong with a document as a whole: dates that disagree, a file that is mostly something else."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations

from firsthand.links.case import Case
from firsthand.links.counting import listed, several, worded
from firsthand.links.looks import phrases
from firsthand.records import STORY, Document, Finding, FoundDate, Passage, Span

LITTLE = 0.45
"""Part of a document's characters below which the story is the smaller part of it."""

LONG = 2000
"""Characters from which it is worth saying."""

DAYS = 3
"""Days up to which two dates of a document are those of its writing and its printing, and are not told."""

MONTH = 27
"""Days up to which two dates of a document are those of its writing, filing and printing."""

BEFORE = 60
"""Characters before a day within which the words stand that say what happened on it."""

APART = 2
"""Files up to which each is told by itself; of more it is told at once."""

SHOWN = 8


def dates_disagree(case: Case) -> Iterator[Finding]:
    """Say which documents give two dates for themselves; those that lie some days apart are told at once."""
    near: list[tuple[str, Passage]] = []
    for document in case.view.documents():
        dates = [found for found in document.dates if found.event == "published" and _day(found.date)]
        days = sorted({found.date[:10] for found in dates})
        shown = [found.span for found in dates if found.span is not None]
        apart = (_day(days[-1]) or date.min) - (_day(days[0]) or date.min) if days else timedelta()
        if apart.days <= DAYS or not shown:
            continue
        if apart.days <= MONTH and _one_after_another(case.document(document.id), dates):
            continue
        places = [Passage(document.id, span) for span in _first(case.document(document.id), shown)]
        if apart.days > MONTH:
            says = f"A document gives {worded(len(days))} different dates for itself, {listed(days[:SHOWN])}: {_read_as(document.published)}."
            yield Finding("dates disagree", says, 0.72, case.evidence(places))
        else:
            near.append(
                (f"two dates for itself, {days[0]} and {days[-1]}: {_read_as(document.published)}", places[0])
            )
    if len(near) == 1:
        yield Finding("dates disagree", f"A document gives {near[0][0]}.", 0.45, case.evidence([near[0][1]]))
    elif near:
        says = f"{several(len(near), 'document').capitalize()} each give two dates for themselves that lie less than a month apart; each is read as of the one that is best supported."
        yield Finding("dates disagree", says, 0.45, case.evidence([place for _, place in near[:SHOWN]]))


def _one_after_another(document: Document, dates: list[FoundDate]) -> bool:
    """Whether the days of a document are those on which it was spoken, written and printed, in that order."""
    stages = [(_stage(document, found), found.date[:10]) for found in dates]
    return all(
        day <= then if one < other else one > other or day == then
        for (one, day), (other, then) in permutations(stages, 2)
    )


def _stage(document: Document, found: FoundDate) -> int:
    """How far a paper had come on a day: spoken 0, written 1, received or printed 2, by the words before the day."""
    if found.span is None:
        return 2
    before = document.text[max(0, found.span.start - BEFORE) : found.span.start]
    line = before.rpartition("\n")[2]
    if phrases("recording").search(line):
        return 0
    return 2 if phrases("receiving").search(line) else 1


def _read_as(day: str | None) -> str:
    return f"it is read as of {day}" if day else "it is not known of which day it is"


def furniture(case: Case) -> Iterator[Finding]:
    """Say which files are mostly something other than their story; many of them are told at once."""
    found: list[tuple[float, Passage]] = []
    for document in case.view.documents():
        shown = [zone for zone in document.zones if zone.kind != "metadata"]
        whole = sum(zone.span.end - zone.span.start for zone in shown)
        story = sum(zone.span.end - zone.span.start for zone in shown if zone.kind in STORY)
        rest = sorted(
            (zone for zone in shown if zone.kind not in STORY),
            key=lambda zone: zone.span.start - zone.span.end,
        )
        if whole >= LONG and story / whole < LITTLE and rest:
            head = _head(case.document(document.id), rest[0].span)
            found.append((story / whole, Passage(document.id, head)))
    if len(found) > APART:
        says = f"Of {several(len(found), 'file')} less than half is their story; the rest is other material that makes no claims here."
        first = [place for _, place in sorted(found, key=lambda each: (each[0], each[1].document))]
        yield Finding("furniture", says, 0.4, case.evidence(first[:SHOWN]))
        return
    for part, place in found:
        says = f"Only {round(100 * part)} % of this file is its story; the rest is other material that makes no claims here."
        yield Finding("furniture", says, 0.4, case.evidence([place]))


def _first(document: Document, spans: list[Span]) -> list[Span]:
    """One place for each date as it is written."""
    return list({document.words(span): span for span in reversed(spans)}.values())


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _head(document: Document, span: Span) -> Span:
    """The first lines of a zone."""
    end = document.text.find("\n\n", span.start + 80, span.end)
    return Span(span.start, min(end if end > 0 else span.end, span.start + 400))
