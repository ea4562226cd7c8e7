"""Direct speech: quotations joined with the words that govern them, before, behind or in the middle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.language import Paragraph
from firsthand.marks import cues
from firsthand.marks.clauses import Draft, name_phrase, runs, subject_of
from firsthand.marks.quotations import Quotation
from firsthand.records import Span

if TYPE_CHECKING:
    from firsthand.language.tokens import Token

STOPS = frozenset(".?!;")
REACH = 45
"""Tokens of a frame in which a cue is looked for; longer frames are no frames."""
FEW = 3
"""Quoted words up to this many are a word in quotation marks unless a cue stands right before them."""
SUBJECT_LIKE = frozenset({"PROPN", "PRON", "NOUN", "DET", "NUM", "ADJ"})


@dataclass(frozen=True)
class Governed:
    """A quotation with the attribution that governs it, None when nothing does."""

    quotation: Quotation
    draft: Draft | None


class Frames:
    """The words of a paragraph outside of its quotations."""

    def __init__(self, paragraph: Paragraph, pieces: Sequence[Span]) -> None:
        self.paragraph = paragraph
        self.doc = paragraph.doc
        self.starts = [piece.start for piece in pieces]
        self.pieces = pieces
        self.places = [paragraph.start + token.idx for token in self.doc]

    def quoted(self, token: Token) -> bool:
        """Whether a word stands in a quotation."""
        place = self.places[token.i]
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.pieces[index].end

    def behind(self, piece: Span) -> list[Token]:
        """The words from a quotation's end to the end of the sentence or the next quotation."""
        found: list[Token] = []
        for index in range(
            bisect_left(self.places, piece.end),
            min(len(self.doc), bisect_left(self.places, piece.end) + REACH),
        ):
            token = self.doc[index]
            if self.quoted(token) or (token.text in STOPS and not self._is_initial(token)):
                break
            found.append(token)
        return found

    def before(self, piece: Span) -> list[Token]:
        """The words from the start of the sentence or the end of the last quotation to a quotation's start."""
        found: list[Token] = []
        last = bisect_left(self.places, piece.start) - 1
        for index in range(last, max(-1, last - REACH), -1):
            token = self.doc[index]
            if self.quoted(token) or (token.text in STOPS and not self._is_initial(token)):
                break
            found.append(token)
        return found[::-1]

    def _is_initial(self, token: Token) -> bool:
        return token.i > 0 and len(self.doc[token.i - 1].text) == 1 and self.doc[token.i - 1].is_upper


def speeches(paragraph: Paragraph, found: Sequence[Quotation], text: str) -> list[Governed]:
    """Return the outer quotations that end in a paragraph with what governs each, in order of place."""
    frames = Frames(paragraph, _within(paragraph, found))
    governed: list[Governed] = []
    for quotation in found:
        draft = _behind(quotation, frames, text) or _before(quotation, frames, text)
        governed.append(Governed(quotation, draft))
    return _joined(governed, frames, text)


def _within(paragraph: Paragraph, found: Sequence[Quotation]) -> list[Span]:
    whole = paragraph.span
    return [piece for quotation in found for piece in quotation.pieces if whole.holds(piece)]


def word_count(quotation: Quotation, text: str) -> int:
    """How many words stand in a quotation."""
    return sum(len(piece.of(text).split()) for piece in quotation.pieces)


def is_sentence(quotation: Quotation, text: str) -> bool:
    """Whether the quoted words look like a sentence of their own: a capital first, a stop at the end."""
    inner = quotation.span.of(text).strip("“”\"'‘’«»„")
    return (
        bool(inner)
        and (inner[0].isupper() or inner[0] in "[(.…")
        and inner.rstrip()[-1:] in (".", "?", "!", "…", ")", ",", "—")
    )


def _behind(quotation: Quotation, frames: Frames, text: str) -> Draft | None:
    """The cue behind: ``"...," said X`` or ``"...," X said``."""
    last = quotation.pieces[-1]
    inner = text[: last.end].rstrip("”\"'’»")[-1:]
    outer = text[last.end : last.end + 1]
    frame = frames.behind(last)
    if frame and frame[0].text in (",", "—", "–", "-"):
        outer, frame = ",", frame[1:]
    if not frame or not (inner in ",?!—–-…" or outer == "," or (inner == "." and _inverts(frame))):
        return None
    if inner in "?!" and outer != "," and not (frame[0].text[0].islower() or _quick(frame)):
        return None
    for index, token in enumerate(frame[:12]):
        if not _is_cue(token) or _is_beside(token, frame[index + 1 : 12]):
            continue
        if index and not _leads(frame[:index], token):
            return None
        head = subject_of(token)
        if head is None and cues.is_passive(token):
            head = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
        if head is None or head not in frame:
            head = _nearby(frame, index)
        if head is None or frames.quoted(head):
            return None
        return _draft(token, head, quotation, frame, frames)
    return _accorded(frame, quotation, frames)


def _inverts(frame: list[Token]) -> bool:
    return _is_cue(frame[0]) and frame[0].text[0].islower()


def _quick(frame: list[Token]) -> bool:
    return any(_is_cue(token) for token in frame[:5])


def _is_cue(token: Token) -> bool:
    return (token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")) and cues.takes_quotation(
        cues.verb_of(token)
    )


def _is_beside(token: Token, behind: list[Token]) -> bool:
    """Whether a verb only describes the speaker and the cue comes later: "a man whom they call X is quoted"."""
    return token.dep_ in ("relcl", "acl") and any(_is_cue(word) and word.dep_ != "relcl" for word in behind)


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
    few = word_count(quotation, text) <= FEW
    close = frame[-1].text in (",", ":", "—", "–")
    for index in range(len(frame) - 1, max(-1, len(frame) - 25), -1):
        token = frame[index]
        if not _is_cue(token):
            continue
        between = frame[index + 1 :]
        direct = (
            not between
            or (len(between) == 1 and close)
            or all(t.lower_ in ("that", "as", "of", "it", "him", "them", ":") for t in between)
        )
        if not direct and (
            few or not close or any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between)
        ):
            return None
        if few and not cues.is_speech(cues.verb_of(token)) and between:
            return None
        head = subject_of(token)
        if head is None:
            head = _nearby(frame, index) if index else None
        return _draft(token, head, quotation, frame, frames)
    if frame[-1].text == ":" and len(frame) <= 12 and not few:
        head = next((t for t in reversed(frame[:-1]) if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
        if head is not None and not any(t.pos_ == "VERB" for t in frame):
            source = [token for token in name_phrase(head) if token in frame[:-1]]
            return Draft(
                runs(source, frames.paragraph),
                head,
                (frames.paragraph.place(frame[-1]),),
                quotation.pieces,
                frames.paragraph,
            )
    return None


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
