"""claims of all documents -> figures, origins, links, findings.

Pure functions of records: what two documents share (``between``, ``passages``)
depends on these two alone, so that adding a document stays cheap; ``settle``
gathers the rest from a view of the dossier. Nothing here reads or writes a
dossier.
"""

from firsthand.links.choosing import akin, choosing
from firsthand.links.collation import Whose, collated, laid
from firsthand.links.decided import FIGURE, ORIGIN, judgement_value
from firsthand.links.findings import FINDINGS, every_kind
from firsthand.links.fingerprints import fingerprints
from firsthand.links.lookup import keys
from firsthand.links.outline import outline
from firsthand.links.pairing import between, within
from firsthand.links.parts import pieces
from firsthand.links.passages import passages, shared
from firsthand.links.ranking import Packed
from firsthand.links.retold import Look
from firsthand.links.sentences import sentence
from firsthand.links.settle import ALONE, Crew, case_of, found, settle, without_witnesses, witnesses
from firsthand.links.spoken import spoken
from firsthand.links.stories import Story, kept_story, story, story_of
from firsthand.links.view import View
from firsthand.links.voices import is_name, voice_key, voices

__all__ = [
    "ALONE",
    "FIGURE",
    "FINDINGS",
    "ORIGIN",
    "Crew",
    "Look",
    "Packed",
    "Story",
    "View",
    "Whose",
    "akin",
    "between",
    "case_of",
    "choosing",
    "collated",
    "every_kind",
    "fingerprints",
    "found",
    "is_name",
    "judgement_value",
    "kept_story",
    "keys",
    "laid",
    "outline",
    "passages",
    "pieces",
    "sentence",
    "settle",
    "shared",
    "spoken",
    "story",
    "story_of",
    "voice_key",
    "voices",
    "within",
    "without_witnesses",
    "witnesses",
]
