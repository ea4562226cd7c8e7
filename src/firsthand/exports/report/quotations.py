"""One quotation in several documents, laid side by side: which words each has that the first has not, and which it leaves out."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from firsthand.exports import citing
from firsthand.exports.charts.statements import called
from firsthand.exports.report.index import Index
from firsthand.exports.report.notes import Notes
from firsthand.exports.wording import clean
from firsthand.records import Evidence, Finding

KINDS = ("two speakers", "same witness")
"""The findings that lay one quotation side by side."""

MOST = 100

ALIKE = 0.5
"""Part of the shorter of two passages that both must hold to be laid side by side."""

WORD = re.compile(r"\S+")

Piece = tuple[str, str]
"""How some words stand to those of the first document ("same", "own" or "left out"), and the words."""


def content(found: Index, notes: Notes) -> list[dict[str, Any]]:
    """Return the quotations that several documents print, each with the words of every document."""
    about = [
        finding for finding in found.release.findings if finding.kind in KINDS and len(finding.evidence) > 1
    ]
    return [_quotation(finding, found, notes) for finding in about[:MOST]]


def collated(first: str, other: str) -> Iterator[Piece]:
    """Yield the words of another text in pieces, with those of the first that it leaves out at their place.

    Words are compared without the signs about them and without upper case.

    >>> list(collated("Six boats were seized.", "six were seized today"))
    [('same', 'six'), ('left out', 'boats'), ('same', 'were seized'), ('own', 'today')]
    """
    a, b = WORD.findall(first), WORD.findall(other)
    matcher = SequenceMatcher(
        None, [_spelled(word) for word in a], [_spelled(word) for word in b], autojunk=False
    )
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind in ("delete", "replace"):
            yield "left out", " ".join(a[start:end])
        if kind in ("insert", "replace"):
            yield "own", " ".join(b[begin:stop])
        if kind == "equal":
            yield "same", " ".join(b[begin:stop])


def _quotation(finding: Finding, found: Index, notes: Notes) -> dict[str, Any]:
    ordered = sorted(
        finding.evidence, key=lambda each: (found.number[each.passage.document], each.passage.span)
    )
    groups = [
        {
            **_where(first, found, notes),
            "words": citing.quoted(" ".join(first.text.split())),
            "others": [
                {**_where(each, found, notes), "pieces": list(collated(first.text, each.text))}
                for each in others
            ],
        }
        for first, *others in _groups(ordered)
    ]
    return {"kind": finding.kind, "says": clean(finding.says) or finding.kind, "groups": groups}


def _groups(ordered: list[Evidence]) -> list[list[Evidence]]:
    """Passages with the same words together, in their order; an account may be printed in several stretches."""
    groups: list[list[Evidence]] = []
    for each in ordered:
        group = next((group for group in groups if _alike(group[0].text, each.text) >= ALIKE), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _alike(one: str, other: str) -> float:
    """The part of the shorter passage that stands in the other, in runs of three words or more."""
    a, b = ([_spelled(word) for word in WORD.findall(text)] for text in (one, other))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 3) / (min(len(a), len(b)) or 1)


def _where(evidence: Evidence, found: Index, notes: Notes) -> dict[str, Any]:
    return {"document": called(found.documents[evidence.passage.document]), "note": notes.of(evidence)}


def _spelled(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word.casefold()) or word
