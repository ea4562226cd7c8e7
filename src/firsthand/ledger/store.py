"""The ledger: one open dossier, and everything that can be kept in it and asked of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from firsthand.ledger import (
    crowds,
    derived,
    documents,
    extractions,
    forgetting,
    history,
    judgements,
    lookup,
    merging,
    nearby,
    originals,
    releases,
    reviews,
    search,
    unchecked,
    verify,
    waiting,
)
from firsthand.ledger.browsing import Browser
from firsthand.ledger.connection import MAPPED, Connection, transaction
from firsthand.ledger.keys import Key
from firsthand.ledger.lock import Lock
from firsthand.records import (
    Arrival,
    Chosen,
    Claim,
    Document,
    Entry,
    Extraction,
    Figure,
    Finding,
    Hit,
    Judgement,
    Link,
    Marks,
    Original,
    Passage,
    Problem,
    Reuse,
    Sheet,
)


class Ledger:
    """An open dossier. Every method that writes does it in one transaction: all of it is kept, or nothing.

    Made by ``opening.create`` and ``opening.open_dossier``; use it in a ``with`` statement. One
    thread at a time. While an iterator over ``links``, ``figures`` or the like is
    not finished, what it goes through must not be written to; ``documents``
    and ``claims`` allow it.
    """

    def __init__(self, path: Path, connection: Connection, lock: Lock | None, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._connection = connection
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read_in_place(self) -> None:
        """Read pages where the system holds them and not from copies, which is quicker; what is encrypted is read as ever.

        For a process of which another one does the work if it breaks down: an error of the disk would end it.
        """
        if self.key is None:
            self._connection.execute(f"PRAGMA mmap_size = {MAPPED}")

    def close(self) -> None:
        """Close the dossier; again is harmless."""
        try:
            self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    # Originals

    def receive(self, arrival: Arrival, media_type: str) -> Original:
        """Keep a file's bytes once and a receipt for its name; again is harmless.

        Something forgotten is taken in again if it comes: ask ``is_forgotten`` first.
        """
        return originals.receive(self._connection, arrival, media_type)

    def known(self, sha256: str, name: str) -> bool:
        """Whether these bytes have come under this name before."""
        return originals.known(self._connection, sha256, name)

    def is_forgotten(self, what: str) -> str | None:
        """Return the day on which an original (by its SHA-256) or a document (by its id) was erased, else None."""
        return originals.forgotten_on(self._connection, what)

    def receipts(self) -> Iterator[tuple[Original, str | None]]:
        """Yield every original under every name that it came with, and the SHA-256 of what held it."""
        return originals.receipts(self._connection)

    def content(self, sha256: str) -> bytes:
        """Return the bytes of an original. Raises UnknownId."""
        return originals.content(self._connection, sha256)

    # Extractions

    def keep(self, extraction: Extraction) -> None:
        """Keep all that was found in a document whose original was received.

        An earlier extraction of the document is replaced as a whole, with every link
        and shared passage to or from it. It then waits to be compared with the others.
        """
        extractions.keep(self._connection, extraction)

    def fail(
        self, document_id: str, original: Original | None, problems: Sequence[Problem], engine: str = ""
    ) -> None:
        """Keep why a file could not be read; an earlier extraction of it stays."""
        extractions.fail(self._connection, document_id, original, problems, engine)

    def engine_of(self, document_id: str) -> str | None:
        """Return the version that last read a document, or failed to; None when none has."""
        return documents.engine_of(self._connection, document_id)

    def failure(self, document_id: str) -> tuple[str, ...]:
        """Return why a file could not be read, nothing when it was read or never came."""
        return documents.failure(self._connection, document_id)

    # Documents and what was found in them

    def documents(self) -> Iterator[Document]:
        """Yield all documents by id, each with an empty text."""
        return documents.documents(self._connection)

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises UnknownId."""
        return documents.document(self._connection, document_id)

    def text(self, document_id: str) -> str:
        """Return the text of a document. Raises UnknownId."""
        return documents.text(self._connection, document_id)

    def name_of(self, document_id: str) -> str:
        """Return the name under which a document came. Raises UnknownId."""
        return documents.name_of(self._connection, document_id)

    def marks(self, document_id: str, *fields: str) -> Marks:
        """Return everything underlined in a document; only these fields of it where some are named."""
        return documents.marks(self._connection, document_id, fields)

    def sheet(self, document_id: str) -> Sheet:
        """Return what the links room needs of a document. Raises UnknownId."""
        return documents.sheet(self._connection, document_id)

    def part(self, document_id: str) -> Sheet:
        """Return a document's claims and voices with its head, without text, zones and attributions. Raises UnknownId."""
        return documents.part(self._connection, document_id)

    def claims(self, document_id: str | None = None) -> Iterator[Claim]:
        """Yield the claims of one document in their order, or of all, document by document."""
        if document_id is None:
            return documents.all_claims(self._connection)
        return documents.claims(self._connection, document_id)

    def claims_at(self, document_id: str, places: Sequence[int]) -> list[Claim]:
        """Return the claims of a document at some places, in their order."""
        return documents.claims_at(self._connection, document_id, places)

    def claim(self, claim_id: str) -> Claim:
        """Return one claim. Raises UnknownId."""
        return documents.claim(self._connection, claim_id)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of all documents and unreadable files, by id."""
        return documents.problems(self._connection)

    def unclaimed(self) -> Iterator[Passage]:
        """Yield the places of the numbers in titles and main texts over which no claim stands."""
        return unchecked.numbers(self._connection)

    def count(self, what: str) -> int:
        """Return how many "documents", "failures", "claims", "figures" ... there are. Raises WrongUse."""
        return lookup.count(self._connection, what)

    # What might belong together

    def waiting(self) -> list[str]:
        """Return the ids of the documents that are still to be compared with the others, in the order in which they came."""
        return waiting.waiting(self._connection)

    def unpaired(self) -> dict[str, list[str]]:
        """Return the ids of documents to be compared again with some others only, with the ids of these: another one came between."""
        return waiting.unpaired(self._connection)

    def candidates(
        self,
        document_id: str,
        choose: Callable[[crowds.Near], Chosen],
        akin: nearby.Akin,
        among: Collection[str] | None = None,
    ) -> Iterator[tuple[Sheet, Chosen]]:
        """Yield the claims of other documents that stand under the keys of a document's claims, by document.

        A sheet holds the claims that were found, and no text; the chosen pairs hold the place of one of the
        document's claims and of a claim of the sheet. ``choose`` is given all such pairs of two documents, with the outline of the
        other claim or None where none is kept, and returns those that are to be read; ``akin`` is asked of two documents with
        doubtful pairs only. What waits behind the document to be compared is left out, and all but those ``among`` some, if given.
        """
        return nearby.candidates(self._connection, document_id, choose, akin, among)

    def under_keys(self, keys: Sequence[Sequence[str]]) -> Iterator[tuple[Sheet, Chosen]]:
        """Yield the same for claims that are not in the dossier, by the keys of each; in a crowd the earliest documents."""
        return nearby.under_keys(self._connection, keys)

    def with_prints(self, prints: Mapping[int, float]) -> list[str]:
        """Return the ids of the documents that share enough of the fingerprints of a text that is not in the dossier."""
        return nearby.with_prints(self._connection, prints)

    def keys(self, document_id: str) -> list[list[str]]:
        """Return the keys of each claim of a document, in the order of the claims."""
        return nearby.keys(self._connection, document_id)

    def outlines(self, document_id: str) -> list[bytes | None]:
        """Return the outline of each claim of a document, in the order of the claims; None where none is kept."""
        return [kept for _, kept in self.outlined(document_id)]

    def outlined(self, document_id: str) -> Iterator[tuple[str, bytes | None]]:
        """Yield the same, each with the id of the claim."""
        yield from nearby.outlined(self._connection, document_id)

    def story(self, document_id: str) -> bytes | None:
        """Return the words of a document's story as they are kept, None where none are. Raises UnknownId."""
        return nearby.story(self._connection, document_id)

    def sharing(self, document_id: str) -> Iterator[tuple[str, bytes | None]]:
        """Yield the documents that share so many fingerprints with one that the two are to be laid side by side.

        Each comes with its story as it is kept, None where none is.
        """
        return nearby.sharing(self._connection, document_id)

    def link(self, document_id: str, links: Iterable[Link], reuses: Iterable[Reuse]) -> None:
        """Keep how a document stands to the others, both directions, in the place of what was kept of that before."""
        extractions.link(self._connection, document_id, links, reuses)

    def relink(
        self, document_id: str, others: Iterable[str], links: Iterable[Link], reuses: Iterable[Reuse]
    ) -> None:
        """Keep how a document stands to some others, in the place of what was kept of that before."""
        extractions.relink(self._connection, document_id, others, links, reuses)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Write what is kept meanwhile as one, if it is such as can be made again; who reads has to read anew only once."""
        with transaction(self._connection, told=False):
            yield

    def links(self) -> Iterator[Link]:
        """Yield all links, by the ids of their claims."""
        return documents.links(self._connection)

    def links_of(self, claim_id: str) -> Iterator[Link]:
        """Yield the links to and from one claim."""
        return documents.links(self._connection, claim_id)

    def reuses(self) -> Iterator[Reuse]:
        """Yield the passages that two documents share."""
        return documents.reuses(self._connection)

    # Figures and findings

    def settle(self, figures: Iterable[Figure], findings: Iterable[Finding]) -> None:
        """Put these figures and findings in the place of all earlier ones."""
        derived.settle(self._connection, figures, findings)

    def is_settled(self) -> bool:
        """Whether figures and findings are up to date: nothing was kept, forgotten or judged since."""
        return derived.is_settled(self._connection)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures in the order of their smallest claims."""
        return derived.figures(self._connection)

    def figure(self, figure_id: str) -> Figure:
        """Return one figure. Raises UnknownId."""
        return derived.figure(self._connection, figure_id)

    def figure_of(self, claim_id: str) -> Figure | None:
        """Return the figure to which a claim belongs, None when it belongs to none."""
        return derived.figure_of(self._connection, claim_id)

    def findings(self) -> Iterator[Finding]:
        """Yield the findings in the order in which they were settled."""
        return derived.findings(self._connection)

    def finding(self, finding_id: str) -> Finding:
        """Return one finding, by the id that ``finding_id`` gives. Raises UnknownId."""
        return derived.finding(self._connection, finding_id)

    # Asking

    def search(self, words: str, limit: int = 50) -> Iterator[Hit]:
        """Yield the best paragraphs that hold all the words; "in quotes" together, ``word*`` by its beginning."""
        return search.search(self._connection, words, limit)

    def find(self, prefix: str) -> tuple[lookup.Kind, str]:
        """Return what an id or its first characters stand for: its kind and the whole id. Raises UnknownId."""
        return lookup.find(self._connection, prefix)

    @property
    def browse(self) -> Browser:
        """The lists of this dossier by the screenful, for pages."""
        return Browser(self._connection)

    # What people decide

    def judge(self, *said: Judgement) -> None:
        """Keep judgements, all of them or none; the same one again changes nothing."""
        judgements.judge(self._connection, *said)

    def judgements(self, subject: str | None = None) -> Iterator[Judgement]:
        """Yield the judgements about a subject, or all, the latest first."""
        return judgements.judgements(self._connection, subject)

    def judgements_about(self, *document_ids: str) -> Iterator[Judgement]:
        """Yield the judgements about some documents or anything in them, the latest first."""
        return judgements.of_documents(self._connection, document_ids)

    def documents_of(self, judgement_id: str) -> list[str]:
        """Return the ids of the documents that a judgement was about when it was made."""
        return judgements.of_judgement(self._connection, judgement_id)

    def now(self, claim_id: str) -> str | None:
        """Return the id that a claim has today for the one that a judgement knows, None when its words are not found."""
        return reviews.now(self._connection, claim_id)

    def moves(self) -> dict[str, str | None]:
        """Return from the ids that judgements know and that are no claim's any more to those of today; None: not found."""
        return reviews.moves(self._connection)

    def finding_now(self, judgement: Judgement) -> str | None:
        """Return the id of the finding that a judgement is about, None when there is no such finding now."""
        return reviews.finding_now(self._connection, judgement)

    def to_read_again(self) -> list[str]:
        """Return the ids of the documents about which a person said something since they were read."""
        return reviews.to_read_again(self._connection)

    def corrected(self, document_id: str) -> list[tuple[int, Claim]]:
        """Return the claims of a document that a person set right, or once did, each with its place."""
        return reviews.corrected(self._connection, document_id)

    def rekey(self, document_id: str, lookups: Mapping[int, tuple[Iterable[str], bytes]]) -> None:
        """Put these keys and outlines in the place of those that the claims at these places of a document have."""
        extractions.rekey(self._connection, document_id, lookups)

    def merge(self, other: "Ledger") -> merging.Merged:
        """Take in what another copy of the dossier holds, all of it or nothing. Raises DossierError when it is no copy."""
        done = merging.merge(self._connection, other._connection)
        if not forgetting.is_scrubbed(self._connection):
            forgetting.scrub(self._connection)
        return done

    def forget(self, id_: str, reason: str, actor: str) -> None:
        """Erase a document, or an original with all its documents, for good. Raises UnknownId and DossierError."""
        forgetting.forget(self._connection, id_, reason, actor)

    # What is given out

    def keep_release(
        self,
        given: releases.Given,
        behind: Iterable[releases.Behind],
        payload: Mapping[str, Any],
        actor: str,
    ) -> str:
        """Keep that a release was made and who stands behind its pseudonyms; return the id of its entry in the history."""
        return releases.keep(self._connection, given, behind, payload, actor)

    def behind(self, release: str) -> Iterator[releases.Behind]:
        """Yield who stands behind the pseudonyms of a release."""
        return releases.behind(self._connection, release)

    def finish(self) -> None:
        """Write this dossier as one file that can be given out: no free pages, no log beside it."""
        releases.finish(self._connection)

    # The history

    def record(self, action: str, payload: Mapping[str, Any], actor: str = history.PROGRAM) -> Entry:
        """Add an entry to the history; ``payload`` is anything that JSON can hold."""
        return history.record(self._connection, action, payload, actor)

    def history(self) -> Iterator[Entry]:
        """Yield the whole history by time."""
        return history.entries(self._connection)

    def heads(self) -> tuple[str, ...]:
        """Return the ids of the entries that no other one follows."""
        return history.heads(self._connection)

    def verify(self, progress: verify.Progress | None = None) -> Iterator[Problem]:
        """Yield everything that is not what it was when it was kept; nothing when all is well."""
        return verify.verify(self._connection, progress)
