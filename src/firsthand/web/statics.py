"""Style sheets and scripts: sent once, under an address that changes with their content."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
FOR_GOOD = "private, max-age=31536000, immutable"


def address(name: str) -> str:
    """Return the address of a static file; it changes when any of them changes, so that modules find each other."""
    return f"/static/{_digest()}/{name}"


async def answer(request: Request) -> Response:
    """Return a static file by its name."""
    name = request.path_params["name"]
    if request.path_params["digest"] != _digest() or name not in contents():
        return Response(status_code=404)
    media_type = MEDIA_TYPES[name[name.rindex(".") :]]
    return Response(contents()[name], headers={"Content-Type": media_type, "Cache-Control": FOR_GOOD})


@cache
def contents() -> dict[str, bytes]:
    """Return every static file by its name; names never come from a request."""
    return dict(_walk(files(__package__).joinpath("static"), ""))


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    for name, content in sorted(contents().items()):
        digest.update(f"{name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:16]


def _walk(folder: Traversable, inside: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{inside}{entry.name}/")
        elif entry.name[entry.name.rfind(".") :] in MEDIA_TYPES:
            yield f"{inside}{entry.name}", entry.read_bytes()
