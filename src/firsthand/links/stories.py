"""The words of a story as they are kept, so that two texts are laid side by side without either being read again."""

from array import array
from sys import byteorder
from typing import NamedTuple

import msgspec

from firsthand.links.words import Words, words_of
from firsthand.records import Document

CUT, QUOTED, OPENS = 1, 2, 4
"""What is known of a word, as bits of one byte: an ellipsis stands before it, it stands between quotation marks, it opens a sentence."""

BITS = {bit: bytes(1 if value & bit else 0 for value in range(256)) for bit in (CUT, QUOTED, OPENS)}
"""For each bit, the byte that stands for it in every byte of several."""


class Story(NamedTuple):
    """The words of a story and the id of its document."""

    document: str
    words: Words


class Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Words as they are kept: their spelling, a line each; first and last character, four bytes each, lowest first; the bits of each."""

    spelling: str
    starts: bytes
    ends: bytes
    bits: bytes


ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(Kept)


def kept_story(document: Document) -> bytes:
    """Return the words of a document's story as they are kept."""
    words = words_of(document)
    of_each = zip(words.cut, words.quoted, words.opens, strict=True)
    bits = bytes(CUT * cut | QUOTED * quoted | OPENS * opens for cut, quoted, opens in of_each)
    return ENCODER.encode(Kept("\n".join(words.spelling), _bytes(words.starts), _bytes(words.ends), bits))


def story(document: str, kept: bytes) -> Story:
    """Return a story that was kept, given the id of its document."""
    found = DECODER.decode(kept)
    spelling = tuple(found.spelling.split("\n")) if found.bits else ()
    cut, quoted, opens = (found.bits.translate(BITS[bit]) for bit in (CUT, QUOTED, OPENS))
    return Story(document, Words(spelling, _numbers(found.starts), _numbers(found.ends), cut, quoted, opens))


def story_of(document: Document) -> Story:
    """Return the story of a document, from its text."""
    return Story(document.id, words_of(document))


def _bytes(numbers: "array[int]") -> bytes:
    found = array("I", numbers)
    if byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _numbers(kept: bytes) -> "array[int]":
    found = array("I", kept)
    if byteorder == "big":
        found.byteswap()
    return found
