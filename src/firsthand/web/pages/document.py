"""One document: its text as it was, with what was found in it, and beside it what a reader opens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.dossier import Dossier
from firsthand.records import Reuse, Span
from firsthand.web.desk import OfDesk
from firsthand.web.templating import page
from firsthand.web.views.card import card
from firsthand.web.views.opened import Place, opened
from firsthand.web.views.underlines import AT_FIRST, SWITCHED

router = APIRouter()

COOKIE = "firsthand-layers"
"""Holds the layers that a reader has switched on, their names joined by points; reading.js writes it."""

PLACE = r"^\d{1,9}-\d{1,9}$"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a document asks for: exact words, a claim, who else has some words, or a part by its number."""

    at: Annotated[str, Query(pattern=PLACE)] = ""
    claim: Annotated[str, Query(max_length=64)] = ""
    copies: Annotated[str, Query(pattern=PLACE)] = ""
    number: Annotated[int | None, Query(alias="page", ge=1, le=1_000_000)] = None

    def place(self, dossier: Dossier) -> Place:
        """Return the place that it means. Raises UnknownId for a claim that is not there."""
        for words in (self.at, self.copies):
            if words:
                return Place(_span(words))
        return Place(dossier.claim(self.claim).span) if self.claim else Place(number=self.number)


@router.get("/documents/{document_id}")
def show(
    request: Request, desk: OfDesk, document_id: str, asked: Annotated[Asked, Depends()]
) -> HTMLResponse:
    """Return the page of one document."""
    with desk.reading() as dossier:
        found = opened(dossier, document_id, asked.place(dossier))
        span = _span(asked.copies) if asked.copies else None
        copies = _by_document(copy for copy in found.copies if span and copy.a.span.meets(span))
        sharing = dossier.browse.sharing(document_id)
        return page(
            request,
            "document.html",
            here="documents",
            row=dossier.browse.document(document_id),
            found=found,
            card=card(dossier, asked.claim) if asked.claim else None,
            copies=copies,
            problems=dossier.browse.problems(document_id),
            sharing=sharing,
            heads=dossier.browse.heads(copies),
            layers=SWITCHED,
            on=_switched_on(request),
        )


def _by_document(copies: Iterable[Reuse]) -> dict[str, list[Reuse]]:
    """Copied passages by the other document, that with most words first."""
    found: dict[str, list[Reuse]] = {}
    for copy in copies:
        found.setdefault(copy.b.document, []).append(copy)
    return dict(sorted(found.items(), key=lambda item: -sum(copy.words for copy in item[1])))


def _span(words: str) -> Span:
    start, end = map(int, re.findall(r"\d+", words))
    return Span(start, end)


def _switched_on(request: Request) -> frozenset[str]:
    kept = request.cookies.get(COOKIE)
    return frozenset(AT_FIRST if kept is None else kept.split("."))
