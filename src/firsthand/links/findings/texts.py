"""Text that stands in several documents."""

from collections import defaultdict
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.words import words_of
from firsthand.records import Finding, Passage, Reuse

LEAST = 60
"""Shared words from which two documents are not two accounts."""

SHOWN = 3


def copied_text(case: Case) -> Iterator[Finding]:
    """Say which documents print long stretches of the same text; to quote the same words of a third is no copying.

    Each document is told once, with the earlier one that it shares most with.
    """
    pairs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in case.reuses:
        pairs[reuse.a.document, reuse.b.document].append(reuse)
    copies: dict[str, tuple[int, str, list[Reuse]]] = {}
    for pair, reuses in sorted(pairs.items()):
        amount = sum(reuse.words for reuse in reuses)
        if amount < LEAST or sum(_told(case, reuse.a) for reuse in reuses) < LEAST:
            continue
        earlier, later = sorted(pair, key=lambda document: case.known.papers[document].order)
        if (
            case.known.papers[earlier].outlet
            and case.known.papers[earlier].outlet == case.known.papers[later].outlet
        ):
            continue
        if later not in copies or (amount, earlier) > copies[later][:2]:
            copies[later] = amount, earlier, reuses
    for later, (amount, earlier, reuses) in sorted(copies.items()):
        dated = case.known.papers[earlier].published and case.known.papers[later].published
        says = f"Two documents share {amount} words of the same text" + (
            ", the later one after the earlier." if dated else "."
        )
        longest = sorted(reuses, key=lambda reuse: (-reuse.words, reuse.a.span))[:SHOWN]
        sides = [side for reuse in longest for side in (reuse.a, reuse.b)]
        yield Finding("copied text", says, round(min(0.7, 0.4 + amount / 1000), 3), case.evidence(sides))


def _told(case: Case, passage: Passage) -> int:
    """How many words of a passage stand outside of quotation marks."""
    words = words_of(case.document(passage.document))
    inside = words.beginning_in(passage.span)
    return words.quoted.count(0, inside.start, inside.stop)
