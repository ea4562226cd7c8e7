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

Export = Callable[..., bytes]
"""Takes a release; a report also the name of a citation style."""

EXPORTS: Mapping[str, str] = {
    "report": "firsthand.exports.report.pages:html",
    "report-markdown": "firsthand.exports.report.pages:markdown",
    "pdf": "firsthand.exports.report.print:pdf",
    "csv": "firsthand.exports.table:write",
    "json": "firsthand.exports.data:write",
    "markdown": "firsthand.exports.pages:markdown",
    "html": "firsthand.exports.pages:html",
    "bibtex": "firsthand.exports.citing.bibtex:write",
    "csl-json": "firsthand.exports.citing.csl:write",
}
"""Format to writer, by name, so that a format's libraries are loaded only when it is asked for."""

STYLES = ("chicago", "apa", "plain")
"""The citation styles of a report, the usual one first; the same as in ``citing``, which is loaded when it is needed."""

STYLED = frozenset({"report", "report-markdown", "pdf"})
"""The formats that have footnotes, and so a citation style."""

SUFFIXES: Mapping[str, str] = {
    "report": ".html",
    "report-markdown": ".md",
    "pdf": ".pdf",
    "csv": ".csv",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
    "bibtex": ".bib",
    "csl-json": ".json",
}
"""How the name of a file of this format ends; those of other packages have none."""


def export(release: Release, form: str, style: str | None = None) -> bytes:
    """Return a release as the bytes of one file, a report in a citation style of ``STYLES``.

    Raises WrongUse when there is no such format or style, or the format has no footnotes.
    """
    write = writer(form, style)
    return write(release, style) if style else write(release)


def writer(form: str, style: str | None = None) -> Export:
    """Return what writes a format; raises WrongUse when there is no such format or style, or the format has no footnotes."""
    if style is not None and style not in STYLES:
        raise WrongUse(f"there is no citation style {style!r}; there is {', '.join(STYLES)}")
    if form in EXPORTS:
        if style is not None and form not in STYLED:
            raise WrongUse(f"{form} has no footnotes; a citation style goes with {', '.join(sorted(STYLED))}")
        found: Export = resolve_name(EXPORTS[form])
        return found
    for entry in entry_points(group="firsthand.exports", name=form):
        added: Export = entry.load()
        return added
    raise WrongUse(f"there is no export {form!r}; there is {', '.join(EXPORTS)}")
