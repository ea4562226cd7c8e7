"""Shares and ratios that a text gives for two counts and that the counts do not make: "217 of the 318. Put differently, 85%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from firsthand.links.aspects import aspects
from firsthand.links.case import Case
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.ratios import NUMBER, as_share
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import form
from firsthand.links.values import point
from firsthand.records import Finding

BESIDE = 260
"""Characters between a count of a whole and the share that is said to be the same."""

BACK = 6
"""Claims before and behind such a share among which the count is looked for."""

BEHIND = re.compile(
    r"(?:[(,–—-]\s*(?:or|that is|that is to say|i\.e\.|which is|which makes|making|equal to|equivalent to|amounting to|representing)|\b(?:a|the) (?:rate|share|proportion|ratio|percentage) of|\()"
    r"(?:\s+(?:about|some|around|roughly|nearly|almost|over|more than|just|only|a full|fully|no less than))*\s*$"
)
"""Words right before a share that say that it is what stands before, told in another way."""

AGAIN = re.compile(
    r"[.;:!]\s+[“\"]?(?:put (?:differently|another way|otherwise)|in other words|that is|that makes|that means|this is|this means|this makes|which is|or)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""The first words of a sentence that says again what the one before says."""

ANOTHER = re.compile(
    r"%|\b(?:of|among) (?:them|these|those|whom|which)\b|\b(?:rose|fell|up|down|more|fewer|less|increase|decrease)\b"
)
"""Words by which a share is one of something else, or a change, and another share."""

SURE = re.compile(r"\s*(?:-|CI\b|confiden|credib|likel|sure|uncertain)", re.IGNORECASE)
"""What stands behind a share that tells how sure a number is."""

POINTS, PART = Decimal("0.015"), Decimal("0.12")
"""By how much a share in figures misses what two counts make beyond all rounding, and, as a part of it, one in words."""

ONE_FOR = re.compile(
    r"\b(?:one|a|an|1) (?P<one>[a-z][\w’'-]+(?: [a-z][\w’'-]+)?) (?:for|per|to) (?:every |each )?(?P<many>\d[\d,]*) (?P<of>[a-z][\w’'-]+)"
)
"""So many of one kind for one of another: "one doctor for every 200 prisoners"."""

ONE_FOR_SO_MANY = re.compile(
    r"\b(?:one|a|an|1) (?:[a-z][\w’'-]+ ){0,3}?(?:for|per|to) (?:every |each )?(?P<many>\d[\d,]*)"
)
"""The same where it is not said of what there are so many: "one for every 128"."""

LEAST_MANY = 3
"""How many there are for one, from which two counts beside a ratio are meant by it."""

BEFORE, AWAY = 300, Decimal("1.25")
"""Characters before such a ratio within which the ones are counted, and how many times the others it may miss."""


FROM_TO = re.compile(
    r"\bfrom (?:some |about |around )?(?P<old>\d[\d,]*(?:\.\d+)?)(?: [a-z]+){0,4}? to (?:some |about |around )?(?P<new>\d[\d,]*(?:\.\d+)?)(?: [a-z]+){0,4}?"
    r",? (?:\(?or |that is,? |\()?(?:up |down )?(?:by )?(?:an? (?:increase|rise|jump|gain|fall|drop|decline|decrease|cut) of )?(?:some |about |around |nearly )?\(?$"
)
"""Words before a share by which something rose or fell from one number to another: "from 310 to 480 a litre, or by"."""

RISE = 110
"""Characters before such a share in which both numbers stand."""


def misstated(case: Case) -> Iterator[Finding]:
    """Say which shares, rises and ratios stand for two numbers that do not make them."""
    for document, briefs in case.known.claims.by_document():
        ordered = sorted(briefs, key=lambda brief: (brief.span, brief.id))
        yield from _shares(case, document, ordered)
        yield from _rises(case, document, ordered)
    yield from _ratios(case)


def _rises(case: Case, document: str, briefs: Sequence[Brief]) -> Iterator[Finding]:
    """A share by which something is said to have risen or fallen from one number to another, which these do not make."""
    text = case.document(document).text
    for place, share in enumerate(briefs):
        if share.kind != "share" or not share.point or not share.shown or not share.firm:
            continue
        where = where_shown(text, share)
        match = FROM_TO.search(text, max(0, where.start - RISE), where.start) if where else None
        if match is None:
            continue
        old, new = (Decimal(match[each].replace(",", "")) for each in ("old", "new"))
        made = abs(new - old) / old if old else share.point
        if abs(made - share.point) <= POINTS:
            continue
        ends = [
            brief.id
            for brief in briefs[max(0, place - BACK) : place + BACK]
            if brief.point in (old, new)
            and (there := where_shown(text, brief))
            and match.start() <= there.start < match.end()
        ]
        says = f"From {match['old']} to {match['new']} is {100 * made:.0f} %, and not {share.shown}, as the text says."
        yield Finding("impossible", says, 0.82, case.clauses((*ends, share.id)))


def _shares(case: Case, document: str, briefs: Sequence[Brief]) -> Iterator[Finding]:
    text = case.document(document).text
    for place, share in enumerate(briefs):
        if share.kind != "share" or not share.point or not share.shown or share.change or share.point >= 1:
            continue
        at = text.find(share.shown, share.span.start, share.span.end)
        before = text[max(0, at - BESIDE) : max(0, at)]
        behind = at + len(share.shown)
        if not (BEHIND.search(before) or AGAIN.search(before)) or SURE.match(text, behind):
            continue
        for part in reversed(briefs[max(0, place - BACK) : place + BACK]):
            if (
                part.kind != "count"
                or not 0 <= at - part.span.start <= 2 * BESIDE
                or not _is_restated(case, part, at)
            ):
                continue
            claim = case.claim(part.id)
            ratio = as_share(claim)
            made = point(ratio) if ratio is not None else None
            if made is None or made >= 1:
                continue
            if _misses(made, share) and not any(case.links.between(part.id, share.id)):
                of = NUMBER.search(claim.whole or "")
                says = f"{part.shown} of {of[0] if of else 'them'} is {100 * made:.0f} %, and not {share.shown}, as the text says."
                yield Finding("impossible", says, 0.82, case.clauses((part.id, share.id)))
            break


