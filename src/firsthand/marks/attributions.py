"""Who says what, with which words: every attribution of a document, with its source resolved and its nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.language import Parse
from firsthand.marks.reporting import carried, cues, headlines, quoted, reported
from firsthand.marks.reporting.clauses import Draft
from firsthand.marks.reporting.quotations import Quotation, outermost, quotations
from firsthand.marks.reporting.standing import standing_of
from firsthand.marks.reporting.unspoken import is_title
from firsthand.marks.sources.own import issues
from firsthand.marks.sources.resolving import Sources
from firsthand.marks.sources.turns import Turn, spoken_by, turns
from firsthand.records import Attribution, AttributionKind, Document, Marks, Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

FIRST_PERSON = frozenset({"i", "we", "you", "my", "our", "us", "me"})


def find(document: Document, parse: Parse, found: Marks) -> tuple[Attribution, ...]:
    """Find attributions: direct, indirect and mixed, in order of place.

    ``inside`` is the index of the nearest attribution whose content holds this
    one. The source is None when nobody is named; the cue is empty when a
    sentence goes on reporting without one.
    """
    if document.language != "en" or not parse.paragraphs:
        return ()
    text = document.text
    marked = quotations(text, [paragraph.span for paragraph in parse.paragraphs])
    spoken = turns(document, parse)
    drafts = [*_drafts(document, parse, outermost(marked), spoken), *spoken_by(spoken, parse)]
    drafts.sort(key=lambda draft: (draft.at, -_length(draft)))
    drafts = carried.carry(document, parse, drafts, outermost(marked))
    drafts = _told(drafts)
    sources = Sources(document, parse, spoken)
    inside = _nesting(drafts)
    kinds = _kinds(drafts, marked)
    floors = [_floor(within, kinds, drafts) for within in inside]
    resolved = [sources.resolve(draft, floor) for draft, floor in zip(drafts, floors, strict=True)]
    return tuple(
        Attribution(
            kind, sources.settled(source), draft.cue, draft.content, within, standing_of(draft, document)
        )
        for draft, source, kind, within in zip(drafts, resolved, kinds, inside, strict=True)
    )


def _drafts(
    document: Document, parse: Parse, marked: Sequence[Quotation], spoken: Sequence[Turn]
) -> list[Draft]:
    drafts: list[Draft] = []
    said = [span for turn in spoken for span in turn.content]
    labels = [turn.named for turn in spoken]
    ends = [quotation.span.end for quotation in marked]
    announced: set[int] = set()
    for paragraph in parse.paragraphs:
        span = paragraph.span
        here = list(marked[bisect_right(ends, span.start) : bisect_right(ends, span.end)])
        spoken_here = quoted.speeches(
            paragraph, [each for each in here if each.span.start not in announced], document.text
        )
        direct = [each.draft for each in spoken_here if each.draft]
        going_on = marked[bisect_right(ends, span.end) :][:1]
        begun = quoted.announced(paragraph, going_on, document.text)
        announced |= {draft.content[0].start for draft in begun}
        direct += begun
        is_first = paragraph is parse.paragraphs[0] and _is_heading(document, paragraph.span)
        if (paragraph.zone == "title" or is_first) and not issues(document):
            direct += headlines.reports(paragraph)
        voiced = [quotation.span for quotation in here]
        titles = [quotation.span for quotation in here if is_title(quotation, document.text)]
        indirect = [
            draft
            for draft in reported.reports(paragraph)
            if not (_is_own_voice(draft, voiced) or _is_own_voice(draft, said) or _is_of(draft, labels))
            and not all(any(title.holds(span) for title in titles) for span in draft.content)
        ]
        drafts += _merged(direct, indirect, here)
    return drafts


def _is_heading(document: Document, span: Span) -> bool:
    """Whether a short paragraph without a full stop at its end may be a headline."""
    words = span.of(document.text)
    if (
        words.count(".") == 1 and words[-1] == "." and ": " in words
    ):  # some write a full stop behind a headline
        words = words[:-1]
    return len(words) < 200 and "\n" not in words and words[-1] not in ".!?”\"'’;,:"


def _is_own_voice(draft: Draft, said: Sequence[Span]) -> bool:
    """Whether a speaker talks of herself in her own words: "I think" is no second attribution."""
    if draft.head is not None and draft.head.lower_ not in FIRST_PERSON:
        return False
    return _standing(draft.cue[0].start, said) is not None


def _is_of(draft: Draft, labels: Sequence[Span]) -> bool:
    """Whether the label of a turn was read as a subject: what stands behind it is the speaker's own voice."""
    return any(_standing(span.start, labels) is not None for span in (*draft.source, *draft.cue))


def _standing(place: int, spans: Sequence[Span]) -> Span | None:
    """The one of some spans, in order and apart, that holds a place."""
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and place < spans[index].end else None


def _merged(direct: list[Draft], indirect: list[Draft], here: Sequence[Quotation]) -> list[Draft]:
    """Put both kinds together: a cue is used once, and a clause before a quotation joins it."""
    by_verb = {draft.verb.i: index for index, draft in enumerate(direct) if draft.verb is not None}
    taken = {
        place
        for draft in direct
        for span in (*draft.cue, *draft.source)
        for place in range(span.start, span.end)
    }
    merged = list(direct)
    for draft in indirect:
        if draft.verb is not None and draft.verb.i in by_verb:
            index = by_verb[draft.verb.i]
            merged[index] = _with_clause(merged[index], draft)
        elif any(
            span.start in taken for span in draft.cue
        ):  # its cue, or "report" read as a verb in a headline
            continue
        else:
            content = quoted.kept_within(draft, here)
            merged.append(replace(draft, content=_whole_quotations(content, here)))
    return merged


