"""The day that a statement has from what stands before it: the entry of a diary or a chronology, or the sentence that told of the event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from firsthand.claims.around import Around
from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal
from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.records import Document, Quantity, Span, Time

DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
OPENING = re.compile(r"[*_#•\s-]*")
CLOSING = re.compile(r"[*_]*(?:[.:,–—]| [-–—] |\s*$)")
ENTRIES = 3
"""Entries from which a text is a diary, a log or a chronology; one or two are sentences that begin so."""
SOME = 8
"""Days that a sentence names at the most, for which it is looked through."""
ON = re.compile(
    r"(?:\bon |\bnight of |\bmorning of |\bafternoon of |\bevening of |^)(?:\w+day,? )?(?:the )?$",
    re.IGNORECASE,
)
"""What stands before the day of an event; 'by 19 March' and 'until 19 March' tell of more days than one."""
YESTERDAY = re.compile(r"\b(?<!since )(?:yesterday|last night)\b", re.IGNORECASE)


class Dated:
    """The entries of a document that open with their day, in order of place."""

    def __init__(self, document: Document, around: Around) -> None:
        self.document = document
        self.times = [time for time in around.marks.times if _is_day(time, document)]
        self.days = [time.span.start for time in self.times]
        found = []
        for paragraph in around.parse.paragraphs:
            time = _opens(paragraph, document, around)
            if time is not None:
                found.append((paragraph.start, time.value))
        self.entries = found if len(found) >= ENTRIES else []
        self.starts = [start for start, _ in self.entries]

    def period(self, paragraph: Paragraph, clause: Clause, quantity: Quantity, normal: Normal) -> str | None:
        """Return the period of a statement, its own or the one that it has from before; None where the text gives none."""
        sentence = paragraph.sentence_at(quantity.span.start)
        if self.entries:
            return self._of_entry(sentence, quantity, normal.period)
        if normal.period is not None or sentence is None or quantity.kind != "count":
            return normal.period
        return self._of_event(paragraph, sentence, clause, normal)

    def _of_entry(self, sentence: Span | None, quantity: Quantity, own: str | None) -> str | None:
        """The day of the entry, also for "tonight" and "this morning" in it; the day before for "yesterday"."""
        index = bisect_right(self.starts, quantity.span.start) - 1
        said = self.document.words(sentence) if sentence is not None else ""
        if index < 0 or (own is not None and _has_date(said, own)):
            return own
        day = self.entries[index][1]
        if YESTERDAY.search(said):
            return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
        return day

    def _of_event(self, paragraph: Paragraph, sentence: Span, clause: Clause, normal: Normal) -> str | None:
        """The one day of the sentence before, for those who died, were hurt or were taken in what it tells of."""
        before = paragraph.sentence_at(sentence.start - 2) if sentence.start - 2 >= paragraph.start else None
        if before is None or before == sentence:
            return None
        told = {token.lemma_.lower() for token in clause.tokens} | set(normal.terms)
        if told.isdisjoint(words("en", "claims", "befell")) or not told.isdisjoint(
            words("en", "claims", "so far")
        ):
            return None
        days = {time.value for time in self._within(before)}
        if not all(
            ON.search(self.document.text[before.start : time.span.start]) for time in self._within(before)
        ):
            return None
        return next(iter(days)) if len(days) == 1 else None

    def _within(self, span: Span) -> list[Time]:
        """The days that a sentence names."""
        first = bisect_left(self.days, span.start)
        return [time for time in self.times[first : first + SOME] if span.holds(time.span)]


def _opens(paragraph: Paragraph, document: Document, around: Around) -> Time | None:
    """The day with which a paragraph opens as an entry: "19 March. They came at noon."."""
    first = next(iter(around.within(paragraph).times), None)
    if first is None or not _is_day(first, document):
        return None
    lead = OPENING.match(document.text, paragraph.start)
    if lead is None or first.span.start > lead.end():
        return None
    return first if CLOSING.match(document.text[first.span.end : paragraph.span.end]) else None


def _is_day(time: Time, document: Document) -> bool:
    said = document.words(time.span)
    return DAY.fullmatch(time.value) is not None and any(letter.isdigit() for letter in said)


def _has_date(said: str, own: str) -> bool:
    """Whether a sentence itself gives the number of a day or a year of its period."""
    parts = {own[:4], own[8:10].lstrip("0"), own[8:10]} - {""}
    return any(re.search(rf"(?<!\d){part}(?!\d)", said) for part in parts)
