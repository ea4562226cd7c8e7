"""Rates per thousand that are told further on as so many per cent: "22 per 1,000 operations", "22 per cent of them"."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.shown import shown
from firsthand.links.shelf import Brief
from firsthand.links.terms import total
from firsthand.records import Finding

SHARED = 20
"""Rarity, in tenths, of the words that the two share."""

WEIGHT = 0.7


def told_as_per_cent(case: Case) -> Iterator[Finding]:
    """Say which rates per thousand, or of more, a document gives as per cent of the same."""
    rates: dict[Decimal, list[Brief]] = defaultdict(list)
    shares: list[Brief] = []
    for brief in case.known.claims.values():
        if brief.point and brief.kind == "share":
            shares.append(brief)
        elif brief.point and brief.kind == "rate" and _is_of_thousands(case, brief):
            rates[brief.point.normalize()].append(brief)
    told: dict[str, list[Brief]] = defaultdict(list)
    for share in shares if rates else ():
        for rate in rates.get((100 * (share.point or Decimal(0))).normalize(), ()):
            if _is_of_the_same(case, rate, share):
                told[rate.id].append(share)
    for rate_id, found in told.items():
        documents = len({share.document for share in found})
        says = f"A rate per thousand is told as per cent: {shown(case, rate_id)} became {shown(case, found[0].id)} in {several(documents, 'document')}."
        yield Finding("drift", says, WEIGHT, case.clauses((rate_id, *(share.id for share in found))))


def _is_of_thousands(case: Case, brief: Brief) -> bool:
    quantity = case.claim(brief.id).quantity
    per = quantity.per if quantity else None
    return bool(per) and str(per).startswith("1000")


def _is_of_the_same(case: Case, rate: Brief, share: Brief) -> bool:
    """Whether a share stands in a later document of the same matter and says the same of somebody."""
    if share.document not in case.around(rate.document):
        return False
    if case.known.papers[share.document].order <= case.known.papers[rate.document].order:
        return False
    return total(case.aspects(rate.id).topic & case.aspects(share.id).topic) >= SHARED
