"""Who speaks in a passage that two documents share, by the word of one of them."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap
from typing import cast

from firsthand.lexicon import words
from firsthand.links.columns import ReuseColumns
from firsthand.links.voices import is_name, voice_key
from firsthand.links.words import within_quotation_marks
from firsthand.records import Attribution, Passage, Reuse, Role, Sheet, Span

BEFORE = 600
"""Characters before a quotation in which a paragraph may introduce who speaks."""

PERSON = re.compile(
    r"\b(?P<name>[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?(?: [A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?){1,2})\b(?:, (?P<beside>[^,.;:]{3,80}),)?"
)
"""A name of two or three words, with what stands between commas behind it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A shared passage as one document gives it: its quoted stretch, and who is said to speak."""

    passage: Passage
    speaker: str | None
    shown: str | None
    role: Role | None


class Quotations:
    """The quotations in the shared passages of a dossier, in columns of numbers; each document is read once."""

    def __init__(self, documents: list[str], reuses: ReuseColumns, sheet: Callable[[str], Sheet]) -> None:
        """Look through the shared passages of the documents, whose ids are sorted."""
        self._reuses = reuses
        self._of, self._starts, self._ends = array("I"), array("I"), array("I")
        self._quoted = array("I")  # two numbers of each
        self._words: list[str | None] = []
        self._said = array("I")  # three places in the words of each: speaker, as shown, role
        places: dict[str | None, int] = {}
        for number, document in enumerate(documents):
            spans = sorted({span for span, _ in reuses.of(document)})
            if not spans:
                continue
            heard = sheet(document)
            for span in spans:
                found = spoken(heard, Passage(document, span))
                if found is None:
                    continue
                self._of.append(number)
                self._starts.append(span.start)
                self._ends.append(span.end)
                self._quoted.extend((found.passage.span.start, found.passage.span.end))
                said: Iterable[str | None] = (found.speaker, found.shown, found.role)
                self._said.extend(places.setdefault(each, len(places)) for each in said)
        self._words = list(places)
        self._sides = array("I", starmap(self._found, reuses.sides()))

    def __iter__(self) -> Iterator[tuple[Reuse, Spoken | None, Spoken | None]]:
        """Yield the shared passages that are a quotation in one of their documents at least, with what either says."""
        for place in range(len(self._reuses)):
            one, other = self._sides[2 * place : 2 * place + 2]
            if one or other:
                reuse = self._reuses[place]
                yield reuse, self._spoken(one, reuse.a.document), self._spoken(other, reuse.b.document)

    def _found(self, document: int, start: int, end: int) -> int:
        """The number of the quotation in a passage, from 1; 0 where it is none."""
        first, last = bisect_left(self._of, document), bisect_right(self._of, document)
        for place in range(bisect_left(self._starts, start, first, last), last):
            if self._starts[place] != start:
                break
            if self._ends[place] == end:
                return place + 1
        return 0

    def _spoken(self, number: int, document: str) -> Spoken | None:
        if not number:
            return None
        place = number - 1
        start, end = self._quoted[2 * place : 2 * place + 2]
        speaker, shown, role = (self._words[n] for n in self._said[3 * place : 3 * place + 3])
        return Spoken(Passage(document, Span(start, end)), speaker, shown, cast(Role | None, role))


def spoken(sheet: Sheet, passage: Passage) -> Spoken | None:
    """Return the quotation in a shared passage, None where the passage is not mainly one."""
    best: tuple[int, Attribution, Span] | None = None
    for attribution in sheet.attributions:
        if attribution.kind == "indirect":
            continue
        for content in attribution.content:
            shared = min(content.end, passage.span.end) - max(content.start, passage.span.start)
            if shared > 0 and (
                best is None
                or (shared, attribution.inside is not None) > (best[0], best[1].inside is not None)
            ):
                best = shared, attribution, content
    if best is None or best[0] < 20:
        own = sheet.document.kind == "testimony"
        return _unattributed(sheet, passage) or (Spoken(passage, None, None, "witness") if own else None)
    shared, attribution, content = best
    span = Span(max(content.start, passage.span.start), min(content.end, passage.span.end))
    source = attribution.source
    if source is None:
        return Spoken(Passage(passage.document, span), None, None, None)
    name = source.resolved or " ".join(piece.of(sheet.document.text) for piece in source.spans)
    key = voice_key(name)
    speaks = bool(key) and key not in words("en", "quoting", "pronouns")
    return Spoken(Passage(passage.document, span), key if speaks else None, name, source.role)


def _unattributed(sheet: Sheet, passage: Passage) -> Spoken | None:
    """A passage between quotation marks for which no speaker was found, but where one is introduced before it."""
    text, span = sheet.document.text, passage.span
    if within_quotation_marks(text, span) < 0.7 * (span.end - span.start):
        return None
    name, role = _introduced(text, span)
    return Spoken(passage, voice_key(name) if name else None, name, role)


def _introduced(text: str, span: Span) -> tuple[str | None, Role | None]:
    """The one person whom the paragraph before a quotation names, where it ends with a colon, and what is said of her.

    Two persons, or none: nobody is known to speak.
    """
    before = text[max(0, span.start - BEFORE) : span.start].rstrip(' \t\r\n>“"„«*_')
    if not before.endswith(":"):
        return None, None
    paragraph = re.split(r"\n\s*\n", before)[-1]
    named = [match for match in PERSON.finditer(paragraph) if is_name(match["name"], text)]
    if len({match["name"] for match in named}) != 1:
        return None, None
    described = set(re.findall(r"[a-z]+", (named[0]["beside"] or "").casefold()))
    public = described & (words("en", "roles", "official") | words("en", "voices", "posts"))
    return named[0]["name"], "official" if public else "unnamed"
