"""Other numbers of one thing that few words lead to: two bodies' counts of the dead, a digit that slipped on its way."""

import re
from decimal import Decimal
from functools import cache

from firsthand.lexicon import load, words
from firsthand.links.aspects import Aspects, is_of_days
from firsthand.links.comparison import SELDOM, SPEAKING, YEAR, Comparison, dated, general, share
from firsthand.links.said import Said, is_row
from firsthand.links.terms import content, total, weight
from firsthand.links.tolls import tallied
from firsthand.links.values import point, slipped, transposed
from firsthand.records import Claim, LinkKind

WORD = re.compile(r"\w+")
INSTEAD = re.compile(r"\b(?:not|rather than|instead of)\b([^.;]*)", re.IGNORECASE)
PERCENT = re.compile(r"%|per ?cent")
NUMBER = re.compile(r"\d+(?:,\d{3})*")
SOME = re.compile(r",\s*(?:\w+\s+){1,3}of (?:them|whom|which|these|those)\b")
"""With which the words on all end and those on some of them begin: ", 19 of them before trial"."""

BEYOND, GROWTH = Decimal(10), Decimal("1.6")
"""How many times another number two counts of one thing may be, and two levels of one thing at two times."""

OF_TIMES = 4.5
"""Rarity of the words that two levels of one thing share at least."""

OF_DIGITS = 3.5
"""Rarity of the words that must be shared with a number whose digits changed places or slipped."""

ALIKE, MORE_ALIKE = 0.28, 0.4
"""Likeness of the clauses of such numbers, and of those with two digits."""

OF_ALL = 0.8
"""How much of what is said of some must be said of all, when the number of all was taken for theirs."""

EVENT, TOGETHER = 2.0, 400
"""Rarity of the words that two tolls must share beside those for what happened, and characters between two in one text."""

WORDED, OF_SHARES, OF_SHARED = Decimal("0.06"), 3.0, 0.35
"""How far, as a part of it, a share in words may lie from the exact one, rarity of the words that they share at least, and how much
the same is measured."""

LONG_PAST = 2
"""Years behind which what happened then is hardly what a text without a year tells of."""

OF_MANY = 1.0
"""Distinction of a number from which it counts more than a few."""

MONTH = 30
"""Days from which a paper without a stated time measures at another time than one with it."""

COUNTING = frozenset({"official", "organisation", "report", "data set"})
"""Roles of those who count, in a text that tells apart two of them without their names: the police, the rights groups."""

COUNTED, RECOUNTED, MISWRITTEN, GONE_ON, IN_WORDS = 0.66, 0.62, 0.62, 0.6, 0.02
"""How sure it is that two bodies count one thing, that one body counts it anew, that a digit slipped,
that a level was measured again, and
how much surer of sentences than of rows of tables."""


def takes_back(one: Claim, other: Claim) -> bool:
    """Return whether a claim takes back the number that a later one repeats: "three, and not seventeen"."""
    number = (other.number or "").casefold()
    return bool(number) and any(number in said.casefold() for said in INSTEAD.findall(one.text))


def gone_on(laid: Comparison) -> bool:
    """Return whether the same was measured at another time, or up to another time, with a number that is not far from the first one."""
    if (
        laid.against | (laid.open - {"place"}) != {"period"}
        or laid.number < SELDOM
        or not within(laid, GROWTH)
    ):
        return False
    if _goes_further(laid) and laid.measure >= 0.3:
        return True
    if laid.topic.shared < OF_TIMES or not laid.telling or laid.measure < 0.3:
        return False
    if laid.open and (laid.measure < 0.7 or (laid.days_apart or 0) < MONTH or of_one_toll(laid)):
        return False
    alike = laid.like >= 0.6 and laid.measure >= 0.5
    return alike or (laid.people.likeness >= 0.9 and laid.topic.containment >= 0.8)


def _goes_further(laid: Comparison) -> bool:
    """Whether both count from the same time, and the higher number up to a later one."""
    one, other = laid.earlier.claim, laid.later.claim
    first, second = (claim.period or "" for claim in (one, other))
    a, b = (point(claim.quantity) if claim.quantity else None for claim in (one, other))
    if not a or not b or "/" not in first or "/" not in second or not of_one_toll(laid):
        return False
    (start, end), (begun, until) = first.split("/")[:2], second.split("/")[:2]
    return start == begun and end != until and (end < until) == (a < b)


def is_whole_mistaken(laid: Comparison) -> bool:
    """Return whether one tells of all what the other tells of some of them: "31 of the 94 had burns", "94 had burns"."""
    a, b = (laid.earlier.claim, laid.a), (laid.later.claim, laid.b)
    for (part, told), (whole, of_all) in ((a, b), (b, a)):
        counted = NUMBER.search(part.whole or "")
        named = point(whole.quantity) if whole.quantity else None
        if counted and named and Decimal(counted[0].replace(",", "")) == named and not whole.whole:
            said = _telling(told.what - told.whole)
            return bool(said) and laid.topic.shared >= OF_DIGITS and share(said, of_all.topic) >= OF_ALL
    return False


