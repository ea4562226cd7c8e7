"""The sentences that tell of somebody who must be protected, and of whom each tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.marks.identifiers.features import is_state
from firsthand.marks.identifiers.patterns import UPPER
from firsthand.marks.identifiers.people import Person
from firsthand.marks.identifiers.settings import Setting
from firsthand.marks.identifiers.wordings import anyof, single, tokens_of
from firsthand.marks.names import without_title
from firsthand.records import Attribution, Identifier, Marks, Span

PRONOUN = re.compile(r"^[“\"‘'(\[]*(?:He|She|His|Her|Him)\b")
ABOUT = re.compile(r"\b(?:him|her|his|he|she)\b")
CUE = re.compile(r"[“”\"]|\b(?:said|says|told|added|asked|recalled|recalls|explained|according)\b")
WAY_OUT = re.compile(
    r"\b(?:get|got|getting) (?:away|out|across|here|there|to)\b|\b(?:escape|flee|cross|leave|left|travel|route|hide|hid|smuggle|border)\w*\b|\bwho (?:helped|brought|took)\b",
    re.IGNORECASE,
)
"""What somebody is asked whose answer tells a way out."""

TALKED = re.compile(
    r"\bin (?:an?|the|his|her) (?:[\w-]+ ){0,2}(?:interview|call|conversation|message|letter|e-mail|chat)\b(?: (?:with|to|from) [^.,;“”]{2,60}?)?"
    r"(?: (?:on|last|this|in|by) (?:[A-Z][a-z]+day|week|month|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d+|[A-Z][a-z]+(?: \d{4})?))\b"
)
"""When and how a source without a name was reached."""


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

    def at(self, start: int, end: int) -> Span:
        """Return the place in the document of a stretch that counts in the sentence."""
        shift = self.paragraph.start + self.start
        return Span(shift + start, shift + end)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source at risk: its label, its words, and whether it tells of others from a place where that is dangerous."""

    label: str
    content: tuple[Span, ...]
    named: tuple[Span, ...]
    inside: bool


def voices(found: Marks, people: Sequence[Person], text: str) -> list[Voice]:
    """Return the sources at risk with what each says: single witnesses, and unnamed sources placed somewhere."""
    standing = {person.name: person.standing for person in people}
    said = []
    for each in found.attributions:
        if each.source is None or each.source.resolved is None:
            continue
        label, inside = each.source.resolved, _is_inside(each)
        known = standing.get(without_title(label))
        if known != "protected" and not (each.source.role == "witness" or inside):
            continue
        if known == "public" or is_several(label):
            continue
        said.append(Voice(_label(label, people), each.content, each.source.spans, inside))
    return said


def is_several(phrase: str) -> bool:
    """Return whether a phrase without a name stands for more than one person: "some women from Vessany"."""
    if phrase[:1].isupper():
        return False
    head = re.split(r"\b(?:from|in|of|at|who|with|near)\b|,", phrase)[0].split()
    return bool(head) and head[-1].lower() in words("en", "identifiers", "private persons in the plural")


def scopes(
    parse: Parse, setting: Setting, people: Sequence[Person], said: Sequence[Voice], asked: Sequence[Span]
) -> list[Scope]:
    """Return the sentences that tell of somebody at risk: all of an account or a record, else those about such a one.

    ``asked`` are the words of an interviewer, who tells nothing of his or her own.
    """
    found: list[Scope] = []
    teller = _teller(people, said) if setting != "other" else ""
    mentions = sorted(
        (span, person.name) for person in people if person.standing == "protected" for span in person.spans
    )
    others = [span for person in people if person.standing != "protected" for span in person.spans]
    last, answers = "", False
    for paragraph in parse.paragraphs:
        here = [(span, name) for span, name in mentions if paragraph.span.holds(span)]
        told = [voice for voice in said if any(span.meets(paragraph.span) for span in voice.content)]
        if not (teller or here or told or last or next(_individuals(paragraph.text), None)):
            continue
        for start, end in _sentences(paragraph):
            span = Span(paragraph.start + start, paragraph.start + end)
            if teller and any(each.meets(span) for each in asked):
                answers = WAY_OUT.search(paragraph.text[start:end]) is not None
                continue
            scope = _scope(paragraph, span, here, told, last, others)
            if teller:
                owner = scope.owner if scope else teller
                spoken = scope.spoken if scope else setting == "account" and not said
                scope = Scope(paragraph, start, end, owner, spoken, planned=True, answers=answers and spoken)
            if scope is not None:
                found.append(scope)
            last = scope.owner if scope else ""
    return found


