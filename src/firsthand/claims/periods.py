"""When something stated was so: the date or period of a clause, never that of its telling or of what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from firsthand.claims.clause import Clause
from firsthand.lexicon import load, words
from firsthand.records import Document, Marks, Quantity, Span, Time

BEHIND = 40
"""Characters behind a number in which its own date stands: "61 died in 2019 and 73 in 2020"."""
BEFORE = 60
"""Characters before a date in which the words stand that set something against it."""

YEAR = re.compile(r"\b(?:the|that|the same)(?: \w+)? year$", re.IGNORECASE)
PAST = re.compile(r"\b(?:that|same) year$", re.IGNORECASE)
TO = re.compile(r"\s(?:to|ending|ended|up to|until|till|through)(?: in)?(?: the end of)?\s", re.IGNORECASE)
AGO = re.compile(r"(?:more|fewer|less|higher|lower) than .* (?:ago|before|earlier)")
NUMBER = re.compile(r"(?:\d|%|\b(?:hundred|thousand|million|billion|cent|dozen|\w+teen|\w+ty(?:-\w+)?)) $")
FROM = re.compile(r"\bfrom [^.;]{0,40}?\d[\d.,]*(?: \w+){0,3} in $")
LEAD = re.compile(r" (?:in|on|at|during)(?: early| late| mid)? $", re.IGNORECASE)
THAT = re.compile(r",? that\b")
DAY = re.compile(r"[12]\d{3}-\d\d(?:-\d\d)?")
YEAR_SAID = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
BEFORE_YEAR = re.compile(
    r"(?: (?!than\b)[a-z’'-]+){0,3},? (?:in )?(?:the (?:year before|previous year|preceding year)|a year (?:earlier|before))\b",
    re.IGNORECASE,
)
COUNTED_BACK = re.compile(r"\b(?:earlier|before|later|ago)$", re.IGNORECASE)
SPANNING = ("and", "to", "until", "till", "through", "-", "–")
DIRECTLY = re.compile(r"(?: [\w’'-]+){0,3}? (?:in|on|for|during|by|at the end of|as of|at the beginning of) ")


def period(document: Document, clause: Clause, quantity: Quantity | None, marks: Marks) -> str | None:
    """Return the date or period that the clause, or else its sentence, gives; lengths of time are none.

    The day of publication is none ("today", "on Monday" in a release of that
    Monday). With several dates, the one directly behind the number is its own.
    """
    said_of = _when_before(document, clause, marks)
    if said_of is not None:
        return said_of
    sentence = clause.paragraph.sentence_at(clause.span.start)
    for around in (clause.span, sentence):
        if around is None:
            continue
        dated = [time for time in marks.times if around.holds(time.span) and _dates(time, document)]
        dated = [time for time in dated if not _is_compared(time, document)]
        dated = [time for time in dated if not _is_of_telling(time, clause, document)]
        dated = [time for time in dated if not _is_of_first(time, quantity, document)]
        earlier = _year_before(dated, quantity, document)
        if earlier is not None:
            return earlier
        dated = _without_counted_back(dated, document)
        own = _own(dated, quantity, document) if len(dated) > 1 else None
        if own is not None:
            return own.value
        if dated:
            return joined(document, dated[0], dated[1] if len(dated) > 1 else None)
    return None


def _when_before(document: Document, clause: Clause, marks: Marks) -> str | None:
    """The date of which a clause with "when" tells: "more than in 2019, when it opened 73"."""
    start = clause.span.start
    if not document.text[start : start + 5].lower().startswith("when "):
        return None
    for time in marks.times:
        if document.text[time.span.end : start].strip() == "," and YEAR_SAID.search(
            document.words(time.span)
        ):
            return time.value
    return None


def _year_before(dated: list[Time], quantity: Quantity | None, document: Document) -> str | None:
    """The year before the one that a sentence names, for a number that is said to be of it: "in 2019 300, against 250 the year before"."""
    if quantity is None or BEFORE_YEAR.match(document.text, quantity.span.end) is None:
        return None
    year = next((time.value for time in dated if re.fullmatch(r"[12]\d{3}", time.value)), None)
    return str(int(year) - 1) if year else None


def _without_counted_back(dated: list[Time], document: Document) -> list[Time]:
    """The dates without one that the next one gives exactly: "six months earlier, on 30 June"."""
    exact = {
        place
        for place, (first, behind) in enumerate(pairwise(dated))
        if COUNTED_BACK.search(document.words(first.span))
        and document.text[first.span.end : behind.span.start] in (", on ", ", in ", ", ")
        and any(letter.isdigit() for letter in document.words(behind.span))
    }
    return [time for place, time in enumerate(dated) if place not in exact]


def resolved(document: Document, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Return the times of a document with "the year" and "that year" as the year that its text means.

    That is the one year that the title names ("Annual report for 2019"), else the last one that was named
    before. A year "to June 2019" is the twelve months before.
    """
    named = titled_year(document, times)
    times = _of_one_span(document, times)
    found: list[Time] = []
    last: str | None = None
    for place, time in enumerate(times):
        said = document.words(time.span)
        if any(letter.isdigit() for letter in said):
            if time.value[:4].isdigit() and time.value[:4] != "0000" and not _is_compared(time, document):
                last = time.value[:4]
        elif YEAR.search(said):
            behind = times[place + 1] if place + 1 < len(times) else None
            value = _until(document, time, behind)
            whose = last if PAST.search(said) or named is None else named
            if value is None and whose and time.value[:4].isdigit():
                value = whose + (time.value[4:] if len(time.value) > 4 else "")
            if value is not None:
                found.append(Time(time.span, value))
                continue
        found.append(time)
    return tuple(found)


