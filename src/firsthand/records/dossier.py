"""What is kept together and what leaves: extractions, judgements, the history, releases."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.records.claims import Claim, Figure, Finding, Link, Reuse, Subject, Voices
from firsthand.records.documents import Document, Problem, Span
from firsthand.records.marks import Attribution, Marks


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the links room needs of one document: its text and zones, its claims, who speaks in it and for whom.

    Where only some claims are compared, it holds these, and no text, zones and attributions.
    """

    document: Document
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...] = ()
    voices: Voices = field(default_factory=Voices)

    @property
    def subject(self) -> Subject:
        """What is known at once of what the document is about."""
        return Subject(self.document.title, self.document.publisher, self.voices)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, ready to be kept in one go.

    ``engine`` names the version of the program and of the model. ``keys`` holds,
    claim by claim, the words under which a claim is looked up as a candidate for
    a link; ``prints`` the fingerprints of the text, as signed 64-bit numbers, each with how much
    it says that another text has it too: with 1 together two texts are laid side by side;
    ``voices`` the makers of figures that it names and for whom they stand; ``outlines``, claim by claim, what
    tells quickly that two claims cannot be about the same, and ``story`` its words as they are laid beside those of others.
    """

    document: Document
    marks: Marks
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    engine: str
    keys: tuple[tuple[str, ...], ...] = ()
    prints: Mapping[int, float] = field(default_factory=dict)
    voices: Voices = field(default_factory=Voices)
    outlines: tuple[bytes, ...] = ()
    story: bytes = b""

    @property
    def sheet(self) -> Sheet:
        """The part that the links room needs."""
        return Sheet(self.document, self.claims, self.marks.attributions, self.voices)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a search found its words: a paragraph of a document, ``span`` in the document's text."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was compared with nothing, and why: a sentence, or a whole document or file where ``span`` is None.

    ``document`` is the id of the document or of the file that could not be read.
    """

    document: str
    span: Span | None
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer decided about a subject; a later one takes its place, nothing is overwritten.

    ``value`` holds the decision as JSON text and ``anchor`` the words it was
    made about (see ``anchors``), so that it finds its place again after a new extraction.
    ``at`` is UTC in ISO 8601. ``replaces`` are the ids of the judgements whose place it takes, None for all
    earlier ones of its kind about its subject; ``undoes`` the id of the one that it takes back.
    ``in_force`` tells what holds of several.
    """

    id: str
    subject: str
    kind: str
    value: str
    reviewer: str
    at: str
    anchor: str | None = None
    replaces: tuple[str, ...] | None = None
    reason: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a dossier's history, named by the hash of all its other fields.

    ``parents`` are the ids of the entries before it (two after a merge of
    copies); ``payload`` is the hash of what was recorded, which may since have
    been erased.
    """

    id: str
    parents: tuple[str, ...]
    at: str
    action: str
    actor: str
    payload: str


@dataclass(frozen=True, slots=True)
class Release:
    """What one audience may see; nothing leaves the program except as a release.

    ``says`` tells for whom it is; ``withheld`` what was left out and why, never
    what it was. ``names`` holds the name of each document's file by id. ``unchecked`` is what was compared with
    nothing; its words are those of documents and are masked like all others. ``made_with`` names the versions
    of the program and of its language model.
    """

    profile: str
    says: str
    made: str
    documents: tuple[Document, ...]
    names: dict[str, str]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    reuses: tuple[Reuse, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    withheld: tuple[str, ...]
    unchecked: tuple[Unchecked, ...] = ()
    made_with: str = ""
