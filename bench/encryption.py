"""What encryption costs: all claims of a dossier read from a plain and from an encrypted copy of it.

    python -m bench.encryption DOSSIER

Prints the processor seconds of both (the least of five runs each) and their ratio; it must stay under 1.5.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from firsthand import ledger

ROUNDS = 5


def reading(path: Path, key: ledger.Key | None) -> tuple[int, float]:
    """Return how many claims there are, and the processor seconds of opening the dossier and reading them all."""
    started = time.process_time()
    with ledger.open_dossier(path, writable=False, key=key) as opened:
        count = sum(1 for _ in opened.claims())
    return count, time.process_time() - started


def main(dossier: Path) -> None:
    """Print both times."""
    key = ledger.new_key("a passphrase for one measurement")
    with tempfile.TemporaryDirectory() as place:
        paths = {None: Path(place, "plain.dossier"), key: Path(place, "encrypted.dossier")}
        for path in paths.values():
            shutil.copyfile(dossier, path)
        ledger.rewrite(paths[key], None, key)
        best = {}
        for each, path in paths.items():
            runs = [reading(path, each) for _ in range(ROUNDS)]
            best[each] = min(seconds for _, seconds in runs)
            count = runs[0][0]
    print(
        f"{count:,} claims: plain {best[None]:.2f} s, encrypted {best[key]:.2f} s, {best[key] / best[None]:.2f} times"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
