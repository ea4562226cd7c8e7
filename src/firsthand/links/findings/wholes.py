"""What arithmetic rules out: a part above its whole, shares of one whole that do not add up, contradicting conversions."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from firsthand.lexicon import load, words
from firsthand.lexicon.measures import in_unit
from firsthand.links.aspects import Aspects, aspects
from firsthand.links.case import Case
from firsthand.links.findings.answers import too_many_answers
from firsthand.links.findings.balances import tables_that_do_not
from firsthand.links.findings.crowded import more_than_are_there
from firsthand.links.findings.exceeded import above_their_whole
from firsthand.links.findings.misstated import misstated
from firsthand.links.findings.outnumbered import more_than_the_table_has
from firsthand.links.findings.parted import are_parted, opposites
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.looks import phrases
from firsthand.links.sentences import sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import form, overlap, weight
from firsthand.links.values import PHYSICAL
from firsthand.records import Claim, Finding, Link, Span

PEOPLE = re.compile(r"\b[A-Z][a-z]+(?:[aeio]ns|ese|ish|[a-z]is|[a-z]s)\b")
"""The name of a people in the plural: "Karvelians", "Ruvenes"; "Fax" is none."""

WORD = re.compile(r"\w+")

MISSED = Decimal("0.2")
"""By how much, as a part of it, an amount in brackets misses what is converted beyond all rounding."""

MANY = 500
"""Number from which a count of people may be that of a crowd and its part."""

BEYOND = Decimal("1.1")
"""By how much a part must be above its whole: "about" and rounding reach so far."""

CROWD = 40
"""Claims about the same people or place beyond which they are the subject of the dossier, and not one whole."""

ANCHORED = 4.5
"""Rarity of the words that a part and its whole must share: a country does, "people" do not."""

BEFORE = 500
"""Characters before a claim of "such people" within which the text says which."""

TOGETHER = 160
"""Characters between two shares of one whole."""

ROUNDED = Decimal("0.025")
"""By how much shares may miss the whole when each is rounded."""


FURTHER = 16
"""Characters before a share in which it says that it comes on top of the one before."""

ON_TOP = re.compile(r"\b(?:another|a further|an additional|a second) $", re.IGNORECASE)


def impossible(case: Case) -> Iterator[Finding]:
    """Say which claims arithmetic rules out: conversions that contradict each other, a share above one, a part above its whole."""
    told: set[str] = set()
    for link in case.linked("impossible"):
        if link.later not in told:
            told.add(link.later)
            yield Finding("impossible", _why(case, link), 0.85, case.clauses((link.earlier, link.later)))
    for brief in case.known.claims.values():
        if brief.kind == "share" and brief.value and (brief.value[0] or 0) > 1:
            claim = case.claim(brief.id)
            if claim.quantity and claim.quantity.direction is None and _of_a_group(claim):
                says = "A share of more than the whole of a group cannot be right."
                yield Finding("impossible", says, 0.7, case.clauses([brief.id]))
    yield from _misconverted(case)
    for part, whole in parts_above_wholes(case):
        yield _told(case, case.brief(part), case.brief(whole))
    yield from above_their_whole(case)
    yield from more_than_are_there(case)
    yield from more_than_the_table_has(case)
    yield from misstated(case)
    yield from tables_that_do_not(case)


def _misconverted(case: Case) -> Iterator[Finding]:
    """Lengths, areas and weights beside which a bracket gives another amount than they are: "2 square metres (7 square feet)"."""
    for brief in case.known.claims.values():
        quantity = case.claim(brief.id).quantity if brief.kind in PHYSICAL and brief.point else None
        bracket = quantity.converted if quantity else None
        given = bracket.low if bracket and bracket.low == bracket.high else None
        if quantity is None or bracket is None or not given or not quantity.unit or not bracket.unit:
            continue
        made = in_unit(brief.point or Decimal(0), quantity.unit, bracket.unit)
        if made is not None and abs(made - given) > MISSED * max(made, given):
            says = f"A conversion is wrong: {shown(case, brief.id)} is about {made:,.0f} in the unit of the brackets, and not {given:,f}."
            yield Finding("impossible", says, 0.8, case.clauses([brief.id]))


def _of_a_group(claim: Claim) -> bool:
    """Whether a share is one of a group, and not a level that may lie above its measure, as the occupancy of a house."""
    said = {word.casefold() for word in WORD.findall(f"{claim.text} {claim.measure}")}
    return bool(claim.whole or claim.population) and said.isdisjoint(words("en", "findings", "overflowing"))


def _why(case: Case, link: Link) -> str:
    """What two linked claims do that arithmetic forbids."""
    one, other = (case.claim(claim).quantity for claim in (link.earlier, link.later))
    if one and other and one.converted and other.converted:
        return (
            "Two conversions of the same amount contradict each other beyond rounding; one of them is wrong."
        )
    numbers = f"{shown(case, link.earlier)} and {shown(case, link.later)}"
    if one and other and one.kind == other.kind == "share":
        return f"{numbers} are more than all together: they cannot both be right."
    if one and other and one.kind == other.kind:
        return f"A part is larger than the whole of which it would be a part: {numbers} cannot both be right."
    return f"The share and the count do not fit each other: {numbers} cannot both be right."


def parts_above_wholes(case: Case) -> tuple[tuple[str, str], ...]:
    """Return the counts of some people that are above the count of all of whom they are some, each with that one."""
    if case.ruled_out is None:
        case.ruled_out = tuple(_parts_above_wholes(case))
    return case.ruled_out


def _parts_above_wholes(case: Case) -> Iterator[tuple[str, str]]:
    wholes: dict[str, list[tuple[str, Decimal, frozenset[int]]]] = defaultdict(list)
    words: dict[str, int] = {}
    crowds: list[tuple[str, Decimal, array[int]]] = []  # with the numbers of the words that each says
    for part in case.known.claims.values():
        if part.kind == "count" and not part.change and _most(part) >= MANY:
            found = case.aspects(part.id)
            if _may_be_part(found):
                said = _said(case, part, found)
                numbers = [words.setdefault(word, len(words)) for word in said]
                crowds.append((part.id, _least(part), array("I", numbers)))
            if part.value is not None and part.value[1] is not None and _is_whole(part, found):
                anchors = sorted(_anchors(found))
                rarest = max(anchors, key=weight)  # a part says all of its words, so this one too
                named = frozenset(words.setdefault(word, len(words)) for word in anchors)
                wholes[rarest].append((part.id, part.value[1], named))
    few = {words[word]: sorted(claims, key=itemgetter(0))[:CROWD] for word, claims in wholes.items()}
    for claim, least, held in crowds:
        spoken = frozenset(held)
        near = {
            each
            for word in spoken
            for each, most, named in few.get(word, ())
            if least > BEYOND * most and named <= spoken
        }
        above = [
            each for each in near if case.place(each) != case.place(claim) and _within(case, claim, each)
        ]
        if above:
            whole = max(above, key=lambda each: (_most(case.brief(each)), each))
            yield claim, whole


def _told(case: Case, part: Brief, whole: Brief) -> Finding:
    bound = part.value is not None and part.value[0] is None
    only = " Only the upper bound is ruled out." if bound else ""
    says = f"{shown(case, part.id)} is more than the whole of which it would be a part, {shown(case, whole.id)}: they cannot both be right.{only}"
    nobody = " No document names who produced the first." if case.producer(part.id) is None else ""
    return Finding("impossible", says + nobody, 0.72 if bound else 0.78, case.clauses((part.id, whole.id)))


def _is_whole(brief: Brief, found: Aspects) -> bool:
    """Whether a claim only says how many people there are, with an upper end and nothing else that restricts them.

    A cell of a table with the name of a place beside it counts whatever its column says: it is none.
    """
    people = found.people or PEOPLE.search(brief.population or "") is not None
    if brief.value is None or brief.value[1] is None or not people or found.cell:
        return False
    if found.of("outcome") or found.of("sex") or found.of("age") or found.of("extra") or found.denies:
        return False
    return all(word in _stock() or weight(word) == 0 for word in found.what - _anchors(found)) and bool(
        _anchors(found)
    )


@lru_cache(maxsize=8192)
def _anchors(found: Aspects) -> frozenset[str]:
    """The words of a claim that say which people, or where: without those of which every crowd consists."""
    named = {word for word in found.who if any(word.startswith(name) for name in found.names)}
    others = {
        word for word in (found.who | found.what) - named - _stock() - _capacities() if weight(word) > 1
    }
    return frozenset(others) | found.names | found.places


def _said(case: Case, part: Brief, found: Aspects) -> frozenset[str]:
    """All that the words of a part say, with what stands before where it counts "such" people."""
    said = found.topic | found.names | found.places
    if part.population and part.population.casefold().startswith("such "):
        for claim in case.sheet(part.document).claims:
            if 0 <= part.span.start - claim.span.start <= BEFORE and claim.id != part.id:
                before = aspects(claim)
                said |= before.who | before.names
    return said


def _least(part: Brief) -> Decimal:
    """The least that a count may be, whatever the words leave open; that of a bound counts as reached."""
    low, high = part.value or (None, None)
    return low if low is not None else high if high is not None else Decimal(0)


def _may_be_part(found: Aspects) -> bool:
    """Whether something in a claim says that it counts only some people, and nothing that it counts others."""
    others = found.denies or found.cell or found.of("extra") or found.of("outcome")
    return not others and bool(found.of("sex") or found.of("age") or found.names)


def _within(case: Case, claim: str, whole: str) -> bool:
    """Whether a claim counts some of those whom the other one counts: all that says who they are, and more."""
    part, a, b = case.brief(claim), case.aspects(claim), case.aspects(whole)
    if part.document == case.brief(whole).document:  # one text tells of several occasions
        return False
    anchors = _anchors(b)
    if not anchors <= _said(case, part, a) or _flows(case, part):
        return False
    if a.of("status") and b.of("status") and a.of("status") != b.of("status"):
        return False
    if not (a.of("sex") or a.of("age") or a.names - b.names):
        return False
    together = sum(weight(word) for word in sorted(anchors))
    if (not b.names or together < ANCHORED) and not _tells_of_one_thing(case, part, whole):
        return False
    return not _apart_in_time(case, part.id, whole)


def _tells_of_one_thing(case: Case, part: Brief, whole: str) -> bool:
    """Whether the documents of two claims share a figure or a passage."""
    return part.document in case.beside(case.document_of(whole))


def _flows(case: Case, part: Brief) -> bool:
    """Whether a count runs over years, so that more may have come and gone than are there at a time."""
    return phrases("flow").search(case.words(part)) is not None


def _apart_in_time(case: Case, one: str, other: str) -> bool:
    a, b = (case.brief(each).period for each in (one, other))
    years = [period[:4] for period in (a, b) if period and period[:4].isdigit()]
    return len(years) == 2 and abs(int(years[0]) - int(years[1])) > 3


def _most(brief: Brief) -> Decimal:
    ends = [end for end in brief.value or () if end is not None]
    return max(ends, default=Decimal(0))


def shares(case: Case) -> Iterator[Finding]:
    """Say where shares of one whole do not add up: women and men are more than all, or the rest is not what is left."""
    for document, briefs in case.known.claims.by_document():
        those = (brief for brief in briefs if brief.kind == "share" and brief.point is not None)
        found = sorted(those, key=lambda brief: (brief.span, brief.id))
        near = [pair for pair in pairwise(found) if pair[1].span.start - pair[0].span.end < TOGETHER]
        if near:
            yield from _complements(case, near)
            yield from _remainders(case, document, found)
            yield from _further(case, document, found)
    yield from too_many_answers(case)


def _complements(case: Case, near: list[tuple[Brief, Brief]]) -> Iterator[Finding]:
    for one, other in near:
        together = (one.point or Decimal(0)) + (other.point or Decimal(0))
        if together <= 1 + ROUNDED or _loose(one) or _loose(other):
            continue
        a, b = case.claim(one.id), case.claim(other.id)
        if _is_listed(a) and _is_listed(b):
            continue  # "town: 95%; country: 80%": each is of its own
        parted = _one_whole(a, b) and _complementary(aspects(a).what, aspects(b).what)
        if parted or are_parted(case.document(one.document).text, a.quantity, b.quantity):
            says = f"Two shares that part one whole add up to {_percent(together)}: one of them, or what it is a share of, is not as it says."
            yield Finding("shares", says, 0.66, case.clauses((one.id, other.id)))


def _remainders(case: Case, document: str, found: list[Brief]) -> Iterator[Finding]:
    """The last of some shares in one sentence that is said to be the rest and is not."""
    text = case.document(document).text
    groups: dict[Span, list[Brief]] = defaultdict(list)
    for brief in found:
        groups[sentence(text, Span(brief.span.start, brief.span.start + 1))].append(brief)
    for where, group in groups.items():
        places = [match.start() for match in phrases("remainder").finditer(text, where.start, where.end)]
        last = group[-1]
        if (
            len(group) < 2
            or not any(group[-2].span.start < place < last.span.end for place in places)
            or any(map(_loose, group))
        ):
            continue
        together = sum((brief.point or Decimal(0) for brief in group), Decimal(0))
        if abs(together - 1) > ROUNDED and len({brief.span for brief in group}) == len(group):
            says = f"The shares of one whole add up to {_percent(together)} with what is said to be the rest."
            yield Finding("shares", says, 0.62, case.clauses([brief.id for brief in group]))


def _further(case: Case, document: str, found: list[Brief]) -> Iterator[Finding]:
    """Shares that are told one on top of the other, "another 22%", "a further 17%", and are more than all."""
    text = case.document(document).text
    placed = [(where, brief) for brief in found if (where := where_shown(text, brief)) is not None]
    group: list[tuple[Span, Brief]] = []
    for where, brief in sorted(placed, key=lambda each: (each[0], each[1].id)):
        on_top = ON_TOP.search(text, max(0, where.start - FURTHER), where.start)
        near = bool(group) and where.start - group[-1][0].end < TOGETHER
        group = [*group, (where, brief)] if near and on_top else [(where, brief)]
        together = sum((each.point or Decimal(0) for _, each in group), Decimal(0))
        if len(group) > 1 and together > 1 + ROUNDED and not any(_loose(each) for _, each in group):
            says = f"Shares that are told one on top of the other add up to {_percent(together)}."
            yield Finding("shares", says, 0.64, case.clauses([each.id for _, each in group]))
            group = []


def _is_listed(claim: Claim) -> bool:
    """Whether the number of a claim stands behind a colon, as in a list of values."""
    at = claim.quantity.span.start - claim.span.start if claim.quantity else 0
    return claim.text[:at].rstrip().endswith(":")


def _one_whole(one: Claim, other: Claim) -> bool:
    a, b = aspects(one).who, aspects(other).who
    if not a or not b:
        return one.span.start <= other.span.start < one.span.end + TOGETHER and bool(a or b)
    return overlap(a, b).likeness >= 0.9


def _complementary(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether what two shares measure are two groups of which nobody is in both, and all else of it the same."""
    return any(
        (x in a - b and y in b - a and not ((a - {x}) ^ (b - {y})))
        or (y in a - b and x in b - a and not ((a - {y}) ^ (b - {x})))
        for x, y in opposites()
    )


def _loose(brief: Brief) -> bool:
    """Whether a share is a bound from above, or may be less than its number."""
    return brief.value is None or brief.value[0] is None or brief.change


def _percent(share: Decimal) -> str:
    return f"{100 * share:.1f} %".replace(".0 %", " %")


@cache
def _stock() -> frozenset[str]:
    return frozenset(map(form, words("en", "findings", "stock")))


@cache
def _capacities() -> frozenset[str]:
    """Words for people in general and for the capacities in which they are counted."""
    groups = load("en", "comparing")["status"]
    listed = {word for kind, group in groups.items() if kind != "why" for word in group}
    return frozenset(map(form, listed | words("en", "comparing", "people")))
