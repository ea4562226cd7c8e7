"""Figures that arithmetic holds together: currency brackets of one rate, a share and its count."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.ratios import shares_and_counts
from firsthand.links.findings.sums import sums
from firsthand.records import Claim, Finding

ROUNDED = Decimal("0.15")
"""How far two rates of exchange may lie apart when small amounts are rounded."""

AMOUNTS = 3
"""Different amounts from which it says something that their conversions agree."""

SHOWN = 6


def arithmetic_agrees(case: Case) -> Iterator[Finding]:
    """Say which figures fit together by arithmetic: conversions of one rate, shares with their counts, and sums."""
    yield from conversions(case)
    yield from shares_and_counts(case)
    yield from sums(case)


def conversions(case: Case) -> Iterator[Finding]:
    """Say which conversions of one currency into another fit together, and which contradict the others."""
    rates: dict[tuple[str, str], list[tuple[Decimal, str]]] = defaultdict(list)
    for brief in case.known.claims.values():
        if brief.kind == "money":
            claim = case.claim(brief.id)
            rate = _rate(claim)
            if rate is not None:
                rates[rate[0], rate[1]].append((rate[2], brief.id))
    told = {claim for link in case.linked("impossible") for claim in (link.earlier, link.later)}
    for pair, found in sorted(rates.items()):
        if len(found) < 2:
            continue
        found.sort(key=lambda each: each[1])
        middle = sorted(rate for rate, _ in found)[len(found) // 2]
        fitting = [claim for rate, claim in found if abs(rate - middle) <= ROUNDED * middle]
        left_out = told.union(fitting)
        off = [claim for _, claim in found if claim not in left_out]
        amounts = {case.brief(claim).point for claim in fitting}
        if len(amounts) >= AMOUNTS:
            says = f"{several(len(fitting), 'conversion').capitalize()} from {pair[0]} to {pair[1]} fit one rate of exchange after rounding."
            yield Finding("arithmetic agrees", says, 0.3, case.clauses(fitting[:SHOWN]))
        for other in off:
            says = f"A conversion from {pair[0]} to {pair[1]} contradicts the others beyond rounding."
            yield Finding("impossible", says, 0.8, case.clauses([other, *fitting[:2]]))


def _rate(claim: Claim) -> tuple[str, str, Decimal] | None:
    """Currency, the currency of the bracket, and how many of the first go into one of the second."""
    quantity = claim.quantity
    if quantity is None or quantity.converted is None or not quantity.unit or not quantity.converted.unit:
        return None
    amount = quantity.low if quantity.low is not None else quantity.high
    other = quantity.converted.low if quantity.converted.low is not None else quantity.converted.high
    if not amount or not other:
        return None
    return quantity.unit, quantity.converted.unit, amount / other
