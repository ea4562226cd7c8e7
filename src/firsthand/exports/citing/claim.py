"""A claim in its own words, with the footnote that a reader needs to find it."""

from dataclasses import dataclass

from firsthand.exports.citing.styles import Run, Style, note, plain_text
from firsthand.exports.citing.works import locator, work
from firsthand.records import Claim, Document


@dataclass(frozen=True, slots=True)
class Cited:
    """The words of a claim, and its footnote without a full stop."""

    words: str
    footnote: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Both as plain text, ready to be pasted."""
        return f"{quoted(self.words)} [1]\n\n[1] {plain_text(self.footnote)}."


def quoted(words: str) -> str:
    """Return words in quotation marks, which they may bring along; what is inside stays exactly as it is.

    >>> quoted("six boats"), quoted("“six boats”"), quoted("six boats,”")
    ('“six boats”', '“six boats”', '“six boats,”')
    """
    more = words.count("“") - words.count("”")
    whole = words.startswith("“") and words.endswith("”") and words.count("“") == 1
    opens = "" if whole or (words.startswith("“") and more > 0) else "“"
    closes = "" if whole or (words.endswith("”") and more < 0) else "”"
    return f"{opens}{words}{closes}"


def cite(
    claim: Claim, document: Document, name: str, style: Style = "chicago", *, again: bool = False
) -> Cited:
    """Return a claim with its footnote: where it stands, and to whom the document attributes it.

    ``name`` is that of the document's file; ``again`` shortens the footnote where the document was cited before.
    """
    place = note(work(document, name), style, locator(document, claim.span), again=again)
    return Cited(" ".join(claim.text.split()), (*place, (attributed(claim, document), False)))


def attributed(claim: Claim, document: Document) -> str:
    """Return whose word a claim is, as the end of a footnote; "" where it is the document's own.

    An outlet that passes on what another says is named before the one who says it.
    """
    others = [step for step in claim.chain if step.name != document.publisher]
    voices = [
        f"{' '.join(step.name.split())} ({step.role})" if step.name else "somebody unnamed" for step in others
    ]
    if (
        voices
        and voices[0] == "somebody unnamed"
        and claim.chain[0].name is None
        and document.publisher is None
    ):
        voices = voices[1:]  # the document itself, which nobody is said to publish
    if voices:
        return f"; attributed there to {', after '.join(reversed(voices))}"
    return "; no source is named there" if claim.basis == "not named" else ""
