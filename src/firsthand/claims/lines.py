"""What a line of a label and its values states: "Area, land: 653,508 sq km", "Religions: Buddhist 88%, Christian 6%".

The measure of such a claim is the label in its own words, and behind ": " what stands before the number
among the values: "Religions: Buddhist".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.claims.around import Around
from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.language import Paragraph
from firsthand.lexicon import words
from firsthand.records import Document, Marks, Quantity, Span, Time

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

LINE = re.compile(r"(?P<label>[A-Z0-9][^:;.!?“”\"\n]{1,110}):[^\S\n]+(?P<values>\S[^\n]*)")
PARTS = re.compile(r";|(?<=\s)/(?=\s)|\n")
ITEMS = re.compile(r"[,/](?!\d)")
AFTER = re.compile(r"[,/](?!\d)|\(|\bnote\b")
ASIDE = re.compile(r"\([^()]*\)")

OF_SOMETHING = ("press article", "testimony", "press release", "report")
"""Kinds of document whose title names a place beside what it is of: "The house in Mole Street" is not about the street."""

LONGEST_LEAD = 8
"""Words before the number within one value; more are a sentence."""

LONGEST_LABEL = 16
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DENOMINATOR = re.compile(r"(?:/|\bper\s?)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a label: where the label and its values stand in the document."""

    label: Span
    values: Span

    def names(self, quantity: Quantity) -> bool:
        """Whether a number belongs to the label and so names what is measured: "Age, 15-24 years: 17%"."""
        return quantity.span.start < self.label.end


class Lines:
    """The lines of a document that consist of a label and its values."""

    def __init__(self, document: Document, around: Around, subject: str | None) -> None:
        self._document = document
        self._around = around
        self._subject = subject
        said = around.marks.attributions
        self._cues = [
            span for each in said for span in (*each.cue, *(each.source.spans if each.source else ()))
        ]
        self._found: dict[int, Line | None] = {}

    def at(self, paragraph: Paragraph, quantity: Quantity) -> Line | None:
        """Return the line in which a number stands, None where it is prose."""
        text = self._document.text
        start = max(paragraph.start, text.rfind("\n", paragraph.start, quantity.span.start) + 1)
        if start not in self._found:
            self._found[start] = self._line(paragraph, start)
        line = self._found[start]
        if line is None or quantity.span.start >= line.values.end:
            return None
        return line if line.names(quantity) or self._is_value(paragraph, line, quantity) else None

    def unlabelled(self, paragraph: Paragraph, quantity: Quantity, clause: Clause) -> tuple[Clause, Quantity]:
        """Return the clause of a sentence without the label before it, which counts nothing: "Wells: we took water from 14"."""
        text = self._document.text
        start = max(paragraph.start, text.rfind("\n", paragraph.start, quantity.span.start) + 1)
        line = self._found.get(start)
        if line is None or not line.label.meets(clause.span) or line.names(quantity):
            return clause, quantity
        span = Span(line.values.start, clause.span.end)
        head = clause.head
        if quantity.counted and line.label.meets(quantity.counted):
            quantity = replace(quantity, counted=None)
        head = head if head and span.holds(paragraph.place(head)) else None
        return Clause.of(paragraph, span, head), quantity

    def counts_nothing(self, line: Line, quantity: Quantity) -> bool:
        """Whether a number only names the measure or is what a rate refers to: "15-24 years", "/1,000 population"."""
        before = self._document.text[max(0, quantity.span.start - 5) : quantity.span.start]
        return line.names(quantity) or DENOMINATOR.search(before) is not None

    @property
    def subject(self) -> str | None:
        """The place that is all that the document's title names."""
        return self._subject

    def stated(self, paragraph: Paragraph, line: Line, quantity: Quantity) -> tuple[Clause, Normal]:
        """Return the line as a clause, and what one of its values states."""
        near = self._around.within(paragraph)
        label = " ".join(self._document.words(line.label).split())
        lead = _lead(self._document, line, quantity, near)
        item = _item(self._document, line, quantity)
        barred = [span for mark in (near.quantities, near.times) for span in _within(mark, line.label, item)]
        said = (*Clause.of(paragraph, line.label).tokens, *Clause.of(paragraph, item).tokens)
        own = (token for token in said if not any(span.meets(paragraph.place(token)) for span in barred))
        whole = self._document.words(quantity.whole) if quantity.whole else None
        counted = (
            quantity.counted if quantity.counted and quantity.counted.start >= quantity.span.end else None
        )
        clause = Clause.of(paragraph, Span(line.label.start, line.values.end))
        return clause, Normal(
            measure=f"{label}: {lead}" if lead else label,
            population=whole or (self._document.words(counted) if counted else None),
            whole=whole,
            place=self._subject,
            period=_period(line, quantity, _part(self._document, line, quantity), near),
            terms=content_lemmas(own),
            citations=(),
        )

    def _line(self, paragraph: Paragraph, start: int) -> Line | None:
        found = LINE.match(self._document.text, start, paragraph.span.end)
        if found is None or paragraph.zone == "title":
            return None
        line = Line(Span(*found.span("label")), Span(*found.span("values")))
        tokens = Clause.of(paragraph, line.label).tokens
        reporting = words("en", "claims", "leading")
        speaks = any(cue.meets(line.label) for cue in self._cues) or any(
            token.pos_ in ("PRON", "AUX") or (token.pos_ == "VERB" and token.lemma_.lower() in reporting)
            for token in tokens
        )
        length = sum(token.is_alpha for token in tokens)
        return None if speaks or not 1 <= length <= LONGEST_LABEL else line

    def _is_value(self, paragraph: Paragraph, line: Line, quantity: Quantity) -> bool:
        """Whether a number is given as a value and not told in a sentence."""
        near = self._around.within(paragraph)
        if len(_lead(self._document, line, quantity, near).split()) > LONGEST_LEAD:
            return False
        item = _item(self._document, line, quantity)
        if any(map(_tells, Clause.of(paragraph, item).tokens)):
            return False
        told = self._document.words(line.values).rstrip().endswith((".", "!", "?"))
        return not (told and _is_told(paragraph, line, quantity))


