"""The dossier as JSON, in the shapes that the command line prints."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from firsthand import interface
from firsthand.web.desk import OfDesk

api = APIRouter()

First = Annotated[int, Query(ge=0)]
Most = Annotated[int, Query(ge=0, le=200)]
Words = Annotated[str, Query(max_length=200)]


@api.get("/findings")
def findings(desk: OfDesk, first: First = 0, most: Most = 20, kind: Words = "") -> dict[str, Any]:
    """Return findings with their evidence, the weightiest first, and how many there are."""
    with desk.reading() as dossier:
        found = dossier.browse.findings(first, most, kind or None)
        lines = [
            {"id": row.id, "number": row.number, **interface.finding_line(row.finding)} for row in found.rows
        ]
        return {"first": found.first, "total": found.total, "findings": lines}


@api.get("/claims/{claim_id}")
def claim(desk: OfDesk, claim_id: str) -> dict[str, Any]:
    """Return one claim, and how it stands to others."""
    with desk.reading() as dossier:
        links = [interface.link_line(link) for link in dossier.links_of(claim_id)]
        return {**interface.claim_line(dossier.claim(claim_id)), "links": links}


@api.get("/search")
def search(desk: OfDesk, q: Words, most: Most = 50) -> list[dict[str, Any]]:
    """Return the passages in which all words stand, the best first; "in quotes" together, word* by its beginning."""
    with desk.reading() as dossier:
        return [
            {"document": hit.document, "start": hit.span.start, "end": hit.span.end, "text": hit.text}
            for hit in dossier.search(q, most)
        ]


@api.get("/unchecked")
def unchecked(desk: OfDesk, first: First = 0, most: Most = 50) -> dict[str, Any]:
    """Return sentences with a number of which no claim was made, and how many such numbers there are."""
    with desk.reading() as dossier:
        found = dossier.browse.unclaimed(first, most)
        lines = [interface.unchecked_line(each) for each in dossier.sentences_of(found.rows)]
        return {"first": found.first, "total": found.total, "unchecked": lines}
