"""What changed from one claim to a later one that takes it up."""

import re
from functools import cache
from itertools import dropwhile

from firsthand.lexicon import words
from firsthand.links.aspects import STATUS, Aspects, capacity_words
from firsthand.links.borrowed import is_of_another, is_of_one_year
from firsthand.links.comparison import Comparison, dated, general, is_tabled, of_one_number
from firsthand.links.said import is_row
from firsthand.links.terms import TOKEN, any_of, content, form, forms, overlap, weight
from firsthand.links.values import for_another
from firsthand.records import Claim, Drift, Quantity

PEOPLE = frozenset({"sex", "age", "status", "names"})

NUMBERED = re.compile(r"(?<![\w.,])\d")
"""With which those whom a survey reached are told: "1,412 adult workers"."""

SAME_WHOLE = 0.8
"""How many of the words of one whole stand in the other where one is given with its number: "the 148 bodies found", "the bodies"."""

BEFALLEN = frozenset({"dead", "injured", "missing"})
"""What is told together of those of whom others tell one: "died or are missing"."""

ONLY_CHARGED = frozenset({(True, False, False, True), (False, True, True, False)})
"""Of two claims: whether the one charges and whether it establishes, and the same of the other."""

BESIDE = 4
"""Words next to a number that say for whom it is."""

HOUSEHOLD = frozenset({"household"})

OVER = re.compile(
    r"\b(?:over|in|for|within)\s+(?:the\s+)?(?:(?:next|last|past)\s+)?[\w-]+\s+(?:years|months|decades)\b|\b(?:in all|in total|altogether|since)\b",
    re.IGNORECASE,
)
"""Words for a time of several years."""

MATTER = frozenset({"mass", "volume"})
"""Kinds that are measured of something."""

OF_MATTER = re.compile(r" of (?:raw |dry |pure |fine |liquid )?([a-z]+)\b")
"""What stands behind a mass or a volume for that of which it is one."""

AIMED = re.compile(r"(?P<deed>.*?\w) (?:on|against) (?P<target>.+)")
"""A deed and at whom or what it was aimed."""

PARTS_OF_A_YEAR = frozenset({"day", "week", "month"})
"""For each of which something is given that is elsewhere given for a year."""

ALONE = re.compile(
    r"\b(?:in|on|during|over) (?:[\w-]+ ){0,3}(?:\d{4}|days?|nights?|weeks?|months?|years?|seasons?|spring|summer|autumn|winter|harvest|quarter"
    r"|January|February|March|April|May|June|July|August|September|October|November|December) alone\b"
    r"|\b(?:in|over|within) (?:just |only )?(?:a|one) single (?:day|night|week|month|year|season)\b"
    r"|\b(?:in|within) just [\w-]+ (?:days?|nights?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
"""Words that say of a time that it was no longer."""

BEFORE_A_WHOLE = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "these", "those"})

TELLING = 1.0
"""Rarity of a word that restricts a whole."""

PLAIN = frozenset({"length", "mass", "area", "volume", "duration", "temperature"})
"""Kinds whose unit says what is measured: a distance stays one, whatever verb stands beside it."""


def drifts(laid: Comparison) -> tuple[Drift, ...]:
    """Return what changed from one claim to the other, in the order of the record's list."""
    one, other = laid.earlier.claim, laid.later.claim
    if is_row(one) and one.text == other.text and laid.stand == "equal":
        return ()  # a row of one table in two files: its heads may be read otherwise, its numbers are the same
    numbers = (
        _of_number(laid, one.quantity, other.quantity) if one.quantity and other.quantity else frozenset()
    )
    changed: dict[Drift, bool] = {
        "value": "value" in numbers,
        "hedge": "hedge" in numbers,
        "population": _is_of_other_people(laid),
        "whole": ("whole" in laid.against and not _of_those_asked(laid))
        or _of_a_sample(laid)
        or _of_some(laid),
        "measure": _is_measure_other(laid),
        "period": _is_of_another_time(laid),
        "place": "place" in laid.against or _told_of_a_country(laid),
        "unit": "unit" in numbers,
        "source": laid.other_source,
    }
    return tuple(kind for kind, found in changed.items() if found)


def _of_number(laid: Comparison, one: Quantity, other: Quantity) -> frozenset[Drift]:
    """What changed of the number itself: its value, how firmly it is said, its unit or for each of what it is given."""
    unsure = one.hedge != other.hedge or _status(laid) or _believed(laid) or _is_held_against(laid)
    unit = (one.unit or "") != (other.unit or "") or for_another(one, other)
    found: dict[Drift, bool] = {"value": laid.stand != "equal", "hedge": unsure, "unit": unit}
    return frozenset(kind for kind, changed in found.items() if changed)


