"""Peak memory of one run over many documents, each number of them in a process of its own.

    python -m bench.memory [DOCUMENTS ...]

Prints a line for each number; the peak must stay under 1 GB and not grow.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import many

SIZES = (250, 500, 1000, 2000)


def peak(folder: Path, dossier: Path) -> dict[str, float]:
    """Add a folder to a new dossier in a process of its own; return its peak memory in MB and its seconds."""
    command = [sys.executable, "-m", "bench.memory", "--child", str(folder), str(dossier)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _child(folder: Path, dossier: Path) -> None:
    from firsthand.dossier import Dossier

    started = time.perf_counter()
    with Dossier.create(dossier) as opened:
        opened.add([folder])
        claims = opened.count("claims")
    seconds = time.perf_counter() - started
    kilobytes, other = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    found = {"megabytes": kilobytes / 1024, "other": other / 1024, "seconds": seconds, "claims": claims}
    print(json.dumps(found))


def main(sizes: list[int]) -> None:
    """Print one line for each number of documents."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            many.write(Path(place, "many"), size)
            measured = peak(Path(place, "many"), Path(place, "many.dossier"))
            again = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "firsthand.cli", "add", str(Path(place, "many.dossier")), str(Path(place, "many"))],
                check=True, capture_output=True,
            )  # fmt: skip
            seconds = time.perf_counter() - again
            print(
                f"{size} documents, {measured['claims']:,.0f} claims: peak {measured['megabytes']:.0f} MB, each process "
                f"that compares or settles for it {measured['other']:.0f} MB; {measured['seconds']:.1f} s; a second run {seconds:.1f} s"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
