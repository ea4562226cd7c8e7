"""Figures that no document traces to anybody: estimates that nobody made, and large figures stated as if known."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from firsthand.lexicon import words
from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.shown import shown
from firsthand.links.findings.wholes import parts_above_wholes
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import whole_words
from firsthand.links.voices import is_name
from firsthand.records import Finding

LARGE = 1000
"""From here on a plain number needs somebody who counted."""

LEAST = 1.0
"""Distinction of a number that somebody estimates: "one" is none, nor is "two"."""

NEIGHBOURS = 400
"""Characters within which estimates without an origin are told together."""

BEHIND = 60
"""Characters behind a figure within which the same sentence may say that it is an estimate."""

THIN = 3
"""Large figures stated as known below which they are told only if one of them stands in a title."""

LISTED = 3
"""Figures that the sentence of a finding names."""

SHOWN = 8

COUNTED = re.compile(r"(?<![\w.,])(?!(?:1[5-9]|20)\d\d(?![\d,]))\d")
"""The beginning of a number that is no year."""

YEAR = re.compile(r"^\D*(?:19|20)\d\d(?![\d,.]|\s\d)")
"""A number that may as well be a year: "the 2019 floods"."""

CELL = re.compile(r"\d[\d,.]*%?")


def untraceable(case: Case) -> Iterator[Finding]:
    """Say which figures no document traces to anybody: estimates that nobody made, and large figures stated as if known.

    Large figures stated as known stand in most texts: of many documents it is told at once.
    """
    guessed, stated = _without_origin(case)
    told: set[int] = set()
    for document in sorted(guessed, key=lambda document: case.known.papers[document].order):
        for group in _neighbours(case, guessed[document]):
            figures = {case.place(claim) for claim in group}
            if figures <= told:  # a reprint
                continue
            told |= figures
            these = "this figure" if len(group) == 1 else f"these {several(len(group), 'figure')}"
            says = f"No document says who estimates or reports {these}: {_named(case, group)}."
            yield Finding("untraceable", says, round(0.5 + 0.02 * len(group), 3), case.clauses(group[:SHOWN]))
    figures = {case.place(claim) for claims in stated.values() for claim in claims}
    headed = (case.is_headed(claim) for claims in stated.values() for claim in claims)
    if len(figures) < THIN and not any(headed):
        return  # a few numbers beside the matter
    if len(stated) == 1:
        [claims] = stated.values()
        these = "a figure" if len(claims) == 1 else several(len(claims), "figure")
        says = f"A document states {these} as known, and no document says where {'it comes' if len(claims) == 1 else 'they come'} from: {_named(case, claims)}."
        yield Finding("untraceable", says, 0.38, case.clauses(claims[:SHOWN]))
    elif stated:
        yield _of_many(case, stated)


def _without_origin(case: Case) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The claims without an origin by document, in order of place: those said to be estimates, and large ones said to be known."""
    guessed: dict[str, list[str]] = defaultdict(list)
    stated: dict[str, list[str]] = defaultdict(list)
    ruled_out = {part for part, _ in parts_above_wholes(case)}
    named = _naming(case)
    for document, briefs in case.known.claims.by_document():
        for brief in sorted(briefs, key=lambda brief: (brief.span, brief.id)):
            if not _asks_for_one(brief) or brief.id in ruled_out or case.figures.has_origin(brief.id):
                continue
            if brief.distinction >= LEAST and _nobody_estimates(case, brief):
                guessed[document].append(brief.id)
            elif _is_large(brief) and not named(brief):
                stated[document].append(brief.id)
    return guessed, stated


def _asks_for_one(brief: Brief) -> bool:
    """Whether a claim is a figure for which somebody should be named, and nobody is."""
    known = brief.described or brief.cited or brief.change
    return brief.kind in ("count", "share", "money") and brief.basis == "not named" and not known


def _is_large(brief: Brief) -> bool:
    """Whether a claim states a large number in words; a row of a table is none."""
    if brief.point is None or brief.point < LARGE or YEAR.search(brief.shown or ""):
        return False
    parts = brief.label.split()
    return 2 * sum(CELL.fullmatch(part) is not None for part in parts) <= len(parts)


def _of_many(case: Case, stated: dict[str, list[str]]) -> Finding:
    """One finding for all documents that state large figures as known, those with most of them first."""

    def order(document: str) -> tuple[int, tuple[str, str]]:
        """Return the order of a document: the one that states most figures comes first."""
        return -len(stated[document]), case.known.papers[document].order

    documents = sorted(stated, key=order)
    number = sum(map(len, stated.values()))
    says = f"{several(len(stated), 'document').capitalize()} state {several(number, 'large figure')} as known, and no document says where they come from."
    first = [max(stated[document], key=lambda claim: case.brief(claim).distinction) for document in documents]
    return Finding("untraceable", says, 0.38, case.clauses(first[:SHOWN]))


def _named(case: Case, claims: list[str]) -> str:
    """The first of some figures as a sentence names them."""
    named = list(dict.fromkeys(shown(case, claim) for claim in claims))
    more = [f"{len(named) - LISTED} more"] if len(named) > LISTED else []
    return listed([*named[:LISTED], *more])


def _naming(case: Case) -> Callable[[Brief], bool]:
    """A test whether the sentence of a claim names a body that produced a figure or published a document here."""
    names: dict[str, set[str]] = defaultdict(set)
    makers = {origin.name for figure in case.figures for origin in figure.origins}
    for name in makers.union(paper.publisher for paper in case.known.papers.values() if paper.publisher):
        if is_name(name):
            names[name.split()[0].casefold()].add(name.casefold())

    def named(brief: Brief) -> bool:
        """Return whether the sentence of a claim names a body other than the publisher."""
        text = case.document(brief.document).text
        where = sentence(text, brief.span).of(text).casefold()
        own = _publisher(case.known.papers[brief.document])
        return any(
            name in where and name != own
            for word in set(re.findall(r"[\w'’.-]+", where))
            for name in names.get(word, ())
        )

    return named


def _publisher(paper: Paper) -> str:
    return (paper.publisher or "").casefold()


def _nobody_estimates(case: Case, brief: Brief) -> bool:
    """Whether the sentence says that this very number is an estimate or hearsay, and not whose: no other number stands between."""
    text, quantity = case.document(brief.document).text, case.claim(brief.id).quantity
    number = quantity.span if quantity else brief.span
    start = max(text.rfind(mark, 0, number.start) for mark in (". ", "\n", "? ", "! ")) + 1
    before = list(_impersonal().finditer(text, start, number.end))
    if before and COUNTED.search(text, before[-1].end(), number.start) is None:
        return True
    end = max(number.end, brief.span.end)
    behind = re.split(r"[.?!\n](?!\d)", text[number.end : end + BEHIND])[0]
    match = _impersonal().search(text, number.end, number.end + len(behind))
    return match is not None and COUNTED.search(text, number.end, match.start()) is None


@cache
def _impersonal() -> re.Pattern[str]:
    return whole_words(words("en", "voices", "impersonal"))


def _neighbours(case: Case, claims: list[str]) -> Iterator[list[str]]:
    """Claims of one document, in order of place, that stand close together."""
    group: list[str] = []
    for claim in claims:
        if group and case.brief(claim).span.start - case.brief(group[-1]).span.end > NEIGHBOURS:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group
