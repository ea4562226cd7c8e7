"""What a cell of a table states: the head of its column, the label of its row, the line above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.claims.around import Around
from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.records import Document, Quantity, Time

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

TAB = "\t"
LONGEST_CAPTION = 200
SHARE_OF = re.compile(r"^(?:of (?:whom|which|them)|thereof|including)[:,]?\s+", re.IGNORECASE)


class Tables:
    """The rows of a document's tables with what stands above them.

    A row is a paragraph with tabs between its cells. The first row of a table
    is its head when only its first cell may hold digits.
    """

    def __init__(self, document: Document, parse: Parse) -> None:
        self.document = document
        self.above: dict[int, tuple[Paragraph | None, Paragraph | None]] = {}
        head: Paragraph | None = None
        caption: Paragraph | None = None
        before: Paragraph | None = None
        for paragraph in parse.paragraphs:
            if not self.is_row(paragraph):
                before = paragraph
                continue
            if before is not None or not self.above:
                is_short = before is not None and before.span.end - before.start <= LONGEST_CAPTION
                caption = before if is_short else None
                head = paragraph if self._is_head(paragraph) else None
                before = None
            self.above[paragraph.start] = (caption, head)

    def is_row(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a row of a table."""
        return TAB in self.document.words(paragraph.span)

    def stated(self, paragraph: Paragraph, quantity: Quantity, around: Around) -> tuple[Clause, Normal]:
        """Return the row as a clause, and what the cell of a quantity states."""
        cells = self.document.words(paragraph.span).split(TAB)
        column = self.document.text.count(TAB, paragraph.start, quantity.span.start)
        caption, head = self.above.get(paragraph.start, (None, None))
        heads = self.document.words(head.span).split(TAB) if head is not None else []
        named = heads[column].strip() if column < len(heads) else ""
        label = cells[0].strip() if column else ""
        clause = Clause.of(paragraph, paragraph.span)
        times = (*(around.within(caption).times if caption else ()), *around.within(paragraph).times)
        above = _undated(caption, times) if caption else ()
        terms = [*above, *content_lemmas(paragraph.doc)]
        if head is not None:
            terms += content_lemmas(_cell(head, heads, column))
        of_whom = SHARE_OF.sub("", named)
        is_total = label.lower() in words("en", "claims", "sums")
        population = ", ".join(part for part in (of_whom, "" if is_total and of_whom else label) if part)
        period = next((time.value for time in times if time.value[:4].isdigit()), None)
        measure = " ".join(above)
        return clause, Normal(
            measure or quantity.kind, population or None, None, None, period, tuple(dict.fromkeys(terms)), ()
        )

    def _is_head(self, paragraph: Paragraph) -> bool:
        return not any(re.search(r"\d", cell) for cell in self.document.words(paragraph.span).split(TAB)[1:])


def _undated(caption: Paragraph, times: Sequence[Time]) -> tuple[str, ...]:
    """What the line above a table says, without its date."""
    return content_lemmas(
        token for token in caption.doc if not any(time.span.meets(caption.place(token)) for time in times)
    )


def _cell(head: Paragraph, heads: list[str], column: int) -> list[Token]:
    """The words of a column's head."""
    if column >= len(heads):
        return []
    start = sum(len(cell) + 1 for cell in heads[:column])
    return [token for token in head.doc if start <= token.idx < start + len(heads[column])]
