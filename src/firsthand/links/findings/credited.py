"""Figures that are credited to somebody else than the body in whose own paper they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.alike import of_one_number
from firsthand.links.findings.shown import shown
from firsthand.links.makers import is_body, is_office
from firsthand.links.shelf import Brief
from firsthand.records import Finding, Span

TELLING = 1.0
"""Distinction of a number from which two bodies do not come to it by chance."""

MAKERS = 4
"""Bodies that give one number in papers of their own, up to which one may be the maker."""

REPORTING = ("press article", "encyclopedia article")
"""Kinds of documents that tell the figures of others."""

OF, BEFORE = (
    re.compile(r"\b(?:of|out of|among)\s+(?:the |all |all the |its |their |[\w’']+s['’]? )?$", re.IGNORECASE),
    24,
)
"""Words before the number of a whole, and the characters in which they stand."""

WEIGHT = 0.63


def credited_elsewhere(case: Case) -> Iterator[Finding]:
    """Say which figures a document credits to a body that never gave them, while another one gives them in its own paper."""
    papers = case.known.papers.values()
    publishers = {paper.outlet: paper.publisher or paper.outlet for paper in papers if paper.outlet}
    told: dict[tuple[str, str, str], list[tuple[Brief, Brief]]] = defaultdict(list)
    for same in of_one_number(case, TELLING):
        for maker, brief in _miscredited(case, same):
            if brief.bodies[-1] in publishers or is_body(brief.names[-1]) or is_office(brief.names[-1]):
                told[brief.document, maker.document, brief.bodies[-1]].append((maker, brief))
    for pairs in told.values():
        ordered = sorted(
            pairs,
            key=lambda pair: (pair[1].kind == "count", -pair[1].distinction, pair[1].span, pair[1].id),
        )
        yield _told(case, ordered, publishers)


def _told(case: Case, pairs: Sequence[tuple[Brief, Brief]], publishers: Mapping[str, str]) -> Finding:
    maker, credited = pairs[0]
    owner = publishers[case.known.papers[maker.document].outlet or ""]
    other = publishers.get(credited.bodies[-1], credited.names[-1])
    more = f" So has it {several(len(pairs) - 1, 'further figure')}." if len(pairs) > 1 else ""
    says = f"A figure is credited to somebody else: {shown(case, maker.id)} stands in the paper of {owner}, and another document has it from {other}.{more}"
    return Finding("drift", says, WEIGHT, case.clauses((maker.id, credited.id)))


def _miscredited(case: Case, same: Sequence[Brief]) -> Iterator[tuple[Brief, Brief]]:
    """Claims of one figure with one number that are credited to a body that did not give it, each with the maker's own.

    Where several give it in papers of their own the maker is that one to which most credit it.
    """
    papers = case.known.papers
    own = [brief for brief in same if case.own(brief.id) and papers[brief.document].kind not in REPORTING]
    if not own:
        return
    makers = {papers[brief.document].outlet or "" for brief in own}
    if len(makers) > MAKERS:  # so many come to it by themselves
        return
    credited = Counter(brief.bodies[-1] for brief in same if brief.bodies)

    def most(brief: Brief) -> tuple[int, tuple[str, str], Span, str]:
        """Return the place of a claim among those of one figure: the paper most often credited comes first."""
        paper = papers[brief.document]
        return -credited[paper.outlet or ""], paper.order, brief.span, brief.id

    first = min(own, key=most)
    maker = papers[first.document].outlet or ""
    for brief in same:
        if not brief.bodies or not brief.names or brief.witness or case.own(brief.id):
            continue
        named = {papers[brief.document].outlet or "", *brief.bodies}
        if any(_alike(one, other) for one in named for other in makers):
            continue
        if credited[brief.bodies[-1]] <= credited[maker] and not _is_whole(case, brief):
            yield first, brief


def _is_whole(case: Case, brief: Brief) -> bool:
    """Whether a claim only names of how many something is told: "85% of the 318 women"."""
    quantity = case.claim(brief.id).quantity if brief.kind == "count" and brief.names else None
    if quantity is None:
        return False
    text = case.document(brief.document).text
    return OF.search(text[max(0, quantity.span.start - BEFORE) : quantity.span.start]) is not None


def _alike(one: str, other: str) -> bool:
    """Whether one of two keys is a shorter name of the other."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first
