"""Whether a form that changes something is one of ours: each carries the key of this run."""

from collections.abc import AsyncIterator

from fastapi import HTTPException
from starlette.requests import Request

from firsthand.web.desk import Desk
from firsthand.web.keys import same

FIELD = "form_key"
HEADER = "X-Form-Key"

MOST_FILES = 2_000
MOST_FIELDS = 10_000


async def ours(request: Request) -> AsyncIterator[None]:
    """Let a changing request on only with the key that our pages put into forms and scripts send in a header."""
    desk: Desk = request.app.state.desk
    if request.method in ("GET", "HEAD"):
        yield
    elif HEADER in request.headers:
        _check(request.headers[HEADER], desk)
        yield
    elif "form" in request.headers.get("content-type", ""):
        # The files of a form are kept until the answer is made, and closed with it.
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
            _check(form.get(FIELD), desk)
            yield
    else:
        _check(None, desk)


def _check(key: object, desk: Desk) -> None:
    if not isinstance(key, str) or not same(key, desk.keys.form):
        raise HTTPException(403, "the form is not of this run of the program; open the page again")
