"""A report as PDF: tagged for screen readers (PDF/UA-1), with footnotes at the foot of the page."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import typst

from firsthand.exports import charts
from firsthand.exports.citing import Style
from firsthand.exports.report import content as contents
from firsthand.exports.report.limits import PAPER
from firsthand.exports.wording import clean
from firsthand.records import Release

FONT = "Libertinus Serif"
"""The face of the whole report; it comes with the typesetter."""

STANDARD = "PDF/UA"
"""What the typesetter names where the standard is the reason, such as a letter that no font has."""


def pdf(release: Release, style: Style = "chicago") -> bytes:
    """Return a report for paper and screen as PDF, with footnotes at the foot of the page; tagged for screen readers.

    The same release gives the same bytes as long as its letters are Latin, Greek, Cyrillic, Hebrew or Arabic; for others the fonts
    of the system are asked, and where these have none either, a letter is shown as a box and the file
    claims PDF/UA no longer.
    """
    parts = contents.content(release, style, PAPER)
    data = json.dumps(
        {**_plain(parts), "first": _first(parts), "date": _date(release.made)}, ensure_ascii=False
    )
    for system in (False, True):
        try:
            return _set(data, system=system, accessible=True)
        except typst.TypstError as error:
            if STANDARD not in str(error):
                raise
    return _set(data, system=True, accessible=False)


def _set(data: str, *, system: bool, accessible: bool) -> bytes:
    source = files(__package__).joinpath("report.typ").read_bytes()
    made: bytes = typst.compile(
        source,
        format="pdf",
        sys_inputs={"data": data},
        ignore_system_fonts=not system,
        pdf_standards="ua-1" if accessible else None,
    )
    return made


def _plain(part: Any) -> Any:
    """The content as JSON can hold it: charts as SVG, and all words without characters that no font shows."""
    if isinstance(part, dict):
        drawn = {"svg": _drawn(part["chart"])} if "chart" in part else {}
        return {**{name: _plain(value) for name, value in part.items() if name != "chart"}, **drawn}
    if isinstance(part, list | tuple):
        return [_plain(value) for value in part]
    return _clean(part) if isinstance(part, str) else part


def _clean(words: str) -> str:
    """Words without control characters; blanks at the ends stay, because they part runs."""
    body = clean(words)
    before, after = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' * before}{body}{' ' * after}" if body else ""


def _drawn(chart: charts.Chart) -> str:
    return charts.svg(chart, ink="#000", paper="#fff").replace(charts.chart.FONT, FONT)


def _first(parts: contents.Content) -> dict[str, str]:
    """Where each footnote is set: the place of its first mark, by its number."""
    found: dict[str, str] = {}
    for place, number in _marks(parts):
        found.setdefault(str(number), place)
    return found


def _marks(parts: contents.Content) -> Iterator[tuple[str, int]]:
    """The marks of footnotes in the order of the report, each with the name of its place."""
    for finding in parts["findings"]:
        for n, each in enumerate(finding["evidence"]):
            yield f"finding-{finding['number']}-{n}", each["note"]
    for figure in parts["figures"]:
        for each in figure["statements"]:
            yield f"claim-{each['claim']}", each["note"]
    for n, quotation in enumerate(parts["quotations"]):
        for m, group in enumerate(quotation["groups"]):
            yield f"quotation-{n}-{m}", group["note"]
            for k, other in enumerate(group["others"]):
                yield f"quotation-{n}-{m}-{k}", other["note"]
    for n, each in enumerate(parts["open"]["sentences"]):
        yield f"sentence-{n}", each["note"]
    for group in parts["alone"]:
        for each in group["statements"]:
            yield f"claim-{each['claim']}", each["note"]


def _date(made: str) -> list[int] | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", made)
    return [int(part) for part in found.groups()] if found else None
