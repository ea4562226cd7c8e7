"""Whether a form that changes something is one of ours: each carries the key of this run."""

from fastapi import HTTPException
from starlette.requests import Request

from firsthand.web.desk import Desk
from firsthand.web.keys import same

FIELD = "form_key"
HEADER = "X-Form-Key"

MOST_FILES = 2_000
MOST_FIELDS = 10_000


async def ours(request: Request) -> None:
    """Let a changing request on only with the key that our pages put into forms and scripts send in a header."""
    if request.method in ("GET", "HEAD"):
        return
    key = request.headers.get(HEADER)
    if key is None and "form" in request.headers.get("content-type", ""):
        form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
        given = form.get(FIELD)
        key = given if isinstance(given, str) else None
    desk: Desk = request.app.state.desk
    if key is None or not same(key, desk.keys.form):
        raise HTTPException(403, "the form is not of this run of the program; open the page again")
