"""Two claims laid side by side: what they share, in which aspects they contradict each other, what only one of them states."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from firsthand.lexicon import load, words
from firsthand.links.aspects import DIMENSIONS, Aspects, aspects
from firsthand.links.ratios import stand_as_share
from firsthand.links.said import Said, same_words
from firsthand.links.terms import Overlap, content, form, overlap, total, weight, with_kin
from firsthand.links.times import same_period
from firsthand.links.tolls import tallied
from firsthand.links.values import PHYSICAL, Stand, alone, distinction, in_two_currencies, stand
from firsthand.records import Claim

LOOK_ALIKE = 0.85
"""Likeness from which two clauses are the same words."""

LEAST_SHARED = 2.0
"""Rarity of the words that two claims must share at least to be linked at all."""

IN_STORY = 1.0
"""The same for an equal number in two documents that are known to tell of one thing."""

SPEAKING = 1.0
"""Rarity from which a shared word says something."""

SELDOM = 3.0
"""Distinction from which a number is so seldom that words of one family count as one."""

MONTH = len("2025-04")
"""Letters of a period that say its month."""

LONG = 2
"""Years before a paper appeared from which it tells of a time long past, where it gives the time at all."""

SERIES = 2.0
"""The same where both are of one publisher, which alone tells nothing: a newspaper writes of everything."""

CONTEXT = 4.0
"""Rarity of the words that two titles share when their documents tell of one thing."""


SAME_FATE = 0.3
"""How much the same is measured at least where the same happened to people, in whatever words."""

VERBATIM = 5
"""Rarity of the words of a clause from which the same words are no chance."""

FRAMED = 2.5
"""Rarity of the words of a clause that two editions of one paper repeat with another number."""

UNMEASURED = ("count", "share", "money")
"""What a claim measures whose text does not say it: the kind of its number."""

WHOLE = re.compile(r"(?<![\w.,])\d[\d.,]*\d(?!%)")
"""A number of two digits or more with which a whole is given."""

YEAR = 4
"""Characters of a year."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims laid side by side.

    ``against`` names the aspects that contradict each other, ``open`` those that
    only one of the two states. ``same_voice`` is the key of a body behind both,
    ``told_together`` that their documents share other claims, ``one_story`` that they give several seldom numbers of the same things.
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
    told_together: bool = False
    one_story: bool = False

    @property
    def like(self) -> float:
        """How much of what they talk about is shared, 0 to 1; a long clause is not held against a short one's people."""
        people = 0.7 * self.people.likeness if self.people.shared >= 2 else 0.0
        return max(self.topic.likeness, people, 0.6 if self.contained else 0.0)

    @property
    def contained(self) -> bool:
        """Whether one of two related clauses says all that the other says, with a number that is not in every text."""
        return self.topic.containment >= LOOK_ALIKE and self.number >= 2 and self.related

    @property
    def same_people(self) -> bool:
        """Whether both state the same people in full: who, from where, in what capacity."""
        return self.people.shared >= 4 and self.people.likeness >= 0.9

    @property
    def verbatim(self) -> bool:
        """Whether the two clauses are the same words, numbers aside."""
        return self.clause.likeness >= LOOK_ALIKE and self.clause.shared >= VERBATIM

    @property
    def shared(self) -> frozenset[str]:
        """The shared words that say more than that people are counted."""
        both = (self.a.topic & self.b.topic) - general()
        return frozenset(word for word in both if weight(word) >= SPEAKING)

    @property
    def around(self) -> frozenset[str]:
        """The words that one of them says and that stand around the other, where these were looked up, general ones aside."""
        found = (self.a.topic & self.later.around) | (self.b.topic & self.earlier.around)
        return frozenset(word for word in found - general() if weight(word) >= SPEAKING)

    @property
    def around_both(self) -> frozenset[str]:
        """The words that both say or that stand around them, where these were looked up, general ones aside."""
        here, there = self.a.topic | self.earlier.around, self.b.topic | self.later.around
        return (here & there) - general()

    @property
    def beside(self) -> bool:
        """Whether both stand next to claims that are linked to each other."""
        return not self.earlier.beside.isdisjoint(self.later.beside)

    @property
    def telling(self) -> bool:
        """Whether a shared word says more than that people are counted."""
        return bool(self.shared)

    @property
    def number(self) -> float:
        """How unlikely it is that two texts name the number of the earlier claim by chance."""
        quantity = self.earlier.claim.quantity
        return 0.0 if quantity is None else distinction(quantity) + (0.5 if quantity.per else 0.0)

    @property
    def by_ratio(self) -> bool:
        """Whether a share is set against a count of a whole."""
        one, other = self.earlier.claim.quantity, self.later.claim.quantity
        return bool(one and other and one.kind != other.kind and one.kind not in PHYSICAL)

    @property
    def one_series(self) -> bool:
        """Whether both documents are of one publisher."""
        return bool(self.earlier.outlet and self.earlier.outlet == self.later.outlet)

    @property
    def only_counted(self) -> bool:
        """Whether one says of the same people only how many they are, the other the same number and what they do."""
        measures = self.earlier.claim.measure, self.later.claim.measure
        counted = self.stand == "equal" and not self.against and self.same_people
        return counted and (measures[0] == "count") != (measures[1] == "count")

    @property
    def one_document(self) -> bool:
        """Whether one document says both."""
        return self.earlier.claim.document == self.later.claim.document

    @property
    def related(self) -> bool:
        """Whether something beside the words says that both tell of one thing: a voice, a publisher, their titles."""
        return self.told_together or self.known_together

    @property
    def known_together(self) -> bool:
        """Whether a voice, a reference or the titles of the two documents say so, and not only names or claims in both."""
        if self.same_voice or self.cited:
            return True
        alike = overlap(self.earlier.title, self.later.title).shared
        return alike >= (SERIES if self.one_series else CONTEXT)

    @property
    def acquainted(self) -> bool:
        """Whether both tell of one thing, or at least have a rare name in common."""
        return self.related or not self.earlier.known.isdisjoint(self.later.known)

    @property
    def cited(self) -> bool:
        """Whether one of them gives the document of the other as its reference, by its title."""
        return _refers(self.later, self.earlier) or _refers(self.earlier, self.later)

    @property
    def one_quotation(self) -> bool:
        """Whether both are the same words to the letter, at least one of them between quotation marks."""
        return self.stand == "equal" and same_words(self.earlier.claim, self.later.claim)

    @property
    def one_scene(self) -> bool:
        """Whether both state one period of days or months, and the same place or people."""
        one, other = self.earlier.claim.period, self.later.claim.period
        stated = one is not None and one == other and dated(one) is not None and len(one) > YEAR
        return stated and bool(self.a.places & self.b.places or self.a.names & self.b.names)

    @property
    def one_frame(self) -> bool:
        """Whether two editions of one publisher's paper state a number in the same words."""
        editions = self.one_series and bool(self.days_apart) and self.earlier.title == self.later.title
        return editions and self.clause.likeness >= LOOK_ALIKE and self.clause.shared >= FRAMED

    @property
    def long_before(self) -> bool:
        """Whether one tells of a time at least two years before the other was published, which does not say when."""
        both = ((self.earlier, self.later), (self.later, self.earlier))
        return any(
            not said.claim.period
            and dated(told.claim.period) is not None
            and (said.published or "")[:YEAR].isdigit()
            and int((said.published or "")[:YEAR]) - int((told.claim.period or "").split("/")[-1][:YEAR])
            >= LONG
            for said, told in both
        )

    @property
    def days_apart(self) -> int | None:
        """How many days lie between the two documents, None when a date is not known to the day."""
        try:
            first, second = (date.fromisoformat(said.published or "") for said in (self.earlier, self.later))
        except ValueError:
            return None
        return abs((second - first).days)

    @property
    def other_source(self) -> bool:
        """Whether two reporters name different voices, or one names another voice than the maker's own document.

        What two bodies say in documents of their own is credited to nobody else.
        """
        owned = [
            bool(said.claim.chain) and said.claim.chain[0].role != "outlet"
            for said in (self.earlier, self.later)
        ]
        own = owned[1] or (owned[0] and not self.earlier.claim.first_hand)
        return bool(self.earlier.bodies and self.later.bodies and self.same_voice is None and not own)


