"""ZIP -> its members as arrivals, in memory, one at a time; nothing is ever written to disk."""

import hashlib
import re
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from firsthand.readers.folders import LARGEST, is_junk, shown
from firsthand.readers.sniff import ZIP, media_type
from firsthand.records import Arrival, Problem

ARCHIVES = frozenset({ZIP})
"""Media types of files that only hold other files."""

MOST_MEMBERS = 10_000
MOST_BYTES = 1024 * 1024 * 1024
"""Bytes that one archive, with the archives in it, may unpack to."""

MOST_RATIO = 200
"""How many times its own size an archive or a member may unpack to, beyond ``FREE`` bytes."""

FREE = 4 * 1024 * 1024
DEEPEST = 2
CHUNK = 1024 * 1024

DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
          NotImplementedError, RuntimeError, KeyError, IndexError)  # fmt: skip
"""What the standard library raises on archives that are not what they claim to be."""


def members(arrival: Arrival) -> Iterator[Arrival | Problem]:
    """Yield the files in a ZIP, named "zip name/path inside", and a problem for each that could not be taken.

    ``inside`` of each is the SHA-256 of the given archive, also for the members
    of an archive in it. Sizes that the archive declares are not believed.
    """
    budget = _Budget(min(MOST_BYTES, FREE + MOST_RATIO * len(arrival.content)))
    yield from _unpack(arrival, hashlib.sha256(arrival.content).hexdigest(), budget, 1)


def salvaged(content: bytes, most: int) -> Iterator[tuple[str, bytes | str]]:
    """Yield the members of a ZIP whose directory is lost, by the header before each of them.

    Each comes as its bytes, or as a sentence that says why it cannot be read.
    ``most`` is the number of bytes that all of them may unpack to.
    """
    budget = _Budget(most)
    for count, member in enumerate(_salvaged(content, budget)):
        if count >= MOST_MEMBERS or budget.left <= 0:
            return
        yield member


def inner_name(raw: str) -> str:
    r"""Return the name of a file inside another one as a path that stays inside.

    >>> inner_name("..\\..\\C:/windows/note.txt"), inner_name("/etc/passwd")
    ('windows/note.txt', 'etc/passwd')
    """
    parts = re.sub(r"(?:^|(?<=[/\\]))[A-Za-z]:", "", raw).replace("\\", "/").split("/")
    return shown("/".join(part for part in parts if part not in {"", ".", ".."}))


@dataclass(slots=True)
class _Budget:
    """What is left of the bounds of one archive, and the names already given."""

    left: int
    members: int = 0
    names: set[str] = field(default_factory=set)

    def name(self, wanted: str) -> str:
        """A name that was not given yet."""
        name, copy = wanted, 1
        while name in self.names:
            copy += 1
            name = f"{wanted} ({copy})"
        self.names.add(name)
        return name


class _TooMuch(Exception):
    """A member passes a bound; the words say which."""


def _unpack(arrival: Arrival, inside: str, budget: _Budget, depth: int) -> Iterator[Arrival | Problem]:
    if arrival.content.count(b"PK\1\2") > 10 * MOST_MEMBERS:
        yield Problem(arrival.name, f"the archive has more than {MOST_MEMBERS:,} members and is not opened")
        return
    try:
        archive = ZipFile(BytesIO(arrival.content))
    except DAMAGE:
        yield Problem(
            arrival.name, "the archive is damaged or cut off; its members are read as far as they go"
        )
        found = _salvaged(arrival.content, budget)
    else:
        found = _listed(archive, budget)
    for name, taken in found:
        budget.members += 1
        if budget.members > MOST_MEMBERS:
            yield Problem(
                arrival.name, f"the archive has more than {MOST_MEMBERS:,} members; the rest is not read"
            )
            return
        yield from _member(Arrival(f"{arrival.name}/", b"", inside), name, taken, (budget, depth))
        if budget.left <= 0:
            yield Problem(arrival.name, "the archive unpacks to far more than its size; the rest is not read")
            return


