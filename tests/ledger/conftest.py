"""A new dossier for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.ledger import Ledger, create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "karvelia.dossier"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with create(path) as made:
        yield made
