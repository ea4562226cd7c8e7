"""Figures that arithmetic holds together: currency brackets of one rate, a share and its count."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.terms import content, overlap
from firsthand.links.values import point
from firsthand.records import Claim, Finding

ROUNDED = Decimal("0.15")
"""How far two rates of exchange may lie apart when small amounts are rounded."""

CLOSE = Decimal("0.05")
"""How far a share in words ("one in ten") may lie from the exact ratio, as a part of it."""

ENOUGH = 3.0
"""Rarity of the words that a share and a count must have in common."""

SHOWN = 6


def arithmetic_agrees(case: Case) -> Iterator[Finding]:
    """Say which figures fit together by arithmetic: conversions of one rate, and shares with their counts."""
    yield from conversions(case)
    yield from shares_and_counts(case)


def conversions(case: Case) -> Iterator[Finding]:
    """Say which conversions of one currency into another fit together, and which contradict the others."""
    rates: dict[tuple[str, str], list[tuple[Decimal, str]]] = defaultdict(list)
    for brief in sorted(case.known.claims.values(), key=lambda brief: brief.id):
        if brief.kind == "money":
            claim = case.claim(brief.id)
            rate = _rate(claim)
            if rate is not None:
                rates[rate[0], rate[1]].append((rate[2], brief.id))
    told = {claim for link in case.linked("impossible") for claim in (link.earlier, link.later)}
    for pair, found in sorted(rates.items()):
        if len(found) < 2:
            continue
        middle = sorted(rate for rate, _ in found)[len(found) // 2]
        fitting = [claim for rate, claim in found if abs(rate - middle) <= ROUNDED * middle]
        left_out = told.union(fitting)
        off = [claim for _, claim in found if claim not in left_out]
        if len(fitting) >= 2:
            says = f"{several(len(fitting), 'conversion').capitalize()} from {pair[0]} to {pair[1]} fit one rate of exchange after rounding."
            yield Finding("arithmetic agrees", says, 0.3, case.clauses(fitting[:SHOWN]))
        for other in off:
            says = f"A conversion from {pair[0]} to {pair[1]} contradicts the others beyond rounding."
            yield Finding("impossible", says, 0.8, case.clauses([other, *fitting[:2]]))


def shares_and_counts(case: Case) -> Iterator[Finding]:
    """Say where a count, its whole and a share of the same people fit together: 2,150 of 8,600 is one in four."""
    for document in sorted(case.known.papers):
        claims = [claim for claim in case.sheet(document).claims if claim.quantity is not None]
        shares = [claim for claim in claims if claim.quantity and claim.quantity.kind == "share"]
        for part, whole in _parts(claims):
            ratio = _named(part) / _named(whole)
            fitting = [share for share in shares if _fits(ratio, share) and _same_people(share, part, whole)]
            if fitting:
                says = f"{part.quantity_text} of {whole.quantity_text} is {100 * ratio:.1f} %, which fits {fitting[0].quantity_text}."
                yield Finding(
                    "arithmetic agrees", says, 0.35, case.clauses([fitting[0].id, part.id, whole.id])
                )


def _parts(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """A count and the count of its whole, where the words of the whole hold the other number."""
    counts = [
        claim for claim in claims if claim.quantity and claim.quantity.kind == "count" and _named(claim)
    ]
    for part in (claim for claim in counts if claim.whole):
        for whole in counts:
            if (
                part.whole
                and whole.quantity_text
                and whole.quantity_text in part.whole
                and _named(part) < _named(whole)
            ):
                yield part, whole


def _named(claim: Claim) -> Decimal:
    found = point(claim.quantity) if claim.quantity else None
    return found if found is not None else Decimal(0)


def _fits(ratio: Decimal, share: Claim) -> bool:
    return bool(_named(share)) and abs(_named(share) - ratio) <= max(Decimal("0.005"), CLOSE * _named(share))


def _same_people(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether the share is of the same people as the count."""
    people = content(share.whole or share.population or "") | content(share.measure)
    counted = content(f"{part.whole} {part.population} {part.measure} {whole.population}")
    return overlap(people, counted).shared >= ENOUGH


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
