"""Figures that arithmetic holds together: currency brackets of one rate, a share and its count."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.aspects import aspects
from firsthand.links.briefs import Brief
from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.terms import overlap
from firsthand.records import Claim, Finding

ROUNDED = Decimal("0.15")
"""How far two rates of exchange may lie apart when small amounts are rounded."""

CLOSE = Decimal("0.05")
"""How far a share in words ("one in ten") may lie from the exact ratio, as a part of it."""

AMOUNTS = 3
"""Different amounts from which it says something that their conversions agree."""

ENOUGH = 3.0
"""Rarity of the words that a share and a count must have in common."""

SAME = 0.6
"""Part of the rarer words of a share that a count in another document must have."""

BESIDE = 160
"""Characters behind a count within which a share to the same percent is meant to be its ratio."""

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
        amounts = {case.brief(claim).point for claim in fitting}
        if len(amounts) >= AMOUNTS:
            says = f"{several(len(fitting), 'conversion').capitalize()} from {pair[0]} to {pair[1]} fit one rate of exchange after rounding."
            yield Finding("arithmetic agrees", says, 0.3, case.clauses(fitting[:SHOWN]))
        for other in off:
            says = f"A conversion from {pair[0]} to {pair[1]} contradicts the others beyond rounding."
            yield Finding("impossible", says, 0.8, case.clauses([other, *fitting[:2]]))


def shares_and_counts(case: Case) -> Iterator[Finding]:
    """Say where a count, its whole and a share of the same people fit together: 2,150 of 8,600 is one in four."""
    by_percent: dict[int, list[Brief]] = defaultdict(list)
    for brief in sorted(case.known.claims.values(), key=lambda brief: brief.id):
        if brief.kind == "share" and brief.point is not None and not brief.change:
            by_percent[int(100 * brief.point)].append(brief)
    parted = sorted(
        (brief for brief in case.known.claims.values() if brief.parted and brief.point),
        key=lambda brief: brief.id,
    )
    told: set[tuple[Decimal, str]] = set()
    for part in parted:
        whole = _whole(case, part)
        if whole is None or whole.point is None or part.point is None:
            continue
        ratio = part.point / whole.point
        near = [share for percent in _percents(ratio) for share in by_percent[percent]]
        fitting = [share for share in near if _fits(ratio, share) and _same_people(case, share, part, whole)]
        fitting.sort(
            key=lambda share: (
                share.document != part.document,
                abs(share.span.start - part.span.start),
                share.id,
            )
        )
        if fitting and (ratio, fitting[0].id) not in told:
            told.add((ratio, fitting[0].id))
            first = {share.document: share for share in reversed(fitting)}
            others = f" ({several(len(first), 'document')})" if len(first) > 1 else ""
            says = f"{part.shown} of {whole.shown} is {100 * ratio:.1f} %, which fits {fitting[0].shown}{others}."
            shares = sorted(first.values(), key=lambda share: (share.id != fitting[0].id, share.id))[
                : SHOWN - 2
            ]
            yield Finding(
                "arithmetic agrees",
                says,
                0.35,
                case.clauses([*(share.id for share in shares), part.id, whole.id]),
            )


def _percents(ratio: Decimal) -> range:
    """The whole percents at which a share that fits a ratio may be found."""
    reach = int(100 * max(Decimal("0.005"), CLOSE * ratio)) + 1
    return range(int(100 * ratio) - reach, int(100 * ratio) + reach + 1)


def _whole(case: Case, part: Brief) -> Brief | None:
    """The count that stands in the words for a part's people or whole: the 8,600 in "2,150 of the 8,600 workers"."""
    claim = case.claim(part.id)
    words = f"{claim.whole or ''} {claim.population or ''}"
    for other in case.sheet(part.document).claims:
        whole = case.brief(other.id)
        if (
            (
                whole.kind == "count"
                and whole.point
                and whole.shown
                and whole.span.meets(part.span)
                and part.point
            )
            and part.point < whole.point
            and re.search(rf"(?<![\d.,]){re.escape(whole.shown)}(?![\d,])", words)
        ):
            return whole
    return None


def _fits(ratio: Decimal, share: Brief) -> bool:
    named = share.point or Decimal(0)
    return bool(named) and abs(named - ratio) <= max(Decimal("0.005"), min(CLOSE * named, Decimal("0.02")))


def _same_people(case: Case, share: Brief, part: Brief, whole: Brief) -> bool:
    """Whether the share is of the same people as the count, or is given beside it to the same percent."""
    said = aspects(case.claim(share.id))
    counted = aspects(case.claim(part.id))
    of_all = counted.who | counted.what | counted.whole | aspects(case.claim(whole.id)).who
    shared = overlap(said.who | said.what, of_all)
    if share.document != part.document:
        return shared.shared >= 2 * ENOUGH and shared.containment >= SAME and share.distinction >= 1
    if shared.shared >= ENOUGH:
        return True
    ratio = (part.point or Decimal(0)) / (whole.point or Decimal(1))
    beside = 0 <= share.span.start - part.span.end <= BESIDE
    return (
        beside
        and share.distinction >= 1
        and round(ratio, 2) == share.point
        and bool(shared.shared or said.who & of_all)
    )


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
