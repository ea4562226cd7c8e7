"""Origins of one figure that are one after all: who only repeats the number of another, and who writes for another."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from firsthand.links.briefs import Briefs, Paper
from firsthand.links.shelf import Brief
from firsthand.links.values import figures

WITNESS = "a witness"
"""How a witness is called who is the origin of a figure: a name could undo a pseudonym that another document keeps."""

LEAST = 1.0
"""Distinction of a number from which two bodies do not come to it by chance; "two" and "nine" are below it."""

TELLING = 2.0
"""Distinction of a number that a report has from a body from which it has other figures."""

UNLIKELY = 3.0
"""Distinction of a number to which two bodies do not come even where both count: "1,650"."""

BEGINS, ENDS = re.compile(r"(?= (?:of|in) )"), re.compile(r"(?= and )")
"""Where a part of a name ends, and five characters before one begins."""

Number = Decimal | tuple[Decimal | None, Decimal | None] | None
"""The one number that a claim names, else its ends."""

Places = Mapping[str, list[tuple[str, str]]]
"""Key of a body to the claims that go back to it, each with the reason."""


def without_repeating(
    claims: tuple[str, ...], places: Places, known: Briefs, shown: Callable[[str], str]
) -> Places:
    """Return the origins of a figure without those that repeat an earlier one; their claims go to that one.

    A body repeats a number when another one gave it before, all that it says in this figure is
    such a number, and nothing says that it counted or saw for itself. The person who writes
    a body's paper is that body. What a page that is no report states in its own name after others
    gave it, and whose it is nobody says, has no origin. ``shown`` gives the name of a body for the reasons.
    """
    if not places:
        return {}
    places = _under_one_name(places, shown)
    briefs = {claim: known.claims[claim] for claim in claims}
    named = {claim for members in places.values() for claim, _ in members}
    unnamed = [brief for claim, brief in briefs.items() if claim not in named]
    ordered = sorted(places, key=lambda key: (_first(places, key, briefs, known), key))
    kept: dict[str, list[tuple[str, str]]] = {}
    models: dict[str, _Model] = {}
    for key in ordered:
        stated = [briefs[claim] for claim, _ in places[key]]
        house = next((other for other, model in models.items() if key in model.authors), None)
        model = house or next((other for other in kept if _repeats(stated, models[other], known)), None)
        if model is None:
            if not _takes_up(stated, unnamed, known):
                kept[key] = list(places[key])
                models[key] = _Model(key)
                models[key].take(stated, known)
            continue
        because = (
            f"{shown(key)} wrote the paper of {shown(model)}"
            if house
            else f"{shown(key)} gives the number that {shown(model)} gave before, and does not say to have counted"
        )
        kept[model] += [(claim, because) for claim, _ in places[key]]
        models[model].take(stated, known)
    return _heard_by_others(_told_of_oneself(kept, briefs, shown), briefs, shown)


def _told_of_oneself(
    kept: dict[str, list[tuple[str, str]]], briefs: Mapping[str, Brief], shown: Callable[[str], str]
) -> dict[str, list[tuple[str, str]]]:
    """The origins without those that only tell of a witness what the witness tells of herself or himself: a debt, a wage, days."""
    for key in [key for key in kept if key.startswith(WITNESS)]:
        own = {_told(briefs[claim]) for claim, _ in kept[key] if _is_of_oneself(briefs[claim])}
        for other in [other for other in kept if own and not other.startswith(WITNESS)]:
            if all(briefs[claim].basis != "made" and _told(briefs[claim]) in own for claim, _ in kept[other]):
                because = f"{shown(other)} gives the number that a witness gives of herself or himself"
                kept[key] += [(claim, because) for claim, _ in kept.pop(other)]
    return kept


def _heard_by_others(
    kept: dict[str, list[tuple[str, str]]], briefs: Mapping[str, Brief], shown: Callable[[str], str]
) -> Places:
    """The origins without those that say that somebody whom they do not name gave the number, where another one gives it."""
    passing = [
        key for key, claims in kept.items() if all(briefs[claim].basis == "not named" for claim, _ in claims)
    ]
    for key in passing:
        numbers = {_told(briefs[claim]) for claim, _ in kept[key]}
        for other in kept:
            if other not in passing and numbers <= {_told(briefs[claim]) for claim, _ in kept[other]}:
                because = f"{shown(key)} has the number from somebody whom it does not name, and {shown(other)} gives it"
                kept[other] += [(claim, because) for claim, _ in kept.pop(key)]
                break
    return kept


def _told(brief: Brief) -> tuple[str, Number]:
    return brief.kind, _number(brief)


def _is_of_oneself(brief: Brief) -> bool:
    """Whether a witness tells in the first person what nobody counts: a sum, a time, a weight of her or his own."""
    return brief.told and brief.kind not in ("count", "share", "statement") and brief.distinction >= LEAST


class _Model:
    """A body to which claims of a figure go back, and which others may only repeat."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.authors: set[str] = set()  # who wrote the papers of the body that stand in the figure
        self._new: list[Brief] = []
        self._given: dict[Number, str] = {}
        self._given_itself: dict[Number, str] = {}
        self._digits: dict[tuple[str, str], str] = {}

    def take(self, claims: list[Brief], known: Briefs) -> None:
        """Add claims that go back to the body."""
        self._new += claims
        papers = (known.papers[brief.document] for brief in claims)
        self.authors.update(
            author for paper in papers if paper.outlet == self.key for author in paper.authors
        )

    def since(self, brief: Brief, known: Briefs) -> str | None:
        """Return the day on which the number of a claim was given first, None where it was not or no day is known.

        It was given in a document of the body itself; or it is so seldom that what others say of it will do for a paper
        that states it without a source.
        """
        if self._new:
            self._read(known)
        anywhere = brief.distinction >= UNLIKELY and _is_own(brief, known)
        day = (self._given if anywhere else self._given_itself).get(_number(brief))
        slip = self._digits.get((brief.kind, figures(brief.point))) if brief.point and self._digits else None
        return min(day, slip) if day and slip else day or slip or None

    def _read(self, known: Briefs) -> None:
        for brief in self._new:
            published = known.papers[brief.document].published
            if published is None:
                continue
            number = _number(brief)
            self._given[number] = min(published, self._given.get(number, published))
            if _is_own(brief, known):
                self._given_itself[number] = min(published, self._given_itself.get(number, published))
                if brief.point:
                    shown = brief.kind, figures(brief.point)
                    self._digits[shown] = min(published, self._digits.get(shown, published))
        self._new = []


