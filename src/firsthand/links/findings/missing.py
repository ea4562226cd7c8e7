"""Sources that the documents rely on and that are not among them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as Keys
from dataclasses import replace
from functools import cache

from firsthand.lexicon import words
from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.makers import is_body
from firsthand.links.origins import LONGEST, OWN, fullest, names_of_makers
from firsthand.links.repeating import WITNESS
from firsthand.links.shelf import Brief
from firsthand.links.voices import voice_key
from firsthand.records import Finding, Passage, Role, Span

SHOWN = 8
EACH = 3
"""Documents shown of those that give a number by one register."""

WORKING = frozenset({"data set", "report"})
"""Roles of those whose work is a source of its own, also where only its figure is told."""
SPEAKING = frozenset({"organisation", "official"})
"""Roles of bodies that give a figure without a work that is named."""

TITLED = re.compile(r"(?:[\w-]+ ){1,3}(?:of|by|from) the (?P<body>[A-Z].*)")
"""The title of a paper that says whose it is: "Report of the Committee of Inquiry into the Fire"."""


def missing_primary_source(case: Case) -> Iterator[Finding]:
    """List in one finding the works that are cited but are not among the documents, and the registers by which numbers are given.

    Without any works, the bodies whose figures are told.
    """
    bodies = _bodies(case)
    registers = _registers(case, [evidence.passage for evidence in bodies.evidence] if bodies else ())
    if bodies and registers:
        both = (*bodies.evidence, *registers.evidence)[:SHOWN]
        yield replace(bodies, says=f"{bodies.says} {registers.says}", evidence=both)
    else:
        yield from filter(None, (bodies, registers))


def _bodies(case: Case) -> Finding | None:
    """The works that are cited but are not among the documents, in one finding; without any, the bodies whose figures are told."""
    names = names_of_makers(case.known)
    present = {maker for paper in case.known.papers.values() for maker in (paper.outlet, *paper.authors)}
    absent = {body: where for body, where in _works(case).items() if body not in present}
    present |= {voice_key(made["body"]) for made in map(TITLED.match, _titles(case)) if made}
    known = present | absent.keys()
    speaking: dict[str, list[Passage]] = defaultdict(list)
    for body, name, role, where in _figures_of_absent(case, known):
        names.setdefault(body, {name})
        if role in WORKING:
            absent.setdefault(body, []).append(where)
        else:
            speaking[body].append(where)
    absent = {body: where for body, where in absent.items() if not _is_within(body, absent)}
    speaking = {
        body: where
        for body, where in speaking.items()
        if body not in absent and not _is_within(body, absent | speaking)
    }
    further = _ranked(case, speaking)[0]
    also = f" Of {'another' if len(further) == 1 else several(len(further), 'further body')} only figures are told: {listed(fullest(names[body], body) for body in further[:SHOWN])}."
    if absent:
        ranked, first = _ranked(case, absent)
        says = f"{several(len(absent), 'source').capitalize()} that the documents rely on {'is' if len(absent) == 1 else 'are'} not among them: {listed(fullest(names[body], body) for body in ranked[:SHOWN])}.{also if further else ''}"
        return Finding("missing primary source", says, 0.45, case.evidence(first[:SHOWN]))
    if speaking:
        ranked, first = _ranked(case, speaking)
        says = f"{several(len(speaking), 'body').capitalize()} whose figures the documents tell {'has' if len(speaking) == 1 else 'have'} no paper among them: {listed(fullest(names[body], body) for body in ranked[:SHOWN])}."
        return Finding("missing primary source", says, 0.42, case.evidence(first[:SHOWN]))
    return None


def _registers(case: Case, told: Iterable[Passage]) -> Finding | None:
    """The registers, censuses and other books of an office by which numbers are given and which nobody can look up here.

    ``told`` are the places that another finding shows already.
    """
    known = defaultdict(list)
    for passage in told:
        known[passage.document].append(passage.span)
    named = {
        name: [claim for claim, _ in claims]
        for name, claims in _kept(case).items()
        if not any(where.meets(span) for claim, where in claims for span in known[claim.document])
    }
    if not named:
        return None
    which = f"{several(len(named), 'register').capitalize()} or other {'book' if len(named) == 1 else 'books'} of an office"
    says = f"{which} by which the documents give numbers {'is' if len(named) == 1 else 'are'} not among them: {listed([*named][:SHOWN])}."
    places = [claim.id for claims in named.values() for claim in claims[:EACH]]
    return Finding("missing primary source", says, 0.44, case.clauses(places[:SHOWN]))


def _kept(case: Case) -> dict[str, list[tuple[Brief, Span]]]:
    """By the name of each register that is not here the first number that each document gives by it, with the sentence."""
    titles = [set((paper.title or "").casefold().split()) for paper in case.known.papers.values()]
    here = words("en", "findings", "kept") & set().union(*titles)
    names: dict[frozenset[str], str] = {}
    found: dict[str, list[tuple[Brief, Span]]] = {}
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order):
        for name, where in paper.looks.kept:
            said = frozenset(name.casefold().split()) - words("en", "comparing", "empty")
            claims = [brief for brief in case.known.claims.of(paper.id) if _is_by(brief, where)]
            if said & here or not claims:
                continue  # it may lie here itself
            same = next((each for each in names if each <= said or said <= each), said)
            places = found.setdefault(names.setdefault(same, name), [])
            if not any(place.document == paper.id for place, _ in places):
                places.append((min(claims, key=lambda brief: (brief.span, brief.id)), where))
    return found


def _is_by(brief: Brief, where: Span) -> bool:
    """Whether a claim is a number that stands in a sentence."""
    return (
        brief.value is not None
        and not brief.change
        and where.holds(Span(brief.span.start, brief.span.start + 1))
    )


def _titles(case: Case) -> Iterator[str]:
    """The titles of what bodies state and report themselves."""
    return (paper.title for paper in case.known.papers.values() if paper.title and paper.kind in OWN)


def _ranked(case: Case, absent: dict[str, list[Passage]]) -> tuple[list[str], list[Passage]]:
    """The bodies that are named most often first, and the first place of each."""
    ranked = sorted(absent, key=lambda body: (-len(absent[body]), body))
    first = [
        min(absent[body], key=lambda passage: (case.known.papers[passage.document].order, passage.span))
        for body in ranked
    ]
    return ranked, first


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


def _figures_of_absent(case: Case, known: Keys[str | None]) -> Iterator[tuple[str, str, Role, Passage]]:
    """The bodies that gave a figure and of which nothing is here, each with its role and where the figure is told."""
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
                step = next((s for s in reversed(case.claim(claim).chain) if s.name), None)
                own = case.known.papers[brief.document].outlet
                told = brief.bodies[-1:] if step and step.role in SPEAKING else brief.bodies
                through = (known - {own}) & set(told) or brief.bodies[-1:] == (own,)
                if (
                    brief.value is not None
                    and step
                    and not through
                    and (step.role in WORKING or (step.role in SPEAKING and is_body(step.name or "")))
                    and brief.basis in ("made", "repeated")
                ):
                    yield body, _bare(origin.name), step.role, Passage(brief.document, brief.span)


def _recognising(known: Keys[str | None]) -> Callable[[str], bool]:
    """A test whether a name is that of a known body; only names with a word in common are looked at."""
    by_word: dict[str, set[frozenset[str]]] = defaultdict(set)
    for name in known:
        parts = frozenset((name or "").split())
        for word in parts:
            by_word[word].add(parts)

    @cache
    def is_known(body: str) -> bool:
        """Return whether a body is one whose paper is in the dossier."""
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
