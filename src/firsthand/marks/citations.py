"""Citation markers: "[4]", "[12, 13]", "[note 1]", and their entries in the reference list."""

from __future__ import annotations

import re
from collections.abc import Mapping

from firsthand.language import Parse
from firsthand.records import Citation, Document, Marks, Span

MARKER = re.compile(
    r"\[(?P<label>(?:note|nb|n|ref)\.?\s?\d{1,4}|[a-z]|\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,20})\]",
    re.IGNORECASE,
)
"""Square brackets round numbers, a note, or a single letter; words in brackets are an editor's insertion."""

ENTRY = re.compile(
    r"^[ \t]*(?:\[(?P<bracketed>\d{1,4})\]|(?P<plain>\d{1,4})[.)]?)[ \t]+(?:\^[ \t]+)?(?P<text>\S.*)$",
    re.MULTILINE,
)
"""A line of a reference list: its number, then the reference."""

NOTE = re.compile(
    r"^[ \t]*\[?(?P<label>(?i:note|nb|n) ?\d{1,4}|[a-z])[\].:)][ \t]+(?P<text>\S.*)$", re.MULTILINE
)
"""A line of a list of notes: its letter, or "note" and its number, then the note."""

HEADING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}:?")
"""A few words without a stop, above a list."""

LONGEST = 20
"""Entries that one marker may lead to: "[12-15]" is four."""


def find(document: Document, parse: Parse, found: Marks) -> tuple[Citation, ...]:
    """Find the citation markers of the story, one mark for each pair of brackets.

    ``target`` is the entry of each of its numbers in the document's reference
    list, or "reference 4, list not in the document" where there is no list,
    or "reference 4, not in the list" where the list has no such entry.
    """
    entries = references(document)
    marks = [
        (match["label"].lower(), Span(match.start(), match.end()))
        for paragraph in parse.paragraphs
        for match in MARKER.finditer(document.text, paragraph.start, paragraph.span.end)
    ]
    lettered = any(label == "a" for label, _ in marks)
    return tuple(
        Citation(span, _target(label, entries))
        for label, span in marks
        if not label.isalpha() or (lettered and _stands_alone(span, document.text))
    )


def references(document: Document) -> dict[str, str]:
    """Return the entries of the document's reference list by their number, and its notes; empty without a list.

    A list whose numbers are only drawn, as on a page, is numbered in its order.
    """
    found: dict[str, str] = {}
    lists = [zone.span for zone in document.zones if zone.kind == "references"]
    for span in lists:
        for match in ENTRY.finditer(document.text, span.start, span.end):
            found.setdefault(match["bracketed"] or match["plain"], match["text"].strip())
        for match in NOTE.finditer(document.text, span.start, span.end):
            found.setdefault(_key(match["label"]), match["text"].strip())
    return found if found or len(lists) != 1 else _in_order(lists[0].of(document.text))


def _in_order(text: str) -> dict[str, str]:
    """The paragraphs of a list by their place in it, its heading aside."""
    entries = [entry.strip() for entry in text.split("\n\n")]
    return {
        str(number): entry
        for number, entry in enumerate((e for e in entries if e and not HEADING.fullmatch(e)), 1)
    }


def _stands_alone(span: Span, text: str) -> bool:
    """Whether a letter in brackets is a note and no mending of a word: "[s]he", "[T]he"."""
    return span.of(text).islower() and not text[span.end : span.end + 1].isalpha()


def _target(label: str, entries: Mapping[str, str]) -> str:
    """The entries to which a marker leads, and which of them are missing."""
    if not label[0].isdigit():
        name = label if re.match(r"note|nb|ref", label) else f"note {label}"
        return entries.get(_key(label)) or (
            f"{name}, not in the list" if entries else f"{name}, not in the document"
        )
    numbers = _numbers(label)
    there = [entries[number] for number in numbers if number in entries]
    missing = [number for number in numbers if number not in entries]
    if missing:
        plural = "references" if len(missing) > 1 else "reference"
        where = "not in the list" if entries else "list not in the document"
        there.append(f"{plural} {_joined(missing)}, {where}")
    return "; ".join(there)


def _key(label: str) -> str:
    """A note as it is compared: "Note 1" and "nb1" are one."""
    number = re.search(r"\d+", label)
    return f"note {number.group()}" if number else label.lower()


def _numbers(label: str) -> list[str]:
    """The numbers of a marker, ranges written out: "12, 14-16" are four."""
    found: list[str] = []
    for first, last in re.findall(r"(\d+)(?:\s?[–-]\s?(\d+))?", label):
        low, high = int(first), int(last or first)
        if low <= high < low + LONGEST:
            found += [str(number) for number in range(low, high + 1)]
        else:
            found += [first, last]
    return list(dict.fromkeys(found))[:LONGEST]


def _joined(numbers: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