def miswritten(laid: Comparison) -> bool:
    """Return whether digits changed places or slipped in what is told of the same: 52.8% and 58.2%, 14 and 140."""
    if laid.one_document or not has_slipped(laid):
        return False
    if laid.against - {"period", "measure"} or laid.open & {"extra", "sex", "status", "outcome"}:
        return False
    tolls = of_one_toll(laid)
    if tolls and laid.people.likeness >= 0.9:
        return True
    return (
        laid.topic.shared >= OF_DIGITS
        and laid.telling
        and laid.like >= (ALIKE if laid.number >= 2 else MORE_ALIKE)
    )


def has_slipped(laid: Comparison) -> bool:
    """Return whether digits of the one number changed places in the other, or its decimal point did.

    Two shares, each beside counts of its own, only look so.
    """
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    if one is None or other is None or (one.kind == "share" and _are_of_other_counts(laid)):
        return False
    return transposed(one, other) or slipped(one, other)


def _are_of_other_counts(laid: Comparison) -> bool:
    """Whether two clauses give counts beside their numbers, and none that is in both: "64% of 412", "301 of them (46%)"."""
    mine, theirs = (
        {number for number in NUMBER.findall(said.claim.text) if len(number) > 2}
        for said in (laid.earlier, laid.later)
    )
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def is_worded(laid: Comparison) -> bool:
    """Return whether one of two shares is the other one in words: 63%, "nearly two thirds"; 68%, "seven out of ten"."""
    one, other = laid.earlier.claim, laid.later.claim
    if any(
        claim.quantity is None or claim.quantity.kind != "share" or claim.quantity.direction
        for claim in (one, other)
    ):
        return False
    a, b = (point(claim.quantity) if claim.quantity else None for claim in (one, other))
    spelled = [PERCENT.search(claim.number or "") is None for claim in (one, other)]
    if not a or not b or abs(a - b) > WORDED * max(a, b) or spelled[0] == spelled[1]:
        return False
    if laid.against - {"whole", "place", "period"} or laid.open & {"sex"}:
        return False
    return laid.topic.shared >= OF_SHARES and laid.telling and laid.measure >= OF_SHARED


def recounted(laid: Comparison) -> tuple[LinkKind, float] | None:
    """Return how two counts of one toll stand: by one body anew, or by two bodies for themselves; None where it may be two tolls."""
    one, other = laid.earlier.claim, laid.later.claim
    if not are_of_one_event(laid) or not within(laid, BEYOND):
        return None
    goes_on = is_running(one) and is_running(other)
    first, second = (_body(said, unnamed=laid.one_document) for said in (laid.earlier, laid.later))
    if first and second and _one_body(first, second):
        anew = goes_on if "period" in laid.against else bool(laid.days_apart)
        unknown = laid.days_apart is None and bool(dated(one.period)) and one.period == other.period
        return ("update", RECOUNTED) if anew else ("conflict", RECOUNTED) if unknown else None
    if ("period" in laid.against | laid.open and not goes_on) or not first or not second:
        return None
    return "conflict", COUNTED + (IN_WORDS if "\t" not in one.text + other.text else 0.0)


def are_of_one_event(laid: Comparison) -> bool:
    """Return whether both count all to whom one thing happened, in one event: "nine lives were lost", "nine dead"."""
    if not of_one_toll(laid):
        return False
    if laid.against - {"period"} or laid.open & {"extra", "sex", "age", "names"}:
        return False
    if laid.a.of("outcome") != laid.b.of("outcome") or laid.a.sample != laid.b.sample:
        return False
    if laid.number < SELDOM and is_long_past(laid):
        return False
    return of_one_crowd(laid) and _one_event(laid)


def is_long_past(laid: Comparison) -> bool:
    """Return whether one tells of a year that was over long before the other, which states none, was published.

    That does not count where they share a word that says of what they tell.
    """
    if _telling(laid.shared):
        return False
    told = laid.earlier, laid.later
    for one, other in (told, told[::-1]):
        until = dated((one.claim.period or "").split("/")[-1])
        published = dated(other.published)
        if until and published and not dated(other.claim.period):
            return int(published[:YEAR]) - int(until[:YEAR]) >= LONG_PAST
    return False


def are_of_one_time(laid: Comparison) -> bool:
    """Return whether two tolls are so plainly of one thing that papers which share a name need tell nothing more.

    They are of people in one capacity in one stated year or span of years, or run from one stated day up to two.
    """
    if _goes_further(laid):
        return True
    period = laid.earlier.claim.period
    capacity = laid.a.of("status") & laid.b.of("status")
    return (
        bool(dated(period))
        and period == laid.later.claim.period
        and bool(capacity)
        and not is_of_days(period)
    )


def of_one_toll(laid: Comparison) -> bool:
    """Return whether both count all to whom one thing happened."""
    first = tallied(laid.a, laid.earlier.claim)
    return bool(first) and first == tallied(laid.b, laid.later.claim)


