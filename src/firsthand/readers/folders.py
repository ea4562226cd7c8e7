"""Files and folders -> arrivals: every file once, in a stable order, within bounds."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from firsthand.records import Arrival, Problem

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

TRIES = 3
"""How often a file is read again when it changes meanwhile."""

IGNORE_FILE = ".firsthandignore"

JUNK = ("Thumbs.db", "desktop.ini", "~$*", "__MACOSX", "*.dossier", "*.dossier-wal", "*.dossier-shm",
        "*.dossier-journal",
        "*.dossier-lock")  # fmt: skip
"""What operating systems, office programs and this program itself leave in folders."""

UNSAFE = re.compile(r"[\x00-\x1f\x7f\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

HOW = (os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
       | getattr(os, "O_BINARY", 0))  # fmt: skip


def arrivals(paths: Iterable[str | Path]) -> Iterator[Arrival | Problem]:
    """Yield every file under the paths, and a problem for each one that could not be taken.

    Names are paths inside the given folder with "/"; a file given by itself
    has its own name. One file is in memory at a time. Hidden files, junk and what
    a ``.firsthandignore`` in the given folder names are left out.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _Folder(os.path.realpath(path), _patterns(path)).files()
        else:
            yield _take(os.path.realpath(path), shown(path.name))


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is never meant to be read: hidden, or left by a program."""
    return name.startswith(".") or any(fnmatchcase(name, pattern) for pattern in JUNK)


def shown(name: str) -> str:
    r"""Return a file's name so that it can be stored and printed anywhere.

    Bytes that are no UTF-8 and characters that steer a terminal are written
    out.

    >>> shown("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    readable = name.encode("utf-8", "surrogateescape" if _escaped(name) else "backslashreplace")
    return UNSAFE.sub(lambda found: f"\\x{ord(found[0]):02x}", readable.decode("utf-8", "backslashreplace"))


def _escaped(name: str) -> bool:
    return all(0xDC80 <= ord(letter) <= 0xDCFF for letter in name if 0xD800 <= ord(letter) <= 0xDFFF)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that was given; ``top`` is its real path, so that links out of it can be told."""

    top: str
    ignored: tuple[str, ...]

    def files(self) -> Iterator[Arrival | Problem]:
        """Walk without recursion, because folders may nest deeper than Python does."""
        waiting: list[tuple[str, str]] = [(self.top, "")]
        while waiting:
            path, name = waiting.pop()
            try:
                mode = os.lstat(path).st_mode
                if stat.S_ISDIR(mode):
                    waiting.extend(reversed(self._inside(path, name)))
                elif stat.S_ISLNK(mode):
                    yield self._follow(path, shown(name))
                else:
                    yield _take(path, shown(name))
            except OSError as error:
                yield Problem(shown(name) or ".", _because(error))

    def _inside(self, path: str, name: str) -> list[tuple[str, str]]:
        found = []
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
        for entry in names:
            inner = f"{name}/{entry}" if name else entry
            place = f"{path}{os.sep}{entry}"
            if not is_junk(entry) and not self._is_ignored(inner, place):
                found.append((place, inner))
        return found

    def _is_ignored(self, name: str, path: str) -> bool:
        for pattern in self.ignored:
            bare = pattern.strip("/")
            if pattern.endswith("/") and not Path(path).is_dir():
                continue
            subject = name if "/" in pattern.rstrip("/") else name.rpartition("/")[2]
            if fnmatchcase(subject, bare):
                return True
        return False

    def _follow(self, path: str, name: str) -> Arrival | Problem:
        try:
            target = os.path.realpath(path, strict=True)
        except FileNotFoundError:
            return Problem(name, "the link leads to nothing")
        except OSError:
            return Problem(name, "the link leads round in a circle and is not followed")
        if os.path.commonpath([self.top, target]) != self.top:
            return Problem(
                name, "the link leads out of the folder and is not followed; give its target by itself"
            )
        if Path(target).is_dir():
            return Problem(
                name, "the link leads to a folder inside this one, whose files are read in their place"
            )
        return _take(target, name)


def _patterns(folder: Path) -> tuple[str, ...]:
    taken = _take(str(folder / IGNORE_FILE), IGNORE_FILE)
    if isinstance(taken, Problem):
        return ()
    lines = (line.strip() for line in taken.content.decode("utf-8", "replace").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def _take(path: str, name: str) -> Arrival | Problem:
    """Read one file, whole and unchanged, or say why not."""
    try:
        for _ in range(TRIES):
            taken = _read(path)
            if isinstance(taken, str):
                return Problem(name, taken)
            if taken is not None:
                return Arrival(name, taken)
    except OSError as error:
        return Problem(name, _because(error))
    return Problem(
        name, f"the file changed each of the {TRIES} times that it was read; add it again when it rests"
    )


def _read(path: str) -> bytes | str | None:
    """The bytes of a file; a sentence when it cannot be read; None when it changed meanwhile."""
    kind = Path(path).stat().st_mode
    if not stat.S_ISREG(kind):
        return "this is no file but a pipe, a socket or a device, and is not read"
    with os.fdopen(os.open(path, HOW), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        if before.st_size > LARGEST:
            return (
                f"the file has {before.st_size / 2**20:,.0f} MiB, and at most {LARGEST // 2**20} are read; "
                "cut it into smaller files"
            )
        content = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        content
    ) != after.st_size:
        return None
    return content or "the file has no bytes"


def _because(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "the file cannot be opened: no permission; ask its owner, or change its rights"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"the file cannot be opened: {os.strerror(error.errno) if error.errno else 'unknown error'}"
