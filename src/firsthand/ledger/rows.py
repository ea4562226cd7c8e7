"""The rows in which the head of a document and a claim are kept, and what is made of them."""

from functools import lru_cache
from typing import Any

from firsthand.ledger.json_text import from_json
from firsthand.ledger.overlay import reviewed
from firsthand.records import Claim, Document, Original, Quantity, Span, Step

COLUMNS = (
    "id, name, original, media_type, (SELECT size FROM original WHERE sha256 = document.original), title, publisher, "
    "authors, language, kind, published, pages"
)
CLAIM = (
    "id, document, start, end, text, quantity, quantity_text, measure, population, whole, place, period, chain, "
    "first_hand, basis, because, terms, citations, spoken"
)
REVIEWED = "reviewed.standing, reviewed.changes"
# Put together from the constants above alone, never from what somebody gave.
OF_CLAIM = f"SELECT {CLAIM}, {REVIEWED} FROM claim LEFT JOIN reviewed ON reviewed.claim = claim.id"  # noqa: S608


def head(row: tuple[Any, ...]) -> Document:
    """A document without its text, zones and dates."""
    id_, name, sha256, media_type, size, title, publisher, authors, language, kind, published, pages = row
    return Document(
        id=id_,
        original=Original(name, sha256, media_type, size),
        text="",
        zones=(),
        title=title,
        publisher=publisher,
        authors=from_json(tuple[str, ...], authors),
        language=language,
        kind=kind,
        published=published,
        pages=from_json(tuple[int, ...], pages),
    )


def as_claim(row: tuple[Any, ...]) -> Claim:
    """Return the claim of a row of ``CLAIM``."""
    (
        id_,
        document_id,
        start,
        end,
        text,
        quantity,
        *middle,
        chain,
        first_hand,
        basis,
        because,
        terms,
        citations,
        spoken,
        standing,
        changes,
    ) = row
    quantity_text, measure, population, whole, place, period = middle
    found = Claim(
        id=id_,
        document=document_id,
        span=Span(start, end),
        text=text,
        quantity=from_json(Quantity, quantity) if quantity else None,
        quantity_text=quantity_text,
        measure=measure,
        population=population,
        whole=whole,
        place=place,
        period=period,
        chain=_chain(chain),
        first_hand=bool(first_hand),
        basis=basis,
        because=because,
        terms=from_json(tuple[str, ...], terms),
        citations=from_json(tuple[str, ...], citations) if citations != "[]" else (),
        spoken=bool(spoken),
    )
    return found if changes is None else reviewed(found, standing, changes)


@lru_cache(maxsize=4096)
def _chain(text: str) -> tuple[Step, ...]:
    """A chain of attributions; the claims of one document have few different ones."""
    return from_json(tuple[Step, ...], text)
