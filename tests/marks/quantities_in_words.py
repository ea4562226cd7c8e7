"""Quantities in plain words: a sentence with each quantity in braces, and behind a bar what it must say.

    Arrests rose by {50% | share, exact 0.5, up}.

kind, hedge and number (or "low to high"), unit in its own letters, "per X", then counted:, whole:, converted:, up or down.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from firsthand.language import ANALYSED, parse
from firsthand.marks import citations, quantities, times
from firsthand.records import Document, Marks, Original, Quantity, Span, Zone

MARKED = re.compile(r"\{([^|{}]*) \| ([^{}]*)\}")


def read(text: str, language: str = "en", published: str | None = "2019-05-20") -> Document:
    original = Original("case.txt", "", "text/plain", len(text))
    return Document(
        "case", original, text, (Zone(Span(0, len(text)), "main"),), language=language, published=published
    )


def marks(text: str, language: str = "en") -> tuple[Quantity, ...]:
    document = read(text, language)
    parsed = parse(document)
    found = Marks(citations=citations.find(document, parsed, Marks()))
    if language == ANALYSED:
        found = Marks(citations=found.citations, times=times.find(document, parsed, found))
    return quantities.find(document, parsed, found)


def plain(case: str) -> tuple[str, list[tuple[Span, list[str]]]]:
    """The text of a case and what it says of each marked stretch."""
    text, wanted, at = "", [], 0
    for match in MARKED.finditer(case):
        text += case[at : match.start()]
        wanted.append((Span(len(text), len(text) + len(match[1])), match[2].split(", ")))
        text, at = text + match[1], match.end()
    return text + case[at:], wanted


def said(quantity: Quantity, text: str) -> set[str]:
    """Everything that a case may say of a quantity, in its words."""
    value = _written(quantity.low, quantity.high)
    facts = {
        quantity.kind,
        f"{quantity.hedge} {value}",
        quantity.unit or "",
        f"per {quantity.per}",
        quantity.direction or "",
    }
    if quantity.counted:
        facts.add(f"counted: {quantity.counted.of(text)}")
    if quantity.whole:
        facts.add(f"whole: {quantity.whole.of(text)}")
    if quantity.converted and quantity.converted.low is not None:
        facts.add(
            f"converted: {_written(quantity.converted.low, quantity.converted.high)} {quantity.converted.unit}"
        )
    return facts


def _written(low: Decimal | None, high: Decimal | None) -> str:
    ends = [f"{end.normalize():f}" for end in (low, high) if end is not None]
    return " to ".join(dict.fromkeys(ends))


def cases(name: str) -> list[str]:
    """The cases of a file beside this one: its lines that are neither empty nor a remark."""
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def check(case: str, language: str = "en") -> None:
    """Fail unless a case is read as it says, no quantity more and none less."""
    text, wanted = plain(case)
    found = marks(text, language)
    assert len(found) == len(wanted), [one.span.of(text) for one in found]
    for quantity, (span, facts) in zip(found, wanted, strict=True):
        assert span.holds(quantity.span) or quantity.span == span, quantity.span.of(text)
        assert set(facts) <= said(quantity, text), (facts, said(quantity, text))
