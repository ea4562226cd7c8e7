"""Numbers that take up a verb and a noun for another place or time: "9 sailors died in Vessany and 12 | in the hills"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.language import Paragraph
from firsthand.records import Quantity, Span

BEHIND = re.compile(
    r" (?:in|on|at|along|off|near|around|beside|across|inside|outside|among|aboard|under|for)"
    r"(?: or \w+)? (?!all\b|total\b|average\b|the end\b)"
)
JOINING = re.compile(
    r"(?:,|;|\band\b|,? but)(?: (?:another|a further|about|some|only|just|nearly|almost|over|more than|at least))? ?$"
)


def is_gapped(quantity: Quantity, paragraph: Paragraph) -> bool:
    """Whether a number has nothing but a place or a time behind it and "and" before: "..., and another 87 along the coast"."""
    text, start = paragraph.text, quantity.span.start - paragraph.start
    if (
        quantity.kind not in ("count", "share")
        or quantity.whole is not None
        or quantity.direction is not None
    ):
        return False
    if BEHIND.match(text, quantity.span.end - paragraph.start) is None:
        return False
    return JOINING.search(text, max(0, start - 20), start) is not None


def between_gapped(span: Span, quantity: Quantity, others: Sequence[Quantity], paragraph: Paragraph) -> Span:
    """Return a clause without what a gapped number beside says of another place or time."""
    start, end = span.start, span.end
    led = any(start <= other.span.start < quantity.span.start for other in others)
    if led and is_gapped(quantity, paragraph):
        start = quantity.span.start
    for other in others:
        if quantity.span.end <= other.span.start < end and is_gapped(other, paragraph):
            end = other.span.start
    if end == span.end:
        return Span(start, end)
    said = paragraph.text[: end - paragraph.start]
    joining = JOINING.search(said, max(0, len(said) - 20))
    end = paragraph.start + len((said[: joining.start()] if joining else said).rstrip(" ,;"))
    return Span(start, max(end, quantity.span.end))
