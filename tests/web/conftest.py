"""A page of the demo dossier to be asked, without a network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.visiting import page_of, visitor

from firsthand.web.guard import Guard


@pytest.fixture(scope="session")
def guard(demo_path: Path) -> Guard:
    return page_of(demo_path)


@pytest.fixture(scope="session")
def client(guard: Guard) -> TestClient:
    return visitor(guard)


@pytest.fixture
def own(demo_path: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The page of a copy of the demo that a test may change."""
    copy = tmp_path / "own.dossier"
    shutil.copy(demo_path, copy)
    guard = page_of(copy)
    yield visitor(guard)
    guard.app.state.desk.close()