def _under_one_name(places: Places, shown: Callable[[str], str]) -> Places:
    """Origins that are called by one name, or by a part of it, as one: "National Police" and "National Police of Karvelia".

    A part that begins the names of two is left alone.
    """
    if len(places) == 1:
        return places
    leading: dict[str, str] = {}
    fuller_than = _fuller(places, shown)
    for key in sorted(places):
        if f"{WITNESS}: {key}" in places:  # who testifies in one document and is only quoted in another
            leading[key] = f"{WITNESS}: {key}"
            continue
        fuller = fuller_than.get(key, [])
        if len(fuller) == 1 and leading.get(fuller[0]) != key:
            leading[key] = fuller[0]
    found: dict[str, list[tuple[str, str]]] = {}
    for key, claims in places.items():
        found.setdefault(leading.get(key, key), []).extend(claims)
    return found


def _fuller(places: Places, shown: Callable[[str], str]) -> dict[str, list[str]]:
    """By name those that are shown alike and longer, and those that it begins before "of" or "in", or ends, if it has several words."""
    named = [key for key in places if key[:1].isalpha() and not key.startswith(WITNESS)]
    alike: dict[str, list[str]] = defaultdict(list)
    for key in named:
        alike[shown(key)].append(key)
    found: dict[str, list[str]] = defaultdict(list)
    for other in named:
        for key in alike[shown(other)]:
            if len(key) < len(other):
                found[key].append(other)
        for key in places.keys() & _parts_of(other):
            if shown(key) != shown(other):
                found[key].append(other)
    return found


def _parts_of(name: str) -> set[str]:
    """What stands in a name before "of" and "in" and behind "and", where that is several words."""
    parts = {name[: match.start()] for match in BEGINS.finditer(name)}
    parts.update(name[match.start() + 5 :] for match in ENDS.finditer(name))
    return {part for part in parts if " " in part and part[0].isalpha() and not part.startswith(WITNESS)}


def _first(places: Places, key: str, briefs: Mapping[str, Brief], known: Briefs) -> tuple[str, str]:
    return min(known.papers[briefs[claim].document].order for claim, _ in places[key])


def _repeats(claims: list[Brief], model: _Model, known: Briefs) -> bool:
    """Whether all of some claims give numbers that another body gave on an earlier day, or their digits with a slip."""
    return all(
        brief.distinction >= LEAST
        and _is_after(known.papers[brief.document], model.since(brief, known))
        and not _is_made(brief, model.key, known)
        for brief in claims
    )


def _takes_up(claims: list[Brief], unnamed: list[Brief], known: Briefs) -> bool:
    """Whether all claims of an origin are statements of its own page, a campaign's or the like, with numbers that others gave before."""
    return all(
        known.papers[brief.document].kind in ("other", "press article")
        and brief.distinction >= LEAST
        and _is_own(brief, known)
        and brief.bodies == (known.papers[brief.document].outlet,)
        and any(
            _number(brief) == _number(other)
            and _is_later(brief, other, known)
            and known.papers[other.document].outlet != known.papers[brief.document].outlet
            for other in unnamed
        )
        for brief in claims
    )


def _is_own(brief: Brief, known: Briefs) -> bool:
    """Whether a claim stands in a document of the body that it goes back to."""
    return brief.bodies[-1:] in ((), (known.papers[brief.document].outlet,)) and not brief.witness


def _is_made(brief: Brief, model: str, known: Briefs) -> bool:
    """Whether somebody says to have counted: a witness, one who is quoted, a report that tells of its method.

    That a release tells anywhere how it knows something says nothing of a number that others gave before; nor
    does a report that has other figures from the very body that gave it, or somebody quoted who does not say to have been there.
    """
    heard = brief.witness and known.papers[brief.document].kind != "testimony"
    if brief.basis == "witnessed" or (brief.witness and not (heard and brief.distinction >= TELLING)):
        return True
    own_report = known.papers[brief.document].kind == "report" or not _is_own(brief, known)
    if brief.basis != "made" or not own_report or brief.distinction >= UNLIKELY:
        return False
    if brief.distinction < TELLING:
        return True
    from_it = model in known.resting.rests.get(brief.document, ())
    return not from_it and not any(model in other.bodies for other in known.claims.of(brief.document))


def _number(brief: Brief) -> Number:
    return brief.point if brief.point is not None else brief.value


def _is_later(brief: Brief, other: Brief, known: Briefs) -> bool:
    """Whether a claim was published after another one."""
    return _is_after(known.papers[brief.document], known.papers[other.document].published)


def _is_after(paper: Paper, day: str | None) -> bool:
    """Whether a document was published after a day, where one is known; an encyclopedia without a date was."""
    if day is None:
        return False
    if paper.published is None:
        return paper.kind == "encyclopedia article"
    return day < paper.published
