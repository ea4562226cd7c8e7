"""Other processes of this program that do a part of the work: told over a pipe what to do, they answer over another.

Nothing is forked and nothing shared: it is the same on every system, and each process opens the dossier for itself.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, NamedTuple, cast

import msgspec

from firsthand import ledger

BROKEN = (OSError, EOFError, msgspec.MsgspecError)
"""What is raised where a process broke down, or what it answers cannot be read."""

LENGTH = 4
"""Bytes that say how long a message is."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a process must know first: which dossier, what opens it."""

    path: str
    key: ledger.Key | None


class Pipes(NamedTuple):
    """What a process is told by and what it answers on."""

    questions: IO[bytes]
    answers: IO[bytes]


def at_once(most: int) -> int:
    """Return how many processes work at once on this machine, ``most`` at most."""
    return min(most, os.cpu_count() or 1)


@contextmanager
def process(module: str, store: ledger.Ledger) -> Iterator[Pipes]:
    """Start a process that runs a module, tell it which dossier to read, and end it behind the ``with`` statement."""
    command = [sys.executable, "-P", "-m", module]  # -P: no module of the folder in which we run
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL  # a traceback could hold words of a source
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing) as started:  # noqa: S603
        pipes = Pipes(cast(IO[bytes], started.stdin), cast(IO[bytes], started.stdout))
        try:
            send(pipes.questions, msgspec.msgpack.encode(Task(str(store.path), store.key)))
            yield pipes
        finally:
            started.kill()
            with suppress(OSError):  # what it was told and did not read
                pipes.questions.close()


def told() -> tuple[Task, Pipes]:
    """Return, in a process that was started, its task, and what it is asked on and answers on."""
    pipes = Pipes(sys.stdin.buffer, sys.stdout.buffer)
    return msgspec.msgpack.decode(received(pipes.questions), type=Task), pipes


def send(into: IO[bytes], message: bytes) -> None:
    """Write a message."""
    into.write(len(message).to_bytes(LENGTH, "big") + message)
    into.flush()


def received(from_: IO[bytes]) -> bytes:
    """Return the next message, which is never empty. Raises EOFError where there is none, or only a part of it."""
    length = int.from_bytes(from_.read(LENGTH), "big")
    message = from_.read(length)
    if not length or len(message) < length:
        raise EOFError
    return message
