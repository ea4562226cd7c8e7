"""Every number as the words allow it: interval, hedge, unit, rate, what is counted, of what whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.language import Paragraph, Parse
from firsthand.marks.ages import age_words, as_age, decades_of_life
from firsthand.marks.amounts import Amount, Grammar, amounts, grammar
from firsthand.marks.changes import change_words, direction_of
from firsthand.marks.compared import as_before, as_counted
from firsthand.marks.counted import phrases
from firsthand.marks.designations import designations
from firsthand.marks.lexemes import Lexeme, lexemes
from firsthand.marks.not_counts import is_amount, person_age
from firsthand.marks.noun_phrases import Measurement, Tokens
from firsthand.marks.ratios import ratios
from firsthand.marks.units import dollar_of
from firsthand.records import Conversion, Document, Marks, Quantity, Span, Time

POINTS = re.compile(r"\d\.\d{3}\.\d{3}(?!\d)|\d\.\d{3},\d{1,2}(?!\d)")
"""Numbers that only a document that writes thousands with a point has."""

LASTS = re.compile(r"(?:ago|earlier|later|before|after|afterwards|from now)$", re.IGNORECASE)
"""How a time ends that counts from another one: "ten years ago" is a time and also ten years."""

CELL = "|"
"""What stands for the tab between two cells of a table."""

CLOSED = "\u2020"
"""The text of a lexeme that the grammar may not read."""


def find(document: Document, parse: Parse, found: Marks) -> tuple[Quantity, ...]:
    """Find the quantities of the story; citation markers, dates, ordinals and numbers in names are none."""
    known = grammar("en", dollar_of(document.text), _pound(document.text), bool(POINTS.search(document.text)))
    closed = sorted(
        [mark.span for mark in found.citations]
        + [mark.span for mark in found.times if _is_date(mark, document)]
        + [span for part in parse.paragraphs for span in designations(part.text, part.start)]
    )
    return tuple(
        quantity
        for paragraph in parse.paragraphs
        for quantity in _in_paragraph(paragraph, _cells(document, paragraph), known, closed)
    )


def _cells(document: Document, paragraph: Paragraph) -> str:
    """The words of a paragraph with a bar between the cells of a table, so that no number reaches over it."""
    words = document.words(paragraph.span)
    return words.replace("\t", CELL) if "\t" in words else paragraph.text


def _in_paragraph(
    paragraph: Paragraph, text: str, known: Grammar, closed: Sequence[Span]
) -> Iterator[Quantity]:
    doc = paragraph.doc
    line = _open(lexemes(text), paragraph.start, closed)
    found = _amounts(line, text, known)
    if not found:
        return
    places = [token.idx for token in doc]
    kept = []
    for amount in found:
        core = _tokens(places, line[amount.core[0]].start, line[amount.core[1] - 1].end)
        whole = _tokens(places, line[amount.first].start, _end(line, amount))
        is_cell = amount.first > 0 and line[amount.first - 1].text == CELL and CELL in text
        if is_cell or is_amount(doc, line, amount, core):
            kept.append((person_age(doc, line, amount, whole), whole))
    taken = frozenset(token for _, tokens in kept for token in range(*tokens))
    before: Quantity | None = None
    count: Quantity | None = None
    for amount, tokens in kept:
        measured = Measurement(doc, *tokens, taken)
        quantity = _quantity(paragraph, line, amount, measured)
        if CELL in text:  # what a cell counts stands in the head of its column
            quantity = replace(quantity, counted=None, whole=None)
        if before is not None:
            between = text[before.span.end - paragraph.start : line[amount.first].start]
            quantity = as_before(before, quantity, between)
        if count is not None and quantity.kind == "count":
            quantity = as_counted(count, quantity, measured, paragraph)
        yield quantity
        before = quantity
        count = quantity if quantity.kind == "count" and quantity.counted else count


def _is_date(mark: Time, document: Document) -> bool:
    """Whether the numbers inside a time are no quantities: those of a date, not those of a duration."""
    return not (mark.value.startswith("P") or LASTS.search(document.words(mark.span)))


def _open(line: list[Lexeme], start: int, closed: Sequence[Span]) -> list[Lexeme]:
    """The line with the numbers inside dates and citations put out of reach of the grammar."""
    at = max(0, bisect_left(closed, Span(start, start)) - 1)
    opened = []
    for lexeme in line:
        while at < len(closed) and closed[at].end <= start + lexeme.start:
            at += 1
        inside = at < len(closed) and closed[at].start < start + lexeme.end
        opened.append(Lexeme("other", CLOSED, lexeme.start, lexeme.end) if inside else lexeme)
    return opened


def _amounts(line: Sequence[Lexeme], text: str, known: Grammar) -> list[Amount]:
    """The amounts of all kinds in order; where two meet, the one that a special reading gave stays."""
    special = [*ratios(line, known), *decades_of_life(line, age_words())]
    held = {at for amount in special for at in range(*amount.core)}
    plain = (
        as_age(line, amount, age_words())
        for amount in amounts(line, text, known)
        if not any(at in held for at in range(*amount.core))
    )
    return sorted([*special, *plain], key=lambda amount: amount.first)


def _quantity(
    paragraph: Paragraph, line: Sequence[Lexeme], amount: Amount, measured: Measurement
) -> Quantity:
    direction = amount.direction or direction_of(line, amount, change_words())
    counted, whole = phrases(measured, amount)

    def span(one: Tokens | None) -> Span | None:
        return paragraph.place(measured.doc[one[0] : one[1]]) if one and one[0] < one[1] else None

    return Quantity(
        _span(paragraph, line, amount), amount.kind, amount.low, amount.high, amount.hedge, amount.unit, amount.per,
        direction, span(counted), span(whole), _conversion(paragraph, line, amount.converted),
    )  # fmt: skip


def _conversion(paragraph: Paragraph, line: Sequence[Lexeme], amount: Amount | None) -> Conversion | None:
    if amount is None:
        return None
    return Conversion(_span(paragraph, line, amount), amount.low, amount.high, amount.unit)


def _span(paragraph: Paragraph, line: Sequence[Lexeme], amount: Amount) -> Span:
    return Span(paragraph.start + line[amount.first].start, paragraph.start + line[amount.end - 1].end)


def _end(line: Sequence[Lexeme], amount: Amount) -> int:
    """Where an amount ends in its paragraph, the bracket with its conversion included: "30 miles (48 km) of wire"."""
    at = amount.end
    if amount.converted and amount.converted.end < len(line):
        at = amount.converted.end + (line[amount.converted.end].text in (")", "]"))
    return line[at - 1].end


def _tokens(places: Sequence[int], start: int, end: int) -> Tokens:
    """The tokens that a stretch of the paragraph touches."""
    first = max(0, bisect_right(places, start) - 1)
    return first, max(first + 1, bisect_left(places, end))


def _pound(text: str) -> str:
    """The currency that pounds are in a text, "" where they are weights."""
    return "GBP" if "£" in text or "sterling" in text else ""
