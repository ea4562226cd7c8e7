"""Places in the text with their points on the map; an ambiguous name goes where the rest of the document is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.language import Parse
from firsthand.marks.geography.gazetteer import Entry
from firsthand.marks.geography.place_names import Mention, mentions
from firsthand.marks.geography.place_senses import settled
from firsthand.records import Document, Marks, Place

WHOLES = frozenset({"state", "country", "division", "province", "county"})
"""Kinds of places that stand behind the comma of "Paris, Texas"."""


def find(document: Document, parse: Parse, found: Marks) -> tuple[Place, ...]:
    """Find the places of the story.

    Peoples ("North Korean women") are marked with the place that they are
    named after. A place that the gazetteer does not know has no point.
    """
    every = list(mentions(parse))
    within = {mention.name: inner for mention in every if (inner := _within(mention))}
    names = {mention.name: within.get(mention.name, mention.entries) for mention in every}
    meant = settled(names, Counter(mention.name for mention in every))
    return tuple(_place(mention, _own(mention) or meant.get(mention.name)) for mention in every)


def _place(mention: Mention, entry: Entry | None) -> Place:
    if entry is None:
        return Place(mention.span, mention.name)
    return Place(mention.span, entry.name, entry.latitude, entry.longitude)


def _own(mention: Mention) -> Entry | None:
    """The place that a mention's own words settle."""
    return max(_within(mention), key=lambda entry: entry.population, default=None)


def _within(mention: Mention) -> Sequence[Entry]:
    """The places that "Paris, Texas" can name."""
    return tuple(
        entry
        for whole in mention.inside
        if whole.kind in WHOLES
        for entry in mention.entries
        if entry.kind in ("town", "county")
        and entry.country == whole.country
        and (not whole.part or entry.part == whole.part)
    )
