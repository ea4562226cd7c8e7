"""On whose authority: from the outlet through every attribution to the furthest voice, and whether that one was there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from firsthand.claims.denied import is_denied
from firsthand.claims.grounds import Grounds
from firsthand.claims.heard import Relays
from firsthand.claims.papers import is_turn, own_step
from firsthand.lexicon import words
from firsthand.records import Basis, Document, Marks, Source, Span, Step

ARTICLES = frozenset({"a", "an", "the", "some", "one", "another", "many", "several", "two", "three"})


@dataclass(frozen=True, slots=True)
class Voice:
    """By whose word something stands in a document.

    ``content`` is the nearest quoted or reported stretch, ``asked`` whether one
    who asks has the word, ``denied`` whether the words are told only to be denied.
    """

    chain: tuple[Step, ...]
    basis: Basis
    because: str
    spoken: bool = False
    content: Span | None = None
    asked: bool = False
    denied: bool = False


class Chains:
    """The attributions of a document, laid out so that those round any place are found at once."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document = document
        self.marks = marks
        self.contents = sorted(
            (
                (span.start, span.end, index)
                for index, each in enumerate(marks.attributions)
                for span in each.content
            ),
        )
        self.starts = [start for start, _, _ in self.contents]
        self.longest = max((end - start for start, end, _ in self.contents), default=0)
        self.first = own_step(document, marks)
        self.relays = Relays(document, marks)
        self.grounds = Grounds(document, marks)

    def of(self, span: Span) -> Voice:
        """Return the voice by which the words of a span stand."""
        around = self._around(span)
        steps = [self.first]
        for _, index in around:
            attribution = self.marks.attributions[index]
            if len(steps) > 1 and self._is_thing(attribution.source):
                continue
            steps += self._steps(index)
        chain = tuple(step for i, step in enumerate(steps) if i == 0 or not _same(step, steps[i - 1]))
        named = [index for _, index in around if not self._is_thing(self.marks.attributions[index].source)]
        at = (named or [index for _, index in around])[-1] if around else None
        nearest = self.marks.attributions[at] if at is not None else None
        basis, because = self.grounds.of(chain, nearest, span)
        if at is not None and self.relays.of(at).beside:
            because += "; that it stands in the report is known from a witness beside"
        spoken = any(self.marks.attributions[index].kind == "direct" for _, index in around)
        asked = nearest is not None and chain[-1].role == "author" and is_turn(nearest, self.document)
        denied = any(is_denied(self.document, self.marks.attributions[index]) for _, index in around)
        return Voice(chain, basis, because, spoken, around[-1][0] if around else None, asked, denied)

    def _around(self, span: Span) -> list[tuple[Span, int]]:
        """The attributions whose content holds a span, the outermost first."""
        found: list[tuple[Span, int]] = []
        for position in range(bisect_right(self.starts, span.start) - 1, -1, -1):
            start, end, index = self.contents[position]
            if span.start - start > self.longest:
                break
            if end >= span.end:
                found.append((Span(start, end), index))
        return sorted(
            found,
            key=lambda each: (each[0].start - each[0].end, -self._depth(each[1]), self._is_cited(each[1])),
        )[-5:]

    def _is_cited(self, index: int) -> bool:
        """Whether a source is cited by whoever else tells the same: it stands behind them."""
        cue = [self.document.words(span).lower() for span in self.marks.attributions[index].cue]
        return not words("en", "figures", "citing").isdisjoint(cue)

    def _depth(self, index: int) -> int:
        depth, within = 0, self.marks.attributions[index].inside
        while within is not None and depth < 10:
            depth, within = depth + 1, self.marks.attributions[within].inside
        return -depth

    def _steps(self, index: int) -> list[Step]:
        source = self.marks.attributions[index].source
        is_own = self.first.role in ("report", "organisation") and self.first.name is not None
        if source is None:
            return [] if is_own and self._is_counted(index) else [Step(None, "unnamed")]
        if is_own and source.role == "author" and source.resolved is None:
            return []  # "I find that": whose paper it is
        if is_own and source.role in ("organisation", "official") and self._is_short(source.resolved):
            return []  # "the Commission" in the paper of that commission
        before = [step for step in self.relays.of(index).steps if step.name != self.first.name]
        return [*before, Step(name_of(source), source.role)]

    def _is_short(self, name: str | None) -> bool:
        """Whether a name is the last or the first word of the name of the body whose paper it is, or what stands before "of"."""
        own = re.sub(r"^the ", "", (self.first.name or "").lower())
        heads = (
            {own.split()[0], own.split()[-1], re.split(r" (?:of|for|on) ", own)[0].split()[-1]}
            if own
            else set()
        )
        return (name or "").lower().removeprefix("the ") in heads

    def _is_counted(self, index: int) -> bool:
        """Whether a passive only tells that a body's own count was kept: "388 cases were reported this week"."""
        cue = self.marks.attributions[index].cue
        said = {word for span in cue for word in self.document.words(span).lower().split()}
        return not said.isdisjoint(words("en", "claims", "kept count"))

    def _is_thing(self, source: Source | None) -> bool:
        """Whether a speaker tells what a paper or a sign said, not named further: "it said that I owed them money"."""
        return (
            source is not None
            and source.resolved is None
            and all(span.of(self.document.text).lower() in ("it", "this", "that") for span in source.spans)
        )


def name_of(source: Source) -> str | None:
    """Return the name of a source for a chain, None when its words hide who it is."""
    name = source.resolved
    if (
        name
        and source.role == "data set"
        and len(name.split()) == 2
        and name.split()[-1] in words("en", "roles", "kept books")
    ):
        return None if name.split()[0] in ARTICLES else name[0].upper() + name[1:]
    if not name or not any(letter.isupper() for letter in name):
        return None
    if name[0].islower() and source.role not in ("report", "data set"):
        return None
    return None if name.split()[0].lower() in ARTICLES and source.role == "unnamed" else name


def _same(step: Step, before: Step) -> bool:
    return step == before
