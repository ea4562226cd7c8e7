"""The footnotes of a report: one for each passage, numbered as they come."""

from dataclasses import dataclass, field

from firsthand.exports import citing
from firsthand.exports.citing.claim import attributed
from firsthand.exports.report.index import Index
from firsthand.records import Claim, Evidence, Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, its words, the number of its document, and the claim that it is for, if it is for one."""

    number: int
    runs: tuple[citing.Run, ...]
    document: int
    claim: str | None


@dataclass(slots=True)
class Notes:
    """Gives each passage its footnote; the first of a document is whole, the later ones are short."""

    index: Index
    style: citing.Style
    found: list[Note] = field(default_factory=list)
    _at: dict[tuple[str, Span, str | None], int] = field(default_factory=dict)
    _cited: set[str] = field(default_factory=set)

    def of_claim(self, claim: Claim) -> int:
        """Return the number of the footnote to a claim, which says whose word it is."""
        return self._number(claim.document, claim.span, claim)

    def of(self, evidence: Evidence) -> int:
        """Return the number of the footnote to some words."""
        passage = evidence.passage
        claim = self.index.claim_at(passage)
        return self._number(
            passage.document, passage.span, claim if claim and claim.span == passage.span else None
        )

    def _number(self, document_id: str, span: Span, claim: Claim | None) -> int:
        key = document_id, span, attributed(claim, self.index.documents[document_id]) if claim else None
        if key not in self._at:
            document = self.index.documents[document_id]
            place = citing.note(
                self.index.works[document_id],
                self.style,
                citing.locator(document, span),
                again=document_id in self._cited,
            )
            self._cited.add(document_id)
            runs = (*place, (key[2], False)) if key[2] else place
            number = self._at[key] = len(self.found) + 1
            self.found.append(Note(number, runs, self.index.number[document_id], claim.id if claim else None))
        return self._at[key]
