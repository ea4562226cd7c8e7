"""Numbers that are told as established of which others say only that they were reported."""

from collections import defaultdict
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.shown import shown
from firsthand.links.looks import phrases
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.records import Finding, Span

BEFORE = 30
"""Characters before a word by which something is known in which another one says that it is not."""

SHOWN = 6
WEIGHT = 0.64


def told_as_established(case: Case) -> Iterator[Finding]:
    """Say which numbers some documents tell as confirmed and another one as what people reported, suspected or feared."""
    told: dict[str, list[Brief]] = defaultdict(list)
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order):
        for where in paper.looks.established:
            for brief in case.known.claims.of(paper.id) if _is_known(case, paper.id, where) else ():
                reported = _reported(case, brief) if where.meets(brief.span) and brief.value else None
                if reported is not None:
                    told[reported].append(brief)
    for reported, known in told.items():
        documents = len({brief.document for brief in known})
        says = f"A figure is told as established: {shown(case, known[0].id)} in {several(documents, 'document')}, of which another one tells only that it was reported or suspected."
        evidence = case.clauses((reported, *(brief.id for brief in known[:SHOWN])))
        yield Finding("drift", says, WEIGHT, evidence)


def _reported(case: Case, known: Brief) -> str | None:
    """A claim of another document with the same number in the same figure that is only reported; its maker's own first.

    None where that maker, too, tells it as known, or a change is told already.
    """
    if case.own(known.id):
        return None
    same = [
        case.brief(claim)
        for claim in case.figures[case.place(known.id)].claims
        if case.known.claims.same_value(claim, known.id) and case.document_of(claim) != known.document
    ]
    own = [brief for brief in same if case.own(brief.id)]
    if any(_is_told_otherwise(case, brief) for brief in own or same):
        return None
    for brief in sorted(own or same, key=lambda brief: (case.known.papers[brief.document].order, brief.span)):
        text = case.document(brief.document).text
        said = sentence(text, brief.span)
        if _changed(case, brief, known):
            return None
        if phrases("laid").search(text, said.start, said.end) and not _is_known(case, brief.document, said):
            return brief.id
    return None


def _is_told_otherwise(case: Case, reported: Brief) -> bool:
    """Whether it is told already how what was only reported is told otherwise, or more firmly, further on."""
    others = case.figures[case.place(reported.id)].claims
    return any(
        link.earlier == reported.id and {"hedge", "measure"} & set(link.drift)
        for other in others
        for link in case.links.between(reported.id, other)
    )


def _changed(case: Case, one: Brief, other: Brief) -> bool:
    """Whether a link between two claims says already what changed, and not only who is named."""
    return any(set(link.drift) - {"source"} for link in case.links.between(one.id, other.id))


def _is_known(case: Case, document: str, where: Span) -> bool:
    """Whether a sentence tells something as known, and no word before says that it is not."""
    text = case.document(document).text
    for match in phrases("established").finditer(text, where.start, where.end):
        if not phrases("unsure").search(text, max(where.start, match.start() - BEFORE), match.start()):
            return True
    return False
