"""Counts, their wholes and shares that arithmetic holds together: 2,150 of 8,600 is one in four."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from operator import itemgetter

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.shelf import Brief
from firsthand.links.terms import overlap, tenths
from firsthand.records import Finding

CLOSE = Decimal("0.05")
"""How far a share in words ("one in ten") may lie from the exact ratio, as a part of it."""

ENOUGH = 3.0
"""Rarity of the words that a share and a count must have in common."""

SAME = 0.6
"""Part of the rarer words of a share that a count in another document must have."""

BESIDE = 160
"""Characters behind a count within which a share to the same percent is meant to be its ratio."""

NEAR = 400
"""Characters between a share of a numbered whole and the count that it makes."""

LEAST = 10
"""Number of a whole from which a share of it says something."""

SHOWN = 4

OF_ALL = re.compile(
    r"\b(?:of|out of|among)\s+(?:the |all |all the |its |their |[\w ]{1,24}['’]s )?\Z", re.IGNORECASE
)
"""Words at the end of a text behind which the number of all stands."""


def shares_and_counts(case: Case) -> Iterator[tuple[str, Finding]]:
    """Yield shares that fit a count and its whole, in one document or in several, each with the finding that says so."""
    claims = case.known.claims
    by_percent: dict[int, dict[Decimal, list[tuple[int, array[int]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    parted, words = [], dict[str, int]()
    for brief in claims.values():
        if brief.kind == "share" and brief.point is not None and not brief.change:
            said = case.aspects(brief.id) if brief.distinction >= 1 else None
            spoken = (words.setdefault(word, len(words)) for word in (said.who | said.what if said else ()))
            by_percent[int(100 * brief.point)][brief.point].append(
                (claims.number(brief.id), array("I", spoken))
            )
        if brief.parted and brief.point:
            parted.append((brief.kind == "share", brief.id))
    says = [tenths(word) for word in words]
    told: set[tuple[Decimal, str]] = set()
    for _, claim in sorted(parted, key=itemgetter(0)):
        part = case.brief(claim)
        whole = _whole(case, part)
        if whole is None or not whole.point or part.point is None or whole.point < LEAST:
            continue
        if part.kind == "share":
            if not any(share == part.id for _, share in told):
                yield from _made_of(case, part, whole)
            continue
        ratio = part.point / whole.point
        counted = {words[word] for word in _counted(case, part, whole) if word in words}
        near = (each for percent in _percents(ratio) for each in by_percent.get(percent, {}).items())
        shares = [
            case.brief(claims.ids[number])
            for share, those in near
            if _fits(ratio, share)
            for number, spoken in those
            if claims.document(number) == part.document
            or sum(says[word] for word in spoken if word in counted) >= 20 * ENOUGH
        ]
        fitting = [share for share in shares if _same_people(case, share, part, whole)]
        if fitting:
            first = min(fitting, key=lambda share: _farness(share, part))
            if (ratio, first.id) not in told:
                told.add((ratio, first.id))
                yield (
                    first.id,
                    _finding(case, part, whole, sorted(fitting, key=lambda share: _farness(share, part))),
                )


def _finding(case: Case, part: Brief, whole: Brief, fitting: list[Brief]) -> Finding:
    ratio = (part.point or Decimal(0)) / (whole.point or Decimal(1))
    first = {share.document: share for share in reversed(fitting)}
    others = f" ({several(len(first), 'document')})" if len(first) > 1 else ""
    says = f"{part.shown} of {whole.shown} is {100 * ratio:.1f} %, which fits {fitting[0].shown}{others}."
    shares = sorted(first.values(), key=lambda share: _farness(share, part))[:SHOWN]
    return Finding(
        "arithmetic agrees", says, 0.35, case.clauses([*(share.id for share in shares), part.id, whole.id])
    )


def _farness(share: Brief, part: Brief) -> tuple[bool, int, str]:
    return share.document != part.document, abs(share.span.start - part.span.start), share.id


def _made_of(case: Case, share: Brief, whole: Brief) -> Iterator[tuple[str, Finding]]:
    """The count beside a share of a numbered whole that the share makes: 92 % of 10,000 is 9,200."""
    made = (share.point or Decimal(0)) * (whole.point or Decimal(0))
    for claim in case.claims_in(share.document):
        count = case.brief(claim)
        if count.kind != "count" or not count.point or count.id == whole.id or count.change:
            continue
        if (
            abs(count.span.start - share.span.start) <= NEAR
            and abs(count.point - made) <= Decimal("0.01") * made
            and count.distinction >= 1
        ):
            says = f"{share.shown} of {whole.shown} is {made:,.0f}, which fits {count.shown}."
            evidence = case.clauses([count.id, share.id, whole.id])
            yield share.id, Finding("arithmetic agrees", says, 0.35, evidence)
            return


def _percents(ratio: Decimal) -> range:
    """The whole percents at which a share that fits a ratio may be found."""
    reach = int(100 * max(Decimal("0.005"), CLOSE * ratio)) + 1
    return range(int(100 * ratio) - reach, int(100 * ratio) + reach + 1)


def _whole(case: Case, part: Brief) -> Brief | None:
    """The count that stands in the words for a part's people or whole: the 8,600 in "2,150 of the 8,600 workers"."""
    claim = case.claim(part.id)
    of_all = f"of {claim.whole or ''} of {claim.population or ''} | {claim.text}"
    for other in case.claims_in(part.document):
        whole = case.brief(other)
        if whole.kind != "count" or not whole.point or not whole.shown or not whole.span.meets(part.span):
            continue
        larger = part.kind == "share" or (part.point is not None and part.point < whole.point)
        if larger and whole.shown in of_all and _is_told_of(of_all, whole.shown):
            return whole
    return None


def _is_told_of(text: str, number: str) -> bool:
    """Whether words for all of whom something is said stand right before a number, and no digit behind it."""
    at = text.find(number)
    while at >= 0:
        behind = text[at + len(number) : at + len(number) + 1]
        if not behind.isdecimal() and behind != "," and OF_ALL.search(text, 0, at):
            return True
        at = text.find(number, at + 1)
    return False


def _fits(ratio: Decimal, named: Decimal) -> bool:
    """Whether a share may be said of a ratio."""
    return bool(named) and abs(named - ratio) <= max(Decimal("0.005"), min(CLOSE * named, Decimal("0.02")))


def _counted(case: Case, part: Brief, whole: Brief) -> frozenset[str]:
    """What is said of the people of a count and of the whole of whom they are some."""
    found = case.aspects(part.id)
    return found.who | found.what | found.whole | case.aspects(whole.id).who


def _same_people(case: Case, share: Brief, part: Brief, whole: Brief) -> bool:
    """Whether the share is of the same people as the count, or is given beside it to the same percent."""
    said, of_all = case.aspects(share.id), _counted(case, part, whole)
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
