"""claims of all documents -> figures, origins, links, findings.

Pure functions of records: what two documents share (``between``, ``passages``)
depends on these two alone, so that adding a document stays cheap; ``settle``
gathers the rest from a view of the dossier. Nothing here reads or writes a
dossier.
"""

from firsthand.links.aspects import keys
from firsthand.links.findings import FINDINGS
from firsthand.links.fingerprints import fingerprints
from firsthand.links.pairing import between, within
from firsthand.links.passages import passages
from firsthand.links.settle import settle
from firsthand.links.view import View
from firsthand.links.voices import voices

__all__ = [
    "FINDINGS",
    "View",
    "between",
    "fingerprints",
    "keys",
    "passages",
    "settle",
    "voices",
    "within",
]
