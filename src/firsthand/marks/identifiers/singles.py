"""One unnamed person told apart by an age, a place or a story: "a 9-year-old victim", "a source from North Vessany"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from firsthand.language import Paragraph, Parse
from firsthand.marks.identifiers.features import is_state
from firsthand.marks.identifiers.patterns import UPPER
from firsthand.marks.identifiers.voices import Voice
from firsthand.marks.identifiers.wordings import anyof, single, tokens_of
from firsthand.records import Identifier, Span

Singles = Mapping[int, Sequence[tuple[int, int]]]
"""Where a paragraph begins, and the stretches in it that stand for one unnamed person; paragraphs without any are left out."""

TALKED = re.compile(
    r"\bin (?:an?|the|his|her) (?:[\w-]+ ){0,2}(?:interview|call|conversation|message|letter|e-mail|chat)\b(?: (?:with|to|from) [^.,;“”]{2,60}?)?"
    r"(?: (?:on|last|this|in|by) (?:[A-Z][a-z]+day|week|month|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d+|[A-Z][a-z]+(?: \d{4})?))\b"
)
"""When and how a source without a name was reached."""


def singles(parse: Parse) -> Singles:
    """Return the phrases of every paragraph that stand for one unnamed person."""
    found = ((paragraph.start, list(_individuals(paragraph.text))) for paragraph in parse.paragraphs)
    return {at: stretches for at, stretches in found if stretches}


def label_of(phrase: str) -> str:
    """Return the group of a person without a name: the phrase as it is written inside of a sentence."""
    return phrase[:1].lower() + phrase[1:]


def individuals(parse: Parse, alone: Singles, said: Sequence[Voice]) -> Iterator[Identifier]:
    """Yield the phrases that stand for one unnamed person: "a 9-year-old victim", "a source from Vessany"."""
    for paragraph in parse.paragraphs:
        for start, end in alone.get(paragraph.start, ()):
            span = Span(paragraph.start + start, paragraph.start + end)
            label = label_of(paragraph.text[start:end])
            yield Identifier(span, "quasi", label, "other", "one person, told apart by age, place or story")
        for voice in said:
            named = [span for span in voice.named if paragraph.span.holds(span)]
            if named and voice.label[:1].islower():
                yield from _of_source(paragraph, named[0], voice.label)


def _of_source(paragraph: Paragraph, span: Span, label: str) -> Iterator[Identifier]:
    """A source without a name by what tells it apart, and when it was talked with."""
    start, end = span.start - paragraph.start, span.end - paragraph.start
    if re.search(rf"\b[{UPPER}]|\d", paragraph.text[start + 1 : end]):
        yield Identifier(span, "quasi", label, "other", "a source without a name, told apart by its place")
    for match in TALKED.finditer(paragraph.text):
        at = Span(paragraph.start + match.start(), paragraph.start + match.end())
        yield Identifier(
            at, "operational", label, "questioning", "when and how a source at risk was talked with"
        )


def _individuals(text: str) -> Iterator[tuple[int, int]]:
    """Where one unnamed person stands who has something of his or her own: an age, a place below a state, a story."""
    if tokens_of(text).isdisjoint(_somebody()) and "-year-old" not in text:
        return
    for match in _individual().finditer(text):
        if match["place"] and _is_kin_of(
            match[0]
        ):  # "a son of Emil Tal" is told apart by a name, not by a place
            continue
        place = match["place"] or match["there"] or match["where"]
        if (
            place is None
            or not is_state(place)
            or re.search(r"\b(?:village|town|hamlet|farm|camp|island)\b", match[0])
        ):
            yield match.span()


def _is_kin_of(phrase: str) -> bool:
    return phrase.partition(" of ")[0].split()[-1].lower() in single("relatives")


@cache
def _somebody() -> frozenset[str]:
    return single("private persons", "occupations", "relatives")


@cache
def _individual() -> re.Pattern[str]:
    nouns = anyof("private persons", "occupations", "relatives")
    name = rf"[{UPPER}][\w-]+(?: (?:[{UPPER}][\w-]+|county|province|district|village|city|region|town))*"
    place = rf" (?:of {name}|(?:from|in|at|near) (?:(?:the|an?) )?(?:[a-z-]+ ){{0,6}}?(?:the )?{name})"
    placed = rf" (?:of (?P<place>{name})|(?:from|in|at|near) (?:(?:the|an?) )?(?:[a-z-]+ ){{0,6}}?(?:the )?(?P<there>{name}))"
    aged = rf"(?:\d{{1,2}}-year-old(?: [a-z-]+)?? (?:{nouns})|\d{{1,2}}-year-old|(?:{nouns}) (?:aged|of) \d{{1,2}})"
    return re.compile(
        rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]er|[Hh]is|[Tt]he) (?:[\w-]+ ){{0,2}}?"
        rf"(?:{aged}\b(?: of (?:hers|his|theirs|mine))?(?:{place})?"
        rf"|(?<!\b[Tt]he )(?:{nouns}){placed}"
        rf"|(?:{nouns}) who (?:[\w’'-]+ ){{1,8}}?(?:in|at|from) (?P<where>{name}))"
    )
