"""What is wrong with a document as a whole: dates that disagree, a file that is mostly something else."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from firsthand.links.case import Case
from firsthand.links.counting import worded
from firsthand.records import STORY, Document, Finding, Passage, Span

LITTLE = 0.45
"""Part of a document's characters below which the story is the smaller part of it."""

LONG = 2000
"""Characters from which it is worth saying."""


def dates_disagree(case: Case) -> Iterator[Finding]:
    """Say which documents give two dates for themselves."""
    for document in case.view.documents():
        dates = [found for found in document.dates if found.event == "published" and _day(found.date)]
        days = sorted({found.date[:10] for found in dates})
        apart = [
            pair
            for pair in combinations(days, 2)
            if abs((_day(pair[0]) or date.min) - (_day(pair[1]) or date.min)).days > 1
        ]
        shown = [found.span for found in dates if found.span is not None]
        if apart and shown:
            says = f"A document gives {worded(len(days))} different dates for itself, {days[0]} and {days[-1]}: it is read as of {document.published or 'an unknown date'}."
            yield Finding(
                "dates disagree",
                says,
                0.6,
                case.evidence(
                    Passage(document.id, span) for span in _first(case.document(document.id), shown)
                ),
            )


def furniture(case: Case) -> Iterator[Finding]:
    """Say which files are mostly something other than their story."""
    for document in case.view.documents():
        shown = [zone for zone in document.zones if zone.kind != "metadata"]
        whole = sum(zone.span.end - zone.span.start for zone in shown)
        story = sum(zone.span.end - zone.span.start for zone in shown if zone.kind in STORY)
        rest = sorted(
            (zone for zone in shown if zone.kind not in STORY),
            key=lambda zone: zone.span.start - zone.span.end,
        )
        if whole < LONG or story / whole >= LITTLE or not rest:
            continue
        says = f"Only {round(100 * story / whole)} % of this file is its story; the rest is other material that makes no claims here."
        yield Finding(
            "furniture",
            says,
            0.4,
            case.evidence([Passage(document.id, _head(case.document(document.id), rest[0].span))]),
        )


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