def _refers(said: Said, other: Said) -> bool:
    """Whether a reference behind a claim names the title of another document."""
    if len(said.claim.chain) < 2 or total(other.title) < 10 * CONTEXT:
        return False
    entries = (step.name for step in said.claim.chain[1:] if step.name and step.role == "outlet")
    return any(other.title <= content(entry) for entry in entries)


def side_by_side(
    earlier: Said, later: Said, *, related: bool = False, one_story: bool = False
) -> Comparison | None:
    """Return two claims laid side by side, None when they share nothing that could be compared."""
    one, other = earlier.claim, later.claim
    if (one.quantity is None) != (other.quantity is None):
        return None
    how: Stand = "equal"
    if one.quantity is not None and other.quantity is not None:
        how = stand(one.quantity, other.quantity)
        if how == "incomparable":
            how = stand_as_share(one, other)
        if (
            how == "incomparable"
            and earlier.around
            and later.around
            and in_two_currencies(one.quantity, other.quantity)
        ):
            how = "apart"
        if how == "incomparable":
            return None
    a, b = aspects(one), aspects(other)
    said = a.topic, b.topic
    if (a.where or b.where) and not (a.places and b.places):
        said = (
            a.topic - a.where,
            b.topic - b.where,
        )  # a place that only one of them gives is open, not another topic
    topic = overlap(*said)
    if how == "equal" and topic.likeness < 1 and one.quantity and distinction(one.quantity) >= SELDOM:
        topic = with_kin(*said)
    if (
        topic.shared < (IN_STORY if how == "equal" and related else LEAST_SHARED)
        and not (how == "apart" and tallied(a, one) and tallied(a, one) == tallied(b, other))
        and not (a.extreme and a.extreme == b.extreme)
        and not (how == "equal" and (is_bare(a, one) or is_bare(b, other) or same_words(one, other)))
        and not (how == "equal" and is_tabled(a, one, b, other))
        and not (how == "equal" and (a.topic & later.around or b.topic & earlier.around))
        and not (how == "equal" and one_story and one.quantity and alone(one.quantity))
        and not (earlier.around and later.around)
        and earlier.beside.isdisjoint(later.beside)
    ):
        return None
    against, left_open = _restrictions(a, b, one, other)
    if "period" in against and how == "equal" and _counted_on(a, b, one.period, other.period):
        against -= {"period"}
    return Comparison(
        earlier, later, a, b, how,
        topic=topic,
        people=overlap(a.who, b.who),
        clause=overlap(a.clause, b.clause),
        measure=_measure(a, b),
        against=against,
        open=left_open,
        same_voice=next((body for body in earlier.bodies if body in later.bodies), None),
        told_together=related,
        one_story=one_story,
    )  # fmt: skip


