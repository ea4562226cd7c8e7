"""The proper names in a document's story that few texts have."""

import re
from collections.abc import Iterable

from firsthand.links.rarity import UNLISTED, rarity
from firsthand.records import Span

NAMED = re.compile(r"(?<=[\w,;] )[A-Z][^\W\d_]{3,}|\b[A-Z][^\W\d_]{3,}(?= [A-Z][a-z])")
"""A word with a capital letter that does not begin a sentence, or before another one."""

SMALL = re.compile(r"\b[a-z][^\W\d_]{3,}")
ENDINGS = re.compile(r"(?:['’]s?|i?ans?|ese|ish|s)$")

MOST = 400
"""Names that are kept of one document, those that stand in it most often."""


def rare_names(text: str, story: Iterable[Span]) -> frozenset[str]:
    """Return the names in a story that are no common words, in small letters and without endings.

    >>> sorted(rare_names("The port of Vessany and its Ruvenians in the Port", [Span(0, 50)]))
    ['ruven', 'vessany']
    """
    often: dict[str, int] = {}
    small: set[str] = set()
    for span in story:
        said = span.of(text)
        for word in NAMED.findall(said):
            often[word] = often.get(word, 0) + 1
        small.update(SMALL.findall(said))
    names = {
        ENDINGS.sub("", name.lower()): times
        for name, times in often.items()
        if name.lower() not in small and rarity(name.lower()) >= UNLISTED
    }
    return frozenset(sorted(names, key=lambda name: (-names[name], name))[:MOST])
