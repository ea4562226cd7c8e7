"""The marks of each paragraph, so that a claim looks only at what stands near it, however long the document is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol, TypeVar

from firsthand.claims.periods import resolved
from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.records import Document, Marks, Quantity, Span, Time

OF_THE = re.compile(r" of (?P<the>(?:all )?(?:the|these|those) )", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")


class Placed(Protocol):
    """A mark with one place."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Mark = TypeVar("Mark", bound=Placed)


class Around:
    """Finds the paragraph of a place and the quantities, times, places and citations in it.

    Times and places that belong to the name of a source ("a report released in
    May by ...") are left out, and days on which something was only told: they do not date or place what
    it says. So are vague quantities ("many"): nothing checkable is stated by them.
    """

    def __init__(self, document: Document, parse: Parse, marks: Marks) -> None:
        self.parse = parse
        named = sorted(span for each in marks.attributions if each.source for span in each.source.spans)
        self.marks = replace(
            marks,
            times=_of_telling_aside(resolved(document, _outside(marks.times, named)), parse, marks),
            places=_outside(marks.places, named),
            quantities=_with_bare_wholes(document, [each for each in marks.quantities if not each.vague]),
        )
        self.kept: dict[int, Marks] = {}

    def paragraph(self, place: int) -> Paragraph | None:
        """Return the paragraph in which a character stands, None where nothing was parsed."""
        return self.parse.paragraph_at(place)

    def within(self, paragraph: Paragraph) -> Marks:
        """Return the marks of a paragraph."""
        if paragraph.start not in self.kept:
            span = paragraph.span
            self.kept[paragraph.start] = Marks(
                times=_in(self.marks.times, span),
                places=_in(self.marks.places, span),
                citations=_in(self.marks.citations, span),
                quantities=_in(self.marks.quantities, span),
            )
        return self.kept[paragraph.start]


def _in(marks: Sequence[Mark], span: Span) -> tuple[Mark, ...]:
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return tuple(marks[first:last])


def _with_bare_wholes(document: Document, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, where "31 of the 94" says the whole by its number alone, with that number as their whole."""
    found = list(quantities)
    for place, (one, behind) in enumerate(pairwise(quantities)):
        if one.whole is None and behind.kind == "count" and one.span.end < behind.span.start:
            link = OF_THE.fullmatch(document.text, one.span.end, behind.span.start)
            if link and (behind.counted is None or behind.counted.start < behind.span.end):
                found[place] = replace(one, whole=Span(link.start("the"), behind.span.end))
    return tuple(found)


def _of_telling_aside(times: Sequence[Time], parse: Parse, marks: Marks) -> tuple[Time, ...]:
    """The times without those at which something was said: "last month the group put the number at 73 for 2019"."""
    cues = sorted(span for each in marks.attributions for span in each.cue)
    return tuple(time for time in times if not _is_of_telling(time, parse, cues))


def _is_of_telling(time: Time, parse: Parse, cues: Sequence[Span]) -> bool:
    """Whether a verb by which something is told governs a day that is only pointed to: "on Tuesday", "last month"."""
    paragraph = parse.paragraph_at(time.span.start)
    if paragraph is None or not cues or YEAR.match(time.value) is None:
        return False
    start, end = time.span.start - paragraph.start, time.span.end - paragraph.start
    said = paragraph.text[start:end]
    phrase = paragraph.doc.char_span(start, end, alignment_mode="expand")
    verb = phrase.root.head if phrase is not None else None
    if verb is not None and verb.pos_ == "ADP":
        verb = verb.head
    if verb is not None and verb.lemma_.lower() in words("en", "claims", "judging"):
        return any(
            child.dep_ == "ccomp"
            and paragraph.place(child.left_edge).start > time.span.end
            and any(aux.lower_ == "had" for aux in child.children)
            for child in verb.children
        )
    if any(letter.isdigit() for letter in said):
        return False
    if verb is None or verb.lemma_.lower() not in words("en", "claims", "telling"):
        return False
    place = paragraph.place(verb)
    index = bisect_right(cues, place.start, key=lambda span: span.start) - 1
    return index >= 0 and place.start < cues[index].end


def _outside(marks: Sequence[Mark], named: Sequence[Span]) -> tuple[Mark, ...]:
    kept = []
    for mark in marks:
        index = bisect_right(named, mark.span.start, key=lambda span: span.start)
        if not any(span.holds(mark.span) for span in named[max(0, index - 3) : index]):
            kept.append(mark)
    return tuple(kept)
