"""Text -> the lines that are zoned: a paragraph, a heading, a list entry or a piece of furniture each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from firsthand.language.stretches import BULLET, SENTENCE_END, begins_lower, is_wrapped
from firsthand.records import Span

LOOKED_AT = 400
"""Characters at either end of a line that its recognition looks at: a bound on the time for very long lines."""

QUOTES = str.maketrans("’‘“”`\u00a0", "''\"\"' ")
EDGES = " \t.,:;!…·•|»›>«<‹→↓▼▸►+*-–—_=~#[]()\"'\u200b"
INVISIBLE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u200b\u200c\u200d\u2060\ufeff•·|"
"""White space, characters without width and bullets: lines of these alone are blank."""


@dataclass(frozen=True, slots=True)
class Line:
    """One stretch that is zoned as a whole, without white space at its ends.

    ``gap`` is the number of blank lines before it, ``indent`` the width of the
    white space in front of its first line, ``page`` says that a form feed does.
    ``key`` is the plain form that word lists are compared with; it holds the
    first characters only.
    """

    span: Span
    text: str
    gap: int = 1
    indent: int = 0
    page: bool = False
    key: str = field(default="")
    words: int = 0

    @property
    def tail(self) -> str:
        """The last characters."""
        return self.text[-LOOKED_AT:]

    @property
    def is_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return SENTENCE_END.search(self.tail) is not None

    @property
    def is_quoted(self) -> bool:
        """Whether it begins or ends with a quotation mark."""
        return self.text[0] in '"“‘«„' or self.text[-1] in '"”»'

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough to be told: several words that end like a sentence, or a great many."""
        return (self.words >= 8 and (self.is_sentence or self.is_quoted)) or self.words >= 30

    @property
    def has_bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return BULLET.match(self.text) is not None

    @property
    def goes_on(self) -> bool:
        """Whether it begins in lower case: the rest of something."""
        return begins_lower(self.text)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text; the lines of a paragraph that was broken by hand are one.

    >>> [line.text for line in lines_of("Vessany\\n\\nThe port has been\\nclosed since the\\nflood.\\n")]
    ['Vessany', 'The port has been\\nclosed since the\\nflood.']
    """
    return list(_joined(_physical(text), text))


def lines_from(paragraphs: Iterable[str]) -> list[Line]:
    """Return lines for paragraphs that a format already keeps apart; their spans count within each alone."""
    return [line_of(paragraph) for paragraph in paragraphs]


def line_of(text: str, start: int = 0, gap: int = 1, page: bool = False) -> Line:
    """Return a piece of text as one line; ``start`` is its place in the document."""
    lead = len(text) - len(text.lstrip())
    inner = text.strip()
    span = Span(start + lead, start + lead + len(inner))
    return Line(span, inner or " ", gap, lead, page, plain(inner), _count(inner))


def plain(text: str) -> str:
    """Return the form of a text that word lists are compared with: lower case, straight quotes, bare ends.

    >>> plain("  • Read more:\\u00a0")
    'read more'
    """
    head = " ".join(text[:LOOKED_AT].translate(QUOTES).split())
    return head.strip(EDGES).casefold()


def _physical(text: str) -> Iterator[Line]:
    gap, start, page = 1, 0, False
    for piece in text.splitlines(keepends=True):
        page = page or "\f" in piece
        if piece.strip(INVISIBLE):
            yield line_of(piece, start, gap, page)
            gap, page = 0, False
        elif not piece.endswith("\f"):
            gap += 1
        page = page or piece.endswith("\f")
        start += len(piece)


def _count(text: str) -> int:
    """Count the words; beyond a few hundred characters it is only known that there are many."""
    return len(text[: 4 * LOOKED_AT].split())


def _joined(physical: Iterable[Line], text: str) -> Iterator[Line]:
    block: list[Line] = []
    for line in physical:
        if block and (line.gap or line.page or line.has_bullet):
            yield from _paragraphs(block, text)
            block = []
        block.append(line)
    yield from _paragraphs(block, text)


def _paragraphs(block: list[Line], text: str) -> Iterator[Line]:
    """Yield a block as one line when it is wrapped, else line by line."""
    if not is_wrapped([line.text for line in block]):
        yield from block
        return
    first, last = block[0], block[-1]
    whole = text[first.span.start : last.span.end]
    span = Span(first.span.start, last.span.end)
    yield Line(span, whole, first.gap, first.indent, first.page, plain(whole), _count(whole))
