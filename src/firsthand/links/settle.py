"""The whole dossier settled: claims gathered to figures with their origins, and what a researcher should read first."""

from collections.abc import Iterator
from dataclasses import replace
from sys import intern

from firsthand.links.briefs import Briefs, briefs
from firsthand.links.case import Case
from firsthand.links.decided import Decided, decided
from firsthand.links.figures import groups
from firsthand.links.findings import every_kind
from firsthand.links.origins import WITNESS, names_of_makers, origins
from firsthand.links.view import View
from firsthand.records import Figure, Finding, Link, Reuse, identity


def settle(view: View) -> tuple[Iterator[Figure], Iterator[Finding]]:
    """Return the figures of a dossier, in order of their ids, and its findings, heaviest first.

    Both depend only on what the dossier holds, never on the order in which it came.
    Texts are read one document at a time; ids and small tuples of all claims are held.
    """
    judged = list(view.judgements())
    known = briefs(view, decided(judged, lambda claim, _: claim))
    word = decided(judged, lambda claim, words: _now(view, known, claim, words)) if judged else Decided()
    found = (
        replace(link, earlier=intern(link.earlier), later=intern(link.later), because=())
        for link in view.links()
        if link.earlier in known.claims and link.later in known.claims
    )
    links = tuple(sorted(word.links(found), key=lambda link: (link.earlier, link.later)))
    reuses = tuple(
        sorted(
            view.reuses(), key=lambda reuse: (reuse.a.document, reuse.b.document, reuse.a.span, reuse.b.span)
        )
    )
    figures = tuple(_figures(known, links, reuses, word))
    case = Case(view, known, figures, links, reuses)
    return iter(figures), _findings(case)


def witnesses(view: View) -> frozenset[str]:
    """Return the names that testimonies give to those who testify in them.

    No page shows them beside the words of another document: that could undo a pseudonym.
    """
    told = (document.id for document in view.documents() if document.kind == "testimony")
    claims = (claim for document in told for claim in view.claims(document))
    names = (
        [step.name for step in claim.chain if step.name and step.role != "outlet"]
        for claim in claims
        if claim.basis == "witnessed"
    )
    return frozenset(found[-1] for found in names if found)


def without_witnesses(phrase: str, named: frozenset[str]) -> str:
    """Return a phrase without the names of witnesses."""
    for name in sorted(named, key=len, reverse=True):
        phrase = phrase.replace(name, WITNESS)
    return phrase


def _now(view: View, known: Briefs, claim: str, words: str) -> str | None:
    """The id of a claim about which something was decided, as it is now: by its words where a new extraction changed it."""
    if claim in known.claims:
        return claim
    same = (brief.id for brief in known.claims.values() if words and brief.shown and brief.shown in words)
    return next((each for each in sorted(same) if view.claim(each).text == words), None)


def _findings(case: Case) -> Iterator[Finding]:
    named = _witnesses(case.known)
    found = [_kept_apart(finding, named) for kind in every_kind().values() for finding in kind(case)]
    yield from sorted(found, key=lambda finding: (-finding.weight, finding.kind, _places(finding)))


def _witnesses(known: Briefs) -> frozenset[str]:
    """The names that testimonies give to those who testify in them."""
    return frozenset(
        name
        for brief in known.claims.values()
        if known.papers[brief.document].kind == "testimony" and brief.basis == "witnessed"
        for name in brief.names[-1:]
    )


def _kept_apart(finding: Finding, named: frozenset[str]) -> Finding:
    """A finding without the name that a testimony gives to a witness, wherever words of other documents stand beside it."""
    if len({piece.passage.document for piece in finding.evidence}) < 2:
        return finding
    says = without_witnesses(finding.says, named)
    kept = tuple(piece for piece in finding.evidence if not any(name in piece.text for name in named))
    if len(kept) < len(finding.evidence):
        says += " Words that name a witness are left out here."
    return replace(finding, says=says, evidence=kept or finding.evidence[:1])


def _places(finding: Finding) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (piece.passage.document, piece.passage.span.start, piece.passage.span.end)
        for piece in finding.evidence
    )


def _figures(
    known: Briefs, links: tuple[Link, ...], reuses: tuple[Reuse, ...], word: Decided
) -> Iterator[Figure]:
    copied = _copied(known, links, reuses)
    makers = names_of_makers(known)
    named = _witnesses(known)
    for group in groups(known.claims, links, word.apart):
        first = min(
            group,
            key=lambda claim: (known.papers[known.claims[claim].document].order, known.claims[claim].span),
        )
        claim = known.claims[first]
        hidden = named if len({known.claims[each].document for each in group}) > 1 else frozenset()
        yield Figure(
            identity("figure", group[0]),
            without_witnesses(claim.label, hidden),
            claim.measure,
            without_witnesses(claim.population, hidden) if claim.population else None,
            group,
            origins(group, known, copied, makers),
        )


def _copied(known: Briefs, links: tuple[Link, ...], reuses: tuple[Reuse, ...]) -> dict[str, str]:
    """From a claim in a shared passage to the same claim in the earlier document."""
    passages: dict[tuple[str, str], list[Reuse]] = {}
    for reuse in reuses:
        passages.setdefault((reuse.a.document, reuse.b.document), []).append(reuse)
    copied: dict[str, str] = {}
    for link in links:
        if link.kind not in ("same", "drift"):
            continue
        earlier, later = known.claims[link.earlier], known.claims[link.later]
        a, b = sorted((earlier, later), key=lambda brief: brief.document)
        for reuse in passages.get((a.document, b.document), ()):
            if reuse.a.span.meets(a.span) and reuse.b.span.meets(b.span):
                copied[later.id] = copied.get(earlier.id, earlier.id)
    return copied
