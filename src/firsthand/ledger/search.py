"""Full text: the paragraphs of all documents in one index, and what a person may write to search it."""

import re
from collections.abc import Iterator
from itertools import islice

from firsthand.language.stretches import stretches
from firsthand.ledger.connection import Connection
from firsthand.records import Document, Hit, Span

LONGEST = 4_000
"""Characters of a paragraph at most: a longer one is cut at white space, because a hit is there to be read."""

BATCH = 1_000
WINDOW = 1_000_000
"""Paragraphs written, and characters cut into paragraphs, at a time: a very long text shall not need many times its size."""

TOGETHER = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write words together, or endings on to them: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.

The index cannot take a paragraph out again that it would now cut otherwise: a
change here needs a migration that makes the index anew.
"""

APART = re.compile(f"([{TOGETHER}])")
PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})


def search(connection: Connection, words: str, limit: int) -> Iterator[Hit]:
    """Yield the best paragraphs that hold all the words, best first (BM25).

    Words in double quotes must stand together; ``word*`` finds all that begins
    so. Whatever is written is a search and never an error.
    """
    query = _query(words)
    if not query:
        return
    rows = connection.execute(
        "SELECT document.id, paragraph.start, paragraph.end FROM paragraph_words "
        "JOIN paragraph ON paragraph.number = paragraph_words.rowid "
        "JOIN document ON document.number = paragraph.document_number "
        "WHERE paragraph_words MATCH ? ORDER BY paragraph_words.rank, document.id, paragraph.start LIMIT ?",
        (query, limit),
    ).fetchall()
    texts: dict[str, str] = {}
    for document, start, end in rows:
        if document not in texts:
            (texts[document],) = connection.execute(
                "SELECT text FROM document WHERE id = ?", (document,)
            ).fetchone()
        yield Hit(document, Span(start, end), texts[document][start:end])


def add(connection: Connection, number: int, document: Document) -> None:
    """Add the whole text of a document to the index, also what is not the story."""
    (last,) = connection.execute("SELECT ifnull(max(number), 0) FROM paragraph").fetchone()
    numbered = enumerate(_paragraphs(document), start=last + 1)
    while batch := list(islice(numbered, BATCH)):
        connection.executemany(
            "INSERT INTO paragraph (number, document_number, start, end) VALUES (?, ?, ?, ?)",
            [(paragraph, number, span.start, span.end) for paragraph, span in batch],
        )
        connection.executemany(
            "INSERT INTO paragraph_words (rowid, words) VALUES (?, ?)",
            [(paragraph, _spaced(document.words(span))) for paragraph, span in batch],
        )


def is_indexed(connection: Connection, document: Document, text_sha256: str) -> bool:
    """Whether the same text in the same zones is in the index already."""
    row = connection.execute(
        "SELECT 1 FROM document WHERE id = ? AND text_sha256 = ?", (document.id, text_sha256)
    ).fetchone()
    if row is None:
        return False
    zones = connection.execute(
        "SELECT start, end FROM zone WHERE document = ? ORDER BY n", (document.id,)
    ).fetchall()
    return zones == [(zone.span.start, zone.span.end) for zone in document.zones]


def remove(connection: Connection, document_id: str) -> None:
    """Take a document out of the index."""
    row = connection.execute("SELECT number, text FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return
    number, text = row
    spans = connection.execute(
        "SELECT number, start, end FROM paragraph WHERE document_number = ?", (number,)
    )
    # An index without a copy of the text must be told what it holds, word for word, to let go of it.
    connection.executemany(
        "INSERT INTO paragraph_words (paragraph_words, rowid, words) VALUES ('delete', ?, ?)",
        ((paragraph, _spaced(text[start:end])) for paragraph, start, end in spans),
    )
    connection.execute("DELETE FROM paragraph WHERE document_number = ?", (number,))


def scrub(connection: Connection) -> None:
    """Merge the index into one piece, in which nothing is left of what was taken out."""
    connection.execute("INSERT INTO paragraph_words (paragraph_words) VALUES ('optimize')")


def _paragraphs(document: Document) -> Iterator[Span]:
    for part in _parts(document):
        for window in _cut(document.text, part, WINDOW, "\n"):
            for span in stretches(document.text, window):
                yield from _cut(document.text, span, LONGEST, " ")


def _parts(document: Document) -> Iterator[Span]:
    """Yield the zones and what lies between them."""
    place = 0
    for zone in document.zones:
        if zone.span.start > place:
            yield Span(place, zone.span.start)
        yield zone.span
        place = zone.span.end
    if place < len(document.text):
        yield Span(place, len(document.text))


def _cut(text: str, span: Span, longest: int, at: str) -> Iterator[Span]:
    """Cut a long stretch before a given character, or anywhere if that is not there."""
    start = span.start
    while span.end - start > longest:
        cut = text.rfind(at, start + longest // 2, start + longest)
        cut = start + longest if cut < 0 else cut
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _spaced(text: str) -> str:
    """Return the words as they are indexed: a character of a script that writes together stands alone."""
    return APART.sub(r" \1 ", text)


def _query(words: str) -> str:
    """Return the search in FTS5's language: quoted parts, all of which must be there."""
    parts = []
    for phrase, word in PART.findall(words.translate(QUOTES)):
        part, prefix = (word[:-1], "*") if word.endswith("*") else (phrase or word, "")
        if any(character.isalnum() for character in part):
            parts.append(f'"{_spaced(part)}"{prefix}')
    return " AND ".join(parts)
