"""The corridor: the order of the rooms, and the public Python API.

    with Dossier.create(Path("harbour.dossier")) as dossier:
        dossier.add([Path("harbour/")])
        for finding in dossier.findings():
            print(finding.says)

A file goes one way: readers -> language -> marks -> claims -> links -> ledger.
What leaves goes through protection and is a release.
"""

from firsthand.dossier.api import Dossier
from firsthand.dossier.decisions import STATES
from firsthand.dossier.extraction import LONGEST, Failure, engine, extract, inspect
from firsthand.dossier.intake import Added, Progress
from firsthand.dossier.pseudonyms import REVIEWER, UNNAMED, pseudonym, remember
from firsthand.ledger import Key, is_encrypted, key_of, new_key

__all__ = [
    "LONGEST", "REVIEWER", "STATES", "UNNAMED", "Added", "Dossier", "Failure", "Key", "Progress", "engine", "extract", "inspect", "is_encrypted", "key_of", "new_key", "pseudonym", "remember",
]  # fmt: skip
