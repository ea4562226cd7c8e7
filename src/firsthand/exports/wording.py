"""Words of documents on their way into a file of another format."""

import unicodedata

JOINERS = "\u200c\u200d"
"""Characters without width that some scripts need inside of words."""


def clean(words: str) -> str:
    """Return words on one line, without characters that cannot be seen or that turn the direction of writing.

    >>> clean("six\\nboats\\x00 \\u202eseized")
    'six boats seized'
    """
    if words.isascii() and words.isprintable():
        return " ".join(words.split())
    kept = (
        " " if unicodedata.category(letter)[0] in "CZ" and letter not in JOINERS else letter
        for letter in words
    )
    return " ".join("".join(kept).split())
