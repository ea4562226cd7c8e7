"""The paragraphs of a text: where one ends and the next begins, also in hard-wrapped files."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.records import Span

BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\f")
BREAK = re.compile(r"\n")
BULLET = re.compile(r"[•‣◦▪·●○■]\s*|[*–—-]\s+|o\s{2,}")
"""The mark of a list's entry, which begins a paragraph of its own."""

WIDEST_WRAP = 110
"""Characters of the longest line that is taken for wrapped without regard to the width of the others."""

SAME_WIDTH = 0.6
"""Share of the longest line that the shortest one of a wider block has, the last line left out."""

WRAPPED_SHARE = 0.4
"""Share of the breaks of a block that must stand inside of a sentence for the block to be one paragraph."""

LOOKED_AT = 400
"""Characters at either end of a line that are looked at: a bound on the time for very long lines."""

SENTENCE_END = re.compile(r"[.!?…][\"'’”»)\]]*(?:\s*\[\d{1,3}\])*$")
"""What a sentence ends with: its mark, closing quotation marks and brackets, marks of footnotes."""

LOWER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?=[\s,.;:!?)”’\"]|$)")
OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|be|been|but|by|for|from|had|has|have|her|his|in|into|is|its|of|on|or|said|that|the|their|to|was|were|which|who|with))$"
)
"""What no heading ends with: the line goes on, though the next one begins with a name or a number."""


def stretches(text: str, zone: Span) -> Iterator[Span]:
    """Yield the paragraphs of a zone, without white space at their ends.

    Blank lines separate paragraphs, and so do the marks of a list. A single line
    break does too, unless the block is hard-wrapped: then its lines are one
    paragraph.

    >>> [s.of("One.\\n\\nTwo.\\nThree.") for s in stretches("One.\\n\\nTwo.\\nThree.", Span(0, 18))]
    ['One.', 'Two.', 'Three.']
    """
    for block in _pieces(text, zone, BLANK):
        for entry in _entries(text, list(_pieces(text, block, BREAK))):
            if is_wrapped([line.of(text) for line in entry]):
                yield Span(entry[0].start, entry[-1].end)
            else:
                yield from entry


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines that follow each other without a blank one are one paragraph, broken by hand.

    English prose that is broken by hand goes on inside of a sentence at most
    breaks; lists, headings, addresses and menus do not. Lines wider than a page are
    wrapped only where all of them are about as wide.

    >>> is_wrapped(["The port has been", "closed since the", "flood."]), is_wrapped(["Nets", "Boats and ropes", "Salt"])
    (True, False)
    """
    widths = [len(line) for line in lines]
    longest = max(widths[:-1], default=0)
    if max(widths, default=0) > WIDEST_WRAP and (
        widths[-1] > longest or min(widths[:-1]) < SAME_WIDTH * longest
    ):
        return False
    inside = sum(_goes_on(before, after) for before, after in pairwise(lines))
    return inside > 0 and inside >= WRAPPED_SHARE * (len(lines) - 1)


def begins_lower(line: str) -> bool:
    """Whether a line begins with a word in lower case: the rest of something."""
    return line[:1].islower() and LOWER.match(line) is not None


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on over a break."""
    end = before[-LOOKED_AT:].rstrip()
    return SENTENCE_END.search(end) is None and (begins_lower(after) or OPEN_END.search(end) is not None)


def _entries(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    entry: list[Span] = []
    for line in lines:
        if entry and BULLET.match(text, line.start, line.end):
            yield entry
            entry = []
        entry.append(line)
    yield entry


def _pieces(text: str, within: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    start = within.start
    for match in separator.finditer(text, within.start, within.end):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    inner = stretch.strip()
    if inner:
        start += len(stretch) - len(stretch.lstrip())
        yield Span(start, start + len(inner))
