"""Invented dossiers on twenty subjects, whose gold was written by hand before anybody saw what the program makes of them.

They measure: ``bench/floors.toml`` has the scores that they must keep.
"""

from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMES = sorted(path.parent.name for path in HERE.glob("*/annotation.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_is_what_the_annotation_says(name: str) -> None:
    committed = {path.stem: path.read_text("utf-8") for path in (HERE / name / "gold").glob("*.json")}
    assert committed == import_module(f"tests.dossiers.{name}.write").gold()


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_made_from_a_source(name: str) -> None:
    files = import_module(f"tests.dossiers.{name}.write").FILES
    assert {path.name for path in (HERE / name / "docs").iterdir()} == set(files)
    assert len(files) == len(list((HERE / name / "source").iterdir()))
