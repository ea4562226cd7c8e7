"""How two claims stand whose numbers are not the same: some number fits both, or none does."""

import re
from decimal import Decimal

from firsthand.links.amounts import vaguely
from firsthand.links.arithmetic import HALVES, above_all_votes, impossible
from firsthand.links.aspects import DAY, is_of_days
from firsthand.links.comparison import Comparison, dated
from firsthand.links.rivals import (
    GONE_ON,
    MISWRITTEN,
    are_of_one_time,
    gone_on,
    has_slipped,
    is_whole_mistaken,
    is_worded,
    miswritten,
    recounted,
    takes_back,
)
from firsthand.links.values import distinction, point
from firsthand.records import Claim, LinkKind

Judged = tuple[LinkKind, float]
"""The kind of a link and how sure it is."""

ROUNDED = Decimal("0.02")
"""How far a rounded number may lie from the exact one."""

WEEK = 7
"""Days after which a higher count of the same voice is taken for a later one."""

SAME_TIME = 60
"""Days up to which two documents that give no period speak of one time."""

AGO = re.compile(r"\s+(?:ago|earlier|later|before|after)\b")

ELSEWHERE = re.compile(r"\b(?:in|at|on) [A-Z][^.;]*?(?:,|\band) \w+ (?:\w+ )?(?:in|at|on) [A-Z]")
"""Words behind a number of some who were at one place, with those at another: "11 in Osmere and two in Vessany"."""

TOLL = 0.75
"""How sure it is that two counts of whom one day killed are of one event."""

OWN_WORDS = 14.0
"""Rarity of shared words that are of one matter and hardly of another one."""

YEAR = 4
"""Characters of a period that is a calendar year."""

TWO_YEARS = 0.4
"""How sure a later year is at the most: a value of one series, and not of one figure."""

LOOK_CONTAINED = 0.85
"""Containment from which the words of one clause are all in the other."""

VERY = 0.95
"""Likeness from which a clause is another one to the letter, but for its number."""

CONTAINED = 0.95
"""Containment from which all the words of a clause with another number are in the other one."""

LONG = 12.0
"""Rarity of the words of a passage that two people do not say by chance."""


def fits(laid: Comparison) -> Judged | None:
    """Return how a number stands that leaves room for the first one: something only for the same measure of the same people."""
    if vaguely(laid):
        return "same", 0.6
    if laid.related and is_worded(laid) and not laid.one_document:
        return "drift", MISWRITTEN
    if laid.against or laid.open & {"sex", "status", "names", "outcome"}:
        return None
    enough = 0.76 - (0.06 if laid.same_voice else 0.0) - (0.1 if laid.same_people else 0.0)
    if _rounded(laid):
        enough -= 0.2
    if _later_tally(laid):
        return "update", 0.65
    if laid.like < enough or laid.measure < 0.3 or laid.topic.shared < 5:
        return None
    if not (_rounded(laid) or _same_matter(laid)):
        return None
    return "drift", 0.35 + 0.5 * laid.like


def _same_matter(laid: Comparison) -> bool:
    """Whether something says that two other numbers are of one matter: "shares were tendered under its offer" is of any offer.

    A voice, a place, a people or a name that both have; their documents' publisher or titles; or rare words.
    """
    a, b = laid.a, laid.b
    named = a.names & b.names or a.places & b.places or a.persons & b.persons
    return (
        bool(laid.known_together or laid.one_document or laid.one_series or named)
        or (laid.related and laid.days_apart is not None)
        or laid.topic.shared >= OWN_WORDS
    )


def _later_tally(laid: Comparison) -> bool:
    """Whether a publisher tells some days later of more of what was counted then: "at least 83", "has risen to 127"."""
    outcome = laid.a.of("outcome")
    return (
        laid.one_series
        and _grown(laid, days=1)
        and bool(outcome)
        and outcome == laid.b.of("outcome")
        and laid.topic.shared >= 8
        and laid.like >= 0.6
    )


