"""What a cell of a table states: the head of its column, the label of its row, the line above the table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.claims.around import Around
from firsthand.claims.clause import Clause
from firsthand.claims.normal import Normal, content_lemmas
from firsthand.claims.periods import joined, titled_year
from firsthand.language import Paragraph, Parse
from firsthand.lexicon import words
from firsthand.records import Document, Quantity

TAB = "\t"
LONGEST_CAPTION = 200
LONGEST_HEADING = 80
CATEGORY = 4
"""Words of "by age and sex" in the line above a table."""
BETWEEN_HEADS = re.compile(r"(?<=[a-z)]) (?=[A-Z])")
SHARE_OF = re.compile(r"^(?:of (?:whom|which|them)|thereof|including)[:,]?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a row: the line over the table, the row of heads, the heading of the section."""

    caption: Paragraph | None = None
    head: Paragraph | None = None
    heading: Paragraph | None = None


class Tables:
    """The rows of a document's tables with what stands above them.

    A row is a paragraph with tabs between its cells. The first row of a table
    is its head when only its first cell may hold digits.
    """

    def __init__(self, document: Document, parse: Parse) -> None:
        self.document = document
        self.above: dict[int, Above] = {}
        here = Above()
        before: Paragraph | None = None
        heading: Paragraph | None = None
        for paragraph in parse.paragraphs:
            if not self.is_row(paragraph):
                heading = paragraph if self._is_heading(paragraph) else heading
                before = paragraph
                continue
            if before is not None or not self.above:
                is_short = before is not None and before.span.end - before.span.start <= LONGEST_CAPTION
                head = paragraph if self._is_head(paragraph) else None
                here = Above(before if is_short else None, head, heading)
                before = None
            self.above[paragraph.start] = here

    def _is_heading(self, paragraph: Paragraph) -> bool:
        words = self.document.words(paragraph.span)
        return len(words) <= LONGEST_HEADING and words.rstrip()[-1:] not in '.!?:;,”"'

    def is_row(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a row of a table."""
        return TAB in self.document.words(paragraph.span)

    def stated(self, paragraph: Paragraph, quantity: Quantity, around: Around) -> tuple[Clause, Normal]:
        """Return the row as a clause, and what the cell of a quantity states."""
        text = self.document.words(paragraph.span)
        cells = text.split(TAB)
        column = self.document.text.count(TAB, paragraph.start, quantity.span.start)
        above = self.above.get(paragraph.start, Above())
        heads = _apart(self.document.words(above.head.span).split(TAB), len(cells)) if above.head else []
        named = heads[column].strip() if column < len(heads) else ""
        label = cells[0].strip() if column else ""
        caption, category = self._caption(above.caption, around)
        if named:  # the caption is of the table, the head of the column says what is counted
            caption = (*caption, *(word for word in category if word not in caption))
        said = [*caption, *content_lemmas(paragraph.doc)]
        if above.head is not None:
            said += _lemmas(above.head, named)
        if not caption and not named and above.heading is not None:
            said += content_lemmas(above.heading.doc)
        people = ", ".join(filter(None, (SHARE_OF.sub("", named), _counted(label, bool(named), category))))
        measure = " ".join(caption)
        return Clause.of(paragraph, paragraph.span), Normal(
            measure or quantity.kind,
            people or None,
            None,
            None,
            self._period(paragraph, above, named, len(cells[0]), around),
            tuple(dict.fromkeys(said)),
            (),
        )

    def _caption(self, caption: Paragraph | None, around: Around) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the line above a table says without its date and number, and by what its rows are told apart: "by cause"."""
        if caption is None:
            return (), ()
        barred = [time.span for time in around.within(caption).times]
        own = [token for token in caption.doc if not any(span.meets(caption.place(token)) for span in barred)]
        by = next((token for token in own if token.lower_ == "by" and token.dep_ in ("prep", "agent")), None)
        rows = list(by.subtree) if by is not None and by.right_edge.i - by.i <= CATEGORY else []
        kept = {token.i for token in rows}
        said = content_lemmas(token for token in own if token.i not in kept)
        pointing = words("en", "claims", "captions")
        return tuple(word for word in said if word not in pointing), content_lemmas(rows)

    def _period(
        self, paragraph: Paragraph, above: Above, named: str, label: int, around: Around
    ) -> str | None:
        """The date that the row, else its column, else the line above the table, else the document's title gives."""
        own = [time for time in around.within(paragraph).times if time.span.start < paragraph.start + label]
        head = around.within(above.head).times if above.head is not None else ()
        over = [time for time in head if named and named in self.document.words(time.span)]
        for times in (own, over, around.within(above.caption).times if above.caption else ()):
            dated = [time for time in times if time.value[:4].isdigit()]
            if dated:
                first, behind = dated[0], dated[1] if len(dated) > 1 else None
                if times is own and behind is not None:
                    return f"{first.value}/{behind.value}"
                return joined(self.document, first, behind)
        return titled_year(self.document, around.marks.times)

    def _is_head(self, paragraph: Paragraph) -> bool:
        return not any(re.search(r"\d", cell) for cell in self.document.words(paragraph.span).split(TAB)[1:])


def _apart(heads: list[str], columns: int) -> list[str]:
    """The heads of a table, where a reader ran two together: "Examined Compatible injuries" of three columns with two heads."""
    if len(heads) >= columns:
        return heads
    split = [heads[0], *(part for head in heads[1:] for part in BETWEEN_HEADS.split(head))]
    return split if len(split) == columns else heads


def _counted(label: str, has_head: bool, category: tuple[str, ...]) -> str:
    """The label of a row as what is counted; nothing for a sum of all rows."""
    first, _, rest = label.partition(" ")
    sums = words("en", "claims", "sums")
    if label.lower() in sums:
        return "" if has_head or category else label
    if first.lower() in sums and category and any(rest.lower().startswith(word) for word in category):
        return ""
    return label


def _lemmas(head: Paragraph, named: str) -> tuple[str, ...]:
    """The words of a column's head."""
    start = head.text.find(named) if named else -1
    if start < 0:
        return ()
    return content_lemmas(token for token in head.doc if start <= token.idx < start + len(named))
