"""Small functions for templates: how a number, a document, a passage is written and where it leads."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from firsthand.dossier import wording
from firsthand.records import Document
from firsthand.web.number_line import number_line


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "file"), counted(1200, "file"), counted(2, "copy", "copies")
    ('1 file', '1,200 files', '2 copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def quoted(text: str, most: int = 0) -> str:
    """Return words on one line in quotation marks, cut at ``most`` characters; 0 cuts nothing.

    >>> quoted("as young\\nas 14", 9)
    '“as young…”'
    >>> quoted("he said so,”")
    '“he said so,”'
    """
    said = one_line(text, most)
    opens = "" if said.startswith("“") and said.count("“") > said.count("”") else "“"
    closes = "" if said.endswith("”") and said.count("”") > said.count("“") else "”"
    return f"{opens}{said}{closes}"


def one_line(text: str, most: int = 0) -> str:
    """Return words on one line, cut at ``most`` characters; 0 cuts nothing.

    >>> one_line("at least\\n340 of them", 12)
    'at least 34…'
    """
    said = " ".join(text.split())
    return f"{said[: most - 1].rstrip()}…" if most and len(said) > most else said


def found_in(passage: str, sought: str, most: int = 420) -> list[tuple[str, bool]]:
    """Return a passage in pieces, each with whether it is one of the sought words; a long one is cut about the first of them.

    >>> found_in("The halls of Vessany", "vessany hall*")
    [('The ', False), ('halls', True), (' of ', False), ('Vessany', True)]
    """
    words = [
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"\b") for word in _words(sought)
    ]
    if not words:
        return [(one_line(passage, most), False)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)
    text = " ".join(passage.split())
    first = pattern.search(text)
    start = max(0, (first.start() if first else 0) - most // 3) if len(text) > most else 0
    cut = text[start : start + most]
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    place = 0
    for hit in pattern.finditer(cut):
        pieces += [(cut[place : hit.start()], False), (hit[0], True)]
        place = hit.end()
    pieces += [(cut[place:], False), ("…" if start + most < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]


def _words(sought: str) -> list[str]:
    return [word for word in re.split(r"[\s\"“”„«»]+", sought) if word.strip("*")]


def words_at(document_id: str, start: int, end: int) -> str:
    """Return the address of exact words: the document's page, opened and marked there.

    >>> words_at("ab12", 10, 20)
    '/documents/ab12?at=10-20#at'
    """
    return f"/documents/{document_id}?at={start}-{end}#at"


def called(document: Document) -> str:
    """Return how a document is called in a list: its publisher and date, else its file."""
    name = document.publisher or short_name(document.original.name)
    return f"{name}, {document.published}" if document.published else name


def short_name(name: str, most: int = 44) -> str:
    """Return a file's name without its folders, the end of it when it is long.

    >>> short_name("letters.zip/one.txt")
    'one.txt'
    """
    last = name.rsplit("/", 1)[-1]
    return last if len(last) <= most else f"…{last[1 - most :]}"


FIELDS = {
    "value": "the number", "measure": "what is measured", "population": "of whom", "whole": "the whole", "place": "where",
    "period": "when", "chain": "whose word",
}  # fmt: skip


def field(name: str) -> str:
    """Return how a field of a claim is called in a sentence."""
    return FIELDS.get(name, name)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "quoted": quoted,
    "found_in": found_in,
    "one_line": one_line,
    "changed": wording.CHANGED.__getitem__,
    "short_name": short_name,
    "said": wording.said,
    "voice": wording.voice,
    "field": field,
}
GLOBALS: Mapping[str, Callable[..., Any]] = {
    "counted": counted,
    "words_at": words_at,
    "called": called,
    "number_line": number_line,
}
