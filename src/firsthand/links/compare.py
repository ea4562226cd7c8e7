"""How one claim stands to another: same, drift, update, conflict, impossible, or nothing at all.

Structure decides first: kind and unit, measure, population with its
restrictions, place, period, value, source. A link is made only on reasons that
can be said; what is only similar is not linked. The decision depends on the two
claims, their documents' dates, titles and publishers and the names of one voice, on nothing else.
"""

import re

from firsthand.lexicon import words
from firsthand.links.amounts import (
    bare,
    conversions_apart,
    converted_otherwise,
    of_one_currency,
    one_amount,
    vaguely,
)
from firsthand.links.arithmetic import miscalculated
from firsthand.links.aspects import STATUS
from firsthand.links.comparison import Comparison, is_tabled, side_by_side
from firsthand.links.drifts import drifts
from firsthand.links.near_values import miscopied, near_value
from firsthand.links.neighbours import told_beside
from firsthand.links.once import surely_changed, told_once
from firsthand.links.other_numbers import LONG, Judged, bounds_apart, extremes, fits, none_fits, one_time
from firsthand.links.ratios import AS_SHARE, CONVERTED_APART, LEAST_WHOLE, number_of_whole
from firsthand.links.reasons import reasons
from firsthand.links.retold import is_of_another_whole, tells_much, told_again
from firsthand.links.rivals import are_of_one_event, miswritten, of_one_toll
from firsthand.links.said import Said
from firsthand.links.series import apart, in_series
from firsthand.links.terms import form, total
from firsthand.links.themes import OF_NUMBER, UNMISTAKABLE
from firsthand.links.values import point
from firsthand.records import Link

NAMED = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?")
"""One or two names, and nothing else, of whom something is told."""

THOUSANDS = 1000
"""From here on a round number is less common than its one digit tells."""

QUOTED = 8.0
"""Rarity of the words of a quotation that are those of one person, whoever tells of him."""

COMMON_NUMBER, SELDOM_NUMBER = 1.5, 2.5
"""Distinction up to which a number is in every text ("60", "nine"), and up to which it is in many ("31", "64%")."""


ONE_EVENT = 0.66
"""How sure it is that two texts of one story that count nine dead count the same."""

LEAST_TOLD = 2.0
"""Rarity of the words in which one tells of himself and another one of him, beside a number that is not in every text."""

OTHER_WHOLE = 0.66
"""How sure it is that one share of which the same is said is one figure, whatever it is given as a share of."""

ONE_TOTAL = 0.68
"""How sure it is that two texts which tell seven of 11 of the same things tell one figure."""

MISCALCULATED = 0.75
"""How sure it is that a share which a text gives as another word for a ratio, and which is not that ratio, is wrong."""


def compare(earlier: Said, later: Said, *, related: bool = False, one_story: bool = False) -> Link | None:
    """Return how the later claim stands to the earlier one, None when they are not shown to be about the same thing.

    ``related`` says that their documents are known to tell of one thing, ``one_story`` that they give several seldom
    numbers of the same things.
    """
    if earlier.label and later.label:
        return in_series(earlier, later)
    laid = side_by_side(earlier, later, related=related, one_story=one_story)
    if laid is None or _denied(laid) or _private(laid):
        return None
    by_words = (
        _statement(laid)
        if earlier.claim.quantity is None
        else _figure(laid) or near_value(laid) or told_beside(laid)
    )
    found = by_words or told_once(laid)
    if found is None:
        return None
    kind, weight = found
    if laid.one_document and kind != "impossible" and _of_a_table(laid):
        return None  # two rows of a table
    one_clause = laid.one_document and earlier.claim.span.meets(later.claim.span)
    if one_clause and kind not in ("impossible", "update") and not laid.by_ratio:
        return None  # "250 women and 250 men": no clause says a figure twice, but as a share or of two times
    told = kind in ("same", "drift") and not laid.by_ratio and not (kind == "same" and vaguely(laid))
    drift = drifts(laid) if told else ()
    if by_words is None:
        drift = surely_changed(laid, drift)
    if kind == "same" and drift:
        kind = "drift"
    return Link(earlier.claim.id, later.claim.id, kind, round(weight, 3), drift, reasons(laid))


