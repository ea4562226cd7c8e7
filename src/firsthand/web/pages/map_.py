"""The places that the documents name, on a map of our own."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.records import Claim, Stretch
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.memory import remembered
from firsthand.web.templating import page
from firsthand.web.views.atlas import View, atlas

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a place, how much of the world, sought words, and which pages of the lists."""

    place: Annotated[str, Query(max_length=200)] = ""
    view: View = "all"
    words: Annotated[str, Query(alias="q", max_length=200)] = ""
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1
    claims: Annotated[int, Query(ge=1, le=1_000_000)] = 1


@router.get("/map")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return the map with the list of places, and the claims about the chosen one."""
    with desk.reading() as dossier:
        places = remembered(dossier, "places", dossier.browse.places)
        sought = asked.words.casefold()
        chosen = [place for place in places if sought in place.name.casefold()]
        first = (asked.number - 1) * PAGE
        found = Stretch(tuple(chosen[first : first + PAGE]), first, len(chosen))
        claims = _claims(dossier, asked) if asked.place else None
        return page(
            request,
            "map.html",
            here="map",
            found=found,
            pager=pager(found),
            asked=asked,
            atlas=atlas(places, asked.view, asked.place),
            claims=claims,
            claims_pager=pager(claims) if claims else None,
            heads=dossier.browse.heads(claim.document for claim in claims.rows) if claims else {},
        )


def _claims(dossier: Dossier, asked: Asked) -> Stretch[Claim]:
    """One page of the claims about the chosen place."""
    place = asked.place
    ids = remembered(dossier, f"claims at {place}", lambda: dossier.browse.claims_at(place))
    first = (asked.claims - 1) * PAGE
    some = dossier.browse.claims_of(ids[first : first + PAGE])
    return Stretch(tuple(some.values()), first, len(ids))
