"""Which claims may be linked at all, by their outlines alone.

The words that lead from one claim to others lead, in a large dossier, mostly to claims that share nothing
more; two outlines are set against each other in a few millionths of a second. This is part of the decision
and no guess at it: every rule of ``compare`` needs at least what is asked for here.
"""

from math import isclose
from typing import Literal

from firsthand.links.amounts import SAME_TRADE, SELDOM_AMOUNT
from firsthand.links.arithmetic import HALVES
from firsthand.links.compare import COMMON_NUMBER, SELDOM_NUMBER, THOUSANDS
from firsthand.links.comparison import FRAMED, LOOK_ALIKE, VERBATIM
from firsthand.links.near_values import ROUNDED as NEARLY
from firsthand.links.other_numbers import CONTAINED, LONG, LOOK_CONTAINED, OWN_WORDS, ROUNDED
from firsthand.links.outline import Outline, Phrase
from firsthand.links.rivals import ALIKE, BEYOND, GROWTH, OF_DIGITS, OF_SHARES, OF_TIMES, WORDED
from firsthand.links.terms import tenths, with_kin
from firsthand.links.themes import OF_NUMBER, UNMISTAKABLE

SELDOM, MOST_SELDOM = 3.0, 4.5
"""Distinction from which words of one family count as one, and beyond which a number is not held to be more seldom."""

TOLD_OF = 10
"""What the shared words say at least, in tenths, where two documents of one thing may mean one figure."""

WANTED, FOR_NUMBER = 0.73, 0.11
"""Least likeness with an equal number, and how much less it is for each degree of its distinction."""

ALIKE_OF_STRANGERS = 0.78
"""The same where nothing else says that two documents tell of one thing."""

FITTING, ONE_VOICE, ONE_PEOPLE, ROUNDING, TALLY = 0.76, 0.07, 0.1, 0.2, 0.6
"""Least likeness where a number can fit both; how much less where voice or people are one or a number is the other one rounded;
and where a tally goes on."""

APART_ALIKE, SHARE_ALIKE = 0.78, 0.4
"""Least likeness where no number fits both, and where a share stands against a count."""

CONTAINED_ALIKE = 0.6
"""Likeness for which a clause stands whose words are all in the other."""

LEAST, OTHER_UNIT, TRANSPOSED, SAID, TOLD, OF_TALLY = 20, 35, 40, 50, 60, 80
"""What the shared words must say, in tenths: with an equal number, one in another unit, one whose digits changed places, another number,
a share or a vague amount, and in a tally."""

OF_PEOPLE, ALL_PEOPLE = 0.7, 0.9
"""How far the same people stand for the same words, and how alike they must be where all else may differ."""

ALL_MEASURED, SOME_MEASURED = 0.8, 0.3
"""How much the same is measured at least: by one voice of other people, or of a part and its whole; and elsewhere."""

REFERRED_NUMBER, REFERRED = 1.5, 0.6
"""Distinction of a number, and containment of the words, from which a claim may be taken from a document that it cites."""

IN_UNITS = 1.5
"""Distinction of a sum that may stand before another currency in another text."""

CLOSE = 1e-9


Meeting = Literal["alone", "acquainted", "story"]
"""What lets two claims meet: their words alone, their words where something says that the documents tell of one thing, or one story."""


def meeting(a: Outline, b: Outline) -> Meeting | None:
    """Return what lets two claims be linked, None where they do not say enough of the same for it."""
    shared, equal = sum(map(tenths, a.topic & b.topic)), one_number(a, b)
    if _by_words(a, b, shared, equal):
        return "alone" if _of_strangers(a, b, shared, equal) else "acquainted"
    return "story" if _in_one_story(a, b, shared, equal) else None


