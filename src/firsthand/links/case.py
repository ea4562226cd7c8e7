"""What a finding is made from: the settled dossier in short, and the words of one document at a time."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from firsthand.links.aspects import Aspects, aspects
from firsthand.links.briefs import PUBLIC, Briefs
from firsthand.links.columns import LinkColumns, ReuseColumns
from firsthand.links.gathering import Figures
from firsthand.links.shelf import Brief
from firsthand.links.spoken import Quotations, Spoken
from firsthand.links.view import View
from firsthand.links.voices import voice_key
from firsthand.records import Claim, Document, Evidence, Link, LinkKind, Passage, Reuse, Sheet, Span

LONGEST = 560
"""Characters of one piece of evidence; a longer one is cut at a word."""

KEPT = 500_000
"""Characters of the last documents that are held with their claims, which take ten times as much."""

READ = 16_000_000
"""Characters of the last documents that are held with nothing else: the texts of some 6,000 articles."""

CLAIMS = 16_384
"""Claims that are held in full, some 30 MB."""

ASPECTS = 16_384
"""Claims that are held taken apart, some 40 MB."""

BESIDE = 512
"""Documents of which it is held which others are beside them."""

FEW = 50
"""Documents up to which all of a dossier are taken to tell of one thing."""


@dataclass(slots=True)
class Case:
    """A settled dossier: its figures, links and passages, and where to look up the words; ``brief`` returns a claim in short."""

    view: View
    known: Briefs
    figures: Figures
    links: LinkColumns
    reuses: ReuseColumns
    brief: Callable[[str], Brief] = field(init=False)
    ruled_out: tuple[tuple[str, str], ...] | None = None
    overtaken: dict[str, tuple[str, str]] | None = None
    carried: dict[str, str] | None = None
    apart: tuple[tuple[str, ...], ...] | None = None
    _sheets: OrderedDict[str, Sheet] = field(default_factory=OrderedDict)
    _texts: OrderedDict[str, Document] = field(default_factory=OrderedDict)
    _claims: OrderedDict[str, Claim] = field(default_factory=OrderedDict)
    _own: dict[str, bool] = field(default_factory=dict)
    _aspects: dict[str, Aspects] = field(default_factory=dict)
    _held: int = 0
    _read: int = 0
    _spoken: Quotations | None = None
    _beside: OrderedDict[str, frozenset[str]] = field(default_factory=OrderedDict)
    _public: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Asked for millions of times, so there is nothing between who asks and what is at hand."""
        self.brief = self.known.claims.look_up

    def sheet(self, document: str) -> Sheet:
        """Return a document with its text, claims and attributions; only the last few are kept."""
        if document not in self._sheets:
            whole = self.view.sheet(document)
            stated = tuple(claim for claim in whole.claims if not claim.rejected)
            self._sheets[document] = found = replace(whole, claims=stated)
            self._held += len(found.document.text)
            while self._held > KEPT and len(self._sheets) > 1:
                _, left = self._sheets.popitem(last=False)
                self._held -= len(left.document.text)
        self._sheets.move_to_end(document)
        return self._sheets[document]

    def document(self, document: str) -> Document:
        """Return a document with its text; only the last few are kept."""
        if document in self._sheets:
            return self._sheets[document].document
        if document not in self._texts:
            self._texts[document] = found = self.view.document(document)
            self._read += len(found.text)
            while self._read > READ and len(self._texts) > 1:
                _, left = self._texts.popitem(last=False)
                self._read -= len(left.text)
        self._texts.move_to_end(document)
        return self._texts[document]

    def quoted(self) -> Iterable[tuple[Reuse, Spoken | None, Spoken | None]]:
        """Return the shared passages that are mainly a quotation in one of their documents at least, with what either says."""
        if self._spoken is None:
            self._spoken = Quotations(sorted(self.known.papers), self.reuses, self._heard)
        return self._spoken

    def _heard(self, document: str) -> Sheet:
        """A document with its attributions."""
        heard = self.view.marks(document, "attributions").attributions
        return Sheet(self.document(document), (), heard)

    def public_names(self, document: str) -> frozenset[str]:
        """Return the keys of those who speak in public in a document."""
        if document not in self._public:
            heard = self.view.marks(document, "attributions").attributions
            sources = (each.source for each in heard if each.source and each.source.role in PUBLIC)
            names = {voice_key(source.resolved) for source in sources if source.resolved}
            self._public[document] = frozenset(names - {""})
        return self._public[document]

    def claim(self, claim: str) -> Claim:
        """Return a claim in full; only the last few are kept."""
        if claim not in self._claims:
            self._claims[claim] = self.view.claim(claim)
            if len(self._claims) > CLAIMS:
                self._claims.popitem(last=False)
        return self._claims[claim]

    def aspects(self, claim: str) -> Aspects:
        """Return a claim taken apart; as many are kept as there is room for."""
        found = self._aspects.get(claim)
        if found is None:
            if len(self._aspects) >= ASPECTS:
                self._aspects.clear()
            found = self._aspects[claim] = aspects(self.claim(claim))
        return found

    def words(self, brief: Brief) -> str:
        """Return the clause of a claim, as the text has it."""
        return brief.span.of(self.document(brief.document).text)

    def evidence(self, passages: Iterable[Passage]) -> tuple[Evidence, ...]:
        """Return the words of some passages, in order of document and place, without repeats."""
        wanted = sorted(set(passages), key=lambda passage: (self._order(passage.document), passage.span))
        return tuple(self._words(passage) for passage in wanted if passage.span.end > passage.span.start)

    def clauses(self, claims: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the clauses of some claims as evidence."""
        return self.evidence(self.passage(claim) for claim in claims)

    def claims_in(self, document: str) -> list[str]:
        """Return the ids of the claims of a document, in order of their place."""
        claims = self.known.claims
        ordered = sorted(claims.numbers(document), key=lambda number: (*claims.ends(number), number))
        return [claims.ids[number] for number in ordered]

    def document_of(self, claim: str) -> str:
        """Return the id of the document in which a claim stands."""
        return self.brief(claim).document

    def documents_of(self, claims: Iterable[str]) -> list[str]:
        """Return the documents of some claims, earliest first."""
        return sorted({self.document_of(claim) for claim in claims}, key=self._order)

    def linked(self, kind: LinkKind) -> Iterator[Link]:
        """Yield the links of one kind whose claims are known, surest first."""
        return self.links.of_kind(kind)

    def nearby(self, kind: LinkKind) -> Iterator[Link]:
        """Yield the same by the document of the later claim, so that one after another looks at what is at hand."""
        return self.links.of_kind(kind, self.known.claims.rank)

    def place(self, claim: str) -> int:
        """Return the number of the figure in which a claim is."""
        return self.figures.place(claim)

    def producer(self, claim: str) -> str | None:
        """Return the name of the origin to which a claim goes back, None when none is named."""
        return self.figures.producer(claim)

    def unit(self, claim: str) -> str:
        """Return the unit of a claim's number, "" where it has none."""
        quantity = self.claim(claim).quantity
        return (quantity.unit or "") if quantity else ""

    def are_joined(self, one: str, other: str) -> bool:
        """Return whether two claims are of one figure, or a link says how they stand to each other."""
        return self.place(one) == self.place(other) or any(True for _ in self.links.between(one, other))

    def takes_back(self, claim: str) -> bool:
        """Return whether a claim stands in a sentence that announces a correction, so that nothing is stated by it."""
        corrections = self.known.papers[self.document_of(claim)].looks.corrections
        return bool(corrections) and any(span.meets(self.brief(claim).span) for span in corrections)

    def own(self, claim: str) -> bool:
        """Return whether a claim stands in a document of the body that produced it."""
        found = self._own.get(claim)
        if found is None:
            brief = self.brief(claim)
            outlet = self.known.papers[brief.document].outlet
            first = brief.first_hand or bool(brief.bodies)
            found = self._own[claim] = bool(outlet) and first and brief.bodies[-1:] in ((), (outlet,))
        return found

    def is_headed(self, claim: str) -> bool:
        """Return whether the title of its document gives the number of a claim."""
        headed = self.known.papers[self.document_of(claim)].headed
        return bool(headed) and "".join(re.findall(r"\d", self.brief(claim).shown or "")) in headed

    def in_words(self, claim: str) -> str:
        """Return the claim of the same document and number in the same figure that says most in words, not a row of a table."""
        claims, place = self.known.claims, self.place(claim)
        beside = (claims.ids[number] for number in claims.numbers(self.document_of(claim)))
        alike = [other for other in beside if self.place(other) == place and claims.same_value(other, claim)]
        return min(alike, key=lambda other: (-_telling(self.brief(other)), other != claim, other))

    def shared_words(self, one: str, other: str) -> int:
        """Return how many words of the same text two documents print."""
        return self.reuses.words(one, other)

    def beside(self, document: str) -> frozenset[str]:
        """Return the documents that state a figure or print a passage of this one."""
        if document not in self._beside:
            claims = self.known.claims
            linked = {other for number in claims.numbers(document) for other in self.links.beside(number)}
            near = self.reuses.beside(document).union(map(claims.document, linked)) - {document}
            self._beside[document] = frozenset(near)
            if len(self._beside) > BESIDE:
                self._beside.popitem(last=False)
        return self._beside[document]

    def around(self, document: str) -> frozenset[str]:
        """Return the other documents that may tell of the same matter: all of a small dossier, else those beside this one.

        None where those are many: what they tell of is then no one matter.
        """
        if len(self.known.papers) <= FEW:
            return frozenset(self.known.papers) - {document}
        near = self.beside(document)
        return near if len(near) <= FEW else frozenset()

    def passage(self, claim: str) -> Passage:
        """Return where the clause of a claim stands."""
        number = self.known.claims.number(claim)
        return Passage(self.known.claims.document(number), self.known.claims.span(number))

    def _order(self, document: str) -> tuple[str, str]:
        return self.known.papers[document].order

    def _words(self, passage: Passage) -> Evidence:
        text = self.document(passage.document).text
        span = passage.span
        if span.end - span.start > LONGEST:
            cut = text.rfind(" ", span.start, span.start + LONGEST)
            span = Span(span.start, cut if cut > span.start else span.start + LONGEST)
        return Evidence(Passage(passage.document, span), span.of(text))


def _telling(brief: Brief) -> int:
    """How many words a claim's label has, as far as more of them say more."""
    return min(5, sum(word.isalpha() for word in brief.label.split()))
