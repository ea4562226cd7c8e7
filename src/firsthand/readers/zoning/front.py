"""What stands before the first paragraph: title, byline, date line, menus, and the standfirst, which is story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from firsthand.lexicon import words
from firsthand.readers.zoning.furniture import Seen
from firsthand.readers.zoning.imprint import is_address, is_imprint, is_letterhead
from firsthand.readers.zoning.lines import Line
from firsthand.readers.zoning.shapes import DATE, is_byline, is_date_line, is_name, is_staff
from firsthand.records import ZoneKind

LONGEST_FRONT = 400
"""Lines that can stand before a story."""

LONGEST_TITLE = 35
"""Words of a title."""

LONG_FRONT = 8
"""Lines before the story that are more than title, standfirst and byline: a menu is among them."""

STANDFIRST = 2
"""Lines behind the headline in which a standfirst without a full stop may stand."""

LONG_WORD = 4
"""Letters of a word that says something about a story."""

MENU = 3
"""Words of a menu entry."""

LONGEST_NAME = 5
"""Words of the name of an outlet or of a body."""

SPEAKER = re.compile(
    r"(?:[QA]|Q\d+|[A-Z][A-Z .'’-]{2,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})\s?[:.]\s+\S"
)
QUESTION_OR_ANSWER = re.compile(r"[QA][:.]\s")
DAY = re.compile(DATE, re.IGNORECASE)
SEPARATOR = re.compile(r"\s(?:[|»›·•]|[–—-])\s")
CRAWLER = re.compile(
    r"(?:date|url|source|title|retrieved|crawled|archived)\s*[:=]?\s+(?=\d{4}-\d\d-\d\d|https?:)",
    re.IGNORECASE,
)
FIELD = re.compile(r"[A-Z][\w ()/-]{1,40}: \S")


def zone(
    lines: Sequence[Line], seen: Sequence[Seen | None], kinds: Sequence[ZoneKind], body: int | None = None
) -> Mapping[int, ZoneKind]:
    """Return the zones of the lines before the story; lines that are story are not among them.

    ``body`` is the place of the first paragraph where it is known.
    """
    body = _body(lines, kinds) if body is None else body
    front = [place for place in range(body) if kinds[place] == "main"]
    found: dict[int, ZoneKind] = {place: _in_head(lines[place]) for place in printed_head(lines[:body])}
    front = [place for place in front if place not in found]
    title = _title(lines, seen, front, body)
    for place in front:
        kind = _kind(lines, seen, place, title)
        if (
            kind == "main"
            and title is not None
            and len(front) > LONG_FRONT
            and _is_loose(lines[place], place - title)
        ):
            kind = "boilerplate"
        if kind != "main":
            found[place] = kind
    if title is not None:
        found[title] = "title"
    _names_beside_dates(lines, found, front, title)
    _bylines_behind(lines, kinds, body, found)
    return found


def _body(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> int:
    """Return the place of the first paragraph; where none is told, of the first line that is more than a heading."""
    told = [place for place in range(min(len(lines), LONGEST_FRONT)) if kinds[place] == "main"]
    for place in told:
        line = lines[place]
        if is_imprint(line):
            continue
        if SPEAKER.match(line.text) and (line.is_sentence or QUESTION_OR_ANSWER.match(line.text)):
            return place
        if (
            line.is_prose
            and not is_date_line(line)
            and not is_byline(line)
            and not _is_titled_sentence(lines, place)
        ):
            return place
    return min(told[0] + 1, len(lines)) if told else 0


def _is_titled_sentence(lines: Sequence[Line], place: int) -> bool:
    """Whether a first line with a full stop is a headline all the same: short, alone, and a longer text follows."""
    line = lines[place]
    if line.words > 22 or CRAWLER.match(line.text):
        return line.words <= LONGEST_TITLE * 2 and CRAWLER.match(line.text) is not None
    if _stands_again(lines, place):
        return True
    following = [after for after in lines[place + 1 : place + 12] if after.is_prose]
    if place or line.text.count(". ") or not following or (line.is_quoted and line.is_sentence):
        return False
    return not line.is_sentence or following[0].words >= max(15, line.words)


def _stands_again(lines: Sequence[Line], place: int) -> bool:
    """Whether the words of a line stand in another line of the front: the title of the page and that of the story."""
    line = lines[place]
    return line.words >= 4 and any(
        line.key in other.key
        for index, other in enumerate(lines[:LONGEST_FRONT])
        if index != place and other.words <= line.words + 15
    )


def _title(lines: Sequence[Line], seen: Sequence[Seen | None], front: Sequence[int], body: int) -> int | None:
    """Choose the headline among the lines before the story, None when nothing there reads as one."""
    could = [place for place in front if _could_be_title(lines[place], seen[place])]
    fit = _below_letterhead(lines, front, could)
    if not fit:
        return None
    again = [place for place in fit if _stands_again(lines, place)]
    if again:
        return again[-1] if lines[again[-1]].key in lines[again[0]].key else again[0]
    full = [place for place in fit if lines[place].words > MENU]
    if full and len(front) > LONG_FRONT:
        return _most_told(lines, full, body)
    short = [place for place in fit if lines[place].words <= MENU and (not full or place < full[0])]
    return full[0] if (full and short[:1] != fit[:1]) or (len(short) > 1 and full) else fit[0]


def _below_letterhead(lines: Sequence[Line], front: Sequence[int], could: Sequence[int]) -> Sequence[int]:
    """Leave out letterheads and the addresses directly below them, where something else could be the title."""
    heads: set[int] = set()
    for place in front:
        below = place - 1 in heads and is_address(lines[place])
        if below or is_letterhead(lines[place]):
            heads.add(place)
    return [place for place in could if place not in heads] or could


def _most_told(lines: Sequence[Line], full: Sequence[int], body: int) -> int:
    """Choose the headline under a menu: the line whose words the first paragraphs take up, the last one of equals."""
    told = {word for line in lines[body : body + 3] for word in line.key.split() if len(word) >= LONG_WORD}
    return max(full, key=lambda place: (len(told.intersection(lines[place].key.split())), place))


def _could_be_title(line: Line, found: Seen | None) -> bool:
    if (
        found
        or line.words > LONGEST_TITLE
        or line.text.endswith((":", ","))
        or not any(map(str.isalpha, line.text))
    ):
        return False
    if (
        is_date_line(line)
        or is_byline(line)
        or is_staff(line)
        or is_menu(line)
        or is_masthead(line)
        or is_imprint(line)
        or CRAWLER.match(line.text)
    ):
        return False
    return not (line.is_sentence and line.words > 22) and not line.has_bullet and not line.goes_on


def is_menu(line: Line) -> bool:
    """Whether a line is the menu of a page: a few words each, with strokes between them.

    >>> from firsthand.readers.zoning.lines import line_of
    >>> is_menu(line_of("Home | Town and country | World | Notices")), is_menu(line_of("Nets | Sport | The Courier"))
    (True, False)
    """
    pieces = [piece.split() for piece in re.split(r"\s[|•·]\s", line.text)]
    return len(pieces) > 3 and all(1 <= len(piece) <= MENU for piece in pieces)


def is_masthead(line: Line) -> bool:
    """Whether a line is the name of an outlet and nothing else: a few capitalised words, the last one telling."""
    named = line.text.split()
    if not 2 <= len(named) <= LONGEST_NAME or line.is_sentence or is_byline(line):
        return False
    return named[-1].lower() in _outlet_words() and all(name[0].isupper() or name == "of" for name in named)


def printed_head(lines: Sequence[Line]) -> range:
    """Return the places of the head of a printed paper: a name in capitals, right above a line with the day, and a headline below.

    >>> from firsthand.readers.zoning.lines import lines_of
    >>> printed_head(lines_of("THE MORNING TIDE\\nPellow and the coast\\n12 March 2025, page 5\\n\\nTide rises"))
    range(0, 3)
    """
    named = lines[0].text.split() if lines else []
    if not (2 <= len(named) <= LONGEST_NAME and lines[0].text.isupper()):
        return range(0)
    end = next((place for place in range(1, len(lines)) if lines[place].gap), len(lines))
    head = lines[1:end]
    dated = any(DAY.search(line.text) for line in head)
    return range(end) if dated and end < len(lines) and not any(map(is_byline, head)) else range(0)


def _in_head(line: Line) -> ZoneKind:
    return "byline" if DAY.search(line.text) else "boilerplate"


def _kind(lines: Sequence[Line], seen: Sequence[Seen | None], place: int, title: int | None) -> ZoneKind:
    line, found = lines[place], seen[place]
    if is_date_line(line) or is_byline(line) or is_staff(line) or is_imprint(line):
        return "byline"
    if place != title and is_letterhead(line):
        return "boilerplate"
    if found and found.match in ("label", "opener") and not line.is_sentence:
        return "boilerplate"
    if CRAWLER.match(line.text) or is_masthead(line) or is_menu(line):
        return "boilerplate"
    if title is None or place == title or FIELD.match(line.text):
        return "main"
    if SEPARATOR.search(line.text) and lines[title].key[:60] in line.key:
        return "boilerplate"
    if place < title and line.key == lines[title].key:
        return "boilerplate"
    in_menu = title > LONG_FRONT or (place > 0 and line.words <= MENU + 2)
    if place < title and in_menu and (not line.is_sentence or title > LONG_FRONT):
        return "boilerplate"
    return "main"


def _is_loose(line: Line, behind: int) -> bool:
    """Whether a line behind the headline of a page with a menu is an entry of another menu, not the standfirst."""
    return behind > STANDFIRST and not line.is_sentence and not line.is_quoted and line.words <= LONGEST_TITLE


def _names_beside_dates(
    lines: Sequence[Line], found: dict[int, ZoneKind], front: Sequence[int], title: int | None
) -> None:
    """A person's name between title and story is the byline when it stands beside a date or a byline."""
    for place in front:
        near = {found.get(place - 1), found.get(place + 1)}
        if (
            title is not None
            and place > title
            and place not in found
            and is_name(lines[place])
            and "byline" in near
        ):
            found[place] = "byline"


def _bylines_behind(
    lines: Sequence[Line], kinds: Sequence[ZoneKind], body: int, found: dict[int, ZoneKind]
) -> None:
    """A byline or date line may stand behind the standfirst, and a name beside the date."""
    near = [place for place in range(body, min(len(lines), body + 6)) if kinds[place] == "main"]
    for place in near:
        if not lines[place].is_prose and (is_date_line(lines[place]) or is_byline(lines[place])):
            found[place] = "byline"
    for place in near:
        if is_name(lines[place]) and "byline" in (found.get(place - 1), found.get(place + 1)):
            found.setdefault(place, "byline")


@cache
def _outlet_words() -> frozenset[str]:
    return words("en", "furniture", "outlet_names")
