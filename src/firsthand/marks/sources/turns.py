"""Transcripts of interviews and hearings: who has the word, turn by turn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from firsthand.language import Parse
from firsthand.lexicon import words
from firsthand.marks.reporting.clauses import Draft
from firsthand.records import Document, Span

STAMP = r"[\[(]?\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
"""A time of the recording: "[00:12:05]"."""

LINE = re.compile(
    rf"^[^\S\n]*(?:{STAMP}[^\S\n]*[-–—]?[^\S\n]*)?"
    r"(?P<label>[^\W\d_](?:[^\n:?!.\"“”()\[\]]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr))\.|(?<=\b(?:Mrs))\.){0,48}?)"
    rf"(?:[^\S\n]*\([^()\n]{{1,40}}\))?(?:[^\S\n]*{STAMP})?"
    rf"[^\S\n]*(?:(?P<cue>:)|(?<=[\])\d])(?=[^\S\n]*$)|(?<=\bQ)(?P<q>\.)|(?<=\bA)(?P<a>\.)|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?P<stop>\.))(?=\s|$)",
    re.MULTILINE,
)
"""The beginning of a line that may be a turn: "Mara Osk:", "[00:12] Q.", "Speaker 2 (00:14)", "Mr. Osk."."""

FACT = re.compile(
    r"\s*(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?[A-Z](?:\.|[\w’'-]+)(?: [A-Z](?:\.|[\w’'-]+)){1,3}(?:[.,;(]|$)"
)
"""A name right behind a label: it tells in the head of a transcript who that is, and is not said by anybody."""

FEWEST = 3
"""Turns that a transcript has at least."""

MOST_WORDS = 5
SMALL = frozenset({"of", "the", "de", "da", "van", "von", "bin", "al", "el", "and"})


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of one speaker: the label before them, its colon if there is one, and what is said, by paragraph."""

    label: Span
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    @property
    def named(self) -> Span:
        """The label with its colon."""
        return Span(self.label.start, max(span.end for span in (self.label, *self.cue)))


def turns(document: Document, parse: Parse) -> tuple[Turn, ...]:
    """Return the turns of a transcript in order, none where the text is no transcript.

    A text is one when at least two labels stand before its lines, at least one
    of them again and again, and a good part of the paragraphs between the first
    and the last turn begins with them. Facts in the head of a transcript
    ("Witness: Mara Osk") come before its first turn and are none.
    """
    found = [turn for paragraph in parse.paragraphs for turn in _labels(document.text, paragraph.span)]
    while found and FACT.match(document.text[found[0].content[0].start :].split("\n")[0]):
        found = found[1:]
    speakers = _speakers(document.text, found)
    kept = [turn for turn in found if label_key(turn.label.of(document.text)) in speakers]
    if len(speakers) < 2 or len(kept) < FEWEST - _has_roles(speakers):
        return ()
    region = Span(kept[0].label.start, kept[-1].named.end)
    spoken = [paragraph.span for paragraph in parse.paragraphs if paragraph.zone == "main"]
    between = [span for span in spoken if span.meets(region)]
    if 3 * len(kept) < len(between):
        return ()
    filled = _filled(document.text, kept, [span for span in spoken if span.end > region.start])
    return tuple(turn for turn in filled if turn.content)


def spoken_by(found: Sequence[Turn], parse: Parse) -> list[Draft]:
    """Return the attribution that each turn makes."""
    drafts = []
    for turn in found:
        paragraph = parse.paragraph_at(turn.label.start)
        if paragraph is not None:
            drafts.append(Draft((turn.label,), None, turn.cue, turn.content, paragraph, spoken=True))
    return drafts


def label_key(label: str) -> str:
    """Return a label as it is compared: small letters, no points, no article."""
    return re.sub(r"^the ", "", " ".join(label.replace(".", " ").split()).lower())


def is_asking(label: str) -> bool:
    """Whether a label is that of the one who asks."""
    return label_key(label) in words("en", "transcripts", "asks")


def is_answering(label: str) -> bool:
    """Whether a label is that of a witness, also with a number or a letter behind it: "Witness 12"."""
    return re.sub(r" (?:\d+|[a-z])$", "", label_key(label)) in words("en", "transcripts", "answers")


def _labels(text: str, span: Span) -> list[Turn]:
    found = []
    for match in LINE.finditer(text, span.start, span.end):
        label = Span(match.start("label"), match.start("label") + len(match["label"].rstrip()))
        sign = next((name for name in ("cue", "q", "a", "stop") if match[name]), None)
        if not _may_speak(match["label"].strip()) or (sign == "stop" and not _has_title(match["label"])):
            continue
        cue = (Span(match.start(sign), match.end(sign)),) if sign else ()
        found.append(Turn(label, cue, (Span(match.end(), match.end()),)))
    return found


def _may_speak(label: str) -> bool:
    parts = label.split()
    if not 0 < len(parts) <= MOST_WORDS or not label[0].isupper() or label_key(label) in _heads():
        return False
    if is_asking(label) or is_answering(label):
        return True
    return all(part[0].isupper() or part[0].isdigit() or part in SMALL for part in parts)


def _has_title(label: str) -> bool:
    """Whether a label names a person by title, as in the records of parliaments: "Mr. Osk. Thank you."."""
    parts = label_key(label).split()
    return len(parts) > 1 and parts[0] in words("en", "roles", "titles")


def _speakers(text: str, found: Sequence[Turn]) -> frozenset[str]:
    """The labels that come again, and those that stand once between them."""
    keys = [label_key(turn.label.of(text)) for turn in found]
    often = {key for key, count in Counter(keys).items() if count > 1}
    roles = {key for key in keys if is_asking(key) or is_answering(key)}
    if not often and len(roles) > 1:
        return frozenset(roles)
    again = [number for number, key in enumerate(keys) if key in often]
    return frozenset(keys[again[0] : again[-1] + 2]) if again else frozenset()


def _has_roles(speakers: frozenset[str]) -> bool:
    return sum(is_asking(key) or is_answering(key) for key in speakers) > 1


def _filled(text: str, found: Sequence[Turn], spoken: Sequence[Span]) -> list[Turn]:
    """The turns with all that is said up to the next one, a piece for each paragraph; the last ends with its own."""
    starts = [span.start for span in spoken]
    filled = []
    for number, turn in enumerate(found):
        first = turn.content[0].start
        at = max(0, bisect_right(starts, turn.label.start) - 1)
        last = number + 1 == len(found)
        end = found[number + 1].label.start if not last else spoken[at].end
        if last and not text[first:end].strip():
            end = spoken[at + 1].end if at + 1 < len(spoken) else end
        pieces = []
        while at < len(spoken) and spoken[at].start < end:
            piece = _trimmed(text, max(first, spoken[at].start), min(end, spoken[at].end))
            pieces += [piece] if piece else []
            at += 1
        filled.append(replace(turn, content=tuple(pieces)))
    return filled


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words_ = text[start:end]
    words_ = re.sub(rf"\s*(?:{STAMP}\s*)$", "", words_)
    start += len(words_) - len(words_.lstrip())
    words_ = words_.strip()
    return Span(start, start + len(words_)) if words_ else None


@cache
def _heads() -> frozenset[str]:
    return words("en", "transcripts", "heads")
