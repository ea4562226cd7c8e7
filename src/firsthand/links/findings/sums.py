"""Numbers that stand near each other and make each other: parts their sum, two counts a share, a fine times those fined."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from firsthand.links.case import Case
from firsthand.links.counting import listed
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.records import Finding, Span

NEAR = 400
"""Characters within which numbers stand that make each other."""

LEAST, SEVERAL, MOST = 20, 3, 8
"""Number of a whole from which it is hardly made by chance, parts that make it, and parts that are gone through."""

PARTED = ("count", "money")
"""Kinds of numbers that are told with their parts."""

FAR, BESIDE = 800, 160
"""Characters behind a number within which two stand that make it, and between those two."""

WINDOW, PART = 16, 10
"""Numbers behind one that are looked at, and number of a part below which it makes a sum by chance."""

DISTANT, MUCH, TELLING = 2_500, 1_000, 3
"""Characters between what each got and what all got, number from which an amount may be one of an unknown currency, and digits
of a number and a sum that are hardly made by chance."""

AMOUNTS = frozenset({"money", "volume", "mass", "area"})
"""Kinds of what is handed out, of which each gets some."""

SHOWN = 2
"""Numbers of one document with their two parts that are told."""

EACH = re.compile(r"\b(?:each|apiece|per|average|every)\b", re.IGNORECASE)
"""Words by which an amount is that of one of many."""

WEIGHT = 0.35


def sums(case: Case) -> Iterator[Finding]:
    """Say where numbers of one document that stand near each other make each other."""
    multiplied: set[tuple[Decimal | None, ...]] = set()
    for document, briefs in case.known.claims.by_document():
        stated = [brief for brief in briefs if brief.point and brief.shown and not brief.change]
        ordered = sorted(stated, key=lambda brief: (brief.span.start, -(brief.point or 0), brief.id))
        counts = [brief for brief in ordered if brief.kind == "count"]
        if len(counts) > 1:
            yield from _parts(
                case,
                document,
                sorted(counts, key=lambda brief: (brief.span.end, -(brief.point or 0), brief.id)),
            )
        yield from _two_parts(case, document, ordered)
        for made in _each(case, document, ordered):
            numbers = tuple(brief.point for brief in made)
            if numbers not in multiplied:  # what one document makes of its numbers others may repeat
                multiplied.add(numbers)
                yield _multiplied(case, *made)


def shares_of_two_counts(case: Case) -> Iterator[tuple[str, Finding]]:
    """Yield shares that two counts before them make, each with the finding that says so."""
    for _, briefs in case.known.claims.by_document():
        stated = [brief for brief in briefs if brief.point and brief.shown and not brief.change]
        ordered = sorted(stated, key=lambda brief: (brief.span.start, -(brief.point or 0), brief.id))
        yield from _ratios(case, ordered, [brief for brief in ordered if brief.kind == "count"])


def _two_parts(case: Case, document: str, ordered: list[Brief]) -> Iterator[Finding]:
    """Numbers and, behind each, two that make it: "54 were on board. 25 survived, 29 died"; told once for a document."""
    text = case.document(document).text
    said = [brief for brief in ordered if brief.kind in PARTED and "\t" not in brief.span.of(text)]
    told: list[tuple[Brief, ...]] = []
    for place, whole in enumerate(said):
        if (whole.point or 0) < LEAST or not whole.firm:
            continue
        behind = [
            brief
            for brief in said[place + 1 : place + 1 + WINDOW]
            if brief.kind in (whole.kind, "count") and brief.span.start - whole.span.start < FAR
        ]
        for nth, (one, other) in enumerate(pairwise(behind[:MOST])):
            if not _are_parts(case, whole, one, other):
                continue
            together = sentence(text, one.span).meets(other.span)
            if together and sentence(text, whole.span).meets(other.span):
                continue  # in one sentence everybody sees it
            if nth == 0 or together:
                told.append((whole, one, other))
                break
    if told:
        shown = told[:SHOWN]
        numbers = listed(f"{one.shown} and {other.shown} are {whole.shown}" for whole, one, other in shown)
        says = f"{numbers} together, as the text says."
        evidence = case.clauses(brief.id for each in shown for brief in each)
        yield Finding("arithmetic agrees", says, WEIGHT, evidence)


def _are_parts(case: Case, whole: Brief, one: Brief, other: Brief) -> bool:
    """Whether two numbers that stand beside each other make another one, in the same money, and hardly by chance."""
    parts = one.point or Decimal(0), other.point or Decimal(0)
    if sum(parts) != whole.point or parts[0] == parts[1] or min(parts) < PART:
        return False
    units = {_unit(case, brief) for brief in (whole, one)} if whole.kind == "money" else {None}
    units |= (
        {_unit(case, other)} if other.kind == "money" else set()
    )  # "155 million euros are grants, 85 million loans"
    return other.span.start - one.span.start < BESIDE and len(units) == 1 and one.kind == whole.kind


def _unit(case: Case, brief: Brief) -> str | None:
    quantity = case.claim(brief.id).quantity
    return quantity.unit if quantity else None


def _parts(case: Case, document: str, counts: list[Brief]) -> Iterator[Finding]:
    """A count and, behind it in one sentence, three or more that make it: "of the 412, 388, 15 and nine".

    In the order of their ends: a clause on some of them may begin with all.
    """
    for place, whole in enumerate(counts):
        parts = [
            brief
            for brief in counts[place + 1 : place + 1 + MOST]
            if brief.span.start - whole.span.start < NEAR
        ]
        made = list(accumulate(part.point or Decimal(0) for part in parts))
        if (whole.point or 0) < LEAST or whole.point not in made[SEVERAL - 1 :]:
            continue
        parts = parts[: made.index(whole.point or Decimal(0)) + 1]
        text = case.document(document).text
        told = sentence(text, whole.span)
        if told.holds(Span(parts[-1].span.start, parts[-1].span.start + 1)) and "\t" not in whole.span.of(
            text
        ):
            yield _made(case, whole, parts)


def _made(case: Case, whole: Brief, parts: Sequence[Brief]) -> Finding:
    says = f"{listed(str(part.shown) for part in parts)} are {whole.point:,f} together, which is the number that the text gives for all."
    return Finding("arithmetic agrees", says, WEIGHT, case.clauses([whole.id, *(part.id for part in parts)]))


def _multiplied(case: Case, counted: Brief, one: Brief, total: Brief) -> Finding:
    says = f"{counted.shown} times {one.shown} are {total.shown}, as the text says."
    return Finding("arithmetic agrees", says, WEIGHT, case.clauses([counted.id, one.id, total.id]))


def _each(case: Case, document: str, ordered: list[Brief]) -> Iterator[tuple[Brief, Brief, Brief]]:
    """A number of people, what each of them paid or got, and what that makes: "47 owners, 30,000 each, or 1.41 million"."""
    amounts = [brief for brief in ordered if brief.kind in AMOUNTS or (brief.point or 0) >= MUCH]
    many = [brief for brief in ordered if brief.kind == "count" and (brief.point or 0) > 1]
    if len(amounts) < 2 or not many:
        return
    text = case.document(document).text
    for one in amounts:
        if not EACH.search(sentence(text, one.span).of(text)):
            continue
        near = [brief for brief in amounts if abs(brief.span.start - one.span.start) < DISTANT]
        close = [brief for brief in many if abs(brief.span.start - one.span.start) < DISTANT]
        for total in near:
            made = _times(one, total, close) if (one.point or 0) < (total.point or 0) else None
            if made is not None:
                yield made, one, total


def _times(one: Brief, total: Brief, many: list[Brief]) -> Brief | None:
    """The number of those of whom each got one amount, where that makes the other one, as far as it is rounded."""
    single, whole = one.point or Decimal(0), total.point or Decimal(0)
    half = _step(whole) / 2
    apart = abs(total.span.start - one.span.start)
    for counted in many:
        number = counted.point or Decimal(0)
        far = max(apart, abs(one.span.start - counted.span.start))
        if counted.id in (one.id, total.id) or far >= DISTANT or abs(number * single - whole) > half:
            continue
        telling = min(_figures(whole), _figures(number)) >= TELLING
        exact = number * single == whole and (_figures(number) > 1 or far < BESIDE)
        rounded = far < BESIDE and min(_figures(number), _figures(whole)) > 1
        enough = rounded or (exact and (far < NEAR or _figures(whole) > TELLING)) or (far >= NEAR and telling)
        if enough and one.kind == total.kind and (one.kind in AMOUNTS or _of_one_unit(one, total)):
            return counted
    return None


def _of_one_unit(one: Brief, total: Brief) -> bool:
    """Whether two numbers are of one thing that is no known currency: "1.9 million korins", "some 9,300 korins"."""
    units = [(brief.population or "").split()[:1] for brief in (one, total)]
    return one.kind == total.kind == "count" and units[0] == units[1] != []


def _step(number: Decimal) -> Decimal:
    """One of the last digit that a number has: 100,000 for "1.9 million"."""
    return Decimal(1).scaleb(max(0, int(number.normalize().as_tuple().exponent)))


def _figures(number: Decimal) -> int:
    """How many digits a number has before its zeros."""
    return len(number.normalize().as_tuple().digits)


def _ratios(case: Case, ordered: list[Brief], counts: list[Brief]) -> Iterator[tuple[str, Finding]]:
    """A share that two counts before it make, to its last digit: "118 cases (38%)" of the 312 of whom it was told before."""
    for share in ordered:
        if share.kind != "share" or share.distinction < 1 or not share.firm or (share.point or 0) >= 1:
            continue
        before = [brief for brief in counts if 0 <= share.span.start - brief.span.start < NEAR]
        part = next((brief for brief in reversed(before) if not brief.parted), None)
        if part is None or any(brief.parted and brief.span.meets(share.span) for brief in before):
            continue
        for whole in reversed(before):
            if (whole.point or 0) < LEAST or not _is_share(part, whole, share):
                continue
            text = case.document(share.document).text
            if not sentence(text, part.span).meets(whole.span):  # in one sentence everybody sees it
                ratio = 100 * (part.point or Decimal(0)) / (whole.point or Decimal(1))
                says = f"{part.shown} of {whole.shown} is {ratio:.1f} %, which fits {share.shown}."
                evidence = case.clauses([whole.id, part.id, share.id])
                yield share.id, Finding("arithmetic agrees", says, WEIGHT, evidence)
            break


def _is_share(part: Brief, whole: Brief, share: Brief) -> bool:
    """Whether one count is of another one a share, to the last digit in which that is told."""
    named = share.point or Decimal(0)
    step = Decimal(1).scaleb(int(named.normalize().as_tuple().exponent))
    if (part.point or 0) >= (whole.point or 0) or step > Decimal("0.01"):
        return False
    return ((part.point or Decimal(0)) / (whole.point or Decimal(1))).quantize(step) == named
