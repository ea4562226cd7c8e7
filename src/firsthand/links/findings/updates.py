"""Later values of one series: no conflict."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import combinations

from firsthand.links.case import Case
from firsthand.links.counting import several
from firsthand.links.findings.counted_apart import counted_apart
from firsthand.links.findings.later import taken_back
from firsthand.links.findings.shown import shown
from firsthand.records import Finding, Link

MOST_TIMES = 6
"""How many times the other one a value of a series may be that is told as its later one."""


def update(case: Case) -> Iterator[Finding]:
    """Say for each pair of documents which later values replace earlier ones; the first of them is shown."""
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    told: set[tuple[int, object, object]] = set()
    begun: set[tuple[int, object]] = set()
    withdrawn = taken_back(case)
    givers, exclude = _Givers(case), _exclude_each_other(case)
    for link in sorted(
        case.linked("update"), key=lambda link: (not case.own(link.earlier), not case.own(link.later))
    ):
        one, other = case.brief(link.earlier), case.brief(link.later)
        step = case.place(link.earlier), one.value, other.value
        houses = {case.known.papers[brief.document].outlet for brief in (one, other)}
        if (one.kind, one.point) in withdrawn or (other.kind, other.point) in withdrawn:
            continue  # a number that was taken back is no value of a series
        if step[:2] in begun and len(houses) > 1 and not case.own(link.later):
            continue  # the later value that its maker gives was told
        if not _may_follow(one.point, other.point):
            continue
        makers = {case.producer(link.earlier), case.producer(link.later)} - {None}
        if len(houses) > 1 and (_are_two_counts(givers, step) or {one.value, other.value} in exclude):
            continue  # two bodies count for themselves
        if step not in told and len(makers) < 2:
            told.add(step)
            begun.add(step[:2])
            pairs[one.document, other.document].append(link)
    for together in _editions(pairs):
        links = [link for pair in together for link in pairs[pair]]
        first = max(links, key=lambda link: (case.brief(link.later).distinction, link.weight, link.later))
        if case.brief(first.earlier).distinction < 0 and len(links) == 1:
            continue  # "six", then "twelve"
        earlier, later = case.in_words(first.earlier), case.in_words(first.later)
        of = f" of {several(len({document for pair in together for document in pair}), 'document')}"
        more = (
            f", and so {'is' if len(links) == 2 else 'are'} {several(len(links) - 1, 'further figure')}{of if len(together) > 1 else ''}"
            if len(links) > 1
            else ""
        )
        says = f"{shown(case, earlier)} and {shown(case, later)} are an earlier and a later value of one series{more}: no conflict."
        yield Finding("update", says, 0.42, case.clauses((earlier, later)))


class _Givers:
    """Who gives the numbers of a figure in papers of their own, looked for once for each figure."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._of: dict[int, dict[object, set[str | None]]] = {}

    def of(self, place: int, value: object) -> set[str | None]:
        """Return the bodies that give a number of a figure in papers of their own."""
        if place not in self._of:
            givers: dict[object, set[str | None]] = defaultdict(set)
            for claim in self._case.figures[place].claims:
                if self._case.own(claim):
                    brief = self._case.brief(claim)
                    givers[brief.value].add(self._case.known.papers[brief.document].outlet)
            self._of[place] = givers
        return self._of[place].get(value, set())


def _exclude_each_other(case: Case) -> list[set[object]]:
    """The numbers, two by two, that bodies count for themselves of one thing."""
    return [
        {case.brief(claim).value for claim in both}
        for group in counted_apart(case)
        for both in combinations(group, 2)
    ]


def _are_two_counts(givers: _Givers, step: tuple[int, object, object]) -> bool:
    """Whether two numbers of a figure are each given by bodies in papers of their own, and none gives both."""
    place, old, new = step
    one, other = givers.of(place, old), givers.of(place, new)
    return bool(one and other) and one.isdisjoint(other)


def _may_follow(old: Decimal | None, new: Decimal | None) -> bool:
    """Whether one number may have become the other: two experts do not grow to 118 patients."""
    few, many = sorted((old or Decimal(0), new or Decimal(0)))
    return not few or many <= MOST_TIMES * few


def _editions(pairs: Collection[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Pairs of documents, those of three or more editions of one work together: each has later values of each other."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    told: set[tuple[str, str]] = set()
    for one, other in pairs:
        if (one, other) in told:
            continue
        editions = {one, other} | (beside[one] & beside[other])
        together = [pair for pair in pairs if pair not in told and set(pair) <= editions]
        together = together if len(editions) > 2 else [(one, other)]
        told.update(together)
        yield together
