"""Letters as they are compared: without case, accents, hidden characters and look-alikes from other alphabets."""

import unicodedata
from functools import cache

from firsthand.lexicon import load

HYPHENS = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d")
"""Characters at which a word may be broken or joined."""

SOFT = HYPHENS | frozenset("'’`´*_~^\\\u00b7")
"""Characters that may stand inside a name without parting it: apostrophes, and what markup is made of."""

TOGETHER = ("HIRAGANA", "KATAKANA", "CJK", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts in which a name stands between other letters without a space."""


class _Folds(dict[int, str]):
    """A character's code to the letters it is compared by, "" for what is neither letter nor digit; filled when asked."""

    def __missing__(self, code: int) -> str:
        letters = _folded(chr(code))
        self[code] = letters
        return letters


FOLDS: dict[int, str] = _Folds()


def letters(text: str) -> str:
    """Return only the letters and digits of a text, as they are compared.

    >>> letters("Zoë\u200b O’Hara-Lind")
    'zoeoharalind'
    """
    return text.translate(FOLDS)


def is_hidden(character: str) -> bool:
    """Whether a character is not seen: a joiner, a direction mark, a tag, an accent that stands alone."""
    return unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc") and character not in "\t\n\r"


@cache
def stands_together(letter: str) -> bool:
    """Whether a letter belongs to a script that does not part words by spaces."""
    return letter > "\u0dff" and unicodedata.name(letter, "").startswith(TOGETHER)


def _folded(character: str) -> str:
    found = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        if part.isalnum():
            found.append(_look_alikes().get(part, part))
    return "".join(found)


@cache
def _look_alikes() -> dict[str, str]:
    table: dict[str, str] = load("en", "protection")["look_alikes"]
    return {letter: latin for letter, latin in table.items() if letter != "why"}
