"""What is known of a candidate, as words that a weight stands for: its kind, its own words, the words beside it."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lexicon import load, words
from firsthand.marks.identifiers.candidates import NAMES, Candidate

TOKEN = re.compile(r"\w+|[^\w\s]")

FORM = (
    r"^(?:[Tt]he )?(?:(?:Federal|Islamic|People’s|Democratic) )*(?:Republic|Kingdom|State|Union) of (?:the )?"
)
"""What states put before their names."""

BESIDE = 60
"""Characters before and behind a candidate that are looked at."""


def features(candidate: Candidate) -> set[str]:
    """Return what is known of a candidate; the same words always give the same."""
    text, kind = candidate.paragraph.text, candidate.kind
    own = candidate.text
    inside = TOKEN.findall(own.lower())
    before = TOKEN.findall(text[max(0, candidate.start - BESIDE) : candidate.start].lower())
    behind = TOKEN.findall(text[candidate.end : candidate.end + BESIDE].lower())
    group = "name" if kind in NAMES else kind
    found = {
        f"kind={kind}",
        f"shape={group}:{shape(own)}",
        f"size={group}:{min(len(inside), 5)}",
        f"first={group}:{_plain(inside[0])}",
        f"last={group}:{_plain(inside[-1])}",
    }
    found |= {f"in={word}" for word in inside if not word[0].isdigit()}
    for place, word in enumerate(before[:-5:-1], 1):
        found |= {f"before{place}={group}:{_plain(word)}", f"before={_plain(word)}"}
    if len(before) > 1:
        found.add(f"before12={_plain(before[-2])} {_plain(before[-1])}")
    found |= {f"behind{place}={group}:{_plain(word)}" for place, word in enumerate(behind[:3], 1)}
    found |= {f"near={group}:{word}" for word in (*before, *behind) if word in _telling()}
    if group == "name":
        found |= _of_a_name(own, inside)
    return found


def shape(written: str) -> str:
    """Return how words are written: with capitals only, with a digit, with an initial, with a letter that English lacks."""
    if written.isupper() and len(written) > 1:
        return "capitals"
    if any(map(str.isdigit, written)):
        return "digits"
    if re.search(r"\b\w\.", written):
        return "initials"
    if not written.isascii():
        return "foreign"
    return "title" if written.istitle() else "mixed" if written[:1].isupper() else "small"


def is_state(name: str) -> bool:
    """Return whether a name is that of a state or of its people, with or without its form: "Republic of Poland"."""
    return name in _states() or re.sub(FORM, "", name) in _states()


def is_republic(name: str) -> bool:
    """Return whether a name begins as states write theirs: "Republic of Karvelia"."""
    return re.match(FORM, name) is not None


def is_office(name: str) -> bool:
    """Return whether a name has only words that any state has in the names of its offices: "Ministry of Labour"."""
    parts = [part for part in TOKEN.findall(name.lower()) if part[0].isalpha()]
    return len(parts) > 1 and all(part in _general() for part in parts)


def _of_a_name(own: str, inside: list[str]) -> set[str]:
    """Whether a name is that of a state, and how many of its words any office may have in its name."""
    state = "a state" if own in _states() else "of a state" if set(own.split()) & _states() else "no state"
    general = sum(word in _general() for word in inside)
    return {f"names {state}", f"general={general}/{min(len(inside), 4)}", f"general={general == len(inside)}"}


def _plain(word: str) -> str:
    return re.sub(r"\d", "0", word) if word[0].isdigit() else word


@cache
def _states() -> frozenset[str]:
    countries = load("en", "places")["countries"]
    found = set(countries) - {"why"}
    for name, each in countries.items():
        if name != "why":
            found |= {*each.get("also", ()), *each.get("people", ())}
    return frozenset(found)


@cache
def _general() -> frozenset[str]:
    return words("en", "identifiers", "general words of bodies")


@cache
def _telling() -> frozenset[str]:
    return words("en", "identifiers", "words near by")
