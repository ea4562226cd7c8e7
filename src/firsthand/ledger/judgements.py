"""What reviewers decided: kept for ever, with the words that they decided about."""

import re
from collections.abc import Iterator

import msgspec

from firsthand.ledger import history
from firsthand.ledger.connection import Connection, transaction
from firsthand.ledger.derived import unsettle
from firsthand.records import Judgement

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

COLUMNS = "id, subject, kind, value, reviewer, at, anchor, replaces"


def judge(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement; the same one again changes nothing."""
    values = (
        judgement.id, judgement.subject, judgement.kind, judgement.value, judgement.reviewer, judgement.at,
        judgement.anchor, judgement.replaces,
    )  # fmt: skip
    with transaction(connection):
        added = connection.execute(
            f"INSERT OR IGNORE INTO judgement ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            values,
        ).rowcount
        if not added:
            return
        connection.executemany(
            "INSERT INTO judgement_document (judgement, document) VALUES (?, ?)",
            [(judgement.id, document) for document in sorted(_documents_behind(connection, judgement))],
        )
        unsettle(connection, clear=False)
        history.record(connection, "judge", msgspec.to_builtins(judgement), judgement.reviewer)


def judgements(connection: Connection, subject: str | None = None) -> Iterator[Judgement]:
    """Yield the judgements about a subject, or all, the latest first."""
    which, values = ("WHERE subject = ?", (subject,)) if subject else ("", ())
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM judgement {which} ORDER BY at DESC, id",  # noqa: S608
        values,
    )
    for row in rows:
        yield Judgement(*row)


def _documents_behind(connection: Connection, judgement: Judgement) -> set[str]:
    """Return the documents of every id that the judgement names: it may be about two figures or set a claim apart."""
    named = {judgement.subject, *ID.findall(judgement.subject), *ID.findall(judgement.value)}
    return {document for id_ in named for (document,) in connection.execute(ABOUT, (id_,))}
