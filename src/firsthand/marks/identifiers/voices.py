"""The sources at risk of a document: single witnesses, and those without a name who speak from a dangerous place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.lexicon import words
from firsthand.lexicon.people import without_title
from firsthand.marks.identifiers.patterns import UPPER
from firsthand.marks.identifiers.people import Person
from firsthand.records import Attribution, Marks, Span


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


def teller_of(people: Sequence[Person], said: Sequence[Voice]) -> str:
    """Return whose file it is: who speaks most of it, else the first who is protected."""
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


def _is_inside(attribution: Attribution) -> bool:
    """Whether an unnamed source is placed somewhere: "a source from North Vessany", not "a source close to the minister"."""
    source = attribution.source
    if source is None or source.role != "unnamed" or not source.resolved:
        return False
    placed = (
        rf"(?:an?|one|another|the|second|third) .*\b(?:from|in|inside|near) (?:the )?(?:[a-z]+ )?[{UPPER}]"
    )
    return bool(re.match(placed, source.resolved))
