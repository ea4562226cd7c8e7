"""Whether the furthest voice was there, made the figure or passes it on, and the reason; never by its tone."""

from __future__ import annotations

import re
from functools import cache

from firsthand.claims.papers import is_turn
from firsthand.lexicon import load, words
from firsthand.records import Attribution, Basis, Document, Marks, Provenance, Source, Span, Step

WORKED_OUT = ("interviews", "survey", "research", "observation", "records", "sample")
"""Kinds of provenance that say how something was worked out."""
NEAR = 300
"""Characters before a claim in which its sentence begins."""


class Grounds:
    """Says of each claim of a document on what ground its furthest voice speaks."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document = document
        self.methods = [mark for mark in marks.provenance if mark.kind in WORKED_OUT]
        self.told = [_sentence(document, mark) for mark in self.methods]
        self.sources = [each.source for each in marks.attributions if each.source and each.source.resolved]
        self.makers = self._makers()
        self.known: dict[str, str | None] = {}

    def of(self, chain: tuple[Step, ...], nearest: Attribution | None, span: Span) -> tuple[Basis, str]:
        """Return the basis of a claim and the reason in words; ``nearest`` is the attribution of the furthest voice."""
        last = chain[-1]
        if nearest is None:
            return self._own(last)
        if last.role == "witness":
            return self._of_witness(nearest, span)
        if last.name is None:
            return "not named", "the furthest voice is not named"
        if last.role in ("report", "data set"):
            return self._of_work(last)
        if last.name in self.makers:
            return "made", "the one who is named made the report that the document speaks of"
        if last.role in words("en", "claims", "own_work") and self._worked_out(nearest):
            return "made", "the one who is named says to have counted, found or estimated it"
        method = self._method(last.name)
        if method:
            return "made", f"the text says how the one who is named worked it out: {method}"
        return "repeated", "the one who is named does not say how it is known"

    def _of_witness(self, nearest: Attribution, span: Span) -> tuple[Basis, str]:
        """By what the witness tells: of herself or himself, from others, or of others."""
        if _hearsay().search(self._said_at(span)):
            return "repeated", "the witness says to have it from others"
        if is_turn(nearest, self.document) or self._of_own(nearest):
            return "witnessed", "a witness speaks of what happened to herself or himself"
        if self._cue(nearest) & words("en", "claims", "lived"):
            return "witnessed", "a witness tells what she or he saw, felt or remembers"
        return "repeated", "a witness speaks of others; whether the witness was there is not said"

    def _of_work(self, work: Step) -> tuple[Basis, str]:
        """By whose work it is: what a paper prints of others was not made by it."""
        listed = [word.lower() for word in re.findall(r"[\w-]+", work.name or "")]
        printed = any(word in words("en", "roles", "outlet") for word in listed[:-1])
        if printed and work.role == "data set":
            return "not named", "data are cited that a paper has printed; who gathered them is not said"
        if printed and listed[-1] in words("en", "claims", "retold"):
            return "repeated", "a paper is named that printed it; how the paper knows is not said"
        return "made", "a report or a body of data is named as where the figure comes from"

    def _own(self, own: Step) -> tuple[Basis, str]:
        """The ground of a document that speaks in its own voice."""
        if own.role == "witness":
            return "witnessed", "the document is the account of the witness"
        if own.role in ("report", "organisation"):
            if self.methods:
                return "made", "the document is the maker's own and says how it was worked out"
            return (
                "repeated",
                "the document is stated by the body that issues it and does not say how it was worked out",
            )
        return "not named", "the document states it in its own voice and names nobody"

    def _of_own(self, attribution: Attribution) -> bool:
        """Whether a witness tells what was lived through, by the persons in what is told."""
        said = " ".join(span.of(self.document.text) for span in attribution.content)
        if attribution.kind == "direct":
            listed = re.findall(r"[A-Za-z]+", _kin().sub(" ", said).lower())
            return bool(set(listed) & words("en", "claims", "own"))
        opening = re.findall(r"[A-Za-z]+", _kin().sub(" ", said).lower())[:6]
        return bool(set(opening) & {"she", "he", "they", "being", "her", "his", "having"})

    def _said_at(self, span: Span) -> str:
        """The sentence in which a claim stands, up to its end."""
        before = self.document.text[max(0, span.start - NEAR) : span.start]
        behind = self.document.text[span.start : span.end + NEAR]
        return re.split(r"[.?!\n]", before)[-1] + re.split(r"[.?!\n]", behind)[0]

    def _worked_out(self, attribution: Attribution) -> bool:
        return bool(re.search(_counted(), " ".join(sorted(self._cue(attribution)))))

    def _cue(self, attribution: Attribution) -> frozenset[str]:
        cue = " ".join(span.of(self.document.text) for span in attribution.cue).lower()
        return frozenset(re.findall(r"[a-z]+", cue))

    def _method(self, name: str) -> str | None:
        """The kind of the statement of method whose sentence has a voice before it, None without one."""
        if name not in self.known:
            said = (mark.kind for mark, before in zip(self.methods, self.told, strict=True) if name in before)
            self.known[name] = next(said, None)
        return self.known[name]

    def _makers(self) -> frozenset[str]:
        """The bodies that made reports which are cited, and the persons whom the text calls author or puts beside one."""
        reports = [source.resolved or "" for source in self.sources if source.role == "report"]
        bodies = {
            source.resolved or "" for source in self.sources if source.role in ("organisation", "official")
        }
        owners = {report.rsplit(" ", 1)[0] for report in reports if " " in report}
        owners |= {
            body for body in bodies if any(owner.startswith(f"{body} ") for owner in (*owners, *reports))
        }
        makers = set(owners)
        for source in self.sources:
            said = self._words(source)
            if re.search(r"\b(?:co-)?authors?\b", said) or any(owner in said for owner in owners):
                makers.add(source.resolved or "")
        return frozenset(makers)

    def _words(self, source: Source) -> str:
        return " ".join(span.of(self.document.text) for span in source.spans)


def _sentence(document: Document, mark: Provenance) -> str:
    """What stands in a sentence before and in a statement of provenance."""
    before = document.text[max(0, mark.span.start - NEAR) : mark.span.start]
    return re.split(r"[.?!\n] ?(?=[A-Z\n]|$)", before)[-1] + document.words(mark.span)


@cache
def _hearsay() -> re.Pattern[str]:
    return re.compile("|".join(load("en", "claims")["hearsay"]["patterns"]), re.IGNORECASE)


@cache
def _kin() -> re.Pattern[str]:
    kin = "|".join(sorted(words("en", "claims", "kin")))
    return re.compile(rf"\b(?:my|our|her|his|their) (?:\w+ ){{0,2}}?(?:{kin})\b", re.IGNORECASE)


@cache
def _counted() -> str:
    return rf"\b(?:{'|'.join(sorted(words('en', 'claims', 'counted')))})|\bfound\b"
