"""Figures of which their own maker does not say how they came about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.shown import shown
from firsthand.links.looks import may_hold, phrases
from firsthand.links.origins import OWN
from firsthand.links.sentences import paragraph, sentence
from firsthand.links.voices import voice_key
from firsthand.records import Document, Figure, Finding, Passage, Span

COUNTED = ("count", "share", "volume", "mass", "area")
"""Kinds of figures that somebody must have counted, measured or estimated."""

WIDESPREAD = 4
"""Documents that repeat a figure from which its method matters even if nobody contradicts it."""

LEAST = 1.0
"""Distinction of a number that somebody must have counted: "two" every reader can."""

BOUNDS = 2
"""Floors and ceilings of one paper that are told."""

BEFORE = 250
"""Characters before a doubt, or round a denial, within which the figure stands that is meant."""

FIGURE = re.compile(
    r"\d|\b(?:figures?|numbers?|reports?|claims?|estimates?|statistics|counts?)\b", re.IGNORECASE
)
"""What a sentence speaks of that says that the figures of others are wrong."""

COUNT = re.compile(r"(?<![\w.,])\d[\d,]*\b(?![\w.]|[,.]\d| ?(?:%|per cent|percent))")
"""A number that may be that of those who were asked."""

YEAR = re.compile(r"\b[12]\d{3}\b")
NEARLY_ALL = Decimal("0.9")
"""Share from which something is said of nearly all."""

HEADING = 60
"""Characters of a line up to which it is a heading."""

Houses = Mapping[str | None, dict[str, Span]]
"""Of each house its documents that give a figure, with the place."""


def no_method(case: Case) -> Iterator[Finding]:
    """Say which bodies do not tell how they counted: what others contradict or repeat, and what they give only a bound of.

    Each document is told once.
    """
    doubted = dict(_doubted(case))
    for claim, where in doubted.values():
        says = f"{case.producer(claim) or 'Its maker'} gives {shown(case, claim)}, and another document says that it could not find out how that came about."
        yield Finding("no method", says, 0.6, case.evidence([case.passage(claim), where]))
    told = {document: found for document, found in _contested(case).items() if document not in doubted}
    houses: set[str | None] = set()
    for document, (claim, why, weight) in told.items():
        if (house := case.known.papers[document].outlet) in houses:
            continue  # each house is told once
        houses.add(house)
        beside = [claim, *_bounds(case, document)[:1]]
        numbers = listed(dict.fromkeys(shown(case, each) for each in beside))
        these = "this figure was" if len(set(beside)) == 1 else "these figures were"
        says = f"{case.producer(claim) or 'Its maker'} does not say how {these} counted, where or by whom: {numbers}; {why}."
        yield Finding("no method", says, weight, case.clauses(beside))
    reporting = {paper.outlet for paper in case.known.papers.values() if paper.kind == "report"}
    nearly_all: dict[str, str | None] = {}
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order):
        most = nearly_all[paper.id] = _of_nearly_all(case, paper)
        if most is not None and told.get(paper.id, ("",))[0] != most:
            says = f"{case.producer(most) or 'Its maker'} says this of nearly everybody, and not who was asked or counted: {shown(case, most)}."
            yield Finding("no method", says, 0.5, case.clauses([most]))
    for document in sorted(case.known.papers.keys() - told.keys() - doubted.keys()):
        paper = case.known.papers[document]
        guessed = [] if paper.outlet in reporting else _guessed(case, paper)[:1]
        bounds = [] if paper.outlet in reporting else _bounds(case, document)
        if guessed or bounds:
            first = list(dict.fromkeys([*guessed, *bounds]))[:BOUNDS]
            numbers = listed(shown(case, claim) for claim in first)
            these = "this figure" if len(first) == 1 else "these figures"
            what = ", and it is a bound and no count" if not guessed else ""
            says = f"{case.producer(first[0]) or 'Its maker'} does not say how {these} came about{what}: {numbers}."
            yield Finding("no method", says, 0.48, case.clauses(first))
        elif (share := _share_against_others(case, paper)) is not None:
            says = f"{case.producer(share) or 'Its maker'} says that the figures of others are wrong, and does not say how its own came about: {shown(case, share)}."
            yield Finding("no method", says, 0.48, case.clauses([share]))
        elif (opinion := _opinion(case, paper)) is not None and opinion != nearly_all[document]:
            says = f"{case.producer(opinion) or 'Its maker'} does not say who asked how many people for this share: {shown(case, opinion)}."
            yield Finding("no method", says, 0.48, case.clauses([opinion]))


def _opinion(case: Case, paper: Paper) -> str | None:
    """The first share of people who think something that a statement gives as its own, where it does not say how many were asked."""
    if paper.kind != "press release":
        return None
    text = case.document(paper.id).text
    for claim in case.claims_in(paper.id):
        brief = case.brief(claim)
        if (
            brief.kind != "share"
            or not _is_own(case, claim)
            or not phrases("opinions").search(brief.span.of(text))
        ):
            continue
        if not COUNT.search(paragraph(text, brief.span).of(text).replace(brief.shown or "", "")):
            return claim
    return None


def _of_nearly_all(case: Case, paper: Paper) -> str | None:
    """The first share of nearly all of some people that a statement gives as its own, where its sentence has no other number."""
    if paper.kind != "press release":
        return None
    text = case.document(paper.id).text
    for claim in case.claims_in(paper.id):
        brief = case.brief(claim)
        if brief.kind != "share" or brief.point is None or not NEARLY_ALL <= brief.point <= 1 or brief.change:
            continue
        said = sentence(text, brief.span).of(text).replace(brief.shown or "", "")
        alone = not COUNT.search(YEAR.sub(" ", said))
        if alone and not brief.cited and case.aspects(claim).people and _is_own(case, claim):
            return claim
    return None


def _doubted(case: Case) -> Iterator[tuple[str, tuple[str, Passage]]]:
    """By document its own figure of which another document says that nobody could find out how it came about, and where."""
    own: dict[tuple[str, str, Decimal], str] = {}
    doubting = [paper for paper in case.known.papers.values() if paper.looks.doubted]
    for brief in case.known.claims.values() if doubting else ():
        paper = case.known.papers[brief.document]
        if paper.kind in OWN and paper.outlet and brief.point is not None and brief.distinction >= 1:
            own.setdefault((paper.outlet, brief.kind, brief.point), brief.id)
    for paper in sorted(doubting, key=lambda paper: paper.order):
        for where in paper.looks.doubted:
            near = Span(max(0, where.start - BEFORE), where.end)
            for brief in sorted(case.known.claims.of(paper.id), key=lambda brief: brief.span, reverse=True):
                body = brief.bodies[-1] if brief.bodies else None
                claim = own.get((body or "", brief.kind, brief.point or Decimal(0)))
                if claim and body != paper.outlet and near.meets(brief.span):
                    yield case.document_of(claim), (claim, Passage(paper.id, where))
                    break


def _guessed(case: Case, paper: Paper) -> list[str]:
    """What a statement says that its body believes or reckons."""
    if paper.kind != "press release":
        return []
    text = case.document(paper.id).text
    found = []
    for claim in case.claims_in(paper.id):
        where = sentence(text, case.brief(claim).span)
        if case.brief(claim).kind in COUNTED and phrases("guessing").search(text, where.start, where.end):
            found.append(claim)
    return [claim for claim in found if _is_own_figure(case, claim)]


def _share_against_others(case: Case, paper: Paper) -> str | None:
    """The first share that a statement gives of its own beside the words that others are wrong; None where it says how, or gives none."""
    if paper.kind != "press release" or not phrases("disputing").search(case.document(paper.id).text):
        return None
    text = case.document(paper.id).text
    for claim in case.claims_in(paper.id):
        span = case.brief(claim).span
        near = phrases("disputing").finditer(text, max(0, span.start - BEFORE), span.end + BEFORE)
        disputes = any(FIGURE.search(sentence(text, Span(*match.span())).of(text)) for match in near)
        if case.brief(claim).kind == "share" and disputes and _is_own_figure(case, claim):
            return claim
    return None


def _is_own(case: Case, claim: str) -> bool:
    """Whether a claim is its publisher's own and goes back to nobody else who gave the number before."""
    outlet, maker = case.known.papers[case.document_of(claim)].outlet, case.producer(claim)
    return case.own(claim) and (maker is None or voice_key(maker) == outlet)


