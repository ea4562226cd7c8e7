"""Blocks of text -> one text with zones: a reader adds block after block, the zones grow with them."""

from dataclasses import dataclass, field

from firsthand.records import Span, Zone, ZoneKind

BETWEEN = "\n\n"
"""What stands between two blocks."""


@dataclass(slots=True)
class Assembly:
    """A document's text while it is put together.

    >>> page = Assembly()
    >>> page.add("A port closes", "title")
    Span(start=0, end=13)
    >>> page.add("Nobody was told.", "main"), page.add("Nobody asked.", "main")
    (Span(start=15, end=31), Span(start=33, end=46))
    >>> [(zone.kind, zone.span.of(page.text)) for zone in page.zones()]
    [('title', 'A port closes'), ('main', 'Nobody was told.\\n\\nNobody asked.')]
    """

    _parts: list[str] = field(default_factory=list)
    _zones: list[Zone] = field(default_factory=list)
    _length: int = 0

    def add(self, text: str, kind: ZoneKind, between: str = BETWEEN) -> Span:
        """Append a block and return its span; ``between`` separates it from the block before.

        A block without a visible character is left out: its span is empty.
        """
        if not text.strip():
            return Span(self._length, self._length)
        if self._length:
            self._append(between)
        span = Span(self._length, self._length + len(text))
        self._append(text)
        if self._zones and self._zones[-1].kind == kind:
            self._zones[-1] = Zone(Span(self._zones[-1].span.start, span.end), kind)
        else:
            self._zones.append(Zone(span, kind))
        return span

    @property
    def length(self) -> int:
        """The number of characters so far, separators included."""
        return self._length

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def zones(self) -> tuple[Zone, ...]:
        """Return the zones in order; blocks of one kind that follow each other are one zone, separators included."""
        return tuple(self._zones)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
