"""What the tutorial and the README show is what the program does.

In a ```console block a line that begins with "$ firsthand" is run; the lines under it must be printed, in their order,
except for their spacing. "..." stands for anything, and the ids and the numbers of findings may be others than those of the
page: the ones that are printed are used in the commands that follow.
"""

import contextlib
import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from firsthand import cli

ROOT = Path(__file__).parent.parent
ID = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b")
NUMBER = re.compile(r" {1,2}(\d+)  (?=[a-z])")


def blocks(page: str) -> list[tuple[str, str]]:
    """Return each command of the page's console blocks with the lines that stand under it."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


def patterns(shown: str) -> tuple[list[str], list[str]]:
    """Return regular expressions for the stretches between "..." that should be printed, and what their groups are called.

    One expression with gaps in it would take for ever to say that a page is wrong.
    """
    names: list[str] = []
    parts: list[list[str]] = [[]]
    for line in shown.splitlines():
        number = NUMBER.match(line)
        if number:
            names.append(number[1])
            parts[-1].append(r"\b(\d+)\b")
        for word in line[number.end() if number else 0 :].split():
            name, rest = word[:8], word[8:]
            if ID.fullmatch(name) and rest in ("", ":", ",", ")"):
                names.append(name)
                parts[-1].append("([0-9a-f]{8})" + re.escape(rest))
            else:
                first, *others = map(re.escape, word.split("..."))
                parts[-1].append(first)
                parts.extend([other] for other in others)
    return [r"\s*".join(filter(None, part)) for part in parts], names


def groups(expected: list[str], printed: str) -> list[str] | None:
    """Return what stands in the place of the ids and numbers, None when a stretch is not printed behind the one before it."""
    place, held = 0, []
    for stretch in expected:
        found = re.compile(stretch).search(printed, place)
        if found is None:
            return None
        place = found.end()
        held.extend(found.groups())
    return held


def run(words: list[str], monkeypatch) -> tuple[int, str]:
    """Run a command in a terminal that is so wide that no line is broken; give the exit status and what was printed."""
    from firsthand.cli import screen

    monkeypatch.setattr(screen, "WIDEST", 1000)
    monkeypatch.setattr(screen.CONSOLE, "width", 1000)
    monkeypatch.setattr(sys, "argv", ["firsthand", *words])
    printed, status = io.StringIO(), 0
    with contextlib.redirect_stdout(printed):
        try:
            cli.main()
        except SystemExit as ended:
            status = int(ended.code or 0)
    return status, printed.getvalue()


@pytest.fixture
def evening(monkeypatch, tmp_path):
    """A folder with the demo's files in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIRSTHAND_REVIEWER", raising=False)
    shutil.copytree(ROOT / "demo" / "docs", tmp_path / "demo" / "docs")
    shutil.copy(ROOT / "demo" / "draft.md", tmp_path / "demo")
    return tmp_path


def test_the_tutorial_is_what_the_program_does(evening, monkeypatch):
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    now: dict[str, str] = {}
    commands = blocks(page)
    assert len(commands) > 15
    for command, shown in commands:
        program, *words = [now.get(word, word) for word in shlex.split(command)]
        assert program == "firsthand", command
        status, printed = run(words, monkeypatch)
        assert status in (0, 1), f"{command}\n{printed}"
        expected, names = patterns(shown)
        held = groups(expected, printed)
        assert held is not None, f"$ {command}\n\nthe page has\n\n{shown}\nit prints\n\n{printed}"
        now.update(zip(names, held, strict=True))


def test_the_example_in_the_readme_runs(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "demo" / "docs", tmp_path / "harbour")
    page = (ROOT / "README.md").read_text("utf-8")
    example = next(part for part in re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    exec(compile(example, "README.md", "exec"), {})
    assert "goes back to one origin" in capsys.readouterr().out


def test_the_commands_in_the_readme_are_there():
    page = (ROOT / "README.md").read_text("utf-8")
    for name in re.findall(r"^ {4}firsthand ([a-z]+)", page, re.MULTILINE):
        assert name in cli.firsthand.commands
