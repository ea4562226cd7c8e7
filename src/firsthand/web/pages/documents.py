"""The list of documents."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.records import DocumentFilter, DocumentOrder
from firsthand.web.desk import OfDesk
from firsthand.web.listing import PAGE, pager
from firsthand.web.templating import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the list asks for."""

    words: Annotated[str, Query(alias="q", max_length=200)] = ""
    kind: Annotated[str, Query(max_length=50)] = ""
    language: Annotated[str, Query(max_length=10)] = ""
    publisher: Annotated[str, Query(max_length=300)] = ""
    order: DocumentOrder = "published"
    up: bool = False
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1

    @property
    def wanted(self) -> DocumentFilter:
        """The filter that it means."""
        return DocumentFilter(
            self.words,
            self.kind or None,
            self.language or None,
            self.publisher or None,
            self.order,
            self.up,
        )


@router.get("/documents")
def show(request: Request, desk: OfDesk, asked: Annotated[Asked, Depends()]) -> HTMLResponse:
    """Return one page of the list of documents."""
    with desk.reading() as dossier:
        found = dossier.browse.documents(asked.wanted, (asked.number - 1) * PAGE, PAGE)
        return page(
            request,
            "documents.html",
            here="documents",
            found=found,
            pager=pager(found),
            wanted=asked.wanted,
            kinds=dossier.browse.facet("kind"),
            languages=dossier.browse.facet("language"),
            unread=dossier.count("failures"),
        )
