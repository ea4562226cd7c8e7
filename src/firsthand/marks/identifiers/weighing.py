"""How likely it is that a candidate singles a person out, by weights learnt from judgments that people have masked.

The weights come from the Text Anonymization Benchmark (Pilan et al., Computational
Linguistics 2022); ``bench/train_identifiers.py`` makes them. They know which courts,
states, laws and offices may stay, and which names, dates and amounts go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from firsthand.marks.identifiers.candidates import NAMES, Candidate
from firsthand.marks.identifiers.features import features

ENOUGH = 0.17
"""Probability from which a candidate is marked: a detail that is missed does more harm than one too many."""


def likely(found: Collection[Candidate]) -> list[Candidate]:
    """Return the candidates that single a person out. A name is judged by all of its mentions together."""
    weights = learnt()
    scores = [(each, probability(features(each), weights)) for each in found]
    named: dict[str, list[float]] = {}
    for each, score in scores:
        if each.kind in NAMES:
            named.setdefault(each.text.lower(), []).append(score)
    together = {name: (max(each) + sum(each) / len(each)) / 2 for name, each in named.items()}
    return [
        each
        for each, score in scores
        if (together[each.text.lower()] if each.kind in NAMES else score) >= ENOUGH
    ]


def probability(known: Collection[str], weights: Mapping[str, float]) -> float:
    """Return the probability of logistic regression, 0 to 1, for what is known of a candidate."""
    total = weights[""] + sum(weights.get(feature, 0.0) for feature in known)
    return 1 / (1 + exp(-total))


@cache
def learnt() -> dict[str, float]:
    """Return the weight of each feature, and the constant under ""."""
    text = files("firsthand.lexicon").joinpath("en", "identifier_weights.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}