def _of_a_table(laid: Comparison) -> bool:
    """Whether both claims are cells of rows of one document, each of which has its own."""
    return all(said.claim.text.count("\t") > 1 for said in (laid.earlier, laid.later))


def _denied(laid: Comparison) -> bool:
    """Whether one denies what the other says; beside one seldom number a "not" is of something else: "which had not arrived"."""
    if laid.a.denies == laid.b.denies or laid.verbatim:
        return False
    once_more = laid.stand == "equal" and laid.number >= OF_NUMBER
    return not (laid.related and (once_more or miswritten(laid)))


def _private(laid: Comparison) -> bool:
    """Whether the two tell of somebody whom only their own documents know, and nothing shows that it is one person.

    "I was nineteen" in two testimonies is not the same claim; it is by the same named speaker, in a long
    shared wording, or with a number that is seldom the same by chance.
    """
    if _is_average_of_one(laid):
        return True
    if not (laid.a.own or laid.b.own or laid.a.of_someone or laid.b.of_someone) or of_one_toll(laid):
        return False
    if laid.same_voice or (laid.clause.shared >= LONG and laid.verbatim) or is_of_another_whole(laid):
        return False
    if laid.one_story and _public(laid):
        return False
    if laid.one_quotation and (laid.related or laid.clause.shared >= QUOTED):
        return False  # "There were twenty of us to eight beds": the same words of the same person
    if laid.related and _told_of_another(laid):
        return False
    if miscopied(laid):
        return False  # what "her place" cost: the words around say whose it was
    if laid.related and not (laid.a.own and laid.b.own) and not (laid.a.of_someone or laid.b.of_someone):
        return False  # "31 of us were on board", "31 people were on board"
    if laid.a.of_someone and laid.b.of_someone and laid.a.persons & laid.b.persons:
        return False
    return laid.number < 3 or laid.clause.shared < 0.5 * LONG


def _is_average_of_one(laid: Comparison) -> bool:
    """Whether one gives on average what the other gives of somebody by name: "on average each household", "Ruta"."""
    claims = laid.earlier.claim, laid.later.claim
    if not any(NAMED.fullmatch(claim.population or "") for claim in claims):
        return False
    known = words("en", "comparing", "averaged")
    averaged = [not known.isdisjoint(claim.text.casefold().split()) for claim in claims]
    named = claims[averaged[0]]
    return averaged[0] != averaged[1] and NAMED.fullmatch(named.population or "") is not None


def _told_of_another(laid: Comparison) -> bool:
    """Whether many people are counted, or one tells of himself what the other one tells of him in the same words."""
    if laid.stand != "equal" or not told_again(laid):
        return False
    if laid.a.people and laid.b.people and laid.number >= UNMISTAKABLE:
        return True
    return laid.a.own != laid.b.own and total(laid.shared | laid.around) >= 10 * LEAST_TOLD


