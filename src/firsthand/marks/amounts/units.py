"""Units and currencies around a number: what stands behind it, before it, and per what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args

from firsthand.lexicon import load, words
from firsthand.marks.amounts.currencies import Moneys, currency_names, currency_signs
from firsthand.marks.numerals.lexemes import Lexeme, glued, phrase, text_at
from firsthand.marks.numerals.number_words import number_words
from firsthand.records import QuantityKind

Key = tuple[str, ...]
LONGEST = 6
"""Lexemes of the longest unit ("pound - feet of torque")."""

ONE = Decimal(1)
LARGE = 1_000_000
"""The least scale behind which a short unit may stand: 5 million t."""

SIGNS = ("$", "€", "£", "¥", "₩", "₹", "₽")
"""Signs of money that also stand behind a number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name; ``factor`` turns the written number into the value that is kept (per cent into fractions)."""

    name: str
    kind: QuantityKind
    factor: Decimal = ONE


WEIGHT = Unit("pound", "mass")
"""What pounds are in a text that names no pound as money."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The units of one language: by the words behind a number, by exact short forms, by signs before it."""

    behind: Mapping[Key, Unit]
    short: Mapping[str, Unit]
    few: Mapping[str, str]
    before: Mapping[Key, Unit]
    before_digits: Mapping[str, Unit]
    qualifiers: frozenset[str]
    after_short: frozenset[str]
    scales: frozenset[str]
    per: Mapping[Key, bool]
    rates: Mapping[Key, str]
    only_with_per: frozenset[str]
    when: frozenset[str]
    adverbs: Mapping[str, str]
    after_sign: Mapping[str, str]
    articles: frozenset[str]


@lru_cache(maxsize=16)
def unit_words(language: str = "en", moneys: Moneys | None = None) -> UnitWords:
    """Return the units of a language, ready for look-up, with what the document's currencies are."""
    behind, short = _measures(language)
    table = load(language, "currencies")
    before = {key: Unit(code, "money") for key, code in currency_signs(language, moneys).items()}
    for key, (code, factor) in currency_names(language, moneys).items():
        behind[key] = Unit(code, "money", factor) if code else WEIGHT
    for sign in SIGNS:
        behind[(sign,)] = before[(sign,)]
    rates = load(language, "rates")
    numbers = number_words(language)
    return UnitWords(
        behind=behind,
        short=short,
        few=load(language, "units").get("few", {"values": {}})["values"],
        before=before,
        before_digits={sign: Unit(code, "money") for sign, code in table["artefacts"]["values"].items()},
        qualifiers=words(language, "units", "qualifiers"),
        after_short=words(language, "units", "after_short"),
        scales=frozenset(word for word, value in numbers.scales.items() if value >= LARGE),
        per=_prepositions(rates),
        rates={phrase(form): name for form, name in rates["units"]["values"].items()},
        only_with_per=words(language, "rates", "only_with_per"),
        when=frozenset(rates.get("when", {"words": ()})["words"]),
        adverbs=rates["adverbs"]["values"],
        after_sign=table["after_sign"]["values"],
        articles=numbers.articles,
    )


def unit_behind(line: Sequence[Lexeme], at: int, text: str, known: UnitWords) -> tuple[Unit, int] | None:
    """Return the unit that begins at a lexeme, directly behind a number, and where it ends.

    One qualifying word may stand between ("ten consecutive days"). ``text`` is
    the text that the lexemes were read from: short forms (t, W) count only as
    they are written.
    """
    if at >= len(line):
        return None
    step = at + (line[at].text == "-" and at + 1 < len(line) and line[at + 1].kind == "word")
    found = longest(line, step, known.behind)
    lexeme = line[step] if step < len(line) else None
    if found and not (lexeme and text[lexeme.start : lexeme.end] in known.short):
        return found
    if lexeme is None:
        return None
    if lexeme.text in known.qualifiers and step == at:
        further = longest(line, step + 1, known.behind)
        return further if further and further[0].kind not in ("share", "money", "other") else None
    if line[at - 1].kind != "number" and text_at(line, at - 1) not in known.scales:
        return None
    return _short_unit(line, step, text, known) or found


