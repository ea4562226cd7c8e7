"""What a draft says, set against a dossier: a verdict for each figure and quotation, with its footnote."""

from dataclasses import dataclass
from typing import Literal

from firsthand.records.claims import Drift
from firsthand.records.documents import Document, Passage, Problem, Span
from firsthand.records.dossier import Unchecked

Verdict = Literal["supported", "repeated only", "drifted", "conflicting", "without a source"]


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words of the dossier that a verdict rests on, and all that a footnote needs.

    ``origin`` is who produced the figure, or who is quoted; None when nobody is named. ``text`` holds the
    exact words at ``passage``, "" where they would name a witness. ``claim`` is None for a quotation,
    ``page`` counts from 1 and is None where the document has no pages.
    """

    claim: str | None
    passage: Passage
    text: str
    quantity_text: str | None
    origin: str | None
    file: str
    title: str | None
    publisher: str | None
    published: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between draft and dossier, and how each of the two puts it; None where it does not say."""

    aspect: Drift
    draft: str | None
    dossier: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure or quotation of a draft with its verdict.

    ``span`` is the figure or the quotation in the text of the draft and ``sentence`` what it stands in;
    ``footnote`` is None when nothing in the dossier speaks of it. ``notes`` are plain sentences about what else the
    dossier says of it.
    """

    verdict: Verdict
    span: Span
    text: str
    sentence: Span
    differs: tuple[Difference, ...] = ()
    footnote: Footnote | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A draft with its figures and quotations, each in order of place, and the numbers that could not be checked."""

    draft: Document
    figures: tuple[Checked, ...]
    quotations: tuple[Checked, ...]
    unchecked: tuple[Unchecked, ...]
    problems: tuple[Problem, ...]

    def is_supported(self) -> bool:
        """Whether everything in the draft could be checked and is supported."""
        return not self.unchecked and all(
            one.verdict == "supported" for one in (*self.figures, *self.quotations)
        )