def _public(laid: Comparison) -> bool:
    """Whether a seldom count or share is given of something that both name: "they owe him money" tells of no person."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or (laid.earlier.testimony and laid.later.testimony):
        return False
    return quantity.kind in ("count", "share", "rate") and tells_much(laid.earlier.claim) and laid.telling


def _statement(laid: Comparison) -> Judged | None:
    """Claims without a figure are linked only when they are the same words."""
    return ("same", 0.9) if laid.verbatim and laid.clause.shared >= 8 else None


def _figure(laid: Comparison) -> Judged | None:
    if (laid.a.row or laid.b.row) and not laid.one_series:
        return None
    if laid.by_ratio:
        return _ratio(laid)
    if laid.stand == "equal" and not bounds_apart(laid):
        return _equal(laid)
    if bounds_apart(laid):
        return extremes(laid)
    return fits(laid) if laid.stand == "fits" else none_fits(laid)


def _equal(laid: Comparison) -> Judged | None:
    """The same number: by its own words, or by those around it where its documents tell one story.

    Two conversions of it into another currency may contradict each other.
    """
    if "place" in laid.against and apart(laid.earlier, laid.later) and not _tabled(laid):
        return None  # what two articles of a reference work say of two places
    found = _by_its_words(laid)
    if found is None and _of_one_total(laid):
        found = "same", ONE_TOTAL
    if found is None and told_again(laid):
        found = "same", 0.5 + 0.3 * laid.like + 0.04 * laid.number
    if (
        found is None
        and (laid.one_story or laid.one_document)
        and not laid.against
        and are_of_one_event(laid)
    ):
        found = "same", ONE_EVENT
    return ("impossible", CONVERTED_APART) if found and converted_otherwise(laid) else found


def _of_one_total(laid: Comparison) -> bool:
    """Whether both tell as many of as many of the same: "seven of the 11 exits were locked", "could have been opened"."""
    one, other = number_of_whole(laid.earlier.claim), number_of_whole(laid.later.claim)
    if one is None or one != other or one < LEAST_WHOLE or laid.one_document or not laid.related:
        return False
    return bool(laid.shared) and not laid.against & {"extra", "sex", "age"}


def _by_its_words(laid: Comparison) -> Judged | None:
    """The same number: the rarer it is, the less the words must agree."""
    told_otherwise = laid.against & {"outcome", "extra"} and not _made_sure(laid)
    if told_otherwise or not (
        _say_enough(laid)
        or _tabled(laid)
        or one_amount(laid)
        or of_one_currency(laid)
        or bare(laid)
        or vaguely(laid)
        or laid.one_quotation
        or is_of_another_whole(laid)
    ):
        return None
    if conversions_apart(laid):
        return "impossible", CONVERTED_APART
    if _tabled(laid):
        return "same", 0.75
    number = laid.number
    if laid.one_quotation:
        return "same", 0.9
    if laid.verbatim and not ("place" in laid.against and number < 3):
        return "same", 0.95
    if laid.same_voice and laid.same_people and laid.a.names and not laid.against and not number:
        return "same", 0.7  # "thousands of Karvelian women", by one voice, in other words
    if one_amount(laid) or bare(laid) or vaguely(laid) or of_one_currency(laid):
        return "same", 0.7
    if _referred(laid) or _of_others(laid):
        return "same", 0.72
    if is_of_another_whole(laid):
        return "same", OTHER_WHOLE
    if _by_one_voice(laid):
        return "same", 0.75
    long_ago = laid.long_before and laid.a.of("outcome")
    if (laid.against & {"place", "period"} or long_ago) and number < 3 and not _taken_up(laid):
        return None
    if laid.only_counted and number >= 2:
        return "same", min(0.94, 0.45 + 0.4 * laid.like)
    if laid.like < _likeness_wanted(laid) or (laid.measure < 0.12 and number < 3 and not laid.contained):
        return None
    return "same", min(0.94, 0.45 + 0.4 * laid.like + 0.06 * number)


def _tabled(laid: Comparison) -> bool:
    return is_tabled(laid.a, laid.earlier.claim, laid.b, laid.later.claim)


def _ratio(laid: Comparison) -> Judged | None:
    """A share and a count of a whole: they say the same of one thing, or arithmetic forbids one of the two."""
    if laid.one_document and laid.stand == "apart":
        return ("impossible", MISCALCULATED) if miscalculated(laid) else None
    if laid.against - {"whole"} or _of_children(laid) or laid.topic.shared < 6 or not laid.telling:
        return None
    if laid.stand == "equal":
        return ("same", AS_SHARE) if laid.verbatim or laid.like >= 0.4 else None
    surely = laid.stand == "apart" and (laid.verbatim or (laid.like >= 0.6 and laid.measure >= 0.6))
    return ("impossible", 0.6) if surely and laid.related and one_time(laid) else None


def _of_children(laid: Comparison) -> bool:
    """Whether only one of two documents speaks of children."""
    return not laid.one_document and "child" in laid.a.of("age") ^ laid.b.of("age")


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
