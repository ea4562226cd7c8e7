"""A zoned text, and what its format says of it -> the facts of a document: title, publisher, authors, kind, language, dates.

All formats share these rules. A reader first makes text and zones; then ``facts_of``
asks, in this order: ``language`` (what the story is written in), ``names`` (title,
authors, publisher, from the furniture round the story), ``kind`` (what sort of
document it is) and ``dates`` (``written_dates`` finds them, ``dates`` weighs them).
``document_of`` puts all of it together.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.readers import document_id
from firsthand.readers.assembly import Assembly
from firsthand.readers.facts.dates import Candidate, Dating, candidates, choose, days_told
from firsthand.readers.facts.kind import BOX, kind_of
from firsthand.readers.facts.language import language_of
from firsthand.readers.facts.names import Names, authors_of, publisher_of, title_of
from firsthand.readers.facts.signing import body_among, paper_of, signing_body
from firsthand.records import Arrival, Document, DocumentKind, Original, Problem, Reading, Zone

UNNAMED = Names()

MARK = re.compile(r"\[\d{1,3}\]")
MOST_ZONES, MOST_OF_ZONE = 20, 5_000
"""Zones, and characters of each, whose language is looked at."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a format says of a document outside of its story.

    ``first`` are names that decide before the text does, ``last`` those that are
    taken where the text says nothing. ``dates`` are those that the format gives;
    ``dated`` is the length of the text in which the document dates itself: None
    for all of it, 0 when its dates are among ``dates``. ``marked`` says that the
    reader has written the marks of footnotes as "[1]", which then tell nothing
    about the kind.
    """

    first: Names = UNNAMED
    last: Names = UNNAMED
    dates: Sequence[Candidate] = ()
    dated: int | None = None
    kind: DocumentKind | None = None
    language: str | None = None
    pages: tuple[int, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a document besides its text; the fields are those of ``Document``."""

    names: Names
    language: str
    kind: DocumentKind
    dating: Dating
    pages: tuple[int, ...] = ()


def facts_of(text: str, zones: Sequence[Zone], stated: Stated, where: str) -> Facts:
    """Return the facts of a text; ``where`` names the document in problems (its id)."""
    unmarked = MARK.sub(lambda mark: " " * len(mark[0]), text) if stated.marked else text
    found = [*candidates(text[: stated.dated], zones), *stated.dates]
    language = language_of(_sample(text, zones), stated.language)
    told = days_told(text, zones) if language == "en" else []
    kind = stated.kind or kind_of(unmarked, zones)
    authors = stated.first.authors or authors_of(text, zones) or stated.last.authors
    publisher = stated.first.publisher or publisher_of(text, zones)
    signing = None if publisher else signing_body(authors, text, kind) or body_among(authors)
    if signing and not stated.kind:
        kind = kind_of(unmarked, zones, signed=True)
    return Facts(
        names=Names(
            title=stated.first.title or title_of(text, zones) or stated.last.title,
            publisher=publisher or signing or stated.last.publisher or paper_of(authors, text),
            authors=tuple(author for author in authors if author not in (signing, publisher)),
        ),
        language=language,
        kind=kind,
        dating=choose(_of_the_page(found, text, kind), where, told),
        pages=stated.pages,
    )


def _of_the_page(found: Iterable[Candidate], text: str, kind: DocumentKind) -> list[Candidate]:
    """The dates that are those of a document; those beside "Date" in the box of an encyclopedia article are of what it tells of."""
    return [
        each
        for each in found
        if kind != "encyclopedia article"
        or each.found.origin != "text"
        or each.found.span is None
        or BOX.fullmatch(text[: each.found.span.start].rpartition("\n")[2]) is None
    ]


def document_of(original: Original, text: str, zones: Sequence[Zone], facts: Facts) -> Document:
    """Return the document that a zoned text is with its facts."""
    return Document(
        id=document_id(original),
        original=original,
        text=text,
        zones=tuple(zones),
        title=facts.names.title,
        publisher=facts.names.publisher,
        authors=facts.names.authors,
        language=facts.language,
        kind=facts.kind,
        published=facts.dating.published,
        dates=facts.dating.dates,
        pages=facts.pages,
    )


def composed(
    original: Original,
    assembly: Assembly,
    stated: Stated,
    metadata: str,
    problems: Iterable[Problem] = (),
    parts: tuple[Arrival, ...] = (),
) -> Reading:
    """Return the reading of a document that was put together; ``metadata`` is appended to its text, and gives no facts."""
    facts = facts_of(assembly.text, assembly.zones(), stated, document_id(original))
    assembly.add(metadata, "metadata")
    found = document_of(original, assembly.text, assembly.zones(), facts)
    return Reading(found, (*problems, *facts.dating.problems), parts)


def _sample(text: str, zones: Sequence[Zone]) -> str:
    """Return as much of the story as its language can be told from."""
    return "\n".join(zone.span.of(text)[:MOST_OF_ZONE] for zone in zones[:MOST_ZONES] if zone.kind == "main")
