"""A second language: the grammar of quantities holds no English, proved on Spanish sentences with words from lexicon/es."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from tests.marks.quantities_in_words import cases, check, marks

from firsthand.lexicon import languages, load
from firsthand.records import QuantityKind

READ = ("numbers", "hedges", "units", "currencies", "rates", "changes", "ages", "conversions", "vague")
"""The word lists that quantities are read with."""


@pytest.mark.parametrize("case", cases("spanish.txt"))
def test_a_spanish_sentence_is_read_as_it_says(case: str) -> None:
    check(case, "es")


def test_a_language_without_number_words_has_no_quantities() -> None:
    assert marks("Il y avait 300 bateaux dans le port.", "fr") == ()


@pytest.mark.parametrize("language", sorted(languages("numbers")))
@pytest.mark.parametrize("name", READ)
def test_every_group_of_every_language_has_its_reason(language: str, name: str) -> None:
    table = tomllib.loads(files("firsthand.lexicon").joinpath(language, f"{name}.toml").read_text("utf-8"))
    assert all(group.get("why") for group in table.values())


def test_units_have_the_same_names_in_every_language() -> None:
    def names(language: str) -> set[tuple[str, str]]:
        table = load(language, "units")
        return {
            (kind, name) for kind in get_args(QuantityKind) for name in table.get(kind, {}).get("units", {})
        }

    assert all(names(language) <= names("en") for language in languages("numbers"))
