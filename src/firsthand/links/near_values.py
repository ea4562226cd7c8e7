"""Numbers that lie near each other in two documents of one theme: rounded, miscopied, counted anew or otherwise on the way.

Of the people on one ship each document tells in its own words, 57 or 54, and few words lead from one to the other. But two
documents of one theme that speak of the same thing seldom give two numbers of it that lie so near by chance.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from firsthand.lexicon import words
from firsthand.links.comparison import SPEAKING, Comparison, general
from firsthand.links.outline import Outline, unpacked
from firsthand.links.rivals import has_slipped
from firsthand.links.said import is_row
from firsthand.links.terms import total, weight
from firsthand.links.values import conversion, distinction, point
from firsthand.records import Claim, LinkKind, Quantity

KINDS = frozenset({"count", "share", "duration", "length", "area", "volume", "mass", "money"})
"""Kinds of numbers that are set beside each other."""

TIMES = 1.26
"""How many times the smaller number the larger one is at most."""

FEWEST = 10
"""Number up to which counts lie near each other by chance."""

OF_ONE_THING, OF_DIGITS, OF_MANY_DIGITS = 2.5, 3.0, 4.0
"""Rarity of the words, with those around them, that two near numbers share at least, and two with the same digits: with a
word of their own clauses, and without one."""

OF_STRANGERS, LIKE_OF_STRANGERS = 4.5, 0.6
"""Rarity of those words, and likeness, where the documents have no more than a rare name in common."""

SAME_PEOPLE = 0.7
"""How far the same people stand for the same words."""

LIKE, CONTAINED, ALIKE = 0.2, 0.5, 0.4
"""Likeness or containment of the clauses at least; likeness where only one says what happened to whom it counts."""

ROUNDED = 1.15
"""How many times the smaller number the larger one is at most where it was rounded."""

SELDOM = 1.5
"""Distinction of a number from which it is set beside the same one in another unit."""

OF_UNITS, OF_DURATIONS = 2.0, 4.0
"""Rarity of the words that both then share with those around them; and of those that two spans of time share."""

OF_ROUNDED = 1.5
"""The same of a number of three digits or more and what it is rounded to."""

OF_ENDS, LIKE_OF_ENDS = 3.0, 0.75
"""The same where one gives an end of a range as the number, and likeness for which few words are enough: "were detained"."""

MATTER = frozenset({"area", "volume", "mass"})
"""Kinds of which two documents of one theme hardly give one seldom number by chance."""

FIRM = frozenset({"exact", "range"})
"""Hedges of numbers that are not rounded, or not to one side."""

SURE = 0.6
"""How sure it is that two near numbers are of one thing."""

DIFFERING = frozenset({"period", "whole"})
"""Aspects in which they may contradict each other: these may have changed on the way."""

OPEN, COUNTED = frozenset({"extra", "sex"}), frozenset({"count", "share"})
"""Aspects of which both or neither must speak who count people or things, and the kinds of numbers that do so."""


class Sizes(NamedTuple):
    """The numbers of a document: by what they measure in a unit of one scale, the smallest first, by their digits in whatever
    order and of whatever magnitude, as the text has them whatever the unit, and the ends of ranges, each with the
    places of the claims; and the numbers that only one claim gives."""

    outlines: tuple[Outline | None, ...]
    by_size: dict[str, list[tuple[float, int]]]
    by_digits: dict[tuple[str, str], list[int]]
    by_number: dict[tuple[str, float], list[int]]
    by_end: dict[tuple[str, float], list[int]]
    once: dict[tuple[str, float], int]

    def unit(self, place: int) -> str:
        """Return the unit of the number of a claim as the text has it."""
        found = self.outlines[place]
        return "" if found is None else found.shown[1]


def sizes_of(outlines: Iterable[bytes | None]) -> Sizes:
    """Return the numbers of a document that may lie near those of another one; values behind labels are left out."""
    kept = tuple(map(unpacked, outlines))
    found = Sizes(
        kept, defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list), _once(kept)
    )
    for place, each in enumerate(kept):
        kind = "" if each is None else each.sort.partition(" ")[0]
        if each is None or kind not in KINDS or each.label:
            continue
        if each.point is None and None not in each.ends:
            for end in each.ends:
                found.by_end[each.sort, end or 0.0].append(place)
        if not each.point or each.point < 0:
            continue
        if each.shown[1] and each.shown[0] and each.seldom >= SELDOM:
            found.by_number["measure" if each.physical else kind, each.shown[0]].append(place)
        if kind != "count" or each.point >= FEWEST - 1:
            found.by_size[each.sort].append((each.point, place))
            if each.seldom >= 2:
                found.by_digits[each.sort, each.figures].append(place)
    for sizes in found.by_size.values():
        sizes.sort()
    return found


def _once(outlines: Iterable[Outline | None]) -> dict[tuple[str, float], int]:
    """The numbers that only one claim gives, each with the place of that claim."""
    found: dict[tuple[str, float], list[int]] = defaultdict(list)
    for place, each in enumerate(outlines):
        if each is not None and each.point is not None and not each.label:
            found[each.sort, each.point].append(place)
    return {number: places[0] for number, places in found.items() if len(places) == 1}


def near_numbers(one: Sizes, other: Sizes) -> list[tuple[int, int]]:
    """Return the claims of two documents, by their places, whose numbers are not the same but lie near or have the same digits.

    Near numbers whose claims are not alike are left out, and those that stand in both documents.
    """
    found: set[tuple[int, int]] = set()
    for sort in one.by_size.keys() & other.by_size.keys():
        mine, theirs = one.by_size[sort], other.by_size[sort]
        both = {size for size, _ in mine} & {size for size, _ in theirs}
        left = [each for each in theirs if each[0] not in both]
        sizes = [size for size, _ in left]
        for size, here in mine:
            if size in both:
                continue
            near = left[bisect_left(sizes, size / TIMES) : bisect_right(sizes, size * TIMES)]
            found.update(
                (here, there) for _, there in near if _are_alike(one.outlines[here], other.outlines[there])
            )
    for digits in one.by_digits.keys() & other.by_digits.keys():
        found.update((here, there) for here in one.by_digits[digits] for there in other.by_digits[digits])
    for key in one.by_number.keys() & other.by_number.keys():
        found.update(
            (here, there)
            for here in one.by_number[key]
            for there in other.by_number[key]
            if one.unit(here) != other.unit(there)
        )
    found.update(_at_an_end(one, other))
    found.update((here, there) for there, here in _at_an_end(other, one))
    return sorted(found)


def _at_an_end(one: Sizes, other: Sizes) -> Iterator[tuple[int, int]]:
    """The ranges of one document with the numbers of the other one that are an end of them."""
    for (sort, end), places in one.by_end.items():
        sizes = other.by_size.get(sort, []) if end else []
        first = bisect_left(sizes, (end, -1))
        for size, there in sizes[first:]:
            if size != end:
                break
            yield from ((here, there) for here in places)


def _are_alike(one: Outline | None, other: Outline | None) -> bool:
    """Whether two claims may be as alike as is asked for, and have a telling word in common."""
    if one is None or other is None:
        return False
    both = one.topic & other.topic
    if not _telling(both):
        return False
    shared, people = (
        total(both),
        2 * total(one.who.words & other.who.words) / (one.who.says + other.who.says or 1),
    )
    alike = max(2 * shared / (one.least + other.least or 1), SAME_PEOPLE * people)
    return alike >= LIKE or shared >= CONTAINED * min(one.least, other.least)


def lie_near(one: Quantity | None, other: Quantity | None) -> bool:
    """Return whether two numbers lie so near that strangers may speak of one thing: rounded, of another unit, or the end of a range."""
    if one is None or other is None or (one.kind not in KINDS and one.kind == other.kind):
        return False
    if one.unit != other.unit and point(one) == point(other):
        return bool(one.unit and other.unit)
    if any(a.hedge == "range" and point(b) in (a.low, a.high) for a, b in ((one, other), (other, one))):
        return True
    times = _times(one, other)
    return times is not None and times <= ROUNDED


def near_value(laid: Comparison) -> tuple[LinkKind, float] | None:
    """Return how two near numbers stand of which both documents speak with the same words; None where they may be of two things.

    The words around both claims must have been looked up.
    """
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or not _may_be_one(laid, one, other):
        return None
    said = _said_of_both(laid)
    if miscopied(laid) or _is_in_another_unit(laid, one, other, said) or _is_an_end(laid, one, other, said):
        return "drift", SURE
    times = _times(one, other)
    if times is None or times > TIMES or _are_of_other_things(laid):
        return None
    if laid.related and said >= OF_ROUNDED and laid.shared and _is_rounded_to(one, other):
        return "drift", SURE
    if said < OF_ONE_THING:
        return None
    if "measure" in laid.against or (one.kind == "money" and "measure" in laid.open):
        return None
    if not laid.related and (said < OF_STRANGERS or laid.like < LIKE_OF_STRANGERS or times > ROUNDED):
        return None
    alike = laid.like >= LIKE or laid.topic.containment >= CONTAINED
    if not alike or not _say_the_same(laid) or ("outcome" in laid.open and laid.like < ALIKE):
        return None
    return _judged(laid, one, other, times)


def miscopied(laid: Comparison) -> bool:
    """Return whether digits changed places, or the decimal point, in a number that is not in every text: 118 and 181, 2,400 and 24,000."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or not laid.related or not (laid.earlier.around and laid.later.around):
        return False
    if not has_slipped(laid):
        return False
    many = distinction(one) >= 3 or one.kind in MATTER or total(laid.shared) >= 10 * OF_DIGITS
    return many and _said_of_both(laid) >= (OF_DIGITS if laid.shared else OF_MANY_DIGITS)


