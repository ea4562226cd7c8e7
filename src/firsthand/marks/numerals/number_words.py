"""The words of one language that make numbers, ready for look-up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from firsthand.lexicon import load
from firsthand.marks.numerals.lexemes import phrase

Phrase = tuple[str, ...]


class Denominator(NamedTuple):
    """Into how many parts, and whether the word is for several of them ("thirds")."""

    parts: int
    plural: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language; each field is the group of that name in ``numbers.toml``."""

    cardinals: dict[str, Decimal]
    tens: dict[str, Decimal]
    hundreds: dict[str, Decimal]
    hundred: frozenset[str]
    scales: dict[str, Decimal]
    alone: frozenset[str]
    short_scales: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    only_with_of: frozenset[str]
    of: frozenset[str]
    of_least: Decimal
    fractions: dict[str, Denominator]
    parts: frozenset[str]
    glyphs: dict[str, Decimal]
    times: dict[str, Decimal]
    several: frozenset[str]
    multi: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    share_ones: frozenset[str]
    joins: frozenset[str]
    ten_joins: frozenset[str]
    and_parts: dict[Phrase, Decimal]
    and_words: frozenset[str]
    share_joins: tuple[Phrase, ...]
    share_beginnings: frozenset[str]
    """The first words of these."""
    weak_joins: frozenset[Phrase]
    half: frozenset[str]
    half_of_unit: frozenset[str]
    fraction_before: frozenset[str]
    fraction_after: frozenset[str]
    not_half: frozenset[str]
    plurals: frozenset[str]
    plural: re.Pattern[str]
    share_followed: frozenset[str]
    determiners: frozenset[str]


@cache
def number_words(language: str = "en") -> NumberWords:
    """Return the number words of a language."""
    table = load(language, "numbers")

    def values(group: str) -> dict[str, Decimal]:
        """Return the words of a group with their numbers."""
        return {word: Decimal(value) for word, value in table[group]["values"].items()}

    def listed(group: str) -> frozenset[str]:
        """Return the words of a group."""
        return frozenset(table[group]["words"])

    shares = table["shares"]
    return NumberWords(
        cardinals=values("cardinals"),
        tens=values("tens"),
        hundreds=values("hundreds"),
        hundred=listed("hundred"),
        scales=values("scales"),
        alone=listed("alone"),
        short_scales=values("short_scales"),
        magnitudes=values("magnitudes"),
        only_with_of=listed("only_with_of"),
        of=listed("of"),
        of_least=Decimal(table["of"]["least"]),
        fractions=_denominators(table["fractions"]),
        parts=listed("parts"),
        glyphs=values("glyphs"),
        times=values("times"),
        several=listed("several"),
        multi=listed("multi"),
        articles=listed("articles"),
        definite=listed("definite"),
        share_ones=listed("share_ones"),
        joins=listed("joins"),
        ten_joins=listed("ten_joins"),
        and_parts={phrase(form): Decimal(value) for form, value in table["and_parts"]["values"].items()},
        and_words=frozenset(phrase(form)[0] for form in table["and_parts"]["values"]),
        share_joins=tuple(sorted((phrase(form) for form in shares["phrases"]), key=len, reverse=True)),
        share_beginnings=frozenset(phrase(form)[0] for form in shares["phrases"]),
        weak_joins=frozenset(phrase(form) for form in shares["weak"]),
        half=listed("half"),
        half_of_unit=listed("half_of_unit"),
        fraction_before=listed("fraction_before"),
        fraction_after=listed("fraction_after"),
        not_half=listed("not_half"),
        plurals=listed("plurals"),
        plural=re.compile(table["plurals"]["pattern"]),
        share_followed=listed("share_followed"),
        determiners=listed("determiners"),
    )


def _denominators(group: dict[str, Any]) -> dict[str, Denominator]:
    found = {word: Denominator(parts, False) for word, parts in group["singular"].items()}
    return found | {word: Denominator(parts, True) for word, parts in group["plural"].items()}
