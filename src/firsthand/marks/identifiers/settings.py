"""Whether a document is about one life from end to end, or only tells of people in places; decided by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from firsthand.language import Parse
from firsthand.lexicon import words
from firsthand.marks.identifiers.columns import header_of, is_form
from firsthand.marks.identifiers.patterns import NAME_WORD
from firsthand.marks.identifiers.wordings import anyof, single, tokens_of
from firsthand.records import Document, Marks

Setting = Literal["case", "account", "record", "other"]
"""A case is a file on a party ("the applicant"), an account a life told by the one who lived it or by a helper, a record a
table of people with their ages; in all of these every detail is somebody's. Everything else only tells of people in places."""

PARTY_EVERY = 200
"""Words for each of which a case names its party once, or more often."""

LEAST_PARTY = 3
LEAST_SIGNS = 3
"""Different first-person details of a life that make an account."""

MESSAGE = re.compile(
    rf"^\W*\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?\W{{1,4}}(?P<name>{NAME_WORD}(?: {NAME_WORD})?): ",
    re.MULTILINE,
)
"""A line of a conversation in messages."""

LEAST_MESSAGES = 3
LETTER = re.compile(r"^(?:From|To): .+$", re.MULTILINE)
OWN = re.compile(r"\b(?:I|me|my|we|us|our)\b")
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|us|[Ww]e)\b")
OATH = re.compile(r"\bI, [^\n]{3,120}?\b(?:state|declare|swear|affirm|depose|say)\b")


def setting_of(document: Document, parse: Parse, found: Marks) -> Setting:
    """Return what kind of file a document is; "other" unless its words show it."""
    text = "\n".join(paragraph.text for paragraph in parse.paragraphs)
    small = text.lower()
    parties = sum(
        small.count(f"the {noun}")
        for noun in words("en", "identifiers", "party to a case")
        if noun[-1] != "s"
    )
    if parties >= LEAST_PARTY and parties * PARTY_EVERY >= text.count(" "):
        return "case"
    if len(MESSAGE.findall(document.text)) >= LEAST_MESSAGES:
        return "account"
    if document.kind == "testimony" or OATH.search(text):
        return "account"
    if header_of(document.text) or is_form(document.text):
        return "record"
    if document.kind != "press article":
        signs = set(_signs(_outside_quotations(parse, found)))
        letter = len(LETTER.findall(document.text)) > 1
        if len(signs) >= LEAST_SIGNS or (letter and _is_of_helpers(document.text)):
            return "account"
    return "other"


def _outside_quotations(parse: Parse, found: Marks) -> str:
    """The text of a document without what it quotes from others."""
    quoted = sorted(
        span for each in found.attributions if each.kind == "direct" and each.cue for span in each.content
    )
    pieces = []
    for paragraph in parse.paragraphs:
        at = 0
        for span in quoted:
            if paragraph.span.holds(span) and span.start - paragraph.start >= at:
                pieces.append(paragraph.text[at : span.start - paragraph.start])
                at = span.end - paragraph.start
        pieces.append(paragraph.text[at:])
    return " ".join(pieces)


def _signs(text: str) -> Iterator[str]:
    if FIRST_PERSON.search(text) is None:  # stands in each of the patterns, and in few reports
        return
    for pattern in _telling():
        for match in pattern.finditer(text):
            yield match[0].lower()


@cache
def _telling() -> tuple[re.Pattern[str], ...]:
    """What people say of themselves: their kin, their origin, what was done to them, how they got away."""
    return (
        re.compile(rf"\b[Mm]y (?:\w+ )?(?:{anyof('relatives')})\b"),
        re.compile(r"\b(?:I was born|I come from|I grew up|[Mm]y name is|I am from|I was \w+ years old)\b"),
        re.compile(rf"\b(?:{anyof('harm')}) (?:me|us)\b|\b(?:I|[Ww]e) (?:was|were) (?:{anyof('harm')})\b"),
        re.compile(rf"\b(?:I|[Ww]e) (?:{anyof('ways out', 'hiding')})\b"),
        re.compile(rf"\b(?:{anyof('questioning')}) (?:me|us)\b"),
        re.compile(r"\bI (?:worked|studied|married|left|fled|lived|paid) (?:at|in|as|for|from|a|the|my)\b"),
    )


def _is_of_helpers(text: str) -> bool:
    kinds = ("helpers", "route words", "hiding", "ways out")
    tokens = tokens_of(text)
    return sum(len(tokens & single(kind)) > 1 for kind in kinds) > 1
