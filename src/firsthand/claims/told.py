"""A statement on which later ones go on, and what each of them takes from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.lexicon import words
from firsthand.records import Marks, Quantity, Span

HEADLESS = ("nsubj", "nsubjpass", "dobj")
IN_PLACE = re.compile(r" (?:in|on|at|along|off|near|around|beside|across) ")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement on which a later one may go on: its number, what it states without its speaker, where it stands."""

    quantity: Quantity
    normal: Normal
    clause: Clause
    near: Marks
    shown: str
    sentence: Span
    part: bool
    named: bool


def candidates(told: list[Told], kind: str, quantity: Quantity, part: bool) -> list[Told]:
    """The statements of a kind, parts of others only where there is nothing else; of a part those that are not less."""
    found = [each for each in told if each.quantity.kind == kind]
    found = [each for each in found if not part or _may_be(each.quantity, quantity)]
    return [each for each in found if not each.part] or found


def only(told: list[Told]) -> Told | None:
    """The statement that is meant, where all are of the same people or things."""
    alone = len({each.normal.population for each in told}) == 1
    return told[0] if alone and told[0].named else None


def _may_be(whole: Quantity, part: Quantity) -> bool:
    least = part.low if part.low is not None else part.high
    return whole.high is None or least is None or least <= whole.high


def is_headless(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number stands where its noun would: "15 are still open", "and charged 138"."""
    number = Clause.of(clause.paragraph, quantity.span).tokens
    if not number or number[-1].pos_ != "NUM" or number[-1].dep_ not in HEADLESS:
        return False
    counted = quantity.counted
    return counted is None or (number[-1].dep_ == "dobj" and counted.end <= quantity.span.start)


def as_before(normal: Normal, before: Told, terms: tuple[str, ...]) -> Normal:
    """Another number for what was told before."""
    told = before.normal
    return replace(
        normal,
        measure=without_change(told.measure, before.quantity),
        population=told.population,
        whole=told.whole,
        place=normal.place or told.place,
        period=normal.period or told.period,
        terms=tuple(dict.fromkeys((*terms, *normal.terms))),
    )


def gapped(normal: Normal, before: Told) -> Normal:
    """Another number of what was just told, for another place or time: "66 died in Vessany and 12 | in the hills"."""
    told, clause = before.normal, before.clause
    place = max(
        (token.i for token in clause.tokens if token.lower_ in words("en", "claims", "places")), default=0
    )
    barred = set(content_lemmas(token for token in clause.tokens if 0 < place < token.i))
    kept = [word for word in told.measure.split() if word not in barred]
    measure = without_change(" ".join(kept) or before.quantity.kind, before.quantity)
    return replace(
        normal,
        measure=measure,
        population=IN_PLACE.split(told.population or "")[0] or None,
        whole=told.whole,
        period=normal.period or told.period,
        terms=tuple(dict.fromkeys((*kept, *normal.terms))),
    )


def without_change(measure: str, quantity: Quantity) -> str:
    """A measure without the verb by which it rose or fell, where the number before was such a change."""
    kept = [word for word in measure.split() if word not in words("en", "claims", "pointing")]
    return (" ".join(kept) or quantity.kind) if quantity.direction else measure


def tells_what_befell(clause: Clause, quantity: Quantity) -> bool:
    """Whether a number stands before what became of people and for them: "nine dead", "17 injured"."""
    number = Clause.of(clause.paragraph, quantity.span).tokens
    doc, at = clause.paragraph.doc, number[-1].i + 1 if number else 0
    return bool(number) and at < len(doc) and doc[at].tag_ in ("JJ", "VBN")


def is_number_of(population: str | None) -> bool:
    """Whether what is counted is named with the noun for its number: "the number of deaths"."""
    said = (population or "").lower().removeprefix("the ").split(" of ")
    return len(said) > 1 and said[0] in words("en", "claims", "counting nouns")


def part_of(normal: Normal, before: Told, *, named: bool) -> Normal:
    """Some of those who were told of before; ``named`` says that the text says so: "of them"."""
    told = before.normal
    pointing = words("en", "counting", "pointing")
    open_ = normal.population is None or normal.population.lower() in pointing
    population = told.population if open_ else normal.population
    if not named:
        return replace(normal, population=population)
    whole = numbered(before.shown, told.population) if told.population else normal.whole
    return replace(
        normal,
        population=population,
        whole=whole,
        place=normal.place or told.place,
        period=normal.period or told.period,
    )


def numbered(shown: str, population: str) -> str:
    """A number with what it counts: "66 prisoners", "450 of these complaints", "the 17 women"."""
    if re.match(r"(?:the )?\d", population):
        return population
    definite = population.split()[0].lower() in words("en", "claims", "definite")
    return f"{shown} of {population}" if definite else f"{shown} {population}"
