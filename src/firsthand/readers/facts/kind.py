"""What kind of document a text is, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from firsthand.lexicon import words
from firsthand.readers.zoning.abstracts import MARKER
from firsthand.readers.zoning.imprint import issuer_of
from firsthand.records import DocumentKind, Zone

LOOKED_AT = 60_000
"""Characters that are looked at; a document shows what it is long before."""

TURN = re.compile(
    r"^\s*(?:Q|A|Q\d+|A\d+|[A-Z][A-Z .'’-]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})\s?[:.](?=\s+\S)",
    re.MULTILINE,
)
QUESTION = re.compile(r"^\s*(?:Q\d*|QUESTION|Question|Interviewer|INTERVIEWER)\s?[:.]", re.MULTILINE)
SPOKEN = re.compile(
    r"[”\"’,] (?:[\w-]+ ){0,4}?(?:said|says|told|added|asked)\b|\b(?:said|says|told|added|according to)\b"
)
DATELINE = re.compile(
    r"^\s*[A-ZÀ-Þ][\w .,'’-]{2,60}(?:\([A-Z][\w &.'-]{1,40}\)\s*)?(?:[—–]|\s--?\s)", re.MULTILINE
)
NUMBERED = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|Chapter \d+:?|Annex [A-Z\d]+:?)\s+[A-Z][^.!?\n]{2,80}$",
    re.MULTILINE,
)
OPENING = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ ,.'’-]{2,40}(?:\([A-Z][\w &.'-]{1,40}\)\s*)?(?:[—–]|--?)\s+[A-ZÀ-Þ“]\S*\s(?=.{60})"
)
"""The town, in capitals, before the first sentence of an article: "VESSANY (MPA) – Three boats"."""

BY = re.compile(r"\b[Bb][Yy]\s+\S")
ABOUT = re.compile(r"\b(?:on|to|about|of|from|in|against|regarding|concerning) (?:the |a |an |this |that )?$")
"""Words before a report that speak of it, so that the text itself is another."""

BOX = re.compile(r"\s*Dates?\t")
"""The row of the box of an article that tells the day of its event, which is no byline."""

ENTRY = re.compile(
    r"^[\s*_#>-]*(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b[^.:\n]{0,24}(?:[.:]|\*\*|[ \t]*$)",
    re.MULTILINE,
)
"""The day at the head of an entry of a diary."""

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")

LETTERHEAD = 1_000
"""Characters of a zone before the story in which a letterhead is looked for."""

LONGEST_LABEL = 12
"""Words of a line in which a release is labelled."""

LONGEST_TITLE = 16
"""Words of a line that may be the title of a report."""

HEAD = 200
"""Characters in which a report names itself."""

OPENED = 6
"""Lines at the beginning in which the first sentence of an article stands."""

LEAST_ENTRIES = 3
LEAST_TURNS = 4
LEAST_MARKERS = 4
LEAST_HEADINGS = 2
LEAST_OF_WORK = 2


def kind_of(text: str, zones: Sequence[Zone], signed: bool = False) -> DocumentKind:
    """Return the kind of a document; "other" when nothing in it tells.

    ``signed`` says that a body is known to have issued it, whatever its furniture looks like.

    The signs, in this order: how a release is labelled, turns of question and
    answer, what a statement or a blog calls itself, citation markers, the headings
    of a report, and a headline over a text in which people are quoted.
    """
    text = text[:LOOKED_AT]
    story = "\n".join(zone.span.of(text) for zone in zones if zone.kind in ("main", "title"))
    low = text.lower()
    headings = _headings(story)
    if _is_labelled(low[:600]) or ("notes to editors" in headings or "notes to editor" in headings):
        return "press release"
    stated, nobody = _is_statement(text, zones), FIRST_PERSON.search(QUOTED.sub(" ", story)) is None
    if _is_testimony(story, headings) and not (stated and nobody):
        return "testimony"  # questions that a ministry answers are told by no witness
    if stated:
        return "press release"
    if any(word in story.lower() for word in _words("blog_words")):
        return "other"
    told = len(SPOKEN.findall(story))
    has_byline = any(zone.kind == "byline" and not BOX.match(zone.span.of(text)) for zone in zones)
    if len(MARKER.findall(story)) >= LEAST_MARKERS and not DATELINE.match(story) and not has_byline:
        return "encyclopedia article"
    issued = signed or _is_issued(text, zones)
    if _is_report(story, headings, issued) or (issued and _calls_itself_report(story)):
        return "report"
    if _tells_of_own_work(story):
        return "report"
    signed = any(zone.kind == "byline" and BY.search(zone.span.of(text)) for zone in zones)
    titled = any(zone.kind == "title" for zone in zones)
    if told >= 2 or (signed and titled) or DATELINE.match(story) or _opens_with_its_town(story):
        return "press article"
    return "other"


def _is_labelled(head: str) -> bool:
    """Whether a line of the head is or begins with the label of a release; a sentence that speaks of one is none."""
    return any(
        _has(line, "release_labels")
        and (len(line.split()) <= LONGEST_LABEL or line.startswith(tuple(_words("release_labels"))))
        for line in (line.strip(" *#_") for line in head.splitlines())
    )


def _is_testimony(story: str, headings: set[str]) -> bool:
    lines = story.count("\n") + 1
    turns, questions = len(TURN.findall(story)), len(QUESTION.findall(story))
    if questions >= 2 or (turns >= LEAST_TURNS and turns * 3 >= lines and "?" in story):
        return True
    opening = story[:400].lower()
    named = any(word in opening for word in _words("testimony_openings"))
    if not named and len(ENTRY.findall(story)) < LEAST_ENTRIES:
        return False
    return len(FIRST_PERSON.findall(QUOTED.sub(" ", story))) * 60 >= len(story.split())


def _is_statement(text: str, zones: Sequence[Zone]) -> bool:
    """Whether the title says that it is a statement and a letterhead or an imprint says whose."""
    title = next((zone.span.of(text).strip(" #*").lower() for zone in zones if zone.kind == "title"), "")
    if not title.startswith(tuple(_words("statement_titles"))):
        return False
    return _is_issued(text, zones)


def _is_issued(text: str, zones: Sequence[Zone]) -> bool:
    """Whether a letterhead or an imprint names the body that issued the document."""
    heads = (zone.span.of(text)[:LETTERHEAD] for zone in zones[:6] if zone.kind in ("boilerplate", "byline"))
    return any(issuer_of(line) for head in heads for line in head.splitlines())


def _is_report(story: str, headings: set[str], issued: bool) -> bool:
    """Whether the headings are those of a report; a body that issued it counts for one of them."""
    standard = headings & _words("report_headings")
    if (standard and len(standard) + issued >= LEAST_HEADINGS) or len(NUMBERED.findall(story)) >= 3:
        return True
    if _opens_with_its_town(story):
        return False  # a newspaper tells of the report of somebody else
    return any(map(_named_as_report, _words("report_titles"), repeat(_titles(story).lower())))


def _opens_with_its_town(story: str) -> bool:
    """Whether the first sentence has a town in capitals before it, as those of newspapers and agencies do."""
    opening = (line for line in story.splitlines()[:OPENED] if len(line.split()) > LONGEST_TITLE)
    return any(map(OPENING.match, opening))


def _titles(story: str) -> str:
    """The lines at the beginning that are no sentences: these may name a report of somebody else."""
    end = story.find("\n", HEAD)
    lines = story[: end if end >= 0 else len(story)].splitlines()
    return "\n".join(line for line in lines if len(line.split()) <= _longest_title(line))[:HEAD]


def _longest_title(line: str) -> int:
    """Words up to which a line is no sentence: more where no full stop ends it."""
    return LONGEST_TITLE if line.rstrip().endswith((".", "!", "?", "”", '"')) else 2 * LONGEST_TITLE


def _calls_itself_report(story: str) -> bool:
    """Whether a text that a body issued speaks of itself as a report: "the percentages in this report"."""
    return any(_has(line, "own_report") for line in story.lower().splitlines())


def _tells_of_own_work(story: str) -> bool:
    """Whether a text says in its own voice how it counted: "we recorded", "our database"."""
    own = QUOTED.sub(" ", story.lower()).replace("’", "'")
    found = (re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", own) for word in _words("own_work"))
    return sum(map(len, found)) >= LEAST_OF_WORK


def _named_as_report(word: str, title: str) -> bool:
    """Whether a text calls itself by a word; an answer "to the report of" somebody else does not."""
    before, found, _ = title.partition(word)
    return bool(found) and ABOUT.search(before) is None


def _headings(story: str) -> set[str]:
    """Return the short lines without a full stop, numbers taken off, in lower case."""
    found = set()
    for line in story.split("\n"):
        bare = line.strip().rstrip(":").lower()
        if 0 < len(bare) <= 60 and not bare.endswith((".", "?", "!")):
            found.add(re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[ivx]{1,4}\.|#+)\s+", "", bare))
    return found


def _has(text: str, group: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in _words(group))


def _words(group: str) -> frozenset[str]:
    return words("en", "document_kinds", group)
