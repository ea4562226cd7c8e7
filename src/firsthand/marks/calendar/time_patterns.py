"""The forms in which times are written, compiled from the forms and the word lists of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lexicon import load

BLANK = r"\s{1,3}"
"""What a blank of a form stands for: a line break with its indent is one as well."""

WORD = re.compile(r"[^\W\d_]+")
NUMERALS = {
    "7": re.compile(r"\d"),
    "1990": re.compile(r"\d{4}"),
    "5.90": re.compile(r"\d[./]\d"),
    "7:30": re.compile(r":\d\d|\d\s{0,3}[ap]\.?m|['’]clock", re.IGNORECASE),
    "1990s": re.compile(r"\d0['’]?s", re.IGNORECASE),
    "480 bc": re.compile(r"\d\s{1,3}b\.?c", re.IGNORECASE),
}
"""What a form may need that is no word: figures, each kind under an example. All of them have a digit."""

NUMBERED = frozenset({"iso", "figures", "clock", "bc"})
"""Forms that say themselves what may stand before their first digit."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a time, and the words or figures of which a text must have one before it is worth looking for.

    Where ``needs_too`` names some it must have one of these as well.
    """

    name: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    needs_too: frozenset[str]


def forms_in(text: str) -> tuple[Form, ...]:
    """Return the English forms that could be in a text, in the order in which they win where two are equally long."""
    signs, plurals = _signs_of_forms("en")
    said = set(WORD.findall(text.lower()))
    found = (said & signs) | {word[:-1] for word in said & plurals}
    if NUMERALS["7"].search(text):
        found.update(example for example, numeral in NUMERALS.items() if numeral.search(text))
    return _needing("en", frozenset(found))


@lru_cache(maxsize=4096)
def _needing(language: str, signs: frozenset[str]) -> tuple[Form, ...]:
    """The forms for which a text with some words and figures is searched; the same ones come again and again."""
    return tuple(
        form
        for form in forms(language)
        if form.needs & signs and (form.needs_too & signs or not form.needs_too)
    )


@cache
def _signs_of_forms(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """All words that forms need, and their plurals."""
    signs = frozenset().union(*(form.needs | form.needs_too for form in forms(language)))
    return signs, frozenset(f"{sign}s" for sign in signs)


@cache
def forms(language: str) -> tuple[Form, ...]:
    """Return the compiled forms of a language."""
    parts = _parts(language)
    return tuple(
        Form(
            name,
            re.compile(_lead(name) + _filled(form["pattern"], parts), re.IGNORECASE),
            _signs(language, form["needs"]),
            _signs(language, form.get("needs_too", ())),
        )
        for name, form in load(language, "time_forms").items()
    )


def _signs(language: str, groups: Iterable[str]) -> frozenset[str]:
    """One word of each entry of some lists, the longest; figures stand for themselves."""
    signs = set[str]()
    for group in groups:
        if group in NUMERALS:
            signs.add(group)
            continue
        listed = load(language, "times")[group]
        entries = listed.get("words") or listed["values"]
        signs.update(max(WORD.findall(entry), key=len) for entry in entries if WORD.search(entry))
    return frozenset(signs)


def _parts(language: str) -> dict[str, str]:
    """The lists of a language as pieces of a pattern; those with a group are found again under its name."""
    table, numbers = load(language, "times"), load(language, "numbers")

    def listed(group: str) -> str:
        """Return the words of a group as alternatives of a pattern."""
        return _any(table[group].get("words") or table[group]["values"])

    days = _any(day for day in table["weekdays"]["values"] if day.endswith("day"))
    groups = {
        "part": "parts", "before": "before", "season": "seasons", "ordinal": "ordinals", "unit": "units",
        "word": "references", "holiday": "holidays", "daily": "sets", "near": "near", "nth": "day_ordinals",
        "nth_word": "century_ordinals", "of_year": "of_year", "direction": "directions", "vague": "vague",
    }  # fmt: skip
    bare = {
        "modifier": "modifiers", "within": "within", "hedge": "hedges", "vague_number": "vague_numbers", "any_unit": "units",
        "any_part": "parts", "any_before": "before", "centuries": "centuries", "tens": "spoken_tens", "teens": "spoken_teens",
        "ones": "spoken_ones",
    }  # fmt: skip
    return {
        **{name: f"(?P<{name}>{listed(group)})" for name, group in groups.items()},
        **{name: f"(?:{listed(group)})" for name, group in bare.items()},
        "which_part": f"(?P<which>{listed('which_part')}|{listed('pointed_part')})",
        "month": f"(?P<month>{_months(table['months']['values'])})",
        "weekday": f"(?P<weekday>{days})", "weekday2": f"(?P<weekday2>{days})", "any_weekday": f"(?:{days})",
        "any_number": rf"(?:\d{{1,3}}|{_any(numbers['cardinals']['values'])})",
        "number": _number(numbers, listed("one"), listed("half_more")),
    }  # fmt: skip


def _months(months: Iterable[str]) -> str:
    """Months in full, and their short forms with or without a full stop."""
    names = list(months)
    short = [name for name in names if any(other.startswith(name) for other in names if other != name)]
    return f"{_any(set(names) - set(short))}|(?:{_any(short)})\\.?"


def _number(numbers: Mapping[str, Mapping[str, Iterable[str]]], one: str, half: str) -> str:
    cardinals = _any(numbers["cardinals"]["values"])
    tens = _any([*numbers["cardinals"]["values"], *numbers["tens"]["values"]])
    big = r"(?:\shundred|\sthousand)?"
    spelled = rf"(?:{tens})(?:[-\s](?:{cardinals}))?{big}"
    return rf"(?P<number>(?:one\s{half}|{one}|\d{{1,3}}(?:\.\d)?(?:\s1/2)?|{spelled})(?:\s{half})?)"


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", BLANK) for word in ordered)


def _filled(form: str, parts: Mapping[str, str]) -> str:
    """The form with its lists in place; braces of repetition hold digits and stay."""
    form = form.replace("[ ", r"[\s").replace(" ?", r"\s{0,3}").replace(" ", BLANK)
    return re.sub(r"\{([a-z_]\w*)\}", lambda match: parts[match[1]], form)


def _lead(name: str) -> str:
    """Every form begins at a word."""
    return "" if name in NUMBERED else r"(?<![\w])" if name == "year" else r"(?<![\w-])"
