"""The only database: one SQLite file for each dossier.

``create`` and ``open_dossier`` give a ``Ledger``. It adds and never overwrites;
only ``forget`` takes something away, for good. Ids are hashes of content, so the
same work twice is one record. The tables are described in docs/dossier-file.md.
"""

from firsthand.ledger.browsing import Browser
from firsthand.ledger.derived import finding_id
from firsthand.ledger.keys import Key, is_encrypted, key_of, new_key
from firsthand.ledger.library import can_encrypt, has_full_text, sqlite_version
from firsthand.ledger.merging import Merged
from firsthand.ledger.opening import create, open_dossier
from firsthand.ledger.releases import Behind, Given, contents
from firsthand.ledger.rewriting import rewrite
from firsthand.ledger.store import Ledger

__all__ = [
    "Behind",
    "Browser",
    "Given",
    "Key",
    "Ledger",
    "Merged",
    "can_encrypt",
    "contents",
    "create",
    "finding_id",
    "has_full_text",
    "is_encrypted",
    "key_of",
    "new_key",
    "open_dossier",
    "rewrite",
    "sqlite_version",
]
