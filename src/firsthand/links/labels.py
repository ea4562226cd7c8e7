"""A figure in a few words of the text itself, in the order of the text."""

import re

from firsthand.lexicon import words
from firsthand.links.terms import content, says_any
from firsthand.records import Claim

LONGEST = 63
"""Characters of a label, marks of what is left out aside; a longer clause is cut behind a telling word."""

FARTHEST = 90
"""Characters up to which a label is longer so that it holds its number."""

HEAD = 36
"""Characters of the beginning of a clause whose middle is left out."""

MARKS = re.compile(r"\[[\w\s]{1,4}\]|[“”«»\"]")
WORD = re.compile(r"[^\W_][\w'’.,%-]*")


def label(claim: Claim) -> str:
    """Return a claim's own clause, from its number or its people to what is said of them, shortened.

    What stands before both is left out as long as what is measured stands behind them; of a clause that
    begins with "who" the people are told first.
    """
    text = claim.text
    start = _start(claim)
    measured = content(claim.measure) if start else frozenset()
    if measured and not says_any(text[start:], measured):
        start = 0
    phrase = " ".join(MARKS.sub(" ", text[start:]).split()).strip(" ,;:.–—-")
    return _shortened(_whose(claim, phrase) + phrase, claim.quantity_text or "", claim.measure)


def _whose(claim: Claim, phrase: str) -> str:
    """The people of whom a clause tells that begins with "who": they stand before it in the text."""
    first = phrase.split(" ", 1)[0].casefold()
    if first not in words("en", "comparing", "relative"):
        return ""
    people = " ".join((claim.population or "").split())
    if content(people) & content(claim.text):
        return ""
    return f"{people} " if people else ""


def _start(claim: Claim) -> int:
    """Where the number or the people of a claim begin in its clause, whichever comes first."""
    places = []
    if claim.quantity is not None:
        places.append(claim.quantity.span.start - claim.span.start)
    for phrase in (claim.quantity_text, claim.population):
        if phrase:
            places.append(claim.text.find(phrase))
    return min((place for place in places if 0 <= place < len(claim.text)), default=0)


def _shortened(phrase: str, number: str, measure: str) -> str:
    """A phrase cut to its number, its people and what is measured of them if that fits, else to its beginning."""
    if len(phrase) <= LONGEST:
        return phrase
    shown = " ".join(number.split())
    reached = phrase.find(shown) + len(shown) if shown in phrase else 0
    head, wanted = _beginning(phrase, HEAD), content(measure)
    if shown and 0 < reached <= len(head):
        for match in WORD.finditer(phrase, len(head) + 1):
            if content(match[0]) & wanted and len(phrase) - match.start() <= LONGEST - len(head):
                return f"{head} … {phrase[match.start() :]}"
    if reached > FARTHEST and len(shown) <= LONGEST - HEAD:
        head = head[: head.rfind("(")].rstrip() if head.count("(") > head.count(")") else head
        return f"{head} … {shown}" if head else shown
    return _beginning(phrase, max(LONGEST, reached if reached <= FARTHEST else 0)) + " …"


def _beginning(phrase: str, longest: int) -> str:
    """The beginning of a phrase up to a word that says something."""
    empty = words("en", "comparing", "empty")
    whole = [match for match in WORD.finditer(phrase, 0, longest + LONGEST) if match.end() <= longest]
    telling = (match.end() for match in reversed(whole) if match[0].casefold().strip(".,") not in empty)
    end = next(telling, 0)
    return phrase[: end or longest].rstrip(" ,;:.")
