"""Write the generated pages of docs/ from the program itself, so that they cannot go stale.

python docs/generate.py            # write them
python docs/generate.py --check    # say which are stale; exit status 1

"""

import re
import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from pkgutil import resolve_name

import click

from firsthand import exports, links, marks, protection, readers
from firsthand.cli import firsthand

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "firsthand"

SETTINGS = {
    "FIRSTHAND_MODEL": "The spaCy English pipeline to use, by the name of its package, instead of the best one that is installed.",
    "FIRSTHAND_REVIEWER": "The pseudonym under which decisions, releases and erasures are kept in the history; without it the one that the page asked for, else `unnamed`.",
    "FIRSTHAND_SETTINGS": "The folder in which the page remembers the pseudonym that it asked for; `~/.config/firsthand` without it.",
}
"""Every environment variable that the program reads, and what it is for."""


def main() -> int:
    """Write or check the pages; return the exit status."""
    pages = {"commands.md": commands(), "tables.md": tables(), "attribution.md": attribution()}
    if "--check" not in sys.argv:
        for name, text in pages.items():
            (DOCS / name).write_text(text, "utf-8")
        return 0
    stale = [name for name, text in pages.items() if (DOCS / name).read_text("utf-8") != text]
    for name in stale:
        print(f"docs/{name} is stale; `make docs` writes it again")
    return bool(stale)


def commands() -> str:
    """Return the page of all commands with their options."""
    parts = ["# Commands\n\nGenerated from the program by `make docs`.\n"]
    context = click.Context(firsthand, info_name="firsthand", **firsthand.context_settings)
    for name in firsthand.list_commands(context):
        command = firsthand.commands[name]
        inner = click.Context(command, info_name=name, parent=context)
        usage = command.get_usage(inner).removeprefix("Usage: ")
        parts.append(f"## {name}\n\n    {' '.join(usage.split())}\n\n{_unwrapped(command.help or '')}\n")
        options = [option.get_help_record(inner) for option in command.get_params(inner)]
        rows = [f"| `{record[0]}` | {_cell(record[1])} |" for record in options if record]
        if rows:
            parts.append("\n".join(["| option | meaning |", "|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def tables() -> str:
    """Return the page of everything that can be extended: readers, marks, exports, findings, profiles, and the settings."""
    parts = [
        "# What the program reads, marks, finds and writes\n\nGenerated from the program's tables by `make docs`.\n",
        _table(
            "Readers", "media type", {name: resolve_name(target) for name, target in readers.READERS.items()}
        ),
        _table("Marks", "mark", marks.MARKS),
        _table("Findings", "finding", links.FINDINGS),
        _table("Exports", "format", {name: resolve_name(target) for name, target in exports.EXPORTS.items()}),
        "## Release profiles\n\n| profile | file |\n|---|---|\n"
        + "".join(
            f"| `{name}` | `src/firsthand/protection/profiles/{name}.toml` |\n"
            for name in protection.PROFILES
        ),
        "## Settings\n\nEnvironment variables; none is needed.\n\n| setting | what it is for |\n|---|---|\n"
        + "".join(f"| `{name}` | {says} |\n" for name, says in SETTINGS.items()),
    ]
    return "\n".join(parts)


def attribution() -> str:
    """Return the page of attributions with their examples."""
    return str(runpy.run_path(str(DOCS / "speech.py"))["page"]())


def used_settings() -> set[str]:
    """Return the environment variables that the program's source names."""
    return {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r"\bFIRSTHAND_[A-Z]+\b", path.read_text("utf-8"))
    }


def _table(title: str, column: str, entries: Mapping[str, object]) -> str:
    rows = [
        f"| `{name}` | {_cell((entry.__doc__ or '').split(chr(10) * 2)[0])} | `{_where(entry)}` |"
        for name, entry in entries.items()
    ]
    return (
        "\n".join([f"## {title}\n", f"| {column} | what it gives | where |", "|---|---|---|", *rows]) + "\n"
    )


def _where(entry: object) -> str:
    place = SOURCE.parent / entry.__module__.replace(".", "/")
    return f"src/{place.relative_to(SOURCE.parent).as_posix()}" + ("/" if place.is_dir() else ".py")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    sys.exit(main())