def _is_in_another_unit(laid: Comparison, one: Quantity, other: Quantity, said: float) -> bool:
    """Whether the same seldom number stands before two units: 512 million crowns, 512 million dollars; 41 km, 41 miles."""
    if not one.unit or not other.unit or one.unit == other.unit or point(one) != point(other):
        return False
    if distinction(one) < SELDOM or (not laid.related and said < OF_STRANGERS):
        return False
    if one.kind == "duration":
        return bool(laid.shared) and said >= OF_DURATIONS
    return said >= OF_UNITS or (one.kind in MATTER and distinction(one) >= 2)


def _is_an_end(laid: Comparison, one: Quantity, other: Quantity, said: float) -> bool:
    """Whether one gives an end of the range of the other as the number: between 2.8 and 3.4 million, more than 3.4 million."""
    bounds, named = (one, other) if one.hedge == "range" else (other, one)
    if bounds.hedge != "range" or named.hedge == "range" or bounds.unit != named.unit:
        return False
    if point(named) not in (bounds.low, bounds.high) or distinction(named) < SELDOM:
        return False
    if not laid.related and said < OF_STRANGERS:
        return False
    if laid.related and laid.like >= LIKE_OF_ENDS and laid.measure >= LIKE_OF_ENDS and laid.telling:
        return True
    return said >= OF_ENDS or (named.kind in MATTER and distinction(named) >= 2)


