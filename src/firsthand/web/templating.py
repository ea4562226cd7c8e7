"""Templates into answers: every page is rendered here, and everything that is put into one is escaped."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.web import reading_aids, statics
from firsthand.web.desk import Desk
from firsthand.web.views import aids

NAVIGATION = (
    ("start", "/", "Start"),
    ("figures", "/figures", "Figures"),
    ("documents", "/documents", "Documents"),
    ("sources", "/sources", "Sources"),
    ("timeline", "/timeline", "Timeline"),
    ("map", "/map", "Map"),
    ("review", "/review", "Review"),
    ("history", "/history", "History"),
    ("take along", "/take-along", "Take along"),
)
"""Key, address and name of the pages that every page links to."""


def page(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page made with a template; ``here`` in the context is the key of its place in the navigation.

    Every template can use ``desk``, ``request``, ``form_key``, ``job`` (the work that goes on, or None), ``navigation``
    and the functions of ``reading_aids``.
    """
    desk: Desk = request.app.state.desk
    shared = {
        "desk": desk,
        "request": request,
        "form_key": desk.keys.form,
        "job": desk.work.current(),
        "navigation": NAVIGATION,
        "here": "",
        "done": _decided(request, desk),
        "sought": "",
    }
    return HTMLResponse(environment().get_template(template).render({**shared, **context}), status)


def _decided(request: Request, desk: Desk) -> tuple[str, str] | None:
    """The decision that was made just now, its id and what it says, so that it can be taken back at once."""
    id_ = request.query_params.get("done", "")
    return (id_, desk.decided[id_]) if id_ in desk.decided else None


def bare(title: str, says: str) -> str:
    """Return a page without anything of the dossier, for people who may not see it."""
    return environment().get_template("bare.html").render(title=title, says=says)


@cache
def environment() -> Environment:
    """Return the templates; what is missing in one is an error and not an empty place."""
    made = Environment(
        loader=PackageLoader("firsthand.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(static=statics.address, with_query=with_query)
    made.filters.update(reading_aids.FILTERS)
    made.globals.update(reading_aids.GLOBALS)
    made.filters.update(aids.FILTERS)
    made.globals.update(aids.GLOBALS)
    return made


def with_query(request: Request, **changes: object) -> str:
    """Return the address of this page with some of its query changed; None or "" takes a part out."""
    query = {name: value for name, value in request.query_params.items() if name not in changes}
    query |= {name: str(value) for name, value in changes.items() if value not in (None, "")}
    return f"{request.url.path}?{urlencode(query)}" if query else request.url.path
