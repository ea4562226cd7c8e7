"""How one claim stands to another: same, drift, update, conflict, impossible, or nothing at all.

Structure decides first: kind and unit, measure, population with its
restrictions, place, period, value, source. A link is made only on reasons that
can be said; what is only similar is not linked. The decision depends on the two
claims, their documents' dates, titles and publishers and the names of one voice, on nothing else.
"""

import re
from decimal import Decimal

from firsthand.links.amounts import bare, conversions_apart, one_amount, vaguely
from firsthand.links.arithmetic import HALVES, impossible
from firsthand.links.aspects import DAY, is_of_days
from firsthand.links.comparison import Comparison, dated, is_tabled, side_by_side
from firsthand.links.drifts import STATUS, drifts
from firsthand.links.reasons import reasons
from firsthand.links.said import Said
from firsthand.links.series import apart, in_series
from firsthand.links.terms import form
from firsthand.links.values import distinction, point, same_bounds, transposed
from firsthand.records import Claim, Link, LinkKind

Judged = tuple[LinkKind, float]

ROUNDED = Decimal("0.02")
"""How far a rounded number may lie from the exact one."""

WEEK = 7
"""Days after which a higher count of the same voice is taken for a later one."""

SAME_TIME = 60
"""Days up to which two documents that give no period speak of one time."""

THOUSANDS = 1000
"""From here on a round number is less common than its one digit tells."""

AGO = re.compile(r"\s+(?:ago|earlier|later|before|after)\b")

ELSEWHERE = re.compile(r"\b(?:in|at|on) [A-Z][^.;]*?(?:,|\band) \w+ (?:\w+ )?(?:in|at|on) [A-Z]")
"""Words behind a number of some who were at one place, with those at another: "11 in Osmere and two in Vessany"."""

TOLL = 0.75
"""How sure it is that two counts of whom one day killed are of one event."""

OWN_WORDS = 14.0
"""Rarity of shared words that are of one matter and hardly of another one."""

LOOK_CONTAINED = 0.85
"""Containment from which the words of one clause are all in the other."""

VERY = 0.95
"""Likeness from which a clause is another one to the letter, but for its number."""

CONTAINED = 0.95
"""Containment from which all the words of a clause with another number are in the other one."""

LONG = 12.0
"""Rarity of the words of a passage that two people do not say by chance."""

COMMON_NUMBER, SELDOM_NUMBER = 1.5, 2.5
"""Distinction up to which a number is in every text ("60", "nine"), and up to which it is in many ("31", "64%")."""


def compare(earlier: Said, later: Said, *, related: bool = False) -> Link | None:
    """Return how the later claim stands to the earlier one, None when they are not shown to be about the same thing.

    ``related`` says that their documents are known to tell of one thing.
    """
    if earlier.label and later.label:
        return in_series(earlier, later)
    laid = side_by_side(earlier, later, related=related)
    if laid is None or (laid.a.denies != laid.b.denies and not laid.verbatim) or _private(laid):
        return None
    found = _statement(laid) if earlier.claim.quantity is None else _figure(laid)
    if found is None:
        return None
    kind, weight = found
    if laid.one_document and kind != "impossible" and _of_a_table(laid):
        return None  # two rows of a table
    one_clause = laid.one_document and earlier.claim.span.meets(later.claim.span)
    if one_clause and kind != "impossible" and not laid.by_ratio:
        return None  # "250 women and 250 men": no clause says a figure twice, but as a share
    told = kind in ("same", "drift") and not laid.by_ratio and not (kind == "same" and vaguely(laid))
    drift = drifts(laid) if told else ()
    if kind == "same" and drift:
        kind = "drift"
    return Link(earlier.claim.id, later.claim.id, kind, round(weight, 3), drift, reasons(laid))


def _of_a_table(laid: Comparison) -> bool:
    """Whether both claims are cells of rows of one document, each of which has its own."""
    return all(said.claim.text.count("\t") > 1 for said in (laid.earlier, laid.later))


