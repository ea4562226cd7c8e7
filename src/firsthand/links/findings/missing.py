"""Sources that the documents rely on and that are not among them."""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as Keys

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.origins import WITNESS, fullest, names_of_makers
from firsthand.links.voices import voice_key
from firsthand.records import Finding, Passage

SHOWN = 8
WORKING = frozenset({"data set", "report"})
"""Roles of those whose work is a source of its own, also where only its figure is told."""


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
