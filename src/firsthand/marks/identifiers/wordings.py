"""The word lists of identifiers: looked up word by word, or as a part of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lexicon import words

END = re.compile(r"s?(?!\w)")
TOKEN = re.compile(r"\w[\w’'‑-]*")


def said(text: str, groups: tuple[str, ...]) -> frozenset[str]:
    """Return the groups of which a text holds a word or a phrase."""
    small = text.lower()
    tokens = set(TOKEN.findall(small))
    return frozenset(group for group in groups if _holds(group, small, tokens))


def holds(text: str, group: str) -> bool:
    """Whether a text holds a word or a phrase of a group."""
    return bool(said(text, (group,)))


def occurrences(text: str, *groups: str) -> Iterator[tuple[str, int, int]]:
    """Yield where words and phrases of some groups stand in a text, also with an s behind them; the longest one at each place."""
    begins = _begins(groups)
    small, behind = text.lower(), 0
    for match in TOKEN.finditer(small):
        token = match[0]
        held = begins.get(token) or (begins.get(token[:-1]) if token[-1] == "s" else None)
        if held is None or match.start() < behind:
            continue
        for phrase, group in held:
            end = match.start() + len(phrase)
            if small.startswith(phrase, match.start()) and END.match(small, end):
                behind = end + (small[end : end + 1] == "s")
                yield group, match.start(), behind
                break


def tokens_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, to see fast that a pattern cannot match."""
    return frozenset(TOKEN.findall(text.lower()))


@cache
def single(*groups: str) -> frozenset[str]:
    """Return the first words of the phrases of some groups, and their plurals."""
    found = {word for group in groups for word in _begins((group,))}
    return frozenset(found | {f"{word}s" for word in found})


@cache
def anyof(*groups: str) -> str:
    """Return the alternatives of some groups as a part of a pattern, longest first."""
    listed = frozenset().union(*(words("en", "identifiers", group) for group in groups))
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))


def capitalised(group: str) -> str:
    """Return the alternatives of a group, each with a capital at its beginning, as a part of a pattern."""
    return "|".join(word.capitalize() for word in anyof(group).split("|"))


def _holds(group: str, small: str, tokens: set[str]) -> bool:
    alone, several = _parted(group)
    return not tokens.isdisjoint(alone) or any(
        phrase in small and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", small)
        for first in tokens & several.keys()
        for phrase in several[first]
    )


@cache
def _parted(group: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The words of a group, and its phrases by their first word."""
    listed = words("en", "identifiers", group)
    alone = frozenset(word for word in listed if TOKEN.fullmatch(word))
    several: dict[str, list[str]] = {}
    for phrase in sorted(listed - alone):
        several.setdefault(_first(phrase), []).append(phrase)
    return alone, {first: tuple(phrases) for first, phrases in several.items()}


@cache
def _begins(groups: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases of some groups by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    listed = [(phrase, group) for group in groups for phrase in words("en", "identifiers", group)]
    for phrase, group in sorted(listed, key=lambda each: (-len(each[0]), each)):
        found.setdefault(_first(phrase), []).append((phrase, group))
    return {word: tuple(phrases) for word, phrases in found.items()}


def _first(phrase: str) -> str:
    first = TOKEN.match(phrase)
    return first[0] if first else phrase