def individuals(parse: Parse, said: Sequence[Voice]) -> Iterator[Identifier]:
    """Yield the phrases that stand for one unnamed person: "a 9-year-old victim", "a source from Vessany"."""
    for paragraph in parse.paragraphs:
        for start, end in _individuals(paragraph.text):
            span = Span(paragraph.start + start, paragraph.start + end)
            label = _lowered(paragraph.text[start:end])
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


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The sentences; one that begins with a bracket or a small letter goes with the one before."""
    text, found = paragraph.text, list[tuple[int, int]]()
    for sentence in paragraph.sentences:
        start, end = sentence.start_char, sentence.end_char
        if found and (text[start] in "[(" or text[start].islower()) and text[found[-1][1] - 1] not in '.!?”"':
            start = found.pop()[0]
        found.append((start, end))
    return found


def _scope(
    paragraph: Paragraph,
    span: Span,
    here: Sequence[tuple[Span, str]],
    told: Sequence[Voice],
    last: str,
    others: Sequence[Span],
) -> Scope | None:
    start, end = span.start - paragraph.start, span.end - paragraph.start
    text = paragraph.text
    one = next(_individuals(text[start:end]), None)
    single = _lowered(text[start + one[0] : start + one[1]]) if one else None
    for voice in told:
        if any(each.meets(span) for each in voice.content):
            goes_on = last if last and _goes_on(text[start:end], last) else None
            owner = (single or goes_on or voice.label) if voice.inside else voice.label
            return Scope(paragraph, start, end, owner, spoken=not voice.inside, inside=voice.inside)
    named = next((name for place, name in here if span.holds(place)), None)
    if named:
        return Scope(paragraph, start, end, named)
    if single and one:
        return Scope(paragraph, start, end, single, told_from=one[0])
    if last and _goes_on(text[start:end], last):
        return Scope(paragraph, start, end, last, goes_on=not CUE.search(text[start:end]))
    if last and ABOUT.search(text[start:end]) and not any(span.holds(place) for place in others):
        return Scope(paragraph, start, end, last)
    return None


def _goes_on(sentence: str, last: str) -> bool:
    """Whether a sentence speaks of the one before: by a pronoun, or by the same noun with an article."""
    if PRONOUN.match(sentence):
        return True
    noun = re.match(r"[“\"‘'(\[]*The ([a-z]+)\b", sentence)
    return bool(noun and noun[1] in last.lower().split())


def _teller(people: Sequence[Person], said: Sequence[Voice]) -> str:
    """Whose file it is: who speaks most of it, else the first who is protected."""
    spoken: dict[str, int] = {}
    for voice in said:
        spoken[voice.label] = spoken.get(voice.label, 0) + sum(
            span.end - span.start for span in voice.content
        )
    if spoken:
        return max(spoken, key=lambda label: spoken[label])
    return next((person.name for person in people if person.standing == "protected"), "the teller")


def _label(resolved: str, people: Sequence[Person]) -> str:
    """The group of a voice: that of the person whose name it is."""
    wanted = set(resolved.lower().split())
    for person in people:
        same = set(person.name.lower().split()) & wanted
        if person.standing == "protected" and same and resolved[:1].isupper():
            return person.name
    return resolved


def _lowered(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]


def _is_inside(attribution: Attribution) -> bool:
    """Whether an unnamed source is placed somewhere: "a source from North Vessany", not "a source close to the minister"."""
    source = attribution.source
    if source is None or source.role != "unnamed" or not source.resolved:
        return False
    placed = (
        rf"(?:an?|one|another|the|second|third) .*\b(?:from|in|inside|near) (?:the )?(?:[a-z]+ )?[{UPPER}]"
    )
    return bool(re.match(placed, source.resolved))


def _individuals(text: str) -> Iterator[tuple[int, int]]:
    """Where one unnamed person stands who has something of his or her own: an age, a place below a state, a story."""
    if tokens_of(text).isdisjoint(_somebody()) and "-year-old" not in text:
        return
    for match in _individual().finditer(text):
        place = match["place"] or match["where"]
        if (
            place is None
            or not is_state(place)
            or re.search(r"\b(?:village|town|hamlet|farm|camp|island)\b", match[0])
        ):
            yield match.span()


@cache
def _somebody() -> frozenset[str]:
    return single("private persons", "occupations", "relatives")


@cache
def _individual() -> re.Pattern[str]:
    nouns = anyof("private persons", "occupations", "relatives")
    name = rf"[{UPPER}][\w-]+(?: (?:[{UPPER}][\w-]+|county|province|district|village|city|region|town))*"
    place = rf" (?:from|of|in|at|near) (?:(?:the|an?) )?(?:[a-z-]+ ){{0,6}}?(?:the )?{name}"
    aged = rf"(?:\d{{1,2}}-year-old(?: [a-z-]+)?? (?:{nouns})|\d{{1,2}}-year-old|(?:{nouns}) (?:aged|of) \d{{1,2}})"
    return re.compile(
        rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]er|[Hh]is|[Tt]he) (?:[\w-]+ ){{0,2}}?"
        rf"(?:{aged}\b(?: of (?:hers|his|theirs|mine))?(?:{place})?"
        rf"|(?<!\b[Tt]he )(?:{nouns}){place.replace(name, f'(?P<place>{name})')}"
        rf"|(?:{nouns}) who (?:[\w’'-]+ ){{1,8}}?(?:in|at|from) (?P<where>{name}))"
    )