def _by_words(a: Outline, b: Outline, shared: int, equal: bool) -> bool:
    """Whether what they say is enough by itself: ``shared`` tenths of it, and perhaps ``equal`` numbers."""
    if a.label and b.label:
        return True
    by_share = a.sort != b.sort
    if by_share and a.physical and b.physical:
        return shared >= OTHER_UNIT and _close(a.shown[0], b.shown[0])
    if by_share and not ((a.sort == "share" and b.parted) or (b.sort == "share" and a.parted)):
        return False
    if by_share and a.clause.words == b.clause.words:
        return True
    if _clauses_alike(a, b, shared):
        return True
    if by_share:
        return shared >= TOLD and _alike(a, b, shared, SHARE_ALIKE)
    if a.sort == "statement":
        return _quoted_alike(a, b)
    if equal:
        return _with_one_number(a, b, shared)
    if a.extreme and a.extreme == b.extreme and not a.who.words.isdisjoint(b.who.words):
        return True
    if _fits(a, b):
        return shared >= SAID and _fitting(a, b, shared)
    return _none_fitting(a, b, shared)


def _of_strangers(a: Outline, b: Outline, shared: int, equal: bool) -> bool:
    """Whether what two claims say is enough where nothing else says that their documents tell of one thing.

    They then name a place, a people or a person in common, or say more of the same.
    """
    if a.label and b.label:
        return a.label == b.label
    if a.sort == "statement" or a.sort != b.sort:
        return True
    named = not a.named.isdisjoint(b.named)
    if equal:
        return _quoted_alike(a, b) or _with_one_number_of_strangers(a, b, shared, named)
    if named or shared >= 10 * OWN_WORDS or (a.extreme and a.extreme == b.extreme):
        return True
    if _fits(a, b):
        return _rounded(a, b) and max(a.seldom, b.seldom) >= SELDOM
    if a.topic ^ b.topic == HALVES or _is_part(a, b) or _is_part(b, a):
        return True
    return a.shown[1] != b.shown[1] and _close(a.shown[0], b.shown[0])


def _with_one_number_of_strangers(a: Outline, b: Outline, shared: int, named: bool) -> bool:
    seldom = max(a.seldom, b.seldom)
    if seldom >= SELDOM:
        shared = max(shared, round(10 * with_kin(a.topic, b.topic).shared))
    if seldom >= SELDOM_AMOUNT and named and a.sort.startswith("money") and shared >= 10 * SAME_TRADE:
        return True
    known = seldom + (0.5 if max(a.shown[0] or 0.0, a.point or 0.0, b.point or 0.0) >= THOUSANDS else 0.0)
    least = max(2.0, 3.5 - 0.5 * seldom)
    if known < SELDOM_NUMBER:
        least = (10.0 if known < COMMON_NUMBER else 5.0) - (4.0 if named else 0.0)
    if shared < 10 * least - CLOSE:
        return False
    wanted = ALIKE_OF_STRANGERS - FOR_NUMBER * min(seldom, MOST_SELDOM)
    if _like(a, b, shared, wanted) or _one_people(a, b, min(wanted / OF_PEOPLE, ALL_PEOPLE)):
        return True
    return _clauses_alike(a, b, shared, VERBATIM)


def _clauses_alike(a: Outline, b: Outline, shared: int, least: float = FRAMED) -> bool:
    """Whether one clause says what the other does; what clauses share is part of what their topics share."""
    if shared < 10 * least or _dice(shared, a.clause, b.clause) < LOOK_ALIKE:
        return False
    clause = _shared(a.clause, b.clause)
    return clause >= 10 * least and _dice(clause, a.clause, b.clause) >= LOOK_ALIKE


def _with_one_number(a: Outline, b: Outline, shared: int) -> bool:
    seldom = max(a.seldom, b.seldom)
    if seldom >= SELDOM:
        if a.bare or b.bare:
            return True
        shared = max(shared, round(10 * with_kin(a.topic, b.topic).shared))
    if _quoted_alike(a, b) or _vaguely(a, b, shared):
        return True
    if shared < LEAST:
        return False
    if seldom >= SELDOM and a.sort.startswith("money"):
        return True
    wanted = WANTED - FOR_NUMBER * min(seldom, MOST_SELDOM) - (ONE_VOICE if a.voiced and b.voiced else 0.0)
    if _alike(a, b, shared, wanted) or _one_people(a, b, ALL_PEOPLE):
        return True
    if a.converted and b.converted and seldom >= SELDOM and _measured(a, b, SOME_MEASURED):
        return True
    if a.voiced and b.voiced and seldom >= 2 and _dice(_shared(a.who, b.who), a.who, b.who) >= ALL_PEOPLE:
        return True
    if (a.entries or b.entries) and seldom >= REFERRED_NUMBER:
        return shared >= REFERRED * min(a.least, b.least) - CLOSE or _measured(a, b, SOME_MEASURED)
    return seldom >= 2 and a.voiced and b.voiced and _measured(a, b, ALL_MEASURED)


