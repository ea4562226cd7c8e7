"""References that lead elsewhere than to the origin of the figure that they stand behind."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import NamedTuple

from firsthand.links.case import Case
from firsthand.links.counting import listed, several
from firsthand.links.voices import is_name, voice_key
from firsthand.records import Figure, Finding, Origin, Span

WORD = re.compile(r"\w+")

SHOWN = 2
"""Figures of a document that are shown, those first that most documents state, or of which they have the number."""

TELLING = 2.0
"""Distinction of a number that a paper has from the report that gives it too, though nothing else links them."""

Houses = Mapping[str, Collection[str]]
"""Names by their first words."""

Number = tuple[str, object]
"""The kind and the number of a claim."""


class Wrong(NamedTuple):
    """A claim whose reference leads astray: less the documents that state it, whether it is a number of its own and no share, its place, its id, and its maker."""

    spread: int
    absolute: bool
    span: Span
    claim: str
    maker: str


def citation_not_origin(case: Case) -> Iterator[Finding]:
    """Say which documents give references for figures that were produced by somebody else than the reference names.

    Each document is told once, with the figures that most documents state.
    """
    stating = _stating(case)
    wrong: dict[str, list[Wrong]] = defaultdict(list)
    for claim, maker in [*_of_origins(case), *_passed_on(case, stating)]:
        brief = case.brief(claim)
        figure = case.documents_of(case.figures[case.place(claim)].claims)
        alike = {case.document_of(other) for other in stating.get(_key(case, claim), ())}
        spread = max(len(figure), len(alike))
        wrong[brief.document].append(Wrong(-spread, brief.kind != "share", brief.span, claim, maker))
    for _, found in sorted(wrong.items()):
        first = {each.claim: each for each in reversed(found)}
        shown = sorted(first.values())
        told = listed(f"{case.brief(each.claim).label} ({each.maker})" for each in shown[:SHOWN])
        more = len(shown) - SHOWN
        further = f" So it is with {several(more, 'further figure')} of this document." if more > 0 else ""
        says = f"The reference behind {'this figure' if len(shown) == 1 else 'these figures'} is not the origin; who produced it stands in brackets: {told}.{further}"
        yield Finding("citation not origin", says, 0.55, case.clauses(each.claim for each in shown[:SHOWN]))


def _of_origins(case: Case) -> Iterator[tuple[str, str]]:
    """The claims whose references name no origin of their figure, each with who produced it."""
    makers, houses = _makers(case), _houses(case)
    cites, number = case.known.claims.cites, case.known.claims.number
    for figure in case.figures:
        cited = [claim for claim in figure.claims if cites(number(claim)) and not case.own(claim)]
        if not cited:
            continue
        astray = cache(partial(_astray, case, figure, houses, _giving(case, figure)))
        for origin in sorted(figure.origins, key=partial(_is_told_by_others, case)):
            if voice_key(origin.name) not in makers:  # a person's words are cited where they were printed
                continue
            numbers = {_number(case, claim) for claim in origin.claims if _is_telling(case, claim)}
            for claim in cited:
                if _number(case, claim) in numbers and astray(claim):
                    yield claim, origin.name


def _is_told_by_others(case: Case, origin: Origin) -> bool:
    """Whether an origin has no document of its own in its figure."""
    return not any(map(case.own, origin.claims))


def _passed_on(case: Case, stating: Mapping[Number, list[str]]) -> Iterator[tuple[str, str]]:
    """The claims whose references lead to a newspaper here that has the number from a report here, each with who made that.

    So it is seen where what was told of the number changed on its way, and the claims are no longer one figure.
    """
    outlets = _newspapers(case)
    for key, claims in stating.items():
        cited = [claim for claim in claims if case.brief(claim).cited]
        made = [claim for claim in claims if case.own(claim) and _is_report(case, claim)] if cited else []
        for claim in cited if len({case.producer(each) for each in made}) == 1 else ():
            name = case.producer(made[0]) or ""
            through = [outlets[word] for word in _first_words(case, claim) if word in outlets]
            led = {document for known in through for document in known if _names(case, claim, document)}
            near = led & {case.document_of(each) for each in stating[key]}
            if (
                near
                and is_name(name)
                and all(not _is_called(name, target) for target in _targets(case, claim))
            ):
                yield claim, name


def _stating(case: Case) -> dict[Number, list[str]]:
    """The claims with numbers that some claim with a reference has, by their number."""
    claims, cites = case.known.claims, case.known.claims.cites
    wanted = {
        _key(case, brief.id)
        for brief in claims.values()
        if cites(claims.number(brief.id)) and brief.point is not None and brief.distinction >= TELLING
    }
    found: dict[Number, list[str]] = defaultdict(list)
    for brief in claims.values() if wanted else ():
        if brief.point is not None and (brief.kind, brief.point) in wanted:
            found[brief.kind, brief.point].append(brief.id)
    return found


def _key(case: Case, claim: str) -> Number:
    return case.brief(claim).kind, _number(case, claim)


def _is_report(case: Case, claim: str) -> bool:
    return case.known.papers[case.document_of(claim)].kind == "report"


def _newspapers(case: Case) -> dict[str, list[str]]:
    """The press articles here, by the first word of the name of their paper."""
    found: dict[str, list[str]] = defaultdict(list)
    for paper in case.known.papers.values():
        first = WORD.search(paper.outlet or "")
        if first and paper.kind == "press article":
            found[first[0]].append(paper.id)
    return found


def _first_words(case: Case, claim: str) -> set[str]:
    return {word for target in _targets(case, claim) for word in WORD.findall(target)}


def _names(case: Case, claim: str, document: str) -> bool:
    """Whether an entry behind a claim names the paper that published a document."""
    outlet = case.known.papers[document].outlet or ""
    return any(outlet in target for target in _targets(case, claim))


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


def _astray(case: Case, figure: Figure, houses: Houses, giving: frozenset[str], claim: str) -> str | None:
    """The entry of a reference behind a claim, where all of them are known and none names an origin of the figure."""
    targets = _targets(case, claim)
    if not targets or any(map(_unknown, targets)):
        return None
    if any(_is_called(origin.name, target) for origin in figure.origins for target in targets):
        return None
    return None if _leads_to_other(targets, houses, giving) else targets[0]


def _is_called(name: str, target: str) -> bool:
    """Whether an entry names a body, also without the country behind its name or by the letters for it."""
    forms, letters = _called(name)
    return any(form in target for form in forms) or (
        letters is not None and letters in target and letters in WORD.findall(target)
    )


@lru_cache(maxsize=1024)
def _called(name: str) -> tuple[tuple[str, ...], str | None]:
    """How entries name a body, in small letters, and the letters for it, where they are enough to know it by."""
    full, letters = name.casefold(), "".join(re.findall(r"\b[A-Z]", name)).casefold()
    short = full.partition(" of ")[0]
    is_short = " of " in full and len(short.split()) > 1
    return ((full, short) if is_short else (full,)), letters if len(letters) > 2 else None


def _houses(case: Case) -> Houses:
    """The publishers of the documents, by the first word of the name of each."""
    found: dict[str, set[str]] = defaultdict(set)
    for paper in case.known.papers.values():
        first = WORD.search(paper.outlet or "")
        if first:
            found[first[0]].add(paper.outlet or "")
    return found


def _giving(case: Case, figure: Figure) -> frozenset[str]:
    """The houses that give a figure."""
    return frozenset(case.known.papers[case.document_of(claim)].outlet or "" for claim in figure.claims)


def _leads_to_other(targets: list[str], houses: Houses, giving: frozenset[str]) -> bool:
    """Whether the document to which a reference leads is here and does not give the figure."""
    led = {
        house
        for target in targets
        for word in set(WORD.findall(target))
        for house in houses.get(word, ())
        if house in target
    }
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
