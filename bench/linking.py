"""How linking grows: time to compare all claims and to settle them, at some numbers of claims, and the exponent between them.

    python -m bench.linking [CLAIMS ...]

One dossier grows from size to size, so that a pair of documents is compared once, as in use. Reading is not
counted. At the end one more document is added, and the same document to an empty dossier.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

from bench import many
from firsthand import ledger, links
from firsthand.dossier import linking
from firsthand.dossier.intake import Intake, Progress
from firsthand.language import warm_up

SIZES = (1_000, 10_000, 100_000)
CLAIMS_OF_ONE = 17
"""About so many claims has one of the documents; more are written than will be needed."""

AT_ONCE = 20


class Measured(NamedTuple):
    """One size: documents and claims, and the seconds of comparing all of them and of settling."""

    documents: int
    claims: int
    comparing: float
    settling: float

    @property
    def linking(self) -> float:
        """Both together."""
        return self.comparing + self.settling


def growth(sizes: list[int], place: Path) -> Iterator[Measured]:
    """Yield what each number of claims costs, in processor seconds; all in one dossier that grows."""
    paths = iter(many.write(place / "many", max(sizes) // CLAIMS_OF_ONE + 100))
    comparing = 0.0
    with ledger.create(place / "many.dossier") as store:
        for size in sizes:
            while store.count("claims") < size:
                Intake(store).add([next(paths) for _ in range(AT_ONCE)], _silent)
            started = time.process_time()
            linking.compare(store, _silent)
            compared = time.process_time()
            store.settle(*links.settle(store))
            comparing += compared - started
            yield Measured(
                store.count("documents"), store.count("claims"), comparing, time.process_time() - compared
            )
        (place / "one.txt").write_text(next(paths).read_text("utf-8"), "utf-8")


def adding(place: Path) -> tuple[float, float]:
    """Return the processor seconds of reading, keeping and comparing one more document, in an empty and in the full dossier."""
    with ledger.create(place / "empty.dossier") as empty, ledger.open_dossier(place / "many.dossier") as full:
        return _one_more(empty, place / "one.txt"), _one_more(full, place / "one.txt")


def _one_more(store: ledger.Ledger, path: Path) -> float:
    started = time.process_time()
    Intake(store).add([path], _silent)
    linking.compare(store, _silent)
    return time.process_time() - started


def _silent(_: Progress) -> None:
    """Show nothing."""


def main(sizes: list[int]) -> None:
    """Print a line for each size, the exponent, and what one more document costs."""
    warm_up()
    with tempfile.TemporaryDirectory() as place:
        measured = []
        for found in growth(sizes, Path(place)):
            measured.append(found)
            print(
                f"{found.claims:,} claims of {found.documents:,} documents: compared in {found.comparing:.1f} s, "
                f"settled in {found.settling:.1f} s"
            )
        for one, other in pairwise(measured):
            exponent = log(other.linking / one.linking) / log(other.claims / one.claims)
            print(f"{one.claims:,} to {other.claims:,} claims: n^{exponent:.2f} (at most n^1.2)")
        empty, full = adding(Path(place))
        print(
            f"one more document: {empty:.2f} s in an empty dossier, {full:.2f} s in this one (at most twice)"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
