"""Blocks of all pages -> the pieces of one text: paragraphs joined over lines, columns and pages, with their roles."""

import re
from collections import Counter
from dataclasses import dataclass, field

from firsthand.readers.pdf.layout import ENDS_SENTENCE, Block, Line
from firsthand.records import ZoneKind

NOTE = re.compile(r"(?:\d{1,3}(?=\s|[A-Z“‘\"'])|[*†‡]{1,3}|\[\d{1,3}\])\s*\S")
CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|graph|map|photo(?:graph)?|image|exhibit)\s*(?:\d+|[A-Z]\b|[IVX]+\b|:|by\b)",
    re.IGNORECASE,
)
REFERENCES = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:references|bibliography|works cited|endnotes|footnotes|notes|sources)(?: cited)?:?",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"(?:\.\s?){5,}\s*\d*$|(?:\.\s?){8,}")
BROKEN = re.compile(r"(?P<word>[\w'’]+)-$")
DASHED = re.compile(r"\w[–—/]$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?.%#]$")
KEEP_HYPHEN = {"self", "ex", "all", "half", "non", "quasi", "vice", "well", "anti", "pro", "cross"}
TAIL = 200
"""Characters at the end of a text that tell how it goes on: a bound on the time."""

LONGEST = 50_000
"""Characters of a paragraph beyond which it does not go on to another page."""

SMALL, LARGE = 0.93, 1.12
"""Height of the type, as a share of the body's, below which it is a note's and above which a heading's."""


@dataclass(slots=True)
class Piece:
    """A paragraph of the text.

    ``page`` is the one on which it begins, ``last`` the block with which it
    ends; ``starts`` are the later pages that begin inside of it, with the place.
    """

    text: str
    kind: ZoneKind
    page: int
    last: Block | None = None
    starts: list[tuple[int, int]] = field(default_factory=list)


class Flow:
    """Puts the pieces of a document together, page by page."""

    def __init__(self, pages: list[list[Block]]) -> None:
        self.pieces: list[Piece] = []
        self.words = _vocabulary(pages)
        self.body = _body_size(pages)
        self._in_references = False

    def add_page(self, page: int, blocks: list[Block], margins: tuple[str, str], titles: list[Block]) -> None:
        """Append a page: its blocks in order, and what stands in its upper and lower margin.

        When its first paragraph goes on from the page before, the head comes behind
        that paragraph, so that each page is one stretch of the text.
        """
        head, foot = margins
        titled = {id(block) for block in titles}
        for place, block in enumerate(blocks):
            goes_on = self._add(block, "title" if id(block) in titled else self._role(block))
            if place == 0 and head:
                self._append(Piece(head, "boilerplate", page), -1 if not goes_on else None)
        for margin in (foot,) if blocks else (head, foot):
            if margin:
                self._append(Piece(margin, "boilerplate", page))

    def _append(self, piece: Piece, place: int | None = None) -> None:
        if place is None:
            self.pieces.append(piece)
        else:
            self.pieces.insert(len(self.pieces) + place, piece)

    def _add(self, block: Block, kind: ZoneKind) -> bool:
        """Append a block, or let an earlier paragraph go on with it; then say so."""
        text = joined(block.lines, self.words)
        before = self._open_paragraph(block) if kind == "main" else None
        last = self.pieces[-1] if self.pieces else None
        if (
            last is not None
            and kind == last.kind == "main"
            and last.last is not None
            and _goes_on_as_table(last.last, block)
        ):
            last.text, last.last = f"{last.text}\n{text}", block
            return False
        if before is None:
            self._append(Piece(text, kind, block.page, block))
            return False
        self.pieces.remove(before)
        self.pieces.append(before)
        glued = glue(before.text, text, self.words)
        if before.last is not None and before.last.page != block.page:
            before.starts.append((block.page, len(glued) - len(text)))
        before.text, before.last = glued, block
        return True

    def _role(self, block: Block) -> ZoneKind:
        heading = block.bold or block.size > LARGE * self.body
        if REFERENCES.fullmatch(block.opens.strip()) and len(block.lines) == 1:
            self._in_references = True
            return "references"
        if heading and block.letters < 120 and block.size >= self.body:
            self._in_references = False
        if self._in_references:
            return "references"
        if any(CONTENTS.search(line.text[-TAIL:]) for line in block.lines):
            return "boilerplate"
        if CAPTION.match(block.opens) and block.letters < 400:
            return "caption"
        if block.size < SMALL * self.body and self._is_note(block):
            return "references"
        return "main"

    def _is_note(self, block: Block) -> bool:
        """Whether small type is a footnote: it bears a mark and stands below the body, or goes on with another one."""
        before = [
            piece for piece in self.pieces[-20:] if piece.last is not None and piece.last.page == block.page
        ]
        if not before:
            return False
        below_body = any(piece.last is not None and piece.last.size >= SMALL * self.body for piece in before)
        return before[-1].kind == "references" or (below_body and NOTE.match(block.opens) is not None)

    def _open_paragraph(self, block: Block) -> Piece | None:
        """The last paragraph, when this block at the head of a column or page goes on with it."""
        before = next((piece for piece in reversed(self.pieces[-12:]) if piece.kind == "main"), None)
        if (
            before is None
            or len(before.text) > LONGEST
            or before.last is None
            or before.last.page < block.page - 1
        ):
            return None
        above = before.last
        moved = block.page > above.page or block.top < above.lines[-1].top
        alike = 0.95 < block.size / above.size < 1.05 and not (above.bold and not block.bold)
        if (
            not moved
            or not alike
            or ENDS_SENTENCE.search(before.text[-TAIL:])
            or "\t" in block.opens + above.opens
        ):
            return None
        opens = block.opens.lstrip("\"'“‘(")
        if opens[:1].islower() or before.text.endswith("-"):
            return before
        full = above.lines[-1].right >= max(line.right for line in above.lines) - 1.5 * above.size
        is_text = len(above.lines) > 1 and len(block.lines) > 1 and not block.bold
        return before if full and is_text and opens[:1].isalnum() else None


