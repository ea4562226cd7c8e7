"""The whole dossier settled: claims gathered to figures with their origins, and what a researcher should read first."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

import msgspec

from firsthand.links.briefs import Briefs, briefs
from firsthand.links.case import Case
from firsthand.links.columns import KINDS, LinkColumns, ReuseColumns
from firsthand.links.decided import Decided, decided
from firsthand.links.figures import groups
from firsthand.links.findings import every_kind
from firsthand.links.gathering import Figures
from firsthand.links.origins import names_of_makers, origins
from firsthand.links.parts import Parts, one_by_one, steps
from firsthand.links.ranking import Packed, packed, ranked
from firsthand.links.repeating import WITNESS
from firsthand.links.shelf import ENCODER
from firsthand.links.view import View
from firsthand.records import Figure, Finding, Span, identity

COPIED = msgspec.msgpack.Decoder(dict[str, str])

Kinds = Callable[[Callable[[str], list[Packed]]], Iterable[list[Packed]]]
"""What is given a function that works out the findings of a kind, and returns those of each kind, in the order of the kinds."""


class Crew(NamedTuple):
    """Who settles a dossier, this process alone or with others: how what it holds, and then the kinds of findings, are shared out."""

    parts: Parts
    kinds: Kinds


def _one_kind_after_another(work: Callable[[str], list[Packed]]) -> Iterable[list[Packed]]:
    return map(work, every_kind())


ALONE = Crew(one_by_one, _one_kind_after_another)
"""One process that does one thing after another."""


def settle(view: View, crew: Crew = ALONE) -> tuple[Iterator[Figure], Iterator[Finding]]:
    """Return the figures of a dossier, those of related documents one after another, and its findings, heaviest first.

    Both depend only on what the dossier holds, never on the order in which it came.
    Texts are read one document at a time; of all claims a few bytes of each are held. Some of it all may be done
    by the others of a ``crew``.
    """
    case = case_of(view, crew.parts)
    return iter(case.figures), ranked(crew.kinds(partial(found, case)))


def case_of(view: View, parts: Parts = one_by_one) -> Case:
    """Return a dossier with its figures, from which every kind of findings is made; ``parts`` may have others do some of it."""
    judged = list(view.judgements())
    known = briefs(view, decided(judged, lambda claim, _: claim), parts)
    word = decided(judged, lambda claim, words: _now(view, known, claim, words)) if judged else Decided()
    links, reuses = _columns(view, known, word, parts)
    known.claims.put_together(chain(links.documents(known.claims.document), reuses.documents()))
    figures = _figures(known, links, reuses, word, parts)
    return Case(view, known, figures, links, reuses)


def _columns(view: View, known: Briefs, word: Decided, parts: Parts) -> tuple[LinkColumns, ReuseColumns]:
    """The links and the shared passages, each read by one process for all."""
    ids, documents = known.claims.ids, sorted(known.papers)
    linked, shared = steps(
        parts,
        (
            lambda: LinkColumns(ids, word.links(view.links())).packed(),
            lambda: ReuseColumns(documents, view.reuses()).packed(),
        ),
    )
    return LinkColumns.unpacked(ids, linked), ReuseColumns.unpacked(documents, shared)


def found(case: Case, kind: str) -> list[Packed]:
    """Return the findings of a kind, packed, none with the name of a witness beside words of other documents."""
    named = _witnesses(case.known)
    return packed(_kept_apart(finding, named) for finding in every_kind()[kind](case))


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
    return _any_of(named).sub(WITNESS, phrase) if named else phrase


@lru_cache(maxsize=2)
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))


def _now(view: View, known: Briefs, claim: str, words: str) -> str | None:
    """The id of a claim about which something was decided, as it is now: by its words where a new extraction changed it."""
    if claim in known.claims:
        return claim
    found = view.now(claim)
    if found in known.claims:
        return found
    same = (brief.id for brief in known.claims.values() if words and brief.shown and brief.shown in words)
    return next((each for each in sorted(same) if view.claim(each).text == words), None)


def _witnesses(known: Briefs) -> frozenset[str]:
    """The names that testimonies give to those who testify in them."""
    told = (name for name, paper in known.papers.items() if paper.kind == "testimony")
    return frozenset(
        name
        for document in told
        for brief in known.claims.of(document)
        if brief.basis == "witnessed"
        for name in brief.names[-1:]
    )


def _kept_apart(finding: Finding, named: frozenset[str]) -> Finding:
    """A finding without the name that a testimony gives to a witness, wherever words of other documents stand beside it."""
    if len({piece.passage.document for piece in finding.evidence}) < 2:
        return finding
    says = without_witnesses(finding.says, named)
    kept = tuple(piece for piece in finding.evidence if not (named and _any_of(named).search(piece.text)))
    if len(kept) < len(finding.evidence):
        says += " Words that name a witness are left out here."
    return replace(finding, says=says, evidence=kept or finding.evidence[:1])


def _figures(known: Briefs, links: LinkColumns, reuses: ReuseColumns, word: Decided, parts: Parts) -> Figures:
    claims = known.claims
    pairs = (tuple(map(claims.number, pair)) for pair in word.apart if all(one in claims for one in pair))
    apart = [(one, other) for one, other in pairs]
    leading, from_others = steps(
        parts,
        (
            lambda: groups(len(claims), links, apart).tobytes(),
            lambda: ENCODER.encode(_copied(known, links, reuses)),
        ),
    )
    leader, copied = array("I", leading), COPIED.decode(from_others)
    make = partial(
        _figure, known=known, copied=copied, makers=names_of_makers(known), named=_witnesses(known)
    )
    return Figures(claims, leader, make, parts)


def _figure(
    group: tuple[str, ...],
    known: Briefs,
    copied: dict[str, str],
    makers: dict[str, set[str]],
    named: frozenset[str],
) -> Figure:
    """The figure that some claims make, called by the words of the first of them."""
    claim = min(
        (known.claims[each] for each in group),
        key=lambda brief: (known.papers[brief.document].order, brief.span),
    )
    hidden = named if any(known.claims[each].document != claim.document for each in group) else frozenset()
    return Figure(
        identity("figure", group[0]),
        without_witnesses(claim.label, hidden),
        claim.measure,
        without_witnesses(claim.population, hidden) if claim.population else None,
        group,
        origins(group, known, copied, makers),
    )


def _copied(known: Briefs, links: LinkColumns, reuses: ReuseColumns) -> dict[str, str]:
    """From a claim in a shared passage to the same claim in the earlier document."""
    claims = known.claims
    passages: dict[tuple[str, str], list[tuple[Span, Span]]] = {pair: [] for pair in reuses.documents()}
    for one, other in passages:
        passages[one, other] = list(reuses.spans(one, other))
    copied: dict[str, str] = {}
    telling = {KINDS.index("same"), KINDS.index("drift")}
    for kind, earlier, later in zip(links.kinds, links.earlier, links.later, strict=True):
        if kind not in telling:
            continue
        one, other = claims.document(earlier), claims.document(later)
        shared = passages.get((one, other) if one < other else (other, one))
        if not shared or one == other:
            continue
        a, b = map(claims.span, (earlier, later) if one < other else (later, earlier))
        if any(x.meets(a) and y.meets(b) for x, y in shared):
            copied[claims.ids[later]] = copied.get(claims.ids[earlier], claims.ids[earlier])
    return copied
