"""Words that must not leave, found wherever they stand and however they are written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate

from firsthand.lexicon import words
from firsthand.protection.folding import FOLDS, HYPHENS, SOFT, is_hidden, letters, stands_together
from firsthand.records import IdentifierCategory, IdentifierClass

WORD = re.compile(r"[^\W_]+")

HEADS = (3, 8, 20)
"""Letters by which the terms that may begin at a word are looked up: first few, then more where a term has them."""

APART = 24
"""Characters of another kind (spaces, markup) that may stand between two words of a term."""

INSIDE = 6
"""Hidden characters, hyphens and markup that may stand inside a word."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are looked for, by their letters.

    ``words`` are the lengths in letters of its words; only between words may a space stand. Of a term with words
    around it only the letters from ``inner[0]`` to ``inner[1]`` are meant. ``cased`` asks for a capital at its
    beginning: the name is an ordinary word too. ``stands_for`` is what takes its place.
    """

    letters: str
    words: tuple[int, ...]
    category: IdentifierCategory
    danger: IdentifierClass
    stands_for: str = ""
    inner: tuple[int, int] = (0, 0)
    cased: bool = False
    detail: str = ""

    @property
    def is_trace(self) -> bool:
        """Whether it is a detail together with the words around it."""
        return self.inner != (0, len(self.letters))

    @property
    def alone(self) -> "Term":
        """The part that is meant, without the words around it."""
        first, last = self.inner
        starts = (0, *accumulate(self.words))
        words = tuple(n for n, start in zip(self.words, starts, strict=False) if first <= start < last)
        return replace(self, letters=self.letters[first:last], words=words, inner=(0, last - first))


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a term stands, and the part of it that is meant."""

    start: int
    end: int
    term: Term


def term(
    text: str,
    category: IdentifierCategory,
    danger: IdentifierClass,
    stands_for: str = "",
    *,
    cased: bool = False,
    detail: str = "",
) -> Term | None:
    """Return the term for some words, None when they hold fewer than two letters."""
    pieces = tuple(len(piece) for piece in _pieces(text))
    folded = letters(text)
    if len(folded) < 2:
        return None
    return Term(folded, pieces, category, danger, stands_for, (0, len(folded)), cased, detail)


def trace(before: str, within: Term, behind: str) -> Term:
    """Return a term together with the words before and behind it: what is too common to be looked for alone."""
    left, right = _pieces(before), _pieces(behind)
    start = sum(map(len, left))
    return Term(
        "".join(left) + within.letters + "".join(right),
        (*map(len, left), *within.words, *map(len, right)),
        within.category,
        within.danger,
        within.stands_for,
        (start, start + len(within.letters)),
        detail=within.detail,
    )


@dataclass(slots=True)
class Terms:
    """Many terms, looked for in one go."""

    terms: Iterable[Term]
    _tables: tuple[dict[str, list[Term]], ...] = field(default_factory=lambda: tuple({} for _ in HEADS))
    _beginnings: tuple[frozenset[str], ...] = ()
    _short: bool = False
    _inside: bool = False

    def __post_init__(self) -> None:
        self.terms = tuple(dict.fromkeys(self.terms))
        for each in self.terms:
            level = max((n for n, length in enumerate(HEADS) if len(each.letters) >= length), default=0)
            self._tables[level].setdefault(each.letters[: HEADS[level]], []).append(each)
            self._inside = self._inside or stands_together(each.letters[0])
        self._beginnings = tuple(frozenset(each.letters[:length] for each in self.terms) for length in HEADS)
        self._short = any(len(head) < HEADS[0] for head in self._beginnings[0])

    def __bool__(self) -> bool:
        return bool(self.terms)

    def all(self, text: str) -> Iterator[Match]:
        """Yield every place where a term stands; they may overlap."""
        if not self.terms:
            return
        first, short = self._beginnings[0], self._short
        for start in _beginnings(text, together=self._inside):
            head = text[start : start + HEADS[0]]
            head = head.lower() if head.isascii() and head.isalnum() else _head(text, start, HEADS[0])
            if head not in first and not (short and head[:2] in first):
                continue
            for each in self._candidates(text, start, head):
                found = _at(text, start, each)
                if found is not None:
                    yield Match(*found, each)

    def within(self, run: str) -> "Terms":
        """Return those of the terms whose letters stand in a run of letters: no other can stand in its text."""
        return Terms(each for each in self.terms if each.letters in run)

    def _candidates(self, text: str, start: int, head: str) -> Iterator[Term]:
        """Yield the terms that begin with the letters at a place."""
        if len(head) > 2:
            yield from self._tables[0].get(head[:2], ())  # a name of two letters
        for level, length in enumerate(HEADS):
            head = head if not level else _head(text, start, length)
            if head not in self._beginnings[level]:
                return
            yield from self._tables[level].get(head, ())

    def find(self, text: str) -> list[Match]:
        """Return the places where a term stands, in order and without overlaps; the longer one wins."""
        chosen: list[Match] = []
        for match in sorted(self.all(text), key=lambda found: (found.start, -found.end)):
            if not chosen or match.start >= chosen[-1].end:
                chosen.append(match)
        return chosen

    def replaced(self, text: str) -> str:
        """Return a text with what stands for each term in its place."""
        matches = self.find(text)
        if not matches:
            return text
        pieces, place = [], 0
        for match in matches:
            pieces += [text[place : match.start], match.term.stands_for]
            place = match.end
        return "".join((*pieces, text[place:]))


