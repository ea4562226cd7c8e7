"""release -> bytes: one file per format, all of them open.

An export takes a ``Release`` and gives the bytes of one file. To add one: a
module with ``write`` and a line in ``EXPORTS``; other packages add theirs under
the entry point ``firsthand.exports``.
"""

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pkgutil import resolve_name

from firsthand.errors import WrongUse
from firsthand.records import Release

Export = Callable[[Release], bytes]

EXPORTS: Mapping[str, str] = {
    "csv": "firsthand.exports.table:write",
    "json": "firsthand.exports.data:write",
    "markdown": "firsthand.exports.pages:markdown",
    "html": "firsthand.exports.pages:html",
}
"""Format to writer, by name, so that a format's libraries are loaded only when it is asked for."""


def export(release: Release, form: str) -> bytes:
    """Return a release as the bytes of one file; raises WrongUse when there is no such format."""
    return writer(form)(release)


def writer(form: str) -> Export:
    """Return what writes a format; raises WrongUse when there is no such one."""
    if form in EXPORTS:
        found: Export = resolve_name(EXPORTS[form])
        return found
    for entry in entry_points(group="firsthand.exports", name=form):
        added: Export = entry.load()
        return added
    raise WrongUse(f"there is no export {form!r}; there is {', '.join(EXPORTS)}")
