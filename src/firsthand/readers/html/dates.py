"""The dates that a saved page gives for itself: in its metadata, its address, its time elements and its text."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from htmldate import find_date
from lxml.html import HtmlElement

from firsthand.readers.facts.dates import UPDATE, Candidate
from firsthand.readers.facts.written_dates import iso_day, written_dates
from firsthand.readers.html.blocks import Block
from firsthand.records import DateOrigin, FoundDate, Span, Zone, ZoneKind

GUESSED, ADDRESS, METADATA, TIME = 15, 45, 70, 65
"""How well these dates are supported, comparable with those of ``dates``."""

LATEST = datetime(2099, 12, 31)
"""The latest day that is a date: a fixed one, since the same bytes must be read alike on any day."""

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")

UPDATING = re.compile("updat|modif|aktualisiert|actualizado|mis à jour", re.IGNORECASE)


def metadata_date(name: str, value: str, span: Span, updated: bool) -> Candidate | None:
    """Return the date of one metadata value, None when it holds none; ``span`` is the value's place in the text."""
    day = iso_day(value)
    place = span
    if day is None:
        written = next(written_dates(value), None)
        if written is None:
            return None
        day, place = written.date, Span(span.start + written.span.start, span.start + written.span.end)
    weight = UPDATE if updated else METADATA - 5 * ("created" in name.lower())
    found = FoundDate(day, "metadata", place, "updated" if updated else "published")
    return Candidate(
        found, weight, "the page names it as its date of publication" if not updated else "it is the only one"
    )


def address_date(address: str, span: Span) -> Candidate | None:
    """Return the day in a page's address, None when it holds none; ``span`` is the address's place in the text."""
    if "web.archive.org/" in address:
        return None
    match = IN_ADDRESS.search(address)
    day = iso_day(f"{match[1]}-{match[3]}-{match[4]}") if match else None
    if match is None or day is None:
        return None
    place = Span(span.start + match.start(), span.start + match.end())
    return Candidate(FoundDate(day, "url", place), ADDRESS, "it stands in the page's address")


def time_dates(
    blocks: Sequence[Block], kinds: Sequence[ZoneKind], spans: Sequence[Span]
) -> Iterator[Candidate]:
    """Yield the dates of time elements in the byline of the page."""
    for block, kind, span in zip(blocks, kinds, spans, strict=True):
        if kind not in ("byline", "title"):
            continue
        near = dict.fromkeys((*block.path, *(piece.element for piece in block.pieces)))
        for element in near:
            day = iso_day(element.get("datetime", "")) if element.tag == "time" else None
            if day:
                is_update = bool(
                    UPDATING.search(element.get("class", "") + element.get("itemprop", "") + block.text)
                )
                found = FoundDate(day, "text", span, "updated" if is_update else "published")
                yield Candidate(found, UPDATE if is_update else TIME, "it stands in the byline")


def guessed_date(root: HtmlElement, text: str, zones: Sequence[Zone]) -> Candidate | None:
    """Return the date that htmldate finds anywhere on the page, None when there is none.

    Its place is that of the first such date in the text, None where the text
    shows none. A date that stands only in references or
    comments is that of something else. The first of a month that the text
    does not show is how htmldate writes a month: it is a month here.
    """
    day = find_date(root, original_date=True, extensive_search=True, max_date=LATEST)
    if not day:
        return None
    shown = [written.span for written in written_dates(text) if written.date == day]
    other = [zone.span for zone in zones if zone.kind in ("references", "comments")]
    own = [span for span in shown if not any(zone.holds(span) for zone in other)]
    if shown and not own:
        return None
    if not shown and day.endswith("-01"):
        day = day[:7]
    origin: DateOrigin = "text" if own else "metadata"
    return Candidate(FoundDate(day, origin, own[0] if own else None), GUESSED, "nothing else dates the page")
