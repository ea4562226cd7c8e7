"""Tables of people: each row is somebody, and the head of a column tells what stands in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.lexicon import words
from firsthand.marks.identifiers.patterns import NAME_WORD, TITLE
from firsthand.marks.identifiers.wordings import TOKEN
from firsthand.records import Document, Identifier, IdentifierCategory, IdentifierClass, Span

SEPARATORS = ("|", "\t", ";")

OF_COLUMN: dict[str, tuple[IdentifierClass, IdentifierCategory, str]] = {
    "columns of names": ("direct", "name", "named in a table of people"),
    "columns of ages": ("quasi", "age", "how old somebody in a table of people is"),
    "columns of places": ("quasi", "place", "where somebody in a table of people comes from or is"),
    "columns of occupations": ("quasi", "occupation", "what somebody in a table of people does"),
    "columns of dates": ("quasi", "date", "when something happened to somebody in a table of people"),
    "columns of contacts": ("direct", "contact", "a way to reach somebody in a table of people"),
    "columns of kin": ("quasi", "relative", "kin of somebody in a table of people"),
    "columns of routes": ("operational", "route", "how somebody in a table of people got away"),
}

LABELLED = re.compile(r"^\W*(?P<label>[A-Z][\w .’'/-]{1,30}?) ?: (?P<value>\S.*)$", re.MULTILINE)
"""A line of a form: "Patient: ..."."""

NAMED = re.compile(rf"(?:{TITLE}\.? )?{NAME_WORD} ?{NAME_WORD}")

LONGEST = 6
"""Words of a value that is marked whole; of a longer one only what stands before the first comma."""

Cell = tuple[int, int]


def header_of(text: str) -> tuple[int, str] | None:
    """Return where the head of a table of people begins and what parts its cells: a line with a name and another detail."""
    at = 0
    for line in text.splitlines(keepends=True):
        mark = next((each for each in SEPARATORS if line.count(each) > 1), None)
        if mark and len(line) < 300:
            heads = [_kind(line[start:end]) for start, end in _cells(line, mark)]
            if "columns of names" in heads and sum(head is not None for head in heads) > 1:
                return at, mark
        at += len(line)
    return None


def rows(document: Document) -> Iterator[Identifier]:
    """Yield the cells of the tables of people in a document, each in the group of the name in its row."""
    found = header_of(document.text)
    if found is None:
        return
    at, mark = found
    lines = document.text[at:].splitlines(keepends=True)
    heads = [_kind(lines[0][start:end]) for start, end in _cells(lines[0], mark)]
    at += len(lines[0])
    for line in lines[1:]:
        cells = _cells(line, mark)
        if len(cells) > 1 and not set(line) <= set("|-: \n\t"):
            yield from _row(line, at, heads, cells)
        elif not cells:
            return
        at += len(line)


def is_form(text: str) -> bool:
    """Whether a text has the labelled lines of a file on a person: a patient, a client, or a name and another detail."""
    kinds = set()
    for match in LABELLED.finditer(text):
        if match["label"].lower() in words("en", "identifiers", "whose file it is") and NAMED.match(
            match["value"]
        ):
            return True
        kinds.add(_kind(match["label"]))
    return "columns of names" in kinds and len(kinds - {None}) > 1


def fields(document: Document) -> Iterator[Identifier]:
    """Yield what stands behind the labels of a form, each in the group of the name that was last given."""
    name: str | None = None
    for match in LABELLED.finditer(document.text):
        head = _kind(match["label"])
        if head is None:
            continue
        value = match["value"].rstrip(" .;")
        value = value if len(value.split()) <= LONGEST and "," not in value else value.split(",")[0]
        if head == "columns of names":
            name = value
        danger, category, why = OF_COLUMN[head]
        yield Identifier(
            Span(match.start("value"), match.start("value") + len(value)), danger, name, category, why
        )


def _row(line: str, at: int, heads: Sequence[str | None], cells: Sequence[Cell]) -> Iterator[Identifier]:
    pairs = list(zip(heads, cells, strict=False))
    name = next((line[s:e] for head, (s, e) in pairs if head == "columns of names" and e > s), None)
    for head, (start, end) in pairs:
        if head is not None and end > start:
            danger, category, why = OF_COLUMN[head]
            yield Identifier(Span(at + start, at + end), danger, name, category, why)


def _cells(line: str, mark: str) -> list[Cell]:
    """Where the cells of a line stand, without white space; none where the line has no mark of a table."""
    if mark not in line:
        return []
    found, at = list[Cell](), 0
    for part in line.rstrip("\n").split(mark):
        start = at + len(part) - len(part.lstrip())
        found.append((start, max(start, at + len(part.rstrip()))))
        at += len(part) + 1
    return found


def _kind(head: str) -> str | None:
    plain = " ".join(TOKEN.findall(head.lower()))
    begins = plain.partition(" of ")[0] + " of"
    return next(
        (kind for kind in OF_COLUMN if {plain, begins} & words("en", "identifiers", kind)),
        None,
    )
