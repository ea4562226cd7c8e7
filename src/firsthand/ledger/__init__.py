"""The only database: one SQLite file for each dossier.

``create`` and ``open_dossier`` give a ``Ledger``. It adds and never overwrites;
only ``forget`` takes something away, for good. Ids are hashes of content, so the
same work twice is one record. The tables are described in docs/dossier-file.md.
"""

from firsthand.ledger.derived import finding_id
from firsthand.ledger.library import has_full_text, sqlite_version
from firsthand.ledger.store import Ledger, create, open_dossier

__all__ = ["Ledger", "create", "finding_id", "has_full_text", "open_dossier", "sqlite_version"]
