"""References that lead elsewhere than to the origin of the figure that they stand behind."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.voices import voice_key
from firsthand.records import Figure, Finding, Origin, Span

WORD = re.compile(r"\w+")

SHOWN = 2
"""Figures of a document and a reference that are shown, those first that most documents state."""

MOST = 2
"""References of a document that are told."""

Houses = Mapping[str, Collection[str]]
"""Names by their first words."""

Wrong = tuple[int, Span, str, str]
"""A claim whose reference leads astray: less the documents of its figure, its place, its id, and who produced it."""


def citation_not_origin(case: Case) -> Iterator[Finding]:
    """Say which documents give references for figures that were produced by somebody else than the reference names.

    Each document is told once for each reference, with the figures that most documents state.
    """
    wrong: dict[tuple[str, str], list[Wrong]] = defaultdict(list)
    makers, houses = _makers(case), _houses(case)
    cites, number = case.known.claims.cites, case.known.claims.number
    for figure in case.figures:
        cited = [claim for claim in figure.claims if cites(number(claim)) and not case.own(claim)]
        for origin in figure.origins if cited else ():
            if voice_key(origin.name) not in makers:  # a person's words are cited where they were printed
                continue
            numbers = {_number(case, claim) for claim in origin.claims if _is_telling(case, claim)}
            for claim in cited:
                target = _astray(case, claim, figure, houses) if _number(case, claim) in numbers else None
                if target:
                    spread = len(case.documents_of(figure.claims))
                    brief = case.brief(claim)
                    wrong[brief.document, target].append((-spread, brief.span, claim, origin.name))
    for found in _most_spread(wrong):
        shown = list({each[2]: each for each in sorted(found)}.values())
        told = listed(f"{case.brief(claim).label} ({name})" for _, _, claim, name in shown[:SHOWN])
        more = len(shown) - SHOWN
        further = f" So it is with {several(more, 'further figure')} of this document." if more > 0 else ""
        says = f"The reference behind {'this figure' if len(shown) == 1 else 'these figures'} is not the origin; who produced it stands in brackets: {told}.{further}"
        yield Finding(
            "citation not origin", says, 0.55, case.clauses(claim for _, _, claim, _ in shown[:SHOWN])
        )


def _most_spread(wrong: dict[tuple[str, str], list[Wrong]]) -> Iterator[list[Wrong]]:
    """For each document the references that lead astray for the figures that most documents state."""
    by_document: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (document, target), found in wrong.items():
        by_document[document].append((min(found)[0], target))
    for document, targets in sorted(by_document.items()):
        for _, target in sorted(targets)[:MOST]:
            yield wrong[document, target]


def _is_telling(case: Case, claim: str) -> bool:
    """Whether a claim has its origin by its own words or by its document."""
    return bool(case.brief(claim).bodies) or case.own(claim)


def _number(case: Case, claim: str) -> object:
    brief = case.brief(claim)
    if brief.point is not None or brief.value is None:
        return brief.point
    return next((end for end in brief.value if end is not None), None)


def _makers(case: Case) -> frozenset[str]:
    """The keys of all who published a document here, or whose works are cited."""
    papers = case.known.papers.values()
    published = {paper.outlet for paper in papers if paper.outlet}
    return frozenset(published | {body for paper in papers for body, _, _ in paper.works})


def _astray(case: Case, claim: str, figure: Figure, houses: Houses) -> str | None:
    """The entry of a reference behind a claim, where all of them are known and none names an origin of the figure."""
    targets = _targets(case, claim)
    if not targets or any(map(_unknown, targets)):
        return None
    if any(_is_named(origin, target) for origin in figure.origins for target in targets):
        return None
    return None if _leads_to_other(case, figure, targets, houses) else targets[0]


def _is_named(origin: Origin, target: str) -> bool:
    """Whether an entry names an origin, also without the country behind its name."""
    name = origin.name.casefold()
    return name in target or (
        " of " in name and len(name.partition(" of ")[0].split()) > 1 and name.partition(" of ")[0] in target
    )


def _houses(case: Case) -> Houses:
    """The publishers of the documents, by the first word of the name of each."""
    found: dict[str, set[str]] = defaultdict(set)
    for paper in case.known.papers.values():
        first = WORD.search(paper.outlet or "")
        if first:
            found[first[0]].add(paper.outlet or "")
    return found


def _leads_to_other(case: Case, figure: Figure, targets: list[str], houses: Houses) -> bool:
    """Whether the document to which a reference leads is here and does not give the figure."""
    led = {
        house
        for target in targets
        for word in set(WORD.findall(target))
        for house in houses.get(word, ())
        if house in target
    }
    giving = {case.known.papers[document].outlet for document in case.documents_of(figure.claims)}
    return bool(led) and not led & giving


def _unknown(target: str) -> bool:
    """Whether the entry of a reference is not there to be read."""
    return not target or "not in the list" in target or "not in the document" in target


def _targets(case: Case, claim: str) -> list[str]:
    """The entries to which the references behind a claim lead, in lower case."""
    brief = case.brief(claim)
    text = case.document(brief.document).text
    return [
        (citation.target or "").casefold()
        for citation in case.view.marks(brief.document, "citations").citations
        if citation.span.of(text) in brief.cited
    ]
