"""A finished file taken apart: every text in it, decoded and decompressed, with the kind of place where it stands."""

import base64
import binascii
import gzip
import html
import io
import quopri
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import unquote_to_bytes

from firsthand import ledger
from firsthand.protection import Piece

DEEPEST = 6
"""How many layers of packing are opened: an archive in a message in an archive."""

MOST = 200_000_000
"""Bytes that one layer may unpack to; a release is far smaller."""

BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
WRAPPED = re.compile(r"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]+={0,2}")
HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){4,}")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
QUOTED = re.compile(r"=(?:[0-9A-F]{2}|\r?\n)")
TEXTUAL = 0.9
"""Share of characters that can be printed from which decoded bytes are taken for a text."""


def pieces(content: bytes, name: str = "", place: str = "text", depth: int = 0) -> Iterator[Piece]:
    """Yield every text in a file: as it stands, unescaped, unpacked, from metadata, hidden places and what lies around.

    ``name`` is that of the file itself, which is a text as well.
    """
    if name:
        yield Piece("file name", name)
    if depth > DEEPEST or not content:
        return
    for magic, opener in OPENERS.items():
        if content[: len(magic)] == magic:
            if opener is _of_database:  # its texts are UTF-8; what no table uses is in the bytes
                yield Piece(f"bytes of {place}", content.decode("utf-8", "ignore"), noisy=True)
            else:
                yield from _raw(content, f"bytes of {place}")
            yield from opener(content, place, depth + 1)
            return
    if _is_text(content):
        yield from _text(content.decode("utf-8", "replace"), place, depth)
        if b"\0" in content:
            yield from _wide(content, place)
        return
    yield from _raw(content, f"bytes of {place}")
    with suppress(zlib.error):
        yield from pieces(_inflated(content), "", f"compressed {place}", depth + 1)


def _is_text(content: bytes) -> bool:
    sample = content[:4096].decode("utf-8", "replace")
    printable = sum(
        character.isprintable() or character.isspace() or unicodedata.category(character) == "Cf"
        for character in sample
    )
    return printable >= TEXTUAL * len(sample) and "\ufffd" not in sample[:-4]


def _raw(content: bytes, place: str) -> Iterator[Piece]:
    yield Piece(place, content.decode("utf-8", "ignore"), noisy=True)
    yield Piece(place, content.decode("latin-1"), noisy=True)
    yield from _wide(content, place)


def _wide(content: bytes, place: str) -> Iterator[Piece]:
    for offset in (0, 1):
        yield Piece(place, content[offset:].decode("utf-16-le", "ignore"), noisy=True)
        yield Piece(place, content[offset:].decode("utf-16-be", "ignore"), noisy=True)


def _text(text: str, place: str, depth: int) -> Iterator[Piece]:
    """Yield a text, and the same with its escapes and encodings undone."""
    yield Piece(place, text)
    for kind, undone in _undone(text):
        yield Piece(f"{place} ({kind})", undone)
    for pattern, decode in ((BASE64, _of_base64), (WRAPPED, _of_base64), (HEX, bytes.fromhex)):
        for found in pattern.finditer(text):
            with suppress(ValueError, binascii.Error):
                inner = decode(found[0])
                if depth < DEEPEST and (
                    _is_text(inner) or inner[:2] in (b"PK", b"\x1f\x8b", b"x\x9c", b"%P")
                ):
                    yield from pieces(inner, "", f"encoded {place}", depth + 1)


def _undone(text: str) -> Iterator[tuple[str, str]]:
    if "&" in text:
        once = html.unescape(text)
        yield "entities", once
        if "&" in once:
            yield "entities", html.unescape(once)
    if ESCAPED.search(text):
        yield "escapes", ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    if PERCENT.search(text):
        yield "address", unquote_to_bytes(text).decode("utf-8", "replace")
    if QUOTED.search(text):
        yield "quoted-printable", quopri.decodestring(text.encode()).decode("utf-8", "replace")


def _of_base64(text: str) -> bytes:
    plain = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    return base64.b64decode(plain + "=" * (-len(plain) % 4))


def _inflated(content: bytes) -> bytes:
    return zlib.decompressobj().decompress(content, MOST)


def _of_zip(content: bytes, place: str, depth: int) -> Iterator[Piece]:
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield Piece(f"comment of {place}", archive.comment.decode("utf-8", "replace"))
        for member in archive.infolist():
            yield Piece(f"comment of {place}", member.comment.decode("utf-8", "replace"))
            with archive.open(member) as opened:
                yield from pieces(opened.read(MOST), member.filename, f"part of {place}", depth)


def _of_gzip(content: bytes, place: str, depth: int) -> Iterator[Piece]:
    with suppress(OSError, EOFError, zlib.error):
        yield from pieces(
            gzip.GzipFile(fileobj=io.BytesIO(content)).read(MOST), "", f"compressed {place}", depth
        )


def _of_database(content: bytes, _place: str, depth: int) -> Iterator[Piece]:
    for where, value in ledger.contents(content):
        if isinstance(value, str):
            yield from _text(value, where, depth)
        else:
            yield from pieces(value, "", where, depth)


def _of_png(content: bytes, place: str, depth: int) -> Iterator[Piece]:
    """Yield the texts beside the picture; what is drawn is no text."""
    at = 8
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if kind in (b"tEXt", b"iTXt", b"eXIf", b"zTXt"):
            yield Piece(f"metadata of a picture in {place}", data.decode("utf-8", "replace"))
            for start in (found.end() for found in re.finditer(b"\0", data)):
                with suppress(zlib.error):
                    yield from pieces(_inflated(data[start:]), "", f"metadata of a picture in {place}", depth)
        at += 12 + size


def _of_pdf(content: bytes, _place: str, depth: int) -> Iterator[Piece]:
    import pikepdf

    yield from _pages(content)
    try:
        opened = pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError:
        return
    with opened:
        for item in opened.objects:
            yield from _of_object(item, depth)


def _pages(content: bytes) -> Iterator[Piece]:
    import pypdfium2

    with suppress(pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(content)
        try:
            yield Piece("metadata of the PDF", "\n".join(document.get_metadata_dict().values()))
            for page in document:
                yield Piece("page of the PDF", page.get_textpage().get_text_range())
        finally:
            document.close()


def _of_object(item: Any, depth: int) -> Iterator[Piece]:
    """Yield the strings of an object of a PDF and what its stream holds."""
    import pikepdf

    if isinstance(item, pikepdf.Stream):
        with suppress(pikepdf.PdfError):
            yield from pieces(item.read_bytes(), "", "stream of the PDF", depth)
    if isinstance(item, pikepdf.String):
        yield Piece("object of the PDF", str(item))
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in item.items():
            yield Piece("object of the PDF", str(key))
            if not getattr(value, "is_indirect", False):
                yield from _of_object(value, depth)
    elif isinstance(item, pikepdf.Array):
        for value in item:
            if not getattr(value, "is_indirect", False):
                yield from _of_object(value, depth)


OPENERS: dict[bytes, Callable[[bytes, str, int], Iterator[Piece]]] = {
    b"PK\x03\x04": _of_zip,
    b"\x1f\x8b": _of_gzip,
    b"%PDF": _of_pdf,
    b"SQLite format 3\0": _of_database,
    b"\x89PNG": _of_png,
}
"""First bytes of a file to what takes it apart."""