def _within(marks: Sequence[Quantity | Time], *spans: Span) -> Iterator[Span]:
    return (mark.span for mark in marks if any(span.meets(mark.span) for span in spans))


def _is_told(paragraph: Paragraph, line: Line, quantity: Quantity) -> bool:
    """Whether a verb with a subject among the values governs a number, so that a sentence follows the label."""
    for number in Clause.of(paragraph, quantity.span).tokens:
        for above in number.ancestors:
            if line.values.holds(paragraph.place(above)) and _tells(above):
                return True
    return False


def _tells(token: Token) -> bool:
    """Whether a word makes a sentence of what stands around it: a verb with a subject."""
    finite = token.tag_ in FINITE or any(
        child.tag_ in FINITE and child.dep_ in ("aux", "auxpass") for child in token.children
    )
    return finite and any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.children)


def _part(document: Document, line: Line, quantity: Quantity) -> Span:
    """The value in which a number stands: up to the semicolon, a bracket and what it holds for itself."""
    text = document.text
    start, end = line.values.start, line.values.end
    for match in PARTS.finditer(text, start, line.values.end):
        if match.end() <= quantity.span.start:
            start = match.end()
        elif match.start() >= quantity.span.end:
            end = match.start()
            break
    opens = text.rfind("(", start, quantity.span.start)
    if opens >= 0 and text.find(")", opens, quantity.span.start) < 0:
        closes = text.find(")", quantity.span.end, end)
        return Span(opens + 1, closes if closes >= 0 else end)
    return Span(start, end)


def _item(document: Document, line: Line, quantity: Quantity) -> Span:
    """The words of one number among several in a value: from the comma before it to the one behind it."""
    part, text = _part(document, line, quantity), document.text
    start = part.start
    for match in ITEMS.finditer(text, part.start, quantity.span.start):
        start = match.end()
    end = AFTER.search(text, quantity.span.end, part.end)
    return Span(start, end.start() if end else part.end)


def _lead(document: Document, line: Line, quantity: Quantity, near: Marks) -> str:
    """The words before a number within its value, else those behind it in a list: what it is the value of."""
    part, item = _part(document, line, quantity), _item(document, line, quantity)
    before = ASIDE.sub(" ", document.text[part.start : quantity.span.start])
    last = ITEMS.split(before)[-1] if "(" not in before else before.rpartition("(")[2]
    head, colon, _ = before.partition(":")
    said = _bare(f"{head}: {last}" if colon and ":" not in last else last)
    listed = any(part.holds(each.span) and not item.meets(each.span) for each in near.quantities)
    return said or (_bare(document.text[quantity.span.end : item.end]) if listed else "")


def _bare(phrase: str) -> str:
    return " ".join(phrase.split()).strip(" ,:–—-$€£+.")


def _period(line: Line, quantity: Quantity, part: Span, near: Marks) -> str | None:
    """The date behind a number in its value, else the next one in the line that stands for all before it."""
    behind = [
        time for time in near.times
        if time.span.start >= quantity.span.end and time.span.end <= line.values.end and time.value[:4].isdigit()
    ]  # fmt: skip
    own = next((time for time in behind if part.holds(time.span)), None)
    found: Time | None = own or next(iter(behind), None)
    return found.value if found else None


def titled_place(document: Document, marks: Marks) -> str | None:
    """Return the place that is all that a document's title names, as that of a reference work on one country."""
    title = next((zone.span for zone in document.zones if zone.kind == "title"), None)
    if title is None:
        return None
    named = [place for place in marks.places if title.holds(place.span)]
    if len(named) != 1:
        return None
    rest = document.text[title.start : named[0].span.start] + document.text[named[0].span.end : title.end]
    if any(word[0].isupper() for word in re.findall(r"[^\W\d_]+", rest)[1:]) or len(rest.split()) > 3:
        return None
    if _is_part_of_name(document, named[0].span) or (rest.strip() and document.kind in OF_SOMETHING):
        return None
    return named[0].name or document.words(named[0].span)


def _is_part_of_name(document: Document, place: Span) -> bool:
    """Whether a place's name in a title is a common word, or goes on: "the Valley", "Grey Hollow"."""
    said = document.words(place)
    if said.lower() in words("en", "toponyms", "common"):
        return True
    behind = re.match(r"[ -]([A-ZÀ-Þ])", document.text[place.end : place.end + 2])
    return behind is not None


__all__ = ["Line", "Lines", "titled_place"]
