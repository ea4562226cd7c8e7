"""Picture stories inside of a text: where a gallery begins and where it ends."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.readers.zoning.lines import Line

LEAST_PICTURES = 3
LONGEST_ITEM = 7
"""Lines of one picture's entry: its description, the gallery's title, a heading and the caption in paragraphs."""

AUTHOR = re.compile(r"(?:Author|Text|Photos?|Pictures?|Compiled by|Images?|Photographer)s?\b.{0,80}")


def galleries(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each gallery and the line behind it.

    A gallery shows itself by its title, which stands with every picture: the
    same heading at least three times, a few lines apart. The line before the
    first one is the first picture's description, when it is a heading too; the
    last picture has as many lines as the others. A credit at the end belongs to it.
    """
    done = 0
    for places in _repeated(lines):
        if places[0] < done:
            continue
        start, end = _begin(lines, places[0]), _finish(lines, places)
        yield max(start, done), end
        done = end


def _repeated(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of each heading that stands with at least three pictures."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if 4 <= line.words <= 25 and not line.is_sentence and not line.text.endswith(":"):
            found[line.key].append(place)
    for places in found.values():
        for run in _runs(places):
            if len(run) >= LEAST_PICTURES and _is_regular(run):
                yield run


def _runs(places: list[int]) -> Iterator[list[int]]:
    run = places[:1]
    for before, place in pairwise(places):
        if place - before > LONGEST_ITEM:
            yield run
            run = []
        run.append(place)
    yield run


def _is_regular(places: list[int]) -> bool:
    distances = Counter(after - before for before, after in pairwise(places))
    distance, times = distances.most_common(1)[0]
    return distance >= 2 and times >= 2 / 3 * (len(places) - 1)


def _begin(lines: Sequence[Line], first: int) -> int:
    if (
        first
        and not lines[first - 1].is_prose
        and (lines[first - 1].has_bullet or not lines[first - 1].is_sentence)
    ):
        return first - 1
    if first and lines[first - 1].has_bullet:
        return first - 1
    return first


def _finish(lines: Sequence[Line], places: list[int]) -> int:
    distance = Counter(after - before for before, after in pairwise(places)).most_common(1)[0][0]
    described = _begin(lines, places[0]) < places[0]
    end = min(len(lines), places[-1] + distance - described)
    indent = lines[places[-1]].indent
    while indent and end < len(lines) and lines[end].indent >= indent:
        end += 1
    if (
        end < len(lines)
        and lines[end].words <= 10
        and not lines[end].is_sentence
        and AUTHOR.fullmatch(lines[end].text)
    ):
        end += 1
    return end
