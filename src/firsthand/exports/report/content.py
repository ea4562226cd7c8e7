"""What stands in a report, in its order, ready for any form: plain dictionaries, lists and words."""

from collections.abc import Iterable
from typing import Any

from firsthand import __version__
from firsthand.exports import charts, citing
from firsthand.exports.charts import dates
from firsthand.exports.report import figures, method, open_ends, people, quotations
from firsthand.exports.report.index import Index, index
from firsthand.exports.report.limits import SCREEN, Limits
from firsthand.exports.report.notes import Notes
from firsthand.exports.wording import clean
from firsthand.records import Finding, Release

Content = dict[str, Any]


def content(release: Release, style: citing.Style, limits: Limits = SCREEN) -> Content:
    """Return all that a report says of a release, cited in this style.

    What is left out of a large release is counted in it.
    """
    found = index(release)
    notes = Notes(found, style)
    parts: Content = {
        "title": "What is claimed, by whom, and on whose authority",
        "release": {
            "profile": release.profile,
            "says": release.says,
            "made": release.made,
            "day": dates.said(release.made[:10]),
            "withheld": list(release.withheld),
            "made_with": release.made_with or f"firsthand {__version__}",
        },
        "method": method.paragraphs(style),
        "counts": _counts(found),
        "findings": [
            _finding(n, each, notes, limits) for n, each in enumerate(release.findings[: limits.findings], 1)
        ],
        "brief": [
            {"number": n, "kind": each.kind, "says": each.says}
            for n, each in enumerate(
                release.findings[limits.findings : limits.findings + limits.brief], limits.findings + 1
            )
        ],
        "more_findings": max(0, len(release.findings) - limits.findings - limits.brief),
        "independence": plot(charts.independence(release.figures, found.claims, found.documents)),
        **figures.content(found, notes, limits),
        "quotations": quotations.content(found, notes),
        "sources": people.content(found),
        "timeline": plot(charts.timeline(figures.in_order(found), found.documents)),
        "open": open_ends.content(found, notes),
    }
    parts |= figures.alone(found, notes, limits)
    parts["documents"] = _documents(found, style)
    parts["notes"] = [
        {"number": each.number, "runs": each.runs, "document": each.document, "claim": each.claim}
        for each in notes.found
    ]
    return parts


def plot(chart: charts.Chart) -> Content | None:
    """Return a chart as a picture with its words and table, None where there is nothing to see."""
    return figures.plot(chart)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "file"), counted(1200, "file"), counted(2, "copy", "copies")
    ('1 file', '1,200 files', '2 copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _counts(found: Index) -> list[Content]:
    release = found.release
    origins = {origin.name for figure in release.figures for origin in figure.origins}
    several = sum(found.figure_documents(figure) > 1 for figure in release.figures)
    pairs: Iterable[tuple[int, str, str]] = (
        (len(release.documents), "document", "documents"),
        (len(origins), "named origin", "named origins"),
        (len(release.claims), "claim", "claims"),
        (len(release.figures), "figure", "figures"),
        (several, "figure in more than one document", "figures in more than one document"),
        (len(release.findings), "finding", "findings"),
        (len(release.unchecked), "place not checked", "places not checked"),
    )
    return [{"number": f"{number:,}", "noun": one if number == 1 else many} for number, one, many in pairs]


def _finding(number: int, finding: Finding, notes: Notes, limits: Limits) -> Content:
    shown = finding.evidence[: limits.evidence]
    return {
        "number": number,
        "kind": finding.kind,
        "says": clean(finding.says) or finding.kind,
        "evidence": [figures.words(each, notes) for each in shown],
        "more": len(finding.evidence) - len(shown),
    }


def _documents(found: Index, style: citing.Style) -> list[Content]:
    count: dict[str, int] = {}
    for claim in found.release.claims:
        count[claim.document] = count.get(claim.document, 0) + 1
    return [
        {
            "number": found.number[document.id],
            "runs": citing.entry(found.works[document.id], style),
            "kind": document.kind,
            "language": document.language,
            "file": found.works[document.id].file,
            "sha256": document.original.sha256,
            "claims": counted(count.get(document.id, 0), "claim"),
        }
        for document in found.order
    ]
