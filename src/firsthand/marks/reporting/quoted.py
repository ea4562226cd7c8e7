"""Direct speech: quotations joined with the words that govern them, before, behind or in the middle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.marks.reporting import cues
from firsthand.marks.reporting.clauses import Draft, agent_of, name_phrase, runs, subject_of
from firsthand.marks.reporting.frames import Frames
from firsthand.marks.reporting.quotations import QUOTATION_MARKS, Quotation
from firsthand.marks.reporting.unspoken import (
    FEW,
    has_words_of_its_own,
    is_cue,
    is_part,
    is_sentence,
    is_title,
    may_quote_few,
    word_count,
)
from firsthand.records import Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

FAR = 30
"""Tokens behind a quotation in which its cue stands: a speaker may be described at length before "said"."""
SUBJECT_LIKE = frozenset({"PROPN", "PRON", "NOUN", "DET", "NUM", "ADJ"})


@dataclass(frozen=True)
class Governed:
    """A quotation with the attribution that governs it, None when nothing does."""

    quotation: Quotation
    draft: Draft | None


def speeches(paragraph: Paragraph, found: Sequence[Quotation], text: str) -> list[Governed]:
    """Return the outer quotations that end in a paragraph with what governs each, in order of place."""
    frames = Frames(paragraph, _within(paragraph, found))
    governed: list[Governed] = []
    for quotation in found:
        draft = _behind(quotation, frames, text) or _before(quotation, frames, text)
        governed.append(Governed(quotation, draft))
    return _joined(governed, frames, text)


def announced(paragraph: Paragraph, found: Sequence[Quotation], text: str) -> list[Draft]:
    """Return what a cue at the end of a paragraph governs that goes on in the next ones: ``X said: "...``."""
    begun = [each for each in found if paragraph.span.holds(each.pieces[0])]
    frames = Frames(paragraph, [each.pieces[0] for each in begun])
    drafts = (_before(each, frames, text) for each in begun if len(each.pieces) > 1)
    return [draft for draft in drafts if draft is not None]


