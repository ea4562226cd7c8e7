"""How linking grows: time to compare all claims and to settle them, at some numbers of claims, and the exponent between them.

Seconds are those on the clock, and those of all processors: from some hundred documents on several processes compare.

    python -m bench.linking [CLAIMS ...]

One dossier grows from size to size, so that a pair of documents is compared once, as in use. Its documents are varied
from extracted ones (``bench/varied.py``): reading is not counted. At the end some more documents are added to it, read
from their files, and the same documents to an empty dossier.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

from bench import varied
from firsthand import ledger
from firsthand.dossier import linking
from firsthand.dossier.intake import Intake, Progress
from firsthand.language import warm_up

SIZES = (1_000, 10_000, 100_000)

AT_ONCE = 25

MORE = 5
"""Documents that are added at the end, each of another story."""


class Spent(NamedTuple):
    """Seconds on the clock, and of processors: of this process and of those that it started and that ended."""

    clock: float
    processors: float

    def since(self, before: "Spent") -> "Spent":
        """Return what was spent since another moment."""
        return Spent(self.clock - before.clock, self.processors - before.processors)


def now() -> Spent:
    """Return what was spent up to now."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(time.perf_counter(), time.process_time() + others.ru_utime + others.ru_stime)


class Measured(NamedTuple):
    """One size: documents and claims, and what comparing all of them and settling cost."""

    documents: int
    claims: int
    comparing: Spent
    settling: Spent

    @property
    def linking(self) -> Spent:
        """Both together."""
        return Spent(*map(sum, zip(self.comparing, self.settling, strict=True)))


class Added(NamedTuple):
    """What one more document costs on average, in seconds: to be read and kept, to be compared, and to settle again."""

    keeping: float
    comparing: float
    settling: float


def growth(sizes: list[int], place: Path) -> Iterator[Measured]:
    """Yield what each number of claims costs; all in one dossier that grows."""
    comparing = Spent(0, 0)
    with ledger.create(place / "many.dossier") as store:
        for size in sizes:
            while store.count("claims") < size:
                varied.store(store, AT_ONCE, store.count("documents"))
            started = now()
            linking.compare(store, _silent)
            compared = now()
            linking.settle(store)
            comparing = Spent(*map(sum, zip(comparing, compared.since(started), strict=True)))
            yield Measured(store.count("documents"), store.count("claims"), comparing, now().since(compared))


def adding(place: Path, documents: int) -> tuple[Added, Added]:
    """Return what one more document costs in an empty dossier and in the full one of so many documents."""
    paths = []
    for number in range(MORE):
        for name, text, _ in varied.extractions(1, documents + number * (varied.models() + 1)):
            paths.append(place / name)
            paths[-1].write_text(text, "utf-8")
    with ledger.create(place / "empty.dossier") as empty, ledger.open_dossier(place / "many.dossier") as full:
        return _more(empty, paths), _more(full, paths)


def _more(store: ledger.Ledger, paths: list[Path]) -> Added:
    spent = [0.0, 0.0, 0.0]
    for path in paths:
        times = [time.process_time()]
        Intake(store).add([path], _silent)
        times.append(time.process_time())
        linking.compare(store, _silent)
        times.append(time.process_time())
        linking.settle(store)
        times.append(time.process_time())
        spent = [sum_ + other - one for sum_, (one, other) in zip(spent, pairwise(times), strict=True)]
    return Added(*(each / len(paths) for each in spent))


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
                f"{found.claims:,} claims of {found.documents:,} documents: compared in {found.comparing.clock:.1f} s "
                f"(processors {found.comparing.processors:.1f} s), settled in {found.settling.clock:.1f} s",
                flush=True,
            )
        for one, other in dict.fromkeys([*pairwise(measured), (measured[0], measured[-1])]):
            times = zip(one.linking, other.linking, strict=True)
            clock, processors = (log(b / a) / log(other.claims / one.claims) for a, b in times)
            print(
                f"{one.claims:,} to {other.claims:,} claims: n^{clock:.2f} on the clock, n^{processors:.2f} of processors"
                " (at most n^1.2)"
            )
        for where, cost in zip(
            ("an empty dossier", "this one"), adding(Path(place), found.documents), strict=True
        ):
            print(
                f"one more document in {where}: read and kept in {cost.keeping:.2f} s, compared in "
                f"{cost.comparing:.2f} s, all settled again in {cost.settling:.2f} s"
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
