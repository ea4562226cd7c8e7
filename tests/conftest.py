"""What all tests share: the folder with the shared gold data, where there is one."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("FIRSTHAND_SHARED", Path(__file__).parent.parent.parent / "shared"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        left_out = pytest.mark.skip(
            reason=f"needs the shared gold data; {SHARED} is not there (FIRSTHAND_SHARED names it)"
        )
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(left_out)


@pytest.fixture(scope="session", autouse=True)
def no_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests read no setting of whoever runs them."""
    os.environ["FIRSTHAND_SETTINGS"] = str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(scope="session")
def shared() -> Path:
    return SHARED


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo dossier, made once for all tests; they only read it."""
    from firsthand.dossier import Dossier

    place = tmp_path_factory.mktemp("demo") / "demo.dossier"
    with Dossier.create(place) as opened:
        opened.add([Path(__file__).parent.parent / "demo" / "docs"])
    return place
