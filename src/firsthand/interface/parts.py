"""What several lines share: places, numbers, claims and problems as JSON."""

from decimal import Decimal
from typing import Any

from firsthand.records import Claim, Problem, Span

Json = dict[str, Any]


def number(value: Decimal | None) -> str | None:
    """Return a number as a plain decimal string, None for an open end.

    >>> number(Decimal("1.05E+8"))
    '105000000'
    """
    if value is None:
        return None
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def at(span: Span, text: str) -> Json:
    """Return a place in a text with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def claim_parts(claim: Claim) -> Json:
    """Return a claim without its document and number."""
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "measure": claim.measure,
        "population": claim.population,
        "whole": claim.whole,
        "place": claim.place,
        "period": claim.period,
        "chain": [{"name": step.name, "role": step.role} for step in claim.chain],
        "first_hand": claim.first_hand,
        "basis": claim.basis,
        "because": claim.because,
        "citations": list(claim.citations),
        "reviewed": _reviewed(claim),
    }


def _reviewed(claim: Claim) -> Json | None:
    """What reviewers said of a claim; ``value`` is the number that holds by their word, None where it is the extracted one."""
    if claim.reviewed is None:
        return None
    quantity, corrected = claim.quantity, claim.reviewed.corrected
    return {
        "standing": claim.reviewed.standing,
        "corrected": list(corrected),
        "value": {
            "low": number(quantity.low),
            "high": number(quantity.high),
            "hedge": quantity.hedge,
            "unit": quantity.unit,
        }
        if quantity and "value" in corrected
        else None,
    }


def problem_parts(problem: Problem) -> Json:
    """Return what was doubtful, and where."""
    return {"where": problem.where, "says": problem.says}
