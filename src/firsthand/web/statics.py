"""Style sheets and scripts: sent once, under an address that changes with their content."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from firsthand.web import plots

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
PLOTS = "vega.js"
"""The script that draws plots; it is no file of ours but comes from a package."""

FOR_GOOD = "private, max-age=31536000, immutable"


def address(name: str) -> str:
    """Return the address of a static file; it changes when any of them changes, so that modules find each other."""
    return f"/static/{_digest()}/{name}"


async def answer(request: Request) -> Response:
    """Return a static file by its name."""
    name = request.path_params["name"]
    if request.path_params["digest"] != _digest() or name not in (*contents(), PLOTS):
        return Response(status_code=404)
    # Made at the first request and not at the start: most pages have no plot.
    content = await run_in_threadpool(plots.script) if name == PLOTS else contents()[name]
    media_type = MEDIA_TYPES[name[name.rindex(".") :]]
    return Response(content, headers={"Content-Type": media_type, "Cache-Control": FOR_GOOD})


@cache
def contents() -> dict[str, bytes]:
    """Return every static file by its name; names never come from a request."""
    return dict(_walk(files(__package__).joinpath("static"), ""))


@cache
def _digest() -> str:
    digest = hashlib.sha256(plots.edition().encode())
    for name, content in sorted(contents().items()):
        digest.update(f"{name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:16]


def _walk(folder: Traversable, inside: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{inside}{entry.name}/")
        elif entry.name[entry.name.rfind(".") :] in MEDIA_TYPES:
            yield f"{inside}{entry.name}", entry.read_bytes()