def _rounded(laid: Comparison) -> bool:
    """Whether one number is the other one rounded: 1,912 and about 1,900."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or max(distinction(one), distinction(other)) < 3:
        return False
    a, b = point(one), point(other)
    return bool(a and b and abs(a - b) <= ROUNDED * max(a, b))


def none_fits(laid: Comparison) -> Judged | None:
    """Return what it is that no number fits both: a later value of the series, a copying error, another unit, or a conflict."""
    if takes_back(laid.earlier.claim, laid.later.claim):
        return None
    found = _told_otherwise(laid)
    if found is not None and found[0] == "update" and _of_two_years(laid):
        return "update", min(found[1], TWO_YEARS)
    return found


def _of_two_years(laid: Comparison) -> bool:
    """Whether the two are totals of two calendar years, each of which stays what it was."""
    one, other = laid.earlier.claim.period or "", laid.later.claim.period or ""
    return len(one) == len(other) == YEAR and one.isdigit() and other.isdigit() and one != other


def _told_otherwise(laid: Comparison) -> Judged | None:
    if laid.one_document:
        return ("impossible", 0.7) if above_all_votes(laid) else recounted(laid)
    found = _none_fits(laid)
    if found is not None:
        return found
    if laid.related and (miswritten(laid) or is_worded(laid)):
        return "drift", MISWRITTEN
    if laid.related and is_whole_mistaken(laid):
        return "conflict", MISWRITTEN
    if not laid.related and not (laid.acquainted and are_of_one_time(laid)):
        return None
    return recounted(laid) or (("update", GONE_ON) if gone_on(laid) else None)


def _none_fits(laid: Comparison) -> Judged | None:
    if impossible(laid) and one_time(laid):
        return "impossible", 0.65
    if (
        laid.against - {"period"}
        or laid.open & {"outcome", "extra"}
        or (_unmeasured(laid) and not _again(laid))
    ):
        return None
    if (
        _other_unit(laid)
        and (laid.related or _same_subject(laid))
        and laid.topic.shared >= (3.5 if laid.related and laid.number >= 2 and laid.like >= 0.4 else 5)
        and laid.telling
    ):
        return "drift", 0.6
    if laid.open & {"sex", "status"} or (laid.a.topic ^ laid.b.topic) & HALVES:
        return None  # 5,300 women among 8,600 workers
    if laid.open & {"names", "measure"} and not laid.verbatim:
        return None
    if all(AGO.match(_behind(said.claim)) for said in (laid.earlier, laid.later)):
        return None  # how long ago something was differs from day to day
    parted = [ELSEWHERE.search(_behind(said.claim)) is not None for said in (laid.earlier, laid.later)]
    if parted[0] != parted[1]:
        return None  # "11 in Osmere and two in Vessany", "13 in both"
    if _one_toll(laid):
        if _two_counts(laid) or not laid.days_apart:
            return "conflict", TOLL
        if len(laid.earlier.claim.period or "") == DAY:
            return "update", TOLL
    enough = laid.same_voice or laid.one_scene or laid.topic.shared >= 7
    if not (laid.verbatim and enough) and not _one_subject(laid) and not laid.one_frame:
        return None
    if not _same_matter(laid):
        return None
    weight = 0.4 + 0.5 * laid.like
    if "period" in laid.against:
        return "update", weight
    if laid.one_series and laid.days_apart:
        return "update", weight - 0.1
    if _other_unit(laid):
        return "drift", weight
    if laid.same_voice or (laid.related and has_slipped(laid)):
        return ("update", weight - 0.1) if _grown(laid) and not has_slipped(laid) else ("drift", weight)
    if _grown(laid) and not laid.other_source and not _of_one_period(laid):
        return "update", weight - 0.15
    if not one_time(laid):
        return None
    return ("drift", weight - 0.05) if _misprinted(laid) else ("conflict", weight - 0.05)


def _misprinted(laid: Comparison) -> bool:
    """Whether a text that names nobody says in the very words of another what that says of another number some days before."""
    days = laid.days_apart
    told = laid.related and laid.verbatim and days is not None and days <= 2 * WEEK
    return bool(told and laid.earlier.bodies and not laid.later.bodies and laid.clause.likeness >= VERY)


def _one_toll(laid: Comparison) -> bool:
    """Whether both count whom one event of one day killed or hurt: "the blasts of 7 August killed 11", "killed 12".

    A place that only one of them gives is where it happened, unless the people are said to be there: "11 in Osmere".
    """
    one, other = laid.earlier.claim, laid.later.claim
    outcome, period = laid.a.of("outcome"), one.period
    if not is_of_days(period) or period != other.period or not outcome:
        return False
    known = laid.related or laid.a.places & laid.b.places
    there = "place" in laid.open and any(map(_is_of_those_there, (one, other)))
    return bool(known) and outcome == laid.b.of("outcome") and laid.a.who == laid.b.who and not there


def _two_counts(laid: Comparison) -> bool:
    """Whether two bodies count for themselves: each in a paper of its own, or the later one less than the other."""
    if not (laid.earlier.bodies and laid.later.bodies) or laid.same_voice is not None:
        return False
    own = all(
        said.claim.chain and said.claim.chain[0].role != "outlet" for said in (laid.earlier, laid.later)
    )
    return own or not _grown(laid, days=1)


def _is_of_those_there(claim: Claim) -> bool:
    """Whether a claim gives its place behind its number, and so counts only those who are there."""
    return bool(claim.place) and (claim.place or "") in _behind(claim)


def _behind(claim: Claim) -> str:
    """The words of a clause behind its number."""
    return claim.text[claim.quantity.span.end - claim.span.start :] if claim.quantity else ""


def _one_subject(laid: Comparison) -> bool:
    """Whether two values are said of the same thing; in a series of one publisher one clause may say more than the other."""
    least = 4.0 if laid.related and has_slipped(laid) else 6.0
    if laid.like >= 0.78 and laid.measure >= 0.6 and laid.topic.shared >= least:
        return True
    if (
        laid.one_series
        and bool(laid.days_apart)
        and laid.clause.containment >= LOOK_CONTAINED
        and laid.measure >= 0.6
        and laid.clause.shared >= LONG
    ):
        return True
    return _all_of_one_said(laid)


def _all_of_one_said(laid: Comparison) -> bool:
    """Whether one of two related clauses says nothing that the other does not say, of the same people or things."""
    if not laid.related or laid.topic.containment < CONTAINED or laid.topic.shared < 6 or laid.measure < 0.3:
        return False
    if len(laid.shared) < 3 or not (laid.a.what and laid.b.what):
        return False  # "475 pledged delegates" are of any count of them
    return (laid.people.likeness >= 0.9 and laid.people.shared >= 2) or not (laid.a.who and laid.b.who)


def one_time(laid: Comparison) -> bool:
    """Return whether both speak of one time: of the same period, or from documents of about the same date."""
    one, other = laid.earlier.claim.period, laid.later.claim.period
    days = laid.days_apart
    if dated(one) and dated(other):
        return True
    if days is not None:
        return days <= SAME_TIME
    return laid.known_together or laid.same_people


def _of_one_period(laid: Comparison) -> bool:
    """Whether both count what happened in one stated period: that number does not grow."""
    one, other = laid.earlier.claim.period, laid.later.claim.period
    return bool(dated(one)) and one == other


def _other_unit(laid: Comparison) -> bool:
    """Whether the same figures stand before two units: 14 nautical miles, 14 kilometres."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    return bool(
        one
        and other
        and one.kind != "age"  # a son of six years, a son of six months
        and one.unit
        and other.unit
        and one.unit != other.unit
        and point(one) == point(other)
    )