def _is_of_other_people(laid: Comparison) -> bool:
    """Whether others are counted than before."""
    both_people = laid.a.people and laid.b.people
    quantities = (said.claim.quantity for said in (laid.earlier, laid.later))
    parted = any(quantity is not None and quantity.kind == "share" for quantity in quantities)
    return bool(
        laid.against & PEOPLE
        or (both_people and _of_others(laid))
        or ((both_people or parted) and _of_children(laid))
        or _of_households(laid)
        or is_of_another(laid)
    )


def _is_measure_other(laid: Comparison) -> bool:
    """Whether something else is told of those who are counted."""
    return bool(
        laid.against & {"measure", "outcome"}
        or _measured_otherwise(laid)
        or _befell_fewer(laid)
        or _is_of_each(laid)
        or _is_of_other_matter(laid)
        or _are_those_aimed_at(laid)
    )


def _is_of_another_time(laid: Comparison) -> bool:
    """Whether it is told of another time than before."""
    return bool(
        "period" in laid.against
        or _told_as_of_now(laid)
        or _told_of_each_year(laid)
        or is_of_one_year(laid)
        or _told_of_a_time_alone(laid)
    )


def _of_others(laid: Comparison) -> bool:
    """Whether only one restricts the people by their sex or capacity, which the other does not say in other words."""
    if "sex" in laid.open:
        return True
    if "status" not in laid.open:
        return False
    if laid.one_document and laid.stand == "equal":
        return False  # a text does not say at each place who its people are
    said = ((laid.a, laid.b), (laid.b, laid.a))
    if laid.stand == "equal" and any(_are_those_asked(one) for one in (laid.a, laid.b)):
        return False
    return any(
        not capacity_words(only) & other.topic
        for one, other in said
        if (only := one.of("status") - other.of("status"))
    )


def _are_those_asked(said: Aspects) -> bool:
    """Whether people are told of only as those who were asked: "adults interviewed" are whoever was."""
    return said.sample and not said.of("status") and said.who <= general() | _asked()


def _of_children(laid: Comparison) -> bool:
    """Whether people have become children, or children people; "women" and "women and girls" are told by their sex."""
    return "age" in laid.open and not (laid.a.of("sex") or laid.b.of("sex"))


def _status(laid: Comparison) -> bool:
    """Whether only one of the two says that something is suspected, or that it is confirmed."""
    if laid.one_document or laid.a.cell or laid.b.cell:
        return False  # what a table calls "cases" are those of which the text around it speaks
    one, other = laid.a.of("outcome"), laid.b.of("outcome")
    if "outcome" not in laid.open or not (one ^ other) & STATUS:
        return False
    return one ^ other <= STATUS or not one or not other


def _believed(laid: Comparison) -> bool:
    """Whether what one tells as believed or feared the other one tells as known: "are believed to have left", "left"."""
    if laid.one_document or laid.stand != "equal" or laid.a.cell or laid.b.cell:
        return False
    hedges = {each.claim.quantity.hedge for each in (laid.earlier, laid.later) if each.claim.quantity}
    if "at most" in hedges:
        return False  # who says "up to" believes
    said = [any_of("believed").search(each.claim.text) is not None for each in (laid.earlier, laid.later)]
    return said[0] != said[1]


def _is_held_against(laid: Comparison) -> bool:
    """Whether one tells as established what the other tells as laid to somebody's charge: "accused", "found to have done it"."""
    if laid.one_document or laid.stand != "equal" or laid.a.cell or laid.b.cell or "outcome" in laid.against:
        return False
    (charged, found), (other_charged, other_found) = (
        (any_of("alleged").search(text) is not None, any_of("found_so").search(text) is not None)
        for text in (laid.earlier.claim.text, laid.later.claim.text)
    )
    return (charged, found, other_charged, other_found) in ONLY_CHARGED


def _is_of_each(laid: Comparison) -> bool:
    """Whether the same amount is given once for each of several, and once for all of them: "2,000 to each", "2,000 in total"."""
    if laid.one_document or laid.stand != "equal":
        return False
    each, all_ = zip(*(_for_whom(said.claim) for said in (laid.earlier, laid.later)), strict=True)
    return bool((each[0] and all_[1]) or (each[1] and all_[0]))


def _for_whom(claim: Claim) -> tuple[bool, bool]:
    """Whether the words next to the number of a claim say that it is for each, and whether they say that it is for all."""
    if claim.quantity is None:
        return False, False
    ends = claim.quantity.span.end - claim.span.start
    before, behind = claim.text[: claim.quantity.span.start - claim.span.start], claim.text[ends:]
    near = " ".join(behind.split(",")[0].split()[:BESIDE])
    total = any_of("in_all").search(f"{' '.join(before.split()[-BESIDE:])} {near}") is not None
    return claim.quantity.per is None and any_of("for_each").search(near) is not None, total


