"""What holds of all judgements, laid beside what was extracted: made anew whenever one of both changes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from firsthand.errors import UnknownId
from firsthand.ledger import documents
from firsthand.ledger.connection import Connection
from firsthand.ledger.json_text import from_json, to_json
from firsthand.records import (
    Anchor,
    Claim,
    Judgement,
    Outcome,
    Quote,
    Span,
    anchors_of,
    in_force,
    other_of,
)

COLUMNS = "id, subject, kind, value, reviewer, at, anchor, replaces, reason, undoes"

CLAIM, LINK, FINDING, FIGURE = "claim.", "link.review", "finding.review", "figure"
"""Kinds of judgements that the ledger itself follows; those about a claim are ``claim.review`` and ``claim.FIELD``."""

OF_DOCUMENTS = f"""
SELECT {COLUMNS} FROM judgement WHERE id IN (
    SELECT judgement FROM judgement_document WHERE document IN (SELECT value FROM json_each(?))
)
"""  # noqa: S608


def as_judgement(row: tuple[Any, ...]) -> Judgement:
    """Return a judgement for a row of ``COLUMNS``."""
    id_, subject, kind, value, reviewer, at, anchor, replaces, reason, undoes = row
    replaced = from_json(tuple[str, ...], replaces) if replaces else None
    return Judgement(id_, subject, kind, value, reviewer, at, anchor, replaced, reason, undoes)


def renew(connection: Connection, document_id: str) -> bool:
    """Work out anew what holds of the claims of a document and their links; return whether figures may be other ones now."""
    found = [as_judgement(row) for row in connection.execute(OF_DOCUMENTS, (to_json([document_id]),))]
    before = _kept(connection, document_id)
    if not found and not any(before):
        return False
    connection.execute("DELETE FROM moved WHERE document = ?", (document_id,))
    for was, anchor in {a.id: a for each in found for a in anchors(each)}.items():
        if anchor.document in (document_id, ""):
            _insert_moved(connection, was, anchor, document_id)
    outcomes = in_force(found, lambda id_: now(connection, id_) or id_)
    _renew_claims(connection, document_id, outcomes)
    _renew_links(connection, document_id, outcomes)
    after = _kept(connection, document_id)
    if _changes(before[0]) != _changes(after[0]):
        connection.execute(
            "INSERT OR IGNORE INTO unlinked (document_number) SELECT number FROM document WHERE id = ?",
            (document_id,),
        )
    return bool(_telling(before) != _telling(after))


def renew_findings(connection: Connection) -> None:
    """Mark the findings about which a person said something; to be called when findings were settled or one was judged.

    A finding is the same with the same id, or of the same kind with the same evidence.
    """
    connection.execute("DELETE FROM finding_reviewed")
    rows = connection.execute(f"SELECT {COLUMNS} FROM judgement WHERE kind = ?", (FINDING,))  # noqa: S608
    found = [as_judgement(row) for row in rows]
    for outcome in in_force(found).values():
        said = outcome.judgement
        standing = _said(said) if said else None
        if said is None or standing is None:
            continue
        id_ = finding_now(connection, said)
        if id_ is not None:
            connection.execute(
                "INSERT OR REPLACE INTO finding_reviewed (finding, standing) VALUES (?, ?)", (id_, standing)
            )


def finding_now(connection: Connection, said: Judgement) -> str | None:
    """Return the id of the finding that a judgement is about: the same one, or one of the same kind with the same evidence."""
    if connection.execute("SELECT 1 FROM finding WHERE id = ?", (said.subject,)).fetchone():
        return said.subject
    wanted = sorted(
        (a.document, " ".join(a.words.exact.split()), a.words.end) for a in anchors_of(said.anchor)
    )
    if not wanted:
        return None
    near = connection.execute(
        "SELECT DISTINCT finding.id FROM evidence JOIN finding ON finding.id = evidence.finding "
        "WHERE evidence.document = ? AND finding.kind = ? ORDER BY finding.id",
        (wanted[0][0], anchors_of(said.anchor)[0].id),
    ).fetchall()
    for (id_,) in near:
        rows = connection.execute("SELECT document, text FROM evidence WHERE finding = ?", (id_,)).fetchall()
        if len(rows) == len(wanted) and all(
            document == held and " ".join(text.split()).startswith(words) and text.endswith(end)
            for (document, text), (held, words, end) in zip(sorted(rows), wanted, strict=True)
        ):
            return str(id_)
    return None


def now(connection: Connection, claim_id: str) -> str | None:
    """Return the id that a claim has now for the one that a judgement knows; None when its words are not found."""
    row = connection.execute("SELECT now FROM moved WHERE was = ?", (claim_id,)).fetchone()
    return row[0] if row else claim_id


def to_read_again(connection: Connection) -> list[str]:
    """Return the ids of the documents about which a person said something since they were read."""
    return [id_ for (id_,) in connection.execute("SELECT document FROM reread ORDER BY document")]


def corrected(connection: Connection, document_id: str) -> list[tuple[int, Claim]]:
    """Return the claims of a document about which a person said something, each with its place, as they hold."""
    rows = connection.execute(
        "SELECT n, id FROM claim JOIN reviewed ON reviewed.claim = id WHERE document = ? ORDER BY n",
        (document_id,),
    ).fetchall()
    return [(n, documents.claim(connection, id_)) for n, id_ in rows]


def moves(connection: Connection) -> dict[str, str | None]:
    """Return from the ids that judgements know and that are no claim's any more to those of today; None: not found."""
    return dict(connection.execute("SELECT was, now FROM moved").fetchall())


