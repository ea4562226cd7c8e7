"""Registers, censuses and other books of an office by which a text gives its numbers: "according to the labour register"."""

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lexicon import words
from firsthand.links.sentences import sentence
from firsthand.links.terms import whole_words
from firsthand.records import Span

WORD = r"[^\W_][\w’'-]*"
BACK = 80
"""Characters before a register in which its own words stand."""

LEAD = re.compile(r"[^\S\n]+(?:kept[^\S\n]+by|of|for)[^\S\n]+(?:the[^\S\n]+)?")
NEXT = re.compile(rf"[^\S\n]*{WORD}")
LONGEST = 4
"""Behind a register whose it is, or of what year: "of the Zone Authority", "of 2019"; and how many words that are at most."""

COUNTING = "census"
"""What is named by its day alone: "at the census of 2019" people were counted."""


def kept(text: str, zone: Span, *, own: bool) -> Iterator[tuple[str, Span]]:
    """Yield the name of each register by which a sentence gives its numbers, and the sentence.

    ``own`` says that the text is the report of somebody on what he keeps himself: "our register" is then no other source.

    >>> told = "According to the labour register of the Zone, 6,200 people work there. The register is long."
    >>> [name for name, _ in kept(told, Span(0, len(told)), own=False)]
    ['labour register of the Zone']
    """
    for match in _kept().finditer(text, zone.start, zone.end):
        before = text[max(zone.start, match.start() - BACK) : match.start()]
        whose, described = _described(before)
        behind = _whose(text, match.end(), zone.end)
        name = f"{described}{match[0]}{behind}"
        if len(name.split()) == 1 or (own and whose == "our"):
            continue
        relied_on = _is_relied_on(before[: len(before) - len(described)], match[0])
        if relied_on or _keeping().match(text, match.end() + len(behind), zone.end):
            yield " ".join(name.split()), sentence(text, Span(match.start(), match.end()))


def _described(before: str) -> tuple[str, str]:
    """The article or pronoun before a register, in small letters, and the words between the two, as they stand."""
    described = ""
    for word in reversed(list(re.finditer(rf"(?:{WORD}|\d+)[^\S\n]+", before))):
        if word.end() + len(described) != len(before):
            break
        said = word[0].strip().casefold()
        if said in words("en", "comparing", "empty"):
            return said, described
        described = word[0] + described
    return "", described


def _whose(text: str, start: int, end: int) -> str:
    """The words behind a register that say whose it is, up to the next one that says something else."""
    lead = LEAD.match(text, start, end)
    if lead is None:
        return ""
    taken = lead.end()
    for _ in range(LONGEST):
        word = NEXT.match(text, taken, end)
        said = word[0].strip().casefold() if word else ""
        if word is None or said in _ending() or (taken > lead.end() and said.isdigit()):
            break
        taken = word.end()
    return text[start:taken] if taken > lead.end() else ""


@cache
def _kept() -> re.Pattern[str]:
    return whole_words(words("en", "findings", "kept"))


@cache
def _ending() -> frozenset[str]:
    """Words with which a name is over: those without a meaning of their own, and what a register does."""
    return words("en", "comparing", "empty") | words("en", "findings", "keeping")


def _is_relied_on(before: str, noun: str) -> bool:
    """Whether the words before say that a number is taken from what follows."""
    if noun.casefold() == COUNTING and re.search(r"\b(?:at|in|by) (?:the )?$", before, re.IGNORECASE):
        return True
    return _relying().search(before) is not None


@cache
def _relying() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, words("en", "findings", "relying")), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{listed})[^\S\n]+(?:(?:the|its|their|our|his|her|an?)[^\S\n]+)?(?:own[^\S\n]+)?$",
        re.IGNORECASE,
    )


@cache
def _keeping() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, words("en", "findings", "keeping")), key=len, reverse=True))
    return re.compile(
        rf"(?:,[^,;\n]{{3,100}},)?[^\S\n]+(?:{listed})\b(?!(?<=\bha[sd])[^\S\n]+(?:only[^\S\n]+|already[^\S\n]+)?(?:been|(?!{listed})\w+ed)\b)"
    )
