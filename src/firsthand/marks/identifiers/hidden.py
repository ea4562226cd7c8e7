"""What descriptions of pictures, remarks and comments give away in a document whose story tells of somebody at risk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.marks.identifiers.features import is_state
from firsthand.marks.identifiers.patterns import NAME_WORD, UPPER
from firsthand.marks.identifiers.wordings import anyof
from firsthand.records import Document, Identifier, IdentifierCategory, IdentifierClass, Span

REMARK = re.compile(
    r"^(?:alt|comment|comments|annotation|note|remark|caption|figure|image|track change|deleted|inserted)\b[^:\n]*: ?(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of a metadata zone in which somebody describes or remarks."""

NAMED = re.compile(rf"\b{NAME_WORD} (?:(?:de|van|von|bin|al|el) )?{NAME_WORD}(?: {NAME_WORD})?\b")
PLACED = re.compile(rf"\b(?:in|from|at|near) ([{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)")


def hidden(document: Document, public: frozenset[str]) -> Iterator[Identifier]:
    """Yield names that the story does not tell, and kin and places, in what is not seen of a document."""
    seen = "\n".join(
        zone.span.of(document.text) for zone in document.zones if zone.kind != "metadata"
    ).lower()
    for zone in document.zones:
        if zone.kind != "metadata":
            continue
        for line in REMARK.finditer(zone.span.of(document.text)):
            shift = zone.span.start + line.start(1)
            for start, end, danger, category, why in _told(line[1]):
                words = line[1][start:end].lower()
                known = category == "name" and (words in seen or words in public)
                if not known and not (category == "place" and is_state(line[1][start:end])):
                    yield Identifier(Span(shift + start, shift + end), danger, None, category, why)


def _told(remark: str) -> Iterator[tuple[int, int, IdentifierClass, IdentifierCategory, str]]:
    for match in NAMED.finditer(remark):
        yield *match.span(), "direct", "name", "a name that the story leaves out, in what is not seen"
    for match in _kin().finditer(remark):
        yield *match.span(), "quasi", "relative", "kin, in what is not seen"
    for match in PLACED.finditer(remark):
        yield *match.span(1), "quasi", "place", "a place, in what is not seen"


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:\w+ )?(?:{anyof('relatives')})s?\b(?:[’'`]s \w+(?: in [{UPPER}]\w+)?)?"
    )
