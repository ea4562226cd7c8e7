"""How one claim stands to another: same, drift, update, conflict, impossible, or nothing at all.

Structure decides first: kind and unit, measure, population with its
restrictions, place, period, value, source. A link is made only on reasons that
can be said; what is only similar is not linked. The decision depends on the two
claims, their documents' dates and the names of one voice, on nothing else.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from firsthand.links.aspects import DIMENSIONS, Aspects, aspects
from firsthand.links.reasons import reasons
from firsthand.links.said import Said
from firsthand.links.series import in_series
from firsthand.links.terms import Overlap, overlap
from firsthand.links.values import Stand, distinction, point, same_bounds, stand
from firsthand.records import Claim, Drift, Link, LinkKind

Judged = tuple[LinkKind, float]

CONVERTED = Decimal("0.15")
"""How far two conversions of one amount may lie apart by rounding and a change of the rate."""

ROUNDED = Decimal("0.02")
"""How far a rounded number may lie from the exact one."""

PEOPLE = frozenset({"sex", "age", "status", "names"})

WEEK = 7
"""Days after which a higher count of the same voice is taken for a later one."""

LOOK_ALIKE = 0.85
"""Likeness from which two clauses are the same words."""


LEAST_SHARED = 2.0
"""Rarity of the words that two claims must share at least to be linked at all."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims laid side by side.

    ``against`` names the aspects that contradict each other, ``open`` those that
    only one of the two states. ``same_voice`` is the key of a body behind both.
    """

    earlier: Said
    later: Said
    a: Aspects
    b: Aspects
    stand: Stand
    topic: Overlap
    people: Overlap
    clause: Overlap
    measure: float
    against: frozenset[str]
    open: frozenset[str]
    same_voice: str | None

    @property
    def like(self) -> float:
        """How much of what they talk about is shared, 0 to 1; a long clause is not held against a short one's people."""
        return max(self.topic.likeness, 0.7 * self.people.likeness if self.people.shared >= 2 else 0.0)

    @property
    def same_people(self) -> bool:
        """Whether both state the same people in full: who, from where, in what capacity."""
        return self.people.shared >= 4 and self.people.likeness >= 0.9

    @property
    def verbatim(self) -> bool:
        """Whether the two clauses are the same words, numbers aside."""
        return self.clause.likeness >= LOOK_ALIKE and self.clause.shared >= 5


def compare(earlier: Said, later: Said) -> Link | None:
    """Return how the later claim stands to the earlier one, None when they are not shown to be about the same thing."""
    if earlier.label and later.label:
        return in_series(earlier, later)
    laid = side_by_side(earlier, later)
    if laid is None or (laid.a.denies != laid.b.denies and not laid.verbatim):
        return None
    found = _statement(laid) if earlier.claim.quantity is None else _figure(laid)
    if found is None:
        return None
    kind, weight = found
    drift = drifts(laid) if kind in ("same", "drift") else ()
    if kind == "same" and drift:
        kind = "drift"
    return Link(earlier.claim.id, later.claim.id, kind, round(weight, 3), drift, reasons(laid))


def side_by_side(earlier: Said, later: Said) -> Comparison | None:
    """Return two claims laid side by side, None when they share nothing that could be compared."""
    one, other = earlier.claim, later.claim
    if (one.quantity is None) != (other.quantity is None):
        return None
    how: Stand = "equal"
    if one.quantity is not None and other.quantity is not None:
        how = stand(one.quantity, other.quantity)
        if how == "incomparable":
            return None
    a, b = aspects(one), aspects(other)
    if (a.places and b.places) or not (a.where or b.where):
        topic = overlap(a.topic, b.topic)
    else:  # a place that only one of them gives is open, not another topic
        topic = overlap(a.topic - a.where, b.topic - b.where)
    if topic.shared < LEAST_SHARED and not (a.extreme and a.extreme == b.extreme):
        return None
    against, left_open = _restrictions(a, b, one, other)
    return Comparison(
        earlier, later, a, b, how,
        topic=topic,
        people=overlap(a.who, b.who),
        clause=overlap(a.clause, b.clause),
        measure=_measure(a, b),
        against=against,
        open=left_open,
        same_voice=next((body for body in earlier.bodies if body in later.bodies), None),
    )  # fmt: skip


