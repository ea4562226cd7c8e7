"""A dossier: all that is known on one issue, and everything that can be asked of it or done with it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from firsthand import ledger
from firsthand.dossier import (
    beside,
    checking,
    citations,
    deciding,
    decisions,
    linking,
    protecting,
    releasing,
    speakers,
    wording,
)
from firsthand.dossier.beside import Beside
from firsthand.dossier.decisions import Overview
from firsthand.dossier.extraction import ANALYSED_LANGUAGES, LONGEST
from firsthand.dossier.intake import Added, Intake, Watch, silent
from firsthand.dossier.pseudonyms import UNNAMED, pseudonym
from firsthand.dossier.sentences import Sentences
from firsthand.dossier.speakers import VoiceRow, Who
from firsthand.errors import WrongUse
from firsthand.exports import citing
from firsthand.ledger import Key, Merged
from firsthand.protection import Consent, Decision, Exposure
from firsthand.records import (
    Check,
    Claim,
    Document,
    Entry,
    Figure,
    Finding,
    Hit,
    Judgement,
    Link,
    Marks,
    Passage,
    Problem,
    Reuse,
    Ruling,
    Span,
    Stretch,
    Unchecked,
    UnreadRow,
)

SETTLED_AT_ONCE = 500
"""Documents up to which a dossier is settled with every addition: a larger one takes longer for it than to read what is added."""


class Dossier:
    """All that is known on one issue, kept in one file.

    Use as a context manager. Every method that changes something writes an entry
    in the history under the reviewer's pseudonym.
    """

    def __init__(self, store: ledger.Ledger) -> None:
        self._ledger = store
        self._intake = Intake(store)
        self._reviewer = pseudonym() or UNNAMED
        self._sentences = Sentences(store)

    @classmethod
    def create(cls, path: Path, key: Key | None = None) -> Self:
        """Make a new, empty dossier; DossierError when there is one already. With a key it is encrypted."""
        return cls(ledger.create(path, key))

    @classmethod
    def open(cls, path: Path, *, writable: bool = True, key: Key | None = None) -> Self:
        """Open a dossier; DossierError when it is not there, not a dossier or of a newer program.

        An encrypted one needs its key, which ``dossier.key_of`` makes of the passphrase; else WrongPassphrase.
        """
        return cls(ledger.open_dossier(path, writable=writable, key=key))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ledger.close()

    def add(self, paths: Iterable[Path], watch: Watch | None = None, *, later: bool = False) -> Added:
        """Read files and folders into the dossier and settle what they mean together.

        What is there already is left alone, so doing it again is harmless and an
        interrupted run goes on. ``watch`` is called after each file, when what
        was found in it is safely kept, and again when it is compared with the others.
        A dossier of more than ``SETTLED_AT_ONCE`` documents is settled by the next ``settle`` and not for each
        addition; ``later`` leaves comparing to it as well, in any dossier.
        """
        done = self._intake.add(paths, watch or silent)
        if later:
            return done
        if self._ledger.count("documents") <= SETTLED_AT_ONCE:
            self.settle(watch)
        else:
            linking.compare(self._ledger, watch or silent)
        return done

    def settle(self, watch: Watch | None = None) -> None:
        """Compare what is new and work out figures, origins and findings anew, if anything changed since the last time."""
        if not self._ledger.is_settled():
            for document_id in self._ledger.to_read_again():
                self._intake.again(self._ledger.document(document_id))
            linking.compare(self._ledger, watch or silent)
            linking.settle(self._ledger)

    def is_settled(self) -> bool:
        """Whether figures and findings are those of all documents; not so after a run that was interrupted."""
        return self._ledger.is_settled()

    def update(self, watch: Watch | None = None) -> int:
        """Extract again what an older version extracted, or could not read; return how many files that were.

        What people decided stays and finds its words again.
        """
        count = self._intake.update(watch or silent)
        self.settle(watch)
        return count

    @property
    def reviewer(self) -> str:
        """The pseudonym under which decisions are kept; set it to decide as somebody else."""
        return self._reviewer

    @reviewer.setter
    def reviewer(self, pseudonym: str) -> None:
        """Set the pseudonym under which decisions are kept from now on."""
        self._reviewer = pseudonym

    def accept(self, id_: str, *, reason: str = "", later: bool = False) -> list[Judgement]:
        """Keep a person's word that a claim, figure, finding or document holds; return what was kept, nothing if it held already.

        With ``later``, here and below, figures and findings are out of date until the next ``settle``.
        """
        with self._act(reason, later) as act:
            deciding.accept(act, *self._ledger.find(id_))
        return act.made

    def reject(
        self, id_: str, other: str | None = None, *, reason: str = "", later: bool = False
    ) -> list[Judgement]:
        """Keep a person's word that a claim or finding does not hold, or with two ids the link between two claims.

        Raises WrongUse.
        """
        with self._act(reason, later) as act:
            if other is None:
                deciding.reject(act, *self._ledger.find(id_))
            else:
                deciding.reject_link(act, self._id("claim", id_), self._id("claim", other))
        return act.made

    def correct(self, id_: str, *, reason: str = "", later: bool = False, **words: str) -> list[Judgement]:
        """Keep a person's word about a claim or a document; figures follow.

        Of a document published, publisher, title and kind; of a claim value, or low and high, hedge, unit, measure,
        population, whole, place, period, speaker and role, or chain. Empty words say that the text says nothing of it.
        Raises WrongUse that says what would work.
        """
        kind, whole = self._ledger.find(id_)
        with self._act(reason, later) as act:
            if kind == "claim":
                deciding.correct_claim(act, self._ledger.claim(whole), words)
            else:
                deciding.correct_document(act, self._ledger.document(self._id("document", id_)), words)
        return act.made

    def rezone(
        self, document_id: str, roles: Mapping[str | Span, str], *, reason: str = "", later: bool = False
    ) -> list[Judgement]:
        """Keep a person's word on the roles of stretches of a document, each given by its span or by words that stand in it."""
        document = self._ledger.document(self._id("document", document_id))
        with self._act(reason, later) as act:
            deciding.rezone(act, document, roles)
        return act.made

    def decide(self, one: str, other: str, *, together: bool, reason: str = "", later: bool = False) -> str:
        """Keep a person's word that two claims are one figure, or two names one origin, or that they are not.

        ``one`` and ``other`` are both ids of claims or figures, or both names as they stand in the documents. A later
        word about the same two replaces the earlier. Returns which of the two kinds it was, "figure" or "origin".
        Raises WrongUse for anything else.
        """
        with self._act(reason, later) as act:
            return deciding.pair(act, one, other, together=together)

    def split(self, claim_id: str, *, reason: str = "", later: bool = False) -> list[Judgement]:
        """Keep a person's word that a claim is not the figure that it is in: it is set apart from all its other claims."""
        whole = self._id("claim", claim_id)
        with self._act(reason, later) as act:
            deciding.split(act, whole)
        return act.made

    def undo(
        self, id_: str | None = None, *, whole: bool = False, reason: str = "", later: bool = False
    ) -> list[Judgement]:
        """Take back the reviewer's last decision, or the last about a subject, or one by its id; return what was taken back.

        With ``whole`` all that was decided in one go with the one of that id goes too. It is itself a decision: what
        held before holds again, and nothing is lost. Raises WrongUse.
        """
        with self._act(reason, later) as act:
            return deciding.undo(act, self._ledger.find(id_)[1] if id_ else None, whole=whole)

    def choose(self, judgement_id: str, *, reason: str = "", later: bool = False) -> list[Judgement]:
        """Let one of the decisions hold on which two copies disagree; that is a decision that takes the place of both."""
        with self._act(reason, later) as act:
            deciding.choose(act, self._id("judgement", judgement_id))
        return act.made

    def decisions(
        self, id_: str | None = None, by: str | None = None, *, first: int = 0, most: int | None = None
    ) -> Stretch[Ruling]:
        """Return what was decided, all of it or about a subject or by a reviewer, the latest first."""
        subject = self._ledger.find(id_) if id_ else None
        return decisions.stretch(self._ledger, decisions.Asked(subject, by, first, most))

    def disputed(self) -> list[list[Ruling]]:
        """Return the decisions on which two merged copies disagree, those about one thing together."""
        return decisions.conflicts(self._ledger)

    def orphaned(self) -> list[Ruling]:
        """Return the decisions whose words are not found any more; none is ever dropped."""
        return decisions.waiting(self._ledger)

    def decided(
        self, id_: str | None = None, by: str | None = None, *, first: int = 0, most: int = 50
    ) -> Overview:
        """Return the same with what is disputed, what waits for its words, and who decided."""
        subject = self._ledger.find(id_) if id_ else None
        return decisions.overview(self._ledger, decisions.Asked(subject, by, first, most))

    @contextmanager
    def _act(self, reason: str, later: bool) -> Iterator[deciding.Act]:
        act = deciding.Act(self._ledger, self._reviewer, " ".join(reason.split()))
        yield act
        act.keep()
        if not later:
            self.settle()

    def merge(self, other: Path, key: Key | None = None, *, later: bool = False) -> Merged:
        """Take in the documents, history and decisions of another copy of this dossier; return what that brought.

        Where both decided differently since they were parted, neither is chosen: ``decisions`` tells of a conflict, and
        what both had before holds until somebody decides. Raises DossierError when it is no copy.
        """
        with ledger.open_dossier(other, writable=False, key=key) as copy:
            done = self._ledger.merge(copy)
        if not later:
            self.settle()
        return done

    def forget(self, document_id: str, reason: str) -> None:
        """Erase a document and its original for good; the history still verifies and says that something was erased."""
        self._ledger.forget(self._id("document", document_id), reason, self._reviewer)
        self.settle()

    def verify(self) -> Iterator[Problem]:
        """Yield what is not as it was: originals, texts, spans, history. Nothing is yielded when all is well."""
        return self._ledger.verify()

    def documents(self) -> Iterator[Document]:
        """Yield the documents without their texts."""
        return self._ledger.documents()

    def document(self, document_id: str) -> Document:
        """Return one document with its text."""
        return self._ledger.document(document_id)

    def name_of(self, document_id: str) -> str:
        """Return the name under which a document came: its path inside the folder."""
        return self._ledger.name_of(document_id)

    def marks(self, document_id: str) -> Marks:
        """Return what is marked in a document."""
        return self._ledger.marks(document_id)

    def claims(self, words: str = "") -> Iterator[Claim]:
        """Yield the claims in which all of the words stand: in its text, measure, population, place or chain."""
        wanted = words.casefold().split()
        return (claim for claim in self._ledger.claims() if wording.holds(claim, wanted))

    def claim(self, claim_id: str) -> Claim:
        """Return one claim."""
        return self._ledger.claim(claim_id)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures: claims of all documents that state the same thing, with their origins."""
        return self._ledger.figures()

    def figure_of(self, claim_id: str) -> Figure | None:
        """Return the figure to which a claim belongs, None for a claim that states no figure."""
        return self._ledger.figure_of(claim_id)

    def figure(self, figure_id: str) -> Figure:
        """Return one figure."""
        return self._ledger.figure(figure_id)

    def links(self) -> Iterator[Link]:
        """Yield how claims stand to each other, the surest first."""
        return self._ledger.links()

    def links_of(self, claim_id: str) -> Iterator[Link]:
        """Yield the links in which one claim stands."""
        return self._ledger.links_of(claim_id)

    def reuses(self) -> Iterator[Reuse]:
        """Yield the passages that two documents share."""
        return self._ledger.reuses()

    def findings(self) -> Iterator[Finding]:
        """Yield what a researcher should read first, the weightiest first."""
        return self._ledger.findings()

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful; ``where`` is the id of a document."""
        return self._ledger.problems()

    def unchecked(self) -> Iterator[Unchecked]:
        """Yield what was compared with nothing: sentences with a number and no claim, documents and files not analysed."""
        return self._sentences.unchecked()

    def sentence(self, passage: Passage) -> tuple[str, str, str]:
        """Return the sentence in which words stand: what is before them in it, the words, what is behind."""
        return self._sentences.around(passage)

    def sentences_of(self, passages: Iterable[Passage]) -> Iterator[Unchecked]:
        """Yield the sentences in which numbers without a claim stand; one with several numbers in a row is told once."""
        return self._sentences.without_claim(passages)

    def unanalysed(self, first: int = 0, most: int = 50) -> Stretch[UnreadRow]:
        """Return documents that are kept and were not analysed: in another language, or too long."""
        return self._ledger.browse.unanalysed(ANALYSED_LANGUAGES, LONGEST, first, most)

    def check(self, draft: Path) -> Check:
        """Return what the dossier says of every figure and quotation in a draft; nothing of the draft is kept.

        Raises UnreadableOriginal when it cannot be read, WrongUse when it is a folder or an archive.
        """
        return checking.check(self._ledger, draft)

    def beside(self, one: str, other: str) -> Beside:
        """Return two documents side by side: shared passages word by word, what stands between, and who speaks."""
        return beside.beside(self._ledger, self._id("document", one), self._id("document", other))

    def speakers(self) -> dict[Who, VoiceRow]:
        """Return everybody who speaks or publishes here, the most heard first."""
        return speakers.speakers(self._ledger.browse)

    def search(self, words: str, limit: int = 50) -> Iterator[Hit]:
        """Yield the paragraphs in which the words stand, the best first."""
        return self._ledger.search(words, limit)

    @property
    def browse(self) -> ledger.Browser:
        """The lists of this dossier by the screenful, for pages; good as long as it is open."""
        return self._ledger.browse

    def find(self, prefix: str) -> tuple[str, str]:
        """Return the kind and the whole id of what an id, or its beginning, stands for; raises UnknownId."""
        return self._ledger.find(prefix)

    def history(self) -> Iterator[Entry]:
        """Yield the entries of the history, the oldest first."""
        return self._ledger.history()

    def count(self, what: str) -> int:
        """Return how many documents, claims, figures, links, findings or problems there are."""
        return self._ledger.count(what)

    def consent(self, document_id: str, given: Consent) -> None:
        """Keep what somebody who testified agreed to. Raises WrongUse when it makes no sense, UnknownId for no document."""
        document = self._id("document", document_id)
        with self._act("", later=True) as act:
            protecting.consent(act, document, given)

    def people(self, profile: str = "public") -> Iterator[protecting.Shown]:
        """Yield the persons who could be identified, with what a profile does with each of their details."""
        return protecting.shown(self._ledger, profile)

    def exposures(self, profile: str = "internal") -> Iterator[Exposure]:
        """Yield how far each person can be found out by what a profile would tell of them."""
        return protecting.exposures(self._ledger, profile)

    def protect(self, wish: protecting.Wish) -> Decision:
        """Keep what is done with a person, a detail or any words in every release, and return the decision.

        Raises UnknownId or WrongUse when it is not clear what is meant.
        """
        decision = protecting.decision(self._ledger, wish)
        with self._act(decision.reason, later=True) as act:
            protecting.protect(act, decision)
        return decision

    def export(self, order: releasing.Order) -> releasing.Handed:
        """Give out a release as a file: made, attacked, written when clean, noted in the history; see ``releasing.give``."""
        return releasing.give(self._ledger, order, self._reviewer, self.unchecked())

    def foresee(self, order: releasing.Order) -> releasing.Foreseen:
        """Return what a release would hold and withhold; nothing is given out and nothing noted."""
        return releasing.foresee(self._ledger, order)

    def cite(self, claim_id: str, style: citing.Style = "chicago") -> citing.Cited:
        """Return a claim in its words with its footnote. Raises WrongUse where the words name a witness."""
        return citations.of_claim(self._ledger, claim_id, style)

    def cite_document(self, document_id: str, style: citing.Style = "chicago") -> str:
        """Return a document's entry in a list of documents."""
        return citations.of_document(self._ledger, document_id, style)

    def _id(self, kind: str, prefix: str) -> str:
        found, whole = self._ledger.find(prefix)
        if found != kind:
            raise WrongUse(f"{prefix} is the id of a {found}; this needs the id of a {kind}")
        return whole
