"""Time of the whole pipeline as a ratio to a bare spaCy parse of the same texts in the same run.

    python -m bench.pipeline [DOCUMENTS]

The bare parse is the full pipeline of the same model as spaCy loads it, named entities included,
over the same texts, paragraph by paragraph. The two take turns, so that a
machine whose speed drifts slows both.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import many
from firsthand.dossier import Dossier
from firsthand.language import stretches, warm_up
from firsthand.language.model import load_plain_model
from firsthand.records import Span

if TYPE_CHECKING:
    from spacy.language import Language

ROUNDS = 5
PARAGRAPHS_AT_A_TIME = 32


def ratio(count: int = 60) -> tuple[float, float, float]:
    """Return the median ratio, and the seconds of the pipeline and of the bare parse for ``count`` documents."""
    warm_up()
    model = load_plain_model()
    with tempfile.TemporaryDirectory() as place:
        paths = many.write(Path(place, "many"), count)
        whole, bare = [], []
        for turn in range(ROUNDS):
            whole.append(_pipeline(paths, Path(place, f"{turn}.dossier")))
            bare.append(_bare(model, paths))
    return median(w / b for w, b in zip(whole, bare, strict=True)), median(whole), median(bare)


def _pipeline(paths: list[Path], dossier: Path) -> float:
    started = time.perf_counter()
    with Dossier.create(dossier) as opened:
        opened.add(paths)
    return time.perf_counter() - started


def _bare(model: Language, paths: list[Path]) -> float:
    started = time.perf_counter()
    for path in paths:
        text = path.read_text("utf-8")
        paragraphs = [span.of(text) for span in stretches(text, Span(0, len(text)))]
        for _ in model.pipe(paragraphs, batch_size=PARAGRAPHS_AT_A_TIME):
            pass
    return time.perf_counter() - started


if __name__ == "__main__":
    measured, pipeline, parse = ratio(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    print(f"pipeline {pipeline:.2f} s, bare parse {parse:.2f} s, ratio {measured:.2f} (at most 1.6)")