def drifts(laid: Comparison) -> tuple[Drift, ...]:
    """Return what changed from one claim to the other, in the order of the record's list."""
    one, other = laid.earlier.claim, laid.later.claim
    found: list[Drift] = []
    if one.quantity and other.quantity:
        if laid.stand != "equal":
            found.append("value")
        if one.quantity.hedge != other.quantity.hedge:
            found.append("hedge")
    both_people = laid.a.people and laid.b.people
    if laid.against & PEOPLE or (both_people and laid.open & {"sex", "status"}):
        found.append("population")
    if "whole" in laid.against:
        found.append("whole")
    if laid.against & {"measure", "outcome"} or (laid.measure < 0.3 and not laid.verbatim):
        found.append("measure")
    if _years(one.period) and _years(other.period) and "period" in laid.against:
        found.append("period")
    if "place" in laid.against:
        found.append("place")
    if one.quantity and other.quantity and (one.quantity.unit or "") != (other.quantity.unit or ""):
        found.append("unit")
    if _other_source(laid):
        found.append("source")
    return tuple(found)


def _statement(laid: Comparison) -> Judged | None:
    """Claims without a figure are linked only when they are the same words."""
    return ("same", 0.9) if laid.verbatim and laid.clause.shared >= 8 else None


def _figure(laid: Comparison) -> Judged | None:
    if laid.stand == "equal" and not _bounds_apart(laid):
        return _equal(laid)
    if _bounds_apart(laid):
        return _extremes(laid)
    return _fits(laid) if laid.stand == "fits" else _apart(laid)


def _equal(laid: Comparison) -> Judged | None:
    """The same number: the rarer it is, the less the words must agree."""
    if laid.against & {"outcome", "extra"}:
        return None
    if _conversions_apart(laid):
        return "impossible", 0.8
    number = _number(laid.earlier.claim)
    if laid.verbatim and not ("place" in laid.against and number < 3):
        return "same", 0.95
    enough = 0.78 - 0.11 * min(number, 4.5) - (0.12 if laid.same_voice else 0.0)
    if laid.against & {"place", "period"} and number < 3:
        return None
    if laid.against - {"place", "period", "measure"}:
        enough += 0.15
        if number < 2:
            enough += 0.15
    if laid.topic.shared < max(2.0, 3.5 - 0.5 * number) or laid.like < enough:
        return None
    if laid.measure < 0.12 and number < 3:
        return None
    return "same", min(0.94, 0.45 + 0.4 * laid.like + 0.06 * number)


def _conversions_apart(laid: Comparison) -> bool:
    """Whether the same words convert the same amount to amounts of another currency that cannot both be right."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or not one.converted or not other.converted or laid.like < 0.6:
        return False
    a, b = one.converted, other.converted
    if a.unit != b.unit or not a.low or not b.low:
        return False
    return abs(a.low - b.low) > CONVERTED * max(a.low, b.low)


def _number(claim: Claim) -> float:
    """How unlikely it is that two texts name the number of a claim by chance."""
    if claim.quantity is None:
        return 0.0
    return distinction(claim.quantity) + (0.5 if claim.quantity.per else 0.0)


def _fits(laid: Comparison) -> Judged | None:
    """Another number that leaves room for the first: only for the same measure of the same people."""
    if laid.against or laid.open & {"sex", "status", "names", "outcome"}:
        return None
    enough = 0.76 - (0.06 if laid.same_voice else 0.0) - (0.1 if laid.same_people else 0.0)
    if _rounded(laid):
        enough -= 0.2
    if laid.like < enough or laid.measure < 0.3 or laid.topic.shared < 5:
        return None
    return "drift", 0.35 + 0.5 * laid.like


def _rounded(laid: Comparison) -> bool:
    """Whether one number is the other one rounded: 1,912 and about 1,900."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or max(distinction(one), distinction(other)) < 3:
        return False
    a, b = point(one), point(other)
    return bool(a and b and abs(a - b) <= ROUNDED * max(a, b))


