"""A claim or a document as others cite it, on the owner's own screen; what goes to others goes as a release.

The name that a testimony gives to a witness stands in no citation: beside words of another document it could undo a
pseudonym.
"""

from dataclasses import replace

from firsthand import ledger
from firsthand.dossier.footnotes import Footnotes
from firsthand.errors import WrongUse
from firsthand.exports import citing
from firsthand.records import Claim, Document


def of_claim(store: ledger.Ledger, claim_id: str, style: citing.Style) -> citing.Cited:
    """Return a claim in its words with its footnote. Raises WrongUse where its words name a witness."""
    notes = Footnotes(store)
    claim = store.claim(claim_id)
    if notes.hidden(claim.text) != claim.text:
        raise WrongUse(
            "the words of this claim name somebody who testifies, so it is not cited as it stands; `firsthand export` for partners or the "
            "public writes it with what is withheld masked"
        )
    document = _hidden(notes.document(claim.document), notes)
    return citing.cite(
        _without_names(claim, notes), document, notes.hidden(store.name_of(document.id)), style
    )


def of_document(store: ledger.Ledger, document_id: str, style: citing.Style) -> str:
    """Return a document's entry in a list of documents."""
    notes = Footnotes(store)
    document = _hidden(notes.document(document_id), notes)
    return citing.plain_text(
        citing.entry(citing.work(document, notes.hidden(store.name_of(document_id))), style)
    )


def _hidden(document: Document, notes: Footnotes) -> Document:
    return replace(
        document,
        title=notes.hidden(document.title) if document.title else None,
        publisher=notes.hidden(document.publisher) if document.publisher else None,
        authors=tuple(map(notes.hidden, document.authors)),
    )


def _without_names(claim: Claim, notes: Footnotes) -> Claim:
    chain = tuple(replace(step, name=notes.hidden(step.name) if step.name else None) for step in claim.chain)
    return replace(claim, chain=chain)
