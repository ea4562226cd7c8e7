"""Who speaks in one document, in the order of their first words, each with a letter and a way to be underlined."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.links import voice_key
from firsthand.records import Attribution, Role

COLOURS = 8
"""Colours of the style sheet that are told apart in light and dark."""

STROKES = 3
"""Ways to underline; with a colour each they go round after so many speakers times the colours."""

NOBODY = "somebody who is not named"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks in a document: ``letter`` stands beside the words, ``key`` leads to the same voice elsewhere.

    ``colour`` and ``stroke`` count from 0.
    """

    letter: str
    name: str
    role: Role
    key: str
    count: int
    colour: int
    stroke: int


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a document, by the name under which a source speaks there."""

    speakers: tuple[Speaker, ...]
    by_key: dict[str, Speaker]

    def of(self, attribution: Attribution) -> Speaker | None:
        """Return who speaks in an attribution, None where it has no source."""
        return self.by_key.get(_key(attribution)) if attribution.source else None


def cast(attributions: Iterable[Attribution]) -> Cast:
    """Return the speakers of a document, whose attributions come in order of place."""
    names: dict[str, tuple[str, Role]] = {}
    counts: dict[str, int] = {}
    for attribution in attributions:
        if attribution.source is None:
            continue
        key = _key(attribution)
        counts[key] = counts.get(key, 0) + 1
        names.setdefault(key, (attribution.source.resolved or NOBODY, attribution.source.role))
    found = {
        key: Speaker(letters(n), name, role, key, counts[key], n % COLOURS, n // COLOURS % STROKES)
        for n, (key, (name, role)) in enumerate(names.items())
    }
    return Cast(tuple(found.values()), found)


def letters(number: int) -> str:
    """Return the letters for a number counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    head, last = divmod(number, 26)
    return (letters(head - 1) if head else "") + chr(ord("A") + last)


def _key(attribution: Attribution) -> str:
    source = attribution.source
    return voice_key(source.resolved) if source and source.resolved else ""
