"""Who speaks in a passage that two documents share, by the word of one of them."""

from dataclasses import dataclass

from firsthand.lexicon import words
from firsthand.links.voices import voice_key
from firsthand.links.words import within_quotation_marks
from firsthand.records import Attribution, Passage, Role, Sheet, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """A shared passage as one document gives it: its quoted stretch, and who is said to speak."""

    passage: Passage
    speaker: str | None
    shown: str | None
    role: Role | None


def spoken(sheet: Sheet, passage: Passage) -> Spoken | None:
    """Return the quotation in a shared passage, None where the passage is not mainly one."""
    best: tuple[int, Attribution, Span] | None = None
    for attribution in sheet.attributions:
        if attribution.kind == "indirect":
            continue
        for content in attribution.content:
            shared = min(content.end, passage.span.end) - max(content.start, passage.span.start)
            if shared > 0 and (
                best is None
                or (shared, attribution.inside is not None) > (best[0], best[1].inside is not None)
            ):
                best = shared, attribution, content
    if best is None or best[0] < 20:
        return _unattributed(sheet, passage)
    shared, attribution, content = best
    span = Span(max(content.start, passage.span.start), min(content.end, passage.span.end))
    source = attribution.source
    if source is None:
        return Spoken(Passage(passage.document, span), None, None, None)
    name = source.resolved or " ".join(piece.of(sheet.document.text) for piece in source.spans)
    key = voice_key(name)
    speaks = bool(key) and key not in words("en", "quoting", "pronouns")
    return Spoken(Passage(passage.document, span), key if speaks else None, name, source.role)


def _unattributed(sheet: Sheet, passage: Passage) -> Spoken | None:
    """A passage between quotation marks for which no speaker was found."""
    span = passage.span
    quoted = within_quotation_marks(sheet.document.text, span)
    return Spoken(passage, None, None, None) if quoted >= 0.7 * (span.end - span.start) else None
