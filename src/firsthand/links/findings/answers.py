"""Shares of the answers to one question that are more than all together."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from firsthand.links.case import Case
from firsthand.links.counting import listed
from firsthand.links.looks import may_hold, phrases
from firsthand.links.sentences import paragraph, sentence
from firsthand.records import Finding, Passage, Span

SHARE = re.compile(r"(?<![\d.,])(\d{1,2}(?:\.\d+)?)(?:\s?%|\s?(?:per ?cent|pc)\b)", re.IGNORECASE)

OF_THOSE = re.compile(
    r"\b(?:of|among) (?:them|these|those|whom|which)\b|\b(?:up|down|rose|fell|from|against|compared|than|while in)\b"
)
"""Words by which a share is one of another share, or stands beside one of another time or place."""

ANSWERS, ROUNDED = 3, Decimal("2.5")
"""Shares from which a sentence lists all answers, and by how many percent they may miss the whole when each is rounded."""


def too_many_answers(case: Case) -> Iterator[Finding]:
    """Say where the shares of all answers to one question are more than a hundred per cent."""
    for document, briefs in case.known.claims.by_document():
        if not any(brief.kind == "share" for brief in briefs):
            continue
        text = case.document(document).text
        if not may_hold(text.casefold(), "undecided"):
            continue
        told: set[Span] = set()
        for match in phrases("undecided").finditer(text):
            where = sentence(text, Span(match.start(), match.end()))
            if where in told:
                continue
            told.add(where)
            answers = _answers(text, where)
            together = sum(map(Decimal, answers), Decimal(0))
            if together > 100 + ROUNDED:
                says = f"{listed(f'{answer} %' for answer in answers)} are {together:f} % together, although each is the share of another answer."
                yield Finding("shares", says, 0.64, case.evidence([Passage(document, where)]))


def _answers(text: str, where: Span) -> list[str]:
    """The shares that a sentence lists, the last of them that of those who answer nothing else; none where they are of something else."""
    found = list(SHARE.finditer(text, where.start, where.end))
    if len(found) < ANSWERS or "\t" in where.of(text):
        return []
    between = text[found[0].end() : where.end]
    last = text[found[-1].end() : where.end].split(";")[0]
    if not phrases("undecided").search(last) or OF_THOSE.search(between):
        return []
    if phrases("several_answers").search(paragraph(text, where).of(text)):
        return []
    apart = [text[one.end() : other.start()] for one, other in pairwise(found)]
    return [match[1] for match in found] if all(re.search(r"[,;]|\band\b", part) for part in apart) else []
