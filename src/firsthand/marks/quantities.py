"""Every number as the words allow it: interval, hedge, unit, rate, what is counted, of what whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.language import Paragraph, Parse, is_english
from firsthand.lexicon import languages, load
from firsthand.marks.amounts.ages import age_words, as_age, decades_of_life
from firsthand.marks.amounts.bounded import Amount, Grammar, amounts, grammar
from firsthand.marks.amounts.changes import change_words, direction_of
from firsthand.marks.amounts.currencies import moneys_of
from firsthand.marks.amounts.designations import designations
from firsthand.marks.amounts.negated import as_allowed
from firsthand.marks.amounts.not_counts import is_amount, person_age
from firsthand.marks.amounts.ratios import ratios
from firsthand.marks.amounts.unparsed import calendar_words, is_bare_amount, without_dates
from firsthand.marks.amounts.vague import vague_amounts, vague_words
from firsthand.marks.counting.compared import as_before, as_counted, as_money, as_pointed, as_whole
from firsthand.marks.counting.counted import phrases
from firsthand.marks.counting.noun_phrases import Measurement, Tokens
from firsthand.marks.numerals.digits import writing_of
from firsthand.marks.numerals.lexemes import Lexeme, lexemes
from firsthand.records import Conversion, Document, Marks, Quantity, Span, Time

LATELY = 6
"""Quantities that are looked back at for what "of those" means."""

CELL = "|"
"""What stands for the tab between two cells of a table."""

CLOSED = "\u2020"
"""The text of a lexeme that the grammar may not read."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An amount that is a quantity, and its tokens with hedge, unit and conversion."""

    amount: Amount
    tokens: Tokens


def find(document: Document, parse: Parse, found: Marks) -> tuple[Quantity, ...]:
    """Find the quantities of the story; citation markers, dates, ordinals and numbers in names are none.

    Vague words ("many") are marked with kind "other" and no number. In a
    language whose parse has no grammar, what is counted stays None. None at
    all are found in a language without number words in the lexicon.
    """
    language = document.language
    if language not in languages("numbers"):
        return ()
    moneys = moneys_of(document.text, language, _is_word(language))
    known = grammar(language, moneys, writing_of(document.text, language))
    lasting = tuple(load(language, "numbers")["lasting"]["words"]) if found.times else ()
    designating = parse.paragraphs if language in languages("designations") else ()
    closed = sorted(
        [mark.span for mark in found.citations]
        + [mark.span for mark in found.times if _is_date(mark, document, lasting)]
        + [span for part in designating for span in designations(part.text, part.start)]
    )
    return tuple(
        quantity
        for paragraph in parse.paragraphs
        for quantity in _in_paragraph(paragraph, _cells(document, paragraph), known, closed)
    )


def _is_word(language: str) -> Callable[[str], bool]:
    """What tells whether a language has a word; of languages other than English every word is taken for one."""
    return is_english if language == "en" else lambda _: True


def _cells(document: Document, paragraph: Paragraph) -> str:
    """The words of a paragraph with a bar between the cells of a table, so that no number reaches over it."""
    words = document.words(paragraph.span)
    return words.replace("\t", CELL) if "\t" in words else paragraph.text


def _in_paragraph(
    paragraph: Paragraph, text: str, known: Grammar, closed: Sequence[Span]
) -> Iterator[Quantity]:
    parsed = paragraph.doc.has_annotation("DEP")
    line = _open(lexemes(text, known.language, known.writing), paragraph.start, closed)
    if not parsed:
        line = without_dates(line, calendar_words(known.language), CLOSED)
    found = _amounts(line, text, known)
    if not found:
        return
    if not parsed:
        calendar = calendar_words(known.language)
        for amount in found:
            if is_bare_amount(line, amount, calendar):
                yield _quantity(paragraph, line, amount, known)
        return
    yield from _with_phrases(paragraph, text, line, found, known)


