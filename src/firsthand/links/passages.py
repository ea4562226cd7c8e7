"""The passages that two documents share, also with cuts, brackets and small edits.

Seed and extend: runs of equal words are found by their hashes, joined into
chains where little stands between them, and kept when what is equal outweighs
what differs. The time grows with the length of the texts, not with its square:
a run that is all over a text is no seed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.links.identity import remembered
from firsthand.links.rarity import COMMON, rarity
from firsthand.links.stories import Story, story_of
from firsthand.links.words import Words
from firsthand.records import Document, Passage, Reuse

SEED = 3
"""Equal words in a row that make a seed."""

CROWDED = 10
"""A run that stands more often than this in a text is no seed: it is a phrase, not a passage."""

GAP = 4
"""Words that may differ between two equal runs."""

CUT = 60
"""Words that may be missing on one side where the other shows an ellipsis."""

NEIGHBOURS = 48
"""Runs before a run to which it may be joined."""

LEAST = 9
"""Equal words, less what differs, that make a passage."""

LEAST_CUT = 8
"""The same where an ellipsis shows that words were left out."""

WHOLE = 2
"""What it adds at most that a passage is whole sentences."""

LEAST_QUOTED = 6
"""Equal words that make a passage when both sides stand in quotation marks and the words are rare."""

HEAVY = 6.0
"""Rarity beyond that of common words that a passage of the least length must hold together."""


APART = 25
"""Words that may stand between the short runs of a passage that was told anew in other words."""

FEWEST = 3
"""Runs that such a passage has at least."""

LEAST_REWORDED = 22
"""Equal words that it has at least."""

Places = dict[tuple[str, str, str], list[int]]


class Run(NamedTuple):
    """Equal words in a row: where they begin in either text, and how many."""

    a: int
    b: int
    words: int


@dataclass(slots=True)
class Chain:
    """Runs that follow each other on both sides; ``score`` is what is equal less what differs."""

    runs: tuple[Run, ...]
    score: float

    @property
    def words(self) -> int:
        """How many words are equal."""
        return sum(run.words for run in self.runs)


def passages(one: Document, other: Document) -> tuple[Reuse, ...]:
    """Return the passages that two documents share, in order of the first document of the two by id.

    ``words`` of each is how many words are equal. The ends of both spans are equal words.
    """
    return shared(story_of(one), story_of(other))


def shared(one: Story, other: Story) -> tuple[Reuse, ...]:
    """Return the passages that two stories share, as ``passages`` does.

    Where the seeds of the first one stand is kept at hand: it is the one to lay beside many.
    """
    if one.document == other.document:
        return ()
    met = _meeting(one.words, other.words)
    if one.document > other.document:
        one, other = other, one
        met = [(i, j) for j, i in met]
    a, b = one.words, other.words
    runs = _runs(a, b, sorted(met))
    chains = [chain for chain in _chains(runs, a, b) if _counts(chain, a, b)]
    chains += _reworded(_left(runs, chains), a)
    found = []
    for chain in chains:
        first, last = chain.runs[0], chain.runs[-1]
        found.append(
            Reuse(
                Passage(one.document, a.span(first.a, last.a + last.words - 1)),
                Passage(other.document, b.span(first.b, last.b + last.words - 1)),
                chain.words,
            )
        )
    return tuple(sorted(found, key=lambda reuse: (reuse.a.span, reuse.b.span)))


def _runs(a: Words, b: Words, met: Iterable[tuple[int, int]]) -> list[Run]:
    """All longest runs of equal words, in order of their place in the first text, from the seeds that meet."""
    ended: dict[int, int] = {}
    one, other, last_a, last_b = a.spelling, b.spelling, len(a), len(b)
    runs = []
    for i, j in met:
        if ended.get(j - i, -1) > i:
            continue
        length = SEED
        while i + length < last_a and j + length < last_b and one[i + length] == other[j + length]:
            length += 1
        ended[j - i] = i + length
        runs.append(Run(i, j, length))
    return runs


def _meeting(one: Words, other: Words) -> list[tuple[int, int]]:
    """The places of the seeds that stand in both texts and are crowded in neither."""
    places, met = _places(one), Places()
    for j, seed in [(j, seed) for j, seed in enumerate(_seeds(other)) if seed in places]:
        met.setdefault(seed, []).append(j)
    return [
        (i, j)
        for seed, found in met.items()
        if len(found) <= CROWDED and len(places[seed]) <= CROWDED
        for j in found
        for i in places[seed]
    ]


def _indexed(words: Words) -> Places:
    """Where each seed of a text stands."""
    places = Places()
    for i, seed in enumerate(_seeds(words)):
        places.setdefault(seed, []).append(i)
    return places


def _seeds(words: Words) -> Iterator[tuple[str, str, str]]:
    spelling = words.spelling
    return zip(spelling, spelling[1:], spelling[2:], strict=False)


_places = remembered(_indexed, most=64, size=len, large=4000)


def _chains(runs: Sequence[Run], a: Words, b: Words) -> Iterator[Chain]:
    """The best chains, best first, that do not use the same words of one text twice for one passage."""
    scores, links = _followers(runs, a, b)
    used: set[int] = set()
    taken_a, taken_b = bytearray(len(a)), bytearray(len(b))
    for number in sorted(
        range(len(runs)), key=lambda number: (-scores[number], runs[number].a, runs[number].b)
    ):
        if scores[number] + WHOLE < LEAST_QUOTED:
            return  # none that comes now can be a passage
        chain = _followed(number, scores, links, used)
        if chain is None or _shadowed(chain, taken_a, taken_b):
            continue
        for run in chain.runs:
            taken_a[run.a : run.a + run.words] = b"\x01" * run.words
            taken_b[run.b : run.b + run.words] = b"\x01" * run.words
        yield chain


def _followers(runs: Sequence[Run], a: Words, b: Words) -> tuple[list[float], list[tuple[int, Run]]]:
    """The score of the best chain that ends in each run, and the run before it there (-1 for none) with what of the run is new."""
    apart = CUT if 1 in a.cut or 1 in b.cut else GAP
    longest = max((run.words for run in runs), default=0)
    scores: list[float] = []
    links: list[tuple[int, Run]] = []
    for number, run in enumerate(runs):
        score, link, here, there = float(run.words), (-1, run), run.a - apart, run.b - apart
        for before in range(number - 1, max(-1, number - 1 - NEIGHBOURS), -1):
            first = runs[before]
            if first.a + longest < here:
                break  # as is each that comes before it
            if first.a + first.words < here or not first.b < run.b or first.b + first.words < there:
                continue  # too far away in one of the texts, or behind it in the other
            if scores[before] + run.words + GAP <= score:
                continue  # too little for what it could be joined to
            joined = _joined(first, run, a, b)
            if joined is not None and scores[before] + joined[1] > score:
                score, link = scores[before] + joined[1], (before, joined[0])
        scores.append(score)
        links.append(link)
    return scores, links


def _followed(number: int, scores: list[float], links: list[tuple[int, Run]], used: set[int]) -> Chain | None:
    """The chain that ends in a run, None when a better chain has one of its runs already."""
    pieces, at = [], number
    while at >= 0:
        if at in used:
            return None
        before, piece = links[at]
        pieces.append(piece)
        used.add(at)
        at = before
    return Chain(tuple(reversed(pieces)), scores[number])


def _shadowed(chain: Chain, taken_a: bytearray, taken_b: bytearray) -> bool:
    """Whether better passages already account for most of the words of one side."""
    shared_a = sum(sum(taken_a[run.a : run.a + run.words]) for run in chain.runs)
    shared_b = sum(sum(taken_b[run.b : run.b + run.words]) for run in chain.runs)
    return 2 * max(shared_a, shared_b) > chain.words


def _joined(before: Run, run: Run, a: Words, b: Words) -> tuple[Run, float] | None:
    """The second run as far as it does not overlap the first, and what it adds; None when they do not belong together."""
    end_a, end_b = before.a + before.words, before.b + before.words
    overlap = max(0, end_a - run.a, end_b - run.b)
    if overlap >= run.words or run.b + overlap < end_b or run.a <= before.a or run.b <= before.b:
        return None
    rest = Run(run.a + overlap, run.b + overlap, run.words - overlap)
    gap_a, gap_b = rest.a - end_a, rest.b - end_b
    cut_a, cut_b = any(a.cut[end_a : rest.a + 1]), any(b.cut[end_b : rest.b + 1])
    if (cut_b and gap_b <= GAP and gap_a <= CUT) or (cut_a and gap_a <= GAP and gap_b <= CUT):
        return rest, rest.words - 0.5 * min(gap_a, gap_b) - 1
    if cut_a and cut_b and max(gap_a, gap_b) <= CUT // 3:
        return rest, rest.words - 1
    if gap_a <= GAP and gap_b <= GAP:
        equal = _equal(a.spelling[end_a : rest.a], b.spelling[end_b : rest.b])
        replaced = min(gap_a, gap_b) - equal
        numbers = _numbers(a, end_a, rest.a) != _numbers(b, end_b, rest.b)
        added = max(gap_a, gap_b) - min(gap_a, gap_b)
        return rest, rest.words + equal - 2.0 * replaced - 0.5 * added - 2.0 * numbers
    return None


def _equal(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words of two gaps are equal and in the same order, too few in a row to be a run."""
    if len(one) < 2 or len(other) < 2 or not set(one) & set(other):
        return 0
    from rapidfuzz.distance import LCSseq  # not needed by every command

    return int(LCSseq.similarity(one, other))


