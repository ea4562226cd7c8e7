"""The page's application: every page by one line, and the JSON interface under /api/."""

from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.routing import Route

from firsthand import __version__
from firsthand.dossier import Key
from firsthand.dossier.scratch import scratch
from firsthand.web import failures, forms, statics
from firsthand.web.desk import Desk
from firsthand.web.guard import Guard
from firsthand.web.keys import Keys
from firsthand.web.pages import (
    adding,
    citation,
    compare,
    data,
    deciding,
    document,
    documents,
    figure,
    figures,
    history,
    lists,
    map_,
    search,
    sources,
    start,
    take_along,
    timeline,
    unchecked,
    work,
)
from firsthand.web.uploads import Uploads
from firsthand.web.work import Work

PAGES = (
    start,
    adding,
    work,
    figure,
    figures,
    documents,
    document,
    compare,
    data,
    lists,
    deciding,
    sources,
    timeline,
    map_,
    history,
    take_along,
    search,
    unchecked,
    citation,
)
"""The modules with the pages: each has a ``router`` for pages, an ``api`` for JSON, or both."""


def make_app(dossier: Path, keys: Keys, port: int, key: Key | None = None) -> Guard:
    """Return the application for one dossier, which answers as 127.0.0.1 with that port to those who have the keys.

    ``key`` is that of an encrypted dossier.
    """
    desk = Desk(dossier, keys, Work(dossier, key), Uploads(scratch(dossier)), key)
    app = FastAPI(
        title="firsthand",
        summary="What is claimed in a dossier, by whom and on whose authority.",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # both of FastAPI's pages load scripts from elsewhere
        redoc_url=None,
        dependencies=[Depends(forms.ours)],
        routes=[Route("/static/{digest}/{name:path}", statics.answer, include_in_schema=False)],
        redirect_slashes=False,
    )
    app.state.desk = desk
    failures.install(app)
    for module in PAGES:
        if hasattr(module, "router"):
            app.include_router(module.router, include_in_schema=False)
        if hasattr(module, "api"):
            app.include_router(module.api, prefix="/api")
    with desk.reading() as opened:
        settled = opened.is_settled()
    if not settled:  # an interrupted run, or one that left it for later
        work.settle(desk)
    return Guard(app, keys, port)
