"""What people decided about figures and origins: which claims and which names are one, and which are not."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.links.voices import voice_key
from firsthand.records import Judgement, Link, Voices, in_force

FIGURE, ORIGIN = "figure", "origin"
"""Kinds of judgement about a pair: that two claims are one figure, or two names one origin, or that they are not."""

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of claims and of voices' keys that a person put together or apart; the latest word about a pair holds."""

    figures: Mapping[Pair, bool] = field(default_factory=dict)
    origins: Mapping[Pair, bool] = field(default_factory=dict)

    @property
    def apart(self) -> frozenset[Pair]:
        """The pairs of claims that are not one figure."""
        return frozenset(pair for pair, together in self.figures.items() if not together)

    def links(self, links: Iterable[Link]) -> Iterator[Link]:
        """Yield links as people see them: none between claims that were put apart, a sure one for those put together."""
        for link in links:
            word = self.figures.get(frozenset((link.earlier, link.later))) if self.figures else None
            if word is None or (word and link.kind != "same"):
                yield link
        for pair, together in self.figures.items():
            if together:
                earlier, later = sorted(pair)
                yield Link(earlier, later, "same", 1.0)

    def voices(self, known: Voices) -> Voices:
        """Return the voices of a document without the bodies that were put apart, and with those put together."""
        if not self.origins:
            return known
        bodies = {
            name: body
            for name, body in known.bodies.items()
            if self.origins.get(frozenset((name, body)), True)
        }
        for pair in sorted(map(sorted, (pair for pair, together in self.origins.items() if together))):
            bodies[pair[0]] = pair[1]
            if bodies.get(pair[1]) == pair[0]:
                del bodies[pair[1]]
        return Voices(known.named, bodies, known.names)


def judgement_value(other: str, *, together: bool, words: Iterable[str] = ()) -> str:
    """Return the decision about a pair as a judgement keeps it: JSON with the other of the two, and the words of both."""
    return json.dumps({"with": other, "together": together, "words": list(words)}, ensure_ascii=False)


def decided(judgements: Iterable[Judgement], claim: Callable[[str, str], str | None]) -> Decided:
    """Return what holds of all judgements.

    ``claim`` gives the id that a claim has now for the id that it had and its words, None when it is not there
    any more; a decision about it then waits until it comes back.
    """
    pairs = [judgement for judgement in judgements if judgement.kind in (FIGURE, ORIGIN)]
    words = {id_: text for judgement in pairs for id_, text in _with_words(judgement)}
    figures: dict[Pair, bool] = {}
    origins: dict[Pair, bool] = {}
    outcomes = in_force(pairs, lambda id_: claim(id_, words[id_]) or id_ if id_ in words else id_)
    for outcome in sorted(outcomes.values(), key=lambda each: each.last[0].at, reverse=True):
        judgement = outcome.judgement
        if judgement is None:
            continue
        said = json.loads(judgement.value)
        if judgement.kind == ORIGIN:
            keys = frozenset((voice_key(judgement.subject), voice_key(said["with"])))
            if len(keys) == 2:
                origins.setdefault(keys, bool(said["together"]))
            continue
        pair = frozenset(filter(None, (claim(id_, text) for id_, text in _with_words(judgement))))
        if len(pair) == 2:
            figures.setdefault(pair, bool(said["together"]))
    return Decided(figures, origins)


def _with_words(judgement: Judgement) -> list[tuple[str, str]]:
    """Both claims that a judgement about a figure names, with their words."""
    if judgement.kind != FIGURE:
        return []
    said = json.loads(judgement.value)
    words = [*said["words"], "", ""]
    return [(judgement.subject, words[0]), (said["with"], words[1])]
