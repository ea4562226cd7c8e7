"""The names in the text that may be places: entities, lines of date, names behind prepositions and inside of other names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.marks.geography.gazetteer import Entry, entries, named, nearest_known, towns_of
from firsthand.records import Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Doc, Token, TokenSpan

PLACES = frozenset({"GPE", "LOC"})
"""Entities that are places whether the gazetteer knows them or not."""

PERHAPS = frozenset({"FAC", "NORP"})
"""Entities that are places when the gazetteer knows them."""

HOLDING = frozenset({"ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "PERSON"})
"""Entities in whose names a place may stand."""

LONGEST = 4
"""Words of the longest name that is looked for without an entity."""

LARGE = 100_000
"""Inhabitants from which a town inside of another name needs no further sign."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be a place, with all places of that name; ``inside`` are those of the name behind its comma."""

    span: Span
    name: str
    entries: tuple[Entry, ...]
    inside: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What the document says of a name elsewhere: how often it is a place, surely a place, and a person."""

    places: Counter[str]
    grounded: Counter[str]
    people: Counter[str]

    def is_person(self, span: TokenSpan) -> bool:
        """Whether a name of one word is rather that of a person."""
        name = span.text
        if span[0].lower_ in words("en", "roles", "titles"):
            return True
        if len(span) > 1 or not self.people[name] or _is_behind(span) or _is_before_whole(span):
            return False
        sure = (
            self.places[name] if any(entry.kind != "town" for entry in entries(name)) else self.grounded[name]
        )
        return self.people[name] > sure


def mentions(parse: Parse) -> Iterator[Mention]:
    """Yield the names of a document that may be places, in order."""
    said = _said(parse)
    for paragraph in parse.paragraphs:
        kept = _apart(span for span in _candidates(paragraph, said) if not _is_saint(span))
        for at, span in enumerate(kept):
            behind = kept[at + 1] if at + 1 < len(kept) else None
            yield Mention(paragraph.place(span), span.text, nearest_known(span.text), _inside(span, behind))


def _inside(span: TokenSpan, behind: TokenSpan | None) -> tuple[Entry, ...]:
    comma = behind is not None and behind.start == span.end + 1 and span.doc[span.end].text == ","
    return entries(behind.text) if behind is not None and comma else ()


def _said(parse: Parse) -> Said:
    said = Said(Counter(), Counter(), Counter())
    for paragraph in parse.paragraphs:
        for entity in paragraph.doc.ents:
            if entity.label_ == "GPE":
                for part in _parts(entity):
                    said.places[part.text] += 1
                    said.grounded[part.text] += _is_behind(part) or _is_before_whole(part)
            elif entity.label_ == "PERSON":
                said.people.update(_names_of_person(entity))
    return said


def _names_of_person(entity: TokenSpan) -> Iterator[str]:
    """First and last name of a person; of a single name only one that is no place."""
    end = entity.end
    while end > entity.start and entity.doc[end - 1].lower_ in words("en", "toponyms", "ends"):
        end -= 1
    if end - entity.start > 1:
        yield entity[0].text
        yield entity.doc[end - 1].text
    elif end > entity.start and not entries(entity[0].text):
        yield entity[0].text


def _apart(spans: Iterator[TokenSpan]) -> list[TokenSpan]:
    """Spans in order; of those that overlap the first, the longer one where they start together."""
    kept: list[TokenSpan] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _candidates(paragraph: Paragraph, said: Said) -> Iterator[TokenSpan]:
    for entity in paragraph.doc.ents:
        if entity.label_ in PLACES or entity.label_ in PERHAPS:
            yield from _entity(entity, said)
        if entity.label_ in HOLDING:
            yield from _held(entity, said)
    if not _road_words().isdisjoint(paragraph.said):
        yield from _roads(paragraph.doc)
    yield from _listed(paragraph, said)


def _entity(entity: TokenSpan, said: Said) -> Iterator[TokenSpan]:
    for span in _parts(entity):
        if said.is_person(span):
            continue
        if entries(span.text):
            yield span
        elif entity.label_ in PLACES:
            yield _county_of(span) or span


def _is_saint(span: TokenSpan) -> bool:
    """Whether "St. Michael's" is a saint's day, school or church and no town."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return span[0].lower_ in words("en", "toponyms", "saints") and after in words(
        "en", "toponyms", "ends"
    ) - {","}


def _county_of(span: TokenSpan) -> TokenSpan | None:
    """The county in the name of something that belongs to it."""
    for length in range(1, len(span)):
        part = span[: length + 1]
        if part[-1].lower_ in words("en", "toponyms", "counties") and entries(part.text):
            return part
    return None


def _parts(entity: TokenSpan) -> Iterator[TokenSpan]:
    """An entity cut at its commas, without article and possessive."""
    doc, start = entity.doc, entity.start
    edges, ends = words("en", "toponyms", "edges"), words("en", "toponyms", "ends")
    for stop in (*(token.i for token in entity if token.text == ","), entity.end):
        end = stop
        while start < end and doc[start].lower_ in edges:
            start += 1
        while end > start and (doc[end - 1].text in ends or doc[end - 1].is_space):
            end -= 1
        if start < end and doc[start].text[:1].isalpha() and not doc[start].text.islower():
            yield doc[start:end]
        start = stop + 1


