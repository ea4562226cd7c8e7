"""The constructions in which figures are written: the plain-word cases of constructions.txt."""

from __future__ import annotations

import pytest
from tests.marks.quantities_in_words import cases, check


@pytest.mark.parametrize("case", cases("constructions.txt"))
def test_a_construction_is_read_as_it_says(case: str) -> None:
    check(case)
