"""What is counted and of what whole: the plain-word cases of counted.txt, and numbers that are no quantities."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.language import parse
from firsthand.marks import citations, quantities, times
from firsthand.records import Document, Marks, Original, Quantity, Span, Zone

MARKED = re.compile(r"\{([^|{}]*) \| ([^{}]*)\}")


def cases(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def marks(text: str) -> tuple[Quantity, ...]:
    original = Original("case.txt", "", "text/plain", len(text))
    document = Document("case", original, text, (Zone(Span(0, len(text)), "main"),), published="2019-05-20")
    parsed = parse(document)
    found = Marks(citations=citations.find(document, parsed, Marks()))
    found = Marks(citations=found.citations, times=times.find(document, parsed, found))
    return quantities.find(document, parsed, found)


@pytest.mark.parametrize("case", cases("counted.txt"))
def test_what_is_counted_is_what_the_words_say(case: str) -> None:
    text = MARKED.sub(lambda match: match[1], case)
    wanted = [(match[1], dict([match[2].split(": ")])) for match in MARKED.finditer(case)]
    found = marks(text)
    told = [
        (
            one.span.of(text),
            one.counted.of(text) if one.counted else "-",
            one.whole.of(text) if one.whole else "-",
        )
        for one in found
    ]
    assert len(told) == len(wanted), told
    for (words, facts), (_, counted, whole) in zip(wanted, told, strict=True):
        if "counted" in facts:
            assert (words, counted) == (words, facts["counted"]), told
        if "whole" in facts:
            assert (words, whole) == (words, facts["whole"]), told