def kept_within(draft: Draft, found: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return the content of a cue that stands in quoted words without what stands outside of them."""
    if not draft.cue:
        return draft.content
    place = draft.cue[0].start
    index = bisect_right(found, place, key=lambda quotation: quotation.span.start) - 1
    if index < 0:
        return draft.content
    piece = next((each for each in found[index].pieces if each.holds(draft.cue[0])), None)
    if piece is None:
        return draft.content
    cut = [Span(max(span.start, piece.start), min(span.end, piece.end - 1)) for span in draft.content]
    kept = tuple(
        span if piece.holds(span) else inside for span, inside in zip(draft.content, cut, strict=True)
    )
    return tuple(span for span in kept if span.start < span.end) or draft.content


def _within(paragraph: Paragraph, found: Sequence[Quotation]) -> list[Span]:
    whole = paragraph.span
    return [piece for quotation in found for piece in quotation.pieces if whole.holds(piece)]


def _behind(quotation: Quotation, frames: Frames, text: str) -> Draft | None:
    """The cue behind: ``"...," said X`` or ``"...," X said``."""
    last = quotation.pieces[-1]
    few = word_count(quotation, text) <= FEW
    inner = text[last.end - 5 : last.end].rstrip(QUOTATION_MARKS)[-1:]
    outer = text[last.end : last.end + 1]
    frame = frames.behind(last)
    if frame and frame[0].text in (",", "—", "–", "-"):
        outer, frame = ",", frame[1:]
    if not frame or not (inner in ",?!—–-…" or outer == "," or (inner == "." and _inverts(frame))):
        return None
    if is_part(quotation, frames, text) or is_title(quotation, text):
        return None
    if inner in "?!" and outer != "," and not (frame[0].text[0].islower() or _quick(frame)):
        return None
    for index, token in enumerate(frame[:FAR]):
        if not is_cue(token) or _is_beside(token, frame[index + 1 : FAR]):
            continue
        if (index and not _leads(frame[:index], token)) or has_words_of_its_own(token, frames):
            return None
        if few and not may_quote_few(token):
            return None
        head = _speaker(token, frame, index)
        if head is None and not cues.is_passive(token):
            return None
        return _draft(token, head, quotation, frame, frames)
    return _accorded(frame, quotation, frames)


def _speaker(verb: Token, frame: list[Token], index: int) -> Token | None:
    """Who speaks, by the parse or else by position; nobody where the passive only names who was told."""
    if cues.is_passive(verb):
        names = cues.names_speaker(cues.verb_of(verb))
        head = next((c for c in verb.children if c.dep_ == "nsubjpass"), None) if names else agent_of(verb)
        return head if head in frame or not names else _nearby(frame, index)
    head = subject_of(verb)
    return head if head in frame and head is not None and head.text[0].isalnum() else _nearby(frame, index)


def _inverts(frame: list[Token]) -> bool:
    return is_cue(frame[0]) and frame[0].text[0].islower()


def _quick(frame: list[Token]) -> bool:
    return any(is_cue(token) for token in frame[:5])


def _is_beside(token: Token, behind: list[Token]) -> bool:
    """Whether a verb only describes the speaker and the cue comes later: "a man whom they call X is quoted"."""
    return token.dep_ in ("relcl", "acl") and any(is_cue(word) and word.dep_ != "relcl" for word in behind)


def _leads(words: list[Token], verb: Token) -> bool:
    """Whether the words before a verb are its subject, auxiliaries and adverbs and no clause of their own."""
    for word in words:
        if word.pos_ == "VERB" and word.dep_ not in ("relcl", "acl", "amod", "aux") and word.head.i != verb.i:
            return False
        if (
            word.pos_ in ("SCONJ", "CCONJ")
            and word.i == words[0].i
            and word.lower_ not in ("but", "and", "as")
        ):
            return False
    return any(word.pos_ in SUBJECT_LIKE for word in words)


def _nearby(frame: list[Token], index: int) -> Token | None:
    """The subject by position, where the parse does not give one: behind the verb, or before it."""
    for token in frame[index + 1 : index + 6]:
        if token.pos_ in ("PROPN", "PRON") or (token.pos_ == "NOUN" and token.dep_ != "compound"):
            return _top(token, frame[index + 1 :])
        if token.pos_ not in ("DET", "ADJ", "NUM", "PUNCT", "NOUN", "ADV"):
            break
    for token in reversed(frame[:index]):
        if token.pos_ in ("PROPN", "PRON", "NOUN"):
            return _top(token, frame[:index])
    return None


def _top(token: Token, among: list[Token]) -> Token:
    while token.head in among and token.head.pos_ in ("PROPN", "NOUN", "PRON") and token.head.i != token.i:
        token = token.head
    return token


def _accorded(frame: list[Token], quotation: Quotation, frames: Frames) -> Draft | None:
    if len(frame) > 2 and frame[0].lower_ == "according" and frame[1].lower_ == "to":
        head = next((child for child in frame[1].children if child.dep_ == "pobj"), frame[2])
        source = [token for token in name_phrase(head) if token in frame]
        return Draft(
            runs(source, frames.paragraph),
            head,
            runs(frame[:2], frames.paragraph),
            quotation.pieces,
            frames.paragraph,
        )
    return None


def _before(quotation: Quotation, frames: Frames, text: str) -> Draft | None:
    """The cue before: ``X said: "..."``, ``X said in a letter, "..."``, ``X described "..."``."""
    if not frames.paragraph.span.holds(quotation.pieces[0]):
        return None
    frame = frames.before(quotation.pieces[0])
    if not frame:
        return None
    for index in range(len(frame) - 1, max(-1, len(frame) - 25), -1):
        if is_cue(frame[index]):
            return _led_by(frame[index], index, quotation, frames, text)
    return _labelled(frame, quotation, frames, text)


def _led_by(verb: Token, index: int, quotation: Quotation, frames: Frames, text: str) -> Draft | None:
    """What a cue before a quotation governs; None where the words between show that it does not govern it."""
    frame = frames.before(quotation.pieces[0])
    between, lemma = frame[index + 1 :], cues.verb_of(verb)
    few = word_count(quotation, text) <= FEW
    close = frame[-1].text in (",", ":", "—", "–")
    direct = (
        not between
        or (len(between) == 1 and close)
        or all(t.lower_ in ("that", "as", "of", "it", "him", "them", ":") for t in between)
    )
    head = subject_of(verb)
    if not direct and cues.names_somebody(lemma) and _is_named(between):
        draft = _draft(verb, head, quotation, frame, frames) if head is not None else None
        whole = Span(frames.paragraph.place(between[0]).start, quotation.pieces[0].end)
        return replace(draft, content=(whole, *quotation.pieces[1:])) if draft else None
    states = any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between)
    if not direct and (few or not close or states):
        return None
    if few and not (may_quote_few(verb) and (cues.is_speech(lemma) or not between)):
        return None
    if is_title(quotation, text) and not close:
        return None
    if head is None and not cues.is_passive(verb):
        head = _nearby(frame, index) if index else None
    return _draft(verb, head, quotation, frame, frames)


def _labelled(frame: list[Token], quotation: Quotation, frames: Frames, text: str) -> Draft | None:
    """What stands behind a name and a colon: ``X: "..."``."""
    if frame[-1].text != ":" or len(frame) > 12 or word_count(quotation, text) <= FEW:
        return None
    head = next((t for t in reversed(frame[:-1]) if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
    if head is None or any(t.pos_ == "VERB" for t in frame):
        return None
    source = [token for token in name_phrase(head) if token in frame[:-1]]
    cue = (frames.paragraph.place(frame[-1]),)
    return Draft(runs(source, frames.paragraph), head, cue, quotation.pieces, frames.paragraph)


def _is_named(between: list[Token]) -> bool:
    """Whether the words between a verb of naming and the name are whom it names: "calls the harbour"."""
    return len(between) <= 8 and all(
        token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "PART") for token in between
    )


def _draft(
    verb: Token, head: Token | None, quotation: Quotation, frame: list[Token], frames: Frames
) -> Draft:
    cue = [token for token in cues.cue_tokens(verb) if not frames.quoted(token)]
    own = {token.i for token in cue}
    source: list[Token] = []
    if head is not None:
        source = [t for t in name_phrase(head) if t.i not in own and not frames.quoted(t)]
        if head in frame:
            source = [t for t in source if frame[0].i <= t.i <= frame[-1].i]
            source = [t for t in source if (t.i < verb.i) == (head.i < verb.i)]
            source = _rounded(source, head, verb, frame)
    return Draft(
        runs(source, frames.paragraph),
        head,
        runs(cue, frames.paragraph),
        quotation.pieces,
        frames.paragraph,
        verb,
    )


def _rounded(source: list[Token], head: Token, verb: Token, frame: list[Token]) -> list[Token]:
    """A source to its real end: the rest of a hyphened name and what stands beside it, without the occasion."""
    doc = verb.doc
    if source and head.i > verb.i:
        last = source[-1].i
        while last < frame[-1].i and (
            doc[last + 1].text == "-" or (doc[last].text == "-" and not doc[last].is_space)
        ):
            last += 1
        rest = list(doc[last + 1 : frame[-1].i + 1])
        if (
            rest
            and rest[0].text == ","
            and len(rest) > 1
            and not any(t.pos_ in ("VERB", "AUX") for t in rest)
        ):
            last = frame[-1].i if rest[1].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ") else last
        source = list(doc[source[0].i : last + 1])
    for index, token in enumerate(source):
        leads = token.i > head.i and token.lower_ in ("in", "during", "at", "after", "on", "via", "through")
        if leads and any(word.lemma_.lower() in cues.occasions() for word in source[index : index + 7]):
            return source[:index]
    return source


def _joined(governed: list[Governed], frames: Frames, text: str) -> list[Governed]:
    """Join what one cue governs: the halves of a broken quotation, and sentences quoted right behind."""
    found: list[Governed] = []
    for each in governed:
        last = found[-1] if found else None
        if last and last.draft and last.draft.verb is not None:
            same = (
                each.draft is not None
                and each.draft.verb is not None
                and each.draft.verb.i == last.draft.verb.i
            )
            follows = each.draft is None and _follows(last, each.quotation, frames, text)
            if same or follows:
                content = (*last.draft.content, *each.quotation.pieces)
                draft = replace(last.draft, content=content)
                found[-1] = Governed(each.quotation, draft)
                continue
        found.append(each)
    return found


def _follows(last: Governed, quotation: Quotation, frames: Frames, text: str) -> bool:
    """Whether a quotation without a cue begins right where the sentence of the last one's cue ends."""
    if not frames.paragraph.span.holds(quotation.pieces[0]) or last.draft is None:
        return False
    end = max(span.end for span in (*last.draft.source, *last.draft.cue, *last.draft.content))
    between = text[end : quotation.span.start]
    stops = sum(between.count(stop) for stop in ".?!")
    if "\n" in between.strip() or len(between) > 200:
        return False
    if stops == 0:
        return between.strip() in ("", ",", ":") or between.rstrip().endswith((",", ":"))
    tail = between.rstrip()
    return tail.endswith((".", "?", "!")) and is_sentence(quotation, text) and stops <= 2
