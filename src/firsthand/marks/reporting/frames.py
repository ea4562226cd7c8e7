"""The words of a paragraph round its quotations, where the cue of a quotation is looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.records import Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

STOPS = frozenset(".?!;")
REACH = 45
"""Tokens of a frame in which a cue is looked for; longer frames are no frames."""


class Frames:
    """The words of a paragraph outside of its quotations."""

    def __init__(self, paragraph: Paragraph, pieces: Sequence[Span]) -> None:
        self.paragraph = paragraph
        self.doc = paragraph.doc
        self.starts = [piece.start for piece in pieces]
        self.pieces = pieces

    @cached_property
    def places(self) -> list[int]:
        """Where each word begins; most paragraphs hold no quotation and are never asked."""
        return [self.paragraph.start + token.idx for token in self.doc]

    def quoted(self, token: Token) -> bool:
        """Whether a word stands in a quotation."""
        if not self.pieces:
            return False
        place = self.places[token.i]
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.pieces[index].end

    def behind(self, piece: Span) -> list[Token]:
        """The words from a quotation's end to the end of the sentence or the next quotation."""
        found: list[Token] = []
        for index in range(
            bisect_left(self.places, piece.end),
            min(len(self.doc), bisect_left(self.places, piece.end) + REACH),
        ):
            token = self.doc[index]
            if self.quoted(token) or (token.text in STOPS and not self._is_initial(token)):
                break
            found.append(token)
        return found

    def before(self, piece: Span) -> list[Token]:
        """The words from the start of the sentence or the end of the last quotation to a quotation's start."""
        found: list[Token] = []
        last = bisect_left(self.places, piece.start) - 1
        for index in range(last, max(-1, last - REACH), -1):
            token = self.doc[index]
            if self.quoted(token) or (token.text in STOPS and not self._is_initial(token)):
                break
            found.append(token)
        return found[::-1]

    def _is_initial(self, token: Token) -> bool:
        return token.i > 0 and len(self.doc[token.i - 1].text) == 1 and self.doc[token.i - 1].is_upper
