"""Fingerprints of a text: the few numbers by which a shared passage is found without comparing all pairs.

Winnowing (Schleimer, Wilkerson and Aiken, 2003): of the hashes of every five
words in a row, the smallest of each window is kept, so that any run of
``RUN + WINDOW - 1`` equal words leaves a fingerprint in both texts.
"""

from collections import deque
from functools import lru_cache
from hashlib import blake2b

from firsthand.links.rarity import COMMON, rarity
from firsthand.links.words import words_of
from firsthand.records import Document

RUN = 5
"""Words that one fingerprint covers."""

WINDOW = 3
"""Neighbouring runs of which at least one is kept."""

LEAST_TELLING = 1.5
"""Rarity beyond that of common words that the words of a fingerprint must have together."""

_FACTOR = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_OLDEST = pow(_FACTOR, RUN, 1 << 64)


UNMISTAKABLE = 3.0
"""The same from which one fingerprint is reason enough to lay two texts side by side; of others it takes two."""


def fingerprints(document: Document) -> dict[int, float]:
    """Return the fingerprints of a story and its captions, sorted, each with how much it says: 1 or a half.

    They are signed 64-bit numbers and the same on every machine; texts that share 1 together are
    laid side by side. A story of fewer than five words has none. What only common
    words say ("at the end of the") leaves none: every long text would share it. Inside of quotation
    marks every run leaves one, so that two texts share enough of them for a quotation of six words.
    """
    found = words_of(document)
    spelling = found.spelling
    runs = _runs(spelling)
    quoted = (i for i in range(len(runs)) if all(found.quoted[i : i + RUN]))
    above = [max(0.0, rarity(word) - COMMON) for word in spelling]
    telling = ((_signed(runs[i]), sum(above[i : i + RUN])) for i in _winnowed(runs).union(quoted))
    return {
        value: 1.0 if together >= UNMISTAKABLE else 0.5
        for value, together in sorted(telling)
        if together >= LEAST_TELLING
    }


def _runs(spelling: tuple[str, ...]) -> list[int]:
    """The hash of every five words in a row."""
    hashes = [_hashed(word) for word in spelling]
    rolling, runs = 0, []
    for i, value in enumerate(hashes):
        rolling = (rolling * _FACTOR + value) & _MASK
        if i >= RUN:
            rolling = (rolling - hashes[i - RUN] * _OLDEST) & _MASK
        if i >= RUN - 1:
            mixed = (rolling ^ (rolling >> 29)) * _FACTOR & _MASK
            runs.append(mixed ^ (mixed >> 32))
    return runs


def _winnowed(runs: list[int]) -> set[int]:
    """The places of the smallest hash of each window."""
    if 0 < len(runs) < WINDOW:
        return {runs.index(min(runs))}
    kept: set[int] = set()
    smallest: deque[int] = deque()
    for i, value in enumerate(runs):
        while smallest and runs[smallest[-1]] >= value:
            smallest.pop()
        smallest.append(i)
        if smallest[0] <= i - WINDOW:
            smallest.popleft()
        if i >= WINDOW - 1:
            kept.add(smallest[0])
    return kept


@lru_cache(maxsize=16384)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
