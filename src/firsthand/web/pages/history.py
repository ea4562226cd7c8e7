"""The page of history."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.templating import page

router = APIRouter()


@router.get("/history")
def show(request: Request) -> HTMLResponse:
    """Return the page."""
    return page(request, "later.html", here="history", title="History")
