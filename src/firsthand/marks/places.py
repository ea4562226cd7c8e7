"""Places in the text with their points on the map; an ambiguous name goes where the rest of the document is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.language import Paragraph, Parse
from firsthand.marks.gazetteer import Entry, named, towns
from firsthand.records import Document, Marks, Place, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, TokenSpan

ENTITIES = frozenset({"GPE", "LOC", "FAC", "NORP"})
OTHER_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW", "DATE"})
EDGES = frozenset({"the", "of", "in", "downtown", "’s", "'s", "central", "near"})
ENDS = frozenset({"'s", "’s", "'", "’", ",", "-"})
LONGEST = 4
"""Words of the longest name that is looked for without an entity."""

FORMAL = re.compile(
    r"^(?:the )?(?:(?:Kingdom|Union|Republic|Islamic|Federal|Socialist|Democratic|Federative|Commonwealth|State)\s)+of (?:the )?"
    r"(?:(?:Republic|Union|Kingdom) of (?:the )?)?"
)
ENDING = re.compile(r" (?:[Pp]rovince|[Ss]tate|[Rr]egion|Governorate|Oblast|Prefecture)$")

HERE = 2.0
"""What a mention of its country, and again of its state, adds to a town: as much as a hundredfold population."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be a place, with all places of that name; ``inside`` is the name behind its comma."""

    span: Span
    name: str
    entries: tuple[Entry, ...]
    inside: str | None = None


def find(document: Document, parse: Parse, found: Marks) -> tuple[Place, ...]:
    """Find the places of the story.

    Peoples ("North Korean women") are marked with the place that they are
    named after. A place that the gazetteer does not know has no point.
    """
    said = frozenset(
        part.text
        for one in parse.paragraphs
        for entity in one.doc.ents
        if entity.label_ == "GPE"
        for part in _parts(entity)
    )
    mentions = [mention for paragraph in parse.paragraphs for mention in _mentions(paragraph, said)]
    around = _around(mentions)
    settled = {
        mention.name: entry
        for mention in mentions
        if mention.inside and (entry := _within(mention)) is not None
    }
    places = []
    for mention in mentions:
        entry = _within(mention) or settled.get(mention.name) or _likeliest(mention.entries, around)
        if entry is None:
            places.append(Place(mention.span, mention.name))
        else:
            places.append(Place(mention.span, entry.name, entry.latitude, entry.longitude))
    return tuple(places)


def _mentions(paragraph: Paragraph, said: frozenset[str]) -> Iterator[Mention]:
    doc = paragraph.doc
    spans = sorted([*_entities(doc), *_listed(doc, said)], key=lambda one: (one.start, -one.end))
    kept: list[TokenSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    for at, span in enumerate(kept):
        behind = kept[at + 1] if at + 1 < len(kept) else None
        comma = behind is not None and behind.start == span.end + 1 and doc[span.end].text == ","
        inside = behind.text if behind is not None and comma else None
        yield Mention(paragraph.place(span), span.text, _entries(span.text), inside)


def _entities(doc: Doc) -> Iterator[TokenSpan]:
    """The named entities that are places, without article and possessive."""
    for entity in doc.ents:
        if entity.label_ in ENTITIES:
            for span in _parts(entity):
                if entity.label_ in ("GPE", "LOC") or _entries(span.text):
                    yield span


def _parts(entity: TokenSpan) -> Iterator[TokenSpan]:
    """An entity cut at its commas, without article and possessive."""
    doc, start = entity.doc, entity.start
    commas = [token.i for token in entity if token.text == ","]
    for stop in (*commas, entity.end):
        end = stop
        while start < end and doc[start].lower_ in EDGES:
            start += 1
        while end > start and (doc[end - 1].text in ENDS or doc[end - 1].is_space):
            end -= 1
        if start < end and doc[start].text[:1].isalpha() and not doc[start].text.islower():
            yield doc[start:end]
        start = stop + 1


def _listed(doc: Doc, said: frozenset[str]) -> Iterator[TokenSpan]:
    """Names that the entities missed: listed ones, those the document uses as places elsewhere, towns behind "in"."""
    known, at = named(), 0
    while at < len(doc):
        token, found = doc[at], 0
        if token.text[:1].isupper():
            for length in range(min(LONGEST, len(doc) - at), 0, -1):
                span = doc[at : at + length]
                if (
                    (span.text in known or span.text in said)
                    and len(span.text) > 2
                    and _may_be_place(span, said)
                ):
                    found = length
                    break
        if found:
            yield doc[at : at + found]
        at += found or 1


def _may_be_place(span: TokenSpan, said: frozenset[str]) -> bool:
    """Whether no other name holds the words: "Jordan" of a person, "Kentucky" of a university."""
    held = {token.ent_type_ for token in span} & OTHER_NAMES
    if not held:
        return True
    alone = span[0].ent_iob_ == "B" and (span.end == len(span.doc) or span.doc[span.end].ent_iob_ != "I")
    return alone and (span.text in said or "PERSON" not in held)


def _entries(name: str) -> tuple[Entry, ...]:
    """All places of a name, also of its long form: "Liaoning province", "Kingdom of Thailand"."""
    name = name.replace("’", "'")
    forms = (
        name,
        f"the {name}",
        FORMAL.sub("", name),
        ENDING.sub("", name),
        name.title() if name.isupper() else name,
    )
    known = next((named()[form] for form in forms if form in named()), ())
    return (*known, *towns().get(name.lower(), ()))


def _around(mentions: Sequence[Mention]) -> Counter[str]:
    """How often each country and each state is named in the document, by what can only be one thing."""
    around: Counter[str] = Counter()
    for mention in mentions:
        listed = [entry for entry in mention.entries if entry.kind != "town"]
        if len(listed) == 1:
            entry = listed[0]
            around[entry.country] += 1
            if entry.part:
                around[f"{entry.country}-{entry.part}"] += 1
        elif not listed and len(mention.entries) == 1:
            around[mention.entries[0].country] += 1
    return around


def _within(mention: Mention) -> Entry | None:
    """The town that "Paris, Texas" names."""
    if mention.inside is None:
        return None
    outer = [
        entry for entry in named().get(mention.inside, ()) if entry.kind in ("state", "country", "division")
    ]
    for whole in outer:
        inner = [
            entry
            for entry in mention.entries
            if entry.kind == "town"
            and entry.country == whole.country
            and (not whole.part or entry.part == whole.part)
        ]
        if inner:
            return max(inner, key=lambda entry: entry.population)
    return None


def _likeliest(entries: Sequence[Entry], around: Counter[str]) -> Entry | None:
    def score(entry: Entry) -> float:
        near = HERE * (around[entry.country] > 0) + HERE * (around[f"{entry.country}-{entry.part}"] > 0)
        if entry.kind == "town":
            return math.log10(max(entry.population, 1)) + near
        return 9.0 + near + math.log10(1 + around[entry.country])

    return max(entries, key=score, default=None)