def anchors(said: Judgement) -> Iterator[Anchor]:
    """Yield the claims that a judgement is about, each with its words; those of an older dossier have no place."""
    kept = anchors_of(said.anchor)
    if not said.kind.startswith((FIGURE, CLAIM, LINK)):
        return
    if kept or said.kind != FIGURE:
        yield from kept
        return
    words = msgspec.json.decode(said.value).get("words") or ()
    for id_, text in zip((said.subject, other_of(said) or ""), words, strict=False):
        yield Anchor(id_, "", Quote(Span(0, 0), text))


def _insert_moved(connection: Connection, was: str, anchor: Anchor, document_id: str) -> None:
    row = connection.execute(
        "SELECT document, text, quantity_text FROM claim WHERE id = ?", (was,)
    ).fetchone()
    if row and _is_it(anchor, *row):
        connection.execute("DELETE FROM moved WHERE was = ?", (was,))
        return
    found = _found(connection, anchor, document_id)
    held = connection.execute("SELECT now FROM moved WHERE was = ?", (was,)).fetchone()
    if held and held[0] and found is None:
        return  # an older judgement names no document: it was found in another one
    connection.execute(
        "INSERT OR REPLACE INTO moved (was, document, now) VALUES (?, ?, ?)",
        (was, anchor.document or document_id, found),
    )


def _is_it(anchor: Anchor, document: str, text: str, quantity_text: str | None) -> bool:
    """Whether a claim has the words of an anchor, any space between them."""
    same = anchor.document in ("", document) and _alike(text, anchor.words)
    return same and (anchor.part is None or _alike(quantity_text or "", anchor.part))


def _alike(words: str, kept: Quote) -> bool:
    bare, whole = " ".join(words.split()), " ".join(kept.exact.split())
    return bare == whole if not kept.end else bare.startswith(whole) and words.endswith(kept.end)


def _found(connection: Connection, anchor: Anchor, document_id: str) -> str | None:
    """Return the claim that now states the words of an anchor, None when there is none or more than one."""
    try:
        text = documents.document(connection, document_id).text
    except UnknownId:
        return None
    claims = list(documents.claims(connection, document_id))
    if not anchor.document:
        same = [claim.id for claim in claims if _is_it(anchor, document_id, claim.text, None)]
        return same[0] if len(same) == 1 else None
    clause = anchor.words.place_in(text)
    if anchor.part is None:
        near = [c for c in claims if c.quantity is None and clause and _mostly(c.span, clause)]
        return near[0].id if len(near) == 1 else None
    place = _within(anchor.part, clause, text) or anchor.part.place_in(text)
    if place is None:
        return None
    stated = [c for c in claims if c.quantity is not None and c.quantity.span.meets(place)]
    exact = [c for c in stated if c.quantity is not None and c.quantity.span == place] or stated
    return _nearest(exact, clause or place)


