"""More of something in a place than the table of another document has there: eight wells in Sant, eleven that were closed in Sant."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from firsthand.lexicon import words
from firsthand.links.case import Case
from firsthand.links.findings.exceeded import is_above
from firsthand.links.findings.shown import shown, where_shown
from firsthand.links.looks import phrases
from firsthand.links.rarity import UNLISTED, rarity
from firsthand.links.sentences import paragraph, sentence
from firsthand.links.shelf import Brief
from firsthand.links.terms import content, form
from firsthand.records import Finding, Span

LABEL = re.compile(r"(?:[A-Z][^\W\d_]+ ){0,2}[A-Z][^\W\d_]{3,}")
"""The first cell of a row that is a name."""

BEHIND = re.compile(r"\s+([a-z][\w’'-]+)(?:\s+([a-z][\w’'-]+))?")
"""The two words behind a number: what it counts is one of them."""

POINTING = re.compile(
    r"\b(?:in|at|from) (?:this|that) (?:village|town|district|province|place|school|home|camp|valley)\b|\b(?:there|here)\b",
    re.IGNORECASE,
)
"""Words for a place that was named before."""

ROWS = 1_500
"""Characters of a table behind one of its rows, up to the note below it."""

NOTE = 300
"""Characters of a note below a table."""

CALLED_SO = 4
"""Documents with rows of one name beyond which it is a country or a month, and no place of which a table has all."""

WEIGHT = 0.74


class Cell(NamedTuple):
    """A number in a table: the name of its row, and the words for what is counted, by the head of its column or the note below."""

    name: str
    number: Brief
    counted: frozenset[str]


def more_than_the_table_has(case: Case) -> Iterator[Finding]:
    """Say which numbers of a place are above all that another document's table counts there of the same things."""
    cells = [
        cell
        for document, briefs in case.known.claims.by_document()
        for cell in _cells(case, document, briefs)
    ]
    documents: dict[str, set[str]] = {}
    for cell in cells:
        documents.setdefault(cell.name, set()).add(cell.number.document)
    told: set[str] = set()
    for cell in cells:
        if len(documents[cell.name]) > CALLED_SO:
            continue
        for document in sorted(case.around(cell.number.document)):
            for part in _counted_there(case, document, cell):
                if part.id in told:
                    continue
                told.add(part.id)
                says = f"{shown(case, part.id)} is more than all that a table of another document has in its place, {cell.number.shown}: they cannot both be right."
                yield Finding("impossible", says, WEIGHT, case.clauses((part.id, cell.number.id)))


def _cells(case: Case, document: str, briefs: Collection[Brief]) -> Iterator[Cell]:
    """The counts in a document's tables that stand in rows with the name of a place and say what they count."""
    text = case.document(document).text
    if "\t" not in text:
        return
    by_row: dict[Span, list[Brief]] = {}
    for brief in briefs:
        if brief.kind == "count" and brief.point and "\t" in brief.span.of(text):
            by_row.setdefault(brief.span, []).append(brief)
    for span, counts in sorted(by_row.items()):
        label = span.of(text).partition("\t")[0].strip()
        if not LABEL.fullmatch(label) or max(map(rarity, label.lower().split())) < UNLISTED:
            continue
        heads, note = _heads(text, span), _note(text, span)
        most = max(counts, key=lambda brief: (brief.point or 0, brief.id))
        for brief in counts:
            number = case.claim(brief.id).quantity
            column = text.count("\t", span.start, number.span.start) if number else 0
            head = content(heads[column]) if column < len(heads) else frozenset[str]()
            yield Cell(label, brief, head | note if brief is most else head)


def _heads(text: str, row: Span) -> list[str]:
    """The heads of the table in which a row stands; nothing for columns that count who was asked or examined."""
    heads = ""
    for line in reversed(text[max(0, row.start - ROWS) : row.start].splitlines()):
        if "\t" in line:
            heads = line
        elif line.strip():
            break
    sampled = words("en", "comparing", "sample")
    return [head if sampled.isdisjoint(head.casefold().split()) else "" for head in heads.split("\t")]


def _note(text: str, row: Span) -> frozenset[str]:
    """The words of the note below a table that says that all there are were counted."""
    end = row.end
    for line in text[row.end : row.end + ROWS].splitlines(keepends=True):
        if line.strip() and "\t" not in line:
            break
        end += len(line)
    note = text[end : end + NOTE].partition("\n\n")[0]
    return content(note) if phrases("all of them").search(note) else frozenset()


def _counted_there(case: Case, document: str, cell: Cell) -> Iterator[Brief]:
    """The counts of a document that are told of the place of a row, of what its cell counts, and are above it."""
    text = case.document(document).text
    if cell.name not in text:
        return
    named = re.compile(rf"\b{re.escape(cell.name)}\b")
    for brief in case.known.claims.of(document):
        if brief.kind != "count" or not brief.shown or brief.change or not is_above(brief, cell.number):
            continue
        if (
            "\t" not in brief.span.of(text)
            and _counts(text, brief, cell)
            and named.search(_told(text, brief))
        ):
            yield brief


def _counts(text: str, part: Brief, cell: Cell) -> bool:
    """Whether a number counts what the table counts, and not what befell people, of which there are more from day to day."""
    where = where_shown(text, part)
    match = BEHIND.match(text, where.end) if where else None
    said = {word.casefold() for word in match.groups() if word} if match else set()
    said |= {word.casefold() for word in (part.shown or "").split()[-1:] if word.isalpha()}
    if not said.isdisjoint(words("en", "findings", "growing")):
        return False
    return not (set(map(form, said)) - {form("people")}).isdisjoint(cell.counted)


def _told(text: str, part: Brief) -> str:
    """The clause of a number, with the sentence before where it points there: "In Sant I meet a beekeeper. Eleven wells ... in this village"."""
    clause = part.span.of(text)
    if not POINTING.search(clause):
        return clause
    own = sentence(text, part.span)
    start = paragraph(text, own).start
    before = sentence(text, Span(own.start - 2, own.start - 1)) if own.start - 2 > start else own
    return Span(before.start, own.end).of(text)
