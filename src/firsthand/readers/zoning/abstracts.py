"""Openings of encyclopedia articles, and where a row of them begins behind an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.readers.zoning.lines import Line

LEAST_MARKERS = 5
"""Citation markers in a text that is an encyclopedia article."""

LEAST_ABSTRACTS = 3
LEAST_SHARE = 0.5
"""Share of the lines behind the article that must open like an article for all of them to be abstracts."""

LONGEST_SUBJECT = 9
"""Words of an article's title as it stands before "is"."""

MARKER = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
LEAD = re.compile(
    r"(?P<subject>(?:The |An? )?[A-Z][^.;:!?]{0,120}?)(?: \([^)]{1,80}\))?,?(?: also (?:known|called)[^.]{0,80},)?"
    r" (?:is|are|was|were|refers? to|occurs?|extends to|describes|comprises?|encompass(?:es)?|consists? of|denotes)"
    r" (?!not\b|also\b|still\b|now\b|then\b|being\b|believed\b|expected\b|said\b|told\b|likely\b)\w"
)
NO_SUBJECT = re.compile(
    r"(?:Th(?:ere|is|ese|ose|ey)|It|He|She|We|You|I|Here|What|Which|Who|When|While|Although|Though|After|Before|Since"
    r"|If|As|In|On|At|By|For|From|With|Despite|Because|However|But|And|Some|Many|Most|Several|All|Both|Other|Another"
    r"|Such|His|Her|Their|Its|Our|My|One|Two|Three|No|Nobody|Nothing|According|Today|Currently|Often|Sometimes)\b"
)
CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|said|has|have|had|can|could|would|will|may|might|must)\b"
)
NAMED = re.compile(r"The .*[A-Z]")


def has_marker(line: Line) -> bool:
    """Whether a line holds a citation marker such as "[4]"."""
    return MARKER.search(line.text) is not None


def is_lead(line: Line) -> bool:
    """Whether a line opens like an encyclopedia article: a subject of a few words, and what it is.

    >>> from firsthand.readers.zoning.lines import line_of
    >>> is_lead(line_of("Dredging is the removal of sediment from the bed of a harbour."))
    True
    >>> is_lead(line_of("There are many dredgers that work in Vessany."))
    False
    """
    match = LEAD.match(line.text[:400])
    if not match or NO_SUBJECT.match(line.text) or line.text[0] in '"“':
        return False
    subject = match["subject"]
    if subject.startswith("The ") and not NAMED.match(subject):
        return False
    return len(subject.split()) <= LONGEST_SUBJECT and not CLAUSE.search(subject)


def start_of_abstracts(lines: Sequence[Line]) -> int | None:
    """Return the first line of a row of abstracts of other articles behind an article, None when there is none.

    Pages that list related articles show the opening of each. They stand behind
    the last paragraph with a citation marker, have no markers, and mostly say
    what their subject is; each is about another subject.
    """
    marked = [place for place, line in enumerate(lines) if line.words >= 8 and has_marker(line)]
    if sum(len(MARKER.findall(lines[place].text)) for place in marked) < LEAST_MARKERS:
        return None
    first = next((place for place in range(marked[-1] + 1, len(lines)) if is_lead(lines[place])), None)
    if first is None:
        return None
    behind = [line for line in lines[first:] if line.words >= 8]
    openings = [line for line in behind if is_lead(line)]
    subjects = {" ".join(line.key.split()[:3]) for line in openings}
    enough = len(openings) >= max(LEAST_ABSTRACTS, LEAST_SHARE * len(behind))
    return first if enough and len(subjects) >= len(openings) / 2 else None
