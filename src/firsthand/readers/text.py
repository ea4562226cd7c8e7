"""Plain text -> document: the file's own text, unchanged, with its zones."""

from firsthand.errors import UnreadableOriginal
from firsthand.readers import document_id
from firsthand.readers.encoding import Decoded, decode
from firsthand.readers.facts import Stated, document_of, facts_of
from firsthand.readers.zoning import MOST_LINES, zones_of
from firsthand.records import Original, Problem, Reading, Zone

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest text that is read; a larger one needs more memory than a laptop may have free."""


def read(original: Original, content: bytes) -> Reading:
    """Read a text file; ``document.text`` is the decoded file, line ends included.

    Raises UnreadableOriginal when the file has no bytes or is larger than ``LARGEST``.
    """
    decoded = decode(checked(content))
    return reading(original, decoded, zones_of(decoded.text), Stated())


def checked(content: bytes) -> bytes:
    """Return the bytes of a file that can be read as text.

    Raises UnreadableOriginal when there are none or too many.
    """
    if not content:
        raise UnreadableOriginal("the file has no bytes; copy or download it again")
    if len(content) > LARGEST:
        raise UnreadableOriginal(
            f"the text has {len(content) // 2**20} MB; up to {LARGEST // 2**20} MB are read, so cut it into parts"
        )
    return content


def reading(original: Original, decoded: Decoded, zones: tuple[Zone, ...], stated: Stated) -> Reading:
    """Return the document that a zoned file is; what was doubtful about its characters becomes problems."""
    where, text = document_id(original), decoded.text
    facts = facts_of(text, zones, stated, where)
    problems = [Problem(where, says) for says in (*decoded.doubts, *_about(text))]
    return Reading(document_of(original, text, zones, facts), (*problems, *facts.dating.problems))


def _about(text: str) -> list[str]:
    says = []
    if not any(map(str.isalpha, text)):
        says.append("the text has no letters")
    if text.count("\n") > MOST_LINES:
        says.append(
            "the text has too many lines to tell its story from its furniture; all of it is taken as story"
        )
    return says
