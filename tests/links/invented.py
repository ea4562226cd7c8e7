"""The invented dossiers of the project, read once for all tests of this room."""

from functools import cache
from pathlib import Path

from firsthand.dossier import inspect
from firsthand.records import Extraction

HERE = Path(__file__).parent.parent
DOSSIERS = {
    "demo": HERE.parent / "demo" / "docs",
    "second": HERE / "second_dossier" / "docs",
    "third": HERE / "third_dossier" / "docs",
}


@cache
def extracted(name: str) -> tuple[Extraction, ...]:
    """Return what is found in each document of a dossier."""
    return tuple(each for each in inspect([DOSSIERS[name]]) if isinstance(each, Extraction))
