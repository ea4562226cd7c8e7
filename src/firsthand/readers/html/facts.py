"""The facts of a page as a document: its title, outlet, authors and kind, metadata and text together."""

import re
from collections.abc import Sequence

from firsthand.lexicon import words
from firsthand.readers.facts.kind import kind_of
from firsthand.readers.html.meta import Meta
from firsthand.records import DocumentKind, Zone

BETWEEN_TITLE_AND_OUTLET = re.compile(r"\s+[|\-–—•·:»]\s+|\s*[|»]\s*")

NO_NAME = re.compile(r"https?:|www\.|[@/]|\d|\.(?:com|org|net)\b", re.IGNORECASE)
LONGEST_NAME = 60
MOST_AUTHORS = 20

ENCYCLOPEDIA = re.compile(r"wiki|encyclop|enzyklop|britannica", re.IGNORECASE)


def shown_title(headline: str | None, meta: Meta) -> str | None:
    """Return the headline that the page shows, else the title that its metadata names, None when there is neither."""
    named = [*meta.values("meta_title"), *meta.values("page_title")]
    title = " ".join((headline or (named[0] if named else "")).split())
    return title or None


def outlet_of(meta: Meta, title: str | None) -> str | None:
    """Return who published the page: what its metadata says, else what stands behind the headline in the page's title."""
    for name in meta.values("meta_publisher"):
        if name and len(name) <= LONGEST_NAME and not NO_NAME.match(name):
            return name
    for named in meta.values("page_title"):
        pieces = BETWEEN_TITLE_AND_OUTLET.split(named)
        name = pieces[-1].split(", ")[0].strip()
        if name and title and len(pieces) > 1 and _same(pieces[0], title) and len(name.split()) <= 5:
            return name
    return None


def names_of_authors(meta: Meta, publisher: str | None) -> tuple[str, ...]:
    """Return the authors that the metadata names, each once, the outlet and addresses left out."""
    found: dict[str, None] = {}
    for value in meta.values("meta_author"):
        for piece in re.split(
            r"\s*(?:;|,|\band\b|&)\s*", re.sub(r"^\s*by\s+", "", value, flags=re.IGNORECASE)
        ):
            if (
                2 < len(piece) <= LONGEST_NAME
                and not NO_NAME.search(piece)
                and not _same(piece, publisher or "")
            ):
                found[piece] = None
    return tuple(found)[:MOST_AUTHORS]


def kind_of_page(meta: Meta, text: str, zones: Sequence[Zone]) -> DocumentKind:
    """Return the kind of document that a page is; the text decides before the metadata unless it is an encyclopedia's."""
    told = [said.value for said in meta.said if said.group == "kind"]
    site = " ".join([*told, *meta.values("meta_publisher")])
    if ENCYCLOPEDIA.search(site):
        return "encyclopedia article"
    by_text = kind_of(text, zones)
    if by_text in ("press release", "testimony", "report"):
        return by_text
    if meta.types & words("en", "markup", "press_types"):
        return "press article"
    if by_text == "other" and ("article" in told or "article" in meta.types):
        return "press article"
    return by_text


def about(zones: Sequence[Zone]) -> list[str]:
    """Return what is doubtful about a page as a whole."""
    return [] if any(zone.kind == "main" for zone in zones) else ["no story was found on the page"]


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()
