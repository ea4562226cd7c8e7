"""Bodies that texts name only by what they are: "police said", "the embassy", where there is just one of them."""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.lexicon import words
from firsthand.links.makers import head


def called(publishers: Iterable[str], spoken: Iterable[str]) -> dict[str, str]:
    """Return for each word for a kind of body the key of the one publisher that is so called, among all of whom texts speak.

    >>> called(["harbour police of vessany"], ["harbour police of vessany", "ministry of ports", "ministry of mines"])
    {'police': 'harbour police of vessany'}
    """
    issuing = {key for key in publishers if key}
    named: dict[str, set[str]] = defaultdict(set)
    for key in issuing.union(spoken):
        kind = head(key)
        if " " in key and kind in words("en", "bodies", "books"):
            named[kind].add(key)
    return {kind: min(keys) for kind, keys in sorted(named.items()) if len(keys) == 1 and keys <= issuing}
