"""Names of currencies that no list holds, as a text itself tells them: "62,000 oru (about 1,100 dollars)"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from firsthand.lexicon import load, ordinary

NEAR = 90
"""Characters around a sum in which the words stand that make it one."""

LEAST = 3
"""Letters of a name."""

Forms = tuple[str, str]
"""A name as it is kept, and its other number."""


def unlisted_names(
    text: str, language: str = "en", is_word: Callable[[str], bool] = lambda _: True
) -> tuple[Forms, ...]:
    """Return the words behind numbers that a text uses as names of money, each with its other form, in order.

    A name is believed where the same sum stands behind it in a known currency,
    or where words stand beside it with which only money is told. Of what is no word at all, as ``is_word`` says,
    less is asked: that millions are told of it, or that any word stands near it with which money is told.
    """
    if "unlisted" not in load(language, "currencies"):
        return ()
    found: set[str] = set()
    for match in _sums(language).finditer(text):
        name = match["name"]
        if name in found or not _may_be_money(name, language):
            continue
        window = text[max(0, match.start() - NEAR) : match.end() + NEAR]
        if any(each["name"] == name for pattern in _told(language) for each in pattern.finditer(window)) or (
            not (is_word(name) or is_word(_forms(name)[0]))
            and (match["scale"] or _beside(language).search(window))
        ):
            found.add(name)
    return tuple(sorted({_forms(name) for name in found}))


def _may_be_money(name: str, language: str) -> bool:
    """Whether a word is in no list, neither as it is nor as the one thing of many, and is not made like words for people."""
    endings = tuple(load(language, "currencies")["unlisted"]["endings"])
    return not ({name, _forms(name)[0]} & _others(language) or name.endswith(endings))


def _forms(name: str) -> Forms:
    if len(name) > LEAST and name.endswith("s") and not name.endswith("ss"):
        return name[:-1], name
    return name, f"{name}s"


@cache
def _sum(language: str) -> str:
    scales = "|".join(load(language, "numbers")["scales"]["values"])
    return rf"(?<![$€£¥\d.,])\d(?:[\d.,]*\d)?(?: (?P<scale>{scales}))? (?P<name>[a-zà-öø-ÿ]{{{LEAST},}})\b(?![-’'])"


@cache
def _sums(language: str) -> re.Pattern[str]:
    return re.compile(_sum(language))


@cache
def _beside(language: str) -> re.Pattern[str]:
    """Any of the words with which money is told, and other things as well."""
    words = load(language, "currencies")["unlisted"]["beside"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _told(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a sum beside the words that make it money."""
    table = load(language, "currencies")
    signs = "|".join(re.escape(sign) for sign in table["signs"]["values"] if not sign[-1].isalpha())
    codes = "|".join(table["codes"]["words"])
    ends = "|".join(sorted(map(re.escape, _known(language)), key=len, reverse=True))
    known = (
        rf"(?:(?:{signs}|\$|(?:{codes})\b)\s?\d|\d[\d.,]*(?: \w+)?(?: (?:us|u\.s\.|american))? (?:{ends})\b)"
    )
    patterns = (*table["unlisted"]["same_sum"], *table["unlisted"]["priced"])
    return tuple(
        re.compile(
            pattern.replace("{sum}", rf"(?-i:{_sum(language)})").replace("{known}", known), re.IGNORECASE
        )
        for pattern in patterns
    )


@cache
def _known(language: str) -> frozenset[str]:
    """The names of currencies that are listed."""
    table = load(language, "currencies")
    names = {
        form for group in ("names", "cents") for forms in table[group]["units"].values() for form in forms
    }
    for name, group in table["shared"].items():
        if name != "why":
            names |= {*group["forms"], *(form for forms in group["countries"].values() for form in forms)}
    return frozenset(names)


@cache
def _others(language: str) -> frozenset[str]:
    """Words behind numbers that are no names of money: those in daily use, and units."""
    table = load(language, "currencies")["unlisted"]
    units = {
        form
        for group in load(language, "units").values()
        for forms in group.get("units", {}).values()
        for form in forms
    }
    return ordinary(language) | units | _known(language) | frozenset(table["no_money"])
