"""The dates that a document gives for itself, where each stands, and which of them is best supported."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from firsthand.lexicon import words
from firsthand.readers.facts.written_dates import WrittenDate, written_dates
from firsthand.records import DateEvent, FoundDate, Problem, Span, Zone, ZoneKind

HEAD = 4_000
"""Characters in which a document without zones may date itself without a word such as "Published"."""

DATE_LINE = 250
"""Characters of the longest line that can be a title, a byline or a date line; longer ones are told as a story."""

STORY_LINES = 2
"""Long lines after which the head of a document without zones is over."""

CRAWLER, UPDATE, MADE, LINE, TITLE, PUBLISHED = 10, 20, 42, 50, 60, 80
"""How well a date in the text is supported; metadata of a page lie between these."""

DATELINE = 120
"""Characters at the start of a story in which a dateline names its day."""

LONGEST_LABELLED, LONGEST_BYLINE = 80, 200
"""Characters beside a date up to which what stands before it is a label and no sentence, in a line and in a byline."""

NEAR = 80
"""Characters before a date in which a word such as "Published" belongs to it."""

PLACE_BEFORE = re.compile(r"\s*[A-ZÀ-Þ][\w .'’-]{1,40}[,.]?\s*(?:\([^()]{2,40}\)[,.]?\s*)?")
AGENCY_AFTER = re.compile(r"\s*(?:\([^()]{2,60}\)\s*)?(?:[–—:/-]|\.\s*[–—-])")
TIME_AFTER = re.compile(
    r"(?:[\s,|·•/()*_\-–—]|at\b|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\.?|[A-Z]{2,4}T?\b)*"
)
LABELLED = re.compile(
    r"(?:^|[|·•–—:;()\]/>])\W*(?:by\b.{0,60}\s)?"
    r"(?:(?:this|the|our)\s+(?:article|story|report|post|page|text|piece|statement|document|interview|press release)\s+(?:was|has been|is)\s+(?:first |originally |last )?)?\W*$",
    re.IGNORECASE,
)
"""What stands before a word of publishing that is a label and does not tell of something else's publication."""

AS_OF = re.compile(r"\W*(?:[\w ]{1,40}\W+)?as (?:of|at)\s+", re.IGNORECASE)

TOLD_WITHIN = 60_000
"""Characters of a zone of the story in which the days of which it tells are looked for."""

SCHEDULED = 31
"""Days after its publication that a text may well name as those of coming events."""

