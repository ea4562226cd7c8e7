"""The word lists of identifiers: looked up word by word, or as a part of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lexicon import words

TOKEN = re.compile(r"\w[\w’'‑-]*")


def said(text: str, groups: tuple[str, ...]) -> frozenset[str]:
    """Return the groups of which a text holds a word or a phrase."""
    small = text.lower()
    tokens = set(TOKEN.findall(small))
    return frozenset(group for group in groups if _holds(group, small, tokens))


def holds(text: str, group: str) -> bool:
    """Whether a text holds a word or a phrase of a group."""
    return bool(said(text, (group,)))


def occurrences(text: str, group: str) -> Iterator[tuple[int, int]]:
    """Yield where the words and phrases of a group stand in a text, also with an s behind them; the longest one at each place."""
    begins = _begins(group)
    small, behind = text.lower(), 0
    for match in TOKEN.finditer(small):
        held = begins.get(match[0]) or begins.get(match[0].removesuffix("s"))
        if held is None or match.start() < behind:
            continue
        for phrase in held:
            end = match.start() + len(phrase)
            if small.startswith(phrase, match.start()) and re.match(r"s?(?!\w)", small[end : end + 2]):
                behind = end + (small[end : end + 1] == "s")
                yield match.start(), behind
                break


@cache
def anyof(*groups: str) -> str:
    """Return the alternatives of some groups as a part of a pattern, longest first."""
    listed = frozenset().union(*(words("en", "identifiers", group) for group in groups))
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))


def _holds(group: str, small: str, tokens: set[str]) -> bool:
    single, several = _parted(group)
    return not tokens.isdisjoint(single) or any(
        phrase in small and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", small) for phrase in several
    )


@cache
def _parted(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    listed = words("en", "identifiers", group)
    single = frozenset(word for word in listed if TOKEN.fullmatch(word))
    return single, tuple(sorted(listed - single))


@cache
def _begins(group: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted(words("en", "identifiers", group), key=lambda each: (-len(each), each)):
        first = TOKEN.match(phrase)
        found.setdefault(first[0] if first else phrase, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}
