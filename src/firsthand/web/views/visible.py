"""Text with what no reader would see made visible: control characters, and signs that turn the order of letters round.

A document may hide words or show them in another order than it stores them (Unicode Technical Report 36); here
such a sign is shown by its name and has no effect.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]|\r(?!\n)"
)
"""Controls, bidirectional signs, invisible letters, tags and halves of letters; not the joiners of Persian and emoji."""

SHORT = {"\u00ad": "soft hyphen", "\r": "carriage return", "\x0c": "page break", "\ufeff": "byte order mark"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text to show: itself, or a ``sign`` of one character in place of one that cannot be seen."""

    text: str
    sign: str = ""
    name: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """Yield a text in pieces, in which no character is without its sign.

    >>> [piece.sign or piece.text for piece in pieces("a\\u202eb")]
    ['a', 'U+202E', 'b']
    """
    place = 0
    for match in HIDDEN.finditer(text):
        if match.start() > place:
            yield Piece(text[place : match.start()])
        yield _sign(match[0])
        place = match.end()
    if place < len(text):
        yield Piece(text[place:])


def plain(text: str) -> str:
    """Return a text as one string in which such a character is written by its sign: for titles and labels.

    >>> plain("gpj\\u202efdp")
    'gpj[U+202E]fdp'
    """
    return "".join(f"[{piece.sign}]" if piece.sign else piece.text for piece in pieces(text))


@cache
def _sign(character: str) -> Piece:
    code = f"U+{ord(character):04X}"
    name = SHORT.get(character) or unicodedata.name(character, "control character").lower()
    return Piece(character, code, name)
