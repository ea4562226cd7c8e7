"""Run every benchmark at its full size: ``python -m bench``."""

import runpy
import sys

for module in (
    "bench.pipeline",
    "bench.marks",
    "bench.voices",
    "bench.memory",
    "bench.page",
    "bench.crashes",
    "bench.scores",
):
    print(f"\n{module}", flush=True)
    sys.argv = [module]
    try:
        runpy.run_module(module, run_name="__main__")
    except SystemExit as ended:
        if ended.code:
            print(f"{module} ended with {ended.code}")
