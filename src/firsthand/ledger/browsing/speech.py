"""Who speaks where, and on whom claims rest: counted, and by the screenful."""

from collections import Counter
from collections.abc import Collection, Sequence

from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import from_json, to_json
from firsthand.ledger.rows import OF_CLAIM, as_claim
from firsthand.records import Attribution, ChainCount, Claim, SpeechCount, Step, Stretch

SPEECH = """
SELECT mark.document, json_extract(value, '$.source.resolved', '$.source.role', '$.kind')
FROM document CROSS JOIN mark ON mark.document = document.id AND mark.kind = 'attribution'
"""
"""Counted in Python: to group by the text of JSON takes SQLite longer than to read it."""

CHAIN = """
iif(json_type(reviewed.changes, '$.chain') IS NULL, claim.chain, json_extract(reviewed.changes, '$.chain'))
"""
"""The chain as it holds: a person's word goes before what was extracted."""

REVIEWED = "LEFT JOIN reviewed ON reviewed.claim = claim.id"

CHAINS = f"""
SELECT document, {CHAIN} AS chain, first_hand FROM claim {REVIEWED} WHERE reviewed.standing IS NOT 'rejected'
"""  # noqa: S608
RESTING = f"""
WHERE (?2 = '' OR document = ?2) AND reviewed.standing IS NOT 'rejected'
    AND {CHAIN} IN (SELECT json_each.value FROM json_each(?1))
"""  # noqa: S608


def counts(connection: Connection) -> list[SpeechCount]:
    """Return who speaks in which document, and how often."""
    quoted: dict[tuple[str, str | None, str], list[int]] = {}
    known: dict[str, tuple[str | None, str | None, str]] = {}
    for (document, said), times in Counter(connection.execute(SPEECH).fetchall()).items():
        if said not in known:
            known[said] = from_json(tuple[str | None, str | None, str], said)
        name, role, kind = known[said]
        if role is not None:
            both = quoted.setdefault((document, name, role), [0, 0])
            both[kind == "indirect"] += times
    return [SpeechCount(*key, *both) for key, both in quoted.items()]


def chains(connection: Connection) -> list[ChainCount]:
    """Return on which chains of attributions the claims of each document rest."""
    known: dict[str, tuple[Step, ...]] = {}
    found = []
    for (document, chain, first_hand), claims in Counter(connection.execute(CHAINS).fetchall()).items():
        if chain not in known:
            known[chain] = from_json(tuple[Step, ...], chain)
        found.append(ChainCount(document, known[chain], bool(first_hand), claims))
    return found


def bodies(connection: Connection) -> list[dict[str, str]]:
    """Return, document by document, who stands for whom: a person or short letters for a body, by their keys."""
    rows = connection.execute("SELECT bodies FROM voices WHERE bodies <> '{}'")
    return [from_json(dict[str, str], known) for (known,) in rows]


def origins(connection: Connection) -> dict[str, int]:
    """Return the names of the origins, and to how many figures each of them leads."""
    return dict(
        connection.execute("SELECT name, count(DISTINCT figure) FROM origin GROUP BY name").fetchall()
    )


def cited(connection: Connection) -> set[str]:
    """Return the entries of reference lists that documents cite."""
    rows = connection.execute(
        "SELECT DISTINCT json_extract(value, '$.target') FROM document CROSS JOIN mark "
        "ON mark.document = document.id AND mark.kind = 'citation'"
    )
    return {target for (target,) in rows if target}


def said_in(connection: Connection, names: Collection[str], document_id: str) -> list[Attribution]:
    """Return what is said under some names in one document, in order."""
    rows = connection.execute(
        "SELECT value FROM mark WHERE document = ?1 AND kind = 'attribution' "
        "AND json_extract(value, '$.source.resolved') IN (SELECT json_each.value FROM json_each(?2)) ORDER BY n",
        (document_id, to_json(sorted(names))),
    )
    return [from_json(Attribution, value) for (value,) in rows]


def resting_on(
    connection: Connection, chains: Sequence[Sequence[Step]], document: str, first: int, most: int
) -> Stretch[Claim]:
    """Return the claims that have one of some chains of attributions, by document and place."""
    wanted = (to_json([to_json(chain) for chain in chains]), document)
    (total,) = connection.execute(f"SELECT count(*) FROM claim {REVIEWED} {RESTING}", wanted).fetchone()  # noqa: S608
    rows = connection.execute(
        f"{OF_CLAIM} {RESTING} ORDER BY document, n LIMIT ?3 OFFSET ?4", (*wanted, most, first)
    )
    return Stretch(tuple(map(as_claim, rows)), first, total)
