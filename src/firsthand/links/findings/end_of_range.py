"""An end of a range that is told as the number: "between 9,000 and 11,500 women", "11,500 women"."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.shown import shown
from firsthand.links.looks import phrases
from firsthand.links.repeating import WITNESS
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.records import Finding

TELLING = 2.0
"""Distinction of an end that two texts of one matter hardly name by chance."""

MANY, VERY_MANY = 1_000, 1_000_000
"""Number of people or things from which it is one too, and from which it may be a sum whose currency is not said again: "310 million"."""

ROUND = 10_000
"""Number of people or things with one digit that is one: 20,000."""

WEIGHT = 0.7

Range = tuple[str, Decimal, Decimal]
"""What is counted or measured, and from where to where."""


def end_told_as_number(case: Case) -> Iterator[Finding]:
    """Say which ranges are told further on by one of their ends alone."""
    ranges: dict[Range, list[Brief]] = defaultdict(list)
    for brief in case.known.claims.values():
        if (found := _range(brief)) is not None:
            ranges[found].append(brief)
    for given, briefs in sorted(ranges.items()):
        first = min(
            briefs,
            key=lambda brief: (case.known.papers[brief.document].order, not case.own(brief.id), brief.id),
        )
        ends = list(_told(case, given, first))
        known = {each.point for each in ends if any(case.are_joined(brief.id, each.id) for brief in briefs)}
        told = [each for each in ends if each.point not in known]
        if told:
            documents = several(len({brief.document for brief in told}), "document")
            says = f"An end of a range is told as the number in {documents}: {shown(case, first.id)} became {shown(case, told[0].id)}."
            yield Finding("drift", says, WEIGHT, case.clauses((first.id, *(each.id for each in told))))


def _range(brief: Brief) -> Range | None:
    """The range that a claim gives, None where it gives none or one of a rise."""
    low, high = brief.value or (None, None)
    if low is None or high is None or low == high or brief.point is not None or brief.change:
        return None
    return brief.kind, low, high


def _told(case: Case, given: Range, first: Brief) -> Iterator[Brief]:
    """The numbers of later documents of the matter that are an end of a range, which these do not tell whole."""
    papers = case.known.papers
    for document in sorted(case.around(first.document), key=lambda other: papers[other].order):
        others = case.known.claims.of(document)
        if papers[document].order > papers[first.document].order and given not in map(_range, others):
            yield from (other for other in others if _is_end(case, given, first, other))


def _is_end(case: Case, given: Range, first: Brief, other: Brief) -> bool:
    """Whether a number is an end of a range, of the same kind, and seldom the same by chance."""
    kind, *ends = given
    if other.point is None or other.point not in ends or other.change or other.told or other.witness:
        return False
    if case.producer(other.id) == WITNESS:
        return False  # what happened to one person
    if kind == "money" and other.kind == "count":
        return other.point >= VERY_MANY
    unit = case.unit(first.id)
    if other.kind not in ({kind, "rate"} if unit else {kind}) or case.unit(other.id) != unit:
        return False  # "between 14 and 17 hours", "17 hours a day"
    text = case.document(other.document).text
    if phrases("named as an end").search(sentence(text, other.span).of(text)):
        return False
    known = other.distinction - (kind == "money")
    return other.point >= (MANY if known >= TELLING else ROUND) if kind == "count" else known >= TELLING
