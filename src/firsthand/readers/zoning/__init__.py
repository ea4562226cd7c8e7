"""Lines -> zones: what is the story and what is the furniture round it, for text without tags.

A text that was copied from a page has the page's buttons, menus, galleries and
lists without their marks. ``lines`` makes lines of a text; ``furniture`` tells by
a line's words what it is, with ``shapes`` (its form) and ``captions``. Then the
``STEPS`` run over the ``page``: ``paper`` (letters and print), ``galleries``,
``behind`` (what follows a story, with ``abstracts``), the story itself, ``front``
(what stands before it). In doubt a line is story: a sentence that is lost cannot
be found again, a button that is kept does little harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from firsthand.lexicon import words
from firsthand.readers.zoning import behind, front, paper
from firsthand.readers.zoning.captions import is_credit
from firsthand.readers.zoning.furniture import seen
from firsthand.readers.zoning.galleries import galleries
from firsthand.readers.zoning.lines import Line, lines_from, lines_of
from firsthand.readers.zoning.page import Page, core_of
from firsthand.readers.zoning.shapes import is_byline, is_counter, is_date_line
from firsthand.records import Span, Zone, ZoneKind

LONGEST_LIST = 15
"""Loose lines behind the story of a copied page that may be a list of its own; more of them are a menu."""
LONGEST_ADVERTISEMENT = 30
"""Words of an advertisement under its label."""

LEAST_HEADLINES = 3
"""Headlines in a row; one alone is a crosshead."""
MOST_LINES = 300_000
"""Lines of a text that is zoned; a longer one is all story."""


def zones_of(text: str) -> tuple[Zone, ...]:
    """Return the zones of a text, in order; neighbours of one kind are one zone.

    >>> text = "Port of Vessany closed\\n\\nShare on WhatsApp\\n\\nThe port has been closed since the flood in May."
    >>> [zone.kind for zone in zones_of(text)]
    ['title', 'boilerplate', 'main']
    """
    lines = lines_of(text)
    return merged(lines, zone_lines(lines))


def kinds_of(paragraphs: Iterable[str]) -> tuple[ZoneKind, ...]:
    """Return the zone of each paragraph of a document that has paragraphs but no roles, empty ones included.

    >>> kinds_of(["Port of Vessany closed", "The port has been closed since the flood in May.", "All rights reserved"])
    ('title', 'main', 'boilerplate')
    """
    lines = lines_from(paragraphs)
    spoken = [place for place, line in enumerate(lines) if line.span.start < line.span.end]
    kinds: list[ZoneKind] = ["main"] * len(lines)
    for place, kind in zip(spoken, zone_lines([lines[place] for place in spoken]), strict=True):
        kinds[place] = kind
    return tuple(kinds)


def zone_lines(lines: Sequence[Line]) -> list[ZoneKind]:
    """Return the zone of each line, in their order."""
    if len(lines) > MOST_LINES:
        return ["main"] * len(lines)
    page = Page(lines, [seen(line) for line in lines], ["main"] * len(lines))
    for step in STEPS:
        step(page)
    return page.kinds


def merged(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> tuple[Zone, ...]:
    """Return zones for lines with their kinds; neighbours of one kind are one zone."""
    zones: list[Zone] = []
    for line, kind in zip(lines, kinds, strict=True):
        if zones and zones[-1].kind == kind:
            zones[-1] = Zone(Span(zones[-1].span.start, line.span.end), kind)
        else:
            zones.append(Zone(line.span, kind))
    return tuple(zones)


def _single_lines(page: Page) -> None:
    """Lines that their own words give away, wherever they stand."""
    for place, found in enumerate(page.seen):
        if found and found.match not in ("label", "opener", "contact"):
            page.kinds[place] = found.zone


def _captions(page: Page) -> None:
    """The line over a credit that stands on a line of its own is the caption that it belongs to."""
    has_blanks = sum(line.gap > 0 for line in page.lines) > len(page.lines) / 3
    for place in range(1, len(page.lines)):
        line, before = page.lines[place], page.lines[place - 1]
        if (
            has_blanks
            and line.gap == 0
            and is_credit(line)
            and before.words <= 80
            and page.kinds[place - 1] == "main"
        ):
            page.kinds[place - 1] = "caption"


def _advertisements(page: Page) -> None:
    """What stands directly under the label of an advertisement, in a text whose paragraphs are kept apart."""
    labels = words("en", "furniture", "advertisement_labels")
    for place in range(1, len(page.lines)):
        line, before = page.lines[place], page.lines[place - 1]
        in_block = line.gap == 0 and before.gap > 0 and before.key in labels
        alone = place + 1 == len(page.lines) or page.lines[place + 1].gap > 0
        if in_block and alone and line.words <= LONGEST_ADVERTISEMENT and page.kinds[place] == "main":
            page.kinds[place] = "boilerplate"


def _galleries(page: Page) -> None:
    """Picture stories that stand inside of another story."""
    for start, end in galleries(page.lines):
        page.mark(range(start, end), "boilerplate")
    counters = [place for place, line in enumerate(page.lines) if is_counter(line)]
    if len(counters) >= 2:
        page.mark(counters, "boilerplate")


def _core(page: Page) -> None:
    """Paragraphs and loose lines of a copied page that stand apart from its story, from the first furniture on."""
    core = core_of(page)
    if core is None:
        return
    page.body = core.first if core.is_page else None
    if not core.is_page:
        return
    behind = range(core.last + 1, len(page.lines))
    latest = min(len(page.lines), core.last + 1 + LONGEST_LIST)
    start = next(
        (place for place in behind[:LONGEST_LIST] if page.kinds[place] != "main" or page.seen[place]), latest
    )
    for place in range(start, len(page.lines)):
        if page.kinds[place] == "main":
            page.kinds[place] = _kind_behind(page.lines[place])


def _kind_behind(line: Line) -> ZoneKind:
    """Return the zone of a line of a page behind its story."""
    if is_date_line(line) or (is_byline(line) and not line.is_sentence):
        return "byline"
    if line.is_prose:
        return "related"
    return "main" if line.is_sentence or line.is_quoted else "boilerplate"


def _headlines(page: Page) -> None:
    """Rows of other articles' headlines between the paragraphs of a copied page."""
    if page.body is None:
        return
    row: list[int] = []
    for place in range(page.body, len(page.lines) + 1):
        if place < len(page.lines) and page.kinds[place] == "main" and _is_headline(page.lines[place]):
            row.append(place)
            continue
        if len(row) >= LEAST_HEADLINES:
            page.mark(row, "related")
        row = []


