"""How long work takes, for tests that time must grow in proportion.

The quickest of several runs, in processor time and without the collector of garbage: what is slower than that was another
test's heap or the machine, and no property of the code.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

RUNS = 3


def quickest(work: Callable[[], object]) -> float:
    """Seconds of processor time of the quickest of three runs of some work."""
    return min(_seconds(work) for _ in range(RUNS))


def _seconds(work: Callable[[], object]) -> float:
    collecting = gc.isenabled()
    gc.disable()
    started = time.process_time()
    try:
        work()
        return time.process_time() - started
    finally:
        if collecting:
            gc.enable()
