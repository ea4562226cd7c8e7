"""What leads to nobody who is here: sources that are missing, and figures that no document traces to anybody."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as Keys
from functools import cache

from firsthand.lexicon import words
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.findings.wholes import parts_above_wholes
from firsthand.links.origins import WITNESS, fullest, names_of_makers
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.voices import is_name, voice_key
from firsthand.records import Finding, Passage

SHOWN = 8

LARGE = 1000
"""From here on a plain number needs somebody who counted."""

WORKING = frozenset({"data set", "report"})
"""Roles of those whose work is a source of its own, also where only its figure is told."""

NEIGHBOURS = 400
"""Characters within which figures without an origin are told together."""


def missing_primary_source(case: Case) -> Iterator[Finding]:
    """List the works that are cited but are not among the documents, in one finding."""
    names = names_of_makers(case.known)
    present = {maker for paper in case.known.papers.values() for maker in (paper.outlet, *paper.authors)}
    absent = {body: where for body, where in _works(case).items() if body not in present}
    for body, name, where in _figures_of_absent(case, present | absent.keys()):
        absent.setdefault(body, []).append(where)
        names.setdefault(body, {name})
    if absent:
        ranked = sorted(absent, key=lambda body: (-len(absent[body]), body))
        says = f"{several(len(absent), 'source').capitalize()} that the documents rely on {'is' if len(absent) == 1 else 'are'} not among them: {listed(fullest(names[body], body) for body in ranked[:SHOWN])}."
        first = [
            min(absent[body], key=lambda passage: (case.known.papers[passage.document].order, passage.span))
            for body in ranked
        ]
        yield Finding("missing primary source", says, 0.45, case.evidence(first[:SHOWN]))


def _works(case: Case) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for paper in case.known.papers.values():
        for body, _, span in paper.works:
            found[body].append(Passage(paper.id, span))
    return found


def _figures_of_absent(case: Case, known: Keys[str | None]) -> Iterator[tuple[str, str, Passage]]:
    """The bodies that worked out a figure and of which nothing is here, each with where their figure is told."""
    for figure in case.figures:
        for origin in figure.origins:
            body = voice_key(origin.name)
            parts = set(body.split())
            if origin.name == WITNESS or any(parts >= set(name.split()) for name in known if name):
                continue  # "a study of 2022 by the Harbour School" is of the Harbour School
            for claim in origin.claims:
                brief = case.brief(claim)
                if known & set(brief.bodies):
                    continue
                step = next((s for s in reversed(case.claim(claim).chain) if s.name), None)
                if (
                    brief.value is not None
                    and step
                    and step.role in WORKING
                    and brief.basis in ("made", "repeated")
                ):
                    yield body, origin.name, Passage(brief.document, brief.span)


def untraceable(case: Case) -> Iterator[Finding]:
    """Say which figures no document traces to anybody: estimates that nobody made, and large figures stated as if known."""
    guessed: dict[str, list[str]] = defaultdict(list)
    stated: dict[str, list[str]] = defaultdict(list)
    told = {part for part, _ in parts_above_wholes(case)}
    named = _naming(case)
    for brief in (
        brief
        for _, briefs in case.known.claims.by_document()
        for brief in sorted(briefs, key=lambda brief: (brief.span, brief.id))
        if brief.kind in ("count", "share", "money") and brief.basis == "not named"
    ):
        if brief.described or brief.cited or brief.change:
            continue
        if brief.id in told or case.figures.has_origin(brief.id):
            continue
        if _nobody_estimates(case, brief):
            guessed[brief.document].append(brief.id)
        elif brief.point is not None and brief.point >= LARGE and not named(brief):
            stated[brief.document].append(brief.id)
    once: set[int] = set()
    for document in sorted(guessed, key=lambda document: case.known.papers[document].order):
        for group in _neighbours(case, guessed[document]):
            figures = {case.place(claim) for claim in group}
            if figures <= once:  # a reprint
                continue
            once |= figures
            says = f"{several(len(group), 'figure').capitalize()} that somebody is said to estimate; no document says who."
            yield Finding("untraceable", says, round(0.5 + 0.02 * len(group), 3), case.clauses(group[:SHOWN]))
    for _, claims in sorted(stated.items()):
        says = f"{several(len(claims), 'figure').capitalize()} that a document states as known; no document names an origin."
        yield Finding(
            "untraceable",
            says,
            0.38,
            case.clauses(sorted(claims, key=lambda claim: case.brief(claim).span)[:SHOWN]),
        )


def _naming(case: Case) -> Callable[[Brief], bool]:
    """A test whether the sentence of a claim names a body that produced a figure or published a document here."""
    names: dict[str, set[str]] = defaultdict(set)
    makers = {origin.name for figure in case.figures for origin in figure.origins}
    for name in makers.union(paper.publisher for paper in case.known.papers.values() if paper.publisher):
        if is_name(name):
            names[name.split()[0].casefold()].add(name.casefold())

    def named(brief: Brief) -> bool:
        text = case.document(brief.document).text
        where = sentence(text, brief.span).of(text).casefold()
        own = (case.known.papers[brief.document].publisher or "").casefold()
        return any(
            name in where and name != own
            for word in set(re.findall(r"[\w'’.-]+", where))
            for name in names.get(word, ())
        )

    return named


def _nobody_estimates(case: Case, brief: Brief) -> bool:
    """Whether the sentence says that it is an estimate, and not whose."""
    text = case.document(brief.document).text
    start = max(text.rfind(mark, 0, brief.span.start) for mark in (". ", "\n", "? ", "! "))
    behind = re.split(r"[.?!\n]", text[brief.span.end : brief.span.end + 60])[0]
    return _impersonal().search(text, start + 1, brief.span.end + len(behind)) is not None


@cache
def _impersonal() -> re.Pattern[str]:
    listed = sorted(words("en", "voices", "impersonal"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def _neighbours(case: Case, claims: list[str]) -> Iterator[list[str]]:
    """Claims of one document that stand close together."""
    ordered = sorted(claims, key=lambda claim: case.brief(claim).span)
    group: list[str] = []
    for claim in ordered:
        if group and case.brief(claim).span.start - case.brief(group[-1]).span.end > NEIGHBOURS:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group
