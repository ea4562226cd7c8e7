"""Figures of which their own maker does not say how they came about."""

from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.shown import shown
from firsthand.links.looks import phrases
from firsthand.links.origins import OWN
from firsthand.links.sentences import paragraph
from firsthand.records import Document, Figure, Finding, Span

COUNTED = ("count", "share", "volume", "mass", "area")
"""Kinds of figures that somebody must have counted, measured or estimated."""

WIDESPREAD = 4
"""Documents that repeat a figure from which its method matters even if nobody contradicts it."""

BOUNDS = 2
"""Floors and ceilings of one paper that are told."""

HEADING = 60
"""Characters of a line up to which it is a heading."""


def no_method(case: Case) -> Iterator[Finding]:
    """Say which bodies do not tell how they counted: what others contradict or repeat, and what they give only a bound of.

    Each document is told once.
    """
    told = _contested(case)
    for document, (claim, why, weight) in told.items():
        beside = [claim, *_bounds(case, document)[:1]]
        numbers = listed(dict.fromkeys(shown(case, each) for each in beside))
        these = "this figure was" if len(set(beside)) == 1 else "these figures were"
        says = f"{case.producer(claim) or 'Its maker'} does not say how {these} counted, where or by whom: {numbers}; {why}."
        yield Finding("no method", says, weight, case.clauses(beside))
    reporting = {paper.outlet for paper in case.known.papers.values() if paper.kind == "report"}
    for document in sorted(case.known.papers.keys() - told.keys()):
        paper = case.known.papers[document]
        bounds = [] if paper.outlet in reporting else _bounds(case, document)[:BOUNDS]
        if bounds:
            numbers = listed(shown(case, claim) for claim in bounds)
            these = "this figure" if len(bounds) == 1 else "these figures"
            says = f"{case.producer(bounds[0]) or 'Its maker'} does not say how {these} came about, and it is a bound and no count: {numbers}."
            yield Finding("no method", says, 0.48, case.clauses(bounds))


def _contested(case: Case) -> dict[str, tuple[str, str, float]]:
    """By document the first figure of its own body that others contradict or repeat, with the reason and a weight."""
    contested = {claim for link in case.linked("conflict") for claim in (link.earlier, link.later)}
    found: dict[str, tuple[str, str, float]] = {}
    for figure in case.figures:
        disputed = (
            not contested.isdisjoint(figure.claims)
            and len({case.brief(claim).value for claim in figure.claims}) > 1
        )
        if not disputed and len(figure.claims) < WIDESPREAD:
            continue
        makers = [claim for claim in figure.claims if case.known.papers[case.document_of(claim)].kind in OWN]
        for claim in sorted(makers, key=lambda claim: (case.brief(claim).document, case.brief(claim).span)):
            brief = case.brief(claim)
            paper = case.known.papers[brief.document]
            if brief.document in found or paper.kind == "testimony" or brief.kind not in COUNTED:
                continue
            if brief.distinction < 0.5 or not case.own(claim) or _explained(case, claim, figure):
                continue
            others = len(_repeating(case, claim, figure))
            if disputed:
                found[brief.document] = claim, "other documents contradict it", 0.6
            elif others >= WIDESPREAD:
                found[brief.document] = claim, f"{several(others, 'other document')} repeat it", 0.5
    return found


def _bounds(case: Case, document: str) -> list[str]:
    """What a body gives only a floor or a ceiling of in a paper that is no report, shares first."""
    if case.known.papers[document].kind in ("report", "testimony", "encyclopedia article"):
        return []
    bounds = [claim for claim in case.claims_in(document) if _is_own_bound(case, claim)]
    bounds = [claim for claim in bounds if not _explained(case, claim, case.figures[case.place(claim)])]
    return sorted(bounds, key=lambda claim: (case.brief(claim).kind != "share", case.brief(claim).span))


def _is_own_bound(case: Case, claim: str) -> bool:
    """Whether a claim gives only a floor or only a ceiling, and its own publisher alone says so."""
    brief = case.brief(claim)
    if brief.kind not in ("count", "share") or brief.change or brief.value is None or brief.cited:
        return False
    if None not in brief.value or not case.own(claim) or _is_title(case, brief.document, brief.span):
        return False
    figure = case.figures[case.place(claim)]
    return len(figure.origins) == 1 and claim in figure.origins[0].claims and _is_first(case, claim, figure)


def _is_first(case: Case, claim: str, figure: Figure) -> bool:
    """Whether no other house gave the figure before."""
    papers = case.known.papers
    house, order = papers[case.document_of(claim)].outlet, papers[case.document_of(claim)].order
    others = (papers[case.document_of(other)] for other in figure.claims)
    return all(paper.outlet == house or paper.order >= order for paper in others)


def _is_title(case: Case, document: str, span: Span) -> bool:
    return any(zone.kind == "title" and zone.span.meets(span) for zone in case.document(document).zones)


def _repeating(case: Case, claim: str, figure: Figure) -> set[str]:
    """The documents of other houses that give the same number."""
    brief = case.brief(claim)
    house = case.known.papers[brief.document].outlet
    return {
        case.brief(other).document
        for other in figure.claims
        if case.brief(other).value == brief.value
        and case.known.papers[case.brief(other).document].outlet != house
    }


def _explained(case: Case, claim: str, figure: Figure) -> bool:
    """Whether the maker says how, in this document or in another of its own that gives the figure."""
    maker = case.known.papers[case.brief(claim).document].outlet
    theirs = {
        case.brief(other).document: case.brief(other).span
        for other in figure.claims
        if case.known.papers[case.brief(other).document].outlet == maker
    }
    theirs[case.brief(claim).document] = case.brief(claim).span
    return any(_says_how(case, document, span) for document, span in sorted(theirs.items()))


def _says_how(case: Case, document: str, span: Span) -> bool:
    """Whether a document tells of a method, by a heading, or beside a figure, or as a report anywhere."""
    read = case.document(document)
    text = read.text
    if any(phrases("method").search(line) for line in _headings(read)):
        return True
    near = paragraph(text, span)
    if phrases("method").search(text, near.start, near.end):
        return True
    kinds = {mark.kind for mark in case.view.marks(document, "provenance").provenance}
    return read.kind == "report" and bool(
        kinds & {"interviews", "survey", "records", "research", "observation"}
    )


def _headings(document: Document) -> list[str]:
    return [
        line
        for line in document.text.splitlines()
        if 0 < len(line) <= HEADING and not line.rstrip().endswith((".", ",", ";"))
    ]
