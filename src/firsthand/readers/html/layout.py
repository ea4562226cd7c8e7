"""Blocks of a page -> how it is laid out: which are its story, its headline, and what the elements round a block call it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from lxml.html import HtmlElement

from firsthand.lexicon import words
from firsthand.readers.html.blocks import HEADINGS, INLINE, Block

IN_STORY = 0.5
"""Share of a block's characters that must be chosen for it to be of the story."""

SHOWN = 0.2
"""Share of the story that must be shown for the rest to be left out as hidden: copies for machines, texts of windows."""

HOLDER = 0.5
"""Share of the story that an element may hold before its names no longer speak of furniture."""

PARAGRAPH = 150
"""Characters from which a block of the story counts as told and not as a line of its head."""

SHORT_PARAGRAPH = 60
"""The same where the story has no such paragraphs."""

MOSTLY_LINKS = 0.6
FEW_LINKS = 0.3

REGAINED = 80
"""Characters from which a paragraph that is set like three others of the story belongs to it."""

NO_HEADING = 7
"""The rank of a block that is no heading; headings have 1 to 6."""

GROUPS = ("comments", "references", "related", "caption", "byline", "furniture", "title")
"""Groups of the word list ``markup`` that names of elements are compared with."""

NAMED_BY = ("class", "id", "itemprop", "rel", "data-component")
LONGEST_NAME = 300
"""Characters of an element's names that are looked at."""

NO_HOLDERS = frozenset({"html", "body", "main", "article"})
"""Elements that hold the whole story: their names speak of the page ("has-comments", "single-author")."""

NONE: frozenset[str] = frozenset()


class Layout:
    """The blocks of a page with what is known of their places.

    ``story`` says of each block whether it is of the story; ``first`` and
    ``last`` are the places of the first and the last told paragraph,
    ``headline`` that of the headline (None when there is none), ``told`` those
    of all told paragraphs. ``title`` is what the page is called in its head, in
    plain form.
    """

    def __init__(self, blocks: Sequence[Block], shares: Sequence[float], title: str | None) -> None:
        self.blocks = blocks
        story = _visible_story(blocks, [share >= IN_STORY for share in shares])
        self.story = _regained(blocks, story)
        self.told = [
            place
            for place, chosen in enumerate(self.story)
            if chosen and len(blocks[place].text) >= PARAGRAPH
        ]
        every = self.told or [
            place
            for place, chosen in enumerate(self.story)
            if chosen and len(blocks[place].text) >= SHORT_PARAGRAPH
        ]
        self.first = every[0] if every else len(blocks)
        self.last = every[-1] if every else -1
        self.title = bare(title or "")
        self.headline = self._headline()
        self.holders = self._find_holders()

    def links_follow(self, place: int) -> bool:
        """Whether the next blocks are links."""
        following = self.blocks[place + 1 : place + 3]
        return bool(following) and all(map(is_linked, following))

    def _headline(self) -> int | None:
        """The place of the headline: a first-rank heading, best the one that the page's own title begins with."""
        best: tuple[int, int] | None = None
        for index, block in enumerate(self.blocks):
            if block.hidden or index > max(self.last, 0):
                continue
            heading = any(element.tag == "h1" for element in block.path)
            other = rank(block) < NO_HEADING or "title" in groups_of(block.path[-3:])
            words = bare(block.text)
            same = bool(words) and (words == self.title or (len(words) > 15 and self.title.startswith(words)))
            fits = 4 * same + 2 * heading + (index <= self.first) if heading or (other and same) else 0
            if fits and (best is None or fits > best[0]):
                best = fits, index
        return best[1] if best else None

    def _find_holders(self) -> set[object]:
        sizes: Counter[object] = Counter()
        whole = 0
        for block, chosen in zip(self.blocks, self.story, strict=True):
            if chosen:
                whole += len(block.text)
                sizes.update(dict.fromkeys(block.path, len(block.text)))
        return {element for element, size in sizes.items() if size > HOLDER * whole}


def groups_of(elements: Iterable[HtmlElement]) -> frozenset[str]:
    """Return the groups that the names of some elements belong to, together."""
    return NONE.union(*map(_groups, elements))


def is_linked(block: Block) -> bool:
    """Whether a block is mostly a link."""
    return block.linked >= MOSTLY_LINKS


def is_quoted_post(block: Block) -> bool:
    """Whether a block is of a quotation that is set apart, such as an embedded post."""
    return any(element.tag == "blockquote" for element in block.path)


def rank(block: Block) -> int:
    """Return the rank of a heading, 1 to 6, or ``NO_HEADING``."""
    return next(
        (int(element.tag[1]) for element in reversed(block.path) if element.tag in HEADINGS), NO_HEADING
    )


def bare(text: str) -> str:
    """Return a text without punctuation, in lower case, for comparison."""
    return re.sub(r"[^\w' ]+", "", " ".join(text.replace("’", "'").split())).strip().casefold()


def _visible_story(blocks: Sequence[Block], story: list[bool]) -> list[bool]:
    """Leave out what a browser does not show, unless it is most of the story: some pages show it by script."""
    shown = sum(
        len(block.text) for block, chosen in zip(blocks, story, strict=True) if chosen and not block.hidden
    )
    whole = sum(len(block.text) for block, chosen in zip(blocks, story, strict=True) if chosen)
    if shown < SHOWN * whole:
        return story
    return [chosen and not block.hidden for block, chosen in zip(blocks, story, strict=True)]


def _regained(blocks: Sequence[Block], story: list[bool]) -> list[bool]:
    """Add the prose that was passed over: set like the story's paragraphs, or between them in their own element."""
    told = [
        block for block, chosen in zip(blocks, story, strict=True) if chosen and len(block.text) >= PARAGRAPH
    ]
    if not told:
        return story
    setting = Counter(_setting(block) for block in told)
    holder = _holder(told)
    chosen_places = [index for index, chosen in enumerate(story) if chosen]
    inside = range(chosen_places[0], chosen_places[-1])
    return [
        chosen
        or (
            not block.hidden
            and block.linked < FEW_LINKS
            and (
                (setting[_setting(block)] >= 3 and len(block.text) >= REGAINED)
                or (index in inside and is_quoted_post(block) and holder in block.path)
            )
        )
        for index, (block, chosen) in enumerate(zip(blocks, story, strict=True))
    ]


def _setting(block: Block) -> tuple[tuple[str, str], ...]:
    """The names and classes of the nearest elements that are no part of a line."""
    near = [element for element in block.path if element.tag not in INLINE]
    return tuple((str(element.tag), element.get("class", "")) for element in near[-4:])


def _holder(told: list[Block]) -> object:
    """The innermost element that holds nearly all of the told paragraphs."""
    sizes: Counter[object] = Counter()
    depths: dict[object, int] = {}
    for block in told:
        sizes.update(block.path)
        depths.update((element, depth) for depth, element in enumerate(block.path))
    return max((element for element in sizes if sizes[element] >= 0.9 * len(told)), key=depths.__getitem__)


def _groups(element: HtmlElement) -> frozenset[str]:
    if element.tag in NO_HOLDERS:
        return NONE
    names = " ".join(filter(None, map(element.get, NAMED_BY)))
    return _said(names[:LONGEST_NAME]) if names else NONE


@lru_cache(maxsize=65_536)
def _said(names: str) -> frozenset[str]:
    # "postMeta post__meta" is the same as "post-meta".
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower()
    single = [re.sub(r"[^a-z0-9]+", "-", name).strip("-") for name in spread.split()]
    return frozenset(group for group in GROUPS if any(map(_pattern(group).fullmatch, single)))


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("en", "markup", group))))
