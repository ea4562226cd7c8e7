"""Bodies under a part of their name: the Coast Guard is the Karvelian Coast Guard where no other one is named."""

from collections import defaultdict
from collections.abc import Iterable

LINKING = frozenset({"of", "at", "for", "in", "into", "on", "to", "and"})
"""Words by which a name goes on: "Ombudsman of the Republic", "Lost at the Border", "Inquiry into the Docks"."""


def shortened(publishers: Iterable[str], spoken: Iterable[str]) -> dict[str, str]:
    """Return for each key that is a part of the name of just one publisher the key of that publisher.

    A part begins the name up to a word by which names go on, or ends it with two words or more. It is left
    alone where it is a publisher itself, or also a part of the name of somebody else of whom texts speak.

    >>> shortened(["karvelian coast guard"], ["coast guard"])
    {'coast guard': 'karvelian coast guard'}
    >>> shortened(["ministry of ports"], ["ministry", "ministry of mines"])
    {}
    """
    known = {key for key in publishers if key}
    named = set(spoken) - {""}
    fuller: dict[str, set[str]] = defaultdict(set)
    for name in known | named:
        for part in _parts(name):
            if part in named and part not in known:
                fuller[part].add(name)
    found = {}
    for part, names in sorted(fuller.items()):
        longest = {name for name in names if not any(name in _parts(other) for other in names)}
        if len(longest) == 1 and longest <= known:
            found[part] = longest.pop()
    return found


def _parts(name: str) -> list[str]:
    """The parts of a name by which its body may be called."""
    words = name.split()
    cut = [" ".join(words[: place + 1]) for place in range(1, len(words) - 1) if words[place] in LINKING]
    leading = [" ".join(words[:place]) for place in range(1, len(words) - 1) if words[place] in LINKING]
    trailing = [" ".join(words[place:]) for place in range(1, len(words) - 1)]
    return [*cut, *leading, *(part for part in trailing if part.split()[0] not in LINKING)]
