"""Bodies under the name of one of those who sign for them: the Morvan Commission, the Morvan report."""

from collections import defaultdict
from collections.abc import Iterable, Sequence


def headed(issued: Iterable[tuple[str, Sequence[str]]], spoken: Iterable[str]) -> dict[str, str]:
    """Return for each key that is the last name of an author, alone or before what a body is, the key of the one body that he signs for.

    ``issued`` are the bodies of papers of their own, each with the keys of the paper's authors.

    >>> headed([("commission on the docks", ["ilse morvan", "dag ferrin"])], ["morvan commission", "morvan", "ferrin fund"])
    {'morvan': 'commission on the docks', 'morvan commission': 'commission on the docks'}
    """
    signing: dict[str, set[str]] = defaultdict(set)
    for body, authors in issued:
        for author in authors:
            signing[author.split()[-1]].add(body)
    found = {}
    for key in sorted(set(spoken)):
        name, _, kind = key.partition(" ")
        bodies = signing.get(name, set())
        if len(bodies) == 1 and (not kind or kind in min(bodies).split()):
            found[key] = min(bodies)
    return found
