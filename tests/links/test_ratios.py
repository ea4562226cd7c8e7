"""As many of as many of the same: "seven of the 11 exits" in the words of two texts of one matter."""

import pytest

from firsthand.links.compare import compare
from firsthand.links.said import Said

from .plain import claim

LOCKED = "{Seven | count exact 7} of (the 11 exits) <were locked>."


def stands(line, *, related=True):
    (one, _), (other, _) = claim(LOCKED, "a"), claim(line, "b", "The Osmere Herald")
    first, second = Said(one, "2025-05-14", (), "a"), Said(other, "2025-05-20", (), "b")
    return compare(first, second, related=related)


@pytest.mark.parametrize(
    ("number", "whole", "found"),
    [
        ("seven | count exact 7", "the 11 exits", True),
        ("seven | count exact 7", "the 14 exits", False),
        ("seven | count exact 7", "the 11 inspectors", False),
        ("six | count exact 6", "the 11 exits", False),
    ],
    ids=["the same", "of more", "of others", "fewer"],
)
def test_as_many_of_as_many_of_the_same(number, whole, found):
    link = stands(f"{{{number}}} of ({whole}) <could have been opened with this key>.")
    assert (link is not None and link.kind in ("same", "drift")) is found


def test_strangers_may_count_as_many_of_as_many():
    assert (
        stands("{Seven | count exact 7} of (the 11 exits) <could have been opened>.", related=False) is None
    )
