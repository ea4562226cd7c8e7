"""The sentence or the paragraph in which a stretch of a text stands, by its marks alone."""

import re

from firsthand.records import Span

END = re.compile(
    r"[.!?\n](?:(?<!\n)(?<!\b[A-Z].)(?<!\b(?:No|Dr|Mr|Ms).)[”\"’')\]]*(?=\s|\[)|(?<=\n)(?:\s*\n|(?=[“\"•*>#-])))"
)
"""Where a sentence ends; it begins with the characters at which one may, because those are looked for quickly."""

FARTHEST = 700
"""Characters within which a sentence is looked for on either side."""


def sentence(text: str, span: Span) -> Span:
    """Return the sentence that holds a stretch; of several, from the beginning of the first to the end of the last.

    >>> Span(5, 14) == sentence("One. Two by 2. Three.", Span(9, 12))
    True
    """
    before = [match.end() for match in END.finditer(text, max(0, span.start - FARTHEST), span.start)]
    start = before[-1] if before else max(0, span.start - FARTHEST)
    found = END.search(text, max(span.start, span.end - 1), min(len(text), span.end + FARTHEST))
    end = found.end() if found else min(len(text), span.end + FARTHEST)
    return trimmed(text, Span(start, max(end, span.end)))


def paragraph(text: str, span: Span) -> Span:
    """Return the paragraph in which a stretch begins, to the empty line behind it."""
    before = text.rfind("\n\n", 0, span.start)
    behind = text.find("\n\n", span.end)
    return trimmed(text, Span(before + 2 if before >= 0 else 0, behind if behind >= 0 else len(text)))


def trimmed(text: str, span: Span) -> Span:
    """Return a stretch without the blanks at its ends."""
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip())))
