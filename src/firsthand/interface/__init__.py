"""Records as the JSON that the program prints; the shape is documented and stable.

Fields may be added, none renamed. Every function gives plain dictionaries and
lists that ``json`` can write.
"""

from firsthand.interface.checked import check_line
from firsthand.interface.inspected import inspection, unread
from firsthand.interface.listed import (
    claim_line,
    decision_line,
    document_line,
    figure_line,
    finding_line,
    link_line,
    reuse_line,
    unchecked_line,
)
from firsthand.interface.parts import number
from firsthand.interface.streaming import stream

__all__ = [
    "check_line",
    "claim_line",
    "decision_line",
    "document_line",
    "figure_line",
    "finding_line",
    "inspection",
    "link_line",
    "number",
    "reuse_line",
    "stream",
    "unchecked_line",
    "unread",
]
