"""Whose own words a document is: the paper of a body, or the account of a witness."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lexicon import load
from firsthand.records import Document

OPENING = 1_500
"""Characters in which an account names who gives it."""

NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:de|van|von|bin|al|el) )?[A-Z][\w’'-]+){1,3})"


def issues(document: Document) -> bool:
    """Whether a document is the paper of the body that publishes it: a report, a release, a statement."""
    if document.kind in ("report", "press release"):
        return True
    return document.kind == "other" and bool(_titles().match(document.title or ""))


def witness_named(document: Document) -> str | None:
    """Return the name of the one whose account a testimony is, None when it does not say.

    The author in the properties of a file is who typed it, and counts last.
    """
    opening = f"{document.title or ''}\n{document.text[:OPENING]}"
    for pattern in load("en", "transcripts")["own_account"]["patterns"]:
        match = re.search(rf"\b(?i:{pattern})\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{NAME}", opening)
        if match:
            return match["name"]
    return next(iter(document.authors), None)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile("|".join(load("en", "own_papers")["titles"]["patterns"]), re.IGNORECASE)