def _said_of_both(laid: Comparison) -> float:
    """Rarity of the words that both say, or that stand around them."""
    return total(_telling(laid.around_both)) / 10


def _may_be_one(laid: Comparison, one: Quantity, other: Quantity) -> bool:
    """Whether nothing in what two documents say of their numbers speaks against it that they are of one thing."""
    claims = laid.earlier.claim, laid.later.claim
    if not laid.acquainted or laid.one_document or one.direction or other.direction:
        return False
    if not (laid.earlier.around and laid.later.around) or laid.against - DIFFERING - {"measure"}:
        return False
    if (one.kind in COUNTED and laid.open & OPEN) or any(map(is_row, claims)):
        return False
    return not _is_of(*claims) and not _is_of(*reversed(claims))


def _judged(laid: Comparison, one: Quantity, other: Quantity, times: float) -> tuple[LinkKind, float] | None:
    """A rounded number, a later value of one voice, or two counts."""
    sure = SURE - (times - 1) / 10  # the nearest is the likest
    part, whole = laid.earlier.claim.whole, laid.later.claim.whole
    if one.kind != "share" and ("whole" in laid.against or bool(part) != bool(whole)):
        return None
    if times <= ROUNDED and _is_rounded(one, other):
        return "drift", sure
    if laid.stand == "fits":
        return ("update", sure) if _has_grown(laid, one, other) else None
    if "period" in laid.against:
        return None  # the totals of two years
    if laid.same_voice or laid.one_series:
        return ("update", sure) if laid.days_apart else None
    if _lasts(laid.earlier.claim) != _lasts(laid.later.claim):
        return None  # those who were detained, and those who still are
    return ("conflict", sure) if one.kind != "share" else None  # each asked people of its own