def is_tabled(a: Aspects, one: Claim, b: Aspects, other: Claim) -> bool:
    """Whether a document gives one number in a table and in a sentence that speaks of what the cell's row and column name."""
    if one.document != other.document or a.cell == b.cell or one.quantity is None:
        return False
    cell, told = (a, b) if a.cell else (b, a)
    named, known = cell.who & told.topic, distinction(one.quantity)
    return bool(named) and (known >= SELDOM or (known >= 1 and named == cell.who))


def is_bare(said: Aspects, claim: Claim) -> bool:
    """Whether a clause gives an amount of money and says nothing else, or a figure and does not say of what."""
    quantity = claim.quantity
    if quantity is None or said.figure:
        return quantity is not None
    return quantity.kind == "money" and not claim.terms and not said.who


def _restrictions(a: Aspects, b: Aspects, one: Claim, other: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Which aspects contradict each other, and which only one of the two claims states."""
    against, left_open = set(), set()
    for dimension, x, y in zip(DIMENSIONS, a.kinds, b.kinds, strict=True) if a.kinds != b.kinds else ():
        if x and y and not (x <= y or y <= x):
            against.add(dimension)
        elif x != y:
            left_open.add(dimension)
    names = (
        a.names - b.places,
        b.names - a.places,
    )  # "the trade in Karvelia" is of no other people than "Karvelian women"
    places = a.places or (b.places and a.inside), b.places or (a.places and b.inside)
    for aspect, x, y in (("names", *names), ("place", *places)):
        if x - y and y - x:
            against.add(aspect)
        elif x != y:
            left_open.add(aspect)
    apart = a.part != b.part or (a.whole and b.whole and overlap(a.whole, b.whole).containment < 0.5)
    if apart and not of_one_number(one.whole, other.whole):
        against.add("whole")
    if dated(one.period) and dated(other.period):
        if not same_period(one.period or "", other.period or ""):
            against.add("period")
    elif dated(one.period) or dated(other.period):
        left_open.add("period")
    return frozenset(against), frozenset(left_open)


def of_one_number(one: str | None, other: str | None) -> bool:
    """Return whether two wholes are given with one number: "the 68 people whom we met", "68 former detainees"."""
    given = [frozenset(WHOLE.findall(phrase or "")) for phrase in (one, other)]
    return bool(given[0]) and given[0] == given[1]


def _measure(a: Aspects, b: Aspects) -> float:
    """How much the two say the same of their people: what one measures, found in the other's clause."""
    if not a.what or not b.what:
        return overlap(a.clause, b.clause).likeness
    if a.what == b.what:
        return 1.0 if total(a.what) else 0.0
    direct = overlap(a.what, b.what).likeness
    if a.of("outcome") and a.of("outcome") == b.of("outcome"):
        direct = max(direct, SAME_FATE)  # "counts 41 deaths", "41 workers died"
    shares = share(a.what, b.topic), share(b.what, a.topic)
    return max(direct, min(shares), 0.3 * max(shares))  # one may say more of them than the other


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return how much of some words is among others, by rarity, 0 to 1; 0 when nothing is said."""
    said = total(part)
    return total(part & whole) / said if said else 0.0


def dated(period: str | None) -> str | None:
    """Return a period that begins with a year, else None."""
    return period if period and period[:4].isdigit() else None


def _counted_on(a: Aspects, b: Aspects, one: str | None, other: str | None) -> bool:
    """Whether two periods are the beginning and the end of one count: "since 2 March", "by 13 April", "from May to October"."""
    since = words("en", "comparing", "beginning")
    if a.running and b.running and bool(a.running & since) != bool(b.running & since):
        return True
    ends = (one or "").split("/")[-1], (other or "").split("/")[-1]
    return bool(a.running or b.running) and same_period(
        *(end[:MONTH] if a.running and b.running else end for end in ends)
    )


@cache
def general() -> frozenset[str]:
    """Return the words for people in general, for women, men and children, and what stands where nothing is said, in one form."""
    kinds = load("en", "comparing")
    named = (
        word
        for group in ("sex", "age")
        for kind, found in kinds[group].items()
        if kind != "why"
        for word in found
    )
    return frozenset(map(form, (*words("en", "comparing", "people"), *named, *UNMEASURED)))