def _beginnings(text: str, *, together: bool) -> Iterator[int]:
    """Yield where a word begins; in a script that writes words together every letter is a beginning."""
    for found in WORD.finditer(text):
        yield found.start()
        if together and not found.group().isascii():
            yield from (
                found.start() + n for n, letter in enumerate(found.group()) if n and stands_together(letter)
            )


def _head(text: str, start: int, length: int) -> str:
    """Return the first letters behind a place, as they are compared."""
    plain = text[start : start + length]
    if plain.isascii() and plain.isalnum():
        return plain.lower()
    return text[start : start + 2 * length + APART].translate(FOLDS)[:length]


def _at(text: str, start: int, sought: Term) -> tuple[int, int] | None:
    """Return where the meant part of a term stands when the term begins at a place, else None."""
    if sought.cased and not text[start].isupper():
        return None
    ends = _ends(sought.words)
    first, last = sought.inner
    begin = finish = -1
    place, done, between, hyphen, n = start, 0, 0, False, len(sought.letters)
    while done < n:
        if place >= len(text):
            return None
        character = text[place]
        folded = FOLDS[ord(character)]
        if not folded:
            between += 1
            soft = character in SOFT or is_hidden(character) or (hyphen and character.isspace())
            hyphen = character in HYPHENS or (hyphen and character.isspace())
            if between > (APART if done in ends else INSIDE) or (done not in ends and not soft):
                return None
            place += 1
            continue
        if not sought.letters.startswith(folded, done):
            return None
        begin = place if done == first else begin
        done, place, between, hyphen = done + len(folded), place + 1, 0, False
        finish = place if done == last else finish
    if finish < 0 or not _ends_there(text, place, sought.letters):
        return None
    return begin, finish


def _ends_there(text: str, place: int, sought: str) -> bool:
    """Whether a word ends at a place, or goes on only with an ending: "s", "'s", "ian"."""
    rest = WORD.match(text, place)
    if rest is None or stands_together(sought[-1]):
        return True
    return len(sought) >= 5 and not sought[-1].isdigit() and letters(rest.group()) in _endings()


@cache
def _endings() -> frozenset[str]:
    return words("en", "protection", "endings")


@cache
def _ends(lengths: tuple[int, ...]) -> frozenset[int]:
    """Return behind how many letters a word of a term ends."""
    ends, done = set(), 0
    for length in lengths:
        done += length
        ends.add(done)
    return frozenset(ends)


def _pieces(text: str) -> list[str]:
    """Return the letters of each word; an apostrophe or a hidden character does not end one."""
    pieces = (letters(piece) for piece in re.split(r"[\s\-‐-―/.,;:()\[\]\"“”]+", text))
    return [piece for piece in pieces if piece]
