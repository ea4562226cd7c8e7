"""The page of what can be taken along."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web.templating import page

router = APIRouter()


@router.get("/take-along")
def show(request: Request) -> HTMLResponse:
    """Return the page."""
    return page(request, "later.html", here="take along", title="Take along")
