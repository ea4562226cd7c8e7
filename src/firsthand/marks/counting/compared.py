"""Amounts that count what one before them does: "50%, up from 30%", "190 points, or 0.6%", "9 sailors came, 3 stayed"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon import load, words
from firsthand.marks.counting.noun_phrases import NOUNS
from firsthand.records import Quantity, Span

if TYPE_CHECKING:
    from firsthand.language import Paragraph
    from firsthand.marks.counting.noun_phrases import Measurement

AGAIN = re.compile(r",? (?:or )?(?:and )?|\s?\(", re.IGNORECASE)
"""What stands between two amounts of one thing."""

IT_WAS = re.compile(
    r"\bit (?:was|is|had been|came to|will be) (?:only |just |about |some |nearly )?$", re.IGNORECASE
)
"""How a sentence goes on with another amount of what the one before it tells: "in 2019 it was | 38 million"."""

LEAST_PRICE = 10
"""A bare number below it may be anything that the text spoke of."""

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
    own = quantity.counted is not None and quantity.counted.start >= quantity.span.end
    if not alike or not told or own or SENTENCE_END.search(between):
        return quantity
    level = between.strip().lower() in words("en", "counting", "level")  # "down 68p at 1,112p"
    if (
        level
        or _is_compared(between)
        or _is_reached(earlier, quantity, between)
        or _is_again(earlier, quantity, between)
    ):
        return replace(quantity, counted=earlier.counted, whole=earlier.whole)
    return quantity


def _is_reached(earlier: Quantity, quantity: Quantity, between: str) -> bool:
    """Whether only the noun stands between two numbers: "from 16 members to 19"."""
    told = earlier.counted
    if told is None or told.start <= earlier.span.end - 1 or told.end > quantity.span.start:
        return False
    return between[told.end - earlier.span.end :].strip() == "to"


def _is_again(earlier: Quantity, quantity: Quantity, between: str) -> bool:
    """Whether a share says again, or in another clause, what part of one whole it is.

    "A third of the sailors, 33%, say", "60% of those asked agreed, and only 19% knew why".
    """
    whole = earlier.whole
    if quantity.kind != "share" or quantity.counted or quantity.whole or whole is None:
        return False
    if not earlier.span.end <= whole.start < whole.end < quantity.span.start:
        return False
    rest = between[whole.end - earlier.span.end :]
    return rest.strip() == "," or bool(_joined().search(rest))


def as_counted(
    earlier: Quantity, quantity: Quantity, measured: Measurement, paragraph: Paragraph
) -> Quantity:
    """Return a number that stands for its noun with the noun that an earlier number of the sentence counts.

    "Of the crew 9 sailors came and 3 stayed": the three are sailors. What
    narrows the first down ("sailors who ...") need not hold of the second.
    """
    own = quantity.whole and not (earlier.counted and quantity.whole.meets(earlier.counted))
    if quantity.counted or own or earlier.counted is None or not _is_headless(measured):
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


def as_pointed(earlier: Sequence[Quantity], quantity: Quantity, paragraph: Paragraph) -> Quantity:
    """Return a number of "them" or "which" with the phrase that the pronoun stands for.

    "The court has two seats, one of which is free", "There are 78 boats. 34 of
    them are old": what the sentence counts, or the one before it for "them".
    Where it counts two things or the text lies between, the pronoun stays.
    """
    if quantity.kind != "count" or quantity.counted is None or not earlier:
        return quantity
    start = paragraph.start
    said = paragraph.text[quantity.counted.start - start : quantity.counted.end - start].lower()
    here = paragraph.sentence_at(quantity.span.start)
    if said not in words("en", "counting", "pointing") or here is None:
        return quantity
    told = [each for each in earlier if here.holds(each.span) and each.counted and _may_hold(each, quantity)]
    if said in words("en", "counting", "relative"):
        told = told[-1:]
    if not told and said not in words("en", "counting", "relative"):
        return _pointed_back(earlier, quantity, here, paragraph)
    return replace(quantity, counted=told[0].counted) if len(told) == 1 else quantity


def _may_hold(earlier: Quantity, part: Quantity) -> bool:
    """Whether one count can be of the whole that another is a part of: it is of more than one, and not less."""
    if earlier.kind != "count" or (earlier.high is not None and earlier.high <= 1):
        return False
    return earlier.high is None or part.low is None or part.low <= earlier.high


def _pointed_back(
    earlier: Sequence[Quantity], quantity: Quantity, here: Span, paragraph: Paragraph
) -> Quantity:
    """The number with the one thing that the sentence before counts."""
    before = paragraph.sentence_at(earlier[-1].span.start)
    if before is None or paragraph.text[before.end - paragraph.start : here.start - paragraph.start].strip():
        return quantity
    told = [each for each in earlier if before.holds(each.span) and _may_hold(each, quantity)]
    return replace(quantity, counted=told[0].counted) if len(told) == 1 and told[0].counted else quantity


def _is_headless(measured: Measurement) -> bool:
    """Whether a bare number is the subject of what follows or is described by it: "3 stayed", "3 who stayed"."""
    doc, _, end, _ = measured
    if end >= len(doc):
        return False
    more = doc[end].lower_ in words("en", "counting", "more") and (
        end + 1 == len(doc) or doc[end + 1].pos_ not in NOUNS
    )
    return more or doc[end].tag_ in ("WP", "WDT", "MD") or doc[end].pos_ in ("VERB", "AUX")


def as_money(told: Sequence[Quantity], quantity: Quantity, paragraph: Paragraph) -> Quantity:
    """Return a bare amount as money, where money stands before it and nothing else is named that it could count.

    "Of the 312 million dollars that were asked for, 43 million have come"; "the
    wage is 300 crowns, a sack of flour costs 90"; "paid 62,000 crowns, five times the maximum of 12,000".
    """
    before = next((each for each in reversed(told[-3:]) if each.kind != "ratio"), None)
    text, end = paragraph.text, quantity.span.end - paragraph.start
    own = quantity.counted is not None and quantity.counted.start >= quantity.span.end
    if before is None or before.kind != "money" or quantity.kind != "count" or quantity.unit or own:
        return quantity
    price = _is_price(quantity, paragraph)
    apart = SENTENCE_END.search(text[before.span.end - paragraph.start : end])
    if price == "told" or (price and not apart):
        return replace(quantity, kind="money", unit=before.unit, per=quantity.per or None)
    said = text[quantity.span.start - paragraph.start : end].split()[-1]
    if said.lower() not in load("en", "numbers")["scales"]["values"]:
        return quantity
    if apart and not IT_WAS.search(text, 0, quantity.span.start - paragraph.start):
        return quantity
    at = bisect_left(paragraph.starts, end)
    token = paragraph.doc[at] if at < len(paragraph.doc) else None
    if token is None or token.pos_ not in ("AUX", "VERB", "PUNCT", "CCONJ", "ADP"):
        return quantity
    return replace(quantity, kind="money", unit=before.unit, counted=None)


def _is_price(quantity: Quantity, paragraph: Paragraph) -> str:
    """How a bare number is said to be money: "told" by its verb, "named" by the noun before "of", "" not at all."""
    doc, at = paragraph.doc, bisect_left(paragraph.starts, quantity.span.end - paragraph.start) - 1
    number, behind = doc[at], doc[at + 1] if at + 1 < len(doc) else None
    if number.pos_ != "NUM" or (quantity.high or quantity.low or 0) < LEAST_PRICE:
        return ""
    if number.dep_ == "pobj" and number.head.lower_ == "of":
        noun = number.head.head
        return "named" if noun.lemma_.lower() in words("en", "counting", "priced_at") else ""
    if behind is not None and behind.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return ""
    first = bisect_left(paragraph.starts, quantity.span.start - paragraph.start)
    before = doc[first - 1].lower_ if first else ""  # its word, for a small parser takes "costs" for a noun
    return "told" if before in words("en", "counting", "costing") else ""


def _is_compared(between: str) -> bool:
    return bool(_comparisons().search(between))


@cache
def _joined(language: str = "en") -> re.Pattern[str]:
    """A comma and a word that joins a clause, directly before the amount."""
    phrases = sorted(load(language, "counting")["joined"]["phrases"], key=len, reverse=True)
    return re.compile(rf",\s(?:{'|'.join(map(re.escape, phrases))})\s*$", re.IGNORECASE)


@cache
def _comparisons(language: str = "en") -> re.Pattern[str]:
    """Words of comparison with nothing but a few words of time or place between them and the amount."""
    phrases = sorted(load(language, "counting")["compared"]["phrases"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?:\s[^\s,]+){{0,4}}\s*$", re.IGNORECASE)