def _fitting(a: Outline, b: Outline, shared: int) -> bool:
    if _vaguely(a, b, shared):
        return True
    wanted = FITTING - (ONE_VOICE if a.voiced and b.voiced else 0.0) - (ROUNDING if _rounded(a, b) else 0.0)
    if _one_people(a, b, ALL_PEOPLE):
        wanted -= ONE_PEOPLE
    tally = bool(a.outcome) and a.outcome == b.outcome and shared >= OF_TALLY
    return _measured(a, b, SOME_MEASURED) and _alike(a, b, shared, min(wanted, TALLY) if tally else wanted)


def _none_fitting(a: Outline, b: Outline, shared: int) -> bool:
    if a.sort == "share" and a.topic ^ b.topic == HALVES:
        return True
    if shared >= TRANSPOSED and _like(a, b, shared, APART_ALIKE):
        return True
    if a.shown[1] != b.shown[1] and _close(a.shown[0], b.shown[0]):
        return shared >= OTHER_UNIT
    if a.day and a.day == b.day and a.outcome and a.outcome == b.outcome and a.who.words == b.who.words:
        return True
    if shared < SAID:
        return False
    if shared >= 10 * LONG:
        clause = _shared(a.clause, b.clause)
        if clause >= 10 * LONG and clause >= LOOK_CONTAINED * min(a.clause.says, b.clause.says) - CLOSE:
            return True
    return a.sort == "count" and (_is_part(a, b) or _is_part(b, a))


def _in_one_story(a: Outline, b: Outline, shared: int, equal: bool) -> bool:
    """Whether it is enough where the documents tell of one thing: one seldom number, or two numbers of one toll, level or thing, or a sum in two currencies."""
    if a.sort != b.sort or a.sort == "statement":
        return in_other_units(a, b)
    if equal:
        seldom = max(a.seldom, b.seldom)
        if (a.toll and a.toll == b.toll) or _is_no_chance(a.sort, seldom):
            return True
        return seldom >= OF_NUMBER and shared >= TOLD_OF
    if (
        a.sort == "share"
        and shared >= 10 * OF_SHARES
        and _of_one_size(a.point, b.point, float(1 / (1 - WORDED)))
    ):
        return True
    if a.toll and a.toll == b.toll and _of_one_size(a.point, b.point, float(BEYOND)):
        return True
    if (
        a.figures == b.figures
        and shared >= 10 * OF_DIGITS
        and (_like(a, b, shared, ALIKE) or _one_people(a, b, ALIKE / OF_PEOPLE))
    ):
        return True
    if (
        (shared >= 10 * OF_TIMES or a.toll & b.toll)
        and a.seldom >= SELDOM
        and _of_one_size(a.point, b.point, float(GROWTH))
    ):
        return True
    if shared >= 10 * OF_DIGITS and (a.parted or b.parted):
        return True
    return shared >= TOLD and shared >= CONTAINED * min(a.least, b.least) - CLOSE


def lie_near(a: Outline, b: Outline) -> bool:
    """Return whether two numbers lie so near that documents which share a name may speak of one thing."""
    if a.shown[1] != b.shown[1] and _close(a.shown[0], b.shown[0]):
        return True
    if any(_close(one.point, end) for one, other in ((a, b), (b, a)) for end in other.ends):
        return True
    return _of_one_size(a.point, b.point, NEARLY)


def in_other_units(a: Outline, b: Outline) -> bool:
    """Return whether one sum stands before two currencies: 240 million dollars, 240 million crowns."""
    if not (a.sort.startswith("money ") and b.sort.startswith("money ")) or a.shown[1] == b.shown[1]:
        return False
    return min(a.seldom, b.seldom) >= IN_UNITS and _close(a.shown[0], b.shown[0])


