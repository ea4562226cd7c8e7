"""What is told of some of those who are counted, and further on of all: "nine people: seven patients ...", "nine patients died"."""

import re
from collections.abc import Iterator

from firsthand.links.case import Case
from firsthand.links.comparison import general
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.looks import phrases
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import content, form, total
from firsthand.records import Finding, Span

BEHIND = 220
"""Characters behind a number in which some of it are told of."""

TOLD = 90
"""Characters behind the number of some in which it is said what is told of them."""

SPEAKING = 10
"""Rarity, in tenths, of the words that are told of some only."""

LEAST = 0.3
"""Distinction of a number that is not in every text."""

WEIGHT = 0.66

OF_THEM = re.compile(r"(?:of|among) (?:them|these|those|whom)\b[, ]*$", re.IGNORECASE)
OF_THEM_BEHIND = re.compile(
    r" of (?:them|whom|these|those)\b(?: [a-z]+(?= (?:were|are|had|have|lie|died)\b))?"
)
TWO_WORDS = re.compile(r"(?: [\w-]+){1,2}")

CHANGED = frozenset({"population", "measure", "whole"})
"""What a link says already where it was told of others."""


def told_of_all(case: Case) -> Iterator[Finding]:
    """Say which numbers a document tells of those of whom an earlier one tells a smaller number."""
    told: set[tuple[str, str]] = set()
    for paper in sorted(case.known.papers.values(), key=lambda paper: paper.order):
        text = case.document(paper.id).text
        for whole, part, words in _parts(case, text, paper.id):
            for other in _told_further_on(case, whole, part, words):
                key = f"{whole.point}", other.document
                if key not in told:
                    told.add(key)
                    says = f"What one document tells of {part.shown} is told further on of all: {shown(case, whole.id)} became {shown(case, other.id)}."
                    yield Finding("drift", says, WEIGHT, case.clauses((whole.id, part.id, other.id)))


def _parts(case: Case, text: str, document: str) -> Iterator[tuple[Brief, Brief, frozenset[str]]]:
    """The counts of a document behind which some of those counted are told of, with their count and the words for them alone."""
    told = [b for b in case.known.claims.of(document) if b.kind == "count" and b.point and not b.change]
    shown_at = [(where, b.id, b) for b in told if (where := where_shown(text, b)) is not None]
    shown_at.sort(key=lambda each: each[:2])
    for place, (first, _, whole) in enumerate(shown_at):
        for second, _, part in shown_at[place + 1 :] if whole.distinction >= LEAST else ():
            if second.start > first.start + BEHIND:
                break
            if first.end <= second.start and 2 <= (part.point or 0) < (whole.point or 0):
                words = _of_some(text, first, second)
                if words:
                    yield whole, part, words


def _of_some(text: str, whole: Span, part: Span) -> frozenset[str]:
    """The words that are told of some only: behind "31 of them", or what "nine people: seven patients" counts."""
    behind = OF_THEM_BEHIND.match(text, part.end)
    begins = behind.end() if behind else part.end
    before = content(text[sentence(text, whole).start : part.start]) | {form("people")}
    if behind or OF_THEM.search(text, max(0, part.start - 16), part.start):
        end = min(sentence(text, part).end, begins + TOLD)
        return content(text[begins:end]) - before
    if text[whole.end : part.start].endswith(": "):
        two = TWO_WORDS.match(text, begins)
        return content(two[0]) - before - general() if two else frozenset()
    return frozenset()


def _told_further_on(case: Case, whole: Brief, part: Brief, words: frozenset[str]) -> Iterator[Brief]:
    """The claims of later documents that give the number of all with the words for some, and not the number of those."""
    papers = case.known.papers
    own = case.document(whole.document).text
    others = content(own[part.span.start : sentence(own, part.span).end]) - words - general()
    for document in sorted(case.around(whole.document), key=lambda other: papers[other].order):
        if papers[document].order <= papers[whole.document].order:
            continue
        text = case.document(document).text
        for brief in case.known.claims.of(document):
            if brief.kind != "count" or brief.point != whole.point or brief.change:
                continue
            said = content(brief.span.of(text))
            if total(said & words) < SPEAKING or (part.shown or "") in sentence(text, brief.span).of(text):
                continue
            if said & others - content(own[whole.span.start : part.span.start]):
                continue  # it tells of the others as well
            if not _is_told(case, brief):
                yield brief


def _is_told(case: Case, brief: Brief) -> bool:
    """Whether a link says already that the number is told of others than before, or as surer than it was."""
    others = (other for other in case.figures[case.place(brief.id)].claims if other != brief.id)
    changed = any(
        CHANGED & set(link.drift) for other in others for link in case.links.between(other, brief.id)
    )
    text = case.document(brief.document).text
    return changed or phrases("established").search(text, brief.span.start, brief.span.end) is not None
