"""Two shares of one sentence that part one whole between them: nobody is in both."""

import re
from functools import cache

from firsthand.lexicon import load
from firsthand.links.terms import form
from firsthand.records import Quantity

FIRST = re.compile(
    r"(?:\s+of\s+[\w’' -]{2,60}?)?\s(?:is|are|was|were|be|been|being)\s(?P<said>[\w’' -]{2,80}?)(?:,|,?\s+(?:and|but|while|against))\s+"
)
"""What the first share says of those of whom it is one, up to the second one."""

SECOND = re.compile(r"\s+(?P<said>[\w’' -]{2,60}?)(?=\s+(?:which|who|that|as)\b|[,.;:)!?—–]|\s[-–—]\s|$)")
"""What the second share says, without its own verb."""

PLACE = re.compile(
    r"(?:^|\s)(?P<at>in|at|on|off|along|inside|outside|under)\s+(?P<place>(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+)?)$"
)
"""Where something is found."""

SMALL = frozenset({"and", "or", "the", "a", "an", "of", "is", "are", "was", "were"})


def are_parted(text: str, one: Quantity | None, other: Quantity | None) -> bool:
    """Return whether the second share says of the same whole what the first one rules out: other people, or another place.

    >>> from firsthand.records import Span
    >>> sentence = "60% of the dead were women and girls and 45% men and boys."
    >>> shares = [Quantity(Span(at, at + 3), "share", None, None, "exact") for at in (0, 41)]
    >>> are_parted(sentence, *shares)
    True
    """
    if one is None or other is None:
        return False
    first, second = sorted((one.span, other.span))
    before = FIRST.fullmatch(text, first.end, second.start)
    behind = SECOND.match(text, second.end)
    if before is None or behind is None:
        return False
    return _are_opposite(_words(before["said"]), _words(behind["said"])) or _are_two_places(
        before["said"], behind["said"]
    )


def _words(said: str) -> frozenset[str]:
    return frozenset(form(word) for word in re.findall(r"\w+", said.casefold()) if word not in SMALL)


def _are_opposite(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether each word of one side that the other one lacks is the opposite of one of its words."""
    pairs = {frozenset(pair) for pair in opposites()}
    left, right = a - b, b - a
    return (
        bool(left and right)
        and all(any(frozenset((x, y)) in pairs for y in right) for x in left)
        and all(any(frozenset((x, y)) in pairs for x in left) for y in right)
    )


def _are_two_places(said: str, then: str) -> bool:
    """Whether what lies in one place is set beside what lies in another one."""
    one, other = PLACE.search(said), PLACE.fullmatch(then)
    return (
        one is not None and other is not None and one["at"] == other["at"] and one["place"] != other["place"]
    )


@cache
def opposites() -> list[tuple[str, str]]:
    """Return the pairs of words for groups into which a whole is parted, as they are compared."""
    return [(form(one), form(other)) for one, other in load("en", "findings")["complements"]["pairs"]]
