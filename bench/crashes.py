"""Kill an ``add`` at random moments and see that nothing is lost that was reported as done.

python -m bench.crashes [KILLS]

"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import many

DOCUMENTS = 60


def survive(kills: int, place: Path, seed: int = 0) -> tuple[int, int]:
    """Kill runs of ``add`` until ``kills`` are done; return how many documents were reported and how many were lost.

    Each run goes on where the one before was killed; when all is read, a new
    dossier is begun. A document counts as lost when its line was printed and the
    dossier does not hold it, or when ``verify`` finds anything wrong.
    """
    chance = random.Random(seed)
    many.write(place / "many", DOCUMENTS)
    reported, lost, number = set[str](), 0, 0
    for kill in range(kills):
        dossier = place / f"{number}.dossier"
        printed, finished = _killed_run(place / "many", dossier, chance.uniform(0.05, 4.0))
        reported |= {f"{number} {name}" for name in printed}
        expected = {name.split(" ", 1)[1] for name in reported if name.startswith(f"{number} ")}
        lost += _lost(dossier, expected)
        number += finished
        print(
            f"kill {kill + 1}: {len(expected)} reported so far in this dossier, {lost} lost", file=sys.stderr
        )
    return len(reported), lost


def _killed_run(folder: Path, dossier: Path, delay: float) -> tuple[list[str], bool]:
    """Start an ``add``, wait for its first words and a while, kill it; return the names it reported and whether it had ended."""
    command = [sys.executable, "-m", "bench.crashes", "--child", str(folder), str(dossier)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(delay)
        finished = child.poll() == 0
        child.send_signal(signal.SIGKILL)
        printed = child.stdout.read()
    return [line for line in printed.splitlines(keepends=True) if line.endswith("\n")], finished


def _lost(dossier: Path, expected: set[str]) -> int:
    from firsthand.dossier import Dossier

    if not dossier.exists():
        return len(expected)
    with Dossier.open(dossier) as opened:
        wrong = list(opened.verify())
        held = {opened.name_of(document.id) + "\n" for document in opened.documents()}
    return len(expected - held) + len(wrong)


def _child(folder: Path, dossier: Path) -> None:
    from firsthand.dossier import Dossier
    from firsthand.language import warm_up

    warm_up()
    print("ready", flush=True)
    with Dossier.open(dossier) if dossier.exists() else Dossier.create(dossier) as opened:
        opened.add([folder], lambda progress: print(progress.name, flush=True))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            done, gone = survive(int(sys.argv[1]) if len(sys.argv) > 1 else 50, Path(temporary))
        print(f"{done} documents reported, {gone} lost")
        sys.exit(bool(gone))
