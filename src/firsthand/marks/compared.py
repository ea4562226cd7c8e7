"""Amounts that count what one before them does: "50%, up from 30%", "190 points, or 0.6%", "9 sailors came, 3 stayed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load, words
from firsthand.records import Quantity, Span

if TYPE_CHECKING:
    from firsthand.language import Paragraph
    from firsthand.marks.noun_phrases import Measurement

AGAIN = re.compile(r",? (?:or )?(?:and )?|\s?\(", re.IGNORECASE)
"""What stands between two amounts of one thing."""

SENTENCE_END = re.compile(r"[.!?;][”\"’)]*\s")


def as_before(earlier: Quantity, quantity: Quantity, between: str) -> Quantity:
    """Return an amount with what it shares with the one before it; ``between`` are the words between the two.

    An amount directly behind another says the same thing twice or in parts
    ("190 points, or 0.6%", "3 years, 2 months"). One that is set against another
    ("up from 30%", "versus last year's $300") measures what that one measures.
    """
    if AGAIN.fullmatch(between):
        return replace(
            quantity,
            direction=quantity.direction or earlier.direction,
            counted=quantity.counted or earlier.counted,
        )
    alike = quantity.kind == earlier.kind and (quantity.kind == "money" or quantity.unit == earlier.unit)
    told = earlier.counted or earlier.whole
    if alike and told and not SENTENCE_END.search(between) and _is_compared(between):
        return replace(quantity, counted=earlier.counted, whole=earlier.whole)
    return quantity


def as_counted(
    earlier: Quantity, quantity: Quantity, measured: Measurement, paragraph: Paragraph
) -> Quantity:
    """Return a number that stands for its noun with the noun that an earlier number of the sentence counts.

    "Of the crew 9 sailors came and 3 stayed": the three are sailors. What
    narrows the first down ("sailors who ...") need not hold of the second.
    """
    if quantity.counted or quantity.whole or earlier.counted is None or not _is_headless(measured):
        return quantity
    start = paragraph.start
    sentence = paragraph.sentence_at(quantity.span.start)
    if sentence is None or earlier.counted.start < sentence.start:
        return quantity
    phrase = measured.doc.char_span(
        earlier.counted.start - start, earlier.counted.end - start, alignment_mode="expand"
    )
    end = paragraph.place(phrase.root).end if phrase is not None else earlier.counted.end
    return replace(quantity, counted=Span(earlier.counted.start, end))


def as_whole(earlier: Sequence[Quantity], quantity: Quantity, paragraph: Paragraph) -> Quantity:
    """Return a share of "those" with the phrase that the pronoun stands for: what the sentence before counts.

    "The guard held 300 women. Of those, 15 per cent ...": a share of the women.
    Where the sentence before counts two things or gives shares itself, the pronoun stays.
    """
    if quantity.whole is None or not earlier:
        return quantity
    said = paragraph.text[quantity.whole.start - paragraph.start : quantity.whole.end - paragraph.start]
    here = paragraph.sentence_at(quantity.span.start)
    before = paragraph.sentence_at(earlier[-1].span.start)
    if said.lower() not in words("en", "counting", "pointing") or here is None or before is None:
        return quantity
    told = [each for each in earlier if before.holds(each.span) and each.kind in ("count", "share")]
    between = paragraph.text[before.end - paragraph.start : here.start - paragraph.start]
    if len(told) != 1 or told[0].kind == "share" or told[0].counted is None or between.strip():
        return quantity
    return replace(quantity, whole=told[0].counted)


def _is_headless(measured: Measurement) -> bool:
    """Whether a bare number is the subject of what follows or is described by it: "3 stayed", "3 who stayed"."""
    doc, _, end, _ = measured
    return end < len(doc) and (doc[end].tag_ in ("WP", "WDT", "MD") or doc[end].pos_ in ("VERB", "AUX"))


def _is_compared(between: str) -> bool:
    return bool(_comparisons().search(between))


@cache
def _comparisons(language: str = "en") -> re.Pattern[str]:
    """Words of comparison with nothing but a few words of time or place between them and the amount."""
    phrases = sorted(load(language, "counting")["compared"]["phrases"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?:\s[^\s,]+){{0,4}}\s*$", re.IGNORECASE)
