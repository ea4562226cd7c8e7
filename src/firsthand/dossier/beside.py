"""Two documents side by side: what both have in the order of the first, what stands between, and who speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand import ledger, links
from firsthand.records import Document, Passage, Reuse, Sheet, Span

GAP = 240
"""Characters between two shared passages of one paragraph that are still one: what was cut out, and brackets."""

LONGEST = 6_000
"""Characters of such a passage; a longer one is shown in several rows."""

OPENS = re.compile(r"[\"“‘«(\[]+$")
CLOSES = re.compile(r"[^\w\s\"“‘«(\[]+[\"]?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of two documents: a shared passage, or what only one or each of them has between two.

    ``laid`` holds, for a shared passage, the stretches in order: words that both have stand in both places, the others
    in one. ``moved`` says that the passage stands elsewhere in the second document, out of the order of the first; ``goes_on`` that it is the
    next paragraph of the passage in the row before.
    """

    one: Span | None
    other: Span | None
    laid: tuple[tuple[Span | None, Span | None], ...] = ()
    moved: bool = False
    goes_on: bool = False
    speakers: tuple[str | None, str | None] | None = None
    differ: bool = False

    @property
    def shared(self) -> bool:
        """Whether both documents have the passage."""
        return bool(self.laid)

    @property
    def changed(self) -> bool:
        """Whether the passage is not word for word the same."""
        return any(here is None or there is None for here, there in self.laid)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two documents with the rows that hold the whole text of both."""

    one: Document
    other: Document
    rows: tuple[Row, ...]


def beside(store: ledger.Ledger, one: str, other: str) -> Beside:
    """Return two documents side by side. Raises UnknownId."""
    first, second = store.sheet(one), store.sheet(other)
    pairs = _joined(store.browse.shared(one, other), first.document.text, second.document.text)
    order = _in_order(pairs)
    rows: list[Row] = []
    here = there = 0
    for number, (a, b) in enumerate(pairs):
        moved = number not in order
        between = Row(_between(here, a.start), None if moved else _between(there, b.start))
        if between.one or between.other:
            rows.append(between)
        rows += _shared(first, second, (a, b), moved=moved)
        here, there = max(here, a.end), there if moved else b.end
    rest = Row(_between(here, len(first.document.text)), _between(there, len(second.document.text)))
    return Beside(first.document, second.document, (*rows, rest) if rest.one or rest.other else tuple(rows))


def _between(start: int, end: int) -> Span | None:
    return Span(start, end) if end > start else None


def _joined(reuses: Sequence[Reuse], first: str, second: str) -> list[tuple[Span, Span]]:
    """The shared passages in the order of the first document, those of one paragraph as one where little stands between."""
    joined: list[tuple[Span, Span]] = []
    for reuse in reuses:
        a, b = _whole(first, reuse.a.span), _whole(second, reuse.b.span)
        if joined:
            before_a, before_b = joined[-1]
            near = _is_near(first, before_a, a) and before_b.end <= b.start and _is_near(second, before_b, b)
            if near and max(a.end - before_a.start, b.end - before_b.start) <= LONGEST:
                joined[-1] = Span(before_a.start, max(a.end, before_a.end)), Span(before_b.start, b.end)
                continue
            if a.start < before_a.end:  # the same words again, elsewhere in the other document
                if a.end <= before_a.end:
                    continue
                cut = before_a.end - a.start
                a = Span(before_a.end, a.end)
                b = Span(min(b.start + cut, b.end), b.end)
        joined.append((a, b))
    return joined


def _whole(text: str, span: Span) -> Span:
    """A passage with the quotation marks and stops at its ends, which belong to its words."""
    opens, closes = OPENS.search(text[max(0, span.start - 3) : span.start]), CLOSES.match(text, span.end)
    return Span(span.start - (len(opens[0]) if opens else 0), closes.end() if closes else span.end)


def _is_near(text: str, before: Span, after: Span) -> bool:
    """Whether little stands between two passages, and no end of a paragraph."""
    return after.start - before.end <= GAP and "\n\n" not in text[before.end : after.start]


def _in_order(pairs: Sequence[tuple[Span, Span]]) -> set[int]:
    """The numbers of the passages that have the most characters and follow each other in both documents."""
    best: list[tuple[int, int | None]] = []
    for number, (a, b) in enumerate(pairs):
        before = [n for n in range(number) if pairs[n][1].end <= b.start and pairs[n][0].end <= a.start]
        last = max(before, key=lambda n: best[n][0], default=None)
        best.append((a.end - a.start + (best[last][0] if last is not None else 0), last))
    at = max(range(len(pairs)), key=lambda n: best[n][0], default=None)
    found: set[int] = set()
    while at is not None:
        found.add(at)
        at = best[at][1]
    return found


def _shared(first: Sheet, second: Sheet, pair: tuple[Span, Span], *, moved: bool) -> Iterator[Row]:
    """The rows of a passage, one for each paragraph that ends in both documents."""
    texts = first.document.text, second.document.text
    a, b = pair
    laid = [
        (_from(here, a.start), _from(there, b.start))
        for here, there in links.laid(a.of(texts[0]), b.of(texts[1]))
    ] or [(a, b)]
    for number, (part, stretches) in enumerate(_paragraphs(texts, pair, laid)):
        said = [
            links.spoken(sheet, Passage(sheet.document.id, span))
            for sheet, span in zip((first, second), part, strict=True)
        ]
        one, other = said
        differ = bool(
            one and other and one.speaker and other.speaker and _are_two(one.speaker, other.speaker)
        )
        speakers = (one.shown if one else None, other.shown if other else None) if one or other else None
        yield Row(*part, tuple(stretches), moved, number > 0, speakers, differ)


Laid = tuple[Span | None, Span | None]


def _paragraphs(
    texts: tuple[str, str], pair: tuple[Span, Span], laid: Sequence[Laid]
) -> Iterator[tuple[tuple[Span, Span], list[Laid]]]:
    """A passage in parts, cut where both documents begin a new paragraph, each with its stretches."""
    start, held = (pair[0].start, pair[1].start), list[Laid]()
    for here, there in laid:
        rest: Laid = (here, there)
        for cut in _breaks(texts, here, there) if here and there else ():
            head, rest = _cut(rest, cut)
            yield (Span(start[0], cut[0]), Span(start[1], cut[1])), [*held, head]
            start, held = cut, []
        held.append(rest)
    yield (Span(start[0], pair[0].end), Span(start[1], pair[1].end)), held


def _breaks(texts: tuple[str, str], here: Span, there: Span) -> Iterator[tuple[int, int]]:
    """Where a new paragraph begins in both, between the same two words of a stretch that both have."""
    words = [
        list(re.finditer(r"\w+", span.of(text))) for span, text in zip((here, there), texts, strict=True)
    ]
    if len(words[0]) != len(words[1]):
        return
    for (one, after), (other, behind) in zip(pairwise(words[0]), pairwise(words[1]), strict=True):
        gaps = (
            (texts[0], here.start + one.end(), here.start + after.start()),
            (texts[1], there.start + other.end(), there.start + behind.start()),
        )
        ends = [text.rfind("\n", begin, end) for text, begin, end in gaps]
        if min(ends) >= 0:
            yield ends[0] + 1, ends[1] + 1


def _cut(stretch: Laid, at: tuple[int, int]) -> tuple[Laid, Laid]:
    here, there = stretch
    if here is None or there is None:
        return stretch, stretch
    head = Span(here.start, at[0]), Span(there.start, at[1])
    return head, (Span(at[0], here.end), Span(at[1], there.end))


def _from(span: Span | None, start: int) -> Span | None:
    return Span(span.start + start, span.end + start) if span else None


def _are_two(one: str, other: str) -> bool:
    """Whether no word of one name is in the other: "Nessa" and "Nessa Orrel" may be one."""
    return not set(one.split()) & set(other.split())
