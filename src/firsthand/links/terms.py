"""The content words of a phrase in one form, and what two phrases share of them, weighed by rarity."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lexicon import load, words
from firsthand.links.rarity import listed, rarity

TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:-[^\W\d_]+)*")
ENDINGS = (
    (("men", "man"), ("ies", "y"), ("es", "e"), ("s", "")),
    (("ing", ""), ("ied", "y"), ("ed", ""), ("e", "")),
)
"""Endings of number, then of tense, each with what it leaves."""

FAMILY = 7
"""First letters that words of one family have in common."""

FLOOR = 2.0
"""Rarity below which a shared word weighs nothing."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sets of words share and what only one has, as sums of rarity."""

    shared: float
    only_a: float
    only_b: float

    @property
    def likeness(self) -> float:
        """The shared part of both together, 0 to 1 (Dice); 0 when there is nothing to compare."""
        whole = 2 * self.shared + self.only_a + self.only_b
        return 2 * self.shared / whole if whole else 0.0

    @property
    def containment(self) -> float:
        """The shared part of the smaller one, 0 to 1."""
        whole = self.shared + min(self.only_a, self.only_b)
        return self.shared / whole if whole else 0.0


@lru_cache(maxsize=8192)
def content(phrase: str) -> frozenset[str]:
    """Return the content words of a phrase in one form, without numbers.

    >>> sorted(content("Women were trafficked in Vessany")) == sorted(content("Girls trafficked, Vessany"))
    True
    """
    return frozenset(map(form, _speaking(phrase)))


def says_any(phrase: str, said: frozenset[str]) -> bool:
    """Whether a phrase has any of some content words in one form."""
    return any(form(token) in said for token in _speaking(phrase))


def forms(tokens: Iterable[str]) -> frozenset[str]:
    """Return content words in one form for words that are already apart."""
    return frozenset().union(*(content(token) for token in tokens)) if tokens else frozenset()


@lru_cache(maxsize=16384)
def form(word: str) -> str:
    """Return the one form of a word: the first of its group of equal meaning, else its stem."""
    return stem(_groups().get(word, word))


def stem(word: str) -> str:
    """Return a word without the endings of number and tense, as one key for all its forms and not as a word.

    >>> stem("refugees") == stem("refugee"), stem("trafficking") == stem("trafficked")
    (True, True)
    """
    word = word.replace("-", "")
    for endings in ENDINGS:
        for ending, rest in endings:
            if (
                word.endswith(ending)
                and len(word) - len(ending) >= 3
                and not word.endswith(("ss", "us", "is"))
            ):
                word = word[: -len(ending)] + rest
                break
    if len(word) > 4 and (word[-1] == word[-2] or word.endswith(("ck", "y"))):
        word = word[:-1]
    return f"{word[:-1]}f" if word.endswith("v") else word  # "wives", "wife"


@lru_cache(maxsize=16384)
def weight(word: str) -> float:
    """Return how much it says that two claims share this word."""
    return max(0.0, _form_rarity().get(word, rarity(word)) - FLOOR)


def overlap(a: frozenset[str], b: frozenset[str]) -> Overlap:
    """Return what two sets of words share, by rarity."""
    shared = total(a & b)
    return Overlap(shared / 10, (total(a) - shared) / 10, (total(b) - shared) / 10)


@lru_cache(maxsize=16384)
def total(words: frozenset[str]) -> int:
    """Return how much some words say together, in tenths: whole numbers, so that their order does not matter."""
    return sum(map(tenths, words))


@lru_cache(maxsize=16384)
def tenths(word: str) -> int:
    """Return how much one word says, in tenths of rarity."""
    return round(10 * weight(word))


def with_kin(a: frozenset[str], b: frozenset[str]) -> Overlap:
    """Return what two sets of words share where words of one family are one: "recruiters", "recruitment".

    >>> with_kin(frozenset(["recruiter"]), frozenset(["recruitment"])).shared > 0
    True
    """
    families = {word[:FAMILY] for word in a - b if len(word) >= FAMILY} & {word[:FAMILY] for word in b - a}
    return overlap(
        *(frozenset(word[:FAMILY] if word[:FAMILY] in families else word for word in x) for x in (a, b))
    )


def is_kin(one: str, other: str) -> bool:
    """Whether two words in one form are the same or of one family."""
    return one == other or (min(len(one), len(other)) >= FAMILY and one[:FAMILY] == other[:FAMILY])


def _speaking(phrase: str) -> Iterator[str]:
    """The words of a phrase that say something, in small letters."""
    empty = _empty()
    for token in TOKEN.findall(phrase):
        word = token.replace("’", "'").casefold()
        if len(word) > 1 and word not in empty and not word[0].isdigit():
            yield word


@cache
def any_of(*groups: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases of some lists about comparing, as ``whole_words`` does."""
    return whole_words(phrase for group in groups for phrase in words("en", "comparing", group))


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases, the longest first, in any case, as whole words."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def _empty() -> frozenset[str]:
    return words("en", "comparing", "empty")


@cache
def _groups() -> dict[str, str]:
    return {word: group[0] for group in load("en", "comparing")["meaning"]["groups"] for word in group}


@cache
def _form_rarity() -> dict[str, float]:
    """Rarity of a form: that of the commonest word that has it."""
    rarities: dict[str, float] = {}
    for word, value in listed().items():
        rarities[form(word)] = min(value, rarities.get(form(word), value))
    return rarities