def _is_headline(line: Line) -> bool:
    plain = not line.is_sentence and not line.is_quoted and not line.has_bullet and not line.goes_on
    listed = line.text.endswith(":") or any(map(str.isdigit, line.text))
    return plain and 5 <= line.words <= 20 and not listed and not front.SPEAKER.match(line.text)


def _front(page: Page) -> None:
    """Title, byline and what stands before and between them."""
    for place, kind in front.zone(page.lines, page.seen, page.kinds, page.body).items():
        page.kinds[place] = kind


def _neighbours(page: Page) -> None:
    """Labels inside of a row of furniture belong to it."""
    for places in (range(1, len(page.lines)), range(len(page.lines) - 2, -1, -1)):
        step = 1 if places.step > 0 else -1
        for place in places:
            found = page.seen[place]
            if found and found.match in ("label", "opener") and page.kinds[place] == "main":
                beside = page.kinds[place - step]
                if beside in ("boilerplate", "related") and not page.lines[place].is_sentence:
                    page.kinds[place] = beside


STEPS: tuple[Callable[[Page], None], ...] = (
    _single_lines,
    _captions,
    _advertisements,
    paper.mail_headers,
    paper.printed_pages,
    _galleries,
    paper.contacts,
    behind.after_the_end,
    behind.references,
    behind.sections,
    behind.abstracts,
    _core,
    _headlines,
    _front,
    behind.tail,
    _neighbours,
)
"""In the order in which they run; a later step only decides what the earlier ones left open."""
