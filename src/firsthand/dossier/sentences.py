"""The sentences of a dossier around words, and those that state nothing that could be compared."""

from collections.abc import Iterable, Iterator

from firsthand import ledger, links
from firsthand.dossier.extraction import LONGEST, why_not_analysed
from firsthand.records import Passage, Unchecked


class Sentences:
    """The sentences of a dossier. The last text stays in memory: who asks for words often asks for several of one text."""

    def __init__(self, store: ledger.Ledger) -> None:
        self._store = store
        self._last = ("", "")

    def around(self, passage: Passage) -> tuple[str, str, str]:
        """Return what stands before some words in their sentence, the words, and what stands behind."""
        text, span = self._text(passage.document), passage.span
        whole = links.sentence(text, span)
        return text[whole.start : span.start], span.of(text), text[span.end : max(whole.end, span.end)]

    def without_claim(self, numbers: Iterable[Passage]) -> Iterator[Unchecked]:
        """Yield the sentences of numbers that no claim states; one with several numbers in a row is told once."""
        told = None
        for number in numbers:
            text = self._text(number.document)
            span = links.sentence(text, number.span)
            if told != (number.document, span):
                told = number.document, span
                yield Unchecked(number.document, span, span.of(text), "a number in it makes no claim")

    def unchecked(self) -> Iterator[Unchecked]:
        """Yield the sentences of numbers without a claim, then the documents and files that were not analysed."""
        store = self._store
        yield from self.without_claim(store.unclaimed())
        documents = set()
        for document in store.documents():
            documents.add(document.id)
            long = document.zones and document.zones[-1].span.end > LONGEST
            why = why_not_analysed(store.document(document.id) if long else document)
            if why:
                yield Unchecked(document.id, None, "", why)
        for problem in store.problems():
            if problem.where not in documents:
                yield Unchecked(problem.where, None, "", problem.says)

    def _text(self, document_id: str) -> str:
        if self._last[0] != document_id:
            self._last = (document_id, self._store.document(document_id).text)
        return self._last[1]
