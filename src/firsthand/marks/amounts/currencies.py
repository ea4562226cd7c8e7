"""Which money a document means: its signs and names of currencies as ISO 4217 codes, as far as it tells them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from firsthand.lexicon import load
from firsthand.marks.amounts.unlisted import unlisted_names
from firsthand.marks.numerals.lexemes import phrase

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moneys:
    """The currency that each shared name ("dollar", "peso") has in one document.

    An ISO 4217 code where the document or its language tells it, else the
    name itself: the currency stays open.
    """

    of_name: tuple[tuple[str, str], ...]
    unlisted: tuple[tuple[str, str], ...] = ()
    """Names that only this document tells, each in its two numbers."""


def moneys_of(text: str, language: str = "en", is_word: Callable[[str], bool] = lambda _: True) -> Moneys:
    """Return what the shared names and signs of money mean in a text; ``is_word`` says of a word whether the language has it.

    What the text states wins ("all amounts are in Canadian dollars"). A text
    that names one country's peso means that one with every peso; one that
    names two leaves the bare word open. A dollar of which nothing is said is
    American, unless the text names another one and never the American.

    >>> dict(moneys_of("All figures are in Canadian dollars. It cost $4.").of_name)["dollar"]
    'CAD'
    """
    lowered = text.lower()
    found = []
    for name, group in load(language, "currencies")["shared"].items():
        if name == "why" or not any(form in lowered for form in group["marks"]):
            continue
        means = _stated(text, language, name) or _named(lowered, name, group) or group.get("marked", "")
        found.append((name, means))
    return Moneys(tuple(found), unlisted_names(text, language, is_word))


def currency_names(language: str, moneys: Moneys | None) -> dict[Key, tuple[str, Decimal]]:
    """Return the names of currencies behind a number: code and the factor of its hundredths."""
    table = load(language, "currencies")
    names = {
        phrase(form): (code, Decimal(1)) for code, forms in table["names"]["units"].items() for form in forms
    }
    means = dict(moneys.of_name) if moneys else {}
    for unlisted in moneys.unlisted if moneys else ():
        names.update((phrase(form), (unlisted[0], Decimal(1))) for form in unlisted)
    for code, forms in table["cents"]["units"].items():
        dollar = means.get("dollar", code) if code == "USD" else code
        names.update((phrase(form), (dollar, Decimal("0.01"))) for form in forms)
    for name, group in table["shared"].items():
        if name != "why":
            code = means.get(name, group["usual"])
            names.update((phrase(form), (code, Decimal(1))) for form in group["forms"])
            names.update(
                (phrase(form), (code, Decimal(1)))
                for code, forms in group["countries"].items()
                for form in forms
            )
    names.update((phrase(code), (code, Decimal(1))) for code in table["codes"]["words"])
    return names


def currency_signs(language: str, moneys: Moneys | None) -> dict[Key, str]:
    """Return the signs and codes of currencies before a number."""
    table = load(language, "currencies")
    means = dict(moneys.of_name) if moneys else {}
    signs = {phrase(sign): code for sign, code in table["signs"]["values"].items()}
    for name, group in table["shared"].items():
        if name != "why":
            code = means.get(name, group["usual"])
            signs.update((phrase(sign), code) for sign in group["signs"] if code)
    return signs | {phrase(code): code for code in table["codes"]["words"]}


@cache
def stated_patterns(language: str = "en") -> tuple[re.Pattern[str], ...]:
    """Return the patterns by which a document states which currency it counts in."""
    return tuple(re.compile(one, re.IGNORECASE) for one in load(language, "currencies")["stated"]["patterns"])


def _stated(text: str, language: str, name: str) -> str | None:
    countries = load(language, "currencies")["shared"][name]["countries"]
    codes: dict[str, str] = {form: code for code, forms in countries.items() for form in forms}
    for pattern in stated_patterns(language):
        for match in pattern.finditer(text):
            code = codes.get(" ".join(match["currency"].lower().split()))
            if code:
                return code
    return None


def _named(lowered: str, name: str, group: dict[str, Any]) -> str:
    usual: str = group["usual"]
    named: list[str] = [
        code for code, forms in group["countries"].items() if any(_stands_in(form, lowered) for form in forms)
    ]
    if not named or usual in named:
        return usual
    return named[0] if len(named) == 1 and group["sure"] else name


def _stands_in(form: str, lowered: str) -> bool:
    at = lowered.find(form)
    while at >= 0:
        before, behind = lowered[at - 1 : at], lowered[at + len(form) : at + len(form) + 1]
        if not before.isalnum() and not behind.isalpha():
            return True
        at = lowered.find(form, at + 1)
    return False
