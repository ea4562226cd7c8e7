"""Words that may be an identifier: names, dates, amounts, numbers of cases and papers; which of them are is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from firsthand.language import Paragraph
from firsthand.marks.identifiers import patterns
from firsthand.marks.identifiers.wordings import occurrences
from firsthand.records import Quantity, Span

CandidateKind = Literal[
    "person", "organisation", "place", "people", "other name", "capitals",
    "date", "year", "duration", "money", "share", "count", "code", "occupation", "age", "health",
]  # fmt: skip

ENTITIES: dict[str, CandidateKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
    "PRODUCT": "other name", "EVENT": "other name", "WORK_OF_ART": "other name", "LAW": "other name",
    "DATE": "duration", "TIME": "duration", "MONEY": "money", "PERCENT": "share", "CARDINAL": "count", "QUANTITY": "count",
}  # fmt: skip
"""Kinds of the model's entities as ours; a date that no pattern confirms is a duration."""

QUANTITIES: dict[str, CandidateKind] = {"money": "money", "share": "share", "age": "age", "count": "count"}

NAMES = frozenset({"person", "organisation", "place", "people", "other name", "capitals"})

COUNTED_WITHIN = 30
"""Characters between a number and what it counts that are taken along: "22,000 ecstasy tablets"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of one paragraph that may identify somebody; ``start`` and ``end`` count in the paragraph."""

    kind: CandidateKind
    start: int
    end: int
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the document."""
        return Span(self.paragraph.start + self.start, self.paragraph.start + self.end)


Found = tuple[CandidateKind, int, int]


def candidates(paragraph: Paragraph, quantities: Iterable[Quantity]) -> list[Candidate]:
    """Return the candidates of a paragraph in order of place; two may share words.

    ``quantities`` are those that stand in the paragraph.
    """
    text = paragraph.text
    found = [*_patterned(text), *_counted(paragraph, quantities)]
    found += _untaken(_entities(paragraph), found)
    found += _untaken(_capitals(text, found), found)
    for group, start, end in occurrences(text, "occupations", "health"):
        is_health = group == "health"
        found.append(
            ("health", start, _with_part(text, end))
            if is_health
            else ("occupation", _with_noun(text, start), end)
        )
    if any(ending in text for ending in patterns.DISEASE_ENDINGS):
        found += [("health", *match.span()) for match in patterns.DISEASE.finditer(text)]
    made = {Candidate(kind, start, end, paragraph) for kind, start, end in found if end > start}
    return sorted(made, key=lambda each: (each.start, -each.end, each.kind))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without spaces, the article and marks at its ends; the dot of an abbreviation stays."""
    while start < end and not (text[start].isalnum() or text[start] in "$€£¥"):
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if text[start:end].endswith(("’s", "'s")):
        end -= 2
    lowered = text[start:end].lower()
    for article in ("the ", "a ", "an "):
        if lowered.startswith(article):
            start += len(article)
    return start, end


def _untaken(more: Iterable[Found], found: list[Found]) -> list[Found]:
    """Those that no earlier candidate covers."""
    taken = [(start, end) for _, start, end in found]
    return [each for each in more if not any(s <= each[1] and each[2] <= e for s, e in taken)]


def _patterned(text: str) -> Iterator[Found]:
    dates: list[tuple[int, int]] = []
    if any(map(str.isdigit, text)):
        for match in patterns.DATE.finditer(text):
            dates.append(match.span())
            yield "date", *match.span()
        for kind, pattern in _WITH_DIGITS:
            for match in pattern.finditer(text):
                start, end = match.span(match.lastindex or 0)
                if any(s < end and start < e for s, e in dates):
                    continue
                if kind == "code" and (chamber := patterns.CHAMBER.search(text, max(0, start - 12), start)):
                    start = chamber.start()
                yield kind, *trimmed(text, start, end)
    if "." in text or "M" in text:
        for match in patterns.TITLED.finditer(text):
            yield "person", *trimmed(text, *match.span())
        for match in patterns.INITIALS.finditer(text):
            yield "person", *match.span()


_WITH_DIGITS: tuple[tuple[CandidateKind, re.Pattern[str]], ...] = (
    ("year", patterns.YEAR), ("money", patterns.MONEY), ("code", patterns.CODE), ("code", patterns.NUMBERED), ("age", patterns.AGE),
)  # fmt: skip


def _counted(paragraph: Paragraph, quantities: Iterable[Quantity]) -> Iterator[Found]:
    """Amounts with what they count: "seventy-one hearings"; a conversion in brackets is one more."""
    for quantity in quantities:
        start, end = quantity.span.start, quantity.span.end
        if quantity.kind != "age" and quantity.counted and quantity.counted.end <= end + COUNTED_WITHIN:
            end = max(end, quantity.counted.end)
        kind = QUANTITIES.get(quantity.kind, "count")
        if kind == "age" and quantity.hedge not in (
            "exact",
            "about",
            "range",
        ):  # "as young as nine" is about many
            continue
        yield kind, start - paragraph.start, end - paragraph.start
        if quantity.converted:
            span = quantity.converted.span
            yield kind, span.start - paragraph.start, span.end - paragraph.start


def _entities(paragraph: Paragraph) -> Iterator[Found]:
    for entity in paragraph.doc.ents:
        kind = ENTITIES.get(entity.label_)
        if kind is not None:
            yield kind, *trimmed(paragraph.text, entity.start_char, entity.end_char)


def _capitals(text: str, found: list[Found]) -> Iterator[Found]:
    """Runs of capitalised words that are more than the beginning of a sentence, with what belongs to a name."""
    people = [(start, end) for kind, start, end in found if kind == "person"]
    for match in patterns.CAPITALS.finditer(text):
        start, end = match.span()
        if prefix := patterns.PREFIX.search(text, max(0, start - 18), start):
            start = prefix.start()
        for s, e in people:  # "Mr Tal of the Ministry": the ministry is a name of its own
            if s < end and start < e:
                start = max(start, e)
        start, end = trimmed(text, start, end)
        while start < end and not text[start].isupper() and not text[start].isdigit():  # "of the Ministry"
            start = text.find(" ", start, end) + 1 or end
        if end > start and not _begins_only(text, start, end):
            yield "capitals", start, end
        bracketed = patterns.BRACKETED.match(text, match.end())
        if bracketed:
            yield "other name", *bracketed.span(1)


def _begins_only(text: str, start: int, end: int) -> bool:
    """Whether a single capital says no more than that a sentence begins."""
    if " " in text[start:end]:
        return False
    before = text[:start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:;…”"


def _with_noun(text: str, start: int) -> int:
    """The noun before a calling belongs to it: "a crane driver"."""
    before = patterns.NOUN_BEFORE.search(text, max(0, start - 24), start)
    return before.start(1) if before else start


def _with_part(text: str, end: int) -> int:
    """The part of the body behind an injury belongs to it: "a scar on her left hand"."""
    part = patterns.PART_BEHIND.match(text, end)
    return part.end() if part else end