def _lasts(claim: Claim) -> bool:
    """Whether a claim counts those who are left, or as many as there are by now."""
    return not words("en", "comparing", "lasting").isdisjoint(claim.text.casefold().split())


def _has_grown(laid: Comparison, one: Quantity, other: Quantity) -> bool:
    """Whether a floor is higher in a later document: "at least 341", and then "at least 356"."""
    return one.hedge == other.hedge and bool(laid.days_apart) and (point(one) or 0) < (point(other) or 0)


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one number is given roundly, with "about" or as a bound, or as a share in words: 412, "more than 400"."""
    if one.hedge == other.hedge and one.hedge not in FIRM:
        return False
    return one.hedge not in FIRM or other.hedge not in FIRM or distinction(one) != distinction(other)


def _telling(said: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in said - general() if weight(word) >= SPEAKING)


def _say_the_same(laid: Comparison) -> bool:
    """Whether a telling word beside the names of peoples and places is in both clauses: "the Teld" says nothing of what is counted."""
    a, b = laid.a, laid.b
    named = a.names | b.names | a.places | b.places | a.inside | b.inside
    return any(not word.startswith(tuple(named)) for word in laid.shared)


def _are_of_other_things(laid: Comparison) -> bool:
    """Whether each says of whom or what in words that the other does not know: families, kilns. What happened to people is one thing."""
    if laid.a.of("outcome") & laid.b.of("outcome"):
        return False
    one, other = (_telling(found.who) for found in (laid.a, laid.b))
    here, there = laid.a.topic | laid.earlier.around, laid.b.topic | laid.later.around
    return bool(one and other) and one.isdisjoint(other) and (one.isdisjoint(there) or other.isdisjoint(here))


def _is_of(part: Claim, whole: Claim) -> bool:
    """Whether a claim names the number of another one beside its own: "of the 412 complaints 388 are closed"."""
    named, own = (whole.number or "").casefold(), (part.number or "").casefold()
    beside = part.text.casefold().replace(own, " ", 1)
    return bool(named) and (named in (part.whole or "").casefold() or named in beside)


def _is_rounded_to(one: Quantity, other: Quantity) -> bool:
    """Whether a number of three digits or more, rounded to two or more, is the other one: 3,415, "about 3,400"."""
    a, b = point(one), point(other)
    if a is None or b is None or one.kind not in COUNTED or one.unit != other.unit:
        return False
    exact, rounded = (a, b) if distinction(one) > distinction(other) else (b, a)
    digits = len(rounded.normalize().as_tuple().digits)
    if digits < 2 or len(exact.normalize().as_tuple().digits) <= max(digits, 2):
        return False
    return exact.adjusted() == rounded.adjusted() and round(
        exact.scaleb(digits - 1 - exact.adjusted())
    ) == rounded.scaleb(digits - 1 - rounded.adjusted())


def _times(one: Quantity, other: Quantity) -> float | None:
    """How many times the smaller number the larger one is, None where they cannot be set beside each other."""
    factor, a, b = conversion(one, other), point(one), point(other)
    if factor is None or not a or not b:
        return None
    few, many = sorted((a, b * factor))
    return float(many / few) if few > 0 and few != many else None
