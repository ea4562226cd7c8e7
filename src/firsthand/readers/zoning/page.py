"""The lines of one text while they are zoned, and where its story stands among menus and lists of other articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.readers.zoning.furniture import Seen
from firsthand.readers.zoning.lines import Line
from firsthand.records import ZoneKind

LEAST_FURNITURE = 3
"""Lines of certain furniture that make a text the copy of a whole page."""

LEAST_LABELS = 8
"""Lines of furniture, names of sections among them, that do so too."""

WIDEST_BREAK = 4
"""Loose lines between two paragraphs of one story; more of them are a menu or a list."""

LEAST_SHARE = 0.2
"""Share of the words of the longest run of paragraphs that another run must have to be story too."""


@dataclass(slots=True)
class Page:
    """The lines of one text while they are zoned: what each was seen as and the zone that it has so far.

    ``body`` is the first paragraph, where the text is the copy of a whole page.
    """

    lines: Sequence[Line]
    seen: list[Seen | None] = field(default_factory=list)
    kinds: list[ZoneKind] = field(default_factory=list)
    body: int | None = None

    def mark(self, places: Iterable[int], kind: ZoneKind) -> None:
        """Put lines into a zone."""
        for place in places:
            self.kinds[place] = kind

    def is_story(self, place: int) -> bool:
        """Whether a line is told: prose that no rule has put elsewhere."""
        return self.kinds[place] == "main" and self.lines[place].is_prose


@dataclass(frozen=True, slots=True)
class Core:
    """The first and the last paragraph of the story; ``is_page`` says that the text is the copy of a whole page."""

    first: int
    last: int
    is_page: bool


def core_of(page: Page) -> Core | None:
    """Return where the story is, None when nothing is told.

    In a text that is not the copy of a page it reaches from the first paragraph
    to the last. On a page it is the longest run of paragraphs, with the other
    runs that are not much shorter; paragraphs of menus, advertisements and
    lists of articles stand alone among loose lines.
    """
    told = [place for place in range(len(page.lines)) if page.is_story(place)]
    if not told:
        return None
    certain = sum(
        found is not None and found.match != "label" and found.zone != "caption" for found in page.seen
    )
    labels = sum(found is not None and found.match == "label" for found in page.seen)
    if certain < LEAST_FURNITURE and certain + labels < LEAST_LABELS:
        return Core(told[0], told[-1], False)
    runs = _runs(page, told)
    lengths = [sum(page.lines[place].words for place in run) for run in runs]
    kept = [run for run, length in zip(runs, lengths, strict=True) if length >= LEAST_SHARE * max(lengths)]
    return Core(kept[0][0], kept[-1][-1], True)


def _runs(page: Page, told: Sequence[int]) -> list[list[int]]:
    loose = [0]
    for place, line in enumerate(page.lines):
        is_loose = page.kinds[place] == "main" and not line.is_sentence and not line.is_quoted
        loose.append(loose[-1] + is_loose)
    runs = [[told[0]]]
    for place in told[1:]:
        if loose[place] - loose[runs[-1][-1] + 1] > WIDEST_BREAK:
            runs.append([])
        runs[-1].append(place)
    return runs
