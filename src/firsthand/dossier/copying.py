"""A release as a dossier: a new file that holds the release, and no trace of the dossier that it was made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from firsthand import ledger
from firsthand.dossier.extraction import engine
from firsthand.records import (
    Arrival,
    Claim,
    Document,
    Evidence,
    Extraction,
    Finding,
    Marks,
    Passage,
    Problem,
    Quantity,
    Release,
    Reuse,
    Span,
    Zone,
)

GAP = "\n\n[…]\n\n"
"""Stands between the passages of a document of which only passages are released."""

TEXT = "text/plain"


def dossier_file(release: Release, beside: Path | None = None) -> bytes:
    """Return the bytes of a dossier that holds a release; it is made in a folder of its own in ``beside``.

    The released text stands in the place of each original: the whole of it where the profile lets texts go along,
    else the passages of claims and findings. The history begins anew and says from which profile it came.
    """
    with TemporaryDirectory(dir=beside, prefix=".release-") as folder:
        path = Path(folder, "release.dossier")
        with ledger.create(path) as store:
            _fill(store, release)
            store.finish()
        return path.read_bytes()


def _fill(store: ledger.Ledger, release: Release) -> None:
    claims = {id_: tuple(found) for id_, found in groupby(release.claims, key=lambda claim: claim.document)}
    excerpts = dict(_excerpts(release, claims))
    doubts: dict[str, list[Problem]] = {}
    for problem in release.problems:
        doubts.setdefault(problem.where, []).append(problem)
    for document in release.documents:
        excerpt = excerpts[document.id]
        _keep(
            store,
            document,
            release.names[document.id],
            excerpt,
            claims.get(document.id, ()),
            doubts.get(document.id, ()),
        )
    for where in sorted(set(doubts) - {document.id for document in release.documents}):
        store.fail(where, None, doubts[where], engine())
    reuses = [_reuse(reuse, excerpts) for reuse in release.reuses]
    home = {claim.id: claim.document for claim in release.claims}
    for document in release.documents:
        here = [link for link in release.links if document.id in (home[link.earlier], home[link.later])]
        shared = [reuse for reuse in reuses if reuse and document.id in (reuse.a.document, reuse.b.document)]
        store.link(document.id, here, shared)
    store.settle(release.figures, [_finding(finding, excerpts) for finding in release.findings])
    store.record(
        "release",
        {
            "profile": release.profile,
            "says": release.says,
            "withheld": list(release.withheld),
            "made": release.made,
        },
    )


class Excerpt:
    """What is released of a document's text, and where each stretch of the text stands in it."""

    def __init__(self, pieces: Iterable[tuple[Span, str]]) -> None:
        self.text = ""
        self._places: list[tuple[Span, int]] = []
        for span, words in _joined(pieces):
            if self.text:
                self.text += GAP
            self._places.append((span, len(self.text)))
            self.text += words

    def span(self, span: Span) -> Span | None:
        """Return where a stretch stands in the excerpt, None where it is not in it."""
        for held, start in self._places:
            if held.holds(span):
                return Span(span.start - held.start + start, span.end - held.start + start)
        return None


def _joined(pieces: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield passages in order, those that overlap as one."""
    last: tuple[Span, str] | None = None
    for span, words in sorted(pieces, key=lambda piece: (piece[0].start, -piece[0].end)):
        if last is None or span.start > last[0].end:
            if last is not None:
                yield last
            last = span, words
        elif span.end > last[0].end:
            last = Span(last[0].start, span.end), last[1] + words[last[0].end - span.start :]
    if last is not None:
        yield last


def _excerpts(release: Release, claims: Mapping[str, tuple[Claim, ...]]) -> Iterator[tuple[str, Excerpt]]:
    evidence: dict[str, list[tuple[Span, str]]] = {}
    for finding in release.findings:
        for piece in finding.evidence:
            evidence.setdefault(piece.passage.document, []).append((piece.passage.span, piece.text))
    for document in release.documents:
        if document.text:
            yield document.id, Excerpt([(Span(0, len(document.text)), document.text)])
            continue
        pieces = evidence.get(document.id, [])
        pieces += [(claim.span, claim.text) for claim in claims.get(document.id, ())]
        pieces += [
            (claim.quantity.span, claim.quantity_text)
            for claim in claims.get(document.id, ())
            if claim.quantity and claim.quantity_text
        ]
        yield document.id, Excerpt(piece for piece in pieces if piece[1])


def _keep(
    store: ledger.Ledger,
    document: Document,
    name: str,
    excerpt: Excerpt,
    claims: Iterable[Claim],
    doubts: Iterable[Problem],
) -> None:
    name = name if name.endswith(".txt") else f"{name}.txt"
    original = store.receive(Arrival(name, excerpt.text.encode("utf-8", "replace")), TEXT)
    whole = (Zone(Span(0, len(excerpt.text)), "main"),) if excerpt.text else ()
    kept = replace(
        document,
        original=original,
        text=excerpt.text,
        zones=document.zones or whole,
        dates=(),
        pages=document.pages if document.text else (),
    )
    moved = tuple(_claim(claim, excerpt) for claim in claims)
    store.keep(Extraction(kept, Marks(), moved, tuple(doubts), engine()))


def _claim(claim: Claim, excerpt: Excerpt) -> Claim:
    quantity = claim.quantity
    return replace(
        claim,
        span=excerpt.span(claim.span) or Span(0, 0),
        quantity=_quantity(quantity, excerpt) if quantity else None,
    )


def _quantity(quantity: Quantity, excerpt: Excerpt) -> Quantity:
    def moved(span: Span | None) -> Span | None:
        """Return a span of the document as one of the excerpt."""
        return excerpt.span(span) if span else None

    converted = quantity.converted
    there = moved(converted.span) if converted else None
    return replace(
        quantity,
        span=moved(quantity.span) or Span(0, 0),
        counted=moved(quantity.counted),
        whole=moved(quantity.whole),
        converted=replace(converted, span=there) if converted and there else None,
    )


def _finding(finding: Finding, excerpts: Mapping[str, Excerpt]) -> Finding:
    evidence = []
    for piece in finding.evidence:
        span = excerpts[piece.passage.document].span(piece.passage.span)
        if span is not None:
            evidence.append(Evidence(Passage(piece.passage.document, span), piece.text))
    return replace(finding, evidence=tuple(evidence))


def _reuse(reuse: Reuse, excerpts: Mapping[str, Excerpt]) -> Reuse | None:
    """Return a shared passage where both sides are released whole, else None."""
    a, b = (excerpts[side.document].span(side.span) for side in (reuse.a, reuse.b))
    if a is None or b is None:
        return None
    return replace(reuse, a=Passage(reuse.a.document, a), b=Passage(reuse.b.document, b))
