"""Commands that take files in: read, new, add, inspect, update."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.opening import DOSSIER, opened, quoted
from firsthand.cli.passphrase import new_passphrase
from firsthand.errors import WrongUse

if TYPE_CHECKING:
    from firsthand.dossier import Added, Dossier, Key

ENCRYPTED = click.option(
    "--passphrase",
    "encrypted",
    is_flag=True,
    help="Make the dossier an encrypted one; its passphrase is asked for.",
)

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command(short_help="Read a folder into a dossier and print what comes first.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--dossier",
    type=click.Path(path_type=Path),
    help="Where the dossier is kept [NAME.dossier in this folder].",
)
@ENCRYPTED
def read(folder: Path, dossier: Path | None, encrypted: bool) -> None:
    """Read a folder into a dossier and print what comes first.

    The dossier is made if it is not there. Reading again takes in only what is new.
    """
    from firsthand.dossier import Dossier

    _must_exist([folder])
    if folder.suffix == ".dossier" and folder.is_file():
        raise WrongUse(f"{folder} is a dossier; `firsthand findings {quoted(folder)}` shows what is in it")
    path = dossier or Path(f"{folder.resolve().name}.dossier")
    with opened(path) if path.exists() else Dossier.create(path, _new_key(encrypted)) as into:
        done = _added(into, [folder])
        into.settle()
        _finish(into, path, done)


@click.command(short_help="Make a new, empty dossier.")
@DOSSIER
@ENCRYPTED
def new(dossier: Path, encrypted: bool) -> None:
    """Make a new, empty dossier."""
    from firsthand.dossier import Dossier

    with Dossier.create(dossier, _new_key(encrypted)):
        click.echo(f"{dossier} is made; `firsthand add {quoted(dossier)} FILE...` takes files in")


@click.command(short_help="Read more files or folders into a dossier.")
@DOSSIER
@PATHS
@click.option(
    "--later",
    is_flag=True,
    help="Leave comparing and findings to the next question, where files come one by one into a large dossier.",
)
def add(dossier: Path, paths: tuple[Path, ...], later: bool) -> None:
    """Read more files or folders into a dossier.

    Doing it again is harmless, and a run that was interrupted goes on where it stopped. Findings of a dossier of more than
    500 documents are worked out at the next question.
    """
    _must_exist(paths)
    with opened(dossier) as into:
        _finish(into, dossier, _added(into, paths, later))


@click.command(short_help="What is found in single files; nothing is kept.")
@PATHS
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file, one per line.")
def inspect(paths: tuple[Path, ...], as_json: bool) -> None:
    """Show what is found in single files: text, zones, marks and claims. Nothing is kept."""
    from firsthand import dossier, interface
    from firsthand.records import Problem

    failed = False
    for found in dossier.inspect(paths):
        failed = failed or isinstance(found, Problem)
        if as_json:
            line = (
                interface.unread(found.where, [found])
                if isinstance(found, Problem)
                else interface.inspection(found)
            )
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        else:
            from firsthand.cli import context

            context.inspection(found)
    if failed:
        click.get_current_context().exit(1)


@click.command(short_help="Read again what an older version of the program read.")
@DOSSIER
def update(dossier: Path) -> None:
    """Extract again what an older version of the program extracted; what people decided is kept."""
    from firsthand.cli import screen

    with opened(dossier) as kept, screen.counting("read again") as watch:
        settled = kept.is_settled()
        count = kept.update(watch)
    if count:
        click.echo(f"{screen.counted(count, 'document')} read again")
    elif settled:
        click.echo("nothing to do: every document is of this version")
    else:
        click.echo("figures and findings are worked out anew; every document is of this version")


def _new_key(encrypted: bool) -> Key | None:
    """Return the key of a dossier that is to be made; it is asked for before anything is."""
    if not encrypted:
        return None
    from firsthand.dossier import new_key

    return new_key(new_passphrase())


def _added(into: Dossier, paths: tuple[Path, ...] | list[Path], later: bool = False) -> Added:
    from firsthand.cli import screen

    with screen.counting("read") as watch:
        return into.add(paths, watch, later=later)


def _finish(into: Dossier, path: Path, done: Added) -> None:
    from firsthand.cli import lists, screen

    screen.added(done)
    if into.is_settled():
        lists.overview(into, quoted(path))
    else:
        click.echo(f"`firsthand findings {quoted(path)}` works out figures and findings")
    if done.failed:
        click.get_current_context().exit(1)


def _must_exist(paths: tuple[Path, ...] | list[Path]) -> None:
    missing = [str(path) for path in paths if not path.exists() and not path.is_symlink()]
    if missing:
        raise WrongUse(f"there is no file or folder {', '.join(missing)}; nothing was read")
