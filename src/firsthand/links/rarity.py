"""How rare a word is in English at large: the fixed background against which shared words are weighed."""

from functools import cache
from importlib.resources import files

UNLISTED = 5.2
"""Rarity of a word that the list does not hold."""

COMMON = 3.0
"""Up to this rarity a word says little about what a text is about: one word in a thousand."""


def rarity(word: str) -> float:
    """Return minus the decimal logarithm of a word's share of all words: 1.1 for "the", 5.2 for a rare one.

    A number is as rare as it is long: round ones are in every text.

    >>> rarity("the") < rarity("police") < rarity("xylophone")
    True
    """
    if word[:1].isdigit():
        return min(UNLISTED, 2.5 + 0.6 * len(word.rstrip("0").replace(".", "")))
    return listed().get(word, UNLISTED)


@cache
def listed() -> dict[str, float]:
    """Return the whole list: word to rarity."""
    text = files("firsthand.lexicon").joinpath("en", "rarity.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: float(value) for word, value in rows}
