"""Which of the places that share a name is meant: the large one, or the one where the rest of the document is.

Every name of the document votes for the cells of the map, the divisions and the
countries in which its places lie, in proportion to how likely each of them is;
the votes of the other names then weigh with the size of a place (spatial
minimality and one sense per discourse; Leidner 2007, Toponym Resolution in Text).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.marks.geography.gazetteer import Entry

ROUNDS = 2
"""How often the votes are counted anew with what they have settled."""

PRIOR: Mapping[str, float] = {
    "country": 9.0, "people": 9.0, "state": 9.0, "division": 8.0, "region": 8.5, "province": 5.0, "county": 4.5,
}  # fmt: skip
"""How likely a place of a kind is by itself; a town counts the decimal logarithm of its inhabitants."""

NEAR, PART, COUNTRY = 1.0, 2.0, 0.8
"""What a doubling of the votes for its surroundings, its division and its country adds to a place."""

MOST = 3
"""Mentions of one name that count."""


@dataclass(slots=True)
class _Votes:
    """How much one name, or all of them, speak for each cell of the map, division and country."""

    cells: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    parts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def settled(names: Mapping[str, Sequence[Entry]], counts: Mapping[str, int]) -> dict[str, Entry]:
    """Return the place that each name means in a document, for the names that have any.

    ``counts`` tells how often each name is mentioned.
    """
    likely = {
        name: _shares({index: _prior(entry) for index, entry in enumerate(entries)})
        for name, entries in names.items()
        if entries
    }
    scores: dict[str, dict[int, float]] = {}
    for _ in range(ROUNDS):
        own = {
            name: _cast(names[name], shares, min(MOST, counts.get(name, 1)))
            for name, shares in likely.items()
        }
        total = _sum(own.values())
        scores = {
            name: {i: _score(entry, total, own[name]) for i, entry in enumerate(names[name])}
            for name in likely
        }
        likely = {name: _shares(score) for name, score in scores.items()}
    return {name: names[name][max(score, key=lambda i: score[i])] for name, score in scores.items()}


def _prior(entry: Entry) -> float:
    return PRIOR[entry.kind] if entry.kind != "town" else math.log10(max(entry.population, 100))


def _shares(scores: Mapping[int, float]) -> dict[int, float]:
    """Scores as shares of one: ten times as likely for each point."""
    best = max(scores.values())
    raw = {index: 10 ** (score - best) for index, score in scores.items() if score > best - 3}
    whole = sum(raw.values())
    return {index: share / whole for index, share in raw.items()}


def _cast(entries: Sequence[Entry], shares: Mapping[int, float], count: int) -> _Votes:
    votes, weight = _Votes(), math.log2(1 + count)
    for index, share in shares.items():
        entry = entries[index]
        if entry.country:
            votes.countries[entry.country] += share * weight
            if entry.part:
                votes.parts[f"{entry.country}-{entry.part}"] += share * weight
        if entry.kind in ("town", "county"):
            votes.cells[_cell(entry)] += share * weight
    return votes


def _sum(every: Iterable[_Votes]) -> _Votes:
    total = _Votes()
    for votes in every:
        for cell, weight in votes.cells.items():
            total.cells[cell] += weight
        for part, weight in votes.parts.items():
            total.parts[part] += weight
        for country, weight in votes.countries.items():
            total.countries[country] += weight
    return total


def _score(entry: Entry, total: _Votes, own: _Votes) -> float:
    """How likely a place is, given what the other names say."""
    score = _prior(entry)
    if entry.kind in ("town", "county"):
        x, y = _cell(entry)
        around = sum(
            total.cells.get((x + dx, y + dy), 0.0) - own.cells.get((x + dx, y + dy), 0.0)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )
        score += NEAR * math.log2(1 + max(0.0, around))
    if entry.part:
        key = f"{entry.country}-{entry.part}"
        score += PART * math.log2(1 + max(0.0, total.parts.get(key, 0.0) - own.parts.get(key, 0.0)))
    if entry.country:
        rest = total.countries.get(entry.country, 0.0) - own.countries.get(entry.country, 0.0)
        score += COUNTRY * math.log2(1 + max(0.0, rest))
    return score


def _cell(entry: Entry) -> tuple[int, int]:
    """A cell of about one degree, wider where the meridians close in."""
    return round(entry.latitude), round(entry.longitude * max(0.2, math.cos(math.radians(entry.latitude))))
