"""The quotations of a draft: whether their words stand in the dossier, and who speaks them there."""

import re
from collections.abc import Iterator

from firsthand import ledger, links
from firsthand.dossier.footnotes import Footnotes
from firsthand.links import Whose
from firsthand.records import (
    STORY,
    Checked,
    Difference,
    Document,
    Extraction,
    Footnote,
    Passage,
    Reuse,
    Span,
    Unchecked,
)

QUOTED = re.compile(r"[“\"]((?:(?!\n\s*\n)[^“”\"])+)[”\"]")

OWN = re.compile(r"\[[^\]]*\]|\(?(?:\.\s?){3}\)?|\(?…\)?")
"""What a draft marks as its own in a quotation: words in brackets, and cuts."""

MARKS = " ,.;:()[]"

WORD = re.compile(r"\w+(?:['’]\w+)*")

LEAST = 3
"""Words of the shortest quotation that is looked up."""

UNSAID = 6
"""The same for words that nobody is said to speak."""

AROUND = 200
"""Characters about a shared passage in which further words of the quotation are looked for."""

LONGEST = 2000
"""Characters from which the pieces in a document are not one quotation."""

WITNESS = "a witness"

ALIKE = 0.6
"""Part of a quotation that a passage must hold to be taken for it."""


def check(
    store: ledger.Ledger, found: Extraction, notes: Footnotes
) -> tuple[tuple[Checked, ...], tuple[Unchecked, ...]]:
    """Return the quotations of a draft with their verdicts, and those that are too short to be looked up."""
    quoted = _quoted(found)
    long = [span for span in quoted if len(found.document.words(span).split()) >= LEAST]
    shared = list(_shared(store, found, notes)) if long else []
    checked = tuple(_checked(store, found.document, span, shared, notes) for span in long)
    short = tuple(
        Unchecked(
            found.document.id, span, found.document.words(span), "a quotation too short to be looked up"
        )
        for span in quoted
        if span not in long
    )
    return checked, short


def _quoted(found: Extraction) -> list[Span]:
    """What stands in quotation marks, in order: all of some length, and what is said in fewer words by somebody.

    A few words in quotation marks that nobody is said to speak are a word that somebody uses.
    """
    document = found.document
    spans = {
        Span(*match.span(1))
        for zone in document.zones
        if zone.kind in STORY
        for match in QUOTED.finditer(document.text, zone.span.start, zone.span.end)
    }
    said = [
        content
        for attribution in found.marks.attributions
        if attribution.kind == "direct"
        for content in attribution.content
    ]
    kept = {
        span
        for span in spans
        if len(document.words(span).split()) >= UNSAID or any(content.meets(span) for content in said)
    }
    return sorted(kept | {content for content in said if not any(content.meets(span) for span in spans)})


def _shared(store: ledger.Ledger, found: Extraction, notes: Footnotes) -> Iterator[tuple[Span, Passage]]:
    """Each passage that the draft shares with a document: its place here and there."""
    for other in store.with_prints(found.prints):
        document = notes.document(other)
        if document.original.sha256 == found.document.original.sha256:
            continue
        for reuse in links.passages(document, found.document):
            here, there = _sides(reuse, found.document.id)
            yield here.span, there


def _sides(reuse: Reuse, mine: str) -> tuple[Passage, Passage]:
    return (reuse.a, reuse.b) if reuse.a.document == mine else (reuse.b, reuse.a)


def _checked(
    store: ledger.Ledger, draft: Document, span: Span, shared: list[tuple[Span, Passage]], notes: Footnotes
) -> Checked:
    words, sentence = draft.words(span), links.sentence(draft.text, span)
    found = list(_exact(store, words, draft, notes))
    verbatim = bool(found)
    if not found:
        found, verbatim = _alike(words, _places(span, shared), notes)
    if not found:
        return Checked("without a source", span, words, sentence)
    footnote = _footnote(store, found, notes)
    if verbatim:
        return Checked("supported", span, words, sentence, (), footnote)
    differs = (Difference("wording", words, footnote.text or None),)
    return Checked("drifted", span, words, sentence, differs, footnote)


def _exact(store: ledger.Ledger, words: str, draft: Document, notes: Footnotes) -> Iterator[Passage]:
    """The places in stories where the very words stand, whatever the signs between them."""
    spelled = WORD.findall(words)
    form = re.compile(r"\W+".join(map(re.escape, spelled)), re.IGNORECASE)
    for hit in store.search(f'"{" ".join(spelled)}"'):
        document = notes.document(hit.document)
        match = form.search(hit.text)
        if match is None or document.original.sha256 == draft.original.sha256:
            continue
        start = hit.span.start + match.start()
        if document.zone_at(start) in STORY:
            yield Passage(hit.document, Span(start, hit.span.start + match.end()))


def _alike(words: str, places: Iterator[Passage], notes: Footnotes) -> tuple[list[Passage], bool]:
    """The places that hold the most of a quotation, and whether it has there no other words but those that the draft marks."""
    kept: dict[bool, list[Passage]] = {True: [], False: []}
    for place in places:
        text = notes.document(place.document).text
        laid = list(links.collated(words, text[max(0, place.span.start - AROUND) : place.span.end + AROUND]))
        if sum(len(piece) for whose, piece in laid if whose == "both") >= ALIKE * len(words):
            whole = Passage(place.document, links.sentence(text, place.span))
            kept[not _is_changed(laid)].append(whole)
    return kept[True] or kept[False], bool(kept[True])


def _footnote(store: ledger.Ledger, found: list[Passage], notes: Footnotes) -> Footnote:
    """The footnote to the earliest of some places, what is published before what is not; a witness has no name."""
    said = {place: links.spoken(store.sheet(place.document), place) for place in found}
    private = any(
        notes.document(place.document).kind == "testimony"
        or (spoken is not None and spoken.role == "witness")
        for place, spoken in said.items()
    )
    place = min(found, key=lambda place: _order(notes.document(place.document)))
    spoken = said[place]
    return notes.at(place, WITNESS if private else spoken.shown if spoken and spoken.speaker else None)


def _order(document: Document) -> tuple[bool, str, str]:
    return document.kind == "testimony", document.published or "9999", document.id


def _places(span: Span, shared: list[tuple[Span, Passage]]) -> Iterator[Passage]:
    """Where each document has words of a quotation, from the first to the last of them."""
    whole: dict[str, Span] = {}
    for here, there in shared:
        if here.meets(span):
            known = whole.get(there.document, there.span)
            whole[there.document] = Span(min(known.start, there.span.start), max(known.end, there.span.end))
    for document, stretch in whole.items():
        if stretch.end - stretch.start <= LONGEST:
            yield Passage(document, stretch)


def _is_changed(laid: list[tuple[Whose, str]]) -> bool:
    """Whether words are other than in the document, beyond cuts and brackets that the draft shows as its own."""
    inner = list(laid)
    while inner and inner[0][0] == "second":
        inner.pop(0)
    while inner and inner[-1][0] == "second":
        inner.pop()
    shown = False
    for whose, piece in inner:
        if whose == "first":
            shown = not OWN.sub("", piece).strip(MARKS)
            if not shown:
                return True
        elif whose == "second" and not shown:
            return True
        elif whose == "both":
            shown = False
    return False
