"""Documents, sources, times and places as JSON, by the stretch."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from firsthand import interface
from firsthand.records import DocumentFilter
from firsthand.web.desk import OfDesk
from firsthand.web.memory import remembered

api = APIRouter()

First = Annotated[int, Query(ge=0)]
Most = Annotated[int, Query(ge=0, le=200)]
Words = Annotated[str, Query(max_length=200)]


@api.get("/documents")
def documents(desk: OfDesk, q: Words = "", first: First = 0, most: Most = 50) -> dict[str, Any]:
    """Return documents with how many claims, problems and origins each has, the latest first."""
    with desk.reading() as dossier:
        found = dossier.browse.documents(DocumentFilter(q), first, most)
        lines = [
            {
                **interface.document_line(row.document, row.name),
                "kind": row.document.kind,
                "language": row.document.language,
                "claims": row.claims,
                "problems": row.problems,
                "origins": row.origins,
            }
            for row in found.rows
        ]
        return {"first": found.first, "total": found.total, "documents": lines}


@api.get("/sources")
def sources(desk: OfDesk, first: First = 0, most: Most = 50) -> dict[str, Any]:
    """Return who speaks, the most heard first: names, roles, how often, and how they know what they claim.

    ``document`` is the only document in which a name means this voice, "" for a name that means the same everywhere.
    """
    with desk.reading() as dossier:
        voices = list(remembered(dossier, "speakers", dossier.speakers).values())
        lines = [
            {
                "key": voice.key,
                "document": voice.document,
                "name": voice.name,
                "names": dict(voice.names),
                "role": voice.role,
                "documents": sorted(voice.documents),
                "quoted": voice.quoted,
                "reported": voice.reported,
                "first_hand": voice.first_hand,
                "repeated": voice.repeated,
                "passed_on": voice.passed_on,
                "figures": voice.figures,
                "cited": voice.cited,
            }
            for voice in voices[first : first + most]
        ]
        return {"first": first, "total": len(voices), "sources": lines}


@api.get("/timeline")
def timeline(desk: OfDesk, first: First = 0, most: Most = 50) -> dict[str, Any]:
    """Return the claims that have a time, in its order; with ``stated`` false it is the day of publication."""
    with desk.reading() as dossier:
        moments = remembered(dossier, "moments", dossier.browse.moments)
        some = moments[first : first + most]
        claims = dossier.browse.claims_of(moment.claim for moment in some)
        lines = [
            {"time": moment.time, "stated": moment.stated, **interface.claim_line(claims[moment.claim])}
            for moment in some
        ]
        return {"first": first, "total": len(moments), "claims": lines}


@api.get("/places")
def places(desk: OfDesk, first: First = 0, most: Most = 50) -> dict[str, Any]:
    """Return the places that are named, the most often named first; degrees are null where they are not known."""
    with desk.reading() as dossier:
        found = remembered(dossier, "places", dossier.browse.places)
        lines = [
            {
                "name": place.name,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "mentions": place.mentions,
                "documents": place.documents,
            }
            for place in found[first : first + most]
        ]
        return {"first": first, "total": len(found), "places": lines}