def _one_event(laid: Comparison) -> bool:
    """Whether something beside "died" says that both are of one thing: one word, place, capacity and year, or paragraph.

    Those who died in a survey's households and those whom an epidemic killed are told of in one dossier, by the same bodies.
    """
    one, other = laid.earlier.claim, laid.later.claim
    if total(_telling(laid.a.topic & laid.b.topic - laid.a.places)) >= 10 * EVENT:
        return True
    of_one_year = bool(dated(one.period)) and one.period == other.period and not is_of_days(one.period)
    said, told = own_words(one, laid.a), own_words(other, laid.b)
    if of_one_year and (laid.a.of("status") & laid.b.of("status") or (laid.same_voice and said <= told)):
        return True
    if is_row(one) or is_row(other):
        return False
    if laid.related and not laid.one_document and _counts_all_anew(laid, said | told):
        return True
    if laid.one_document:  # "nine died in the riots, the police say; rights groups count 17"
        first = one.span.start <= other.span.start
        goes_on = not told or bool(said & told) if first else not said or bool(said & told)
        return goes_on and abs(one.span.start - other.span.start) <= TOGETHER
    return bool(laid.a.places & laid.b.places) and "period" not in laid.open


def _counts_all_anew(laid: Comparison, said: frozenset[str]) -> bool:
    """Whether one body counts all who died twice, in words that say no more than the titles of the documents do."""
    dead = laid.a.of("outcome") == laid.b.of("outcome") == {"dead"}
    first, second = (_body(each, unnamed=False) for each in (laid.earlier, laid.later))
    one_body = first is not None and second is not None and _one_body(first, second)
    return dead and one_body and laid.number >= OF_MANY and said <= laid.earlier.title | laid.later.title


def own_words(claim: Claim, found: Aspects) -> frozenset[str]:
    """The telling words of a claim that stand in its own text before it comes to some of those whom it counts."""
    return _telling(found.what | found.who) & content(SOME.split(claim.text, maxsplit=1)[0])


def within(laid: Comparison, times: Decimal) -> bool:
    """Whether neither number is more than so many times the other one."""
    one, other = laid.earlier.claim.quantity, laid.later.claim.quantity
    few, many = sorted((point(one) if one else None) or Decimal(0) for one in (one, other))
    return bool(few) and many <= times * few


def of_one_crowd(laid: Comparison) -> bool:
    """Whether neither claim restricts whom it counts by words that the other, or the title above it, does not have."""
    a, b = laid.a, laid.b
    if (a.topic ^ b.topic) & _manners() or _is_restricted(laid.earlier.claim) != _is_restricted(
        laid.later.claim
    ):
        return False
    here, there = b.topic | laid.later.title, a.topic | laid.earlier.title
    if (a.of("status") ^ b.of("status")) & words("en", "comparing", "sided"):
        return False
    if _telling(a.who) - here or _telling(b.who) - there:
        return False
    more, rest = _telling(a.what - a.who), _telling(b.what - b.who)
    if not more - here or not rest - there:
        return True
    return total(more & rest) >= 0.4 * min(total(more), total(rest))


def _is_restricted(claim: Claim) -> bool:
    """Whether a clause tells in which state those were whom it counts: "while they waited for their trials"."""
    said = WORD.findall(SOME.split(claim.text, maxsplit=1)[0].casefold())
    return not words("en", "comparing", "restricting").isdisjoint(said)


def _telling(said: frozenset[str]) -> frozenset[str]:
    """The words that say more than that people are counted, and what happened to them."""
    return frozenset(word for word in said - general() - _tallying() if weight(word) >= SPEAKING)


@cache
def _tallying() -> frozenset[str]:
    """Words for what happens to people, in what capacity, and for counting and telling, in one form."""
    groups = load("en", "comparing")
    listed = (
        word
        for dimension in ("outcome", "status")
        for kind, group in groups[dimension].items()
        if kind != "why"
        for word in group
    )
    return frozenset().union(*map(content, (*listed, *words("en", "comparing", "tallying"))))


@cache
def _manners() -> frozenset[str]:
    """Words for one way in which it happened, in one form."""
    return frozenset().union(*map(content, words("en", "comparing", "manner")))


def is_running(claim: Claim) -> bool:
    """Whether a count goes on: it has no period, or "since", "by" or "as of" stands before it."""
    said = {word.casefold() for word in WORD.findall(claim.text)}
    return not dated(claim.period) or not said.isdisjoint(words("en", "comparing", "running"))


def _body(said: Said, *, unnamed: bool) -> str | None:
    """The key of who counted, as far as the chain of a claim leads; of one without a name the role, where that tells enough."""
    if said.bodies:
        return said.bodies[-1]
    last = said.claim.chain[-1] if unnamed and said.claim.chain else None
    return last.role if last is not None and last.role in COUNTING else None


def _one_body(one: str, other: str) -> bool:
    """Whether one key is a shorter name of the other: "rights coalition", "ballot and rights coalition"."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first
