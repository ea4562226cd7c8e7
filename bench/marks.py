"""Time of the quantity marks as a ratio to the parse they stand on, in the same run.

    python -m bench.marks [DOCUMENTS]

Parse and marks of the same documents take turns. The texts are those of
``bench.many``: news of invented figures, denser in numbers than most reports.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import many
from firsthand.language import Parse, parse, warm_up
from firsthand.marks import citations, quantities, times
from firsthand.records import Document, Marks, Original, Span, Zone

ROUNDS = 5


def ratio(count: int = 60) -> tuple[float, float, float]:
    """Return the median ratio, and the seconds of the quantity marks and of the parse for ``count`` documents."""
    warm_up()
    with tempfile.TemporaryDirectory() as place:
        texts = [path.read_text("utf-8") for path in many.write(Path(place, "many"), count)]
    documents = [_document(text) for text in texts]
    parsing, marking = [], []
    for _ in range(ROUNDS):
        started = time.process_time()
        parsed = [parse(document) for document in documents]
        parsing.append(time.process_time() - started)
        marking.append(_marked(documents, parsed))
    return median(m / p for m, p in zip(marking, parsing, strict=True)), median(marking), median(parsing)


def _document(text: str) -> Document:
    original = Original("many.txt", "0" * 64, "text/plain", len(text))
    return Document("many", original, text, (Zone(Span(0, len(text)), "main"),))


def _marked(documents: list[Document], parsed: list[Parse]) -> float:
    spent = 0.0
    for document, each in zip(documents, parsed, strict=True):
        found = Marks(citations=citations.find(document, each, Marks()))
        found = Marks(citations=found.citations, times=times.find(document, each, found))
        started = time.process_time()
        quantities.find(document, each, found)
        spent += time.process_time() - started
    return spent


if __name__ == "__main__":
    measured, marking, parsing = ratio(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    print(f"quantity marks {marking:.2f} s, parse {parsing:.2f} s, ratio {measured:.3f} (at most 0.15)")
