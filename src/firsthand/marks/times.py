"""Dates, times and periods in the text, with values as far as the text and the document's date give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.marks.calendar.durations import Anchor, plain, table
from firsthand.marks.calendar.moments import anchor_of, value_of
from firsthand.marks.calendar.tense import direction
from firsthand.marks.calendar.time_patterns import forms_in
from firsthand.records import Document, Marks, Span, Time

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token

CAPITAL = frozenset({"month_day", "day_month", "month_year", "month", "weekday", "holiday"})
"""Forms whose name of a month, day or feast must be written with a capital."""

POINTING = frozenset({"weekday", "clock", "month", "month_day", "day_month", "quarter", "bare"})
"""Forms whose value depends on whether the sentence looks back or ahead."""

NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT"})
"""Entities whose words are no times: programmes, papers and things are named after days and years."""

NAMEABLE = frozenset({"span", "relative", "year", "month", "weekday", "daily", "word", "bare"})
"""Forms that occur in such names."""

CELL = "|"
"""What stands for the tab between two cells of a table."""

NARRATED = 4
"""Full or half dates, years before the document's own, after which a text counts as one that narrates the past."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a form, before it is known whether it is a time."""

    form: str
    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its paragraph."""
        return self.match.span()


def find(document: Document, parse: Parse, found: Marks) -> tuple[Time, ...]:
    """Find the times of the story.

    Relative times count from ``document.published``; in a text that narrates
    the past, a bare month or day lies in the year that was told last.
    """
    published = anchor_of(document.published)
    kept = [
        (paragraph, candidate)
        for paragraph in parse.paragraphs
        for candidate in _candidates(paragraph, _cells(document, paragraph))
    ]
    told = _narrates(kept, published)
    times, anchor, quarter = list[Time](), published, None
    for paragraph, candidate in kept:
        here = replace(anchor if told else published, quarter=quarter)
        if candidate.form in POINTING:
            here = _turned(here, paragraph.doc, candidate)
        value = value_of(candidate.form, candidate.match, here)
        if value is None:
            continue
        quarter = value if candidate.form == "quarter" else quarter
        start, end = candidate.span
        times.append(Time(Span(paragraph.start + start, paragraph.start + end), value))
        anchor = _moved(anchor, value) if told else anchor
    return tuple(times)


def _cells(document: Document, paragraph: Paragraph) -> str:
    """The words of a paragraph with a bar between the cells of a table, so that no date reaches over it."""
    words = document.words(paragraph.span)
    return words.replace("\t", CELL) if "\t" in words else paragraph.text


def _candidates(paragraph: Paragraph, text: str) -> list[Candidate]:
    """The times of a paragraph in order; of those that overlap the longest."""
    every = [Candidate(form.name, match) for form in forms_in(text) for match in form.pattern.finditer(text)]
    every.sort(key=lambda one: one.span[0] - one.span[1])
    taken, covered = list[Candidate](), bytearray(len(text))
    for one in every:
        start, end = one.span
        if not any(covered[start:end]) and _is_time(one, paragraph.doc):
            taken.append(one)
            covered[start:end] = b"\1" * (end - start)
    return sorted(taken, key=lambda one: one.span)


def _is_time(one: Candidate, doc: Doc) -> bool:
    text = one.match.string
    if one.form in CAPITAL and not _is_capital(one, text):
        return False
    if one.form in NAMEABLE and _is_in_name(one, doc):
        return False
    if one.form == "daily":
        return not _is_paper(one, doc)
    if one.form == "month":
        return _is_month(one, doc)
    if one.form == "year":
        return _is_year(one, doc)
    if one.form in ("span", "ago"):
        return _is_span(one, text)
    return True


def _is_capital(one: Candidate, text: str) -> bool:
    name = next(
        (group for group in ("month", "weekday", "holiday") if one.match.groupdict().get(group)), None
    )
    return name is None or text[one.match.start(name)].isupper()


def _is_in_name(one: Candidate, doc: Doc) -> bool:
    """Whether the words are part of another name: a programme "60 Minutes", a car of 1987."""
    start, end = one.span
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and any(token.ent_type_ in NAMES for token in span)


def _is_paper(one: Candidate, doc: Doc) -> bool:
    """Whether "daily" is a newspaper: the party daily."""
    token = _token(doc, one.match.start())
    return token is not None and token.pos_ in ("NOUN", "PROPN")


def _is_month(one: Candidate, doc: Doc) -> bool:
    """A bare month; May and March are words too and need a preposition or the tagger's word for it."""
    name = one.match["month"].lower().rstrip(".")
    if name in words("en", "times", "short_months"):
        return False
    if name not in words("en", "times", "unsure_months"):
        return True
    token = _token(doc, one.match.start("month"))
    if token is None:
        return False
    before = doc[token.i - 1].lower_ if token.i else ""
    return before in words("en", "times", "prepositions") or token.ent_type_ == "DATE"


def _is_year(one: Candidate, doc: Doc) -> bool:
    """A bare year; before a plural noun four digits count things, unless a preposition or "the" says otherwise."""
    token = _token(doc, one.match.start("year"))
    if token is None or one.match.start("year") > one.match.start():
        return token is not None
    if int(one.match["year"]) < 1500 and token.ent_type_ != "DATE":
        return False
    before = doc[token.i - 1].lower_ if token.i else ""
    if before in words("en", "times", "prepositions") and not _counts(token):
        return True
    if _counts(token):
        return before in words("en", "times", "owning") and token.ent_type_ == "DATE"
    return True


def _counts(token: Token) -> bool:
    return token.dep_ == "nummod" and token.head.tag_ in ("NNS",) and token.i < token.head.i <= token.i + 3


def _is_span(one: Candidate, text: str) -> bool:
    """A duration; "a second" is the next one, "three quarters of" a share."""
    if plain(one.match.group().lower()) in words("en", "times", "no_duration"):
        return False
    of = table()["shares"].get(one.match["unit"].lower())
    return not (of and text.startswith(of, one.match.end()))


def _token(doc: Doc, place: int) -> Token | None:
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _turned(anchor: Anchor, doc: Doc, candidate: Candidate) -> Anchor:
    """The anchor with the direction in which the sentence looks."""
    token = _token(doc, candidate.match.start())
    looks = direction(token) if token is not None else None
    return replace(anchor, ahead=looks == "future", behind=looks == "past")


def _narrates(kept: Sequence[tuple[Paragraph, Candidate]], published: Anchor) -> bool:
    """Whether the text tells of the past year by year, so that its own dates are the better anchor."""
    if published.year is None:
        return True
    return len(list(_past_years(kept, published.year))) >= NARRATED


def _past_years(kept: Sequence[tuple[Paragraph, Candidate]], year: int) -> Iterator[int]:
    for _, candidate in kept:
        if candidate.form in ("month_day", "day_month", "month_year"):
            said = candidate.match["year"]
            if said and int(said) < year - 1:
                yield int(said)


def _moved(anchor: Anchor, value: str) -> Anchor:
    """The anchor after a time was told."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return anchor
    year, month, day = (int(part) if part else None for part in match.groups())
    return Anchor(year, month, day, told=True)
