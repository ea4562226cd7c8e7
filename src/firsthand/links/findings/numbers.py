"""One sum that stands for different things in different documents."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from firsthand.links.aspects import aspects
from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.shown import shown
from firsthand.links.terms import overlap
from firsthand.records import Finding

TELLING = 3.0
"""Distinction from which a sum of money is hardly the same by chance where the words agree as well: "$18 million"."""

UNMISTAKABLE = 4.0
"""Distinction from which fewer words must agree: "$105 million"."""

ON_TOPIC = (4.0, 6.0)
"""Rarity of the words that two claims on one number must share, an unmistakable one and another."""

OTHER = 0.4
"""Likeness of what two claims measure from which they measure the same."""

NAMED = 3.0
"""Rarity of the words by which two claims call their things both: "stimulus law", "economic stimulus bill" are one."""

CROWD = 12
"""Claims with one number beyond which it is a common one."""

SHOWN = 4


def same_number(case: Case) -> Iterator[Finding]:
    """Say where one telling sum of money is given for different things, so that one of them may be the other misread."""
    stated: dict[tuple[str, Decimal], list[str]] = defaultdict(list)
    for brief in case.known.claims.values():
        if (
            brief.point is not None
            and brief.distinction >= TELLING
            and brief.kind == "money"
            and not brief.change
        ):
            stated[brief.kind, brief.point].append(brief.id)
    for _, claims in sorted(stated.items()):
        claims.sort()
        if not 2 <= len(claims) <= CROWD or len({case.place(claim) for claim in claims}) < 2:
            continue
        pairs = [
            pair
            for pair in combinations(claims, 2)
            if case.place(pair[0]) != case.place(pair[1])
            and not any(case.links.between(*pair))
            and _confused(case, *pair)
        ]
        if pairs:
            among = {claim for pair in pairs for claim in pair}
            first = list(
                {
                    case.place(claim): claim
                    for claim in sorted(among, key=lambda claim: _order(case, claim), reverse=True)
                }.values()
            )[::-1]
            ordered = sorted(first, key=lambda claim: _order(case, claim))[:SHOWN]
            says = f"One number stands for {several(len(first), 'thing')}: {shown(case, ordered[0])} and {shown(case, ordered[1])}. One may be the other, read wrongly."
            yield Finding("same number", says, 0.56, case.clauses(ordered))


def _confused(case: Case, one: str, other: str) -> bool:
    """Whether two claims of different documents speak of the same matter in the same unit."""
    if case.brief(one).document == case.brief(other).document:
        return False
    a, b = case.claim(one), case.claim(other)
    if not a.quantity or not b.quantity or (a.quantity.unit or "") != (b.quantity.unit or ""):
        return False
    one_said, other_said = aspects(a), aspects(b)
    things = overlap(one_said.what | one_said.who, other_said.what | other_said.who)
    if things.likeness >= OTHER or things.shared >= NAMED:
        return False
    enough = ON_TOPIC[
        case.brief(one).distinction < UNMISTAKABLE or case.brief(other).distinction < UNMISTAKABLE
    ]
    return overlap(one_said.topic, other_said.topic).shared >= enough


def _order(case: Case, claim: str) -> tuple[tuple[str, str], int, str]:
    brief = case.brief(claim)
    return case.known.papers[brief.document].order, brief.span.start, claim
