"""A dossier: all that is known on one issue, and everything that can be asked of it or done with it."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self, get_args

from firsthand import ledger, links
from firsthand.dossier import checking, linking, releasing
from firsthand.dossier.extraction import ANALYSED_LANGUAGES, CORRECTABLE, LONGEST, why_not_analysed
from firsthand.dossier.intake import Added, Intake, Progress
from firsthand.errors import UnknownId, UnreadableOriginal, WrongUse
from firsthand.ledger import Key
from firsthand.protection import (
    CONSENT,
    PROTECT,
    Consent,
    Decision,
    Person,
    consent_value,
    decision_value,
    gather,
)
from firsthand.readers import folders
from firsthand.records import (
    Check,
    Claim,
    Document,
    DocumentKind,
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
    Span,
    Stretch,
    Unchecked,
    UnreadRow,
    identity,
)

REVIEWER = "FIRSTHAND_REVIEWER"
"""The setting (an environment variable) with the pseudonym under which decisions are kept."""


class Dossier:
    """All that is known on one issue, kept in one file.

    Use as a context manager. Every method that changes something writes an entry
    in the history under the reviewer's pseudonym.
    """

    def __init__(self, store: ledger.Ledger) -> None:
        self._ledger = store
        self._intake = Intake(store)
        self._reviewer = os.environ.get(REVIEWER, "unnamed")
        self._text = ("", "")

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

    def add(
        self, paths: Iterable[Path], watch: Callable[[Progress], None] | None = None, *, later: bool = False
    ) -> Added:
        """Read files and folders into the dossier and settle what they mean together.

        What is there already is left alone, so doing it again is harmless and an
        interrupted run goes on. ``watch`` is called after each file, when what
        was found in it is safely kept, and again when it is compared with the others.
        ``later`` leaves comparing and settling to the next ``settle``.
        """
        done = self._intake.add(paths, watch or _silent)
        if not later:
            self.settle(watch)
        return done

    def settle(self, watch: Callable[[Progress], None] | None = None) -> None:
        """Compare what is new and work out figures, origins and findings anew, if anything changed since the last time."""
        if not self._ledger.is_settled():
            linking.compare(self._ledger, watch or _silent)
            self._ledger.settle(*links.settle(self._ledger))

    def is_settled(self) -> bool:
        """Whether figures and findings are those of all documents; not so after a run that was interrupted."""
        return self._ledger.is_settled()

    def update(self, watch: Callable[[Progress], None] | None = None) -> int:
        """Extract again what an older version extracted, or could not read; return how many files that were.

        What people decided stays and finds its words again.
        """
        count = self._intake.update(watch or _silent)
        self.settle(watch)
        return count

    def correct(self, document_id: str, **words: str) -> Document:
        """Keep a person's word about a document (published, publisher, title, kind) and extract it again with that.

        Raises WrongUse for anything else that is said, UnknownId when there is no such document.
        """
        document = self._ledger.document(self._id("document", document_id))
        for subject, value in words.items():
            _check_correction(subject, value)
            self._ledger.judge(self._judgement(document.id, f"document.{subject}", value))
        self._intake.again(document)
        self.settle()
        return self._ledger.document(document.id)

    def decide(self, one: str, other: str, *, together: bool, reason: str = "") -> str:
        """Keep a person's word that two claims are one figure, or two names one origin, or that they are not.

        ``one`` and ``other`` are both ids of claims, or both names as they stand in the documents. A later word about
        the same two replaces the earlier. Returns which of the two kinds it was, "figure" or "origin". Raises
        WrongUse for anything else.
        """
        subject, second, words = one, other, []
        ids = [self._claim_meant(each) for each in (one, other)]
        if all(ids):
            kind = links.FIGURE
            claims = [self._ledger.claim(id_) for id_ in ids if id_]
            subject, second, words = claims[0].id, claims[1].id, [claim.text for claim in claims]
        else:
            kind = links.ORIGIN
            self._check_names(one, other)
        if subject == second:
            raise WrongUse("that is one and the same; a decision needs two claims or two names")
        value = links.judgement_value(second, together=together, words=words)
        self._ledger.judge(self._judgement(subject, kind, value, reason))
        self.settle()
        return kind

    def _claim_meant(self, prefix: str) -> str | None:
        try:
            kind, whole = self._ledger.find(prefix)
        except UnknownId:
            return None
        return whole if kind == "claim" else None

    def _check_names(self, *names: str) -> None:
        """Stop where a name is that of nobody who speaks or publishes in the dossier."""
        known = {links.voice_key(document.publisher or "") for document in self._ledger.documents()}
        known |= {
            links.voice_key(origin.name) for figure in self._ledger.figures() for origin in figure.origins
        }
        known |= {
            links.voice_key(step.name) for claim in self._ledger.claims() for step in claim.chain if step.name
        }
        for name in names:
            if not links.voice_key(name) or links.voice_key(name) not in known:
                raise WrongUse(
                    f"{name!r} is neither the id of a claim nor the name of anybody who speaks here; "
                    "`firsthand claims` and `firsthand findings` show both"
                )

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
        for claim in self._ledger.claims():
            names = " ".join(step.name or "" for step in claim.chain)
            said = " ".join(
                filter(None, (claim.text, claim.measure, claim.population, claim.place, names))
            ).casefold()
            if all(word in said for word in wanted):
                yield claim

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
        yield from self.sentences_of(self._ledger.unclaimed())
        documents = set()
        for document in self._ledger.documents():
            documents.add(document.id)
            long = document.zones and document.zones[-1].span.end > LONGEST
            why = why_not_analysed(self._ledger.document(document.id) if long else document)
            if why:
                yield Unchecked(document.id, None, "", why)
        for problem in self._ledger.problems():
            if problem.where not in documents:
                yield Unchecked(problem.where, None, "", problem.says)

    def sentence(self, passage: Passage) -> tuple[str, str, str]:
        """Return the sentence in which words stand: what is before them in it, the words, what is behind."""
        text, span = self._text_of(passage.document), passage.span
        whole = links.sentence(text, span)
        return text[whole.start : span.start], span.of(text), text[span.end : max(whole.end, span.end)]

    def _text_of(self, document_id: str) -> str:
        """Return a document's text, the last one from memory: who asks for words often asks for several of one text."""
        if self._text[0] != document_id:
            self._text = (document_id, self._ledger.document(document_id).text)
        return self._text[1]

    def sentences_of(self, passages: Iterable[Passage]) -> Iterator[Unchecked]:
        """Yield the sentences in which numbers without a claim stand; one with several numbers in a row is told once."""
        told: tuple[str, Span] | None = None
        text, held = "", ""
        for passage in passages:
            if passage.document != held:
                held, text = passage.document, self._ledger.document(passage.document).text
            span = links.sentence(text, passage.span)
            if told != (held, span):
                told = held, span
                yield Unchecked(held, span, span.of(text), "a number in it makes no claim")

    def unanalysed(self, first: int = 0, most: int = 50) -> Stretch[UnreadRow]:
        """Return documents that are kept and were not analysed: in another language, or too long."""
        return self._ledger.browse.unanalysed(ANALYSED_LANGUAGES, LONGEST, first, most)

    def check(self, draft: Path) -> Check:
        """Return what the dossier says of every figure and quotation in a draft; nothing of the draft is kept.

        Raises UnreadableOriginal when it cannot be read, WrongUse when it is a folder or an archive.
        """
        if draft.is_dir():
            raise WrongUse(f"{draft} is a folder; give the draft itself")
        arrival = next(folders.arrivals([draft]))
        if isinstance(arrival, Problem):
            raise UnreadableOriginal(f"{arrival.where}: {arrival.says}")
        return checking.check(self._ledger, arrival)

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
        self._ledger.judge(self._judgement(document, CONSENT, consent_value(given)))

    def people(self) -> tuple[Person, ...]:
        """Return the persons who could be identified, with their details in all documents, those with most first."""
        return gather(self._ledger)

    def protect(self, decision: Decision) -> None:
        """Keep what is done with a person or a detail in every release. Raises WrongUse when it makes no sense."""
        value = decision_value(decision)
        self._ledger.judge(self._judgement(decision.subject, PROTECT, value, decision.reason))

    def export(self, order: releasing.Order) -> releasing.Handed:
        """Give out a release as a file: made, attacked, written when clean, noted in the history; see ``releasing.give``."""
        return releasing.give(self._ledger, order, self._reviewer, self.unchecked())

    def _id(self, kind: str, prefix: str) -> str:
        found, whole = self._ledger.find(prefix)
        if found != kind:
            raise WrongUse(f"{prefix} is the id of a {found}; this needs the id of a {kind}")
        return whole

    def _judgement(self, subject: str, kind: str, value: str, reason: str = "") -> Judgement:
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        return Judgement(
            id=identity("judgement", subject, kind, value, self._reviewer, at),
            subject=subject,
            kind=kind,
            value=value,
            reviewer=self._reviewer,
            at=at,
            reason=reason,
        )


def _silent(_: Progress) -> None:
    """Watch nothing."""


def _check_correction(subject: str, value: str) -> None:
    if subject not in CORRECTABLE:
        raise WrongUse(f"{subject} cannot be corrected; what can: {', '.join(CORRECTABLE)}")
    if subject == "kind" and value not in get_args(DocumentKind):
        raise WrongUse(f"there is no kind {value!r}; the kinds are {', '.join(get_args(DocumentKind))}")
    if subject == "published" and not _is_date(value):
        raise WrongUse(f"{value!r} is not a date; write 2019-05-20, 2019-05 or 2019")


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        return False
    try:
        date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError:
        return False
    return True
