"""Sources that the documents rely on and that are not among them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as Keys
from functools import cache

from firsthand.lexicon import words
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.origins import LONGEST, WITNESS, fullest, names_of_makers
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
    absent = {body: where for body, where in absent.items() if not _is_within(body, absent)}
    if absent:
        ranked = sorted(absent, key=lambda body: (-len(absent[body]), body))
        says = f"{several(len(absent), 'source').capitalize()} that the documents rely on {'is' if len(absent) == 1 else 'are'} not among them: {listed(fullest(names[body], body) for body in ranked[:SHOWN])}."
        first = [
            min(absent[body], key=lambda passage: (case.known.papers[passage.document].order, passage.span))
            for body in ranked
        ]
        yield Finding("missing primary source", says, 0.45, case.evidence(first[:SHOWN]))


def _is_within(body: str, others: Iterable[str]) -> bool:
    """Whether a name of several words is only a part of another one: cut short, or of the same body."""
    parts = set(body.split())
    return len(parts) > 1 and any(parts < set(other.split()) for other in others)


def _works(case: Case) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for paper in case.known.papers.values():
        for body, _, span in paper.works:
            found[body].append(Passage(paper.id, span))
    return found


def _figures_of_absent(case: Case, known: Keys[str | None]) -> Iterator[tuple[str, str, Passage]]:
    """The bodies that worked out a figure and of which nothing is here, each with where their figure is told."""
    is_known = _recognising(known)
    for figure in case.figures:
        for origin in figure.origins:
            body = voice_key(origin.name)
            if origin.name == WITNESS or is_known(body):
                continue  # "a study of 2022 by the Harbour School" is of the Harbour School
            if len(origin.name) > LONGEST or origin.name.split()[-1].casefold() in words(
                "en", "voices", "acts"
            ):
                continue  # what somebody said is no work, and a whole clause no name
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
                    yield body, _bare(origin.name), Passage(brief.document, brief.span)


def _recognising(known: Keys[str | None]) -> Callable[[str], bool]:
    """A test whether a name is that of a known body; only names with a word in common are looked at."""
    by_word: dict[str, set[frozenset[str]]] = defaultdict(set)
    for name in known:
        parts = frozenset((name or "").split())
        for word in parts:
            by_word[word].add(parts)

    @cache
    def is_known(body: str) -> bool:
        parts = frozenset(body.split())
        return any(_is_of(parts, name) for word in parts for name in by_word.get(word, ()))

    return is_known


def _is_of(parts: Keys[str], name: Keys[str]) -> bool:
    """Whether one of two names is in the other: a longer name of the same body, or a shorter one of several words."""
    return parts >= name or (len(parts) > 1 and parts < name)


def _bare(name: str) -> str:
    """A name without the words that introduce it: "a report in the Halden Courier" is in the Halden Courier."""
    capital = re.search(r"\b[A-Z]", name)
    return name[capital.start() :] if capital and name[:1].islower() else name
