"""The kinds of marks as the database names them, taken from the fields of ``Marks``."""

from typing import Any, get_args, get_type_hints

from firsthand.records import Attribution, Marks, Span

KINDS: dict[str, tuple[str, type[Any]]] = {
    field: (get_args(hint)[0].__name__.lower(), get_args(hint)[0])
    for field, hint in get_type_hints(Marks).items()
}
"""Field of ``Marks`` to the kind's name and its type: quantities -> quantity, Quantity."""


def extent(mark: Any) -> Span:
    """Return the stretch from a mark's first to its last word; an attribution has its words in several places."""
    if not isinstance(mark, Attribution):
        span: Span = mark.span
        return span
    spans = (*mark.content, *mark.cue, *(mark.source.spans if mark.source else ()))
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))
