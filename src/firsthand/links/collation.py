"""One testimony as two documents print it, word by word: what both have, what only one has."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from firsthand.links.words import CUT, WORD, spelled
from firsthand.records import Span

FEWEST = 3
"""Words in a row that two passages must share; one or two are the same by chance."""

Whose = Literal["both", "first", "second"]


def collated(first: str, second: str) -> Iterator[tuple[Whose, str]]:
    """Yield the stretches of two passages in order: the words of both, and those that only one of them has.

    Words are compared in one spelling ("1,000" is "1000"); a mark of omission is a word of its own, so that a cut is
    shown where it was made. What both have is given as the first has it.

    >>> list(collated("I could not read it (...) it was cold", "I could not read it, it was cold"))
    [('both', 'I could not read it'), ('first', '(...)'), ('both', 'it was cold')]
    """
    for here, there in laid(first, second):
        if here is not None:
            yield "both" if there is not None else "first", " ".join(here.of(first).split())
        elif there is not None:
            yield "second", " ".join(there.of(second).split())


def laid(first: str, second: str) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the same stretches by their places in the two passages; None in a passage that has not the words.

    >>> list(laid("one two three [four]", "one two three"))
    [(Span(start=0, end=13), Span(start=0, end=13)), (Span(start=14, end=20), None)]
    """
    a, b = _pieces(first), _pieces(second)
    matcher = SequenceMatcher(None, [word for word, _, _ in a], [word for word, _, _ in b], autojunk=False)
    at = there = 0
    for block in matcher.get_matching_blocks():
        if 0 < block.size < FEWEST:
            continue
        if block.a > at:
            yield _words(first, a[at : block.a]), None
        if block.b > there:
            yield None, _words(second, b[there : block.b])
        at, there = block.a + block.size, block.b + block.size
        if block.size:
            yield _words(first, a[block.a : at]), _words(second, b[block.b : there])


Piece = tuple[str, int, int]


def _pieces(text: str) -> list[Piece]:
    """The words of a passage and its marks of omission with their places, those in square brackets as they stand there."""
    words = [(spelled(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]
    cuts = [("…", *_with_brackets(text, match.start(), match.end())) for match in CUT.finditer(text)]
    return sorted(words + cuts, key=lambda piece: piece[1])


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A mark of omission with the round or square brackets about it."""
    left = start - 1 if start and text[start - 1] in "([" else start
    return left, end + 1 if left < start and text[end : end + 1] in ")]" and text[end : end + 1] else end


def _words(text: str, pieces: list[Piece]) -> Span:
    """The stretch from the first to the last of some pieces, with a square bracket that opens before or closes behind it."""
    start, end = pieces[0][1], pieces[-1][2]
    start -= start > 0 and text[start - 1] == "["
    end += text[end : end + 1] == "]"
    return Span(start, end)
