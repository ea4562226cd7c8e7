"""What happened to a figure on its way: drift, updates, conflicts, and pairs that arithmetic rules out."""

from collections import defaultdict
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.records import Finding, Link

TELLING = {
    "value": "the number",
    "hedge": "how firmly it is said",
    "population": "whom it is about",
    "whole": "what it is a share of",
    "measure": "what is measured",
    "period": "the time",
    "place": "the place",
    "unit": "the unit",
    "source": "the source",
}
HEAVY = frozenset({"value", "population", "whole", "measure", "period", "hedge"})
TELLING_NUMBER = 0.6
"""Distinction below which a number is too small to be told by itself: one, two, three."""

SHOWN = 6


def drift(case: Case) -> Iterator[Finding]:
    """Say for each claim that departs from the figure that it takes over what changed.

    A claim that repeats the same from a third document is no change of its own; of
    several earlier claims the one with the nearest number is taken for its model.
    """
    repeated = {link.later for link in case.links if link.kind == "same" and _two_documents(case, link)}
    changed: dict[str, list[Link]] = defaultdict(list)
    for link in case.linked("drift"):
        small = case.brief(link.later).distinction < TELLING_NUMBER
        if (
            link.later not in repeated
            and not small
            and _two_documents(case, link)
            and set(link.drift) - {"source"}
        ):
            changed[link.later].append(link)
    for links in changed.values():
        link = min(links, key=lambda link: (_distance(case, link), -link.weight, link.earlier))
        kinds = [kind for kind in TELLING if kind in link.drift]
        if not kinds:
            continue
        between = "became" if _dated(case, link) else "in one document,"
        says = (
            f"A figure changed on its way: {_shown(case, link.earlier)} {between} {_shown(case, link.later)}"
            f"{'' if between == 'became' else ' in another'}. What differs: {listed(TELLING[kind] for kind in kinds)}."
        )
        heavy = 0.08 * bool(HEAVY & set(kinds)) + 0.03 * min(len(kinds), 3)
        weight = round(0.3 + heavy + 0.35 * link.weight, 3)
        yield Finding("drift", says, weight, case.clauses((link.earlier, link.later)))


def _distance(case: Case, link: Link) -> float:
    """How far apart the two numbers are, as a part of the larger; 0 where they are equal or none is named."""
    a, b = case.brief(link.earlier).point, case.brief(link.later).point
    return round(float(abs(a - b) / max(abs(a), abs(b))), 3) if a and b else 0.0


def _two_documents(case: Case, link: Link) -> bool:
    return case.brief(link.earlier).document != case.brief(link.later).document


def _dated(case: Case, link: Link) -> bool:
    """Whether it is known which of two documents came first."""
    papers = [case.known.papers[case.brief(claim).document] for claim in (link.earlier, link.later)]
    return all(paper.published for paper in papers) and papers[0].published != papers[1].published


def _shown(case: Case, claim: str) -> str:
    found = case.brief(claim)
    number = found.shown or "a statement"
    if not found.witness and not found.population:
        return f"“{found.label}”"
    people = None if found.witness else found.population
    return f"“{number}”" + (f" ({people})" if people and people not in number and len(people) < 80 else "")


def update(case: Case) -> Iterator[Finding]:
    """Say for each pair of documents which later values replace earlier ones; the first of them is shown."""
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in case.linked("update"):
        pairs[case.brief(link.earlier).document, case.brief(link.later).document].append(link)
    for links in pairs.values():
        first = max(links, key=lambda link: (case.brief(link.later).distinction, link.weight, link.later))
        more = f", and so are {several(len(links) - 1, 'further figure')}" if len(links) > 1 else ""
        says = f"{_shown(case, first.earlier)} and {_shown(case, first.later)} are an earlier and a later value of one series{more}: no conflict."
        yield Finding("update", says, 0.42, case.clauses((first.earlier, first.later)))


def conflict(case: Case) -> Iterator[Finding]:
    """Say which claims about the same thing cannot both be right: one for each number, by preference its maker's own."""
    for number, links in _by_figure(case, "conflict").items():
        by_value: dict[object, str] = {}
        for claim in sorted(_claims(links), key=lambda claim: not _own(case, claim)):
            by_value.setdefault(case.brief(claim).value, claim)
        says = f"No number fits these statements about the same thing: {case.figures[number].label}."
        weight = round(0.6 + 0.3 * max(link.weight for link in links), 3)
        yield Finding("conflict", says, weight, case.clauses(list(by_value.values())[:SHOWN]))


def _own(case: Case, claim: str) -> bool:
    """Whether a claim stands in a document of the body that produced it."""
    brief = case.brief(claim)
    return bool(brief.bodies) and case.known.papers[brief.document].outlet == brief.bodies[-1]


def impossible(case: Case) -> Iterator[Finding]:
    """Say which claims arithmetic rules out together: conversions that contradict each other, a share above one."""
    told: set[str] = set()
    for link in case.linked("impossible"):
        if link.later not in told:
            told.add(link.later)
            says = "Two conversions of the same amount contradict each other beyond rounding; one of them is wrong."
            yield Finding("impossible", says, 0.85, case.clauses((link.earlier, link.later)))
    for brief in sorted(case.known.claims.values(), key=lambda brief: brief.id):
        if brief.kind == "share" and brief.value and (brief.value[0] or 0) > 1:
            claim = case.claim(brief.id)
            if claim.quantity and claim.quantity.direction is None and (claim.whole or claim.population):
                says = "A share of more than the whole of a group cannot be right."
                yield Finding("impossible", says, 0.7, case.clauses([brief.id]))


def _by_figure(case: Case, kind: str) -> dict[int, list[Link]]:
    """The links of one kind, gathered by the figure in which both their claims are."""
    where = {claim: number for number, figure in enumerate(case.figures) for claim in figure.claims}
    gathered: dict[int, list[Link]] = defaultdict(list)
    for link in case.linked(kind):
        if where[link.earlier] == where[link.later]:
            gathered[where[link.earlier]].append(link)
    return gathered


def _claims(links: list[Link]) -> list[str]:
    """The claims of some links, those of the surest first."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.earlier, link.later))
    return list(dict.fromkeys(claim for link in ordered for claim in (link.earlier, link.later)))