def _of_households(laid: Comparison) -> bool:
    """Whether one counts households and the other one people: the same number of them is not the same."""
    quantity = laid.earlier.claim.quantity
    if laid.one_document or quantity is None or quantity.kind != "count" or laid.stand != "equal":
        return False
    homes = [bool(said.of("status") & HOUSEHOLD) for said in (laid.a, laid.b)]
    return homes[0] != homes[1] and (laid.b if homes[0] else laid.a).people


def _befell_fewer(laid: Comparison) -> bool:
    """Whether only one says that those whom it counts include some to whom something else happened: "died or are missing", "drowned"."""
    if laid.one_document or laid.stand != "equal" or laid.a.cell or laid.b.cell:
        return False
    a, b = (said.of("outcome") & BEFALLEN for said in (laid.a, laid.b))
    return bool(a and b) and (a < b or b < a)


def _told_of_each_year(laid: Comparison) -> bool:
    """Whether what one gives for a time of several years the other gives for each year: "over ten years", "a year"."""
    one, other = laid.earlier.claim, laid.later.claim
    if one.quantity is None or other.quantity is None or laid.stand != "equal":
        return False
    if (one.quantity.per is None) == (other.quantity.per is None):
        return False
    whole, each = (one, other) if one.quantity.per is None else (other, one)
    of_less = each.quantity is not None and each.quantity.per in PARTS_OF_A_YEAR and dated(whole.period)
    return bool(of_less) or OVER.search(whole.text) is not None


def _of_some(laid: Comparison) -> bool:
    """Whether one share is of some of those of whom the other one is: "of its political airtime", "of its airtime"."""
    if not _of_shares(laid) or laid.one_document or laid.stand != "equal":
        return False
    one, other = (_bare(said.claim.whole or "") for said in (laid.earlier, laid.later))
    few, many = (one, other) if len(one) > len(other) else (other, one)
    return (
        bool(many)
        and len(few) == len(many) + 1
        and few[1:] == many
        and not few[0][0].isdigit()
        and weight(form(few[0])) >= TELLING
    )


def _bare(whole: str) -> list[str]:
    """The words of a whole without an article or a number before them."""
    return list(dropwhile(BEFORE_A_WHOLE.__contains__, TOKEN.findall(whole.casefold())))


def _measured_otherwise(laid: Comparison) -> bool:
    """Whether the two say little of the same about their people; one voice may say one thing in other words."""
    quantity = laid.earlier.claim.quantity
    if laid.only_counted or _unsaid(laid) or (quantity is not None and quantity.kind in PLAIN):
        return False
    if laid.stand == "equal" and laid.beside:
        return False
    if laid.stand == "equal" and laid.number >= 2 and laid.one_story:
        return not (laid.topic.shared or laid.around or laid.a.figure or laid.b.figure)
    if is_tabled(laid.a, laid.earlier.claim, laid.b, laid.later.claim):
        return False
    return laid.measure < 0.3 and not laid.verbatim and not (laid.same_voice and laid.same_people)


def _is_of_other_matter(laid: Comparison) -> bool:
    """Whether one mass or volume is given of two things: so many tonnes of ore, so many of gold."""
    quantity = laid.earlier.claim.quantity
    if quantity is None or quantity.kind not in MATTER or laid.one_document or laid.stand != "equal":
        return False
    one, other = (_matter(said.claim) for said in (laid.earlier, laid.later))
    return bool(one and other) and one != other


def _are_those_aimed_at(laid: Comparison) -> bool:
    """Whether what was done to some has become these: "18 attacks on hospitals", "18 hospitals"."""
    if laid.one_document or laid.stand != "equal" or laid.a.cell or laid.b.cell:
        return False
    one, other = laid.earlier.claim.population or "", laid.later.claim.population or ""
    for done, told in ((one, content(other)), (other, content(one))):
        found = AIMED.fullmatch(done)
        deed, target = (content(found["deed"]), content(found["target"])) if found else (told, told)
        if deed - general() and told and told <= target and told.isdisjoint(deed):
            return True
    return False


def _matter(claim: Claim) -> str | None:
    """The noun behind a number: "4.6 million tonnes of ore"."""
    ends = claim.quantity.span.end - claim.span.start if claim.quantity else 0
    named = OF_MATTER.match(claim.text, ends)
    return form(named[1].casefold()) if named else None


