"""What a finding is made from: the settled dossier in short, and the words of one document at a time."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from firsthand.links.briefs import Brief, Briefs
from firsthand.links.spoken import Spoken, spoken
from firsthand.links.view import View
from firsthand.records import Claim, Document, Evidence, Figure, Link, Passage, Reuse, Sheet, Span

LONGEST = 560
"""Characters of one piece of evidence; a longer one is cut at a word."""

KEPT = 2_000_000
"""Characters of text that are held at a time, of the last documents that were looked at."""


@dataclass(slots=True)
class Case:
    """A settled dossier: its figures, links and passages, and where to look up the words."""

    view: View
    known: Briefs
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    reuses: tuple[Reuse, ...]
    _sheets: OrderedDict[str, Sheet] = field(default_factory=OrderedDict)
    _held: int = 0
    _spoken: dict[Passage, Spoken | None] = field(default_factory=dict)

    def sheet(self, document: str) -> Sheet:
        """Return a document with its text, claims and attributions; only the last few are kept."""
        if document not in self._sheets:
            self._sheets[document] = found = self.view.sheet(document)
            self._held += len(found.document.text)
            while self._held > KEPT and len(self._sheets) > 1:
                _, left = self._sheets.popitem(last=False)
                self._held -= len(left.document.text)
        self._sheets.move_to_end(document)
        return self._sheets[document]

    def document(self, document: str) -> Document:
        """Return a document with its text."""
        return self.sheet(document).document

    def spoken(self, passage: Passage) -> Spoken | None:
        """Return the quotation in a shared passage, None where the passage is not mainly one."""
        if passage not in self._spoken:
            self._spoken[passage] = spoken(self.sheet(passage.document), passage)
        return self._spoken[passage]

    def claim(self, claim: str) -> Claim:
        """Return a claim in full."""
        return self.view.claim(claim)

    def evidence(self, passages: Iterable[Passage]) -> tuple[Evidence, ...]:
        """Return the words of some passages, in order of document and place, without repeats."""
        wanted = sorted(set(passages), key=lambda passage: (self._order(passage.document), passage.span))
        return tuple(self._words(passage) for passage in wanted if passage.span.end > passage.span.start)

    def clauses(self, claims: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the clauses of some claims as evidence."""
        return self.evidence(Passage(brief.document, brief.span) for brief in map(self.brief, claims))

    def brief(self, claim: str) -> Brief:
        """Return a claim in short."""
        return self.known.claims[claim]

    def documents_of(self, claims: Iterable[str]) -> list[str]:
        """Return the documents of some claims, earliest first."""
        return sorted({self.brief(claim).document for claim in claims}, key=self._order)

    def linked(self, kind: str) -> Iterator[Link]:
        """Yield the links of one kind whose claims are known, surest first."""
        found = (link for link in self.links if link.kind == kind)
        yield from sorted(found, key=lambda link: (-link.weight, link.earlier, link.later))

    def _order(self, document: str) -> tuple[str, str]:
        return self.known.papers[document].order

    def _words(self, passage: Passage) -> Evidence:
        text = self.document(passage.document).text
        span = passage.span
        if span.end - span.start > LONGEST:
            cut = text.rfind(" ", span.start, span.start + LONGEST)
            span = Span(span.start, cut if cut > span.start else span.start + LONGEST)
        return Evidence(Passage(passage.document, span), span.of(text))
