"""Text that stands in several documents."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from firsthand.links.case import Case
from firsthand.links.words import words_of
from firsthand.records import Finding, Passage

LEAST = 60
"""Shared words from which two documents are not two accounts."""

NEARLY = 0.8
"""Part of the words that a copy shares with its likeliest model from which an earlier document is taken for the model."""

SHOWN = 3


def copied_text(case: Case) -> Iterator[Finding]:
    """Say which documents print long stretches of the same text; to quote the same words of a third is no copying.

    Each document is told once, with the earliest of those that it shares most with.
    """
    copies: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pair, shared in groupby(case.reuses, key=lambda reuse: (reuse.a.document, reuse.b.document)):
        reuses = list(shared)
        amount = sum(reuse.words for reuse in reuses)
        if amount < LEAST or sum(_told(case, reuse.a) for reuse in reuses) < LEAST:
            continue
        earlier, later = sorted(pair, key=lambda document: case.known.papers[document].order)
        if _houses(case, earlier) & {*_names(case, later), *_houses(case, later)} or _houses(
            case, later
        ) & _names(case, earlier):
            continue
        copies[later].append((amount, earlier))
    for later, found in sorted(copies.items()):
        most = max(amount for amount, _ in found)
        amount, earlier = min(
            (copy for copy in found if copy[0] >= NEARLY * most),
            key=lambda copy: case.known.papers[copy[1]].order,
        )
        longest = sorted(case.reuses.between(earlier, later), key=lambda reuse: (-reuse.words, reuse.a.span))[
            :SHOWN
        ]
        sides = [side for reuse in longest for side in (reuse.a, reuse.b)]
        weight = round(min(0.7, 0.4 + amount / 1000), 3)
        yield Finding("copied text", _says(case, amount, earlier, later), weight, case.evidence(sides))


def _houses(case: Case, document: str) -> set[str]:
    return set(filter(None, (case.known.papers[document].outlet,)))


def _names(case: Case, document: str) -> set[str]:
    """The bodies to which a document attributes what it says: to quote one's source is no copying."""
    found = {body for body, _, _ in case.known.papers[document].works}
    return found.union(*(case.brief(claim).bodies for claim in case.claims_in(document)))


def _says(case: Case, amount: int, earlier: str, later: str) -> str:
    papers = case.known.papers[earlier], case.known.papers[later]
    first, second = (paper.publisher for paper in papers)
    dated = papers[0].published and papers[1].published and papers[0].published != papers[1].published
    if not first or not second or not dated:
        return f"Two documents share {amount} words of the same text" + (
            ", the later one after the earlier." if dated else "."
        )
    text = case.document(later).text
    credit = "and names it" if first.casefold() in text.casefold() else "and does not name it"
    return f"{second} prints {amount} words of the text of {first} {credit}: two outlets, one text."


def _told(case: Case, passage: Passage) -> int:
    """How many words of a passage stand outside of quotation marks."""
    words = words_of(case.document(passage.document))
    inside = words.beginning_in(passage.span)
    return words.quoted.count(0, inside.start, inside.stop)
