"""Time of the marks of who says what and how it is known as a ratio to the parse of the same texts in the same run.

    python -m bench.voices [DOCUMENTS]

Attributions with their quotations, provenance and citations, and the chains
round every content. The two take turns, so that a machine whose speed drifts
slows both.
"""

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench import many
from firsthand.claims.chains import Chains
from firsthand.language import Parse, parse, warm_up
from firsthand.marks import attributions, citations, provenance
from firsthand.records import Document, Marks, Original, Span, Zone

ROUNDS = 5


def ratio(count: int = 40) -> tuple[float, float, float]:
    """Return the median ratio, and the seconds of the marks and of the parse for ``count`` documents."""
    warm_up()
    with tempfile.TemporaryDirectory() as place:
        documents = [_document(path) for path in many.write(Path(place, "many"), count)]
    marked, parsed = [], []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        parses = [parse(document) for document in documents]
        parsed.append(time.perf_counter() - started)
        started = time.perf_counter()
        for document, each in zip(documents, parses, strict=True):
            _mark(document, each)
        marked.append(time.perf_counter() - started)
    return median(m / p for m, p in zip(marked, parsed, strict=True)), median(marked), median(parsed)


def _document(path: Path) -> Document:
    text = path.read_text("utf-8")
    original = Original(path.name, "0" * 64, "text/plain", len(text))
    return Document(path.name, original, text, (Zone(Span(0, len(text)), "main"),))


def _mark(document: Document, parsed: Parse) -> None:
    found = Marks(citations=citations.find(document, parsed, Marks()))
    found = replace(found, attributions=attributions.find(document, parsed, found))
    found = replace(found, provenance=provenance.find(document, parsed, found))
    chains = Chains(document, found)
    for each in found.attributions:
        chains.of(each.content[0])


if __name__ == "__main__":
    measured, marks, parsing = ratio(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    print(f"marks of speech {marks:.2f} s, parse {parsing:.2f} s, ratio {measured:.2f} (at most 0.2)")
