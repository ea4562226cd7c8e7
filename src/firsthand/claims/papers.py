"""By whose word a document as a whole stands: an outlet, the body that issues it, a witness."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from firsthand.lexicon import load, words
from firsthand.records import Attribution, Document, DocumentKind, Marks, Role, Step

DOCUMENT_ROLES: dict[DocumentKind, Role] = {
    "report": "report",
    "testimony": "witness",
    "press release": "organisation",
}
LETTERHEAD = 250
"""Characters at the top of a paper in which the body that issues it names itself."""

OPENING = 1_500
TURNS = 2
"""Turns of who asks and who answers from which a testimony is the record of an interview; one is a line such as "Taken by: ..."."""

NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:de|van|von|bin|al|el) )?[A-Z][\w’'-]+){1,3})"
QUOTES = frozenset("“”\"'‘’«»„`")


def own_step(document: Document, marks: Marks) -> Step:
    """Return the first step of every chain of a document.

    A report, a release or a statement stands by the word of the body that
    issues it. The account of a witness stands by the witness's word; the
    record of an interview by that of who asked.
    """
    role = DOCUMENT_ROLES.get(document.kind, "outlet")
    if role == "witness":
        return _of_testimony(document, marks)
    answering = _answering().search(document.title or "") if role == "outlet" else None
    if answering:
        return Step(answering["name"], "official")
    if role == "outlet" and document.publisher and _is_of_a_body(document):
        return Step(document.publisher, "organisation")
    if role == "outlet" and _issues(document):
        return Step(_letterhead(document, marks) or document.publisher or document.title, "organisation")
    if role == "report":
        return Step(document.publisher or next(iter(document.authors), None) or document.title, role)
    return Step(document.publisher, role)


def is_turn(attribution: Attribution, document: Document) -> bool:
    """Whether an attribution is a turn of a transcript: spoken words without quotation marks."""
    first = attribution.content[0].start
    return attribution.kind == "direct" and document.text[first] not in QUOTES


def _of_testimony(document: Document, marks: Marks) -> Step:
    opening = f"{document.title or ''}\n{document.text[:OPENING]}"
    own = _named_in(opening, "introducing")
    if own:
        return Step(own, "witness")
    asked = [each for each in marks.attributions if is_turn(each, document) and each.source]
    if len(asked) >= TURNS:
        names = (each.source.resolved for each in asked if each.source and each.source.role == "author")
        name = next((name for name in names if name and name[0].isupper()), None)
        return Step(document.publisher, "outlet") if document.publisher else Step(name, "author")
    return Step(_named_in(opening, "own_account") or next(iter(document.authors), None), "witness")


def _named_in(opening: str, group: str) -> str | None:
    """The name behind one of the patterns of a group, None where none is found."""
    for pattern in load("en", "transcripts")[group]["patterns"]:
        match = re.search(rf"\b(?i:{pattern})\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{NAME}", opening)
        if match:
            return match["name"]
    return None


def _is_of_a_body(document: Document) -> bool:
    """Whether a document is published by an office, a school, a court or the like, which speaks in it for itself."""
    if document.kind not in ("press article", "other"):
        return False
    named = [word.lower() for word in re.findall(r"[\w-]+", document.publisher or "")]
    if len(named) < 2 or not words("en", "roles", "outlet").isdisjoint(named):
        return False
    heads = [named[place - 1] for place, word in enumerate(named) if word in ("of", "for", "on") and place]
    head = heads[0] if heads else named[-1]
    if (
        document.kind == "press article"
        and named[0] == "the"
        and head in words("en", "furniture", "outlet_names")
    ):
        return False  # "The Halden Monitor" is a newspaper
    beside = named[-2] if not heads and len(named) > 2 else head  # "District Health Office Oberwick"
    return not bodies().isdisjoint((head, beside))


def _issues(document: Document) -> bool:
    """Whether a document without a kind calls itself a statement, a bulletin or the like."""
    patterns = load("en", "own_papers")["titles"]["patterns"]
    return document.kind == "other" and bool(
        re.match("|".join(patterns), document.title or "", re.IGNORECASE)
    )


def _letterhead(document: Document, marks: Marks) -> str | None:
    """The body named at the top of the paper that speaks most often in it."""
    top = document.text[:LETTERHEAD]
    spoken = Counter(
        each.source.resolved
        for each in marks.attributions
        if each.source and each.source.resolved and each.source.role in ("organisation", "official")
    )
    return next((name for name, _ in spoken.most_common() if name and name in top), None)


@cache
def _answering() -> re.Pattern[str]:
    """ "Written question on the harbours, and answer of the Minister of Ports": who answers in a paper of parliament."""
    answers = "|".join(sorted(map(re.escape, words("en", "own_papers", "answers"))))
    return re.compile(
        rf"\b(?i:{answers}) (?:the )?(?P<name>Minist(?:er|ry) (?:of|for) [A-Z]\w+(?:(?:,| and) [A-Z]\w+)*)"
    )


@cache
def bodies() -> frozenset[str]:
    """Return the words that say of a name that it is that of a body."""
    return (
        words("en", "bodies", "bodies")
        | words("en", "roles", "organisation")
        | words("en", "bodies", "companies")
    )
