"""Numbers of one document that make each other in more than one step: who was there, came and left; a table and its last row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from firsthand.links.case import Case
from firsthand.links.counting import listed
from firsthand.links.looks import phrases
from firsthand.links.shelf import Brief
from firsthand.links.tolls import SUMS
from firsthand.records import Evidence, Finding, Passage, Span

NEAR, FAR = 400, 900
"""Characters in which those who were there, came and left are told, and from there to how many that makes."""

AROUND = 6
"""Numbers before and behind those three that are looked at."""

LEAST, PART = 50, 10
"""Number of all from which it is hardly made by chance, and of those who came or left."""

BESIDE = 60
"""Characters on either side of a number in which a word says that those left."""

ROWS, SHOWN = 3, 8
"""Rows that make a table's last one, and rows that are shown."""

CELL = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")

WEIGHT, WRONG = 0.35, 0.74


def balances(case: Case) -> Iterator[Finding]:
    """Say where those who were there, with those who came and without those who left, are those who are there then."""
    for document, briefs in case.known.claims.by_document():
        counts = [brief for brief in briefs if brief.kind == "count" and brief.point and not brief.change]
        if len(counts) < 4:
            continue
        ordered = sorted(counts, key=lambda brief: (brief.span.start, -(brief.point or 0), brief.id))
        text = case.document(document).text
        told: set[str] = set()
        for place in range(len(ordered) - 2):
            three = ordered[place : place + 3]
            if three[2].span.start - three[0].span.start > NEAR or "\t" in three[0].span.of(text):
                continue
            before, behind = ordered[max(0, place - AROUND) : place], ordered[place + 3 : place + 3 + AROUND]
            for made in (*behind, *reversed(before)):
                found = _made_of(case, text, made, three) if made.id not in told else None
                if found:
                    told.add(made.id)
                    first, came, left = found
                    says = f"{first.shown} and {came.shown} less {left.shown} are {made.shown}, as the text says."
                    yield Finding(
                        "arithmetic agrees", says, WEIGHT, case.clauses(each.id for each in (made, *found))
                    )
                    break


def _made_of(case: Case, text: str, made: Brief, three: Sequence[Brief]) -> tuple[Brief, Brief, Brief] | None:
    """Of three numbers the one that was there first, the one that came and the one that left, where they make another."""
    if (made.point or 0) < LEAST or abs(made.span.start - three[0].span.start) > FAR:
        return None
    if len({brief.point for brief in (made, *three)}) < 4 or min(brief.point or 0 for brief in three) < PART:
        return None
    for first, came, left in permutations(three):
        if (first.point or 0) + (came.point or 0) - (left.point or 0) != made.point:
            continue
        begins, comes, leaves = (_at(case, brief) for brief in (first, came, left))
        if begins < comes and _is_said_to(text, leaves, "leaving"):
            return first, came, left
    return None


def _at(case: Case, brief: Brief) -> int:
    """Where the number of a claim stands."""
    quantity = case.claim(brief.id).quantity
    return quantity.span.start if quantity else brief.span.start


def _is_said_to(text: str, at: int, group: str) -> bool:
    """Whether beside a number stands a word of a group, with no other number between."""
    behind = re.split(r"\d", text[at:].lstrip("0123456789,.")[:BESIDE], maxsplit=1)[0]
    before = re.split(r"\d", text[max(0, at - BESIDE) : at])[-1]
    return any(phrases(group).search(side.split("\n")[place]) for side, place in ((behind, 0), (before, -1)))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table in one document, the last of which counts all: where each stands, and its numbers."""

    lines: tuple[Span, ...]
    cells: tuple[tuple[Decimal | None, ...], ...]

    def sums(self) -> list[tuple[int, Decimal, Decimal]]:
        """Return of each column in which every row has a number its place, what the rows make, and what the last row says."""
        found = []
        for column in range(len(self.cells[-1])):
            numbers = [row[column] for row in self.cells]
            if all(number is not None for number in numbers):
                each = [number for number in numbers if number is not None]
                found.append((column, sum(each[:-1], Decimal(0)), each[-1]))
        return found


def tables_that_do_not(case: Case) -> Iterator[Finding]:
    """Say of a table whose rows make its last one in one column where they do not in another."""
    for document, table in _tables(case):
        sums = table.sums()
        wrong = [(made, said) for _, made, said in sums if made != said]
        if wrong and len(wrong) < len(sums):
            told = listed(f"{made:,f} and not {said:,f}" for made, said in wrong)
            says = f"The rows of the table make {told}, as its last row says; in the other columns they do."
            yield Finding("impossible", says, WRONG, _shown(case, document, table))


def _tables(case: Case) -> Iterator[tuple[str, Table]]:
    """Every table of a document with a last row that counts all."""
    for document, briefs in case.known.claims.by_document():
        if len(briefs) <= ROWS:
            continue
        text = case.document(document).text
        for line in re.finditer(r"^[^\t\n]{1,40}\t.*$", text, re.MULTILINE):
            if SUMS.match(line[0]):
                table = _above(text, Span(line.start(), line.end()))
                if table is not None:
                    yield document, table


def _above(text: str, last: Span) -> Table | None:
    """The table of which this is the last row: the lines above it with as many cells, up to one without a number."""
    width = last.of(text).count("\t")
    body: list[Span] = []
    row = _line_before(text, last)
    while row is not None and row.of(text).count("\t") == width and any(_numbers(row.of(text))):
        body.append(row)
        row = _line_before(text, row)
    if len(body) < ROWS:
        return None
    lines = (*reversed(body), last)
    return Table(lines, tuple(_numbers(line.of(text)) for line in lines))


def _line_before(text: str, line: Span) -> Span | None:
    end = line.start - 1
    return Span(text.rfind("\n", 0, end) + 1, end) if end > 0 else None


def _numbers(line: str) -> tuple[Decimal | None, ...]:
    """The numbers of the cells of a row but its first, None where a cell is something else."""
    cells = line.split("\t")[1:]
    return tuple(Decimal(cell.replace(",", "")) if CELL.fullmatch(cell.strip()) else None for cell in cells)


def _shown(case: Case, document: str, table: Table) -> tuple[Evidence, ...]:
    return case.evidence(Passage(document, line) for line in (*table.lines[:-1][:SHOWN], table.lines[-1]))