def _within(part: Quote, clause: Span | None, text: str) -> Span | None:
    """Where the narrower words stand inside of a clause that was found: in the same distance from its beginning first."""
    if clause is None:
        return None
    found = part.place_in(text)
    if found and clause.holds(found):
        return found
    words = clause.of(text)
    if words.count(part.exact) != 1:
        return None
    start = clause.start + words.index(part.exact)
    return Span(start, start + len(part.exact))


def _nearest(claims: list[Claim], clause: Span) -> str | None:
    """The claim whose clause shares most with the one that is sought; None where several do alike."""
    shared = {c.id: min(c.span.end, clause.end) - max(c.span.start, clause.start) for c in claims}
    best = max(shared.values(), default=0)
    found = [id_ for id_, size in shared.items() if size == best]
    return found[0] if len(found) == 1 else None


def _mostly(span: Span, clause: Span) -> bool:
    common = min(span.end, clause.end) - max(span.start, clause.start)
    return 2 * common > max(span.end - span.start, clause.end - clause.start)


def _renew_claims(
    connection: Connection, document_id: str, outcomes: Mapping[tuple[str, str], Outcome]
) -> None:
    connection.execute(
        "DELETE FROM reviewed WHERE claim IN (SELECT id FROM claim WHERE document = ?)", (document_id,)
    )
    said: dict[str, dict[str, Any]] = {}
    for (kind, subject), outcome in outcomes.items():
        if kind.startswith(CLAIM):
            held = said.setdefault(subject, {})
            if outcome.judgement is not None:
                held[kind.removeprefix(CLAIM)] = msgspec.json.decode(outcome.judgement.value)
    for claim, held in said.items():
        standing = held.pop("review", None)
        connection.execute(
            "INSERT INTO reviewed (claim, standing, changes) SELECT id, ?, ? FROM claim WHERE id = ?",
            (standing, to_json(held), claim),
        )


def _renew_links(
    connection: Connection, document_id: str, outcomes: Mapping[tuple[str, str], Outcome]
) -> None:
    for side in ("one", "other"):
        connection.execute(
            f"DELETE FROM link_reviewed WHERE {side} IN (SELECT id FROM claim WHERE document = ?)",  # noqa: S608
            (document_id,),
        )
    for (kind, _), outcome in outcomes.items():
        said = outcome.judgement
        if said is None or kind not in (FIGURE, LINK):
            continue
        value = msgspec.json.decode(said.value)
        pair = sorted(now(connection, id_) or "" for id_ in (said.subject, value["with"]))
        if kind == LINK and value.get("standing") != "rejected":
            continue
        connection.execute(
            "INSERT OR REPLACE INTO link_reviewed (one, other, kind, together) "
            "SELECT a.id, b.id, ?, ? FROM claim AS a, claim AS b WHERE a.id = ? AND b.id = ? AND a.id <> b.id",
            (kind.removesuffix(".review"), int(bool(value.get("together"))), *pair),
        )


Kept = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def _kept(connection: Connection, document_id: str) -> Kept:
    claims = connection.execute(
        "SELECT claim, standing, changes FROM reviewed JOIN claim ON claim.id = claim WHERE document = ? ORDER BY claim",
        (document_id,),
    ).fetchall()
    links = connection.execute(
        "SELECT one, other, kind, together FROM link_reviewed WHERE one IN (SELECT id FROM claim WHERE document = ?1) "
        "OR other IN (SELECT id FROM claim WHERE document = ?1) ORDER BY one, other, kind",
        (document_id,),
    ).fetchall()
    return claims, links


def _changes(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(claim, changes) for claim, _, changes in rows if changes != "{}"]


def _telling(kept: Kept) -> Any:
    """What figures depend on: whether a claim is accepted changes none."""
    claims, links = kept
    return [row for row in claims if row[1] == "rejected"], _changes(claims), links


def _said(said: Judgement) -> str | None:
    value = msgspec.json.decode(said.value)
    return value if value in ("accepted", "rejected") else None
