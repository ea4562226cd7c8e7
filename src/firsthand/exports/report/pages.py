"""A report as one HTML file that needs nothing else, and as Markdown."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from firsthand.exports import charts
from firsthand.exports.citing import Style
from firsthand.exports.pages import environment, escaped_markdown
from firsthand.exports.report import content as contents
from firsthand.records import Release


def html(release: Release, style: Style = "chicago") -> bytes:
    """Return a report to read and print: findings, figures with plots, sources, footnotes, method; one HTML file, no scripts.

    Every claim has an address of its own inside the file, ``#claim-ID``.
    """
    css = files(__package__).joinpath("report.css").read_text("utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return _written(release, style, "report.html.jinja", css=Markup(css), digest=digest)  # noqa: S704 - our own file


def markdown(release: Release, style: Style = "chicago") -> bytes:
    """Return the same as Markdown with footnotes, for an editor; plots are told in words."""
    return _written(release, style, "report.md.jinja")


def _written(release: Release, style: Style, template: str, **more: Any) -> bytes:
    parts = contents.content(release, style)
    shown = {each["claim"] for group in (*parts["figures"], *parts["alone"]) for each in group["statements"]}
    text = _templates().get_template(template).render(**parts, shown=shown, counted=contents.counted, **more)
    return text.encode("utf-8", "replace")


def _within(words: str) -> str:
    """Words with Markdown escaped, and the blanks that part them from what stands before and behind."""
    return f"{' ' * words[:1].isspace()}{escaped_markdown(words)}{' ' * (words[1:2] != '' and words[-1].isspace())}"


def _drawn(chart: charts.Chart) -> Markup:
    return Markup(charts.svg(chart))  # noqa: S704 - every word in it is escaped by the drawing library


@cache
def _templates() -> Environment:
    made = environment("firsthand.exports.report", "")
    made.filters["within"] = _within
    made.filters["drawn"] = _drawn
    return made
