"""What might belong together, as sheets and ids; which documents these are is up to ``crowds``."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from firsthand.ledger import crowds, documents
from firsthand.ledger.connection import Connection
from firsthand.records import Chosen, Doubt, Sheet, Subject

Akin = Callable[[Subject, Subject, Doubt], bool]
"""What tells whether two documents have in common what is asked of them."""


def candidates(
    connection: Connection,
    document_id: str,
    choose: Callable[[crowds.Near], Chosen],
    akin: Akin,
    among: Collection[str] | None = None,
) -> Iterator[tuple[Sheet, Chosen]]:
    """Yield the chosen claims of other documents, or of some of them, under the keys of a document's claims. Raises UnknownId."""
    number = documents.number_of(connection, document_id)
    asked = None if among is None else {documents.number_of(connection, other) for other in among}
    chosen = {
        other: found
        for other, near in crowds.candidates(connection, number)
        if (asked is None or other in asked) and (found := choose(near)).pairs
    }
    doubtful = {other: found.doubt for other, found in chosen.items() if found.doubt is not None}
    if doubtful:
        subjects = dict(documents.subjects(connection, [number, *doubtful]))
        for other, doubt in doubtful.items():
            if not akin(subjects[number], subjects[other], doubt):
                del chosen[other]
    return _sheets(connection, chosen)


def under_keys(connection: Connection, keys: Sequence[Sequence[str]]) -> Iterator[tuple[Sheet, Chosen]]:
    """Yield the claims under the keys of claims that are not in the dossier."""
    found = {number: Chosen(pairs) for number, pairs in crowds.under_keys(connection, keys)}
    return _sheets(connection, found)


def keys(connection: Connection, document_id: str) -> list[list[str]]:
    """Return the keys of each claim of a document, in the order of the claims. Raises UnknownId."""
    return crowds.keys(connection, documents.number_of(connection, document_id))


def outlined(connection: Connection, document_id: str) -> list[tuple[str, bytes | None]]:
    """Return the id of each claim of a document with its outline, in the order of the claims; None where none is kept."""
    return connection.execute(
        "SELECT claim.id, outline FROM claim JOIN document ON document.id = claim.document "
        "LEFT JOIN claim_outline ON claim_outline.document_number = document.number AND claim_outline.n = claim.n "
        "WHERE claim.document = ? ORDER BY claim.n",
        (document_id,),
    ).fetchall()


def story(connection: Connection, document_id: str) -> bytes | None:
    """Return the story of a document as it is kept, None where none is. Raises UnknownId."""
    number = documents.number_of(connection, document_id)
    row = connection.execute("SELECT words FROM story WHERE document_number = ?", (number,)).fetchone()
    return row[0] if row else None


def sharing(connection: Connection, document_id: str) -> Iterator[tuple[str, bytes | None]]:
    """Yield the documents that share enough fingerprints with one, each with its story. Raises UnknownId."""
    for number, kept in crowds.sharing(connection, documents.number_of(connection, document_id)):
        yield documents.id_of(connection, number), kept


def with_prints(connection: Connection, prints: Mapping[int, float]) -> list[str]:
    """Return the ids of the documents that share enough of the fingerprints of a text that is not in the dossier."""
    return _ids(connection, crowds.with_prints(connection, prints))


def _sheets(connection: Connection, chosen: Mapping[int, Chosen]) -> Iterator[tuple[Sheet, Chosen]]:
    """The claims that were found, by document; a place in a pair is then one in its sheet."""
    wanted = {number: sorted({there for _, there in found.pairs}) for number, found in chosen.items()}
    for number, sheet in documents.parts(connection, wanted):
        nth = {place: n for n, place in enumerate(wanted[number])}
        found = chosen[number]
        yield sheet, found._replace(pairs=[(here, nth[there]) for here, there in found.pairs])


def _ids(connection: Connection, numbers: Iterable[int]) -> list[str]:
    return [documents.id_of(connection, number) for number in numbers]