def _is_restated(case: Case, part: Brief, at: int) -> bool:
    """Whether the words between a count and a share say that one is the other."""
    quantity = case.claim(part.id).quantity
    if quantity is None or not 0 < at - quantity.span.end <= BESIDE:
        return False
    between = case.document(part.document).text[quantity.span.end : at]
    told = re.split(r"(?<=\w)[.;:!]\s", between)
    if len(told) > 2 or ANOTHER.search(told[-1]):
        return False
    return AGAIN.search(between) is not None if len(told) == 2 else BEHIND.search(between) is not None


def _misses(made: Decimal, share: Brief) -> bool:
    """Whether a share is not what two counts make, however it is rounded."""
    named = share.point or Decimal(0)
    if share.value and None in share.value:  # "more than half"
        low, high = share.value
        return bool(low is not None and made < low - POINTS) or bool(
            high is not None and made > high + POINTS
        )
    in_words = not re.search(r"\d", share.shown or "")
    return abs(made - named) > (PART * max(made, named) if in_words or not share.firm else POINTS)


def _ratios(case: Case) -> Iterator[Finding]:
    """One of these for so many of those, where there are so many of these and another number of those."""
    for brief in case.known.claims.values():
        if brief.kind != "ratio":
            continue
        match = ONE_FOR.search(brief.shown or "")
        if match is None:
            yield from _beside_both(case, brief)
            continue
        ones = _counted_before(case, brief, match["one"])
        if ones is None or not ones.point:
            continue
        many = Decimal(match["many"].replace(",", ""))
        wholes = _all_of(case, brief, form(match["of"].casefold()))
        rates = [_rate(ones, whole) for whole in wholes]
        if not rates or any(many / AWAY <= rate <= many * AWAY for rate in rates):
            continue
        whole = max(wholes, key=lambda whole: (whole.point or 0, case.own(whole.id), whole.id))
        yield _not_for_so_many(case, ones, whole, brief)


def _beside_both(case: Case, ratio: Brief) -> Iterator[Finding]:
    """One for so many, in a sentence that counts first the ones and the many: "18 of them and 2,300 factories: one for every 182"."""
    match = ONE_FOR_SO_MANY.fullmatch(ratio.shown or "")
    if match is None:
        return
    where = sentence(case.document(ratio.document).text, ratio.span)
    counted = [
        brief
        for brief in sorted(case.known.claims.of(ratio.document), key=lambda brief: _at(case, brief))
        if brief.kind == "count"
        and brief.firm
        and brief.point
        and where.start <= _at(case, brief) < _at(case, ratio)
    ]
    if len(counted) != 2:
        return
    ones, whole = sorted(counted, key=lambda brief: (brief.point or 0, brief.id))
    many, rate = Decimal(match["many"].replace(",", "")), _rate(ones, whole)
    if rate >= LEAST_MANY and not many / AWAY <= rate <= many * AWAY:
        yield _not_for_so_many(case, ones, whole, ratio)


def _rate(ones: Brief, whole: Brief) -> Decimal:
    """How many of all there are for one."""
    return (whole.point or Decimal(0)) / (ones.point or Decimal(1))


def _not_for_so_many(case: Case, ones: Brief, whole: Brief, ratio: Brief) -> Finding:
    """What is said of a ratio that two counts do not make."""
    says = f"{shown(case, ones.id)} for {shown(case, whole.id)} are one for about {_rate(ones, whole):.0f}, and not {ratio.shown}."
    return Finding("impossible", says, 0.8, case.clauses((ones.id, ratio.id, whole.id)))


def _at(case: Case, brief: Brief) -> int:
    """Where the number of a claim stands."""
    quantity = case.claim(brief.id).quantity
    return quantity.span.start if quantity else brief.span.start


def _counted_before(case: Case, ratio: Brief, noun: str) -> Brief | None:
    """The last count of some before the ratio in which they stand."""
    wanted = form(noun.split()[-1].casefold())
    near = [
        brief
        for brief in case.known.claims.of(ratio.document)
        if brief.kind == "count"
        and brief.firm
        and brief.point
        and 0 < ratio.span.start - brief.span.start <= BEFORE
        and wanted in case.aspects(brief.id).who
    ]
    return max(near, key=lambda brief: (brief.span, brief.id), default=None)


def _all_of(case: Case, ratio: Brief, noun: str) -> list[Brief]:
    """The counts of all of some kind, in the same document or, where it has none, in those that tell of the same."""
    found = [
        brief
        for document in (ratio.document, *sorted(case.around(ratio.document)))
        for brief in case.known.claims.of(document)
        if brief.kind == "count"
        and brief.firm
        and (brief.point or 0) > 1
        and not brief.change
        and _counts_all(case, brief, noun)
    ]
    return [brief for brief in found if brief.document == ratio.document] or found


def _counts_all(case: Case, brief: Brief, noun: str) -> bool:
    """Whether a claim only says how many of a kind there are."""
    claim = case.claim(brief.id)
    if (
        claim.whole
        or "\t" in claim.text
        or (claim.quantity and claim.quantity.counted is None and not claim.population)
    ):
        return False
    said = aspects(claim)
    return said.who <= {noun, form("country")} and noun in said.who and said.what <= {"count"}
