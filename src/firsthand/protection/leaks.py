"""Whether the text of a finished file holds anything that was withheld from it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from firsthand.protection.folding import letters
from firsthand.protection.masking import Mask
from firsthand.protection.terms import Term, Terms

LONG = 9
"""Letters from which a name is looked for without regard to where words begin and end."""

SHORT = 2_000
TOGETHER = 200_000
"""Characters of a piece that is looked at together with others of its place, and of all of these."""

FEW = 200
"""Terms up to which it is quicker to ask for each of them first whether its letters are there at all."""

APART = "\n|" * 20
"""Stands between such pieces: no name reaches over it."""

LONG_IN_NOISE = 7
LONG_IN_MARKUP = 4

IN_TAGS = re.compile(r"=\s*\"([^\"]*)\"|=\s*'([^']*)'|<!--(.*?)-->", re.DOTALL)
CRUMBS = re.compile(r"(?<![^\W_])[^\W_]{1,2}(?![^\W_])[\W_]*")
"""Single letters and pairs among bytes that are no text: a long name does not begin with one there."""

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


def leaks(mask: Mask, pieces: Iterable[Piece], spoken: frozenset[Term] = frozenset()) -> frozenset[Leak]:
    """Return where anything that a mask withholds stands in the pieces of a file, however it is written there.

    Case, accents, white space, hyphens, hidden characters, look-alike letters and markup do not hide it. What is
    ``spoken`` does not count: it stands in the file whoever the release is about.
    """
    terms = Terms(term for term in mask.terms.terms if term not in spoken)
    return frozenset(
        Leak(term.category, piece.place) for piece in _gathered(pieces) for term in _in(terms, piece)
    )


def spoken_in(mask: Mask, pieces: Iterable[Piece]) -> frozenset[Term]:
    """Return what stands in a file that holds nothing of the dossier: somebody may be called Page."""
    return frozenset(term for piece in _gathered(pieces) for term in _in(mask.terms, piece))


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, very short ones of one place together: a PDF has tens of thousands of them."""
    waiting: dict[tuple[str, bool], list[str]] = {}
    sizes: Counter[tuple[str, bool]] = Counter()
    for piece in pieces:
        if len(piece.text) > SHORT:
            yield piece
            continue
        key = piece.place, piece.noisy
        held = waiting.setdefault(key, [])
        held.append(piece.text)
        sizes[key] += len(piece.text) + len(APART)
        if sizes[key] > TOGETHER:
            yield Piece(piece.place, APART.join(held), piece.noisy)
            held.clear()
            sizes[key] = 0
    for (place, noisy), held in waiting.items():
        if held:
            yield Piece(place, APART.join(held), noisy)


def _in(terms: Terms, piece: Piece) -> Iterator[Term]:
    least = LONG_IN_NOISE if piece.noisy else 0
    if piece.noisy:
        piece = replace(piece, text=CRUMBS.sub(" ", piece.text))
    run = letters(piece.text)
    bare = letters(TAG.sub("", piece.text)) if "<" in piece.text else run
    few = len(tuple(terms.terms)) <= FEW
    near = terms.within(run if bare == run else f"{run} {bare}") if few else terms
    for text, short in _readings(piece.text) if near else ():
        for match in near.all(text):
            if len(match.term.letters) >= max(least, short):
                yield match.term
    for term in near.terms:
        if len(term.letters) >= LONG and not (term.cased or term.is_trace) and term.letters in bare:
            yield term


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
