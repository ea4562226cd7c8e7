"""The figures of a report: those that several documents state with their plots, the others in lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.exports import charts, citing
from firsthand.exports.charts import dates
from firsthand.exports.charts.statements import called
from firsthand.exports.report.index import Index
from firsthand.exports.report.limits import Limits
from firsthand.exports.report.notes import Notes
from firsthand.exports.wording import clean
from firsthand.records import Basis, Claim, Evidence, Figure, Link

Content = dict[str, Any]

BASIS: Mapping[Basis, str] = {
    "witnessed": "was there",
    "made": "made the figure",
    "repeated": "passes it on",
}
"""How the furthest voice knows, as a reader is told."""


def content(found: Index, notes: Notes, limits: Limits) -> Content:
    """Return the figures of several claims, the weightiest first, and an overview of them."""
    ranked = ranking(found)
    links = _links(found)
    drawn, plain = ranked[: limits.plotted], ranked[limits.plotted : limits.figures]
    shown = [
        *(_figure(each, found, notes, limits.statements, links[each.id]) for each in drawn),
        *(_figure(each, found, notes, limits.few) for each in plain),
    ]
    return {
        "overview": [_overview(each, found) for each in ranked[: limits.overview]],
        "figures": shown,
        "more_figures": max(0, len(ranked) - limits.figures),
        "plotted": min(limits.plotted, len(ranked)),
    }


def alone(found: Index, notes: Notes, limits: Limits) -> Content:
    """Return the claims that are no part of a figure of several, by document, and how many of them are not shown."""
    told = {name for figure in ranking(found) for name in figure.claims}
    rest = [claim for claim in found.release.claims if claim.id not in told]
    rest.sort(key=lambda claim: (found.number[claim.document], claim.span, claim.id))
    groups: dict[str, list[Content]] = defaultdict(list)
    for claim in rest[: limits.alone]:
        groups[claim.document].append(_statement(claim, found, notes))
    shown = [
        {
            "number": found.number[name],
            "document": called(found.documents[name]),
            "date": dates.said(found.documents[name].published),
            "title": found.works[name].called,
            "statements": group,
        }
        for name, group in groups.items()
    ]
    return {"alone": shown, "more_alone": max(0, len(rest) - limits.alone)}


def ranking(found: Index) -> list[Figure]:
    """Return the figures of more than one claim: first those of the weightiest findings, then those in most documents."""
    weight: dict[str, float] = defaultdict(float)
    for finding in found.release.findings:
        for evidence in finding.evidence:
            claim = found.claim_at(evidence.passage)
            if claim and claim.id in found.figure_of:
                name = found.figure_of[claim.id].id
                weight[name] = max(weight[name], finding.weight)
    several = [figure for figure in found.release.figures if len(figure.claims) > 1]
    return sorted(
        several,
        key=lambda each: (
            -weight[each.id],
            -found.figure_documents(each),
            -len(each.claims),
            each.label,
            each.id,
        ),
    )


def in_order(found: Index) -> Iterator[Claim]:
    """Yield the claims, those of the weightiest figures first."""
    first = [name for figure in ranking(found) for name in figure.claims]
    yield from (found.claims[name] for name in first)
    known = set(first)
    yield from (claim for claim in found.release.claims if claim.id not in known)


def words(evidence: Evidence, notes: Notes) -> Content:
    """Return some words with their footnote, the claim in which they stand, and how their document is called."""
    claim = notes.index.claim_at(evidence.passage)
    document = notes.index.documents[evidence.passage.document]
    return {
        "words": citing.quoted(" ".join(evidence.text.split())),
        "note": notes.of(evidence),
        "claim": claim.id if claim else None,
        "document": called(document),
        "date": dates.said(document.published),
    }


def plot(chart: charts.Chart) -> Content | None:
    """Return a chart as a picture with its words and table, None where there is nothing to see."""
    if not chart.rows:
        return None
    return {"chart": chart, "says": chart.says, "head": chart.head, "rows": chart.rows}


def _links(found: Index) -> dict[str, list[Link]]:
    """The links of each figure, by its id; those between two figures belong to neither."""
    links: dict[str, list[Link]] = defaultdict(list)
    for link in found.release.links:
        one, other = found.figure_of.get(link.earlier), found.figure_of.get(link.later)
        if one is not None and other is not None and one.id == other.id:
            links[one.id].append(link)
    return links


def _figure(
    figure: Figure, found: Index, notes: Notes, most: int, links: list[Link] | None = None
) -> Content:
    """A figure with at most so many statements, and with plots where its links are given."""
    claims = [found.claims[name] for name in figure.claims]
    shown = _chosen(
        sorted(claims, key=lambda claim: (found.number[claim.document], claim.span, claim.id)), most
    )
    return {
        **_named(figure, found),
        "origins": [{"name": origin.name, "because": _because(origin.because)} for origin in figure.origins],
        "same": len(_values(claims)) == 1 and None not in _values(claims),
        "plots": [] if links is None else _plots(figure, found, links),
        "statements": [_statement(claim, found, notes) for claim in shown],
        "more": len(claims) - len(shown),
    }


def _chosen(claims: list[Claim], most: int) -> list[Claim]:
    """The first of each different statement, then the first of all, in their order."""
    first = {tuple(_values([claim])): n for n, claim in reversed(list(enumerate(claims)))}
    rest = (n for n in range(len(claims)) if n not in set(first.values()))
    return [claims[n] for n in sorted([*sorted(first.values()), *rest][:most])]


def _plots(figure: Figure, found: Index, links: list[Link]) -> list[Content]:
    """The plots that show something: of drift where not all say the same, of lineage from three documents on."""
    plots = []
    if len(_values([found.claims[name] for name in figure.claims])) > 1:
        plots.append(("How it changed", charts.drift(figure, found.claims, found.documents)))
    if found.figure_documents(figure) > 2:
        plots.append(("How it travelled", charts.lineage(figure, found.claims, found.documents, links)))
    return [{"title": title, **drawn} for title, chart in plots if (drawn := plot(chart))]


def _values(claims: list[Claim]) -> set[object]:
    """The different numbers that are stated, with how firmly."""
    stated = (claim.quantity for claim in claims)
    return {(each.low, each.high, each.hedge, each.unit, each.per) if each else None for each in stated}


def _overview(figure: Figure, found: Index) -> Content:
    return {
        **_named(figure, found),
        "documents": found.figure_documents(figure),
        "claims": len(figure.claims),
        "origins": len({origin.name for origin in figure.origins}),
        "spread": plot(charts.spread(figure, found.claims)),
    }


def _named(figure: Figure, found: Index) -> Content:
    return {
        "id": figure.id,
        "label": clean(figure.label) or "a figure without words",
        "badges": list(found.badges(figure)),
    }


def _statement(claim: Claim, found: Index, notes: Notes) -> Content:
    document = found.documents[claim.document]
    return {
        "claim": claim.id,
        "date": dates.said(document.published),
        "document": called(document),
        "number": found.number[claim.document],
        "said": " ".join((claim.quantity_text or "").split()),
        "words": citing.quoted(" ".join(claim.text.split())),
        "note": notes.of_claim(claim),
        "voice": _voice(claim),
        "basis": "" if claim.basis == "not named" else BASIS[claim.basis],
    }


def _voice(claim: Claim) -> str:
    last = claim.chain[-1] if claim.chain else None
    if last is None or last.name is None:
        return "nobody named"
    return charts.chart.short(last.name, 400)


def _because(reasons: tuple[str, ...], most: int = 4) -> list[str]:
    more = [f"and {len(reasons) - most} more reasons"] if len(reasons) > most else []
    return [*reasons[:most], *more]
