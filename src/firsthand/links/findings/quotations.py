"""One quotation in several documents: with two speakers, or of one witness.

The program unmasks nobody: the name of a witness is never printed, because the same words may stand under
the real name in one document and under a chosen one in another.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

from firsthand.links.case import Case
from firsthand.links.columns import root
from firsthand.links.counting import several, worded
from firsthand.links.spoken import Spoken
from firsthand.records import Finding, Passage, Reuse, Span

FEW = 50
"""Documents up to which all of a dossier are near each other."""

SHOWN = 4
"""Documents that are shown for each of two speakers."""

FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b")


def two_speakers(case: Case) -> Iterator[Finding]:
    """Say which quotation is put into the mouths of different public speakers.

    Words that anywhere in the dossier are those of a witness, or of somebody whose part is not known, are left out.
    """
    told: dict[tuple[str, str], list[tuple[Spoken, Spoken]]] = defaultdict(list)
    private = _private_words(case)
    for reuse, one, other in case.quoted():
        if one is None or other is None or not one.speaker or not other.speaker:
            continue
        if _private(case, one) or _private(case, other) or _meets(private, reuse):
            continue
        if not _same_name(one.speaker, other.speaker):
            first, second = sorted((one, other), key=lambda spoken: spoken.speaker or "")
            told[first.speaker or "", second.speaker or ""].append((first, second))
    for pairs in told.values():
        one, other = pairs[0]
        places = [_first_in_each(spoken.passage for spoken in side) for side in zip(*pairs, strict=True)]
        where = ["one document" if len(side) == 1 else several(len(side), "document") for side in places]
        if where[0] == where[1]:
            where = ["one document", "the other"] if len(places[0]) == 1 else where
        says = f"One quotation, two speakers: {one.shown} in {where[0]}, {other.shown} in {where[1]}."
        yield Finding("two speakers", says, 0.75, case.evidence([*places[0], *places[1]]))


def _first_in_each(passages: Iterable[Passage]) -> list[Passage]:
    """The first passage of each of the first few documents."""
    first = {passage.document: passage for passage in sorted(set(passages), reverse=True, key=_place)}
    return [first[document] for document in sorted(first)][:SHOWN]


def _place(passage: Passage) -> tuple[str, Span]:
    return passage.document, passage.span


def same_witness(case: Case) -> Iterator[Finding]:
    """Say which documents quote one and the same testimony: it is one witness, however often it is printed."""
    parent: dict[str, str] = {}
    shared: list[tuple[Passage, Passage]] = []
    witnessed: set[str] = set()
    for reuse, one, other in case.quoted():
        if one is None or other is None or not _is_of_one(case, one, other):
            continue
        shared.append((one.passage, other.passage))
        if any(_is_of_witness(case, each) for each in (one, other)):
            witnessed |= {reuse.a.document, reuse.b.document}
        a, b = _root(parent, reuse.a.document), _root(parent, reuse.b.document)
        parent[max(a, b)] = min(a, b)
    gathered: dict[str, list[tuple[Passage, Passage]]] = defaultdict(list)
    for pair in shared:
        gathered[_root(parent, pair[0].document)].append(pair)
    for pairs in gathered.values():
        group = {passage for pair in pairs for passage in pair}
        number = len({passage.document for passage in group})
        told = any(passage.document in witnessed for passage in group)
        what = ("testimony in the same words", "account") if told else ("words of one speaker", "statement")
        says = f"{several(number, 'document').capitalize()} quote the same {what[0]}. It is one {what[1]}, not {worded(number)}."
        first = _first_pieces(group, 2) if number == 2 else _one_stretch(pairs)
        weight = round((0.7 if told else 0.5) + 0.02 * number, 3)
        yield Finding("same witness", says, weight, case.evidence(first))


def _one_stretch(pairs: list[tuple[Passage, Passage]]) -> list[Passage]:
    """The pieces of that stretch of a testimony that most documents print, and the longest one of each further document."""
    passages = sorted({p for pair in pairs for p in pair}, key=lambda p: (p.document, p.span))
    number = {passage: n for n, passage in enumerate(passages)}
    together = array("I", range(len(passages)))
    by_document: dict[str, list[Passage]] = defaultdict(list)
    reach = passages[0]
    for passage in passages:
        by_document[passage.document].append(passage)
        if passage.document != reach.document:
            reach = passage
        if passage.span.start < reach.span.end:
            _unite(together, number[passage], number[reach])
        reach = max(reach, passage, key=lambda each: each.span.end)
    for one, other in pairs:
        _unite(together, number[one], number[other])
    clusters: dict[int, list[Passage]] = defaultdict(list)
    for n, passage in enumerate(passages):
        clusters[root(together, n)].append(passage)
    best = max(
        clusters.values(),
        key=lambda cluster: (
            len({p.document for p in cluster}),
            sum(p.span.end - p.span.start for p in cluster),
        ),
    )
    covered = {passage.document for passage in best}
    others = {p for document, known in by_document.items() if document not in covered for p in known}
    return [*_first_pieces(set(best), 1), *_first_pieces(others, 1)]


def _unite(together: "array[int]", one: int, other: int) -> None:
    a, b = root(together, one), root(together, other)
    together[max(a, b)] = min(a, b)


def _private(case: Case, spoken: Spoken) -> bool:
    """Whether a quotation is that of a witness, or of somebody who is not said to speak in public."""
    testimony = case.known.papers[spoken.passage.document].kind == "testimony"
    unknown = spoken.role == "unnamed" and bool(spoken.shown) and not _speaks_in_public(case, spoken)
    return testimony or spoken.role == "witness" or unknown


def _speaks_in_public(case: Case, spoken: Spoken) -> bool:
    """Whether a speaker is known to speak in public, here or in a document near by; there also by the surname alone."""
    speaker = spoken.speaker or ""
    if speaker in case.known.public:
        return True
    document = spoken.passage.document
    if not speaker:
        return False
    full = {name for other in (document, *sorted(_near(case, document))) for name in case.public_names(other)}
    if " " in speaker:
        return speaker in full
    return len({name for name in full if name.split()[-1] == speaker}) == 1


def _near(case: Case, document: str) -> set[str]:
    """The documents that share figures or words with one; all where there are only few."""
    if len(case.known.papers) <= FEW:
        return set(case.known.papers) - {document}
    return set(case.beside(document))


def _private_words(case: Case) -> dict[str, list[Span]]:
    """By document the shared words that are private in one of the documents that share them."""
    found: dict[str, list[Span]] = defaultdict(list)
    for reuse, *sides in case.quoted():
        if any(side is not None and _private(case, side) for side in sides):
            for passage in (reuse.a, reuse.b):
                found[passage.document].append(passage.span)
    return found


def _meets(private: dict[str, list[Span]], reuse: Reuse) -> bool:
    return any(
        passage.span.meets(span)
        for passage in (reuse.a, reuse.b)
        for span in private.get(passage.document, ())
    )


def _same_name(one: str, other: str) -> bool:
    """Whether one name is part of the other: "Yoon" and "Yoon Hee-soon"."""
    a, b = set(one.split()), set(other.split())
    return bool(a & b)


def _is_of_witness(case: Case, spoken: Spoken) -> bool:
    """Whether a quotation is known to be of a witness, and not of somebody who speaks in public."""
    kind = case.known.papers[spoken.passage.document].kind
    return spoken.role == "witness" or kind == "testimony"


def _is_of_one(case: Case, one: Spoken, other: Spoken) -> bool:
    """Whether both quotations are what somebody testifies; what stands in a testimony is, whatever others call who says it."""
    told = [_testifies(case, each) for each in (one, other)]
    if all(told):
        return any(_private(case, each) for each in (one, other))
    return any(
        testifies and case.known.papers[each.passage.document].kind == "testimony"
        for testifies, each in zip(told, (one, other), strict=True)
    )


def _testifies(case: Case, spoken: Spoken) -> bool:
    if spoken.role == "witness":
        return True
    text = spoken.passage.span.of(case.document(spoken.passage.document).text)
    return bool(FIRST_PERSON.search(text)) and spoken.role not in ("official", "report", "outlet", "data set")


def _first_pieces(passages: set[Passage], each: int) -> list[Passage]:
    """The longest pieces of each document."""
    by_document: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(
        passages, key=lambda passage: (passage.span.start - passage.span.end, passage.span)
    ):
        known = by_document[passage.document]
        if len(known) < each and not any(passage.span.meets(other.span) for other in known):
            known.append(passage)
    return [passage for document in sorted(by_document) for passage in by_document[document]]


def _root(parent: dict[str, str], name: str) -> str:
    while parent.get(name, name) != name:
        name = parent[name]
    return name
