"""What a list's address says: which stretch of it, sought words and order."""

from dataclasses import dataclass
from typing import Any

from firsthand.records import Stretch

PAGE = 50
"""Rows of a list on one page."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a stretch stands in its list, for the links to the other pages; pages count from 1."""

    first: int
    last: int
    total: int
    number: int
    pages: int


def pager(stretch: Stretch[Any], size: int = PAGE) -> Pager:
    """Return where a stretch of pages of that size stands in its list."""
    first = min(stretch.first + 1, stretch.total) if stretch.rows else 0
    pages = max(1, -(-stretch.total // size))
    return Pager(
        first,
        stretch.first + len(stretch.rows) if stretch.rows else 0,
        stretch.total,
        stretch.first // size + 1,
        pages,
    )