def _with_clause(spoken: Draft, told: Draft) -> Draft:
    """Content of a cue that governs a clause and a quotation behind it."""
    start = min(span.start for span in spoken.content)
    cue_end = max(span.end for span in spoken.cue)
    before = [span for span in told.content if span.start >= cue_end and span.start < start]
    if not before or start < cue_end:
        return spoken
    joined = Span(before[0].start, spoken.content[0].end)
    return replace(spoken, content=(joined, *spoken.content[1:]))


def _whole_quotations(content: tuple[Span, ...], here: Sequence[Quotation]) -> tuple[Span, ...]:
    """Let a span that begins or ends inside a quotation, at its first or last word, reach to its mark."""
    widened = []
    for span in content:
        first = max(0, bisect_right(here, span.start, key=lambda quotation: quotation.span.start) - 1)
        for index in range(first, len(here)):
            whole = here[index].span
            if whole.start >= span.end:
                break
            start = whole.start if whole.start + 1 == span.start and span.end >= whole.end - 1 else span.start
            inside = span.start < whole.start or (start, span.end) == (whole.start, whole.end - 1)
            end = whole.end if inside and whole.start < span.end < whole.end else span.end
            span = Span(start, end)
        widened.append(span)
    return tuple(widened)


def _kinds(drafts: Sequence[Draft], marked: Sequence[Quotation]) -> list[AttributionKind]:
    """Direct where all of the content is quoted, mixed where some is; what it stands in does not count."""
    pieces = sorted(piece for quotation in marked if not quotation.inner for piece in quotation.pieces)
    inner = sorted(piece for quotation in marked if quotation.inner for piece in quotation.pieces)
    return ["direct" if draft.spoken else _kind(draft, (pieces, inner)) for draft in drafts]


def _kind(draft: Draft, quoted_in: tuple[list[Span], list[Span]]) -> AttributionKind:
    total = sum(span.end - span.start for span in draft.content)
    covered = 0
    for span in draft.content:
        for pieces in quoted_in:
            index = max(0, bisect_right(pieces, Span(span.start - 1, 0)))
            inside = 0
            while index < len(pieces) and pieces[index].start < span.end:
                inside += min(pieces[index].end, span.end) - max(pieces[index].start, span.start)
                index += 1
            if inside:
                covered += inside
                break
    if covered >= 0.9 * total:
        return "direct"
    return "mixed" if covered else "indirect"


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _nesting(drafts: Sequence[Draft]) -> list[int | None]:
    """For each attribution the smallest other one whose content holds its cue, or its content where it has no cue."""
    contents = sorted(
        ((span, index) for index, draft in enumerate(drafts) for span in draft.content),
        key=lambda each: (each[0].start, -each[0].end),
    )
    inside: list[int | None] = [None] * len(drafts)
    standing: list[tuple[Span, int]] = []
    position = 0
    for anchor, index in sorted((_anchor(draft), index) for index, draft in enumerate(drafts)):
        while position < len(contents) and contents[position][0].start <= anchor.start:
            standing.append(contents[position])
            position += 1
        standing = [each for each in standing if each[0].end > anchor.start]
        round_it = [
            (span.end - span.start, other)
            for span, other in standing
            if other != index and span.holds(anchor) and (drafts[index].cue or span != anchor)
        ]
        inside[index] = min(round_it)[1] if round_it else None
    return inside


def _told(drafts: list[Draft]) -> list[Draft]:
    """The attributions without those that only say, inside of somebody's words, what another thinks or does."""
    return [
        draft
        for draft, within in zip(drafts, _nesting(drafts), strict=True)
        if within is None or draft.verb is None or _is_voice(draft, draft.verb)
    ]


def _is_voice(draft: Draft, verb: Token) -> bool:
    """Whether a cue inside of another's words was uttered in fact: no "would say", no "to say", no thought.

    Words that are hung on somebody count where they are quoted: "labelling them as “runaways”".
    """
    name = verb.lemma_.lower() if verb.pos_ == "NOUN" else cues.verb_of(verb)
    if cues.names_somebody(name) and not _has_marks(draft):
        return False
    return verb.tag_ != "VB" and cues.carries(name)


def _has_marks(draft: Draft) -> bool:
    """Whether quotation marks stand in or at a content."""
    start = draft.paragraph.start
    text = draft.paragraph.text
    return any(
        mark in text[max(0, span.start - start - 1) : span.end - start + 1]
        for span in draft.content
        for mark in '“"«'
    )


def _floor(within: int | None, kinds: Sequence[AttributionKind], drafts: Sequence[Draft]) -> int:
    """Where the quoted words begin in which an attribution stands: a pronoun in them means nobody outside."""
    if within is None or kinds[within] != "direct":
        return 0
    return min(span.start for span in drafts[within].content)


def _anchor(draft: Draft) -> Span:
    return draft.cue[0] if draft.cue else draft.content[0]
