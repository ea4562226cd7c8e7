"""A message as bytes -> its headers, its text and the files in it; broken MIME never raises."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message

from firsthand.errors import UnreadableOriginal
from firsthand.readers.encoding import decode

FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""What the standard library raises on headers and parts that are not what the standards ask for."""

MOST_PARTS = 1_000
MBOX = re.compile(rb"(?:\A|\r?\n\r?\n)>?From \S+[^\r\n]* \d{4}\r?\n")
"""The line before each message of a mailbox file (RFC 4155)."""


@dataclass(slots=True)
class File:
    """A file in a message; ``name`` is None when it has none."""

    name: str | None
    media_type: str
    content: bytes


@dataclass(slots=True)
class Letter:
    """What a message holds: the texts that are shown one after the other, and its files.

    ``pictures`` counts the pictures inside the text, ``faults`` says that the
    message is not well formed.
    """

    headers: list[tuple[str, str]]
    texts: list[tuple[str, bytes]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    pictures: int = 0
    faults: bool = False
    encrypted: bool = False
    cut: bool = False

    def header(self, name: str) -> str:
        """Return the first header of a name, "" when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def messages(content: bytes) -> list[bytes]:
    """Return the messages of a mailbox file; a single message is a list of one."""
    starts = [found.end() for found in MBOX.finditer(content)]
    if not starts or (
        content[: starts[0]].strip() and not content.lstrip().startswith((b"From ", b">From "))
    ):
        return [content]
    ends = [found.start() for found in MBOX.finditer(content)][1:]
    return [content[start:end] for start, end in zip(starts, [*ends, len(content)], strict=True)]


def letter(content: bytes) -> Letter:
    """Return what a message holds.

    Raises UnreadableOriginal when its parts are nested deeper than any mail
    program does it.
    """
    try:
        message = email.message_from_bytes(content, policy=policy.default)
        found = Letter(list(_headers(message)))
        for count, part in enumerate(_leaves(message, found)):
            if count >= MOST_PARTS:
                found.cut = True
                break
            _sort(part, found)
    except RecursionError as error:
        raise UnreadableOriginal(
            "the parts of the message are nested too deep; save its text in a new file"
        ) from error
    return found


def text_of(media_type: str, content: bytes) -> str:
    """Return the text of a part; ``media_type`` may name its encoding behind a semicolon."""
    charset = media_type.partition("; charset=")[2]
    if charset:
        try:
            return content.decode(charset)
        except (LookupError, ValueError):
            pass
    return decode(content).text


def _headers(message: Message) -> Iterator[tuple[str, str]]:
    for name, raw in message.raw_items():
        try:
            value = str(message.policy.header_fetch_parse(name, raw))
        except FAULTS:
            value = _decoded(str(raw))
        clean = " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
        yield name, clean


def _decoded(raw: str) -> str:
    try:
        return str(make_header(decode_header(raw)))
    except FAULTS:
        return raw


def _leaves(message: Message, found: Letter) -> Iterator[Message]:
    """The parts that hold something, in order; of alternatives the plainest that has words."""
    found.faults = found.faults or bool(message.defects)
    kind = _kind(message)
    if kind == "multipart/encrypted":
        found.encrypted = True
    inside = _inside(message)
    if kind == "message/rfc822" or inside is None:
        yield message
    elif kind == "multipart/alternative":
        yield from _leaves(_chosen(inside), found) if inside else ()
    else:
        for part in inside:
            yield from _leaves(part, found)


def _chosen(alternatives: list[Message]) -> Message:
    """Plain text if it says something, else the last alternative, which is the richest (RFC 2046, 5.1.4)."""
    for part in alternatives:
        if _kind(part) == "text/plain" and sum(map(str.isalpha, text_of("", _payload(part)))) >= 20:
            return part
    pages = [part for part in alternatives if _kind(part) in {"text/html", "multipart/related"}]
    return pages[-1] if pages else alternatives[-1]


def _sort(part: Message, found: Letter) -> None:
    kind, name = _kind(part), _name(part)
    content = _payload(part)
    attached = _disposition(part) == "attachment"
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"} and "signed" not in kind:
        found.encrypted = True
    if kind in {"text/plain", "text/html"} and not attached and not (name and found.texts):
        found.encrypted = found.encrypted or content.lstrip().startswith(b"-----BEGIN PGP MESSAGE")
        charset = _charset(part)
        found.texts.append((f"{kind}; charset={charset}" if charset else kind, content))
    elif kind.startswith("image/") and not attached:
        found.pictures += 1
    elif kind not in {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }:
        found.files.append(File(name, kind, content))


def _payload(part: Message) -> bytes:
    """The bytes of a part as they were before they were packed for the post."""
    inside = _inside(part)
    if inside is not None:
        return b"".join(_flat(message) for message in inside[:1])
    try:
        taken = part.get_payload(decode=True)
    except FAULTS:
        taken = str(part.get_payload()).encode("utf-8", "replace")
    return taken if isinstance(taken, bytes) else b""


def _inside(message: Message) -> list[Message] | None:
    """The parts of a message, None for one that has no parts."""
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else None


def _flat(message: Message) -> bytes:
    """A message inside a message, as bytes."""
    try:
        return message.as_bytes(policy=policy.compat32)
    except FAULTS:
        return str(message.get_payload()).encode("utf-8", "replace")


def _kind(part: Message) -> str:
    try:
        return part.get_content_type()
    except FAULTS:
        return "text/plain"


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except FAULTS:
        return None


def _disposition(part: Message) -> str:
    try:
        said = part.get_content_disposition()
    except FAULTS:
        return ""
    return said or ""


def _name(part: Message) -> str | None:
    try:
        return part.get_filename() if isinstance(part, EmailMessage) else None
    except FAULTS:
        return None