def _held(entity: TokenSpan, said: Said) -> Iterator[TokenSpan]:
    """Places inside of another name: Vessany Police Department, University of Karvelia."""
    doc, at = entity.doc, entity.start
    if doc[at].lower_ == "the":
        at += 1
    first = at
    while at < entity.end:
        span = _longest(doc, at, entity.end)
        if span is not None and _stands_in(span, entity, at == first, said):
            yield span
        at = span.end if span is not None else at + 1


def _longest(doc: Doc, at: int, stop: int) -> TokenSpan | None:
    """The longest known name that begins at a word."""
    if not doc[at].text[:1].isupper() or len(doc[at].text) < 2:
        return None
    for end in range(min(at + LONGEST, stop), at, -1):
        span = doc[at:end]
        if len(span.text) > 2 and doc[end - 1].text[:1].isalpha() and entries(span.text):
            return span
    return None


def _stands_in(span: TokenSpan, entity: TokenSpan, first: bool, said: Said) -> bool:
    """Whether a known name inside of another name is a place there."""
    doc, known = span.doc, entries(span.text)
    if span[-1].lower_ in words("en", "toponyms", "counties"):
        return True
    whole = first and span.end == entity.end
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    before = doc[span.start - 1].lower_ if span.start else ""
    if whole:
        return not said.is_person(span) and _is_town_itself(span, entity, said, before, after)
    if entity.label_ == "PERSON":
        return False
    if said.places[span.text] and not said.is_person(span):
        return True
    if entity.label_ == "ORG" and (first or before in words("en", "toponyms", "of")) and _is_large(known):
        return True
    return first and after in words("en", "toponyms", "bodies")


def _is_town_itself(span: TokenSpan, entity: TokenSpan, said: Said, before: str, after: str) -> bool:
    """Whether the parser gave the name of a place another label."""
    if before in words("en", "toponyms", "places_of") or after in words("en", "toponyms", "people_of"):
        return True
    known = entries(span.text)
    if entity.label_ == "PERSON":
        return said.grounded[span.text] > 0 or (_is_behind(span) and _is_large(known))
    if said.places[span.text]:
        return True
    return entity.label_ == "ORG" and any(
        entry.population >= LARGE or (entry.kind != "region" and entry.kind != "town") for entry in known
    )


def _is_large(known: tuple[Entry, ...]) -> bool:
    return any(entry.kind != "town" or entry.population >= LARGE for entry in known)


def _roads(doc: Doc) -> Iterator[TokenSpan]:
    """Streets by their last word, with the capitalised words before it."""
    for token in doc:
        if token.lower_ not in _road_words() or not token.text[:1].isupper():
            continue
        start = token.i
        while start > 0 and token.i - start < LONGEST - 1 and _is_of_name(doc[start - 1]):
            start -= 1
        if start < token.i:
            yield doc[start : token.i + 1]


def _is_of_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and not token.is_sent_start


@cache
def _road_words() -> frozenset[str]:
    return words("en", "toponyms", "roads")


def _listed(paragraph: Paragraph, said: Said) -> Iterator[TokenSpan]:
    """Names that the entities missed: listed ones, those the document uses as places elsewhere, datelines, "X, State"."""
    text, free = paragraph.text, 0
    for at, start in enumerate(paragraph.starts):
        if at < free or not text[start].isupper():
            continue
        span = _known(paragraph, at, said)
        if span is not None:
            yield span
            free = span.end


def _known(paragraph: Paragraph, at: int, said: Said) -> TokenSpan | None:
    """The name that begins at a word with a capital, None where none does."""
    doc, start = paragraph.doc, paragraph.starts[at]
    for length in range(min(LONGEST, len(doc) - at), 0, -1):
        # The words are looked up before a span of tokens is made of them: hardly any are a name.
        text = paragraph.text[start : paragraph.starts[at + length - 1] + len(doc[at + length - 1])]
        listed, towns = text in named() or text in said.places, towns_of(text)
        if len(text) < 3 or not (listed or towns):
            continue
        span = doc[at : at + length]
        if listed and _may_be_place(span, said):
            return span
        if towns and (_is_before_whole(span) or _is_dateline(span) or _is_unseen(span)):
            return span
    return None


def _may_be_place(span: TokenSpan, said: Said) -> bool:
    """Whether no other name holds the words: "Jordan" of a person, "Kentucky" of a university."""
    return not {token.ent_type_ for token in span} & (HOLDING | {"DATE"}) and not said.is_person(span)


def _is_behind(span: TokenSpan) -> bool:
    """Whether a preposition of place stands before a name."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in words("en", "toponyms", "behind")


def _is_before_whole(span: TokenSpan) -> bool:
    """Whether a state or country stands behind the comma."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    for length in (2, 1):
        wholes = named().get(doc[end + 1 : end + 1 + length].text, ())
        if any(entry.kind in ("state", "country", "division") for entry in wholes):
            return True
    return False


def _is_unseen(span: TokenSpan) -> bool:
    """Whether the parser saw no name where the words beside it say that it is a town's."""
    if any(token.ent_type_ for token in span) or span[-1].pos_ != "PROPN":
        return False
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in words("en", "toponyms", "places_of"):
        return True
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    return after in words("en", "toponyms", "people_of")


def _is_dateline(span: TokenSpan) -> bool:
    """Whether a name in capitals begins a sentence and a dash or the like stands behind it."""
    doc, end = span.doc, span.end
    return (
        span.text.isupper()
        and bool(span[0].is_sent_start)
        and end < len(doc)
        and doc[end].text in words("en", "toponyms", "dashes")
    )
