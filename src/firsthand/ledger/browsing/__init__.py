"""What the pages ask of a dossier: stretches of lists, each read with an index and not as a whole."""

from collections.abc import Iterable

from firsthand.ledger import documents
from firsthand.ledger.browsing import figures, findings, heads, unchecked
from firsthand.ledger.connection import Connection
from firsthand.records import (
    Claim,
    Document,
    FigureFilter,
    FigureRow,
    FindingRow,
    Link,
    Passage,
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
