"""The words of a text in one spelling, each with its place, so that two texts can be laid side by side.

"1,000" is "1000", case and apostrophes are folded, punctuation is left out.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from firsthand.links.identity import remembered
from firsthand.records import STORY, Document, Span

WORD = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?|\w+(?:['’]\w+)*")
CUT = re.compile(r"…|\.\s?\.\s?\.")
STOP = re.compile(r"[.!?:][\"'”’»)\]]*(?=\s|\w)|\n\s*\n|\n\s*[“\"]")
QUOTE = re.compile(r"[“”«»\"]|\n")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a story in order: spelling, first and last character, and how they stand.

    ``cut`` says that an ellipsis stands before the word, ``quoted`` that it stands
    between double quotation marks, ``opens`` that a sentence begins with it: a byte
    for each word, 1 or 0.
    """

    spelling: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    cut: bytes
    quoted: bytes
    opens: bytes

    def __len__(self) -> int:
        return len(self.spelling)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the document from the word ``first`` to the word ``last``, both included."""
        return Span(self.starts[first], self.ends[last])

    def beginning_in(self, span: Span) -> range:
        """Return the numbers of the words whose first character lies in a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def within(self, span: Span) -> range:
        """Return the numbers of the words that lie wholly in a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))


@lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """Return a word in the one spelling.

    >>> spelled("1,000"), spelled("Korea’s")
    ('1000', "korea's")
    """
    if word[0].isdigit():
        return re.sub(r"[,\u00a0\u202f]", "", word).casefold()
    return word.casefold().replace("’", "'")


def within_quotation_marks(text: str, span: Span) -> int:
    """Return how many characters of a stretch stand between double quotation marks; a quotation ends with its paragraph."""
    beginning = text.rfind("\n", 0, span.start) + 1
    edges = [*_quotations(text, Span(beginning, span.end)), (span.end, False)]
    count, since = 0, None
    for place, inside in edges:
        if since is not None:
            count += max(0, place - max(since, span.start))
        since = place if inside else None
    return count


def _words_of(document: Document) -> Words:
    text = document.text
    spelling: list[str] = []
    starts, ends = array("I"), array("I")
    cut, quoted, opens = bytearray(), bytearray(), bytearray()
    for zone in document.zones:
        if zone.kind not in STORY:
            continue
        first = len(starts)
        found = list(WORD.finditer(text, zone.span.start, zone.span.end))
        starts.extend([match.start() for match in found])
        ends.extend([match.end() for match in found])
        spelling.extend([spelled(match[0]) for match in found])
        begins, stops = starts[first:], ends[first:]
        shortened = _behind(CUT, text, zone.span, begins, stops)
        cut += shortened
        quoted += _quoted(text, zone.span, begins)
        heads = _behind(STOP, text, zone.span, begins, stops)
        opens += bytes(head and not after for head, after in zip(heads, shortened, strict=True))
        if begins:
            opens[first] = 1
    return Words(tuple(spelling), starts, ends, bytes(cut), bytes(quoted), bytes(opens))


def _behind(
    pattern: re.Pattern[str], text: str, zone: Span, starts: "array[int]", ends: "array[int]"
) -> bytearray:
    """1 for each word before which, and behind the word before it, something stands."""
    flags = bytearray(len(starts))
    for match in pattern.finditer(text, zone.start, zone.end):
        number = bisect_left(starts, match.end())
        if number < len(starts) and (number == 0 or ends[number - 1] <= match.start()):
            flags[number] = 1
    return flags


def _quoted(text: str, zone: Span, starts: "array[int]") -> bytearray:
    """1 for each word inside of quotation marks."""
    flags = bytearray(len(starts))
    edges = _quotations(text, zone)
    for number, (place, inside) in enumerate(edges):
        if inside:
            end = edges[number + 1][0] if number + 1 < len(edges) else zone.end
            first, last = bisect_right(starts, place), bisect_right(starts, end)
            flags[first:last] = b"\x01" * (last - first)
    return flags


def _quotations(text: str, zone: Span) -> list[tuple[int, bool]]:
    """The places where a quotation opens or closes; a quotation ends with its paragraph at the latest."""
    edges, inside = [], False
    for match in QUOTE.finditer(text, zone.start, zone.end):
        mark = match.group()
        inside = mark in "“«" or (mark == '"' and not inside)
        edges.append((match.start(), inside))
    return edges


words_of = remembered(_words_of, most=128, size=lambda document: len(document.text), large=20_000)
"""Return the words of a document's story: title, main text and captions."""