def _numbers(words: Words, start: int, end: int) -> list[str]:
    return [word for word in words.spelling[start:end] if word[0].isdigit()]


def _counts(chain: Chain, a: Words, b: Words) -> bool:
    """Whether a chain is a passage and not a phrase that any two texts may share."""
    score = chain.score + _whole(chain, a, b)
    if score < LEAST_QUOTED:
        return False
    if all(_inside(a, run.a, run.words) and _inside(b, run.b, run.words) for run in chain.runs):
        return _weight(chain, a) >= (HEAVY if chain.words < LEAST - 1 else HEAVY / 2)
    cut = any(a.cut[run.a] or b.cut[run.b] for run in chain.runs[1:])
    if score < (LEAST_CUT if cut else LEAST):
        return False
    return _weight(chain, a) >= (HEAVY if cut else HEAVY / 2)


def _left(runs: Sequence[Run], chains: Sequence[Chain]) -> list[Run]:
    """The runs that stand in no passage on either side."""
    in_a = [(chain.runs[0].a, chain.runs[-1].a + chain.runs[-1].words) for chain in chains]
    in_b = [(chain.runs[0].b, chain.runs[-1].b + chain.runs[-1].words) for chain in chains]
    return [
        run
        for run in runs
        if not any(start < run.a + run.words and run.a < end for start, end in in_a)
        and not any(start < run.b + run.words and run.b < end for start, end in in_b)
    ]


