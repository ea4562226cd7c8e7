"""The page of timeline."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.templating import page

router = APIRouter()


@router.get("/timeline")
def show(request: Request) -> HTMLResponse:
    """Return the page."""
    return page(request, "later.html", here="timeline", title="Timeline")
