"""Stretches of quoted words: quotation marks of all shapes, nested, over several paragraphs, with a mark lost.

Whether quoted words are speech is not decided here: a cue must govern them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.lexicon import words
from firsthand.records import Span

PAIRS = {"“": "”", "„": "”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』", "‘": "’"}
TURNED = {"»": "«", "›": "‹"}
"""Guillemets that point inwards, as some printers set them: what closes elsewhere opens here."""
STRAIGHT = {'"': '"', "''": "''", "``": "''"}
"""Marks that open and close alike; two single ones are written for a double one in copied wire texts."""
QUOTATION_MARKS = "“”„‟«»‹›「」『』‘’\"'`"
CLOSERS = frozenset("”»›」』")
SINGLES = frozenset("'’‘")
MARK = re.compile("``|''|[\"“”„‟«»‹›「」『』'‘’]")
OPENS_AFTER = frozenset(" \t\n\r\u00a0([{-–—/:“‘\"'„«")
BEFORE_WORD = re.compile(r"[\w\[(.…$£€#“\"]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks, one piece for each paragraph.

    ``inner`` is whether it stands inside another quotation; ``closed`` whether
    both of its marks are there.
    """

    pieces: tuple[Span, ...]
    inner: bool = False
    closed: bool = True

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order of place, the inner ones too.

    A quotation that is opened and not closed goes on in the next paragraph if
    that one begins with an opening mark, by the usual rule of printers;
    otherwise a mark is lost and it ends with its paragraph. It takes time in
    proportion to the text.
    """
    found: list[Quotation] = []
    carried: tuple[Span, ...] = ()
    for paragraph in paragraphs:
        if carried and not _takes_up(text[paragraph.start], text[carried[0].start]):
            if text[carried[0].start] not in SINGLES:
                found.append(Quotation(carried, closed=False))
            carried = ()
        scan = _Scan(text, paragraph, carried)
        scan.run()
        found += scan.found
        carried = scan.left
    if carried and text[carried[0].start] not in SINGLES:
        found.append(Quotation(carried, closed=False))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _takes_up(mark: str, opened: str) -> bool:
    """Whether a paragraph that begins with a mark goes on with the words that an earlier one opened."""
    if opened in SINGLES:
        return mark in SINGLES
    return mark in PAIRS or mark in TURNED or mark in "\"'`"


@cache
def _closing_cue() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("en", "quoting", "closing")))
    name = r"[A-Z][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]+)*"
    return re.compile(rf"[,?!] (?:(?:{verbs}) {name}(?:, [^“”\"]{{1,80}})?|{name} (?:{verbs}))\.$")


class _Scan:
    """One pass over the marks of a paragraph with the marks that are still open."""

    def __init__(self, text: str, paragraph: Span, carried: tuple[Span, ...]) -> None:
        self.text, self.paragraph, self.carried = text, paragraph, carried
        self.open: list[tuple[str, int]] = []
        self.found: list[Quotation] = []
        self.left: tuple[Span, ...] = ()
        self.last = paragraph.start
        self.marks = [match.span() for match in MARK.finditer(text, paragraph.start, paragraph.end)]
        self.single_ends = [
            place for place, end in self.marks if end == place + 1 and self._may_end_single(place)
        ]
        self.next_single = 0

    def run(self) -> None:
        """Go through all marks of the paragraph; what stays open at its end is told of."""
        for place, end in self.marks:
            self._mark(place, self.text[place:end])
        if self.open:
            self._unclosed()

    def _mark(self, place: int, mark: str) -> None:
        if mark in SINGLES:
            self._single(place, mark)
        elif mark in STRAIGHT:
            mark = STRAIGHT[mark]
            if any(opened == mark for opened, _ in self.open) and not self._nests(place):
                self._close(place, mark)
            elif self._opens(place, len(mark)) or self.text[place] == "`":
                self._open(place, mark)
            elif self.open and self.open[0][0] in PAIRS:
                self._close(place, self.open[0][0])
        elif self._closes_turned(mark) or (mark == "“" and self._ends_low(place)):
            self._close(place, self.open[-1][0])
        elif mark in PAIRS:
            self._open(place, mark)
        elif mark in CLOSERS:
            self._closer(place, mark)

    def _closes_turned(self, mark: str) -> bool:
        """Whether a mark closes a guillemet that points inwards."""
        return bool(self.open) and TURNED.get(self.open[-1][0]) == mark

    def _ends_low(self, place: int) -> bool:
        """Whether a mark that opens elsewhere closes: „as here“, or where both are written alike."""
        return bool(self.open) and self.open[-1][0] in "„“" and not self._opens(place)

    def _closer(self, place: int, mark: str) -> None:
        standing = [opened for opened, _ in self.open]
        if (
            mark in TURNED
            and self._opens(place)
            and PAIRS[TURNED[mark]] == mark
            and TURNED[mark] not in standing
        ):
            self._open(place, mark)
            return
        opened = next(
            (each for each in standing if PAIRS.get(each) == mark), '"' if '"' in standing else None
        )
        if opened:
            self._close(place, opened)
            return
        if mark == "”" and self._opens(place):  # some write both marks alike
            self._open(place, "“")
        elif mark == "”" and not self.open and place > self.last:
            self._add(self._sentence_start(place), place + 1, closed=False)

    def _single(self, place: int, mark: str) -> None:
        if self.open and self.open[-1][0] in SINGLES and self._may_end_single(place):
            if place - self.open[-1][1] <= 2:  # the letter of "rock 'n' roll"
                self.open.pop()
            elif not self._is_plural(place) or not self._ends_later(place):
                self._close(place, self.open[-1][0])
            return
        is_free = not any(opened in SINGLES for opened, _ in self.open)
        opens = is_free and mark != "’" and self._opens(place)
        if opens and (self._ends_later(place) or self._goes_on(place, mark)):
            self._open(place, mark)

    def _goes_on(self, place: int, mark: str) -> bool:
        """Whether a single mark may open words that go on in the next paragraph: it opens the paragraph, alone."""
        return mark == "‘" and place == self.paragraph.start and self.marks[-1][0] == place

    def _open(self, place: int, mark: str) -> None:
        same = [index for index, (opened, _) in enumerate(self.open) if opened == mark]
        if same:  # the closing mark before this one is lost
            self._give_up(same[0], place)
        self.open.append((mark, place))

    def _close(self, place: int, opened: str) -> None:
        while self.open:
            mark, start = self.open.pop()
            if mark == opened:
                self._add(start, place + (2 if mark == "''" else 1))
                return

    def _give_up(self, depth: int, place: int) -> None:
        start = self.open[depth][1]
        del self.open[depth:]
        end = start + len(self.text[start:place].rstrip())
        self._add(start, end, closed=False)

    def _add(self, start: int, end: int, closed: bool = True) -> None:
        piece = Span(start, end)
        inner = bool(self.open)
        before: tuple[Span, ...] = ()
        if not inner:
            if self.carried and start == self.paragraph.start:
                before, self.carried = self.carried, ()
            self.last = end
        self.found.append(Quotation((*before, piece), inner, closed))

    def _unclosed(self) -> None:
        doubles = [
            (mark, start) for mark, start in self.open if mark not in SINGLES or start == self.paragraph.start
        ]
        if doubles:
            start = doubles[0][1]
            lost = self._lost_before_cue(start)
            if lost:
                self.open = []
                self._add(start, lost, closed=False)
                return
            before = self.carried if start == self.paragraph.start else ()
            self.left = (*before, Span(start, self.paragraph.end))

    def _lost_before_cue(self, start: int) -> int | None:
        """Where the closing mark is lost before "..., said NAME." at a paragraph's end, None where it is not."""
        match = _closing_cue().search(self.text, start, self.paragraph.end)
        return match.start() + 1 if match else None

    def _sentence_start(self, place: int) -> int:
        """Where the words before a closing mark without an opening one begin: behind the last quotation."""
        start = self.last
        while start < place and (self.text[start].isspace() or self.text[start] in ".,;"):
            start += 1
        return start

    def _opens(self, place: int, width: int = 1) -> bool:
        before = self.text[place - 1] if place > self.paragraph.start else " "
        after = self.text[place + width] if place + width < self.paragraph.end else " "
        return before in OPENS_AFTER and bool(BEFORE_WORD.match(after) or after in SINGLES)

    def _nests(self, place: int) -> bool:
        return bool(self.open) and self.open[-1][0] in SINGLES and self._opens(place)

    def _may_end_single(self, place: int) -> bool:
        if self.text[place] not in "'’" or place == self.paragraph.start:
            return False
        after = self.text[place + 1] if place + 1 < self.paragraph.end else " "
        return not self.text[place - 1].isspace() and not after.isalnum()

    def _is_plural(self, place: int) -> bool:
        """Whether it may be the apostrophe of "the workers' pay"."""
        return self.text[place - 1] == "s" and self.text[place + 1 : place + 2] == " "

    def _ends_later(self, place: int) -> bool:
        ends = self.single_ends
        while self.next_single < len(ends) and ends[self.next_single] <= place:
            self.next_single += 1
        return self.next_single < len(ends)


def outermost(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations that stand in no other."""
    return tuple(quotation for quotation in found if not quotation.inner)