def _member(
    archive: Arrival, raw: str, taken: bytes | str, state: tuple[_Budget, int]
) -> Iterator[Arrival | Problem]:
    """Give one member its name and its place, open it when it is an archive itself."""
    budget, depth = state
    inner = inner_name(raw)
    if not inner or any(is_junk(part) for part in inner.split("/")):
        return
    name = budget.name(archive.name + inner)
    if isinstance(taken, str):
        yield Problem(name, taken)
        return
    if not taken:
        yield Problem(name, "the file has no bytes")
        return
    if media_type(inner, taken) != ZIP:
        yield Arrival(name, taken, archive.inside)
    elif depth < DEEPEST:
        yield from _unpack(Arrival(name, taken), archive.inside or "", budget, depth + 1)
    else:
        yield Problem(name, f"archives are opened {DEEPEST} deep; unpack this one and add it by itself")


def _listed(archive: ZipFile, budget: _Budget) -> Iterator[tuple[str, bytes | str]]:
    """The members that the archive's directory names: bytes, or a sentence that says why not."""
    with archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            yield info.filename, _content(archive, info, budget)


def _content(archive: ZipFile, info: ZipInfo, budget: _Budget) -> bytes | str:
    if info.flag_bits & 0x1:
        return "the file is encrypted in its archive; unpack it with its password and add it by itself"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link inside an archive is not followed"
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "the file is packed in a way that is not read; pack the archive again as an ordinary ZIP"
    held = bytearray()
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                held += chunk
                _spend(budget, len(chunk), len(held), info.compress_size)
    except _TooMuch as bound:
        return str(bound)
    except DAMAGE:
        return "the file is damaged in its archive and cannot be unpacked"
    return bytes(held)


def _spend(budget: _Budget, chunk: int, held: int, packed: int) -> None:
    budget.left -= chunk
    if held > LARGEST:
        raise _TooMuch(f"the file unpacks to more than {LARGEST // 2**20} MiB, the most that is read")
    if budget.left <= 0 or held > FREE + MOST_RATIO * max(packed, 1):
        raise _TooMuch(f"the file unpacks to more than {MOST_RATIO} times its size and is not read")


def _salvaged(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes | str]]:
    """The members of an archive without its directory, by the header before each (APPNOTE 4.3.7)."""
    place = content.find(b"PK\3\4")
    while 0 <= place <= len(content) - 30:
        flags, method, _, _, checksum, packed, _, name_size, extra = struct.unpack_from(
            "<HHHHIIIHH", content, place + 6
        )
        start = place + 30 + name_size + extra
        raw = content[place + 30 : place + 30 + name_size].decode(
            "utf-8" if flags & 0x800 else "cp437", "replace"
        )
        taken: bytes | str = "the file is damaged in its archive and cannot be unpacked"
        end = start
        if not flags & 0x1 and method == ZIP_DEFLATED:
            taken, end = _inflated(content, start, budget)
        elif not flags & 0x1 and method == ZIP_STORED and not flags & 0x8 and start + packed <= len(content):
            taken, end = content[start : start + packed], start + packed
            budget.left -= packed
        whole = end < len(content) and not flags & 0x8
        if isinstance(taken, bytes) and whole and zlib.crc32(taken) != checksum:
            taken = "the file is damaged in its archive and cannot be unpacked"
        if not raw.endswith(("/", "\\")):
            yield raw, taken
        place = content.find(b"PK\3\4", max(end, place + 4))


def _inflated(content: bytes, start: int, budget: _Budget) -> tuple[bytes | str, int]:
    """Inflate one member whose packed size is not known; also where it ended."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    held, place, waiting = bytearray(), start, b""
    try:
        while not inflater.eof and (waiting or place < len(content)):
            if not waiting:
                waiting, place = content[place : place + CHUNK], place + CHUNK
            chunk = inflater.decompress(waiting, CHUNK)
            waiting = inflater.unconsumed_tail
            held += chunk
            _spend(budget, len(chunk), len(held), min(place, len(content)) - start)
    except _TooMuch as bound:
        return str(bound), start
    except zlib.error:
        return "the file is damaged in its archive and cannot be unpacked", start
    if not inflater.eof:
        return bytes(held), len(content)
    return bytes(held), min(place, len(content)) - len(inflater.unused_data)
