"""Which blocks of a page are its story: trafilatura's choice, brought back onto the blocks."""

import logging
from collections import Counter
from collections.abc import Sequence

import trafilatura
from lxml.html import HtmlElement

from firsthand.readers.html.blocks import Block

FIRST_MARK, LAST_MARK = 0xF0000, 0x10FFFD
"""Two planes of private use characters: one names each block while trafilatura works."""

NO_CHARACTERS = frozenset({0xFFFFE, 0xFFFFF})

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def story_shares(root: HtmlElement, blocks: Sequence[Block]) -> list[float] | None:
    """Return, block by block, the share of its characters that trafilatura takes for the story.

    Every run of characters gets a private use character in front, which tells
    afterwards where the chosen text stood; the tree is then as it was. None when
    the page has more blocks than there are such characters, or trafilatura finds
    nothing.
    """
    marks = [
        chr(code)
        for code in range(FIRST_MARK, min(FIRST_MARK + len(blocks) + 4, LAST_MARK))
        if code not in NO_CHARACTERS
    ]
    if len(marks) < len(blocks):
        return None
    for mark, block in zip(marks, blocks, strict=False):
        _mark(block, mark)
    found = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False)
    for block in blocks:
        _mark(block, None)
    body = getattr(found, "body", None)
    if body is None:
        return None
    chosen = _chosen("".join(body.itertext()))
    return [min(1.0, chosen[mark] / max(1, _size(block))) for mark, block in zip(marks, blocks, strict=False)]


def _mark(block: Block, mark: str | None) -> None:
    """Put a mark in front of every run of characters of a block, or take it away again."""
    for piece in block.pieces:
        if not piece.text.strip():
            continue
        field = "tail" if piece.tail else "text"
        text = getattr(piece.element, field) or ""
        setattr(piece.element, field, mark + text if mark else text[1:])


def _chosen(text: str) -> Counter[str]:
    """Count the visible characters behind each mark."""
    sizes: Counter[str] = Counter()
    mark = ""
    for character in text:
        if character >= "\U000f0000":
            mark = character
        elif not character.isspace():
            sizes[mark] += 1
    return sizes


def _size(block: Block) -> int:
    return sum(not character.isspace() for piece in block.pieces for character in piece.text)
