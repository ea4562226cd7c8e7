"""Saved web page -> document: the whole visible text in reading order, zoned, and what is not visible behind it.

``source`` makes markup of the bytes and a tree of the markup; ``meta`` reads what
the page says of itself in its head; ``blocks`` gives the visible text block by
block; ``story`` tells which blocks are the story, ``layout`` and ``zones`` what
the others are; ``dates`` and ``facts`` read the head and the text together. The
text is put together here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from firsthand.readers import document_id
from firsthand.readers.assembly import Assembly
from firsthand.readers.facts import Stated, document_of, facts_of
from firsthand.readers.facts.dates import Candidate, candidates
from firsthand.readers.facts.names import Names
from firsthand.readers.html.blocks import Block, blocks
from firsthand.readers.html.dates import address_date, guessed_date, metadata_date, time_dates
from firsthand.readers.html.facts import about, kind_of_page, names_of_authors, outlet_of, shown_title
from firsthand.readers.html.meta import Meta, Said, alt_texts, comments, meta_of
from firsthand.readers.html.source import Markup, decode, paragraphs, tree_of
from firsthand.readers.html.story import story_shares
from firsthand.readers.html.zones import zone_kinds
from firsthand.readers.text import checked
from firsthand.readers.zoning import kinds_of
from firsthand.records import Original, Problem, Reading, Span, ZoneKind

LARGEST_ANALYSED = 2_500_000
"""Characters of the largest markup in which the story is looked for by its elements; larger pages by their words only."""


@dataclass(slots=True)
class _Page:
    """A page while it is read."""

    markup: Markup
    root: HtmlElement | None
    meta: Meta = field(default_factory=Meta)
    assembly: Assembly = field(default_factory=Assembly)
    given: list[Candidate] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    headline: str | None = None


def read(original: Original, content: bytes) -> Reading:
    """Read a saved page.

    The visible text comes first; alt texts, metadata, comments of the source and
    hidden words follow in a zone of kind "metadata". Nothing is fetched. A page
    nested too deeply for a tree is read by its tags, with a problem that says so.

    Raises UnreadableOriginal when the file has no bytes or is too large.
    """
    markup = decode(checked(content))
    page = _Page(markup, tree_of(markup.text))
    if markup.lost:
        page.doubts.append(
            f"{markup.lost} characters could not be decoded as {markup.encoding}; they show as \ufffd"
        )
    if page.root is None:
        _read_plainly(page)
    else:
        _read_tree(page, page.root)
    return _finish(original, page)


def _read_plainly(page: _Page) -> None:
    page.doubts.append(
        "the page is nested too deeply or too broken for its elements; its story was told by its words only"
    )
    found = paragraphs(page.markup.text)
    for text, kind in zip(found, kinds_of(found), strict=True):
        page.assembly.add(text, kind)


def _read_tree(page: _Page, root: HtmlElement) -> None:
    page.meta = meta_of(root)
    pictures = list(alt_texts(root))
    found = blocks(root)
    kinds = _kinds(page, root, found)
    spans = [
        page.assembly.add(block.text, kind) if kind != "metadata" else Span(0, 0)
        for block, kind in zip(found, kinds, strict=True)
    ]
    page.headline = next(
        (block.text for block, kind in zip(found, kinds, strict=True) if kind == "title"), None
    )
    shown = page.assembly.text
    page.given = [
        *candidates(shown, page.assembly.zones()),
        *time_dates(found, kinds, spans),
    ]
    hidden = [block.text for block, kind in zip(found, kinds, strict=True) if kind == "metadata"]
    page.given.extend(_add_metadata(page, pictures, hidden))
    if not any(each.found.event == "published" for each in page.given) and _is_analysed(page):
        guessed = guessed_date(root, shown, page.assembly.zones())
        if guessed:
            page.given.append(guessed)
            page.doubts.append(
                f"the page does not say when it came out; {guessed.found.date} is the likeliest of the dates on it"
            )


def _kinds(page: _Page, root: HtmlElement, found: Sequence[Block]) -> Sequence[ZoneKind]:
    titles = [*page.meta.values("page_title"), *page.meta.values("meta_title")]
    shares = story_shares(root, found) if _is_analysed(page) else None
    if shares is not None and any(shares):
        return zone_kinds(found, shares, titles[0] if titles else None)
    shown = iter(kinds_of([block.text for block in found if not block.hidden]))
    return ["metadata" if block.hidden else next(shown) for block in found]


def _is_analysed(page: _Page) -> bool:
    return len(page.markup.text) <= LARGEST_ANALYSED


def _add_metadata(page: _Page, pictures: Sequence[str], hidden: Sequence[str]) -> Iterator[Candidate]:
    """Append what nobody sees, and yield the dates in it."""
    for said in page.meta.said:
        line = page.assembly.add(
            f"{said.name}: {said.value}", "metadata", "\n\n" if said is page.meta.said[0] else "\n"
        )
        candidate = _dated(said, Span(line.end - len(said.value), line.end))
        if candidate:
            yield candidate
    for text in pictures:
        page.assembly.add(f"alt: {text}", "metadata", "\n")
    for text in comments(page.markup.text):
        page.assembly.add(f"comment: {text}", "metadata", "\n")
    for text in hidden:
        page.assembly.add(text, "metadata")


def _dated(said: Said, span: Span) -> Candidate | None:
    if said.group == "address":
        return address_date(said.value, span)
    if said.group in ("meta_published", "meta_updated"):
        return metadata_date(said.name, said.value, span, said.group == "meta_updated")
    return None


def _finish(original: Original, page: _Page) -> Reading:
    where = document_id(original)
    text, zones = page.assembly.text, page.assembly.zones()
    title = shown_title(page.headline, page.meta)
    publisher = outlet_of(page.meta, title)
    stated = Stated(
        first=Names(title, publisher, names_of_authors(page.meta, publisher)),
        dates=page.given,
        dated=None if page.root is None else 0,
        kind=kind_of_page(page.meta, text, zones),
        language=page.root.get("lang") if page.root is not None else None,
    )
    facts = facts_of(text, zones, stated, where)
    says = [*page.doubts, *about(zones)]
    return Reading(
        document_of(original, text, zones, facts),
        (*(Problem(where, each) for each in says), *facts.dating.problems),
    )
