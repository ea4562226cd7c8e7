"""Numbers and lists in plain words, for the sentences of findings."""

from collections.abc import Iterable

SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def several(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> several(1, "document"), several(3, "body"), several(20, "claim")
    ('one document', 'three bodies', '20 claims')
    """
    many = f"{noun[:-1]}ies" if noun.endswith("dy") else f"{noun}s"
    return f"{worded(number)} {noun if number == 1 else many}"


def worded(number: int) -> str:
    """Return a number as it is written in a sentence: in words up to twelve.

    >>> worded(2), worded(1532)
    ('two', '1,532')
    """
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def listed(parts: Iterable[str]) -> str:
    """Return some phrases as a list.

    >>> listed(["the number", "the place", "the time"])
    'the number, the place and the time'
    """
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
