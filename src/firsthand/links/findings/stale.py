"""Values given as of now that their maker had replaced, or that are of another year, where no link says so."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, cached_property

from firsthand.lexicon import words
from firsthand.links.aspects import STATUS, Aspects, aspects
from firsthand.links.case import Case
from firsthand.links.comparison import dated, general
from firsthand.links.findings.alike import of_one_number
from firsthand.links.looks import phrases
from firsthand.links.shelf import Brief
from firsthand.links.terms import forms, overlap, total
from firsthand.records import Claim

AS_OF = re.compile(r"\bas of\b", re.IGNORECASE)

TELLING = 1.0
"""Distinction of a number from which another house has it from who gave it before."""

MODELS, EDITIONS = 3, 60
"""Claims of a maker from which a value may have been taken, and documents of a house among which the next value is looked for."""

TIMES = 10
"""How many times the other one a value of a series may be."""

SERIES, CONTAINED = 30, 0.6
"""Rarity, in tenths, of the words that two values of one series share, and how many of the words of one are the other's."""


def replaced(case: Case, as_of_now: Callable[[Brief], bool]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield claims of a value as of now that the house from which it is had replaced by then, with its old and its new value."""
    papers, houses = case.known.papers, defaultdict[str | None, list[str]](list)
    for document, paper in papers.items():
        houses[paper.outlet].append(document)
    for same, own in _of_one_count(case, ("count", "share")):
        few = [old for old in own if len(houses[papers[old.document].outlet]) <= EDITIONS]
        later = {old.id: _Later(case, old, houses[papers[old.document].outlet]) for old in few}
        for claim in same:
            outlet = papers[claim.document].outlet
            others = [old for old in few if papers[old.document].outlet != outlet]
            if not others or not as_of_now(claim):
                continue
            for old in others:
                new = later[old.id].known_by(claim)
                if new is not None:
                    yield claim.id, (case.in_words(old.id), case.in_words(new.id))
                    break


def carried_on(case: Case, as_of_now: Callable[[Brief], bool]) -> Iterator[tuple[str, str]]:
    """Yield claims of a value as of now that in its maker's own paper is one of an earlier year, with that one."""
    for same, own in _of_one_count(case):
        first = next((old for old in own if _year(old.period)), None)
        if first is None or case.aspects(first.id).of("outcome"):
            continue
        of, in_words = _year(first.period), case.in_words(first.id)
        for claim in same:
            now = _year(claim.period) or _year(case.known.papers[claim.document].published)
            if claim.document != first.document and now > of and as_of_now(claim):
                yield claim.id, in_words


def _year(time: str | None) -> int:
    """The year of a time that is no span of several; 0 where none is said."""
    return int(time[:4]) if time and time[:4].isdigit() and "/" not in time else 0


def _of_one_count(
    case: Case, kinds: tuple[str, ...] = ("count",)
) -> Iterator[tuple[list[Brief], list[Brief]]]:
    """The claims of each figure that give one telling number of some kinds, in several houses, and the first of their maker's own, where there are any."""
    papers = case.known.papers
    for alike in of_one_number(case, TELLING):
        same = [brief for brief in alike if brief.kind in kinds]
        own = [brief for brief in same if case.own(brief.id)]
        if own and len({papers[brief.document].outlet for brief in same}) > 1:
            own.sort(key=lambda brief: (_when(case, brief), brief.id))
            yield same, own[:MODELS]


class _Later:
    """The values that the house of an old one gave later of the same series, looked for once for all who repeat the old one."""

    def __init__(self, case: Case, old: Brief, documents: list[str]) -> None:
        self._case, self._old, self._documents = case, old, documents
        self._since = _when(case, old)
        self._of_series: dict[str, bool] = {}

    def known_by(self, claim: Brief) -> Brief | None:
        """Return the last of them that was there before a claim repeats the old one, None where there is none."""
        until = max(self._case.known.papers[claim.document].published or "", claim.period or "")
        if not self._since or self._since >= until:
            return None
        there = [
            brief
            for published, when, brief in self._after
            if published <= until and when <= until and self._is_of_series(brief)
        ]
        return max(there, key=lambda brief: _how_well(self._case, brief), default=None)

    @cached_property
    def _after(self) -> list[tuple[str, str, Brief]]:
        """The values of the house behind the old one, of whatever series, with when their documents came and of when they are."""
        papers, old = self._case.known.papers, self._old
        return [
            (papers[document].published or "9999", when, brief)
            for document in self._documents
            for brief in self._case.known.claims.of(document)
            if brief.kind == old.kind
            and brief.value != old.value
            and may_follow(old.point, brief.point)
            and self._case.own(brief.id)
            and self._since < (when := _when(self._case, brief))
        ]

    def _is_of_series(self, brief: Brief) -> bool:
        if brief.id not in self._of_series:
            self._of_series[brief.id] = _of_one_series(self._case, self._old, brief)
        return self._of_series[brief.id]


def may_follow(old: Decimal | None, new: Decimal | None) -> bool:
    """Return whether two numbers may be values of one series: what is counted in one year is none of all that was counted so far.

    >>> may_follow(Decimal(74), Decimal(23)), may_follow(Decimal(1221), Decimal(67))
    (True, False)
    """
    few, many = sorted((old or Decimal(0), new or Decimal(0)))
    return bool(few) and many <= TIMES * few


def _how_well(case: Case, brief: Brief) -> tuple[bool, str, float, str]:
    """How plainly a claim says how many there are by then: "still", "as of", the latest, the most telling number."""
    text = case.words(brief)
    now = phrases("present").search(text) or AS_OF.search(text)
    return now is not None, _when(case, brief), brief.distinction, brief.id


def _when(case: Case, brief: Brief) -> str:
    """The day of which a value is, or on which its document was published."""
    period = brief.period or ""
    return (
        period if dated(period) and "/" not in period else case.known.papers[brief.document].published or ""
    )


def _of_one_series(case: Case, old: Brief, new: Brief) -> bool:
    """Whether two counts are of the same thing at two times: all to whom one thing happened, or all of one kind."""
    one, other = case.claim(old.id), case.claim(new.id)
    a, b = aspects(one), aspects(other)
    if new.change or new.parted or _is_part(one) != _is_part(other) or b.denies or b.of("extra"):
        return False
    if old.kind == "share" and not a.what & b.what:
        return False  # of one whole many shares are told
    if a.of("sex") != b.of("sex") or a.of("age") != b.of("age") or a.names ^ b.names or a.places ^ b.places:
        return False
    befell = a.of("outcome") - STATUS
    if befell or b.of("outcome") - STATUS:
        return befell == b.of("outcome") - STATUS and not _more(a, b)
    shared = overlap(_said(a), _said(b))
    return total(_said(a) & _said(b)) >= SERIES and shared.containment >= CONTAINED and not _more(a, b)


def _said(found: Aspects) -> frozenset[str]:
    return found.who | found.what


def _more(a: Aspects, b: Aspects) -> bool:
    """Whether the people of one are restricted by words that the other one does not have."""
    plain = general() | _plain()
    return bool((a.who - plain) - b.topic) and bool((b.who - plain) - a.topic)


def _is_part(claim: Claim) -> bool:
    return bool(claim.whole)


@cache
def _plain() -> frozenset[str]:
    return forms(words("en", "comparing", "tallying"))
