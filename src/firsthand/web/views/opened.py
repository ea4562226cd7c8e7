"""A document as it is opened: the stretch of its text that is asked for, with everything that is underlined there."""

from dataclasses import dataclass

from firsthand.dossier import Dossier
from firsthand.records import Claim, Document, Reuse, Span
from firsthand.web.views.cast import Cast, cast
from firsthand.web.views.stretches import number_of, stretches
from firsthand.web.views.underlines import Underline, underlines
from firsthand.web.views.written import Group, written


@dataclass(frozen=True, slots=True)
class Place:
    """What an address asks to see: exact words, a claim's words, or a stretch by its number from 1."""

    at: Span | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with one stretch of its text; ``number`` counts stretches from 1, ``parts`` is how many there are.

    ``claims`` are those of the stretch, ``copies`` the passages in it that other documents have too.
    """

    document: Document
    stretch: Span
    number: int
    parts: int
    lines: tuple[tuple[Group, ...], ...]
    cast: Cast
    claims: tuple[Claim, ...]
    copies: tuple[Reuse, ...]


def opened(dossier: Dossier, document_id: str, place: Place) -> Opened:
    """Return a document, opened at a place. Raises UnknownId."""
    document = dossier.document(document_id)
    browse = dossier.browse
    parts = stretches(document.text, marked=browse.mark_places(document.id))
    number = _number(parts, place)
    stretch = parts[number]
    claims = browse.claims(document.id, stretch)
    copies = browse.copies(document.id, stretch)
    speakers = cast(browse.attributions(document.id))
    found = underlines(document, browse.marks(document.id, stretch), claims, copies, speakers)
    if place.at is not None and place.at.start < place.at.end:
        found.append(Underline(place.at, "here"))
    lines = tuple(written(document, stretch, found))
    return Opened(document, stretch, number + 1, len(parts), lines, speakers, tuple(claims), tuple(copies))


def _number(parts: tuple[Span, ...], place: Place) -> int:
    if place.number is not None:
        return max(0, min(place.number, len(parts)) - 1)
    return number_of(parts, place.at.start) if place.at else 0
