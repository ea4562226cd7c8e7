"""What the beginning of an id stands for, and how many there are of something."""

from typing import Literal

from firsthand.errors import UnknownId, WrongUse
from firsthand.ledger.connection import Connection

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
    "origins": "SELECT count(DISTINCT name) FROM origin",
    "findings": "SELECT count(*) FROM shown_finding",
    "problems": "SELECT count(*) FROM problem",
    "judgements": "SELECT count(*) FROM judgement",
    "entries": "SELECT count(*) FROM history",
    "forgotten": "SELECT count(*) FROM forgotten",
}


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
