"""Records, a profile and a mask make a release."""

import hmac
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from firsthand.protection.coarser import coarser_period
from firsthand.protection.masking import Mask
from firsthand.protection.profiles import Profile
from firsthand.protection.view import View
from firsthand.records import (
    STORY,
    Claim,
    Document,
    Evidence,
    Figure,
    Finding,
    Link,
    Original,
    Passage,
    Problem,
    Quantity,
    Reuse,
    Span,
    Unchecked,
    Zone,
)

ID = re.compile(r"[0-9a-f]{16}|[0-9a-f]{64}")

TEXTS_AT_HAND = 32

CLOSED = frozenset({"kind", "role", "basis", "hedge", "drift", "direction", "media_type", "language"})
"""Fields that hold one of the program's own words, whoever may be called so."""

NOT_SAID = "it speaks of a detail that is withheld"
"""What stands for a reason that would tell a number or a word that was taken out."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Turns ids into those of one release: nobody without ``secret`` can tell which record one stands for."""

    secret: bytes
    kept: bool

    def of(self, id_: str) -> str:
        """Return the id of the same length that stands for an id in this release."""
        if self.kept:
            return id_
        return hmac.digest(self.secret, f"id {id_}".encode(), "sha256").hex()[: len(id_)]


class Builder:
    """Makes the parts of one release, one record at a time; ``documents`` are those that are in it."""

    def __init__(self, view: View, profile: Profile, mask: Mask, keys: Keys, out: frozenset[str]) -> None:
        self._view = view
        self._profile = profile
        self._mask = mask
        self._keys = keys
        self._out = out
        self._heads = {document.id: document for document in view.documents() if document.id not in out}
        self._text = lru_cache(maxsize=TEXTS_AT_HAND)(self._masked)
        self._claims: dict[str, Claim] = {}
        self._touched: set[str] = set()
        self._near: dict[str, tuple[str, Span]] = {}
        self.dropped: Counter[str] = Counter()
        for head in self._heads.values():
            if self._goes_along(head):
                mask.cut(head.id, _beside_story(view.document(head.id)))

    def documents(self) -> tuple[Document, ...]:
        """Return the documents in an order that is new in each release."""
        return tuple(sorted(map(self._document, self._heads.values()), key=lambda document: document.id))

    def ids(self) -> dict[str, str]:
        """Return the own id of each document by that in the release."""
        return {self._keys.of(id_): id_ for id_ in self._heads}

    def names(self, documents: Iterable[Document]) -> dict[str, str]:
        """Return what each document is called: its file's name, or its kind and a number where that is withheld."""
        if self._profile.file_names == "kept":
            return {self._keys.of(id_): self._view.name_of(id_) for id_ in self._heads}
        numbers: Counter[str] = Counter()
        found = {}
        for document in documents:
            kind = "document" if document.kind == "other" else document.kind
            numbers[kind] += 1
            found[document.id] = f"{kind} {numbers[kind]}"
        return found

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims, document by document."""
        for id_ in sorted(self._heads, key=self._keys.of):
            for claim in self._view.claims(id_):
                if claim.rejected and not self._profile.is_open:
                    self.dropped["claims that a reviewer rejected"] += 1
                    continue
                self._claims[claim.id] = self._claim(claim)
        return tuple(self._claims.values())

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of the claims that are in the release; one that lost a claim is named by those that stay."""
        for figure in self._view.figures():
            held = tuple(claim for claim in figure.claims if claim in self._claims)
            if not held:
                continue
            label, measure, population = self._called(figure, held)
            yield Figure(
                self._keys.of(figure.id),
                label,
                measure,
                population,
                tuple(map(self._keys.of, held)),
                tuple(
                    replace(
                        origin,
                        name=self._mask.words(origin.name),
                        claims=tuple(
                            self._keys.of(claim) for claim in origin.claims if claim in self._claims
                        ),
                        because=tuple(map(self._mask.words, origin.because)),
                    )
                    for origin in figure.origins
                    if any(claim in self._claims for claim in origin.claims)
                ),
            )

    def _called(self, figure: Figure, held: tuple[str, ...]) -> tuple[str, str, str | None]:
        """Return label, measure and population of a figure by the claims of it that stay, without what stands near them."""
        first = self._claims[held[0]]
        if len(held) < len(figure.claims) or any(claim in self._touched for claim in held):
            return (
                " of ".join(filter(None, (first.measure, first.population))),
                first.measure,
                first.population,
            )

        def clean(said: str) -> str:
            """Return a label with the words masked that the page of a claim masks."""
            for claim in held:
                if claim in self._near:
                    said = self._mask.near(said, *self._near[claim])
            return self._mask.words(said)

        return (
            clean(figure.label),
            clean(figure.measure),
            clean(figure.population) if figure.population else None,
        )

    def links(self) -> Iterator[Link]:
        """Yield the links between claims that are in the release."""
        for link in self._view.links():
            if link.earlier in self._claims and link.later in self._claims:
                told = link.earlier in self._touched or link.later in self._touched
                because = (NOT_SAID,) if told else tuple(self._reason(link, each) for each in link.because)
                earlier, later = self._keys.of(link.earlier), self._keys.of(link.later)
                yield replace(link, earlier=earlier, later=later, because=because)

    def _reason(self, link: Link, said: str) -> str:
        for claim in (link.earlier, link.later):
            if claim in self._near:
                said = self._mask.near(said, *self._near[claim])
        return self._mask.words(said)

    def reuses(self) -> Iterator[Reuse]:
        """Yield the passages that two documents of the release share."""
        for reuse in self._view.reuses():
            if reuse.a.document in self._heads and reuse.b.document in self._heads:
                yield replace(reuse, a=self._passage(reuse.a), b=self._passage(reuse.b))

    def findings(self) -> Iterator[Finding]:
        """Yield the findings that rest on the release alone and that the profile lets out."""
        for finding in self._view.findings():
            if finding.kind in self._profile.findings_withheld:
                self.dropped["findings that say where somebody could be found out: by the profile"] += 1
            elif any(piece.passage.document not in self._heads for piece in finding.evidence):
                self.dropped["findings that rest on a document that was left out"] += 1
            else:
                yield self._finding(finding)

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful in the documents of the release, and in files that could not be read."""
        for problem in self._view.problems():
            if problem.where not in self._out:
                where = self._keys.of(problem.where) if ID.fullmatch(problem.where) else problem.where
                yield Problem(self._mask.words(where), self._mask.words(problem.says))

    def unchecked(self, found: Iterable[Unchecked]) -> Iterator[Unchecked]:
        """Yield what was compared with nothing; its words go along only where nothing is withheld."""
        kept = self._profile.is_open
        for each in found:
            if each.document not in self._out:
                span = self._mask.span(each.document, each.span) if each.span else None
                where = self._keys.of(each.document)
                yield each if kept else replace(each, document=where, span=span, text="")

    def _goes_along(self, document: Document) -> bool:
        private = document.kind == "testimony"
        return (self._profile.testimonies if private else self._profile.texts) == "masked"

    def _masked(self, id_: str) -> str:
        return self._mask.text(id_, self._view.document(id_).text)

    def _passage(self, passage: Passage) -> Passage:
        return Passage(self._keys.of(passage.document), self._mask.span(passage.document, passage.span))

    def _document(self, document: Document) -> Document:
        if self._profile.is_open:
            return replace(document, text="", zones=())
        private = document.kind == "testimony"
        along = self._goes_along(document)
        words, span = self._mask.words, self._mask.span
        zones = tuple(
            Zone(span(document.id, zone.span), zone.kind) for zone in document.zones if zone.kind in STORY
        )
        return replace(
            document,
            id=self._keys.of(document.id),
            original=self._original(document.original, published=not private),
            text=self._text(document.id) if along else "",
            zones=tuple(zone for zone in zones if zone.span.end > zone.span.start) if along else (),
            title=None if private or not document.title else words(document.title),
            publisher=None if private or not document.publisher else words(document.publisher),
            authors=() if private else tuple(map(words, document.authors)),
            published=coarser_period(document.published or "", self._profile.dates)
            if private
            else document.published,
            dates=(),
            pages=tuple(span(document.id, Span(page, page)).start for page in document.pages)
            if along
            else (),
        )

    def _original(self, original: Original, *, published: bool) -> Original:
        hashes = self._profile.hashes
        told = hashes == "kept" or (hashes == "published" and published)
        name = original.name if self._profile.file_names == "kept" else ""
        return Original(
            self._mask.words(name),
            original.sha256 if told else "",
            original.media_type,
            original.size if told else 0,
        )

    def _claim(self, claim: Claim) -> Claim:
        if self._profile.is_open:
            return claim
        mask, at = self._mask, (claim.document, claim.span)
        moved = mask.span(*at)
        near = mask.is_near(*at)
        if near:
            self._near[claim.id] = at
        counted = claim.quantity
        hidden = counted is not None and mask.meets(claim.document, counted.span)
        if hidden:
            self._touched.add(claim.id)

        def clean(said: str | None) -> str | None:
            """Return a field of a claim with what must not be said masked."""
            if said is None:
                return None
            return mask.near(said, *at) if near else mask.words(said)

        quantity_text = claim.quantity_text
        if counted is not None and quantity_text is not None:
            quantity_text = mask.span(claim.document, counted.span).of(self._text(claim.document))
        return replace(
            claim,
            id=self._keys.of(claim.id),
            document=self._keys.of(claim.document),
            span=moved,
            text=moved.of(self._text(claim.document)),
            quantity=None if counted is None or hidden else self._quantity(counted, claim.document),
            quantity_text=quantity_text,
            measure=clean(claim.measure) or "",
            population=clean(claim.population),
            whole=clean(claim.whole),
            place=clean(claim.place),
            period=self._period(claim, near=near),
            chain=tuple(replace(step, name=clean(step.name)) for step in claim.chain),
            because=clean(claim.because) or "",
            terms=(),
            citations=tuple(clean(each) or "" for each in claim.citations),
        )

    def _period(self, claim: Claim, *, near: bool) -> str | None:
        """The time of a claim, coarser beside somebody who is protected and in a testimony."""
        period = claim.period
        if period and (near or self._heads[claim.document].kind == "testimony"):
            period = coarser_period(period, self._profile.dates)
        return self._mask.words(period) if period else None

    def _quantity(self, quantity: Quantity, document: str) -> Quantity:
        def moved(span: Span | None) -> Span | None:
            """Return a span of the document as one of the released text."""
            return self._mask.span(document, span) if span else None

        converted = quantity.converted
        return replace(
            quantity,
            span=self._mask.span(document, quantity.span),
            counted=moved(quantity.counted),
            whole=moved(quantity.whole),
            converted=replace(converted, span=self._mask.span(document, converted.span))
            if converted
            else None,
        )

    def _finding(self, finding: Finding) -> Finding:
        if self._profile.is_open:
            return finding
        says = self._mask.words(finding.says)
        for piece in finding.evidence:
            says = self._mask.near(says, piece.passage.document, piece.passage.span)
        pieces = ((piece, self._passage(piece.passage)) for piece in finding.evidence)
        evidence = tuple(
            Evidence(moved, moved.span.of(self._text(piece.passage.document)))
            for piece, moved in pieces
            if moved.span.of(self._text(piece.passage.document)).strip()
        )
        return replace(finding, says=says, evidence=evidence)


def swept(value: Any, mask: Mask) -> Any:
    """Return a part of a release with every string in it gone through the mask, whatever fields its records have.

    Ids pass: they are hexadecimal. So does the text of a document, which was made by the mask.
    """
    if isinstance(value, str):
        return value if ID.fullmatch(value) else mask.words(value)
    if isinstance(value, tuple):
        return tuple(swept(each, mask) for each in value)
    if isinstance(value, dict):
        return {swept(name, mask): swept(each, mask) for name, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Span):
        changed = {
            field.name: swept(getattr(value, field.name), mask)
            for field in fields(value)
            if field.name not in CLOSED and not (field.name == "text" and isinstance(value, Document))
        }
        return replace(value, **changed)
    return value


def _beside_story(document: Document) -> Iterator[Span]:
    """Yield the stretches of a text in which nobody looked for identifiers."""
    place = 0
    for zone in document.zones:
        if zone.kind in STORY:
            yield Span(place, zone.span.start)
            place = zone.span.end
    yield Span(place, len(document.text))
