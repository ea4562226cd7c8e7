"""Citation markers: "[4]", "[12, 13]", "[note 1]", and their entries in the reference list."""

from __future__ import annotations

import re
from collections.abc import Mapping

from firsthand.language import Parse
from firsthand.records import Citation, Document, Marks, Span

MARKER = re.compile(
    r"\[(?P<label>(?:note|nb|n|ref)\.?\s?\d{1,4}|[a-z]|\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,20})\]", re.IGNORECASE
)
"""Square brackets round numbers, a note, or a single letter; words in brackets are an editor's insertion."""

ENTRY = re.compile(
    r"^[ \t]*(?:\[(?P<bracketed>\d{1,4})\]|(?P<plain>\d{1,4})[.)]?)[ \t]+(?P<text>\S.*)$", re.MULTILINE
)
"""A line of a reference list: its number, then the reference."""


def find(document: Document, parse: Parse, found: Marks) -> tuple[Citation, ...]:
    """Find the citation markers of the story, one mark for each pair of brackets.

    ``target`` is the entry of the first number in the document's reference
    list, None where the document has no such entry.
    """
    entries = references(document)
    return tuple(
        Citation(
            Span(match.start(), match.end()),
            _target(match["label"], entries),
        )
        for paragraph in parse.paragraphs
        for match in MARKER.finditer(document.text, paragraph.start, paragraph.span.end)
    )


def references(document: Document) -> dict[str, str]:
    """Return the entries of the document's reference list by their number, empty without a list."""
    found: dict[str, str] = {}
    for zone in document.zones:
        if zone.kind == "references":
            for match in ENTRY.finditer(document.text, zone.span.start, zone.span.end):
                found.setdefault(match["bracketed"] or match["plain"], match["text"].strip())
    return found


def _target(label: str, entries: Mapping[str, str]) -> str | None:
    number = re.match(r"\d+", label)
    return entries.get(number.group()) if number else None