def joined(lines: list[Line], words: Counter[str]) -> str:
    """Return the lines of a block as one text, words broken at a line's end made whole."""
    text = lines[0].text
    for line in lines[1:]:
        text = glue(text, line.text, words)
    return text


def glue(above: str, below: str, words: Counter[str]) -> str:
    """Return two lines as one text.

    A hyphen at the end goes when the lower line continues in lower case, unless
    the document itself writes the word with a hyphen elsewhere.

    >>> glue("the situ-", "ation", Counter()), glue("long-", "term", Counter({"long-term": 1}))
    ('the situation', 'long-term')
    >>> glue("flight 2018–", "23", Counter()), glue("in May -", "or June", Counter())
    ('flight 2018–23', 'in May - or June')
    """
    tail = above[-TAIL:]
    broken = BROKEN.search(tail)
    if ADDRESS.search(tail.rpartition(" ")[2]) or DASHED.search(tail):
        return above + below
    if not broken:
        return f"{above} {below}"
    if not below[:1].islower():
        return above + below
    word = broken["word"]
    rest = re.match(r"[\w'’]+", below)
    whole = f"{word}{rest[0] if rest else ''}".lower()
    parted = f"{word}-{rest[0] if rest else ''}".lower()
    keeps = word.isupper() or any(letter.isdigit() for letter in word) or word.lower() in KEEP_HYPHEN
    if words[whole] or not (keeps or words[parted]):
        return above[:-1] + below
    return above + below


def _goes_on_as_table(above: Block, below: Block) -> bool:
    """Whether a row of a table stands below another one."""
    return above.page == below.page and "\t" in above.lines[-1].text and "\t" in below.opens


def titles(first: list[Block], body: float, declared: str | None) -> list[Block]:
    """Return the blocks of the first page that are the title: those the file declares, else the biggest type."""
    if declared and len(declared) > 10:
        wanted = _plain(declared)
        for block in first[:30]:
            said = _plain(" ".join(line.text for line in block.lines))
            if said and (said == wanted or (len(said) > 15 and wanted.startswith(said))):
                return [block]
    big = [
        block
        for block in first
        if block.size > LARGE * body and 5 < block.letters < 300 and _is_worded(block)
    ]
    if not big:
        return [
            block for block in first[:3] if block.bold and 10 < block.letters < 120 and _is_worded(block)
        ][:1]
    most = max(block.size for block in big)
    place = next(place for place, block in enumerate(first) if block.size == most and block in big)
    found = [first[place]]
    for block in first[place + 1 : place + 4]:
        if block not in big or block.size < 0.97 * most:
            break
        found.append(block)
    return found


def _is_worded(block: Block) -> bool:
    text = "".join(line.text for line in block.lines)
    return "\t" not in text and sum(letter.isalpha() for letter in text) > 0.6 * len(text)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _vocabulary(pages: list[list[Block]]) -> Counter[str]:
    """The words that the document writes inside its lines, with their hyphens."""
    words: Counter[str] = Counter()
    for blocks in pages:
        for block in blocks:
            for line in block.lines:
                words.update(re.findall(r"\w[\w'’-]*\w", line.text.lower())[1:-1])
    return words


def _body_size(pages: list[list[Block]]) -> float:
    """The height of the type in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for blocks in pages:
        for block in blocks:
            for line in block.lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
