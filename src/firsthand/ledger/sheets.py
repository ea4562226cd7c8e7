"""The documents that were asked for last, kept at hand: what arrives together is compared with each other."""

from collections import OrderedDict

from firsthand.ledger import documents
from firsthand.ledger.connection import Connection
from firsthand.records import Sheet

MOST = 6_000_000
"""Characters that are kept at hand, claims reckoned in."""

OF_A_CLAIM = 2000
"""What a claim takes in memory, in characters of text."""


class Sheets:
    """The last sheets of a dossier that only this process writes to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, Sheet] = OrderedDict()
        self._held = 0

    def sheet(self, document_id: str) -> Sheet:
        """Return what the links room needs of a document, the very same object while it is at hand. Raises UnknownId."""
        found = self._kept.get(document_id)
        if found is None:
            found = documents.sheet(self._connection, document_id)
            self.put(found)
        self._kept.move_to_end(document_id)
        return found

    def put(self, sheet: Sheet) -> None:
        """Keep a document at hand that has just been written."""
        self.drop(sheet.document.id)
        self._kept[sheet.document.id] = sheet
        self._held += _size(sheet)
        while self._held > MOST and len(self._kept) > 1:
            self._held -= _size(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        """Let go of all of them, because some may have changed."""
        self._kept.clear()
        self._held = 0

    def drop(self, document_id: str) -> None:
        """Let go of a document, because it is about to change."""
        gone = self._kept.pop(document_id, None)
        self._held -= _size(gone) if gone else 0


def _size(sheet: Sheet) -> int:
    return len(sheet.document.text) + OF_A_CLAIM * len(sheet.claims)
