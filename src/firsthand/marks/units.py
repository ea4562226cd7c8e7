"""Units and currencies around a number: what stands behind it, before it, and per what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import get_args

from firsthand.lexicon import load, words
from firsthand.marks.lexemes import Lexeme, glued, phrase, text_at
from firsthand.records import QuantityKind

Key = tuple[str, ...]
LONGEST = 6
"""Lexemes of the longest unit ("pound - feet of torque")."""

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name; ``factor`` turns the written number into the value that is kept (per cent into fractions)."""

    name: str
    kind: QuantityKind
    factor: Decimal = ONE


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The units of one language: by the words behind a number, by exact short forms, by signs before it."""

    behind: Mapping[Key, Unit]
    short: Mapping[str, Unit]
    before: Mapping[Key, Unit]
    per: frozenset[str]
    rates: Mapping[Key, str]
    only_with_per: frozenset[str]
    adverbs: Mapping[str, str]
    after_sign: Mapping[str, str]
    articles: frozenset[str]


@cache
def unit_words(language: str = "en", dollar: str = "USD", pound: str = "") -> UnitWords:
    """Return the units of a language, ready for look-up.

    ``dollar`` is the currency that "$" and "dollars" mean in the document,
    ``pound`` what "pounds" are: "GBP", or "" when they are weights.
    """
    behind, short = _measures(language)
    before = {}
    table = load(language, "currencies")
    for sign, code in table["signs"]["values"].items():
        before[phrase(sign)] = Unit(dollar if sign == "$" else code, "money")
    for code, forms in table["names"]["units"].items():
        for form in forms:
            behind[phrase(form)] = Unit(dollar if form in ("dollar", "dollars") else code, "money")
    for code, forms in table["cents"]["units"].items():
        for form in forms:
            behind[phrase(form)] = Unit(dollar if code == "USD" else code, "money", Decimal("0.01"))
    for code in table["codes"]["words"]:
        before[phrase(code)] = behind[phrase(code)] = Unit(code, "money")
    for sign in ("$", "€", "£", "¥", "₩", "₹", "₽"):
        behind[(sign,)] = before[(sign,)]
    for form in words(language, "currencies", "pounds"):
        behind[(form,)] = Unit("GBP", "money") if pound == "GBP" else Unit("pound", "mass")
    rates = load(language, "rates")
    return UnitWords(
        behind, short, before, words(language, "rates", "per"),
        {phrase(form): name for form, name in rates["units"]["values"].items()},
        words(language, "rates", "only_with_per"), rates["adverbs"]["values"],
        table["after_sign"]["values"], words(language, "numbers", "articles"),
    )  # fmt: skip


def unit_behind(line: Sequence[Lexeme], at: int, text: str, known: UnitWords) -> tuple[Unit, int] | None:
    """Return the unit that begins at a lexeme, directly behind a number, and where it ends.

    ``text`` is the text that the lexemes were read from: short forms (t, W) count only as they are written.
    """
    if at >= len(line):
        return None
    step = at + (line[at].text == "-" and at + 1 < len(line) and line[at + 1].kind == "word")
    found = _longest(line, step, known.behind)
    lexeme = line[step] if step < len(line) else None
    if found and not (lexeme and text[lexeme.start : lexeme.end] in known.short):
        return found
    if lexeme is None or (
        line[at - 1].kind != "number" and text_at(line, at - 1) not in ("million", "billion")
    ):
        return None
    unit = known.short.get(text[lexeme.start : lexeme.end])
    if unit is None:
        return found
    if unit.name == "inch" and not glued(line, step):
        return None
    alone = glued(line, step) or not text_at(line, step + 1) or line[step + 1].kind != "word"
    return (unit, step + 1) if alone or len(lexeme.text) > 1 else None


def sign_before(line: Sequence[Lexeme], at: int, known: UnitWords) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code begins at a lexeme, and where it ends."""
    found = _longest(line, at, known.before)
    if found and found[1] > at + 1 and line[at].text in known.articles and not glued(line, at + 1):
        return None
    return found


def rate_behind(line: Sequence[Lexeme], at: int, known: UnitWords) -> tuple[str, int] | None:
    """Return per what a quantity is ("year" of "each year") and where the words end, None where nothing is said."""
    word = text_at(line, at)
    if word in known.adverbs:
        return known.adverbs[word], at + 1
    at += word == "-"
    word = text_at(line, at)
    if word not in known.per:
        return None
    step = at + 1 + (text_at(line, at + 1) == "-")
    if word == "per" and step < len(line) and line[step].kind == "number":
        number = line[step].text
        return "".join(number.split()), step + 1
    for length in (2, 1):
        key = tuple(lexeme.text for lexeme in line[step : step + length])
        name = known.rates.get(key) if len(key) == length else None
        if name and not (word in known.articles and key[0] in known.only_with_per):
            return name, step + length
    return None


@cache
def stated_dollar_patterns(language: str = "en") -> tuple[re.Pattern[str], ...]:
    """Return the patterns by which a document states which dollar it means."""
    return tuple(re.compile(one, re.IGNORECASE) for one in load(language, "currencies")["stated"]["patterns"])


def dollar_of(text: str, language: str = "en") -> str:
    """Return the currency that "$" means in a text: what the text states, else USD.

    >>> dollar_of("All figures are in Canadian dollars. It cost $4.")
    'CAD'
    """
    names = unit_words(language).behind
    for pattern in stated_dollar_patterns(language):
        for match in pattern.finditer(text):
            unit = names.get(phrase(match["currency"]))
            if unit:
                return unit.name
    return "USD"


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


def _longest(line: Sequence[Lexeme], at: int, table: Mapping[Key, Unit]) -> tuple[Unit, int] | None:
    texts = [lexeme.text for lexeme in line[at : at + LONGEST]]
    for length in range(len(texts), 0, -1):
        unit = table.get(tuple(texts[:length]))
        if unit is not None:
            return unit, at + length
    return None
