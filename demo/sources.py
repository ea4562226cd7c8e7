"""Reading the sources of the demo dossier: what each file holds, and which part of it is the story.

Three ways to write a source, by what becomes of it:

- blocks (for PDF and DOCX): paragraphs that begin with their kind and a colon, "p: The herring ...";
- marked text (for plain text, Markdown and e-mail): lines "=== story" and "=== furniture" that say what follows
  and are left out of the finished file;
- HTML: an attribute ``data-story`` on every element of the story, left out of the finished file.
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"

STORY_BLOCKS = frozenset({"title", "subtitle", "h", "p", "q", "a", "row", "small"})
"""The kinds of blocks that are the story; letterheads, bylines, footnotes and running heads are not."""

Block = tuple[str, str]


def source(name: str, folder: Path = SOURCE) -> str:
    """Return the text of a source file."""
    return (folder / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    """Return the blocks of a source as (kind, words)."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        kind, _, words = paragraph.partition(":")
        found.append((kind.strip(), " ".join(words.split())))
    return found


def unmarked(text: str) -> str:
    """Return marked text or HTML as the finished file has it, without the marks."""
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("=== ")]
    return "".join(kept).replace(" data-story", "")


def story(name: str, folder: Path = SOURCE) -> str:
    """Return the story of a source as a careful reader would copy it out, paragraphs apart by an empty line."""
    text = source(name, folder)
    if name.endswith(".html"):
        return _story_of_html(text)
    if text.startswith("=== "):
        return _story_of_marked(text)
    told = [re.sub(r"\{\d+\}", "", words) for kind, words in blocks(text) if kind in STORY_BLOCKS]
    return "\n\n".join(told)


def _story_of_html(text: str) -> str:
    from lxml import html

    # Superscript citations stand without a space before them, as a browser copies them.
    elements = html.fromstring(text).xpath("//*[@data-story]")
    return "\n\n".join(" ".join(element.text_content().split()) for element in elements)


def _story_of_marked(text: str) -> str:
    pieces = re.split(r"^=== (story|furniture)\n", text, flags=re.MULTILINE)
    told = [piece for kind, piece in zip(pieces[1::2], pieces[2::2], strict=True) if kind == "story"]
    paragraphs = re.split(r"\n\s*\n", "\n\n".join(piece.strip() for piece in told))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
