"""How often Python searches for garbage while a dossier is compared and settled."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

GARBAGE = 500_000, 20, 50
"""How many records are made between two searches for circles among them: what is compared and settled holds none, and
searching as often as Python does takes a seventh of the time."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Let Python search for garbage seldom, until the end of the ``with`` statement."""
    usual = gc.get_threshold()
    gc.set_threshold(*GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