def _short_unit(line: Sequence[Lexeme], at: int, text: str, known: UnitWords) -> tuple[Unit, int] | None:
    """A unit in letters as they are written: 12 V, 3 t."""
    lexeme = line[at]
    unit = known.short.get(text[lexeme.start : lexeme.end])
    if unit is None or (unit.name == "inch" and not glued(line, at)):
        return None
    follows = line[at + 1] if at + 1 < len(line) else None
    name = known.few.get(text[lexeme.start : lexeme.end])
    if name and not glued(line, at) and len(text_at(line, at - 1).partition(".")[0]) == 1:
        unit = Unit(name, "other")
    alone = glued(line, at) or follows is None or follows.kind != "word" or follows.text in known.after_short
    return (unit, at + 1) if alone or len(lexeme.text) > 1 else None


def sign_before(line: Sequence[Lexeme], at: int, known: UnitWords) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code begins at a lexeme, and where it ends."""
    unit = known.before_digits.get(line[at].text)
    if unit is not None and glued(line, at + 1) and line[at + 1].kind == "number":
        return (unit, at + 1) if _is_amount(line, at + 1) else None
    found = longest(line, at, known.before)
    if found and found[1] > at + 1 and line[at].text in known.articles and not glued(line, at + 1):
        return None
    return found


def _is_amount(line: Sequence[Lexeme], at: int) -> bool:
    """Whether digits are more than the number of a model: with a comma, point, scale or three digits."""
    return not line[at].text.isdecimal() or len(line[at].text) > 2 or glued(line, at + 1)


def rate_behind(line: Sequence[Lexeme], at: int, known: UnitWords) -> tuple[str, int] | None:
    """Return per what a quantity is ("year" of "each year") and where the words end, None where nothing is said."""
    word = text_at(line, at)
    if word in known.adverbs:
        return known.adverbs[word], at + 1
    at += word == "-"
    for length in (3, 2, 1):
        key = tuple(lexeme.text for lexeme in line[at : at + length])
        if len(key) == length and key in known.per:
            found = _rate_unit(line, at + length, key, known)
            if found:
                return found
    return None


def _rate_unit(line: Sequence[Lexeme], at: int, per: Key, known: UnitWords) -> tuple[str, int] | None:
    step = at + (text_at(line, at) == "-")
    counts = known.per[per]
    if counts and step < len(line) and line[step].kind == "number":
        return "".join(sign for sign in line[step].text if sign.isdigit()), step + 1
    for length in (2, 1):
        key = tuple(lexeme.text for lexeme in line[step : step + length])
        name = known.rates.get(key) if len(key) == length else None
        article = per[0] in known.articles
        if name and article and text_at(line, step + length) in known.when:
            return None  # "4 pence a year earlier"
        if name and not (article and key[0] in known.only_with_per):
            return name, step + length
    return None


def longest(line: Sequence[Lexeme], at: int, table: Mapping[Key, Unit]) -> tuple[Unit, int] | None:
    """Return the unit of the longest entry that begins at a lexeme, and where it ends."""
    texts = [lexeme.text for lexeme in line[at : at + LONGEST]]
    for length in range(len(texts), 0, -1):
        unit = table.get(tuple(texts[:length]))
        if unit is not None:
            return unit, at + length
    return None


def _prepositions(rates: Mapping[str, Any]) -> dict[Key, bool]:
    """The words before the unit of a rate, and whether they may stand before a number (per 100,000)."""
    before_numbers = {phrase(form) for form in rates["per"]["before_numbers"]}
    return {phrase(form): phrase(form) in before_numbers for form in rates["per"]["words"]}


def _measures(language: str) -> tuple[dict[Key, Unit], dict[str, Unit]]:
    behind: dict[Key, Unit] = {}
    short: dict[str, Unit] = {}
    kinds: tuple[QuantityKind, ...] = get_args(QuantityKind)
    table = load(language, "units")
    for kind in kinds:
        group = table.get(kind, {"units": {}})
        for name, forms in group["units"].items():
            factor = Decimal(group.get("factor", {}).get(name, 1))
            unit = Unit("" if name == "%" else name, kind, factor)
            behind.update((phrase(form), unit) for form in forms)
        for name, forms in group.get("short", {}).items():
            short.update((form, Unit(name, kind)) for form in forms)
    return behind, short
