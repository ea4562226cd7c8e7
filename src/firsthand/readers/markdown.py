"""Markdown -> document: the file's own text, unchanged, with zones by its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.readers.encoding import decode
from firsthand.readers.facts import Stated, dates
from firsthand.readers.facts.names import Names
from firsthand.readers.facts.written_dates import written_dates
from firsthand.readers.text import checked, reading
from firsthand.readers.zoning import merged, zone_lines
from firsthand.readers.zoning.lines import Line, line_of, lines_of
from firsthand.records import FoundDate, Original, Reading, Span, Zone, ZoneKind

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
FIELD = re.compile(
    r"^([A-Za-z][\w -]{0,40}):[ \t]*(.*?)[ \t\r]*$(?:\n((?:[ \t]*-[ \t]+.*(?:\n|$))*))?", re.MULTILINE
)
LONGEST_FRONT_MATTER = 20_000

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$", re.DOTALL)
UNDERLINE = re.compile(r"(?:=+|-+)\s*$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
DEFINITION = re.compile(r"\[\^?[^\]\n]{1,80}\]:\s")
IMAGE_ALONE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)$")
LINK = re.compile(r"!?\[([^\]\n]{0,300})\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,80}\])")
MARKS = re.compile(r"^(?:>\s?)+|^#{1,6}\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block of fields before the text; ``end`` is where the text begins, 0 without such a block."""

    end: int
    fields: Mapping[str, tuple[str, ...]]
    date: FoundDate | None = None

    def one(self, *names: str) -> str | None:
        """Return the first value of the first of these fields that has one."""
        return next((self.fields[name][0] for name in names if self.fields.get(name)), None)


def read(original: Original, content: bytes) -> Reading:
    """Read a Markdown file; ``document.text`` is the decoded file, marks and line ends included.

    The fields of a front matter (title, author, date, publisher) are facts of the
    document. Raises UnreadableOriginal when the file has no bytes or is too large.
    """
    decoded = decode(checked(content))
    text = decoded.text
    matter = front_matter(text)
    zones = zones_of(text, matter.end)
    names = Names(
        title=matter.one("title"),
        publisher=matter.one("publisher", "site", "source", "outlet"),
        authors=matter.fields.get("author") or matter.fields.get("authors") or (),
    )
    dated = (
        [dates.Candidate(matter.date, dates.PUBLISHED, "the front matter gives it")] if matter.date else []
    )
    found = reading(original, decoded, zones, Stated(first=names, dates=dated))
    title = names.title or _bare(found.document.title)
    return replace(found, document=replace(found.document, title=title))


def front_matter(text: str) -> FrontMatter:
    r"""Return the fields before a text: those of one line and lists; anything deeper is left out.

    >>> front_matter("---\ntitle: Rope money\nauthors:\n  - Tess Amaro\n---\nIn 1911 ...").fields["authors"]
    ('Tess Amaro',)
    """
    match = FRONT_MATTER.match(text[:LONGEST_FRONT_MATTER])
    if not match:
        return FrontMatter(0, {})
    fields: dict[str, tuple[str, ...]] = {}
    found: FoundDate | None = None
    for field in FIELD.finditer(match[1]):
        name = field[1].strip().lower()
        fields[name] = _values(field[2], field[3] or "")
        if name in ("date", "published") and found is None:
            start = match.start(1) + field.start(2)
            written = next(written_dates(text, start, start + len(field[2])), None)
            found = FoundDate(written.date, "metadata", written.span) if written else None
    return FrontMatter(match.end(), fields, found)


def zones_of(text: str, start: int = 0) -> tuple[Zone, ...]:
    """Return the zones of a Markdown text; what stands before ``start`` is metadata."""
    lines = lines_of(text)
    places = [place for place, line in enumerate(lines) if line.span.start >= start]
    kinds: list[ZoneKind] = ["metadata"] * len(lines)
    marked = _by_marks(lines, text, places)
    open_places = [place for place in places if place not in marked]
    for place, kind in zip(
        open_places, zone_lines([_unmarked(lines[place]) for place in open_places]), strict=True
    ):
        kinds[place] = kind
    for place, kind in marked.items():
        kinds[place] = kind
    _one_title(lines, kinds, places)
    return merged(lines, kinds)


def _by_marks(lines: Sequence[Line], text: str, places: Sequence[int]) -> dict[int, ZoneKind]:
    """Return the zones of lines whose marks decide: code, comments, definitions, pictures."""
    found: dict[int, ZoneKind] = {}
    fence: str | None = None
    hidden = [Span(*match.span()) for match in COMMENT.finditer(text)]
    for place in places:
        line = lines[place]
        mark = FENCE.match(line.text)
        if fence or mark:
            found[place] = "boilerplate"
            if mark and not fence:
                fence = mark[1]
            elif mark and fence and mark[1].startswith(fence):
                fence = None
        elif DEFINITION.match(line.text):
            found[place] = "references"
        elif IMAGE_ALONE.match(line.text):
            found[place] = "caption"
    _hide(lines, places, hidden, found)
    return found


def _hide(
    lines: Sequence[Line], places: Sequence[int], hidden: Sequence[Span], found: dict[int, ZoneKind]
) -> None:
    """Comments of the file that its readers do not see are metadata."""
    comments = iter(hidden)
    comment = next(comments, None)
    for place in places:
        while comment and comment.end <= lines[place].span.start:
            comment = next(comments, None)
        if comment and comment.holds(lines[place].span):
            found.setdefault(place, "metadata")


def _unmarked(line: Line) -> Line:
    """Return a line without its marks, for recognition; its place is that of the marked one."""
    bare = MARKS.sub("", LINK.sub(r"\1", line.text))
    plain = line_of(bare, 0, line.gap, line.page)
    return replace(plain, span=line.span, indent=line.indent)


def _one_title(lines: Sequence[Line], kinds: list[ZoneKind], places: Sequence[int]) -> None:
    """The first heading of the first level is the title, and the line of marks under a heading belongs to it."""
    first = next(
        (place for place in places if kinds[place] in ("main", "title") and _is_title(lines, place)), None
    )
    for place in places:
        if first is not None and kinds[place] == "title" and place != first:
            kinds[place] = "main"
    if first is not None:
        kinds[first] = "title"
    for place in places[1:]:
        if UNDERLINE.match(lines[place].text) and lines[place].gap == 0:
            kinds[place] = kinds[place - 1]


def _is_title(lines: Sequence[Line], place: int) -> bool:
    heading = HEADING.match(lines[place].text)
    if heading:
        return len(heading[1]) == 1
    below = lines[place + 1] if place + 1 < len(lines) else None
    return below is not None and below.gap == 0 and bool(re.fullmatch(r"=+", below.text))


def _values(value: str, entries: str) -> tuple[str, ...]:
    """Return the values of a field: one, a list in brackets, or entries with hyphens."""
    bracketed = re.fullmatch(r"\[(.*)\]", value)
    given = bracketed[1].split(",") if bracketed else [value] if value else entries.splitlines()
    bare = [each.strip().removeprefix("- ").strip().strip("\"'") for each in given]
    return tuple(each for each in bare if each)


def _bare(title: str | None) -> str | None:
    if title is None:
        return None
    return " ".join(MARKS.sub("", LINK.sub(r"\1", re.sub(r"\s+(?:=+|-+|#+)$", "", title))).split()) or None
