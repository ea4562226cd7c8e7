"""A number that was taken for another one of its clause, or for another time: "381 charges, 118 of them of murder", "381 murder charges"."""

import re
from functools import cache

from firsthand.lexicon import words
from firsthand.links.comparison import SPEAKING, Comparison, dated, general
from firsthand.links.said import is_row
from firsthand.links.terms import any_of, content, weight
from firsthand.records import Claim

BESIDE = 4
"""Words from another number of a clause to what it counts: "26 of them from the harbour"."""

NEAR = 1.5
"""How many times the smaller one the larger of two numbers of one thing is at most."""

ENDS = re.compile(r"[,;:.()%]")
"""Where it ends what a number counts."""

FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?")

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:-[^\W\d_]+)?")


def is_of_another(laid: Comparison) -> bool:
    """Return whether the later number is of what another number of the earlier clause counts, and the earlier one is not."""
    if laid.one_document or laid.stand != "equal" or laid.by_ratio or laid.number < 1:
        return False
    new = frozenset(word for word in laid.b.who - laid.a.who - general() if weight(word) >= SPEAKING)
    return bool(new) and not new.isdisjoint(_beside_others(laid.earlier.claim))


def is_of_one_year(laid: Comparison) -> bool:
    """Return whether what one gives for all the time up to now the other gives for a stated time."""
    if laid.one_document or laid.stand != "equal" or laid.number < 2:
        return False
    one, other = laid.earlier.claim, laid.later.claim
    if dated(one.period) or not dated(other.period):
        return False
    running = any_of("up_to_now")
    return running.search(one.text) is not None and running.search(other.text) is None


def _beside_others(claim: Claim) -> frozenset[str]:
    """The words behind the other numbers of a clause, and one before "of": "118 of murder", "on revenue of 508 million"."""
    if claim.quantity is None or claim.quantity.kind not in ("count", "money") or is_row(claim):
        return frozenset()
    start, end = (at - claim.span.start for at in (claim.quantity.span.start, claim.quantity.span.end))
    found: list[str] = []
    own = FIGURES.search(claim.text, start, end)
    for number in _other_numbers().finditer(claim.text):
        if (number.start() < end and number.end() > start) or _lie_near(own, FIGURES.match(number[0])):
            continue
        found += WORD.findall(ENDS.split(claim.text[number.end() :], maxsplit=1)[0])[:BESIDE]
        before = WORD.findall(claim.text[max(end, 0) : number.start()])
        if before[-1:] == ["of"]:
            found += before[-2:-1]
    return content(" ".join(found))


def _lie_near(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether two numbers in figures may be a value and an end of the range in which it lies: "68,000 to 81,000", "74,000"."""
    if one is None or other is None:
        return False
    few, many = sorted(float(each[0].replace(",", "")) for each in (one, other))
    return many <= NEAR * few


@cache
def _other_numbers() -> re.Pattern[str]:
    """A pattern for a number in figures or in words."""
    told = "|".join(sorted(words("en", "identifiers", "numerals"), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w.,])(?:\d[\d.,]*\d|\d|(?:{told})\b)", re.IGNORECASE)
