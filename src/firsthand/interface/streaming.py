"""Lists of entries as one JSON object, written piece by piece."""

import json
from collections.abc import Iterable, Iterator

from firsthand.interface.parts import Json


def stream(lists: Iterable[tuple[str, Iterable[Json]]]) -> Iterator[str]:
    """Yield the text of one JSON object that holds these lists, entry by entry, so that memory stays flat.

    >>> "".join(stream([("claims", iter([{"id": "a"}])), ("links", iter([]))])).replace("\\n", "")
    '{"claims": [{"id": "a"}],"links": []}'
    """
    for n, (name, entries) in enumerate(lists):
        yield f"{',' if n else '{'}\n{json.dumps(name)}: ["
        for m, entry in enumerate(entries):
            yield (",\n" if m else "\n") + json.dumps(entry, ensure_ascii=False)
        yield "]"
    yield "}\n"
