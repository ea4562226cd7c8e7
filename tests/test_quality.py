"""The quality gate: the scores on the shared gold data, with floors that only rise (bench/floors.toml)."""

import pytest
from bench import scores

pytestmark = [pytest.mark.shared, pytest.mark.timeout(900)]


@pytest.mark.parametrize("gate", scores.GATES)
def test_no_number_is_below_its_floor(gate):
    assert not scores.outside(gate, scores.measure(gate))
