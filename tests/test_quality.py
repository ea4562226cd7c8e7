"""The quality gate: the scores on the shared gold data, with floors that only rise (bench/floors.toml)."""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from bench import scores

pytestmark = [pytest.mark.shared, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> Iterator[dict[str, Future[dict[str, float]]]]:
    """The numbers of each gate that is asked for: each is a process of its own, and as many run at once as there are processors."""
    wanted = {
        item.callspec.params["gate"] for item in request.session.items if "measured" in item.fixturenames
    }
    with ThreadPoolExecutor(os.cpu_count()) as several:
        yield {gate: several.submit(scores.measure, gate) for gate in scores.GATES if gate in wanted}
        several.shutdown(cancel_futures=True)


@pytest.mark.parametrize("gate", scores.GATES)
def test_no_number_is_below_its_floor(gate, measured):
    assert not scores.outside(gate, measured[gate].result())