def _with_phrases(
    paragraph: Paragraph, text: str, line: Sequence[Lexeme], found: Sequence[Amount], known: Grammar
) -> Iterator[Quantity]:
    """The quantities of a parsed paragraph, with what they count."""
    doc = paragraph.doc
    kept = _kept(paragraph, text, line, found, known)
    taken = frozenset(
        token
        for each in kept
        if each.amount.kind != "other" or each.amount.unit
        for token in range(*each.tokens)
    )
    before: Quantity | None = None
    count: Quantity | None = None
    told: list[Quantity] = []
    for each in kept:
        amount, measured = each.amount, Measurement(doc, *each.tokens, taken)
        quantity = _quantity(paragraph, line, amount, known)
        if CELL not in text:  # what a cell counts stands in the head of its column
            quantity = as_allowed(_counting(paragraph, quantity, amount, measured), measured)
        if amount.low is None and amount.high is None:
            yield quantity
            continue
        if before is not None:
            between = text[before.span.end - paragraph.start : line[amount.first].start]
            quantity = as_before(before, quantity, between)
        if count is not None and quantity.kind == "count":
            quantity = as_counted(count, quantity, measured, paragraph)
        quantity = as_money(told, quantity, paragraph)
        quantity = as_pointed(told[-LATELY:], quantity, paragraph)
        if quantity.kind == "share":
            quantity = as_whole(told[-LATELY:], quantity, paragraph)
        yield quantity
        before = quantity
        count = quantity if quantity.kind == "count" and quantity.counted else count
        told.append(quantity)


def _kept(
    paragraph: Paragraph, text: str, line: Sequence[Lexeme], found: Sequence[Amount], known: Grammar
) -> list[Kept]:
    """The amounts that are quantities, ages of persons as such."""
    doc = paragraph.doc
    places = paragraph.starts
    adverbs = vague_words(known.language).adverbs
    kept = []
    for amount in found:
        core = _tokens(places, line[amount.core[0]].start, line[amount.core[1] - 1].end)
        whole = _tokens(places, line[amount.first].start, _end(line, amount))
        if amount.low is None and amount.high is None:
            if line[amount.first].text not in adverbs or doc[core[0]].dep_ != "advmod":
                kept.append(Kept(amount, whole))
            continue
        is_cell = amount.first > 0 and line[amount.first - 1].text == CELL and CELL in text
        if is_cell or is_amount(doc, line, amount, core):
            kept.append(Kept(person_age(doc, line, amount, whole), whole))
    return kept


def _is_date(mark: Time, document: Document, lasting: tuple[str, ...]) -> bool:
    """Whether the numbers inside a time are no quantities: those of a date, not those of a duration.

    "Ten years ago" is a time and also ten years: ``lasting`` are the words with which such a time ends.
    """
    return not (mark.value.startswith("P") or document.words(mark.span).lower().endswith(lasting))


def _open(line: list[Lexeme], start: int, closed: Sequence[Span]) -> list[Lexeme]:
    """The line with the numbers inside dates and citations put out of reach of the grammar."""
    at = max(0, bisect_left(closed, Span(start, start)) - 1)
    if not line or at == len(closed) or closed[-1].end <= start:
        return line
    opened = []
    for lexeme in line:
        while at < len(closed) and closed[at].end <= start + lexeme.start:
            at += 1
        inside = at < len(closed) and closed[at].start < start + lexeme.end
        opened.append(Lexeme("other", CLOSED, lexeme.start, lexeme.end) if inside else lexeme)
    return opened


def _amounts(line: Sequence[Lexeme], text: str, known: Grammar) -> list[Amount]:
    """The amounts of all kinds in order; where two meet, the one that a special reading gave stays."""
    ages = age_words(known.language)
    special = [*ratios(line, known), *decades_of_life(line, ages)]
    held = {at for amount in special for at in range(*amount.core)}
    plain = [
        as_age(line, amount, ages)
        for amount in amounts(line, text, known)
        if not any(at in held for at in range(*amount.core))
    ]
    held = {at for amount in (*special, *plain) for at in range(amount.first, amount.end)}
    vague = vague_amounts(line, held, vague_words(known.language))
    return sorted([*special, *plain, *vague], key=lambda amount: amount.first)


def _quantity(paragraph: Paragraph, line: Sequence[Lexeme], amount: Amount, known: Grammar) -> Quantity:
    direction = amount.direction or direction_of(line, amount, change_words(known.language))
    return Quantity(
        _span(paragraph, line, amount), amount.kind, amount.low, amount.high, amount.hedge, amount.unit, amount.per,
        direction, converted=_conversion(paragraph, line, amount.converted),
    )  # fmt: skip


def _counting(paragraph: Paragraph, quantity: Quantity, amount: Amount, measured: Measurement) -> Quantity:
    """The quantity with what it counts and of what whole it is."""

    def span(one: Tokens | None) -> Span | None:
        """Return the place of some tokens in the document, None for none."""
        return paragraph.place(measured.doc[one[0] : one[1]]) if one and one[0] < one[1] else None

    counted, whole = phrases(measured, amount)
    if counted is None and whole is None:
        return quantity
    return replace(quantity, counted=span(counted), whole=span(whole))


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
