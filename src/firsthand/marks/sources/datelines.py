"""The town and the agency before a report, which name nobody who speaks: "VESSANY (MPA) - "."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.language.tokens import TokenSpan

DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:\([\w .&-]{2,30}\)\s?)?\s?[-–—]{1,2} ")


def is_in_dateline(entity: TokenSpan) -> bool:
    """Return whether a name stands in the line of place and agency that opens a paragraph."""
    if entity.start > 12:
        return False
    line = DATELINE.match(entity.doc.text)
    return line is not None and entity.end_char <= line.end()
