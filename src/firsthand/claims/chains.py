"""On whose authority: from the outlet through every attribution to the furthest voice, and whether that one was there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from firsthand.claims.denied import is_denied
from firsthand.claims.papers import is_turn, own_step
from firsthand.lexicon import load, words
from firsthand.records import Attribution, Basis, Document, Marks, Source, Span, Step

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
        self.through = self._heard_through()
        self.makers = self._makers()

    def of(self, span: Span) -> Voice:
        """Return the voice by which the words of a span stand."""
        around = self._around(span)
        steps = [self.first]
        for _, index in around:
            attribution = self.marks.attributions[index]
            if len(steps) > 1 and self._is_thing(attribution.source):
                continue
            steps += self._steps(attribution)
        chain = tuple(step for i, step in enumerate(steps) if i == 0 or not _same(step, steps[i - 1]))
        named = [index for _, index in around if not self._is_thing(self.marks.attributions[index].source)]
        nearest = self.marks.attributions[(named or [index for _, index in around])[-1]] if around else None
        basis, because = self._basis(chain, nearest)
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
        return sorted(found, key=lambda each: (each[0].start - each[0].end, -self._depth(each[1])))[-5:]

    def _depth(self, index: int) -> int:
        depth, within = 0, self.marks.attributions[index].inside
        while within is not None and depth < 10:
            depth, within = depth + 1, self.marks.attributions[within].inside
        return -depth

    def _steps(self, attribution: Attribution) -> list[Step]:
        source = attribution.source
        if source is None:
            return [Step(None, "unnamed")]
        step = Step(name_of(source), source.role)
        if source.resolved in self.through and source.role not in ("report", "data set"):
            return [Step(self.through[source.resolved or ""], "report"), step]
        return [step]

    def _is_thing(self, source: Source | None) -> bool:
        """Whether a speaker tells what a paper or a sign said, not named further: "it said that I owed them money"."""
        return (
            source is not None
            and source.resolved is None
            and all(span.of(self.document.text).lower() in ("it", "this", "that") for span in source.spans)
        )

    def _heard_through(self) -> dict[str, str]:
        """Speakers who are heard through a report that the text names with them: their names to its name."""
        found: dict[str, str] = {}
        report: str | None = None
        lead = re.compile(
            "|".join(re.escape(phrase) for phrase in load("en", "claims")["through"]["phrases"])
        )
        for each in self.marks.attributions:
            source = each.source
            if source is None or not source.resolved:
                continue
            if source.role == "report":
                report = source.resolved
            elif (
                report
                and source.role not in ("organisation", "outlet", "data set", "official", "author")
                and each.cue
            ):
                last = max(span.end for span in (*source.spans, *each.cue))
                first = min(span.start for span in (*source.spans, *each.cue))
                if lead.search(self.document.text[first : last + 25].split("\n")[0]):
                    found.setdefault(source.resolved, report)
        return found

    def _basis(self, chain: tuple[Step, ...], nearest: Attribution | None) -> tuple[Basis, str]:
        last = chain[-1]
        if nearest is None:
            return self._own_basis(last)
        if last.role == "witness":
            if is_turn(nearest, self.document) or self._of_own(nearest):
                return "witnessed", "a witness speaks of what happened to herself or himself"
            return "repeated", "a witness speaks of others; whether the witness was there is not said"
        if last.name is None:
            return "not named", "the furthest voice is not named"
        if last.role in ("report", "data set"):
            return "made", "a report or a body of data is named as where the figure comes from"
        if self._made_report(last.name):
            return "made", "the one who is named made the report that the document speaks of"
        if last.role in words("en", "claims", "own_work") and self._worked_out(nearest):
            return "made", "the one who is named says to have counted, found or estimated it"
        return "repeated", "the one who is named does not say how it is known"

    def _own_basis(self, own: Step) -> tuple[Basis, str]:
        if own.role == "witness":
            return "witnessed", "the document is the account of the witness"
        if own.role in ("report", "organisation"):
            if any(
                mark.kind in ("interviews", "survey", "research", "observation", "records")
                for mark in self.marks.provenance
            ):
                return "made", "the document is the maker's own and says how it was worked out"
            return (
                "repeated",
                "the document is stated by the body that issues it and does not say how it was worked out",
            )
        return "not named", "the document states it in its own voice and names nobody"

    def _of_own(self, attribution: Attribution) -> bool:
        own = words("en", "claims", "own")
        said = " ".join(span.of(self.document.text) for span in attribution.content)
        listed = {word.lower() for word in re.findall(r"[A-Za-z]+", said)}
        if attribution.kind == "direct":
            return bool(listed & own)
        opening = [word.lower() for word in re.findall(r"[A-Za-z]+", said)[:6]]
        return bool(set(opening) & {"she", "he", "they", "being", "her", "his"})

    def _worked_out(self, attribution: Attribution) -> bool:
        cue = " ".join(span.of(self.document.text) for span in attribution.cue).lower()
        return (
            any(re.search(rf"\b{word}", cue) for word in words("en", "claims", "counted")) or "found" in cue
        )

    def _made_report(self, name: str) -> bool:
        """Whether a body, or a person whom the text calls author or puts beside the body, made a report that is cited."""
        return name in self.makers

    def _makers(self) -> frozenset[str]:
        sources = [each.source for each in self.marks.attributions if each.source and each.source.resolved]
        reports = [source.resolved or "" for source in sources if source.role == "report"]
        bodies = {source.resolved or "" for source in sources if source.role in ("organisation", "official")}
        owners = {body for body in bodies if any(report.startswith(f"{body} ") for report in reports)}
        owners |= {report.rsplit(" ", 1)[0] for report in reports if " " in report}
        makers = set(owners)
        for source in sources:
            said = " ".join(span.of(self.document.text) for span in source.spans)
            if re.search(r"\b(?:co-)?authors?\b", said) or any(owner in said for owner in owners):
                makers.add(source.resolved or "")
        return frozenset(makers)


def name_of(source: Source) -> str | None:
    """Return the name of a source for a chain, None when its words hide who it is."""
    name = source.resolved
    if not name or not any(letter.isupper() for letter in name):
        return None
    if name[0].islower() and source.role not in ("report", "data set"):
        return None
    return None if name.split()[0].lower() in ARTICLES and source.role == "unnamed" else name


def _same(step: Step, before: Step) -> bool:
    return step == before
