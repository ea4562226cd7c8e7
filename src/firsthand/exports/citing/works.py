"""What is cited: a document with all that a bibliography needs of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.exports.wording import clean
from firsthand.records import Document, DocumentKind, Span

LETTERS = 24
"""Letters of one part of a key, at most."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document as others cite it; ``date`` holds year, month and day as far as they are known."""

    kind: DocumentKind
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: tuple[int, ...]
    language: str
    file: str
    sha256: str

    @property
    def called(self) -> str:
        """The title, or what stands in its place."""
        return self.title or f"untitled {'document' if self.kind == 'other' else self.kind}"


def work(document: Document, name: str) -> Work:
    """Return a document as it is cited; ``name`` is that of its file."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", document.published or "")
    return Work(
        kind=document.kind,
        title=clean(document.title or "") or None,
        authors=tuple(filter(None, map(clean, document.authors))),
        publisher=clean(document.publisher or "") or None,
        date=tuple(int(part) for part in found.groups() if part) if found else (),
        language=document.language,
        file=clean(name),
        sha256=document.original.sha256,
    )


def locator(document: Document, span: Span) -> str:
    """Return where in a document a passage stands: its page, else its characters, counted from 0.

    >>> from firsthand.records import Original
    >>> locator(Document("d", Original("", "", "", 0), "", ()), Span(120, 188))
    'characters 120–188'
    """
    pages = sum(start <= span.start for start in document.pages)
    return f"p. {pages}" if pages else f"characters {span.start}–{span.end}"


def keys(works: Mapping[str, Work]) -> dict[str, str]:
    """Return a citation key for each work, by the same ids: publisher, year and title in plain letters.

    A key depends on the work alone; works that would share one get a, b, c by their file.
    """
    bases = {name: _key(each) for name, each in works.items()}
    many = Counter(bases.values())
    seen: Counter[str] = Counter()
    found = {}
    for name in sorted(works, key=lambda name: (bases[name], works[name].file, works[name].sha256)):
        base = bases[name]
        found[name] = f"{base}-{_letters(seen[base])}" if many[base] > 1 else base
        seen[base] += 1
    return {name: found[name] for name in works}


def _key(each: Work) -> str:
    maker = each.publisher or (each.authors[0] if each.authors else "")
    year = f"{each.date[0]:04d}" if each.date else "undated"
    parts = (_ascii(maker.split()), year, _ascii(each.called.split()[:3]))
    return "-".join(filter(None, parts))


def _ascii(words: Iterable[str]) -> str:
    spelled = unicodedata.normalize("NFKD", "".join(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", spelled.lower())[:LETTERS]


def _letters(n: int) -> str:
    return (_letters(n // 26 - 1) if n >= 26 else "") + "abcdefghijklmnopqrstuvwxyz"[n % 26]