def _same_subject(laid: Comparison) -> bool:
    """Whether all that the number is of is the same, and most of what is said of it: the dredger, off the harbour mouth."""
    return (
        laid.people.shared >= 3 and laid.people.likeness >= 0.9 and laid.like >= 0.6 and laid.measure >= 0.5
    )


def _unmeasured(laid: Comparison) -> bool:
    """Whether neither clause says what its number measures, as in a row of a table."""
    return all(
        said.claim.quantity is not None and said.claim.measure in ("", said.claim.quantity.kind)
        for said in (laid.earlier, laid.later)
    )


def _again(laid: Comparison) -> bool:
    """Whether two editions of one publisher count the same people or things, named in full."""
    return laid.one_series and bool(laid.days_apart) and laid.same_people


def _grown(laid: Comparison, days: int = WEEK) -> bool:
    """Whether a count of one voice is higher in a document of a later week: a tally goes on, a copying error does not."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or one.kind != "count" or (laid.days_apart or 0) < days:
        return False
    return (point(other) or 0) > (point(one) or 0)


def extremes(laid: Comparison) -> Judged | None:
    """Return how two bounds stand that both state an extreme: the youngest cannot be nine and twelve."""
    if laid.against or not (laid.a.who & laid.b.who):
        return None
    alike = laid.like >= 0.6 and laid.measure >= 0.4
    if alike or (laid.same_voice and laid.earlier.claim.quantity is not None and laid.like >= 0.12):
        return "conflict", 0.5 + 0.4 * laid.like
    return None


def bounds_apart(laid: Comparison) -> bool:
    """Return whether both claims state the same kind of extreme of an age and name different ones."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or one.kind != "age":
        return False
    return bool(laid.a.extreme) and laid.a.extreme == laid.b.extreme and point(one) != point(other)
