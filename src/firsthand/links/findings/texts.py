"""Text that stands in several documents."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.links.briefs import Paper
from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.words import words_of
from firsthand.records import Finding, Passage

LEAST = 60
"""Shared words from which two documents are not two accounts."""

NEARLY = 0.8
"""Part of the words that a copy shares with its likeliest model from which an earlier document is taken for the model."""

SHOWN = 3

MANY = 4
"""Copies of one text by nobody known from which they are told at once."""

MANY_SHOWN = 8


class Copy(NamedTuple):
    """A document with the likeliest model of its text, and how many words they share."""

    words: int
    earlier: str
    later: str


def copied_text(case: Case) -> Iterator[Finding]:
    """Say which documents print long stretches of the same text; to quote the same words of a third is no copying.

    Each document is told once, with the earliest of those that it shares most with.
    """
    copies: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one, other, amount in case.reuses.pairs():
        if amount < LEAST or sum(_told(case, reuse.a) for reuse in case.reuses.between(one, other)) < LEAST:
            continue
        earlier, later = sorted((one, other), key=lambda document: case.known.papers[document].order)
        if _houses(case, earlier) & {*_names(case, later), *_houses(case, later)} or _houses(
            case, later
        ) & _names(case, earlier):
            continue
        copies[later].append((amount, earlier))
    likeliest = []
    for later, found in sorted(copies.items()):
        most = max(amount for amount, _ in found)
        amount, earlier = min(
            (copy for copy in found if copy[0] >= NEARLY * most),
            key=lambda copy: case.known.papers[copy[1]].order,
        )
        likeliest.append(Copy(amount, earlier, later))
    for group in _joined(likeliest):
        unnamed = [copy for copy in group if not _is_told_by_name(case, copy)]
        if len(unnamed) >= MANY:
            yield _of_many(case, unnamed)
            group = [copy for copy in group if copy not in unnamed]
        for copy in group:
            yield Finding("copied text", _says(case, copy), _weight(copy), case.evidence(_sides(case, copy)))


def _joined(copies: list[Copy]) -> Iterator[list[Copy]]:
    """Copies whose documents are joined by copies, together."""
    group_of: dict[str, str] = {}

    def root(document: str) -> str:
        """Return the first document of the group in which one is."""
        while group_of.setdefault(document, document) != document:
            document = group_of[document]
        return document

    for copy in copies:
        group_of[root(copy.later)] = root(copy.earlier)
    groups: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        groups[root(copy.later)].append(copy)
    yield from groups.values()


def _of_many(case: Case, copies: list[Copy]) -> Finding:
    """One finding for documents of one text, those that share most first."""
    copies = sorted(copies, key=lambda copy: (-copy.words, copy.later))
    documents = {document for copy in copies for document in (copy.earlier, copy.later)}
    says = f"{several(len(documents), 'document').capitalize()} share long stretches of the same text, two of them {copies[0].words} words."
    first = [side for copy in copies for side in _sides(case, copy)[:2]]
    return Finding("copied text", says, _weight(copies[0]), case.evidence(first[:MANY_SHOWN]))


def _sides(case: Case, copy: Copy) -> list[Passage]:
    """Where the longest passages of a copy stand in both documents."""
    shared = case.reuses.between(copy.earlier, copy.later)
    longest = sorted(shared, key=lambda reuse: (-reuse.words, reuse.a.span))[:SHOWN]
    return [side for reuse in longest for side in (reuse.a, reuse.b)]


def _weight(copy: Copy) -> float:
    return round(min(0.86, 0.7 + copy.words / 1000), 3)


def _houses(case: Case, document: str) -> set[str]:
    return set(filter(None, (case.known.papers[document].outlet,)))


def _names(case: Case, document: str) -> set[str]:
    """The bodies to which a document attributes what it says: to quote one's source is no copying."""
    found = {body for body, _, _ in case.known.papers[document].works}
    return found.union(*(case.brief(claim).bodies for claim in case.claims_in(document)))


def _is_told_by_name(case: Case, copy: Copy) -> bool:
    """Whether it is known who published both documents of a copy, and which of them came first."""
    one, other = case.known.papers[copy.earlier], case.known.papers[copy.later]
    return bool(one.publisher and other.publisher) and _in_order(one, other)


def _in_order(one: Paper, other: Paper) -> bool:
    return bool(one.published and other.published) and one.published != other.published


def _says(case: Case, copy: Copy) -> str:
    papers = case.known.papers[copy.earlier], case.known.papers[copy.later]
    if not _is_told_by_name(case, copy):
        later = ", the later one after the earlier." if _in_order(*papers) else "."
        return f"Two documents share {copy.words} words of the same text{later}"
    first, second = (paper.publisher or "" for paper in papers)
    text = case.document(copy.later).text
    credit = "and names it" if first.casefold() in text.casefold() else "and does not name it"
    return f"{second} prints {copy.words} words of the text of {first} {credit}: two outlets, one text."


def _told(case: Case, passage: Passage) -> int:
    """How many words of a passage stand outside of quotation marks."""
    words = words_of(case.document(passage.document))
    inside = words.beginning_in(passage.span)
    return words.quoted.count(0, inside.start, inside.stop)
