"""The footnote to a verdict: who produced the figure, in which document, in which words, at which place."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from firsthand import ledger, links
from firsthand.dossier.verdicts import Standing
from firsthand.records import Claim, Document, Figure, Footnote, Link, Passage, Sheet, Voices

LOOKED_AT = 24
"""Claims of one figure among which the origin's own words are looked for."""

AT_HAND = 64
"""Documents whose heads and texts are kept at hand."""


class Footnotes:
    """Makes the footnotes from one dossier.

    The name that a testimony gives to a witness stands in none of them: beside words of another document it could
    undo a pseudonym.
    """

    def __init__(self, store: ledger.Ledger) -> None:
        self._store = store
        self.document = lru_cache(maxsize=AT_HAND)(store.document)

    @cached_property
    def _named(self) -> frozenset[str]:
        return links.witnesses(self._store)

    def standing(self, link: Link, claim: Claim, sheet: Sheet, figure: Figure | None) -> Standing:
        """Return how the draft stands to a claim, with the origin to which that one goes back."""
        origin = _origin(claim, figure)
        own = origin is not None and _is_own(sheet.document, sheet.voices, origin, claim)
        return Standing(link, claim, sheet.document, figure, origin, own)

    def of(self, rest: Standing) -> Footnote:
        """Return the footnote to a claim."""
        origin = rest.origin or (self.outlet(rest.document) if rest.claim.first_hand else None)
        passage = Passage(rest.claim.document, rest.claim.span)
        return self.at(passage, origin, rest.claim)

    def at(self, passage: Passage, origin: str | None, claim: Claim | None = None) -> Footnote:
        """Return the footnote to a passage; its words are left out where they name a witness."""
        document = self.document(passage.document)
        words = document.words(passage.span)
        pages = sum(start <= passage.span.start for start in document.pages)
        return Footnote(
            claim.id if claim else None,
            passage,
            "" if any(name in words for name in self._named) else words,
            claim.quantity_text if claim else None,
            self.hidden(origin) if origin else None,
            self._store.name_of(document.id),
            self.hidden(document.title) if document.title else None,
            document.publisher,
            document.published,
            pages or None,
        )

    def hidden(self, phrase: str) -> str:
        """Return words of the dossier without the name of a witness."""
        return links.without_witnesses(phrase, self._named)

    def outlet(self, document: Document) -> str:
        """Return how a document is called: by its publisher, else by the name of its file."""
        return document.publisher or self._store.name_of(document.id)

    def shown(self, each: Standing) -> str:
        """Return a value with who has it and since when."""
        called = self.outlet(each.document)
        where = _dated(called, each.document)
        if each.origin and each.origin != each.document.publisher:
            where = f"{self.hidden(each.origin)}, in {where}"
        return f"“{each.claim.quantity_text}” ({where})"

    def of_claim(self, claim: Claim) -> str | None:
        """Return a claim's words with who has them, None where they would name a witness."""
        document = self.document(claim.document)
        words = " ".join(claim.text.split())
        if words != self.hidden(words):
            return None
        return f"“{words}” ({_dated(self.outlet(document), document)})"

    def later(self, rest: Standing) -> Iterator[Standing]:
        """Yield the later values of the series to which a claim belongs."""
        for link in self._store.links_of(rest.claim.id):
            if link.kind == "update" and link.earlier == rest.claim.id:
                yield self._other(link, link.later)

    def own(self, rest: Standing) -> Iterator[Standing]:
        """Yield the claims of a figure that stand in a document of its origin."""
        claims = rest.figure.claims[:LOOKED_AT] if rest.figure else ()
        for claim in claims:
            found = self._other(rest.link, claim)
            if found.own and found.claim.id != rest.claim.id:
                yield found

    def _other(self, link: Link, claim_id: str) -> Standing:
        claim = self._store.claim(claim_id)
        sheet = self._store.part(claim.document)
        return self.standing(link, claim, sheet, self._store.figure_of(claim_id))


def _dated(called: str, document: Document) -> str:
    return f"{called}, {document.published}" if document.published else called


def _origin(claim: Claim, figure: Figure | None) -> str | None:
    """The name of the origin to which a claim goes back."""
    origins = figure.origins if figure else ()
    return next((origin.name for origin in origins if claim.id in origin.claims), None)


def _is_own(document: Document, voices: Voices, origin: str, claim: Claim) -> bool:
    """Whether a document is of the origin itself: published by it, or the testimony of the witness."""
    if document.kind == "testimony":
        return claim.first_hand
    outlet = links.voice_key(document.publisher or document.title or "")
    return bool(outlet) and voices.body(outlet) == voices.body(links.voice_key(origin))
