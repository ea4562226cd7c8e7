"""What changed from one claim to a later one that takes it up."""

from firsthand.links.aspects import STATUS
from firsthand.links.comparison import Comparison, dated, is_tabled, of_one_number
from firsthand.records import Drift

PEOPLE = frozenset({"sex", "age", "status", "names"})

PLAIN = frozenset({"length", "mass", "area", "volume", "duration", "temperature"})
"""Kinds whose unit says what is measured: a distance stays one, whatever verb stands beside it."""


def drifts(laid: Comparison) -> tuple[Drift, ...]:
    """Return what changed from one claim to the other, in the order of the record's list."""
    one, other = laid.earlier.claim, laid.later.claim
    if "\t" in one.text and one.text == other.text and laid.stand == "equal":
        return ()  # a row of one table in two files: its heads may be read otherwise, its numbers are the same
    found: list[Drift] = []
    if one.quantity and other.quantity:
        if laid.stand != "equal":
            found.append("value")
        if one.quantity.hedge != other.quantity.hedge or _status(laid):
            found.append("hedge")
    both_people = laid.a.people and laid.b.people
    if laid.against & PEOPLE or (both_people and (laid.open & {"sex", "status"} or _of_children(laid))):
        found.append("population")
    if "whole" in laid.against or _of_a_sample(laid):
        found.append("whole")
    if laid.against & {"measure", "outcome"} or _measured_otherwise(laid):
        found.append("measure")
    if "period" in laid.against or _told_as_of_now(laid):
        found.append("period")
    if "place" in laid.against:
        found.append("place")
    if one.quantity and other.quantity and (one.quantity.unit or "") != (other.quantity.unit or ""):
        found.append("unit")
    if laid.other_source:
        found.append("source")
    return tuple(found)


def _of_children(laid: Comparison) -> bool:
    """Whether people have become children, or children people; "women" and "women and girls" are told by their sex."""
    return "age" in laid.open and not (laid.a.of("sex") or laid.b.of("sex"))


def _status(laid: Comparison) -> bool:
    """Whether only one of the two says that something is suspected, or that it is confirmed."""
    return "outcome" in laid.open and laid.a.of("outcome") ^ laid.b.of("outcome") <= STATUS


def _measured_otherwise(laid: Comparison) -> bool:
    """Whether the two say little of the same about their people; one voice may say one thing in other words."""
    quantity = laid.earlier.claim.quantity
    if laid.only_counted or _unsaid(laid) or (quantity is not None and quantity.kind in PLAIN):
        return False
    if laid.stand == "equal" and laid.number >= 2 and laid.one_story:
        return False
    if is_tabled(laid.a, laid.earlier.claim, laid.b, laid.later.claim):
        return False
    return laid.measure < 0.3 and not laid.verbatim and not (laid.same_voice and laid.same_people)


def _unsaid(laid: Comparison) -> bool:
    """Whether one of the two only names how many there are: "the 187 people whom we met"."""
    return any(
        said.claim.quantity is not None and said.claim.measure == said.claim.quantity.kind == "count"
        for said in (laid.earlier, laid.later)
    )


def _told_as_of_now(laid: Comparison) -> bool:
    """Whether what was so at a stated time is told later as if it were so now."""
    return bool(dated(laid.earlier.claim.period)) and not laid.later.claim.period and laid.b.now


def _of_a_sample(laid: Comparison) -> bool:
    """Whether a share of those who were asked or examined is told as a share of all."""
    quantity = laid.earlier.claim.quantity
    if of_one_number(laid.earlier.claim.whole, laid.later.claim.whole):
        return False  # "68 former detainees" are the 68 whom they interviewed
    return quantity is not None and quantity.kind == "share" and laid.a.sample != laid.b.sample
