"""What was made of a whole dossier, kept until the dossier changes: the few lists that cannot be read by the screenful."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

from firsthand.dossier import Dossier

T = TypeVar("T")

MOST = 12
"""Results that are kept."""

_kept: OrderedDict[tuple[str, str], Any] = OrderedDict()
_lock = Lock()


def remembered(dossier: Dossier, name: str, make: Callable[[], T]) -> T:
    """Return what ``make`` gives, made once for each state of a dossier; ``name`` tells the results of one apart."""
    key = (dossier.browse.state(), name)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return cast(T, _kept[key])
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made
