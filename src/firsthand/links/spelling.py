"""The words of a story as numbers, by which is told at once that two texts that share a fingerprint share no passage.

Long texts have a few words in a row in common by chance. The runs of equal words are the same
here as in ``passages``; what these could make at most is set against what a passage has at least.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from sys import byteorder
from typing import NamedTuple
from zlib import crc32

from firsthand.links.passages import (
    APART,
    CUT,
    FEWEST,
    GAP,
    HEAVY,
    LEAST,
    LEAST_CUT,
    LEAST_QUOTED,
    LEAST_REWORDED,
    WHOLE,
    Run,
    equal_runs,
    indexed,
    meeting,
)
from firsthand.links.rarity import COMMON, rarity
from firsthand.links.words import Words, words_of
from firsthand.records import Document

MANY = 200
"""Equal runs, as two editions of a table have them, from which nothing is gained by looking at what they make."""

NEVER = float("-inf")


class Spelled(NamedTuple):
    """The words of a story as numbers, and the places of the words before which an ellipsis stands, in order."""

    words: "array[int]"
    cuts: "array[int]"

    def is_cut(self, start: int, end: int) -> bool:
        """Whether an ellipsis stands before one of some words."""
        first = bisect_left(self.cuts, start)
        return first < len(self.cuts) and self.cuts[first] < end


def spelling(document: Document) -> bytes:
    """Return the words of a story in order as they are kept: four bytes of each, the lowest first.

    Before them stands how many of them follow an ellipsis, and which.
    """
    found = _spelled(words_of(document))
    kept = array("I", (len(found.cuts), *found.cuts, *found.words))
    if byteorder == "big":
        kept.byteswap()
    return kept.tobytes()


def may_share(document: Document) -> Callable[[bytes | None], bool]:
    """Return what tells of the kept words of another text whether the two may share a passage; without words they may."""
    words = words_of(document)
    mine = _spelled(words)
    places = indexed(mine.words)

    def may(kept: bytes | None) -> bool:
        if kept is None:
            return True
        other = _unpacked(kept)
        met = sorted(meeting(places, other.words), key=itemgetter(1, 0))
        runs = equal_runs(mine.words, other.words, met)
        return len(runs) > MANY or _may_share(words, runs, mine, other)

    return may


def _spelled(words: Words) -> Spelled:
    cuts = (place for place, cut in enumerate(words.cut) if cut)
    return Spelled(array("I", map(_number, words.spelling)), array("I", cuts))


def _unpacked(kept: bytes) -> Spelled:
    numbers = array("I", kept)
    if byteorder == "big":
        numbers.byteswap()
    first = 1 + numbers[0]
    return Spelled(numbers[first:], numbers[1:first])


@lru_cache(maxsize=65_536)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _may_share(words: Words, runs: Sequence[Run], one: Spelled, other: Spelled) -> bool:
    cut = bool(one.cuts or other.cuts)
    if any(
        _may_count(words, near, _best(near, one, other), cut=cut) for near in _near(runs, CUT if cut else GAP)
    ):
        return True
    return any(
        len(near) >= FEWEST
        and sum(run.words for run in near) >= LEAST_REWORDED
        and _weight(words, near) >= 3 * HEAVY
        for near in _near(runs, APART)
    )


def _near(runs: Sequence[Run], gap: int) -> Iterable[list[Run]]:
    """Runs parted by how far one stands from the next on both sides: what can be in one passage is in one part."""
    part, longest = list(range(len(runs))), max((run.words for run in runs), default=0)
    for n, run in enumerate(runs):
        for before in range(n - 1, -1, -1):
            other = runs[before]
            if run.b - other.b > gap + longest:
                break
            if run.b - other.b - other.words <= gap and other.a < run.a <= other.a + other.words + gap:
                first, second = sorted((_root(part, before), _root(part, n)))
                part[second] = first
    found: dict[int, list[Run]] = {}
    for n, run in enumerate(runs):
        found.setdefault(_root(part, n), []).append(run)
    return found.values()


def _root(part: list[int], n: int) -> int:
    while part[n] != n:
        n = part[n]
    return n


def _best(runs: Sequence[Run], one: Spelled, other: Spelled) -> float:
    """What the best chain of some runs scores at most; see ``passages._chains``."""
    scores: list[float] = []
    for n, run in enumerate(runs):
        joined = (scores[before] + _gain(runs[before], run, one, other) for before in range(n))
        scores.append(max(run.words, max(joined, default=0.0)))
    return max(scores)


def _gain(before: Run, run: Run, one: Spelled, other: Spelled) -> float:
    """What a run adds at most to a chain that ends in another one; a number that differs is not held against it."""
    end_a, end_b = before.a + before.words, before.b + before.words
    overlap = max(0, end_a - run.a, end_b - run.b)
    gap_a, gap_b = run.a + overlap - end_a, run.b + overlap - end_b
    if overlap >= run.words or run.a <= before.a or run.b <= before.b or max(gap_a, gap_b) > CUT:
        return NEVER
    rest = run.words - overlap
    if one.is_cut(end_a, end_a + gap_a + 1) or other.is_cut(end_b, end_b + gap_b + 1):
        return rest
    if max(gap_a, gap_b) > GAP:
        return NEVER
    least = min(gap_a, gap_b)
    between = Counter(one.words[end_a : end_a + gap_a]) & Counter(other.words[end_b : end_b + gap_b])
    equal = sum(between.values()) if least > 1 else 0
    return rest + equal - 2.0 * (least - equal) - 0.5 * abs(gap_a - gap_b)


def _may_count(words: Words, runs: Sequence[Run], score: float, *, cut: bool) -> bool:
    """Whether a chain of some of these runs that scores so much may be a passage; see ``passages._counts``."""
    if score + WHOLE < LEAST_QUOTED:
        return False
    weight, equal = _weight(words, runs), sum(run.words for run in runs)
    if any(words.quoted[run.a] for run in runs) and weight >= (HEAVY if equal < LEAST - 1 else HEAVY / 2):
        return True
    return weight >= HEAVY / 2 and score + WHOLE >= (LEAST_CUT if cut else LEAST)


def _weight(words: Words, runs: Sequence[Run]) -> float:
    shared = (word for run in runs for word in words.spelling[run.a : run.a + run.words])
    return sum(max(0.0, rarity(word) - COMMON) for word in shared)