def _is_own_figure(case: Case, claim: str) -> bool:
    """Whether the publisher of a claim is the first to give its figure, below the title, and does not say how it came about."""
    brief, figure = case.brief(claim), case.figures[case.place(claim)]
    return (
        not brief.change
        and brief.distinction >= LEAST
        and _is_own(case, claim)
        and _is_first(case, claim, figure)
        and not _is_title(case, brief.document, brief.span)
        and not _explained(case, claim, figure)
    )


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
        houses = _houses(case, figure)
        for claim in sorted(makers, key=lambda claim: (case.brief(claim).document, case.brief(claim).span)):
            brief = case.brief(claim)
            paper = case.known.papers[brief.document]
            if brief.document in found or paper.kind == "testimony" or brief.kind not in COUNTED:
                continue
            if (
                brief.distinction < LEAST
                or not _is_own(case, claim)
                or _explained(case, claim, figure, houses)
            ):
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


def _explained(case: Case, claim: str, figure: Figure, houses: Houses | None = None) -> bool:
    """Whether the maker says how, in this document or in another of its own that gives the figure."""
    passage = case.passage(claim)
    maker = case.known.papers[passage.document].outlet
    theirs = {**(_houses(case, figure) if houses is None else houses)[maker], passage.document: passage.span}
    return any(_says_how(case, document, span) for document, span in sorted(theirs.items()))


def _houses(case: Case, figure: Figure) -> Houses:
    """Where each house gives a figure: its documents, each with the place."""
    found: defaultdict[str | None, dict[str, Span]] = defaultdict(dict)
    for claim in figure.claims:
        passage = case.passage(claim)
        found[case.known.papers[passage.document].outlet][passage.document] = passage.span
    return found


def _says_how(case: Case, document: str, span: Span) -> bool:
    """Whether a document tells of a method, by a heading, or beside a figure, or as a report anywhere."""
    read = case.document(document)
    near = paragraph(read.text, span)
    if _tells_method(_headings(read)) or _tells_method(near.of(read.text)):
        return True
    kinds = {mark.kind for mark in case.view.marks(document, "provenance").provenance}
    return read.kind == "report" and bool(
        kinds & {"interviews", "survey", "records", "research", "observation"}
    )


def _headings(document: Document) -> str:
    return "\n".join(
        line
        for line in document.text.splitlines()
        if 0 < len(line) <= HEADING and not line.rstrip().endswith((".", ",", ";"))
    )


@lru_cache(maxsize=256)
def _tells_method(text: str) -> bool:
    return may_hold(text.casefold(), "method") and phrases("method").search(text) is not None
