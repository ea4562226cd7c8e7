"""What was made of a record, kept at hand while the record is: found again without hashing its whole text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

R = TypeVar("R")
M = TypeVar("M")

FEW = 2
"""Large records of which what was made is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """A record as a key: equal only to the very same object."""

    record: Any

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.record is self.record


def remembered(
    make: Callable[[R], M], *, most: int, size: Callable[[R], int], large: int
) -> Callable[[R], M]:
    """Return the function with a memory for its last ``most`` arguments, told apart as objects.

    Of arguments larger than ``large`` only a few are remembered, so that the memory stays bounded.
    """

    def made(key: Itself) -> M:
        """Return what is made of a record, remembered by the record itself."""
        return make(key.record)

    of_small = lru_cache(maxsize=most)(made)
    of_large = lru_cache(maxsize=FEW)(made)
    return lambda record: (of_large if size(record) > large else of_small)(Itself(record))