def _private(laid: Comparison) -> bool:
    """Whether the two tell of somebody whom only their own documents know, and nothing shows that it is one person.

    "I was nineteen" in two testimonies is not the same claim; it is by the same named speaker, in a long
    shared wording, or with a number that is seldom the same by chance.
    """
    if not (laid.a.own or laid.b.own or laid.a.of_someone or laid.b.of_someone):
        return False
    if laid.same_voice or (laid.clause.shared >= LONG and laid.verbatim):
        return False
    if laid.related and not (laid.a.own and laid.b.own) and not (laid.a.of_someone or laid.b.of_someone):
        return False  # "31 of us were on board", "31 people were on board"
    if laid.a.of_someone and laid.b.of_someone and laid.a.persons & laid.b.persons:
        return False
    return laid.number < 3 or laid.clause.shared < 0.5 * LONG


def _statement(laid: Comparison) -> Judged | None:
    """Claims without a figure are linked only when they are the same words."""
    return ("same", 0.9) if laid.verbatim and laid.clause.shared >= 8 else None


def _figure(laid: Comparison) -> Judged | None:
    if (laid.a.row or laid.b.row) and not laid.one_series:
        return None
    if laid.by_ratio:
        return _ratio(laid)
    if laid.stand == "equal" and not _bounds_apart(laid):
        return _equal(laid)
    if _bounds_apart(laid):
        return _extremes(laid)
    return _fits(laid) if laid.stand == "fits" else _apart(laid)


def _equal(laid: Comparison) -> Judged | None:
    """The same number: the rarer it is, the less the words must agree."""
    told_otherwise = laid.against & {"outcome", "extra"} and not _made_sure(laid)
    if told_otherwise or not (
        _say_enough(laid)
        or is_tabled(laid.a, laid.earlier.claim, laid.b, laid.later.claim)
        or one_amount(laid)
        or bare(laid)
        or vaguely(laid)
        or laid.one_quotation
    ):
        return None
    if conversions_apart(laid):
        return "impossible", 0.8
    if is_tabled(laid.a, laid.earlier.claim, laid.b, laid.later.claim):
        return "same", 0.75
    number = laid.number
    if "place" in laid.against and apart(laid.earlier, laid.later):
        return None  # what two articles of a reference work say of two places
    if laid.one_quotation:
        return "same", 0.9
    if laid.verbatim and not ("place" in laid.against and number < 3):
        return "same", 0.95
    if laid.same_voice and laid.same_people and laid.a.names and not laid.against and not number:
        return "same", 0.7  # "thousands of Karvelian women", by one voice, in other words
    if one_amount(laid) or bare(laid) or vaguely(laid):
        return "same", 0.7
    if _referred(laid) or _of_others(laid):
        return "same", 0.72
    if _by_one_voice(laid):
        return "same", 0.75
    if laid.against & {"place", "period"} and number < 3 and not _taken_up(laid):
        return None
    if laid.only_counted and number >= 2:
        return "same", min(0.94, 0.45 + 0.4 * laid.like)
    if laid.like < _likeness_wanted(laid) or (laid.measure < 0.12 and number < 3 and not laid.contained):
        return None
    return "same", min(0.94, 0.45 + 0.4 * laid.like + 0.06 * number)


def _ratio(laid: Comparison) -> Judged | None:
    """A share and a count of a whole: they say the same of one thing, or arithmetic forbids one of the two."""
    if laid.against - {"whole"} or laid.topic.shared < 6 or not laid.telling:
        return None
    if laid.stand == "equal":
        return ("same", 0.75) if laid.verbatim or laid.like >= 0.4 else None
    surely = laid.stand == "apart" and (laid.verbatim or (laid.like >= 0.6 and laid.measure >= 0.6))
    return ("impossible", 0.6) if surely and laid.related and _one_time(laid) else None


def _made_sure(laid: Comparison) -> bool:
    """Whether what was suspected is confirmed, with a number that hardly is the same by chance."""
    differ = laid.a.of("outcome") ^ laid.b.of("outcome")
    return "extra" not in laid.against and differ <= STATUS and laid.number >= (2 if laid.related else 3)


