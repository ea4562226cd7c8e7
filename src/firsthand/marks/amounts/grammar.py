"""All words of a language that amounts are read with, and how one document writes its numbers and money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from firsthand.lexicon import load, words
from firsthand.marks.amounts.changes import ChangeWords, change_words
from firsthand.marks.amounts.conversions import ConversionWords, conversion_words
from firsthand.marks.amounts.currencies import Moneys
from firsthand.marks.amounts.hedges import HedgeWords, hedge_words
from firsthand.marks.amounts.units import UnitWords, unit_words
from firsthand.marks.numerals.digits import Writing
from firsthand.marks.numerals.lexemes import by_first, phrase
from firsthand.marks.numerals.number_words import NumberWords, number_words

Phrase = tuple[str, ...]

MINUS_SIGNS = frozenset({"-", "−", "–"})
"""The signs before a number below nothing."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All words that the amounts of one document are read with."""

    language: str
    numbers: NumberWords
    units: UnitWords
    hedges: HedgeWords
    changes: ChangeWords
    conversions: ConversionWords
    range_joins: Mapping[str, tuple[Phrase, ...]]
    """The words between two ends by their first one, the longer ones first."""
    openers: Mapping[str, tuple[Phrase, ...]]
    change_joins: frozenset[Phrase]
    or_joins: frozenset[Phrase]
    ors: frozenset[str]
    bound_joins: frozenset[str]
    minus: frozenset[str]
    plus: frozenset[str]
    level_words: frozenset[str]
    range_verbs: frozenset[str]
    of_ages: frozenset[str]
    rate_numbers: frozenset[Phrase]
    beginnings: frozenset[str]
    """The words and signs other than digits with which an amount may begin."""
    articles: frozenset[str]
    """Those of them that begin one only before digits, a sign or a word of ``behind_articles``."""
    behind_articles: frozenset[str]
    writing: Writing = "point"


@lru_cache(maxsize=16)
def grammar(language: str = "en", moneys: Moneys | None = None, writing: Writing = "point") -> Grammar:
    """Return the grammar of a document: its language, its currencies, and how it writes thousands."""
    table = load(language, "numbers")
    numbers, units = number_words(language), unit_words(language, moneys)
    openers = {word: _longest_first(joins) for word, joins in table["openers"]["values"].items()}
    minus = words(language, "numbers", "minus")
    told = _telling(numbers, units) | openers.keys() | minus | MINUS_SIGNS
    return Grammar(
        language=language,
        numbers=numbers,
        units=units,
        hedges=hedge_words(language),
        changes=change_words(language),
        conversions=conversion_words(language),
        range_joins=by_first(map(phrase, table["range_joins"]["phrases"])),
        openers=openers,
        change_joins=frozenset(map(phrase, table["range_joins"]["of_change"])),
        or_joins=frozenset(map(phrase, table["range_joins"]["alternative"])),
        ors=words(language, "hedges", "ors"),
        bound_joins=words(language, "hedges", "joins"),
        minus=minus,
        plus=frozenset(load(language, "numbers").get("plus", {"words": ()})["words"]),
        level_words=words(language, "numbers", "level"),
        range_verbs=words(language, "numbers", "range_verbs"),
        of_ages=words(language, "numbers", "of_ages"),
        rate_numbers=frozenset(key for key, counts in units.per.items() if counts),
        beginnings=told | numbers.articles | numbers.definite,
        articles=(numbers.articles | numbers.definite) - told,
        behind_articles=told | numbers.articles | numbers.fractions.keys() | numbers.scales.keys(),
        writing=writing,
    )


def _longest_first(phrases: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted(map(phrase, phrases), key=len, reverse=True))


def _telling(numbers: NumberWords, units: UnitWords) -> frozenset[str]:
    """The words with which an amount may begin, articles left out."""
    return frozenset(
        {
            *numbers.cardinals, *numbers.tens, *numbers.hundreds, *numbers.magnitudes, *numbers.glyphs, *numbers.half,
            *numbers.half_of_unit, *numbers.several, *numbers.multi, *numbers.alone,
            *numbers.share_ones, *(key[0] for key in units.before), *units.before_digits,
        }
    )  # fmt: skip
