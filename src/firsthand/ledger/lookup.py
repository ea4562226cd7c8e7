"""Finding things quickly: what an id begins with, and which documents might have to do with one another."""

from collections.abc import Mapping, Sequence
from typing import Literal

from firsthand.errors import UnknownId, WrongUse
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import to_json

Kind = Literal["document", "claim", "figure", "finding", "judgement", "original"]

SHORTEST = 4
"""Characters of an id that must be given at least."""

IDS: tuple[tuple[Kind, str], ...] = (
    ("document", "SELECT id FROM document WHERE id >= ?1 AND id < ?2"),
    ("document", "SELECT document FROM failure WHERE document >= ?1 AND document < ?2"),
    ("claim", "SELECT id FROM claim WHERE id >= ?1 AND id < ?2"),
    ("figure", "SELECT id FROM figure WHERE id >= ?1 AND id < ?2"),
    ("finding", "SELECT id FROM finding WHERE id >= ?1 AND id < ?2"),
    ("judgement", "SELECT id FROM judgement WHERE id >= ?1 AND id < ?2"),
    ("original", "SELECT sha256 FROM original WHERE sha256 >= ?1 AND sha256 < ?2"),
)

COUNTED = {
    "documents": "SELECT count(*) FROM document",
    "failures": "SELECT count(*) FROM failure",
    "originals": "SELECT count(*) FROM original",
    "receipts": "SELECT count(*) FROM receipt",
    "marks": "SELECT count(*) FROM mark",
    "claims": "SELECT count(*) FROM claim",
    "links": "SELECT count(*) FROM link",
    "reuses": "SELECT count(*) FROM reuse",
    "figures": "SELECT count(*) FROM figure",
    "findings": "SELECT count(*) FROM finding",
    "problems": "SELECT count(*) FROM problem",
    "judgements": "SELECT count(*) FROM judgement",
    "entries": "SELECT count(*) FROM history",
    "forgotten": "SELECT count(*) FROM forgotten",
}

CANDIDATES = """
WITH wanted AS MATERIALIZED (
    SELECT claim.key AS n, key.value AS key FROM json_each(?1) AS claim, json_each(claim.value) AS key
)
SELECT DISTINCT document.id, wanted.n, claim_key.n
FROM wanted CROSS JOIN claim_key ON claim_key.key = wanted.key
    CROSS JOIN document ON document.number = claim_key.document_number
"""

SHARING = """
WITH wanted AS MATERIALIZED (SELECT CAST(key AS INTEGER) AS value, value AS weight FROM json_each(?)),
    shared AS (
        SELECT print.document_number FROM wanted CROSS JOIN print ON print.value = wanted.value
        GROUP BY print.document_number HAVING sum(wanted.weight) >= 1
    )
SELECT document.id FROM shared CROSS JOIN document ON document.number = shared.document_number
ORDER BY document.id
"""


def find(connection: Connection, prefix: str) -> tuple[Kind, str]:
    """Return what an id, or the beginning of one, stands for.

    Raises UnknownId when it stands for nothing or for several things.
    """
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST:
        raise UnknownId(f"{SHORTEST} characters of an id are needed at least")
    bounds = (wanted, wanted + "\U0010ffff")
    found = [(kind, id_) for kind, sql in IDS for (id_,) in connection.execute(f"{sql} LIMIT 3", bounds)]
    exact = [hit for hit in found if hit[1] == wanted]
    several = sorted(set(exact or found))
    if not several:
        raise UnknownId(
            f"nothing in this dossier has an id that begins with {wanted}; `firsthand claims` and `findings` print the ids"
        )
    if len(several) > 1:
        kinds = ", ".join(sorted({kind for kind, _ in several}))
        raise UnknownId(f"several ids begin with {wanted} ({kinds}); give more of its characters")
    return several[0]


def count(connection: Connection, what: str) -> int:
    """Return how many there are of something. Raises WrongUse for what is not counted."""
    if what not in COUNTED:
        raise WrongUse(f"{what} cannot be counted; these can: {', '.join(COUNTED)}")
    (number,) = connection.execute(COUNTED[what]).fetchone()
    return int(number)


def candidates(connection: Connection, keys: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """Return the claims under the keys of some claims: by document, the place of the one claim and of the other."""
    found: dict[str, list[tuple[int, int]]] = {}
    for document_id, n, other in connection.execute(CANDIDATES, (to_json(keys),)):
        found.setdefault(document_id, []).append((n, other))
    return {document_id: sorted(found[document_id]) for document_id in sorted(found)}


def sharing(connection: Connection, prints: Mapping[int, float]) -> list[str]:
    """Return the ids of the documents that have so many of the fingerprints that these weigh 1 together, sorted."""
    return [id_ for (id_,) in connection.execute(SHARING, (to_json(prints),))]
