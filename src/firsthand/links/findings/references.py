"""References that lead elsewhere than to the origin of the figure that they stand behind."""

from collections import defaultdict
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.voices import voice_key
from firsthand.records import Figure, Finding, Origin, Span


def citation_not_origin(case: Case) -> Iterator[Finding]:
    """Say which documents give references for figures that were produced by somebody else than the reference names.

    Each document is told once for each origin, with the figure that most claims state.
    """
    wrong: dict[tuple[str, str], list[tuple[int, Span, str, str]]] = defaultdict(list)
    makers = _makers(case)
    cites, number = case.known.claims.cites, case.known.claims.number
    for figure in case.figures:
        for origin in figure.origins if any(cites(number(claim)) for claim in figure.claims) else ():
            if voice_key(origin.name) not in makers:  # a person's words are cited where they were printed
                continue
            values = {
                case.brief(claim).value
                for claim in origin.claims
                if case.brief(claim).bodies or case.own(claim)
            }
            for claim in figure.claims:
                brief = case.brief(claim)
                if (
                    not brief.cited
                    or brief.bodies
                    or brief.value not in values
                    or not _leads_astray(case, claim, figure)
                ):
                    continue
                model = _led_to(case, claim, figure, origin)
                if model is not None:
                    wrong[brief.document, origin.name].append((-len(figure.claims), brief.span, claim, model))
    for (_, name), found in sorted(wrong.items()):
        _, _, claim, model = min(found)
        more = (
            f" So it is with {several(len(found) - 1, 'further figure')} of this document."
            if len(found) > 1
            else ""
        )
        says = f"The reference behind this figure is not its origin; it was produced by {name}: {case.brief(claim).label}.{more}"
        yield Finding("citation not origin", says, 0.55, case.clauses((claim, model)))


def _makers(case: Case) -> frozenset[str]:
    """The keys of all who published a document here, or whose works are cited."""
    papers = case.known.papers.values()
    published = {paper.outlet for paper in papers if paper.outlet}
    return frozenset(published | {body for paper in papers for body, _, _ in paper.works})


def _leads_astray(case: Case, claim: str, figure: Figure) -> bool:
    """Whether the references behind a claim are known and none of their entries names an origin of the figure."""
    targets = _targets(case, claim)
    names = [origin.name.casefold() for origin in figure.origins]
    return (
        bool(targets)
        and not any(map(_unknown, targets))
        and not any(name in target for name in names for target in targets)
    )


def _unknown(target: str) -> bool:
    """Whether the entry of a reference is not there to be read."""
    return not target or "not in the list" in target or "not in the document" in target


def _led_to(case: Case, claim: str, figure: Figure, origin: Origin) -> str | None:
    """The claim of the document to which the reference leads if that has it from the origin; else one of the origin's own."""
    targets = " ".join(_targets(case, claim))
    others = [other for other in figure.claims if case.brief(other).document != case.brief(claim).document]
    for other in others:
        outlet = case.known.papers[case.brief(other).document].outlet
        if outlet and outlet in targets:
            return other if other in origin.claims else None
    return min(
        (other for other in others if other in origin.claims),
        key=lambda other: (not case.own(other), case.known.papers[case.brief(other).document].order, other),
        default=None,
    )


def _targets(case: Case, claim: str) -> list[str]:
    """The entries to which the references behind a claim lead, in lower case."""
    brief = case.brief(claim)
    text = case.document(brief.document).text
    return [
        (citation.target or "").casefold()
        for citation in case.view.marks(brief.document, "citations").citations
        if citation.span.of(text) in brief.cited
    ]
