"""The scores on the shared gold data, against the floors in ``floors.toml``.

    python -m bench.scores [NAME ...]

Prints each scorer's last line; the exit status is 1 when a number is below its
floor. The folder is named by FIRSTHAND_SHARED, ``../shared`` without it.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("FIRSTHAND_SHARED", HERE.parent.parent / "shared"))
GATES = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


def measure(name: str) -> dict[str, float]:
    """Return the numbers of one gate's scorer, by their names."""
    gate = GATES[name]
    scorer = SHARED / "bench" / "scorers" / gate["scorer"]
    places = {"{shared}": str(SHARED), "{here}": str(HERE.parent)}
    arguments = [re.sub(r"{\w+}", lambda match: places[match[0]], argument) for argument in gate["arguments"]]
    # The scorers call the program by its name: the one that is measured comes first.
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, str(scorer), *arguments], capture_output=True, text=True, env=environment, check=True
    )
    return {key: float(value) for key, value in re.findall(r"(\w+)=([\d.]+)", done.stdout.splitlines()[-1])}


def outside(name: str, measured: dict[str, float]) -> list[str]:
    """Return a sentence for each number that is below its floor or above its ceiling."""
    gate = GATES[name]
    says = [
        f"{name}: {key} is {measured[key]:.3f}, its floor is {floor}"
        for key, floor in gate["floors"].items()
        if measured[key] < floor
    ]
    for key, ceiling in gate.get("ceilings", {}).items():
        if measured[key] > ceiling:
            says.append(f"{name}: {key} is {measured[key]:.3f}, its ceiling is {ceiling}")
    return says


if __name__ == "__main__":
    failures = []
    for chosen in sys.argv[1:] or GATES:
        numbers = measure(chosen)
        print(f"{chosen}: " + " ".join(f"{key}={value:.3f}" for key, value in numbers.items()), flush=True)
        failures += outside(chosen, numbers)
    print("\n".join(failures))
    sys.exit(bool(failures))
