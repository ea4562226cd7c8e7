"""What the pages ask of a dossier: stretches of lists, each read with an index and not as a whole."""

from collections.abc import Collection, Iterable, Sequence

from firsthand.ledger import documents
from firsthand.ledger.browsing import (
    document_rows,
    figures,
    findings,
    heads,
    passages,
    review,
    speech,
    unchecked,
    whereabouts,
)
from firsthand.ledger.browsing.document_rows import Facet
from firsthand.ledger.connection import Connection
from firsthand.records import (
    Attribution,
    ChainCount,
    Claim,
    Document,
    DocumentFilter,
    DocumentRow,
    FigureFilter,
    FigureRow,
    FindingRow,
    Link,
    Marks,
    Moment,
    Passage,
    PlaceRow,
    Reuse,
    ReviewRow,
    Sharing,
    Span,
    SpeechCount,
    Step,
    Stretch,
    UnreadRow,
)


class Browser:
    """Lists by the screenful; made by ``Ledger.browse``, and good as long as the ledger is open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def findings(self, first: int = 0, most: int = 20, kind: str | None = None) -> Stretch[FindingRow]:
        """Return findings, the weightiest first, those of one kind if one is named."""
        return findings.stretch(self._connection, first, most, kind)

    def finding(self, finding_id: str) -> FindingRow:
        """Return one finding. Raises UnknownId."""
        return findings.one(self._connection, finding_id)

    def figures_at(self, passages: Iterable[Passage]) -> dict[Passage, tuple[tuple[str, str], ...]]:
        """Return id and label of the figures whose claims have exactly these places, by place."""
        return findings.figures_at(self._connection, passages)

    def finding_kinds(self) -> dict[str, int]:
        """Return how many findings there are of each kind, in the order in which their first ones come."""
        return findings.kinds(self._connection)

    def figures(self, wanted: FigureFilter, first: int = 0, most: int = 50) -> Stretch[FigureRow]:
        """Return the figures that a filter lets through, in its order."""
        return figures.stretch(self._connection, wanted, first, most)

    def figure(self, figure_id: str) -> FigureRow:
        """Return one figure as a list shows it. Raises UnknownId."""
        return figures.one(self._connection, figure_id)

    def links_within(self, figure_id: str) -> list[Link]:
        """Return how the claims of a figure stand to each other."""
        return list(documents.links_within(self._connection, figure_id))

    def claims_of(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Return claims by id, in the order of the ids; ids that stand for none are left out."""
        return documents.claims_of(self._connection, ids)

    def figure_counts(self) -> dict[str, int]:
        """Return how many figures there are with each badge, and "all" and "shared" by several documents."""
        return figures.counts(self._connection)

    def unclaimed(self, first: int = 0, most: int = 50) -> Stretch[Passage]:
        """Return the places of numbers over which no claim stands, by document and place."""
        return unchecked.numbers(self._connection, first, most)

    def unread(self, first: int = 0, most: int = 50) -> Stretch[UnreadRow]:
        """Return the files from which no text could be taken, by name."""
        return unchecked.failures(self._connection, first, most)

    def unanalysed(
        self, languages: Iterable[str], longest: int, first: int = 0, most: int = 50
    ) -> Stretch[UnreadRow]:
        """Return the documents in other than some languages, or longer than so many characters: kept, not analysed."""
        return unchecked.unanalysed(self._connection, tuple(languages), longest, (first, most))

    def heads(self, ids: Iterable[str]) -> dict[str, Document]:
        """Return documents by id without texts, zones and dates; ids that stand for none are left out."""
        return heads.heads(self._connection, ids)

    # Documents

    def documents(self, wanted: DocumentFilter, first: int = 0, most: int = 50) -> Stretch[DocumentRow]:
        """Return the documents that a filter lets through, in its order."""
        return document_rows.stretch(self._connection, wanted, first, most)

    def document(self, document_id: str) -> DocumentRow:
        """Return one document with how much there is of it. Raises UnknownId."""
        return document_rows.one(self._connection, document_id)

    def facet(self, which: Facet) -> dict[str, int]:
        """Return the kinds, languages or publishers that documents have and how many have each, the commonest first."""
        return document_rows.facet(self._connection, which)

    def problems(self, document_id: str) -> list[str]:
        """Return what is doubtful about one document."""
        return document_rows.problems(self._connection, document_id)

    # What stands in a document

    def marks(self, document_id: str, span: Span) -> Marks:
        """Return what is marked in a stretch of a document, also what only reaches into it."""
        return passages.marks(self._connection, document_id, span)

    def mark_places(self, document_id: str) -> list[int]:
        """Return where the marks of a document begin, in order."""
        return passages.mark_places(self._connection, document_id)

    def attributions(self, document_id: str) -> list[Attribution]:
        """Return the attributions of a document in order."""
        return passages.attributions(self._connection, document_id)

    def claims(self, document_id: str, span: Span) -> list[Claim]:
        """Return the claims of a stretch of a document, also those that only reach into it."""
        return passages.claims(self._connection, document_id, span)

    def copies(self, document_id: str, span: Span) -> list[Reuse]:
        """Return the passages of a stretch of a document that others have too, with the document itself as ``a``."""
        return passages.copies(self._connection, document_id, span)

    def shared(self, one: str, other: str) -> list[Reuse]:
        """Return the passages that two documents share, with the first as ``a``."""
        return passages.shared(self._connection, one, other)

    def sharing(self, document_id: str, most: int = 10) -> list[Sharing]:
        """Return the documents that share most words with one."""
        return passages.sharing(self._connection, document_id, most)

    # Who speaks

    def speech(self) -> list[SpeechCount]:
        """Return who speaks in which document, and how often."""
        return speech.counts(self._connection)

    def chains(self) -> list[ChainCount]:
        """Return on which chains of attributions the claims of each document rest."""
        return speech.chains(self._connection)

    def bodies(self) -> list[dict[str, str]]:
        """Return, document by document, who stands for whom, by their keys."""
        return speech.bodies(self._connection)

    def origins(self) -> dict[str, int]:
        """Return the names of the origins, and to how many figures each of them leads."""
        return speech.origins(self._connection)

    def cited(self) -> set[str]:
        """Return the entries of reference lists that documents cite."""
        return speech.cited(self._connection)

    def said_in(self, names: Collection[str], document_id: str) -> list[Attribution]:
        """Return what is said under some names in one document, in order."""
        return speech.said_in(self._connection, names, document_id)

    def resting_on(
        self, chains: Sequence[Sequence[Step]], document: str = "", first: int = 0, most: int = 50
    ) -> Stretch[Claim]:
        """Return the claims that have one of some chains of attributions, by document and place."""
        return speech.resting_on(self._connection, chains, document, first, most)

    # When and where

    def moments(self) -> list[Moment]:
        """Return the claims that have a time, in the order of time; goes through all of them."""
        return whereabouts.moments(self._connection)

    def places(self) -> list[PlaceRow]:
        """Return the places that are named, the most often named first."""
        return whereabouts.places(self._connection)

    def claims_at(self, place: str) -> list[str]:
        """Return the ids of the claims about a place, by document and place in it; goes through all of them."""
        return whereabouts.claims_at(self._connection, place)

    def state(self) -> str:
        """Return something that is another one when anything in the dossier was changed: what was made of it is then old."""
        return heads.state(self._connection)

    def to_review(self, first: int = 0, most: int = 20) -> Stretch[ReviewRow]:
        """Return claims about which no reviewer said anything, those of the weightiest findings first."""
        return review.to_review(self._connection, first, most)

    def near_figures(self, figure_id: str, most: int = 20) -> dict[str, str]:
        """Return the labels by id of figures whose claims are linked with those of one, the surest first."""
        return review.near_figures(self._connection, figure_id, most)