def _of_one_span(document: Document, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times with the beginning of "between 1 March and 31 May 2019" in the year of its end, and no end before its beginning."""
    found = list(times)
    for place, (first, behind) in enumerate(pairwise(times)):
        if not _span_of_two(document, first, behind):
            continue
        years = [bool(YEAR_SAID.search(document.words(each.span))) for each in (first, behind)]
        start, end = first.value, behind.value
        if years == [False, True]:
            start = end[:4] + start[4:]
            start = start if start <= end else f"{int(end[:4]) - 1}{start[4:]}"
        elif years == [False, False] and end < start:
            end = start[:4] + end[4:]
            end = end if end >= start else f"{int(start[:4]) + 1}{end[4:]}"
        found[place], found[place + 1] = replace(found[place], value=start), replace(behind, value=end)
    return tuple(found)


def _span_of_two(document: Document, first: Time, behind: Time) -> bool:
    """Whether two days or months are the ends of one span of time."""
    if not (DAY.fullmatch(first.value) and DAY.fullmatch(behind.value)):
        return False
    if document.text[first.span.end : behind.span.start].strip().lower() not in SPANNING:
        return False
    lead = document.text[max(0, first.span.start - 12) : first.span.start].lower().split()[-1:]
    return bool(set(lead) & {"between", "from"})


def titled_year(document: Document, times: Sequence[Time]) -> str | None:
    """Return the one year that a document's title names, as those of yearly statistics do."""
    title = next((zone.span for zone in document.zones if zone.kind == "title"), None)
    if title is None:
        return None
    years = {time.value[:4] for time in times if title.holds(time.span) and time.value[:4].isdigit()}
    return next(iter(years)) if len(years) == 1 else None


def _until(document: Document, time: Time, behind: Time | None) -> str | None:
    """The twelve months of "the year to June 2019"."""
    if behind is None or not re.fullmatch(r"[12]\d{3}-[01]\d", behind.value):
        return None
    if not TO.fullmatch(document.text, time.span.end, behind.span.start):
        return None
    year, month = int(behind.value[:4]), int(behind.value[5:])
    first = f"{year - 1}-{month + 1:02d}" if month < 12 else f"{year}-01"
    return f"{first}/{behind.value}"


def _dates(time: Time, document: Document) -> bool:
    if not time.value[:4].isdigit() or time.value[:4] == "0000":
        return False
    said = document.words(time.span)
    if any(letter.isdigit() for letter in said):
        return True
    return time.value[:10] != document.published


def _is_compared(time: Time, document: Document) -> bool:
    """Whether a date is that of what something is set against: "lower than at the end of 2019", "more than three weeks ago"."""
    before = document.text[max(0, time.span.start - BEFORE) : time.span.start]
    if AGO.fullmatch(document.words(time.span).lower()) and NUMBER.search(before):
        return True
    return _than().search(before) is not None


def _is_of_telling(time: Time, clause: Clause, document: Document) -> bool:
    """Whether a date is that of the telling: it stands between a cue and its "that", before the clause: "estimated in 2023 that"."""
    if time.span.end > clause.span.start or THAT.match(document.text, time.span.end) is None:
        return False
    lead = LEAD.search(document.text, max(0, time.span.start - 16), time.span.start)
    before = Clause.of(clause.paragraph, Span(lead.start() - 1, lead.start())).tokens if lead else ()
    return any(token.pos_ == "VERB" and token.lemma_ in _telling() for token in before)


@cache
def _telling() -> frozenset[str]:
    """The verbs with which it is told when somebody said, found or estimated something."""
    return frozenset().union(
        *(words("en", "cues", group) for group in ("saying", "arguing", "estimating", "finding", "showing"))
    )


def _is_of_first(time: Time, quantity: Quantity | None, document: Document) -> bool:
    """Whether a date is that of the value from which a number rose or fell: "from 17,100 in 2019 to | 14,200"."""
    if quantity is None or time.span.end >= quantity.span.start:
        return False
    if document.text[time.span.end : quantity.span.start] not in (" to ", " to about ", " to some "):
        return False
    return FROM.search(document.text, max(0, time.span.start - BEFORE), time.span.start) is not None


@cache
def _than() -> re.Pattern[str]:
    between = "|".join(map(re.escape, load("en", "claims")["compared"]["between"]))
    return re.compile(rf"\bthan\s+(?:(?:{between})\s+)*$", re.IGNORECASE)


def _own(dated: list[Time], quantity: Quantity | None, document: Document) -> Time | None:
    """The date directly behind a number, with its noun and verb between them at the most."""
    if quantity is None:
        return None
    for time in dated:
        if 0 < time.span.start - quantity.span.end <= BEHIND:
            between = document.text[quantity.span.end : time.span.start]
            return time if DIRECTLY.fullmatch(between) else None
    return None


def joined(document: Document, first: Time, behind: Time | None) -> str:
    """Return a period from its beginning to its end, "2019/2021", where both are said; whole years as years."""
    lead = document.text[max(0, first.span.start - 12) : first.span.start].lower().split()[-1:]
    if behind is None or not set(lead) & {"between", "from"}:
        return first.value
    between = document.text[first.span.end : behind.span.start].strip().lower()
    if between not in SPANNING:
        return first.value
    start, end = first.value, behind.value
    if start.endswith("-01") and end.endswith("-12") and len(start) == len(end) == 7:
        start, end = start[:4], end[:4]
    return start if start == end else f"{start}/{end}"
