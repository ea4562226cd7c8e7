"""Through whom a voice is heard: the report that quotes it, the paper that it told, the body for which it speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from firsthand.claims.bodies import bodies_of
from firsthand.claims.papers import is_turn
from firsthand.lexicon import load, words
from firsthand.records import Attribution, Document, Marks, Span, Step

BEHIND = 25
"""Characters behind a cue in which it is said that the words stand in a report."""
SENTENCE = 200
"""Characters behind a cue in which it is said whom the speaker told."""
GAP = 2_000
"""Characters between two voices that may still belong to one account."""
NAME = r"(?:[A-Z][\w'’&-]*)(?: (?:(?:of|for|the|and) ){0,2}[A-Z][\w'’&-]*){0,5}"
THING_ROLES = ("organisation", "outlet", "data set", "official", "author")


@dataclass(frozen=True, slots=True)
class Heard:
    """The steps between a document and a speaker; ``beside`` says that the report is known only from a voice beside."""

    steps: tuple[Step, ...] = ()
    beside: bool = False


class Relays:
    """Says through whom each attribution of a document is heard; laid out once, in time in proportion to them."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document = document
        self.marks = marks
        self.reports = self._reports()
        self.by_name = self._explicit()
        self.beside = self._in_one_account()
        self.bodies = bodies_of(document, marks)
        self.known: dict[int, Heard] = {}

    def of(self, index: int) -> Heard:
        """Return through whom the source of an attribution is heard, the nearest to the document first."""
        if index not in self.known:
            self.known[index] = self._of(index)
        return self.known[index]

    def _of(self, index: int) -> Heard:
        source = self.marks.attributions[index].source
        if source is None:
            return Heard()
        paper = self._told(self.marks.attributions[index])
        steps = [Step(paper, "outlet")] if paper else []
        name = source.resolved
        is_work = source.role in ("report", "data set")
        report = None if is_work or paper else self.by_name.get(name or "") or self.beside.get(index)
        if report:
            steps.append(Step(report, "report"))
        body = self.bodies.get(name or "") if not is_work else None
        if body and body != name:
            steps.append(Step(body, "organisation"))
        return Heard(tuple(steps), bool(report) and name not in self.by_name)

    def _reports(self) -> list[tuple[int, str]]:
        """Where reports with a known maker are named, in order of place."""
        found = []
        for each in self.marks.attributions:
            if each.source and each.source.role == "report" and each.source.resolved:
                found.append((_ends(each).start, each.source.resolved))
        return sorted(found)

    def _report_at(self, place: int) -> str | None:
        """The report that the text named last before a place, or else first behind it."""
        index = bisect_right(self.reports, (place, "￿")) - 1
        return self.reports[max(0, index)][1] if self.reports else None

    def _explicit(self) -> dict[str, str]:
        """Speakers who are said to be heard through a report: their names to its name."""
        found: dict[str, str] = {}
        for each in self.marks.attributions:
            source = each.source
            if (
                source is None
                or not source.resolved
                or not each.cue
                or source.role in ("report", *THING_ROLES)
            ):
                continue
            span = _ends(each)
            report = self._report_at(span.start)
            if report and _in_report().search(
                self.document.text[span.start : span.end + BEHIND].split("\n")[0]
            ):
                found.setdefault(source.resolved, report)
        return found

    def _in_one_account(self) -> dict[int, str]:
        """Witnesses who stand between a witness heard through a report, or its method, and the next other voice."""
        found: dict[int, str] = {}
        run: list[int] = []
        for index, each in enumerate(self.marks.attributions):
            if each.inside is not None or each.source is None:
                continue
            apart = bool(run) and _ends(each).start - _ends(self.marks.attributions[run[-1]]).end > GAP
            if each.source.role != "witness" or self._is_asked_here(each) or apart:
                found.update(self._account(run))
                run = []
            if each.source.role == "witness" and not self._is_asked_here(each):
                run.append(index)
        found.update(self._account(run))
        return found

    def _account(self, run: list[int]) -> dict[int, str]:
        """The report of a run of witnesses, where one of them is said to speak in it or they open its method."""
        for index in run:
            source = self.marks.attributions[index].source
            if source and source.resolved in self.by_name:
                return dict.fromkeys(run, self.by_name[source.resolved or ""])
        first = self.marks.attributions[run[0]] if run else None
        if first is None or not self._opens_behind_method(first):
            return {}
        report = self._report_at(_ends(first).start)
        unnamed = [index for index in run if self._is_unnamed(index)]
        return dict.fromkeys(unnamed, report) if report else {}

    def _opens_behind_method(self, first: Attribution) -> bool:
        """Whether the sentence right before says whom a report interviewed."""
        start, text, methods = _ends(first).start, self.document.text, self.marks.provenance
        index = bisect_right(methods, start, key=lambda mark: mark.span.start) - 1
        if index < 0 or methods[index].kind != "interviews" or start - methods[index].span.end > SENTENCE:
            return False
        span = methods[index].span
        sentence = text[max(0, span.start - SENTENCE) : span.end].split("\n")[-1]
        said = set(re.findall(r"[a-z-]+", re.split(r"[.!?] ", sentence)[-1].lower()))
        return bool(said & words("en", "roles", "report"))

    def _is_unnamed(self, index: int) -> bool:
        source = self.marks.attributions[index].source
        return source is not None and not any(letter.isupper() for letter in source.resolved or "")

    def _is_asked_here(self, each: Attribution) -> bool:
        """Whether a speaker is said to have spoken to the document's own reporter, or has the word in a transcript."""
        return is_turn(each, self.document) or bool(_spoke_here().search(self._sentence(each)))

    def _told(self, each: Attribution) -> str | None:
        """The paper or agency that was told, where it is not the one that prints it."""
        publisher = self.document.publisher
        if not publisher or not each.cue:
            return None
        match = _told_paper().search(self._sentence(each))
        if match is None:
            return None
        name = match["name"]
        is_outlet = bool(set(re.findall(r"[\w-]+", name.lower())) & words("en", "roles", "outlet"))
        return name if is_outlet and not _same_paper(name, publisher) else None

    def _sentence(self, each: Attribution) -> str:
        """From the first word of a source or cue to the end of its sentence, without quoted words."""
        if not each.cue:
            return ""
        span = _ends(each)
        behind = self.document.text[span.start : span.end + SENTENCE].split("\n")[0]
        return re.split(r"[“\"«„]|(?<=[a-z]{3})[.!?](?: |$)", behind)[0]


def _ends(each: Attribution) -> Span:
    """From the first to the last word of source and cue, or of the content where there is no cue."""
    spans = [*each.cue, *(each.source.spans if each.source else ())] if each.cue else list(each.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _same_paper(name: str, publisher: str) -> bool:
    """Whether two names are those of one paper: one within the other, or its initials."""
    one, other = name.lower().removeprefix("the "), publisher.lower().removeprefix("the ")
    initials = "".join(word[0] for word in other.split())
    return one in other or other in one or one == initials


@cache
def _in_report() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in load("en", "claims")["through"]["phrases"]))


@cache
def _spoke_here() -> re.Pattern[str]:
    return re.compile("|".join(load("en", "claims")["spoke here"]["patterns"]))


@cache
def _told_paper() -> re.Pattern[str]:
    leads = "|".join(load("en", "claims")["told"]["patterns"])
    return re.compile(rf"\b(?:{leads}) (?:the )?(?P<name>{NAME})")
