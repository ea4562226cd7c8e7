"""Whether the text of a finished file holds anything that was withheld from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.protection.folding import letters
from firsthand.protection.masking import Mask

LONG = 9
"""Letters from which a name is looked for without regard to where words begin and end."""

LONG_IN_NOISE = 7
LONG_IN_MARKUP = 4

IN_TAGS = re.compile(r"=\s*\"([^\"]*)\"|=\s*'([^']*)'|<!--(.*?)-->", re.DOTALL)
TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text that was taken out of a file, and at which kind of place it stood: "text", "metadata", "table claim".

    ``noisy`` says that it may be no text at all but compressed bytes: only long names mean something there.
    """

    place: str
    text: str
    noisy: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """That something withheld stands in a file: of which category, at which kind of place. Never what it is."""

    category: str
    place: str


def leaks(mask: Mask, pieces: Iterable[Piece]) -> frozenset[Leak]:
    """Return where anything that a mask withholds stands in the pieces of a file, however it is written there.

    Case, accents, white space, hyphens, hidden characters, look-alike letters and markup do not hide it.
    """
    return frozenset(leak for piece in pieces for leak in _in(mask, piece))


def _in(mask: Mask, piece: Piece) -> Iterator[Leak]:
    least = LONG_IN_NOISE if piece.noisy else 0
    for text, short in _readings(piece.text):
        for match in mask.terms.all(text):
            if len(match.term.letters) >= max(least, short):
                yield Leak(match.term.category, piece.place)
    run = letters(TAG.sub("", piece.text))
    for term in mask.terms.terms:
        if len(term.letters) >= LONG and not term.cased and term.letters in run:
            yield Leak(term.category, piece.place)


def _readings(text: str) -> Iterator[tuple[str, int]]:
    """Yield a text as it stands and as markup shows it, each with the letters that a name must have to count there.

    A tag is no name: "<li>" does not tell of Li. What stands in its attributes and in comments is text.
    """
    if "<" not in text:
        yield text, 0
        return
    yield text, LONG_IN_MARKUP
    yield TAG.sub("", text), 0
    yield TAG.sub(" ", text), 0
    yield "\n".join("".join(found) for found in IN_TAGS.findall(text)), 0
