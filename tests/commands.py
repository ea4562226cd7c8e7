"""A command run as a user does, inside of the tests' own process."""

import sys

import pytest

from firsthand import cli


def done(
    words: tuple[object, ...], monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """Run a command; gives the exit status, what was printed and the messages."""
    monkeypatch.setattr(sys, "argv", ["firsthand", *map(str, words)])
    try:
        status = int(cli.main() or 0)
    except SystemExit as ended:
        status = int(ended.code or 0)
    printed = captured.readouterr()
    return status, printed.out, printed.err