def _unsaid(laid: Comparison) -> bool:
    """Whether one of the two only names how many there are: "the 187 people whom we met"."""
    return any(
        said.claim.quantity is not None and said.claim.measure == said.claim.quantity.kind == "count"
        for said in (laid.earlier, laid.later)
    )


def _told_as_of_now(laid: Comparison) -> bool:
    """Whether what was so at a stated time is told later as if it were so now."""
    return bool(dated(laid.earlier.claim.period)) and not laid.later.claim.period and laid.b.now


def _told_of_a_time_alone(laid: Comparison) -> bool:
    """Whether the later one says of a time that it was no longer, and the earlier one of none or of another: "in 2001 alone"."""
    one, other = laid.earlier.claim, laid.later.claim
    if laid.one_document or laid.stand != "equal" or not ALONE.search(other.text) or ALONE.search(one.text):
        return False
    return one.period is None or one.period != other.period


def _told_of_a_country(laid: Comparison) -> bool:
    """Whether what was known of one place, or of no more than somebody saw, is told of the whole country."""
    if not laid.b.widely or laid.a.widely or laid.one_document or laid.a.cell or laid.b.cell:
        return False
    known = laid.a.places or laid.a.names or _in_so_many().search(laid.earlier.claim.text)
    return bool(known) or (laid.stand == "equal" and OF_ALL_OF_IT.search(laid.earlier.claim.text) is None)


OF_ALL_OF_IT = re.compile(r"\b(?:country|nation|national|nationwide|republic)\b", re.IGNORECASE)
"""Words by which a clause speaks of a country."""

FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
"""Numbers that are written as words."""


@cache
def _in_so_many() -> re.Pattern[str]:
    """Words for so many places in which something was counted, and not all there are: "in 19 hospitals"."""
    places = "|".join(sorted(words("en", "comparing", "countable")))
    return re.compile(
        rf"\b(?:in|of|from|at|to)\s+(?:(?:the|these|those|our|its)\s+)?(?:\d[\d,]*|{FEW})\s+(?:[a-z]+\s+)?(?:{places})\b",
        re.IGNORECASE,
    )


def _of_those_asked(laid: Comparison) -> bool:
    """Whether two shares are of those who were asked or examined, of whom each tells in words of its own."""
    told = ((laid.a, laid.earlier.claim), (laid.b, laid.later.claim))
    return _of_shares(laid) and all(said.whole & _asked() or _numbered(claim) for said, claim in told)


@cache
def _asked() -> frozenset[str]:
    """Words for those whom a survey reached, in one form."""
    return forms(words("en", "comparing", "sample"))


def _of_a_sample(laid: Comparison) -> bool:
    """Whether a share of those who were asked or examined, or of so many, is told as a share of all."""
    if not _of_shares(laid) or of_one_number(laid.earlier.claim.whole, laid.later.claim.whole):
        return False  # "68 former detainees" are the 68 whom they interviewed
    if laid.beside and not (laid.a.whole and laid.b.whole):
        return False  # of whom it is, the sentence before may say
    if laid.a.sample != laid.b.sample or _of_everybody(laid):
        return True
    if not (laid.a.whole and laid.b.whole) or _numbered(laid.earlier.claim) == _numbered(laid.later.claim):
        return False
    if _numbered(laid.earlier.claim) and laid.b.whole < laid.a.whole and laid.b.names:
        return True  # 871 children in the parts that could be reached, the children of the whole province
    if (
        _numbered(laid.earlier.claim)
        and laid.a.whole < laid.b.whole
        and _telling(laid.b.whole - laid.a.whole)
    ):
        return True  # 368 children, the children in the valley
    return overlap(laid.a.whole, laid.b.whole).containment < SAME_WHOLE


def _telling(said: frozenset[str]) -> bool:
    """Whether one of some words says more than that people are counted."""
    return any(weight(word) >= TELLING for word in said - general())


def _of_everybody(laid: Comparison) -> bool:
    """Whether only the later share is of all there are, and the earlier of some in other words."""
    if laid.b.widely and not laid.a.widely:
        return True
    everybody = [
        (said.claim.whole or "").casefold().partition(" ")[0] in words("en", "comparing", "all")
        for said in (laid.earlier, laid.later)
    ]
    return everybody == [False, True] and laid.a.whole != laid.b.whole


def _numbered(claim: Claim) -> bool:
    """Whether the whole is given with its number: "1,412 workers"."""
    return NUMBERED.search(claim.whole or "") is not None


def _of_shares(laid: Comparison) -> bool:
    quantity = laid.earlier.claim.quantity
    return quantity is not None and quantity.kind == "share"
