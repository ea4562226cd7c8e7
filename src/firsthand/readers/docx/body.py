"""The XML of a DOCX -> its paragraphs and tables in order, with what is hidden kept apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

THROUGH = {
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "customXml",
    "smartTag",
    "hyperlink",
    "fldSimple",
    "bdo",
    "dir",
}
"""Elements that only wrap what stands in them."""

GONE = {"del", "moveFrom"}
"""Elements that hold what was deleted with changes tracked."""

SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Style:
    """What a paragraph style says: its name in lower case, and whether its text is hidden."""

    name: str
    based_on: str | None
    hidden: bool
    level: int | None


@dataclass(slots=True)
class Block:
    """A paragraph, or a table; ``style`` is the name of its style and ``level`` its place in the outline, 0 the highest."""

    text: str
    style: str = ""
    level: int | None = None


@dataclass(slots=True)
class Body:
    """Walks through a part of the document; ``hidden`` and ``deleted`` grow with what is not shown.

    ``notes`` are the kinds and ids of the notes in the order of their marks, which
    is the order of their numbers.
    """

    styles: dict[str, Style]
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    _boxes: list[etree._Element] = field(default_factory=list)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Yield the paragraphs and tables in order; the text of a box comes behind the paragraph that holds it."""
        for child in parent:
            name = _name(child)
            if name == "p":
                yield self._paragraph(child)
                yield from self._boxed()
            elif name == "tbl":
                yield from self._table(child)
                yield from self._boxed()
            elif name in THROUGH:
                yield from self.blocks(child)
            elif name in GONE:
                self.deleted.append(_words(child))
            elif child.tag == f"{MC}AlternateContent":
                for chosen in islice(child, 1):
                    yield from self.blocks(chosen)

    def text(self, paragraph: etree._Element) -> str:
        """Return the shown text of a paragraph; note marks are numbers in brackets."""
        pieces: list[str] = []
        self._collect(paragraph, pieces)
        return "".join(pieces)

    def _boxed(self) -> Iterator[Block]:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _paragraph(self, paragraph: etree._Element) -> Block:
        style, level = self._style(paragraph)
        text = self.text(paragraph).strip("\n")
        if style is not None and style.hidden:
            self.hidden.append(text)
            text = ""
        return Block(text, style.name if style else "", level)

    def _style(self, paragraph: etree._Element) -> tuple[Style | None, int | None]:
        said = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self.styles.get(said.get(f"{W}val") or "") if said is not None else None
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        level = _number(outline)
        seen = style
        for _ in range(20):
            if seen is None or level is not None:
                break
            level = seen.level
            seen = self.styles.get(seen.based_on or "")
        return style, level if level is None or level < 9 else None

    def _table(self, table: etree._Element) -> Iterator[Block]:
        """A table as one block; one that has a single column is only a frame round paragraphs."""
        rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
            return
        lines = ["\t".join(self._cell(cell) for cell in row) for row in rows]
        yield Block("\n".join(line for line in lines if line.strip()), "table")

    def _cell(self, cell: etree._Element) -> str:
        return " ".join(" ".join(block.text.split()) for block in self.blocks(cell) if block.text.strip())

    def _collect(self, parent: etree._Element, pieces: list[str]) -> None:
        for child in parent:
            name = _name(child)
            if name == "r":
                self._run(child, pieces)
            elif name in THROUGH:
                self._collect(child, pieces)
            elif name in GONE:
                self.deleted.append(_words(child))
            elif child.tag == f"{MC}AlternateContent":
                for chosen in islice(child, 1):
                    self._collect(chosen, pieces)

    def _run(self, run: etree._Element, pieces: list[str]) -> None:
        if self._is_hidden(run):
            self.hidden.append(_words(run))
            return
        for child in run:
            name = _name(child)
            if name == "t":
                pieces.append(child.text or "")
            elif name in SIGNS:
                pieces.append(SIGNS[name])
            elif name == "br":
                pieces.append("\n")
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append((name.removesuffix("Reference"), child.get(f"{W}id") or ""))
                pieces.append(f"[{len(self.notes)}]")
            elif name == "delText":
                self.deleted.append(child.text or "")
            elif name == "sym":
                pieces.append(_sign(child))
            elif child.tag == f"{MC}AlternateContent":
                for chosen in islice(child, 1):
                    self._picture(chosen)
            elif name in {"drawing", "pict", "object"}:
                self._picture(child)

    def _picture(self, picture: etree._Element) -> None:
        """Note the text boxes in a drawing, and the words that stand for a picture.

        A box in a box is found when the outer one is read.
        """
        waiting = [picture]
        while waiting:
            element = waiting.pop()
            name = local_name(element.tag)
            if name == "txbxContent":
                self._boxes.append(element)
                continue
            if name == "docPr" and element.get("descr"):
                self.alternatives.append(element.get("descr") or "")
            inside = islice(element, 1) if name == "AlternateContent" else element
            waiting.extend(reversed(list(inside)))

    def _is_hidden(self, run: etree._Element) -> bool:
        said = run.find(f"{W}rPr/{W}vanish")
        if said is not None:
            return said.get(f"{W}val") not in {"0", "false", "off"}
        styled = run.find(f"{W}rPr/{W}rStyle")
        style = self.styles.get(styled.get(f"{W}val") or "") if styled is not None else None
        return style is not None and style.hidden


def styles_of(root: etree._Element | None) -> dict[str, Style]:
    """Return the styles of a document by their ids."""
    found = {}
    for style in () if root is None else root.iter(f"{W}style"):
        name, based_on = style.find(f"{W}name"), style.find(f"{W}basedOn")
        vanish = style.find(f"{W}rPr/{W}vanish")
        found[style.get(f"{W}styleId") or ""] = Style(
            ((name.get(f"{W}val") if name is not None else "") or "").lower(),
            based_on.get(f"{W}val") if based_on is not None else None,
            vanish is not None and vanish.get(f"{W}val") not in {"0", "false", "off"},
            _number(style.find(f"{W}pPr/{W}outlineLvl")),
        )
    return found


def as_transitional(root: etree._Element) -> etree._Element:
    """Return XML of the strict form of the standard (ISO/IEC 29500) under the names of the usual one."""
    if STRICT not in root.nsmap.values():
        return root
    for element in root.iter(f"{{{STRICT}}}*"):
        element.tag = W + local_name(element.tag)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(f"{{{STRICT}}}"):
                element.set(W + local_name(key), value)
    return root


def local_name(tag: object) -> str:
    """Return a tag without its namespace, "" for a comment; a repaired file may hold names that are none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _name(element: etree._Element) -> str:
    """The name of an element of the word processor, "" for any other."""
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        name = _name(child)
        if name == wanted:
            yield child
        elif name in THROUGH:
            yield from _inside(child, wanted)


def _words(element: etree._Element) -> str:
    """All text in an element, shown or not."""
    return "".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))


def _number(element: etree._Element | None) -> int | None:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 3 else None


def _sign(element: etree._Element) -> str:
    """A character of a symbol font; those in the private area mean nothing without the font."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 32 <= code < 0xD800 else "•" if 0xF000 <= code <= 0xF0FF else ""
