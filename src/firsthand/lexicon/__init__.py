"""Words and units as data, one folder per language, each group with its reason.

A word list is a TOML file; ``load("en", "hedges")`` reads ``en/hedges.toml``.
Another language is another folder with files of the same names.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """Return one word list as nested dictionaries; FileNotFoundError when the language has none of that name."""
    return tomllib.loads(files(__package__).joinpath(language, f"{name}.toml").read_text("utf-8"))


@cache
def languages(name: str) -> frozenset[str]:
    """Return the languages that have a word list of a name."""
    folders = files(__package__).iterdir()
    return frozenset(folder.name for folder in folders if folder.joinpath(f"{name}.toml").is_file())


@cache
def words(language: str, name: str, group: str) -> frozenset[str]:
    """Return the entries under ``words`` of one group of a list, in lower case."""
    return frozenset(word.lower() for word in load(language, name)[group]["words"])


@cache
def ordinary(language: str = "en") -> frozenset[str]:
    """Return the words in daily use, in lower case, as far as they were counted; none for a language without a count."""
    counted = files(__package__).joinpath(language, "rarity.txt")
    if not counted.is_file():
        return frozenset()
    lines = counted.read_text("utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines if not line.startswith("#"))
