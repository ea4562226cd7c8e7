"""The sentences that tell of somebody who must be protected, and of whom each tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language import Paragraph, Parse
from firsthand.marks.identifiers.people import Person
from firsthand.marks.identifiers.singles import Singles, label_of
from firsthand.marks.identifiers.voices import Voice
from firsthand.records import Span

PRONOUN = re.compile(r"^[“\"‘'(\[]*(?:He|She|His|Her|Him)\b")
ABOUT = re.compile(r"\b(?:him|her|his|he|she)\b")
CUE = re.compile(r"[“”\"]|\b(?:said|says|told|added|asked|recalled|recalls|explained|according)\b")
WAY_OUT = re.compile(
    r"\b(?:get|got|getting) (?:away|out|across|here|there|to)\b|\b(?:escape|flee|reach|arriv|cross|leave|left|travel|route|hide|hid|smuggle|border)\w*\b|\bwho (?:helped|brought|took)\b",
    re.IGNORECASE,
)
"""What somebody is asked whose answer tells a way out."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence of one paragraph that tells of a person at risk; ``start`` and ``end`` count in the paragraph.

    ``spoken``: by that person; ``inside``: by a source who is in danger and
    tells what happens to others; ``planned``: in a file on a flight, where plans are as telling as deeds. Before
    ``told_from``, which counts in the sentence, it is about others. ``answers``: the question was how somebody got
    away; ``goes_on``: a narrator goes on about the one who was spoken of.
    """

    paragraph: Paragraph
    start: int
    end: int
    owner: str
    spoken: bool = False
    inside: bool = False
    planned: bool = False
    told_from: int = 0
    answers: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.paragraph.text[self.start : self.end]

    def words(self, span: Span) -> str:
        """Return the words of a stretch of the document that lies in the sentence."""
        shift = self.paragraph.start
        return self.paragraph.text[span.start - shift : span.end - shift]

    def at(self, start: int, end: int) -> Span:
        """Return the place in the document of a stretch that counts in the sentence."""
        shift = self.paragraph.start + self.start
        return Span(shift + start, shift + end)


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose file a document is from end to end; whether that person tells it, and what an interviewer asks in it."""

    name: str
    tells: bool
    asked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Near:
    """What is known of the people of one paragraph."""

    paragraph: Paragraph
    protected: Sequence[tuple[Span, str]]
    others: Sequence[Span]
    told: Sequence[Voice]
    alone: Sequence[tuple[int, int]]


def scopes(
    parse: Parse, teller: Teller | None, people: Sequence[Person], said: Sequence[Voice], alone: Singles
) -> list[Scope]:
    """Return the sentences that tell of somebody at risk: with a teller all but the questions, else those about such a one."""
    found: list[Scope] = []
    protected = sorted(
        (span, each.name) for each in people if each.standing == "protected" for span in each.spans
    )
    others = [span for each in people if each.standing != "protected" for span in each.spans]
    last, answers = "", False
    for paragraph in parse.paragraphs:
        near = _Near(
            paragraph,
            [(span, name) for span, name in protected if paragraph.span.holds(span)],
            [span for span in others if paragraph.span.holds(span)],
            [voice for voice in said if any(span.meets(paragraph.span) for span in voice.content)],
            alone.get(paragraph.start, ()),
        )
        if not (teller or near.protected or near.told or near.alone or last):
            continue
        for start, end in _sentences(paragraph):
            span = Span(paragraph.start + start, paragraph.start + end)
            if teller and any(each.meets(span) for each in teller.asked):
                answers = WAY_OUT.search(paragraph.text[start:end]) is not None
                continue
            scope = _scope(span, near, last)
            if teller:
                owner = scope.owner if scope else teller.name
                spoken = scope.spoken if scope else teller.tells
                scope = Scope(paragraph, start, end, owner, spoken, planned=True, answers=answers and spoken)
            if scope is not None:
                found.append(scope)
            last = scope.owner if scope else ""
    return found


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The sentences; one that begins with a bracket or a small letter goes with the one before."""
    text, found = paragraph.text, list[tuple[int, int]]()
    for sentence in paragraph.sentences:
        start, end = sentence.start_char, sentence.end_char
        if found and (text[start] in "[(" or text[start].islower()) and text[found[-1][1] - 1] not in '.!?”"':
            start = found.pop()[0]
        found.append((start, end))
    return found


def _scope(span: Span, near: _Near, last: str) -> Scope | None:
    paragraph = near.paragraph
    start, end = span.start - paragraph.start, span.end - paragraph.start
    sentence = paragraph.text[start:end]
    one = next(((s, e) for s, e in near.alone if start <= s and e <= end), None)
    single = label_of(paragraph.text[slice(*one)]) if one else None
    for voice in near.told:
        if any(each.meets(span) for each in voice.content):
            goes_on = last if last and _goes_on(sentence, last) else None
            owner = (single or goes_on or voice.label) if voice.inside else voice.label
            return Scope(paragraph, start, end, owner, spoken=not voice.inside, inside=voice.inside)
    named = next((name for place, name in near.protected if span.holds(place)), None)
    if named:
        return Scope(paragraph, start, end, named)
    if single and one:
        return Scope(paragraph, start, end, single, told_from=one[0] - start)
    if last and _goes_on(sentence, last):
        return Scope(paragraph, start, end, last, goes_on=not CUE.search(sentence))
    if last and ABOUT.search(sentence) and not any(span.holds(place) for place in near.others):
        return Scope(paragraph, start, end, last)
    return None


def _goes_on(sentence: str, last: str) -> bool:
    """Whether a sentence speaks of the one before: by a pronoun, or by the same noun with an article."""
    if PRONOUN.match(sentence):
        return True
    noun = re.match(r"[“\"‘'(\[]*The ([a-z]+)\b", sentence)
    return bool(noun and noun[1] in last.lower().split())