def _reworded(runs: Sequence[Run], a: Words) -> Iterator[Chain]:
    """The stretches that were told anew in other words and still share many short runs in the same order."""
    if sum(run.words for run in runs) < LEAST_REWORDED:
        return
    longest = max(run.words for run in runs)
    best: list[tuple[int, int]] = []  # equal words up to a run, and the run before it
    begin = 0
    for number, run in enumerate(runs):
        words, link = run.words, -1
        while runs[begin].a + longest + APART < run.a:
            begin += 1  # too far away from this one and from each that comes
        for before in range(max(begin, number - NEIGHBOURS), number):
            earlier = runs[before]
            gap_a, gap_b = run.a - earlier.a - earlier.words, run.b - earlier.b - earlier.words
            near = 0 <= gap_a <= APART and 0 <= gap_b <= APART
            if near and best[before][0] + run.words > words:
                words, link = best[before][0] + run.words, before
        best.append((words, link))
    used: set[int] = set()
    for number in sorted(range(len(runs)), key=lambda number: (-best[number][0], number)):
        if best[number][0] < LEAST_REWORDED:
            return
        pieces, at = list[Run](), number
        while at >= 0 and at not in used:
            used.add(at)
            pieces.insert(0, runs[at])
            at = best[at][1]
        chain = Chain(tuple(pieces), sum(run.words for run in pieces))
        if len(pieces) >= FEWEST and chain.words >= LEAST_REWORDED and _weight(chain, a) >= 3 * HEAVY:
            yield chain


def _weight(chain: Chain, a: Words) -> float:
    """Rarity beyond that of common words that the equal words of a chain hold together."""
    shared = (a.spelling[run.a + k] for run in chain.runs for k in range(run.words))
    return sum(max(0.0, rarity(word) - COMMON) for word in shared)


def _whole(chain: Chain, a: Words, b: Words) -> float:
    """What it adds that a chain is whole sentences, and takes away that it is the end of one and the head of another."""
    first, last = chain.runs[0], chain.runs[-1]
    end_a, end_b = last.a + last.words, last.b + last.words
    begins = a.opens[first.a] and b.opens[first.b]
    ends = (end_a == len(a) or a.opens[end_a]) and (end_b == len(b) or b.opens[end_b])
    if not begins and not ends and any(a.opens[first.a + 1 : end_a]):
        return -1.0
    return float(begins + ends)


def _inside(words: Words, first: int, length: int) -> bool:
    """Whether a run stands between quotation marks."""
    return bool(words.quoted[first] and words.quoted[first + length - 1])