YEAR_TOLD = re.compile(
    r"\b(?:in|since|during|of|between \d{4} and|(?:from )?\d{4} (?:to|until)|until|\d{4}[–-])\s*((?:19|20)\d\d)\b(?![-/.]\d)"
)
SENTENCE = re.compile(r"[a-z][^.!?]*[.!?][\"”’)\]]*\s*(?:$|[A-Z“\"])")
COMING = re.compile(
    r"\b(?:will|shall|might|by|due|next|plan\w*|schedul\w*|expect\w*|forecast\w*|project\w*|target\w*|aim\w*|goal\w*|election\w*|would|until the end of)\b[^.!?]*$",
    re.IGNORECASE,
)
"""What is said before a day that is still to come."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")

OUTSIDE: frozenset[ZoneKind] = frozenset({"references", "related", "comments", "caption", "metadata"})
"""Zones whose dates are those of something else."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the document may have come out on.

    ``weight`` is comparable within one document only; ``because`` completes
    "it is used because ..."; ``other`` is the second reading of an ambiguous date.
    """

    found: FoundDate
    weight: int
    because: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """What is known about the date of a document; the fields are those of ``Document`` and ``Reading``."""

    published: str | None = None
    dates: tuple[FoundDate, ...] = ()
    problems: tuple[Problem, ...] = ()


def in_text(text: str, zones: Sequence[Zone] = (), where: str = "") -> Dating:
    """Return the dates that a text gives for itself, with their spans in it, and the best supported of them.

    ``zones`` are those of the document, as far as they are known: dates in
    references, related articles, comments and captions are then left out.
    ``where`` names the document in a problem (its id). Dates inside the story's
    sentences date what is told there and are not taken. Two dates more than a
    day apart are a problem, which says which one is used and why.

    >>> in_text("Port of Vessany closed\\n\\nBy Mara Lind | 20 May 2019\\n\\nThe port closed on 3 March 2018.").published
    '2019-05-20'
    >>> in_text("The port closed on 3 March 2018.").published is None
    True
    """
    return choose(candidates(text, zones), where)


def candidates(text: str, zones: Sequence[Zone] = ()) -> list[Candidate]:
    """Return every date that a text gives for itself, in order, with its support."""
    found = []
    for line, kind, in_head in _lines(text, _with_page_titles(text, zones)):
        for written in written_dates(text, line.start, line.end):
            candidate = _weigh(text, line, written, kind if in_head else "boilerplate")
            if candidate:
                found.append(candidate)
    return found


def choose(found: Iterable[Candidate], where: str, told: Sequence[str] = ()) -> Dating:
    """Return the best supported date of publication, all dates, and a problem where they disagree.

    Of dates with the same support a whole day goes before a month, then the one
    that more kinds of places name, then the earlier place in the document. ``told``
    are days of which the story tells (``days_told``): a date that lies before them is
    passed over for one that does not.
    """
    readable = _settled(list(found))
    if not readable:
        return Dating()
    named = Counter(day for day, _ in {(each.found.date, each.found.origin) for each in readable})
    best = max(readable, key=lambda each: (each.weight, len(each.found.date), named[each.found.date]))
    best = _after_what_is_told(_local(best, readable), readable, told)
    problems = [*_ambiguous(best, where), *_disagreement(best, readable, where)]
    return Dating(best.found.date, tuple(dict.fromkeys(each.found for each in readable)), tuple(problems))


def days_told(text: str, zones: Sequence[Zone]) -> list[str]:
    """Return the days, months and years of which the sentences of an English story tell as past, as ISO 8601.

    >>> days_told("It ran from May 2018 until 2021, and may reopen by 2030.", ())
    ['2018-05', '2021']
    """
    spans = [zone.span for zone in zones if zone.kind == "main"] if zones else [Span(0, len(text))]
    found: list[str] = []
    for span in spans:
        for line in span.of(text)[:TOLD_WITHIN].splitlines():
            if not SENTENCE.search(line):
                continue
            named = [(written.span.start, written.date) for written in written_dates(line)]
            named += [(year.start(1), year[1]) for year in YEAR_TOLD.finditer(line)]
            found.extend(day for place, day in named if not COMING.search(line[max(0, place - NEAR) : place]))
    return list(dict.fromkeys(found))


def _after_what_is_told(best: Candidate, found: Sequence[Candidate], told: Sequence[str]) -> Candidate:
    """Return the candidate, or another printed one where the story tells of days between the two."""
    day = best.found.date
    is_printed = best.found.origin == "text" and len(day) == 10
    late = [each for each in told if is_printed and _days_after(day, each) > SCHEDULED]
    later = [
        each
        for each in found
        if each.weight >= LINE
        and each.found.event == "published"
        and len(each.found.date) == 10
        and any(each.found.date >= then for then in late)
    ]
    if not later:
        return best
    other = max(later, key=lambda each: each.weight)
    return replace(other, because="the story tells of days after the earlier one")


def _days_after(day: str, other: str) -> int:
    """How many days the other date, at its earliest, lies after a day."""
    earliest = date.fromisoformat(f"{other}-01-01"[:10] if len(other) == 4 else f"{other}-01"[:10])
    return (earliest - date.fromisoformat(day)).days


def _with_page_titles(text: str, zones: Sequence[Zone]) -> Iterator[Zone]:
    """Yield the zones, the title line of a page counted as title: "Port closed | The Halden Courier | 20.05.2019"."""
    story = next((zone.span.start for zone in zones if zone.kind == "main"), 0)
    for zone in zones:
        is_page_title = (
            zone.kind == "boilerplate" and zone.span.end <= story and " | " in zone.span.of(text)[:1_000]
        )
        yield replace(zone, kind="title") if is_page_title else zone


def _local(best: Candidate, found: list[Candidate]) -> Candidate:
    """Return the day that readers were shown where the metadata's is its neighbour: clocks of machines run on UTC."""
    if best.found.origin != "metadata" or len(best.found.date) < 10:
        return best
    near = [
        each
        for each in found
        if (each.found.origin == "url" or (each.found.origin == "text" and each.weight >= LINE))
        and each.found.event == best.found.event
        and len(each.found.date) == 10
        and not _apart(each.found.date, best.found.date)
    ]
    if any(each.found.date == best.found.date for each in near):
        return best
    return max(near, key=lambda each: each.weight, default=best)


def _lines(text: str, zones: Iterable[Zone]) -> Iterator[tuple[Span, ZoneKind | None, bool]]:
    """Yield the lines that may hold a date line: their place, their zone's kind, whether they stand in the head."""
    long_lines, ordered = 0, iter(sorted(zones, key=lambda zone: zone.span.start))
    zone = next(ordered, None)
    for match in re.finditer(r"[^\r\n]+", text):
        line = Span(*match.span())
        while zone and zone.span.end <= line.start:
            zone = next(ordered, None)
        kind = zone.kind if zone and zone.span.start < line.end else None
        in_head = kind in ("title", "byline") or (long_lines < STORY_LINES and line.start < HEAD)
        is_long = line.end - line.start > DATE_LINE and kind not in ("title", "byline")
        if is_long and in_head:
            line = Span(line.start, line.start + DATELINE)
        if kind not in OUTSIDE and (in_head or not is_long):
            yield line, kind, in_head
        long_lines += is_long and kind in (None, "main")


