"""A release as a page to read: one Markdown file, or one HTML file that needs nothing else."""

from functools import cache
from itertools import count
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from firsthand.records import Claim, Document, Evidence, Figure, Release


def markdown(release: Release) -> bytes:
    """Return findings, figures with their claims, and the documents as Markdown in UTF-8."""
    return _page(release, "page.md.jinja")


def html(release: Release) -> bytes:
    """Return the same as one HTML file in UTF-8, without scripts, images or addresses outside of it."""
    return _page(release, "page.html.jinja")


def _page(release: Release, template: str) -> bytes:
    claims = {claim.id: claim for claim in release.claims}
    documents = {document.id: document for document in release.documents}
    numbers = {document.id: number for document, number in zip(release.documents, count(1), strict=False)}
    in_figures = {name for figure in release.figures for name in figure.claims}
    text = (
        _templates()
        .get_template(template)
        .render(
            release=release,
            claims=claims,
            numbers=numbers,
            figures=sorted(
                (_figure(figure, claims) for figure in release.figures), key=lambda item: -len(item["claims"])
            ),
            unlinked=[claim for claim in release.claims if claim.id not in in_figures],
            cite=lambda evidence: _cite(evidence, documents, release.names),
            heading=lambda document: document.title or release.names[document.id],
            once=lambda words: " ".join(words.split()),
        )
    )
    return text.encode("utf-8", "replace")


def _figure(figure: Figure, claims: dict[str, Claim]) -> dict[str, Any]:
    return {"figure": figure, "claims": [claims[name] for name in figure.claims]}


def _cite(evidence: Evidence | Claim, documents: dict[str, Document], names: dict[str, str]) -> str:
    """Return where some words stand, as a reader of a footnote needs it: outlet, title, date, file, characters."""
    name, span = (
        (evidence.document, evidence.span)
        if isinstance(evidence, Claim)
        else (evidence.passage.document, evidence.passage.span)
    )
    document = documents[name]
    parts = (document.publisher, document.title, document.published, names[name])
    return ", ".join(filter(None, parts)) + f", characters {span.start}-{span.end}"


@cache
def _templates() -> Environment:
    return environment("firsthand.exports", "templates")


def environment(package: str, folder: str) -> Environment:
    """Return what fills the templates of a folder: HTML is escaped, ``md`` escapes Markdown, nothing may be missing."""
    made = Environment(
        loader=PackageLoader(package, folder),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["md"] = escaped_markdown
    return made


def escaped_markdown(words: str) -> str:
    """Return words with everything escaped that Markdown would read as markup."""
    return "".join(
        f"\\{letter}" if letter in "\\`*_{}[]<>#|!~" else letter for letter in " ".join(words.split())
    )
