"""The tree of a page -> its blocks of text in reading order, each with what the elements round it say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

SKIPPED = frozenset({
    "script", "style", "template", "head", "iframe", "object", "embed", "canvas", "audio", "video", "map", "datalist", "param",
})  # fmt: skip
"""Elements whose text nobody sees as text."""

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "math", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "svg",
    "time", "tt", "u", "var", "wbr", "input", "picture", "source", "mi", "mo", "mn", "mrow", "msup", "msub", "semantics",
})  # fmt: skip
"""Elements that go on within a line."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text|element-invisible|u-hidden|offscreen|a11y-hidden|assistive-text)(?:\s|$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """A run of characters of one element, as the tree holds it."""

    element: HtmlElement
    tail: bool
    text: str
    linked: bool


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item, table row or the like.

    ``path`` holds the elements round it, outermost first; ``hidden`` says that a
    browser does not show it.
    """

    path: tuple[HtmlElement, ...]
    hidden: bool
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""

    @property
    def tag(self) -> str:
        """The name of the nearest element."""
        return str(self.path[-1].tag)

    @property
    def linked(self) -> float:
        """The share of characters that stand in links, 0 to 1."""
        whole = sum(len(piece.text.strip()) for piece in self.pieces)
        return sum(len(piece.text.strip()) for piece in self.pieces if piece.linked) / whole if whole else 0.0


def blocks(root: HtmlElement) -> list[Block]:
    """Return the blocks of a page that have visible characters; white space is as a browser shows it."""
    walk = _Walk()
    for step, element in _steps(root):
        walk.take(step, element)
    walk.close()
    return walk.done


def hides(element: HtmlElement) -> bool:
    """Whether an element is not shown by a browser, as far as the page itself says."""
    return (
        element.tag == "noscript"
        or "hidden" in element.attrib
        or bool(HIDING_STYLE.search(element.get("style", "")))
        or bool(HIDING_CLASS.search(element.get("class", "")))
    )


def _steps(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield ("in", element), ("out", element) in document order, without recursion."""
    element, entering = root, True
    while True:
        is_element = isinstance(element.tag, str)
        if entering:
            if is_element and element.tag not in SKIPPED:
                yield "in", element
                if len(element):
                    element = element[0]
                    continue
                yield "out", element
            elif element is not root:
                yield "over", element
        else:
            yield "out", element
        if element is root:
            return
        after = element.getnext()
        entering = after is not None
        element = after if after is not None else element.getparent()


class _Walk:
    """The state of one pass over a page."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._path: list[HtmlElement] = []
        self._hidden: list[bool] = []
        self._links = 0
        self._pre = 0
        self._current: Block | None = None

    def take(self, step: str, element: HtmlElement) -> None:
        """Go into, out of or over one element."""
        tag = element.tag
        if step == "in":
            self._enter(element, tag)
            if element.text:
                self._say(element, False, element.text)
            return
        if step == "out":
            self._leave(tag)
        if element.tail and self._path:
            self._say(element, True, element.tail)

    def close(self) -> None:
        """Finish the block that is open."""
        block, self._current = self._current, None
        if block:
            text = "".join(piece.text for piece in block.pieces)
            block.text = _shown(text)
            if block.text:
                self.done.append(block)

    def _enter(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._break(element, "\n")
        elif tag in ("td", "th"):
            self._break(element, "\t")
        hidden = hides(element)
        if (tag not in INLINE and tag not in ("br", "td", "th")) or hidden:
            self.close()
        self._path.append(element)
        self._hidden.append(hidden or bool(self._hidden and self._hidden[-1]))
        self._links += tag in ("a", "button")
        self._pre += tag in ("pre", "textarea")

    def _leave(self, tag: str) -> None:
        hidden = self._hidden.pop()
        element = self._path.pop()
        if (tag not in INLINE and tag not in ("br", "td", "th")) or hidden != bool(
            self._hidden and self._hidden[-1]
        ):
            self.close()
        self._links -= element.tag in ("a", "button")
        self._pre -= element.tag in ("pre", "textarea")

    def _break(self, element: HtmlElement, mark: str) -> None:
        """A line's or a cell's end, inside of a block that has begun."""
        if self._current:
            # Marks of the Unicode private use area cannot be collapsed as white space of the source would.
            self._current.pieces.append(Piece(element, False, _LINE if mark == "\n" else _CELL, False))

    def _say(self, element: HtmlElement, tail: bool, text: str) -> None:
        if self._current is None:
            if not text.strip():
                return
            block_path = self._path
            self._current = Block(tuple(block_path), self._hidden[-1])
        said = text if not self._pre else text.replace("\n", _LINE)
        self._current.pieces.append(Piece(element, tail, said, self._links > 0))


_LINE, _CELL = "\x1e", "\x1f"
"""Separators that no decoded page holds: control characters are left out when it is decoded."""


def _shown(text: str) -> str:
    text = re.sub(r"[ \t\r\n\f]+", " ", text)
    text = re.sub(rf" ?{_CELL} ?", "\t", text)
    text = re.sub(rf" ?{_LINE} ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip(" \t\n\u200b\ufeff")