def _weigh(text: str, line: Span, written: WrittenDate, kind: ZoneKind | None) -> Candidate | None:
    before = text[line.start : written.span.start]
    after = text[written.span.end : line.end]
    cue = _cue(before, after, LONGEST_BYLINE if kind == "byline" else LONGEST_LABELLED)
    if cue == "foreign":
        return None
    event: DateEvent = "updated" if cue == "updated" else "published"
    found = FoundDate(written.date, "text", written.span, event)
    if not text[: line.start].strip() and re.fullmatch(r"\s*date\s+", before) and after.strip():
        return Candidate(replace(found, origin="metadata"), CRAWLER, "a crawler noted it before the text")
    support = _support(cue, kind, before, after)
    return Candidate(found, *support, written.other) if support else None


def _support(cue: str | None, kind: ZoneKind | None, before: str, after: str) -> tuple[int, str] | None:
    if cue == "published":
        return PUBLISHED, "it stands behind a word of publishing"
    if cue == "updated":
        return UPDATE, "no other date than that of an update is given"
    if cue == "made":
        return MADE, "it says when the text was made"
    if kind == "byline" and AS_OF.fullmatch(before):
        return MADE, "it says of which day its figures are"
    if kind == "boilerplate":
        return None
    if PLACE_BEFORE.fullmatch(before) and AGENCY_AFTER.match(after):
        return LINE, "it stands in the dateline"
    if not _stands_apart(before, "" if kind in ("title", "byline") else after):
        return None
    if kind == "title" or (kind is None and "|" in before):
        return TITLE, "it stands in the title line"
    if kind == "byline" or re.match(r"\s*by\b", before, re.IGNORECASE):
        return TITLE, "it stands in the byline"
    return LINE, "it stands in a date line"


def _stands_apart(before: str, after: str) -> bool:
    """Whether a date stands at an edge of its line and not inside a sentence."""
    word_before = re.search(r"([^\W\d_]+)\W*$", before)
    if word_before and word_before[1].lower() in words("en", "dates", "within") and before[-1:].isspace():
        return False
    if TIME_AFTER.fullmatch(after):
        return True
    return not re.search(r"\w", before) and bool(re.match(r"\s*(?:[|·•(–—-]|,\s+[A-ZÀ-Þ])", after))


def _cue(before: str, after: str, longest: int) -> str | None:
    """Return the group of the date word that a date stands behind, None when there is none or it is told in a sentence.

    A line of up to ``longest`` characters beside the date is no sentence.
    """
    near = before[-NEAR:]
    last = next(reversed(list(_cues().finditer(near))), None)
    if last is None:
        return None
    between = near[last.end() :]
    if re.search(r"\d{4}|[.!?]\s+\w", between) or len(between.split()) > 6:
        return None
    is_line = len(before) + len(after) < longest and not re.search(r"[.!?]\W*$", after)
    if last.lastgroup == "foreign" or is_line or LABELLED.search(near[: last.start()]):
        return last.lastgroup
    return None


@cache
def _cues() -> re.Pattern[str]:
    groups = (
        f"(?P<{group}>{'|'.join(re.escape(word) for word in sorted(words('en', 'dates', group), key=len, reverse=True))})"
        for group in ("foreign", "updated", "made", "published")
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


def _settled(found: list[Candidate]) -> list[Candidate]:
    """Settle dates such as 03/04/2019 by the other dates of the document, where one agrees with a reading."""
    certain = {candidate.found.date for candidate in found if candidate.other is None}
    return [
        replace(candidate, found=replace(candidate.found, date=candidate.other), other=None)
        if candidate.other in certain and candidate.other is not None
        else replace(candidate, other=None)
        if candidate.found.date in certain
        else candidate
        for candidate in found
    ]


def _ambiguous(best: Candidate, where: str) -> Iterator[Problem]:
    if best.other:
        yield Problem(
            where,
            f"the date of the document can be read as {best.found.date} or as {best.other}; the first is used",
        )


def _disagreement(best: Candidate, found: list[Candidate], where: str) -> Iterator[Problem]:
    others = [
        candidate
        for candidate in found
        if candidate.found.event == "published"
        and best.found.event == "published"
        and _apart(candidate.found.date, best.found.date)
    ]
    if not others:
        return
    origins: dict[str, list[str]] = {}
    for candidate in (*others, best):
        origins.setdefault(candidate.found.date, []).append(candidate.found.origin)
    days = sorted(origins)
    listed = [f"{day} ({', '.join(dict.fromkeys(origins[day]))})" for day in days]
    number = NUMBERS[len(days)] if len(days) < len(NUMBERS) else str(len(days))
    used = days.index(best.found.date)
    which = f"the {ORDINALS[used]}" if used < len(ORDINALS) else best.found.date
    yield Problem(
        where,
        f"the document gives {number} dates for itself: {', '.join(listed[:-1])} and {listed[-1]}; "
        f"{which} is used because {best.because}",
    )


def _apart(one: str, other: str) -> bool:
    """Whether two dates are more than a day apart; of a month and a day, whether the day lies outside of the month."""
    if len(one) < 10 or len(other) < 10:
        return not (one.startswith(other) or other.startswith(one))
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > 1
