"""Figures that arithmetic holds together: currency brackets of one rate, a share and its count."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.balances import balances
from firsthand.links.findings.ratios import shares_and_counts
from firsthand.links.findings.sums import shares_of_two_counts, sums
from firsthand.records import Claim, Finding

ROUNDED = Decimal("0.15")
"""How far two rates of exchange may lie apart when small amounts are rounded."""

AMOUNTS = 3
"""Different amounts from which it says something that their conversions agree."""

SHOWN = 6

SHARES = 3
"""Shares that fit their counts that are told, those first that most documents give."""


def arithmetic_agrees(case: Case) -> Iterator[Finding]:
    """Say which figures fit together by arithmetic: conversions of one rate, shares with their counts, and sums."""
    yield from conversions(case)
    yield from _most_told(case, [*shares_and_counts(case), *shares_of_two_counts(case)])
    yield from sums(case)
    yield from balances(case)


def _most_told(case: Case, fitting: list[tuple[str, Finding]]) -> Iterator[Finding]:
    """Of the shares that fit their counts those that several documents give or that are told in words, or else the first.

    How many more there are is said.
    """
    telling = {case.brief(share).point for share, _ in fitting}
    documents: dict[Decimal | None, set[str]] = defaultdict(set)
    for brief in case.known.claims.values() if telling else ():
        if brief.kind == "share" and brief.point in telling:
            documents[brief.point].add(brief.document)
    first: dict[str, tuple[int, Finding]] = {}
    for share, finding in fitting:
        first.setdefault(share, (len(documents[case.brief(share).point]), finding))
    ordered = sorted(first.items(), key=lambda each: (-each[1][0], case.brief(each[0]).span, each[0]))
    told = [found for share, (spread, found) in ordered if spread > 1 or _is_in_words(case, share)][:SHARES]
    told = told or [finding for _, (_, finding) in ordered[:1]]
    more = len(ordered) - len(told)
    for place, finding in enumerate(once(told)):
        further = (
            f" So {'does' if more == 1 else 'do'} {several(more, 'further share')}."
            if more and not place
            else ""
        )
        yield replace(finding, says=finding.says + further)


def once(told: Iterable[Finding]) -> list[Finding]:
    """Return findings without those that make of the same two numbers what another one makes."""
    return list(
        {finding.says.partition(", which")[0].casefold(): finding for finding in reversed([*told])}.values()
    )[::-1]


def _is_in_words(case: Case, share: str) -> bool:
    """Whether a share is told as a part, as "one in four", beside whose counts it may have been made."""
    return re.search(r"\d", case.brief(share).shown or "") is None


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
