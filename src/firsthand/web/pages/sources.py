"""Who speaks: the list of voices, and one voice with its words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.dossier.speakers import VoiceRow
from firsthand.errors import UnknownId
from firsthand.records import Role, Stretch
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.memory import remembered
from firsthand.web.templating import page
from firsthand.web.views.heard import heard

router = APIRouter()

Order = Literal[
    "heard", "name", "role", "quoted", "first_hand", "repeated", "passed_on", "documents", "figures"
]

Whom = Literal["named", "not named", "cited works", "everybody"]

ORDERS: dict[Order, Callable[[VoiceRow], Any]] = {
    "heard": lambda voice: voice.spoken + voice.claims,
    "name": lambda voice: voice.name.casefold(),
    "role": lambda voice: voice.role,
    "quoted": lambda voice: voice.spoken,
    "first_hand": lambda voice: voice.first_hand,
    "repeated": lambda voice: voice.repeated,
    "passed_on": lambda voice: voice.passed_on,
    "documents": lambda voice: len(voice.documents),
    "figures": lambda voice: voice.figures,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the list asks for."""

    words: Annotated[str, Query(alias="q", max_length=200)] = ""
    role: Role | Literal[""] = ""
    whom: Whom = "named"
    order: Order = "heard"
    up: bool = False
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1

    def lets_through(self, voice: VoiceRow) -> bool:
        """Whether a voice belongs to the list."""
        kind = "cited works" if voice.cited else "not named" if voice.document else "named"
        names = " ".join(voice.names).casefold()
        return (
            self.whom in (kind, "everybody")
            and (not self.role or voice.role == self.role)
            and all(word in names for word in self.words.casefold().split())
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which voice, and which pages of its words and of its claims."""

    key: Annotated[str, Query(max_length=400)]
    document: Annotated[str, Query(max_length=64)] = ""
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1
    claims: Annotated[int, Query(ge=1, le=1_000_000)] = 1


@router.get("/sources")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return one page of the list of who speaks."""
    with desk.reading() as dossier:
        chosen = [voice for voice in _voices(dossier).values() if asked.lets_through(voice)]
        chosen.sort(key=ORDERS[asked.order], reverse=not asked.up)
        first = (asked.number - 1) * PAGE
        found = Stretch(tuple(chosen[first : first + PAGE]), first, len(chosen))
        return page(
            request,
            "sources.html",
            here="sources",
            found=found,
            pager=pager(found),
            asked=asked,
            roles=get_args(Role),
            whoms=get_args(Whom),
            heads=dossier.browse.heads(voice.document for voice in found.rows),
        )


@router.get("/sources/voice")
def show_one(request: Request, desk: OfDesk, wanted: Annotated[Wanted, Depends()]) -> HTMLResponse:
    """Return the page of one voice. Raises UnknownId for one that is not there."""
    with desk.reading() as dossier:
        voices = _voices(dossier)
        voice = voices.get((wanted.key, wanted.document)) or voices.get((wanted.key, ""))
        if voice is None:
            raise UnknownId("nobody speaks under this name any more; the list of sources has those who do")
        found = heard(dossier, voice, (wanted.number - 1) * PAGE, (wanted.claims - 1) * PAGE)
        return page(
            request,
            "voice.html",
            here="sources",
            voice=voice,
            found=found,
            words_pager=pager(found.words),
            claims_pager=pager(found.claims),
        )


def _voices(dossier: Dossier) -> dict[tuple[str, str], VoiceRow]:
    return remembered(dossier, "speakers", dossier.speakers)
