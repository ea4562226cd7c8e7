"""Reporting that goes on without a cue: "Of those, ...", and whole paragraphs of quoted words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from firsthand.language import Parse
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft
from firsthand.marks.reporting.quotations import Quotation
from firsthand.marks.reporting.unspoken import FEW, is_sentence, word_count
from firsthand.records import Document, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import TokenSpan


def carry(document: Document, parse: Parse, drafts: list[Draft], marked: Sequence[Quotation]) -> list[Draft]:
    """Return the attributions with those that have no cue, in order of place.

    A sentence is carried only when it opens with words that reckon on from the
    sentence before ("of those"), or when it is a quotation of its own.
    """
    found = [*drafts, *_quoted(document, parse, drafts, marked), *_reckoned(parse, drafts)]
    return sorted(found, key=lambda draft: (draft.at, -sum(s.end - s.start for s in draft.content)))


def _quoted(
    document: Document, parse: Parse, drafts: list[Draft], marked: Sequence[Quotation]
) -> list[Draft]:
    """Quotations that are a paragraph or a sentence of their own and follow words of a known speaker."""
    governed = sorted(span for draft in drafts for span in draft.content)
    starts = [span.start for span in governed]
    cued = sorted((draft for draft in drafts if draft.source), key=lambda draft: draft.at)
    places = [draft.at for draft in cued]
    before_it = {after.start: before.start for before, after in pairwise(parse.paragraphs)}
    paragraphs = [paragraph.start for paragraph in parse.paragraphs]
    found: list[Draft] = []
    for quotation in marked:
        span = quotation.span
        near = governed[max(0, bisect_left(starts, span.start) - 40) : bisect_left(starts, span.end)]
        if any(each.meets(span) for each in near) or word_count(quotation, document.text) <= FEW + 1:
            continue
        if not is_sentence(quotation, document.text):
            continue
        paragraph = parse.paragraphs[bisect_right(paragraphs, span.start) - 1]
        before = document.text[paragraph.span.start : span.start].strip()
        behind = document.text[span.end : paragraph.span.end].strip() if span.end < paragraph.span.end else ""
        if behind or (before and before[-1] not in '.!?”":'):
            continue
        index = bisect_left(places, span.start) - 1
        if index < 0:
            continue
        last = cued[index]
        if last.paragraph.start in (paragraph.start, before_it.get(paragraph.start)):
            found.append(Draft(last.source, last.head, (), quotation.pieces, last.paragraph))
    return found


def _reckoned(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Sentences that reckon on from the one before, in the paragraph of a named source."""
    at: dict[int, list[Draft]] = {}
    for draft in drafts:
        at.setdefault(draft.paragraph.start, []).append(draft)
    found: list[Draft] = []
    for paragraph in parse.paragraphs:
        here = at.get(paragraph.start, [])
        if not any(draft.source for draft in here):
            continue
        for before, sentence in pairwise(paragraph.sentences):
            going_on = _goes_on(paragraph.place(before), sentence, here)
            if going_on:
                here = [*here, going_on]
                found.append(going_on)
    return found


def _goes_on(before: Span, sentence: TokenSpan, here: list[Draft]) -> Draft | None:
    opening = tuple(token.lower_ for token in sentence[:3])
    if not any(opening[: len(phrase)] == phrase for phrase in cues.phrases("carrying")):
        return None
    span = here[0].paragraph.place(sentence)
    if any(draft.cue and span.holds(draft.cue[0]) for draft in here):
        return None
    last = next(
        (d for d in reversed(here) if d.source and any(each.meets(before) for each in d.content)), None
    )
    if last is None:
        return None
    content = Span(span.start, span.end - 1) if sentence.text.endswith(".") else span
    return Draft(last.source, last.head, (), (content,), last.paragraph)
