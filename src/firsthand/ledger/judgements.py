"""What reviewers decided: kept for ever, with the words that they decided about."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from firsthand.ledger import history
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.derived import unsettle
from firsthand.ledger.json_text import to_json
from firsthand.ledger.reviews import COLUMNS, FINDING, OF_DOCUMENTS, as_judgement, renew, renew_findings
from firsthand.records import Judgement, anchors_of

ABOUT = """
SELECT id FROM document WHERE id = ?1
UNION SELECT document FROM failure WHERE document = ?1
UNION SELECT document FROM claim WHERE id = ?1
UNION SELECT claim.document FROM figure_claim JOIN claim ON claim.id = figure_claim.claim WHERE figure_claim.figure = ?1
UNION SELECT document FROM evidence WHERE finding = ?1
UNION SELECT document FROM judgement_document WHERE judgement = ?1
UNION SELECT document.id FROM document WHERE document.original = ?1
"""
"""The documents behind a subject, looked up when it is judged: later the subject may have another id or be gone."""

ID = re.compile(r"\b[0-9a-f]{16,64}\b")

DOCUMENT = "document."
FIGURES = ("figure", "origin")
"""Kinds of judgements on which figures depend even where they change no claim and no link."""


def judge(connection: Connection, *judgements: Judgement) -> None:
    """Keep judgements together; the same one again changes nothing. What they change is there at once, but for figures and findings."""
    with transaction(connection):
        new = [each for each in judgements if insert(connection, each, documents_behind(connection, each))]
        for each in new:
            history.record(connection, "judge", msgspec.to_builtins(each), each.reviewer)
        follow(connection, new)


def insert(connection: Connection, judgement: Judgement, documents: Iterable[str]) -> bool:
    """Insert a judgement and the documents that it is about; return whether it is new."""
    values = (
        judgement.id, judgement.subject, judgement.kind, judgement.value, judgement.reviewer, judgement.at,
        judgement.anchor, to_json(judgement.replaces) if judgement.replaces is not None else None,
        judgement.reason, judgement.undoes,
    )  # fmt: skip
    added = connection.execute(
        f"INSERT OR IGNORE INTO judgement ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        values,
    ).rowcount
    if added:
        connection.executemany(
            "INSERT OR IGNORE INTO judgement_document (judgement, document) VALUES (?, ?)",
            [(judgement.id, document) for document in sorted(documents)],
        )
    return bool(added)


def follow(connection: Connection, new: Sequence[Judgement]) -> None:
    """Let what judgements change hold at once, and say that figures are out of date where they are."""
    documents: set[str] = set()
    stale = False
    for each in new:
        about = of_judgement(connection, each.id)
        if each.kind.startswith(DOCUMENT) and each.kind != f"{DOCUMENT}review":
            stale = True
            connection.executemany(
                "INSERT OR IGNORE INTO reread (document) SELECT id FROM document WHERE id = ?",
                [(document,) for document in about],
            )
        elif each.kind != FINDING:
            stale = stale or each.kind in FIGURES
            documents.update(about)
    changed = [renew(connection, document) for document in sorted(documents)]
    if stale or any(changed):
        unsettle(connection, clear=False)
    if any(each.kind == FINDING for each in new):
        renew_findings(connection)


def judgements(connection: Connection, subject: str | None = None) -> Iterator[Judgement]:
    """Yield the judgements about a subject, or all, the latest first."""
    which, values = ("WHERE subject = ?", (subject,)) if subject else ("", ())
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM judgement {which} ORDER BY at DESC, id",  # noqa: S608
        values,
    )
    yield from map(as_judgement, rows)


def of_documents(connection: Connection, document_ids: Iterable[str]) -> Iterator[Judgement]:
    """Yield the judgements that are about some documents or anything in them, the latest first."""
    rows = connection.execute(f"{OF_DOCUMENTS} ORDER BY at DESC, id", (to_json(list(document_ids)),))
    yield from map(as_judgement, rows)


def of_judgement(connection: Connection, judgement_id: str) -> list[str]:
    """Return the ids of the documents that a judgement was about when it was made."""
    rows = connection.execute(
        "SELECT document FROM judgement_document WHERE judgement = ? ORDER BY document", (judgement_id,)
    )
    return [document for (document,) in rows]


def documents_behind(connection: Connection, judgement: Judgement) -> set[str]:
    """Return the documents of every id that the judgement names: it may be about two figures or set a claim apart."""
    named = {judgement.subject, *ID.findall(judgement.subject), *ID.findall(judgement.value)}
    found = {document for id_ in named for (document,) in connection.execute(ABOUT, (id_,))}
    return found | {anchor.document for anchor in anchors_of(judgement.anchor)}
