"""Numbers turned on their way where little else is the same: a bound told as the other one, digits in another order, a slipped point.

"Up to 80 kilograms", "more than 80 kilos"; "26 months", "62 months"; "46,300 tonnes", "463,000 tonnes".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from firsthand.links.case import Case
from firsthand.links.comparison import general
from firsthand.links.findings.shown import shown
from firsthand.links.shelf import Brief
from firsthand.links.terms import content
from firsthand.links.values import are_opposite, digits, figures
from firsthand.records import Finding

TELLING = {"money": 3, "count": 3}
"""Digits that two texts of one matter hardly have in common by chance: of a sum, and of a number of the same people or things."""

LEAST = 2
"""The same of what is measured in a unit."""

TENFOLD = (Decimal(10), Decimal(1) / 10)

BOUNDED = 1.0
"""Distinction of a number with a bound that is not in every text."""

LEFT_OUT = frozenset({"age", "share"})
"""Kinds of which many texts have the same numbers."""

WEIGHT = 0.67


def turned(case: Case) -> Iterator[Finding]:
    """Say which numbers a later document gives as the other bound, with its digits in another order, or ten times as large or small."""
    alike: dict[tuple[str, str], list[Brief]] = defaultdict(list)
    for brief in case.known.claims.values():
        if brief.point and _may_be_turned(brief):
            alike[brief.kind, figures(_number(brief))].append(brief)
    told: dict[tuple[str, str], tuple[Brief, list[Brief]]] = {}
    for briefs in alike.values():
        for earlier, later in _pairs(case, briefs) if len({brief.value for brief in briefs}) > 1 else ():
            told.setdefault((earlier.id, f"{later.value}"), (earlier, []))[1].append(later)
    for earlier, found in told.values():
        says = f"A number was turned on its way: {shown(case, earlier.id)} became {shown(case, found[0].id)}."
        yield Finding("drift", says, WEIGHT, case.clauses((earlier.id, *(later.id for later in found))))


def _may_be_turned(brief: Brief) -> bool:
    """Whether a number is a bound, or has so many digits that it is seldom the same by chance."""
    if brief.kind in LEFT_OUT or brief.change or brief.told or brief.witness:
        return False
    return None in (brief.value or ()) or _has_digits(brief)


def _number(brief: Brief) -> Decimal:
    """The number as it is written: of one for so many, these."""
    number = brief.point or Decimal(1)
    return (1 / number).to_integral_value() if brief.kind == "ratio" and number < 1 else number


def _has_digits(brief: Brief) -> bool:
    shown = _number(brief).normalize().as_tuple().digits
    return len(shown) >= TELLING.get(brief.kind, LEAST)


def _pairs(case: Case, briefs: Sequence[Brief]) -> Iterator[tuple[Brief, Brief]]:
    """The claims that give a number as no earlier document of the matter has it, with the first one of which it may be the turned one."""
    given: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        given[brief.document].append(brief)
    order = {document: case.known.papers[document].order for document in given}
    for document in sorted(given, key=order.__getitem__):
        before = [other for other in case.around(document) & given.keys() if order[other] < order[document]]
        models = [each for other in sorted(before, key=order.__getitem__) for each in given[other]]
        for later in given[document]:
            if any(each.value == later.value for each in models):
                continue  # an earlier document has it so
            known = {each.value for each in given[document]}
            found = (each for each in models if each.value not in known and _is_turned(case, each, later))
            if (earlier := next(found, None)) is not None:
                yield earlier, later


def _is_turned(case: Case, earlier: Brief, later: Brief) -> bool:
    """Whether one number is the other one turned, and no link says how they stand."""
    one_number = earlier.point == later.point
    if not (_are_opposite(earlier, later) if one_number else _is_slip(earlier, later)):
        return False
    if case.are_joined(earlier.id, later.id):
        return False
    one, other = (case.claim(brief.id).quantity for brief in (earlier, later))
    if one is None or other is None or (one.unit or "") != (other.unit or ""):
        return False
    return one_number or one.per == other.per


def _are_opposite(earlier: Brief, later: Brief) -> bool:
    """Whether one number is at most what the other one is at least."""
    if earlier.value is None or later.value is None:
        return False
    return are_opposite(earlier.value, later.value) and later.distinction >= BOUNDED


def _is_slip(earlier: Brief, later: Brief) -> bool:
    """Whether the digits of a number changed places, or its point moved by one; of a count, of the same people or things."""
    one, other = _number(earlier), _number(later)
    if not _has_digits(later):
        return False
    if digits(one) != digits(other) and other / one not in TENFOLD:
        return False
    return later.kind != "count" or bool(_counted(earlier) & _counted(later))


def _counted(brief: Brief) -> frozenset[str]:
    return content(brief.population or "") - general()