def _is_no_chance(sort: str, seldom: float) -> bool:
    """Whether a number is hardly given twice by chance, or measures something and is not in every text."""
    measured = sort not in ("count", "share") and not sort.startswith("money")
    return seldom >= (OF_NUMBER if measured else UNMISTAKABLE)


def one_number(a: Outline, b: Outline) -> bool:
    """Return whether two claims give one number, or one range."""
    if a.point is not None and b.point is not None and _close(a.point, b.point):
        return True
    (low, high), (other_low, other_high) = a.ends, b.ends
    return _same(low, other_low) and _same(high, other_high)


def _of_one_size(one: float | None, other: float | None, times: float) -> bool:
    few, many = sorted((one or 0.0, other or 0.0))
    return bool(few) and many <= times * few * (1 + CLOSE)


def _is_part(part: Outline, whole: Outline) -> bool:
    """Whether one group may be a part of the other: restricted further, and all that is said of the other is said of it."""
    if not (part.people and whole.people and whole.restricted < part.restricted):
        return False
    return _said_in(whole.what, part.topic) >= ALL_MEASURED or not whole.what.says


def _alike(a: Outline, b: Outline, shared: int, wanted: float) -> bool:
    """Whether topics or people may be as alike as wanted, or one clause may hold all of the other with a number not in every text."""
    if _like(a, b, shared, wanted) or _one_people(a, b, wanted / OF_PEOPLE):
        return True
    enough = wanted <= CONTAINED_ALIKE and max(a.seldom, b.seldom) >= 2
    return enough and shared >= LOOK_ALIKE * min(a.least, b.least) - CLOSE


def _like(a: Outline, b: Outline, shared: int, wanted: float) -> bool:
    """Whether the topics may be as alike as wanted; the place that only one of them gives is not held against it."""
    return 2 * shared >= wanted * (a.least + b.least) - CLOSE


def _one_people(a: Outline, b: Outline, wanted: float) -> bool:
    shared = _shared(a.who, b.who)
    return shared >= LEAST and _dice(shared, a.who, b.who) >= wanted


def _shared(a: Phrase, b: Phrase) -> int:
    return sum(map(tenths, a.words & b.words))


def _dice(shared: int, a: Phrase, b: Phrase) -> float:
    return 2 * shared / (a.says + b.says or 1) + CLOSE


def _said_in(phrase: Phrase, topic: frozenset[str]) -> float:
    """How much of a phrase is among the words of a topic, 0 to 1."""
    return sum(map(tenths, phrase.words & topic)) / (phrase.says or 1) + CLOSE


def _measured(a: Outline, b: Outline, wanted: float) -> bool:
    """Whether as much of the same may be measured as wanted; of what says nothing of its measure the clause must be alike."""
    if not a.what.words or not b.what.words:
        return _dice(_shared(a.clause, b.clause), a.clause, b.clause) >= wanted
    if a.what.words == b.what.words or (a.outcome and a.outcome == b.outcome and wanted <= SOME_MEASURED):
        return True
    shares = _said_in(a.what, b.topic), _said_in(b.what, a.topic)
    return min(shares) >= wanted or (wanted <= SOME_MEASURED and max(shares) >= SOME_MEASURED)


def _vaguely(a: Outline, b: Outline, shared: int) -> bool:
    return a.sort.startswith("money") and (a.vague or b.vague) and a.voiced and b.voiced and shared >= TOLD


def _quoted_alike(a: Outline, b: Outline) -> bool:
    return (a.spoken or b.spoken) and a.heard != "" and a.heard == b.heard


def _rounded(a: Outline, b: Outline) -> bool:
    if a.point is None or b.point is None:
        return False
    return abs(a.point - b.point) <= float(ROUNDED) * max(a.point, b.point) * (1 + CLOSE)


def _fits(a: Outline, b: Outline) -> bool:
    return _below(a.reach[0], b.reach[1]) and _below(b.reach[0], a.reach[1])


def _below(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high or isclose(low, high, rel_tol=CLOSE)


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and isclose(one, other, rel_tol=CLOSE)


def _same(one: float | None, other: float | None) -> bool:
    return one == other or _close(one, other)
