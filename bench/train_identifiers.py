"""Learns which names, dates and amounts of a file on a person single that person out; writes the weights.

    python -m bench.train_identifiers [FOLDER]

FOLDER holds train.jsonl of TAB-144 (Text Anonymization Benchmark, Pilan et al., Computational Linguistics 2022; MIT).
Logistic regression on the features of ``marks/identifiers/features.py``, by gradient descent, without chance: the
same data gives the same weights. A feature that names a word is kept only for words that the corpus also writes small, so that
no name of a person or a town is learnt. Prints recall and precision of a cross-validation over the documents.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.scores import SHARED
from firsthand import language, marks, readers
from firsthand.dossier.extraction import original_of
from firsthand.lexicon import load, words
from firsthand.marks.identifiers import weighing
from firsthand.marks.identifiers.candidates import candidates
from firsthand.marks.identifiers.features import features
from firsthand.records import Arrival, Document

TRAIN = SHARED / "bench" / "dev" / "tab-144" / "train.jsonl"
OUT = Path(weighing.__file__).parents[2] / "lexicon" / "en" / "identifier_weights.txt"
LEAST = 3
"""Candidates that must have a feature for it to be learnt."""
SMALL = 2
"""Times that a word must be written small."""
PENALTY = 4.0
STEPS = 400
FOLDS = 5
WORDED = re.compile(r"(?:in|first|last|before\d*|behind\d|near)=(?:[\w ]+:)?")
"""How the features begin that name a word."""
HEAD = """# Which names, dates and amounts of a file on a person single that person out: a feature and its weight, the first the constant.
# Learnt by bench/train_identifiers.py from the judgments of TAB-144 (Text Anonymization Benchmark, MIT). Holds no names.
"""

Example = tuple[frozenset[str], bool]


def examples(path: Path) -> list[list[Example]]:
    """Return the candidates of each document as features, and whether most of their letters had to be masked."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        arrival = Arrival("judgment.txt", row["text"].encode())
        document = readers.read(original_of(arrival), arrival.content).document
        found.append(_of_document(document, _masked(row)))
    return found


def _of_document(document: Document, masked: bytearray) -> list[Example]:
    found = []
    with language.memory_zone():
        parse = language.parse(document)
        told = marks.quantities.find(document, parse, marks.Marks())
        for paragraph in parse.paragraphs:
            inside = [each for each in told if paragraph.span.holds(each.span)]
            for each in candidates(paragraph, inside):
                span = each.span
                letters = [masked[n] for n in range(span.start, span.end) if document.text[n].isalnum()]
                found.append((frozenset(features(each)), 2 * sum(letters) >= len(letters)))
    return found


def _masked(row: dict[str, Any]) -> bytearray:
    masked = bytearray(len(row["text"]))
    for entity in row["entities"]:
        if entity["identifier_type"] != "NO_MASK":
            masked[entity["start_offset"] : entity["end_offset"]] = b"\1" * (
                entity["end_offset"] - entity["start_offset"]
            )
    return masked


def vocabulary(documents: Iterable[Sequence[Example]], small: frozenset[str]) -> dict[str, int]:
    """Return the features worth a weight, with their numbers."""
    counts = Counter(feature for document in documents for found, _ in document for feature in found)
    kept = (
        feature
        for feature, count in sorted(counts.items())
        if count >= LEAST and (not WORDED.match(feature) or _words(feature) <= small)
    )
    return {feature: number for number, feature in enumerate(kept)}


def _words(feature: str) -> set[str]:
    said = WORDED.sub("", feature)
    return {word for word in said.split(" ") if word[:1].isalpha()}


def written_small(path: Path) -> frozenset[str]:
    """Return the words that the corpus writes small, and those of which offices are named."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        counts.update(re.findall(r"\b[a-z]+\b", json.loads(line)["text"]))
    listed = words("en", "identifiers", "general words of bodies") | words("en", "roles", "titles")
    months = {word.lower() for word in load("en", "dates")["months"] if word != "why"}
    return frozenset(word for word, count in counts.items() if count >= SMALL) | listed | months


def fit(documents: Sequence[Sequence[Example]], small: frozenset[str]) -> dict[str, float]:
    """Return a weight for each feature, and the constant under ""."""
    numbers = vocabulary(documents, small)
    known = [
        ([numbers[f] for f in found if f in numbers], label)
        for document in documents
        for found, label in document
    ]
    rows = np.repeat(np.arange(len(known)), [len(found) for found, _ in known])
    columns = np.concatenate([np.array(sorted(found), int) for found, _ in known])
    labels = np.array([label for _, label in known], float)
    weights, constant = np.zeros(len(numbers)), 0.0
    first, second = np.zeros(len(numbers) + 1), np.zeros(len(numbers) + 1)
    for step in range(1, STEPS + 1):
        scores = np.bincount(rows, weights[columns], len(known)) + constant
        errors = 1 / (1 + np.exp(-scores)) - labels
        slope = np.append(np.bincount(columns, errors[rows], len(numbers)) + PENALTY * weights, errors.sum())
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = 0.05 * (1 - step / STEPS) + 0.001
        change = rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights -= change[:-1]
        constant -= change[-1]
    return {"": float(constant)} | {feature: float(weights[n]) for feature, n in numbers.items()}


def validate(documents: Sequence[Sequence[Example]], small: frozenset[str]) -> tuple[float, float]:
    """Return recall and precision over candidates, each document judged by weights that never saw it."""
    right = found = wanted = 0
    for fold in range(FOLDS):
        learnt = fit([each for n, each in enumerate(documents) if n % FOLDS != fold], small)
        for document in (each for n, each in enumerate(documents) if n % FOLDS == fold):
            for features_of, label in document:
                masked = weighing.probability(features_of, learnt) >= weighing.ENOUGH
                right, found, wanted = right + (masked and label), found + masked, wanted + label
    return right / wanted, right / found


def write(weights: dict[str, float], out: Path) -> None:
    """Write the weights; those that change nothing are left out."""
    lines = [f"{feature}\t{weight:.2f}\n" for feature, weight in weights.items() if abs(weight) >= 0.02]
    out.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    source = Path(sys.argv[1], "train.jsonl") if len(sys.argv) > 1 else TRAIN
    learnt_from, common = examples(source), written_small(source)
    print(
        "cross-validation over candidates: recall {:.3f}, precision {:.3f}".format(
            *validate(learnt_from, common)
        )
    )
    write(fit(learnt_from, common), OUT)