def _apart(laid: Comparison) -> Judged | None:
    """No number fits both: a later value of the series, a copying error, or a conflict."""
    subject = laid.against - {"period"}
    if subject or laid.open & {"outcome", "extra"} or _unmeasured(laid):
        return None
    if laid.open & {"sex", "status", "names", "measure"} and not laid.verbatim:
        return None
    if not laid.verbatim and (laid.like < 0.78 or laid.measure < 0.6 or laid.topic.shared < 6):
        return None
    weight = 0.4 + 0.5 * laid.like
    if "period" in laid.against:
        return "update", weight
    if laid.earlier.outlet and laid.earlier.outlet == laid.later.outlet and _days_apart(laid):
        return "update", weight - 0.1
    if laid.same_voice:
        return ("update", weight - 0.1) if _grown(laid) else ("drift", weight)
    if _grown(laid) and not _other_source(laid):
        return "update", weight - 0.15
    return "conflict", weight - 0.05


def _unmeasured(laid: Comparison) -> bool:
    """Whether neither clause says what its number measures, as in a row of a table."""
    return all(
        said.claim.quantity is not None and said.claim.measure in ("", said.claim.quantity.kind)
        for said in (laid.earlier, laid.later)
    )


def _grown(laid: Comparison) -> bool:
    """Whether a count of one voice is higher in a document of a later week: a tally goes on, a copying error does not."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    days = _days_apart(laid)
    if one is None or other is None or one.kind != "count" or days is None or days < WEEK:
        return False
    return (point(other) or 0) > (point(one) or 0)


def _extremes(laid: Comparison) -> Judged | None:
    """Two bounds that both state an extreme: the youngest cannot be nine and twelve."""
    if laid.against or not (laid.a.who & laid.b.who):
        return None
    alike = laid.like >= 0.6 and laid.measure >= 0.4
    if alike or (laid.same_voice and laid.earlier.claim.quantity is not None and laid.like >= 0.12):
        return "conflict", 0.5 + 0.4 * laid.like
    return None


def _bounds_apart(laid: Comparison) -> bool:
    """Whether both claims state the same kind of extreme of an age and name different ones."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if (
        one is None
        or other is None
        or one.kind != "age"
        or not laid.a.extreme
        or laid.a.extreme != laid.b.extreme
    ):
        return False
    return point(one) != point(other)


def _restrictions(a: Aspects, b: Aspects, one: Claim, other: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Which aspects contradict each other, and which only one of the two claims states."""
    against, left_open = set(), set()
    for dimension in DIMENSIONS:
        x, y = a.of(dimension), b.of(dimension)
        if x and y and not (x <= y or y <= x):
            against.add(dimension)
        elif x != y:
            left_open.add(dimension)
    for aspect, x, y in (("names", a.names, b.names), ("place", a.places, b.places)):
        if x - y and y - x:
            against.add(aspect)
        elif x != y:
            left_open.add(aspect)
    if a.part != b.part or (a.whole and b.whole and overlap(a.whole, b.whole).containment < 0.5):
        against.add("whole")
    if _years(one.period) and _years(other.period):
        if not _same_period(one.period or "", other.period or ""):
            against.add("period")
    elif _years(one.period) or _years(other.period):
        left_open.add("period")
    return frozenset(against), frozenset(left_open)


def _measure(a: Aspects, b: Aspects) -> float:
    """How much the two say the same of their people: what one measures, found in the other's clause."""
    if not a.what or not b.what:
        return overlap(a.clause, b.clause).likeness
    direct = overlap(a.what, b.what).likeness
    through = min(_share(a.what, b.topic), _share(b.what, a.topic))
    return max(direct, through)


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    found = overlap(part, whole)
    return found.shared / (found.shared + found.only_a) if found.shared + found.only_a else 0.0


def _other_source(laid: Comparison) -> bool:
    """Whether two reporters name different voices; a maker's own document names nobody else."""
    own = any(
        said.claim.chain and said.claim.chain[0].role != "outlet" for said in (laid.earlier, laid.later)
    )
    return bool(laid.earlier.bodies and laid.later.bodies and laid.same_voice is None and not own)


def _years(period: str | None) -> str | None:
    return period if period and period[:4].isdigit() else None


def _same_period(one: str, other: str) -> bool:
    """Whether one period lies in the other: "2019-05" in "2019"."""
    return one.startswith(other) or other.startswith(one)


def _days_apart(laid: Comparison) -> int | None:
    """How many days lie between the two documents, None when a date is not known to the day."""
    try:
        first, second = (date.fromisoformat(said.published or "") for said in (laid.earlier, laid.later))
    except ValueError:
        return None
    return abs((second - first).days)


__all__ = ["Comparison", "Said", "compare", "drifts", "same_bounds", "side_by_side"]
