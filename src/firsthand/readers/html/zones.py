"""Blocks of a page -> the zone of each: what the elements round it and its own words say, and where the story stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from firsthand.lexicon import words
from firsthand.readers.facts.written_dates import written_dates
from firsthand.readers.html.blocks import Block
from firsthand.readers.html.layout import (
    FEW_LINKS,
    NO_HEADING,
    PARAGRAPH,
    Layout,
    bare,
    groups_of,
    is_linked,
    is_quoted_post,
    rank,
)
from firsthand.readers.zoning.furniture import seen
from firsthand.readers.zoning.lines import line_of
from firsthand.records import ZoneKind

LINE = 250
"""Characters of the longest byline."""

BYLINE_BEFORE, BYLINE_BEHIND = 3, 6
"""Blocks before and behind the headline, and behind the story, in which bylines stand."""

FURNISHED: tuple[ZoneKind, ...] = ("comments", "references", "related")
"""Kinds of zones that the names of elements settle alone, in this order."""

HEADING = 70
"""Characters of the longest heading over a list of links, comments or references."""

STILL_TOLD = 0.3
"""Share of the story's paragraphs that may follow a heading over a list; where more follow it heads no list."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list of something else than the story, opened by a block; ``rank`` is its rank as a heading."""

    kind: ZoneKind
    rank: int


def zone_kinds(blocks: Sequence[Block], shares: Sequence[float], title: str | None) -> list[ZoneKind]:
    """Return the kind of zone of each block; a block that nobody sees is "metadata".

    ``shares`` say how much of each is of the story (``story_shares``), ``title``
    is what the page is called in its head.
    """
    page = Layout(blocks, shares, title)
    return list(_under_headings(page, [_kind(page, place) for place in range(len(blocks))]))


def _kind(page: Layout, place: int) -> ZoneKind:
    """Return the zone of a block by itself, without the headings before it."""
    block, story = page.blocks[place], page.story[place]
    if place == page.headline:
        return "title"
    if block.hidden and not story:
        return "metadata"
    named = _by_names(page, place)
    if named:
        return named
    if not story:
        return "related" if _is_link_out(block) else "boilerplate"
    return "title" if bare(block.text) == page.title else _by_words(block)


def _by_names(page: Layout, place: int) -> ZoneKind | None:
    """What the elements round a block say of it."""
    block, story = page.blocks[place], page.story[place]
    path = [element for element in block.path if element not in page.holders]
    groups = groups_of(path)
    for kind in FURNISHED:
        if kind in groups:
            return kind
    if ("caption" in groups or any(each.tag == "figcaption" for each in path)) and rank(block) == NO_HEADING:
        return "caption"
    short = len(block.text) <= LINE
    if short and _is_near(page, place) and _is_byline(path, block):
        return "byline"
    return "boilerplate" if "furniture" in groups and (short or not story) else None


def _is_near(page: Layout, place: int) -> bool:
    """Whether a block stands by the headline or at the end of the story, where bylines are."""
    if (page.story[place] and page.first <= place <= page.last) or is_quoted_post(page.blocks[place]):
        return False
    head = page.first if page.headline is None else page.headline
    at_head = min(head, page.first) - BYLINE_BEFORE <= place <= max(head, page.first) + BYLINE_BEHIND
    return at_head or page.last < place <= page.last + BYLINE_BEHIND


def _is_byline(path: list[HtmlElement], block: Block) -> bool:
    near = [element for element in block.path[-4:] if element in path]
    says = "byline" in groups_of(near) or any(element.tag in ("time", "address") for element in near)
    if says and (re.search(r"\d{4}", block.text) or len(block.text) <= 120):
        return not any(element.tag in ("nav", "footer", "aside") for element in block.path)
    written = next(written_dates(block.text), None)
    return written is not None and len(block.text) - (written.span.end - written.span.start) <= 40


def _by_words(block: Block) -> ZoneKind:
    """The zone of a block of the story by its own words: a link to another article, a button, a caption."""
    if _is_link_out(block):
        return "related"
    found = seen(line_of(block.text))
    if found is None or found.match == "opener" or (found.match == "start" and not is_linked(block)):
        return "main"
    return found.zone


def _is_link_out(block: Block) -> bool:
    """Whether a block of the story is a link to another article with "Read more:" or the like before it."""
    if len(block.text) > LINE or block.linked < FEW_LINKS:
        return False
    opening = re.match(r"\W*([\w' ]{3,25}?)\s*[:|–—-]", block.text)
    return bool(opening) and bare(opening[1] if opening else "") in words("en", "furniture", "links")


def _under_headings(page: Layout, kinds: Sequence[ZoneKind]) -> Iterator[ZoneKind]:
    """Yield the kinds again, with what follows a heading such as "References" or "You may also like" under its name."""
    current: _List | None = None
    for index, kind in enumerate(kinds):
        opened = _opens(page, index, kind)
        if opened:
            ahead = len(page.told) - bisect_right(page.told, index)
            is_over = ahead <= STILL_TOLD * len(page.told) or opened.kind == "references"
            has_links = opened.kind == "related" and page.links_follow(index)
            current = opened if is_over or has_links else None
            yield opened.kind
            continue
        if current and _closes(page, index, current):
            current = None
        yield current.kind if current and kind in ("main", "boilerplate", "related") else kind


def _opens(page: Layout, index: int, kind: ZoneKind) -> _List | None:
    block = page.blocks[index]
    if len(block.text) > HEADING or kind in ("metadata", "title", "caption"):
        return None
    key, level = bare(block.text), rank(block)
    if key in _words("more_articles"):
        return _List("related", level)
    if key in _words("links") and level < NO_HEADING and page.links_follow(index):
        return _List("related", level)
    if key in _words("comment_section") or (key == "comments" and index > page.last):
        return _List("comments", level)
    if level < NO_HEADING and re.sub(r" *edit( source)?$", "", key) in _words("reference_lists"):
        return _List("references", level)
    return None


def _closes(page: Layout, index: int, current: _List) -> bool:
    block = page.blocks[index]
    if any(element.tag in ("footer", "nav") for element in block.path):
        return True
    if current.kind == "references":
        return rank(block) <= current.rank
    if current.kind == "related":
        return page.story[index] and not is_linked(block)
    return page.story[index] and len(block.text) >= PARAGRAPH


@cache
def _words(group: str) -> frozenset[str]:
    return words("en", "furniture", group)