def _say_enough(laid: Comparison) -> bool:
    """Whether the shared words, general ones for people aside, tell what the number is of; a rare number needs few."""
    named = point(laid.earlier.claim.quantity) if laid.earlier.claim.quantity else None
    number, least = laid.number, max(2.0, 3.5 - 0.5 * laid.number)
    if named is not None and named >= THOUSANDS:
        number += 0.5
    if number < SELDOM_NUMBER and not laid.same_voice:
        names = laid.a.persons & laid.b.persons
        if not laid.shared - {form(name.casefold()) for name in names}:
            return False  # of whom it is said does not tell what is
        if not laid.related:
            least = (10.0 if number < COMMON_NUMBER else 5.0) - (4.0 if names else 0.0)
    return laid.topic.shared >= least and laid.telling


def _referred(laid: Comparison) -> bool:
    """Whether one gives the other's document as its reference and says the same number of the same thing."""
    alike = laid.measure >= 0.3 or laid.topic.containment >= 0.6
    return laid.cited and laid.number >= COMMON_NUMBER and laid.telling and alike


def _by_one_voice(laid: Comparison) -> bool:
    """Whether one voice is given for one large number of the same people or things: "5,600 people" near the river."""
    quantity = laid.earlier.claim.quantity
    named = point(quantity) if quantity is not None else None
    if named is None or named < THOUSANDS or laid.number < 2 or laid.against or laid.same_voice is None:
        return False
    return laid.people.likeness >= 0.9 and len(laid.shared) >= 2


def _of_others(laid: Comparison) -> bool:
    """Whether one voice is given for the same number of other people of whom all the same is said."""
    return (
        laid.same_voice is not None
        and not laid.one_document
        and laid.number >= 2
        and laid.measure >= 0.9
        and laid.topic.shared >= 2
        and laid.telling
    )


def _taken_up(laid: Comparison) -> bool:
    """Whether all but the place or the time is told of the same people in the same way: it was moved, not told anew."""
    return (
        len(laid.against) == 1
        and laid.number >= 2
        and laid.like >= 0.6
        and laid.measure >= 0.5
        and laid.related
    )


def _likeness_wanted(laid: Comparison) -> float:
    """How alike the words must be for the same number to be the same claim."""
    number = laid.number
    enough = 0.78 - 0.11 * min(number, 4.5) - (0.12 if laid.same_voice else 0.05 if laid.related else 0.0)
    if laid.against == {"whole"} and number >= 2 and laid.measure >= 0.6 and laid.related:
        return enough
    if laid.against - {"place", "period", "measure", "outcome"}:
        enough += 0.15 if number >= 2 else 0.3
    return enough


def _fits(laid: Comparison) -> Judged | None:
    """Another number that leaves room for the first: only for the same measure of the same people."""
    if vaguely(laid):
        return "same", 0.6
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


def _apart(laid: Comparison) -> Judged | None:
    """No number fits both: a later value of the series, a copying error, another unit, or a conflict."""
    if impossible(laid) and _one_time(laid):
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
    if laid.same_voice or (laid.related and _transposed(laid)):
        return ("update", weight - 0.1) if _grown(laid) and not _transposed(laid) else ("drift", weight)
    if _grown(laid) and not laid.other_source and not _of_one_period(laid):
        return "update", weight - 0.15
    if not _one_time(laid):
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
    least = 4.0 if laid.related and _transposed(laid) else 6.0
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


def _one_time(laid: Comparison) -> bool:
    """Whether both speak of one time: of the same period, or from documents of about the same date."""
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


def _transposed(laid: Comparison) -> bool:
    """Whether digits of the one number changed places in the other."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    return one is not None and other is not None and transposed(one, other)


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
    if one is None or other is None or one.kind != "age":
        return False
    return bool(laid.a.extreme) and laid.a.extreme == laid.b.extreme and point(one) != point(other)


__all__ = ["Comparison", "Said", "compare", "drifts", "same_bounds", "side_by_side"]
