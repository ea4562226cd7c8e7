"""The page of documents."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.templating import page

router = APIRouter()


@router.get("/documents")
def show(request: Request) -> HTMLResponse:
    """Return the page."""
    return page(request, "later.html", here="documents", title="Documents")
