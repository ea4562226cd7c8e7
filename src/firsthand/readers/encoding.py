"""Bytes -> text: which encoding a text file is in, and what was doubtful about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE = 64 * 1024
"""Bytes that are looked at to tell a legacy encoding: enough to be sure, and a bound on the time."""

REPLACEMENT = "\ufffd"

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer mark stands before the one it begins with. The mark itself is not part of the text."""

USUAL = "cp1252"
"""What most Western files that are not UTF-8 are in; taken when it fits as well as the best."""

CLOSE = 0.05
"""Difference of charset-normalizer's measures (mess and coherence, 0 to 1) below which two encodings fit equally well."""

LEGACY = (
    USUAL, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "koi8_r",
    "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "cp949",
)  # fmt: skip
"""Encodings that are considered when a file is not UTF-8; rare ones would only be found by mistake."""

WIDE = ("utf_16_le", "utf_16_be")
"""Considered too when there are NUL bytes: any two bytes are some character in them."""

BEYOND_ASCII = re.compile(rb"[\x80-\xff]")

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
"""Control characters that do not belong in a text; tab, line ends, form feed and escape are left alone."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the name of the encoding it was read in.

    ``doubts`` are sentences for a person; they never repeat the text.
    """

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    r"""Return the text of a file, by its byte order mark, as UTF-8, or in the encoding that fits a sample best.

    Nothing is changed but the byte order mark, which is left out: line ends and
    control characters stay. Bytes that mean nothing in the encoding become
    U+FFFD, and that is a doubt.

    >>> decode("Orlu 20 °C\r\n".encode("utf-8")).text
    'Orlu 20 °C\r\n'
    >>> decode("“Réfugiés”, said the mayor of Vessany, “are our neighbours.”".encode("cp1252")).text[:10]
    '“Réfugiés”'
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _read(content[len(mark) :], encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error)
    return Decoded(text, "utf-8", _about_controls(text))


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Decoded:
    """Choose between a damaged UTF-8 file and one in a legacy encoding."""
    if _is_mostly_utf8(content, error):
        return _read(content, "utf-8")
    encoding = _likely(content)
    if encoding is None:
        return _read(content, "utf-8")
    read = _read(content, encoding)
    told = f"the file is not UTF-8; it was read as {read.encoding}, which fits best"
    return Decoded(read.text, read.encoding, (told, *read.doubts))


def _is_mostly_utf8(content: bytes, error: UnicodeDecodeError) -> bool:
    """Whether far more letters beyond ASCII are sound UTF-8 than are not: then single bytes were damaged."""
    around = content[max(0, error.start - SAMPLE // 2) : error.start + SAMPLE // 2]
    text = around.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    sound = sum(character > "\x7f" for character in text) - broken
    return sound > 2 * broken


def _likely(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    first = next((found.start() for found in [BEYOND_ASCII.search(content)] if found), 0)
    start = max(0, first - SAMPLE // 2)
    sample = content[start : start + SAMPLE]
    considered = [*LEGACY, *(WIDE if 0 in sample else ())]
    matches = from_bytes(sample, steps=5, chunk_size=1024, cp_isolation=considered)
    best = matches.best()
    if best is None:
        return None
    usual = next(
        (match for match in matches if USUAL in (match.encoding, *match.could_be_from_charset)), None
    )
    as_good = usual and usual.chaos <= best.chaos + CLOSE and usual.coherence >= best.coherence - CLOSE
    return USUAL if as_good else best.encoding


def _read(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    broken = text.count(REPLACEMENT)
    doubts = _about_controls(text)
    if broken:
        doubts = (f"{broken} characters could not be decoded as {encoding} and stand as U+FFFD", *doubts)
    return Decoded(text, encoding, doubts)


def _about_controls(text: str) -> tuple[str, ...]:
    found = CONTROL.search(text)
    if not found:
        return ()
    if "\x00" in text:
        return ("the text holds NUL bytes; it may be damaged, or not a text",)
    return ("the text holds control characters; it may be damaged, or not a text",)
